import * as z from 'zod/mini';
import type { DocumentKind } from '../documents/document-kind.ts';
import { DateText, nameLine, Money, paragraph, quantity } from '../kernel/common.ts';

/**
 * What an answer must bring, by kind of assignment: numbers, dates and quantities that the gate of the stage needs
 * (docs/domain.md). Facts go into the event log, so they hold no personal data: organisations and document numbers only.
 */
const documentNumber = nameLine(60);

const nothing = z.object({});

/** What the office looks through before an application goes to the council. */
export const checkedDocuments = [
  'application',
  'questionnaire',
  'registration-certificate',
  'charter',
  'financial-statements',
  'business-plan',
  'bank-certificate',
  'tax-certificate',
] as const satisfies readonly DocumentKind[];

export const factsByKind = {
  'office-decision': nothing,
  'document-check': z.object({
    /** Written by us from what is there: what somebody ticks proves nothing. */
    documents: z.optional(z.array(z.enum(checkedDocuments)).check(z.maxLength(checkedDocuments.length))),
    matchesPriorityActivity: z.literal(true),
    conformsToMasterPlan: z.literal(true),
  }),
  'council-protocol': z.object({ protocolNumber: documentNumber, protocolDate: DateText }),
  contract: z.object({
    contractNumber: documentNumber,
    contractDate: DateText,
    contractUntil: DateText,
    committedInvestment: Money,
    committedJobs: z.int().check(z.nonnegative(), z.maximum(1_000_000)),
    startBy: DateText,
  }),
  plot: z.object({
    cadastralNumber: documentNumber,
    hectares: quantity(100_000),
    leaseNumber: documentNumber,
    /** In Uzbekistan plots go by auction. */
    auctionLot: z.optional(documentNumber),
  }),
  'register-entry': z.object({ registerNumber: documentNumber, registerDate: DateText }),
  'technical-condition': z.object({
    requestNumber: z.optional(documentNumber),
    issuedNumber: documentNumber,
    issuedDate: DateText,
    validUntil: DateText,
    /** As it stands in the paper, with its unit; what is nought is a refusal. */
    capacity: nameLine(60).check(z.regex(/^(?!0+(?:[.,]0+)?(?![\d.,]))/)),
    connectionPoint: nameLine(200),
    cost: z.optional(Money),
    conditions: z.optional(paragraph(2000)),
  }),
  'architectural-planning': z.object({ assignmentNumber: documentNumber, assignmentDate: DateText }),
  documentation: z.object({
    designer: nameLine(200),
    designerLicence: documentNumber,
    sketchApprovalNumber: documentNumber,
    volumes: z.int().check(z.positive(), z.maximum(1000)),
    estimate: Money,
  }),
  'documentation-check': nothing,
  expertise: z.object({
    expertiseNumber: documentNumber,
    conclusionDate: DateText,
    remarkRounds: z.int().check(z.nonnegative(), z.maximum(20)),
  }),
  financing: z.object({ confirmationNumber: documentNumber, confirmationDate: DateText }),
  'line-readiness': nothing,
  'start-notification': z.object({
    contractor: nameLine(200),
    contractorLicence: documentNumber,
    supervision: nameLine(200),
    notificationNumber: documentNumber,
    notificationDate: DateText,
    phases: z
      .array(z.object({ name: nameLine(120), from: DateText, to: DateText }))
      .check(z.minLength(1), z.maxLength(20)),
  }),
  'site-confirmation': z.object({ inspectedOn: DateText }),
  /** The investor uploads what the stage needs and is not there; it is answered by the last of them. */
  documents: nothing,
  correction: nothing,
  /** The investor mends what a party returned. */
  cure: nothing,
  /** The office decides what follows from a party's refusal. */
  refusal: nothing,
  'bounced-email': nothing,
} as const;

export type AssignmentKind = keyof typeof factsByKind;
export const assignmentKinds = Object.keys(factsByKind) as readonly AssignmentKind[];
export const AssignmentKind = z.enum(assignmentKinds as [AssignmentKind, ...AssignmentKind[]]);
export type Facts<Kind extends AssignmentKind> = z.infer<(typeof factsByKind)[Kind]>;

/** Facts of any kind, as they lie in the log: already checked when they came in. */
export const AnyFacts = z.record(z.string(), z.unknown());
export type AnyFacts = z.infer<typeof AnyFacts>;
