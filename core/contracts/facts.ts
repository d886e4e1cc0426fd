import * as z from 'zod/mini';
import { DateText, line, Money, paragraph, quantity } from './common.ts';
import { SignedLetter } from './letter-of-intent.ts';

/**
 * What an answer must bring, by kind of assignment: numbers, dates and quantities that the gate of the stage needs
 * (DOMAIN.md §3). Facts go into the event log, so they hold no personal data: organisations and document numbers only.
 */
const documentNumber = line(60);

const nothing = z.object({});

/** The investor may bring the signed letter later; the log keeps what proves the file, not its name, which may be a person's. */
const mended = z.object({ signedLetter: z.optional(z.omit(SignedLetter, { fileName: true })) });

export const factsByKind = {
  'office-decision': nothing,
  'document-check': z.object({
    documents: z.array(z.enum([
      'application', 'questionnaire', 'registration-certificate', 'charter', 'financial-statements',
      'business-plan', 'bank-certificate', 'tax-certificate',
    ])).check(z.minLength(8), z.maxLength(8)),
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
    capacity: line(60).check(z.regex(/^(?!0+(?:[.,]0+)?(?![\d.,]))/)),
    connectionPoint: line(200),
    cost: z.optional(Money),
    conditions: z.optional(paragraph(2000)),
  }),
  'architectural-planning': z.object({ assignmentNumber: documentNumber, assignmentDate: DateText }),
  documentation: z.object({
    designer: line(200),
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
    contractor: line(200),
    contractorLicence: documentNumber,
    supervision: line(200),
    notificationNumber: documentNumber,
    notificationDate: DateText,
    phases: z.array(z.object({ name: line(120), from: DateText, to: DateText })).check(z.minLength(1), z.maxLength(20)),
  }),
  'site-confirmation': z.object({ inspectedOn: DateText }),
  correction: mended,
  /** The investor mends what a party returned. */
  cure: mended,
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
