import * as z from 'zod/mini';
import { stageIds } from './stage-id.ts';
import { DateText, line, paragraph } from '../kernel/common.ts';
import { AnyFacts } from './facts.ts';
import { CorrectedLetter, ReturnedFields } from '../letter/letter-correction.ts';

export const StageName = z.enum(stageIds);

export const reasonCodes = [
  'incomplete',
  'inaccurate',
  'not-priority',
  'master-plan',
  'no-capacity',
  'no-network',
  'no-plot',
  'financing',
  'duplicate',
  'remarks',
  'weather',
  'supplier-late',
  'investor-asked',
  'law-changed',
  'force-majeure',
  'not-started',
  'not-needed',
  'other-party',
  'other',
] as const;
export const ReasonCode = z.enum(reasonCodes);
export type ReasonCode = z.infer<typeof ReasonCode>;

export const outcomes = [
  'approved',
  'approved-with-conditions',
  'returned',
  'rejected',
  'sent-back',
  'done',
  'issued',
  'issued-with-conditions',
  'contract-of-connection',
  'refused',
  'suspended',
  'not-needed',
  'asked-again',
] as const;
export const Outcome = z.enum(outcomes);
export type Outcome = z.infer<typeof Outcome>;

const Reason = { reasonCode: ReasonCode, reason: paragraph(2000) };

/** `facts` are checked against the kind (facts.ts). `version` of the project seen: another is a conflict. */
export const Decision = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('approved'), version: z.optional(z.int()) }),
  z.object({
    outcome: z.literal('approved-with-conditions'),
    conditions: paragraph(2000),
    version: z.optional(z.int()),
  }),
  z.object({
    outcome: z.literal('returned'),
    ...Reason,
    daysToCure: z.int().check(z.positive(), z.maximum(60)),
    fields: ReturnedFields,
    version: z.optional(z.int()),
  }),
  z.object({ outcome: z.literal('rejected'), ...Reason, appeal: paragraph(1000), version: z.optional(z.int()) }),
  z.object({ outcome: z.literal('sent-back'), ...Reason, to: StageName, version: z.optional(z.int()) }),
  z.object({
    outcome: z.literal('done'),
    facts: z._default(AnyFacts, {}),
    note: z.optional(paragraph(2000)),
    letter: z.optional(CorrectedLetter),
    version: z.optional(z.int()),
  }),
  z.object({ outcome: z.literal('issued'), facts: AnyFacts, version: z.optional(z.int()) }),
  z.object({ outcome: z.literal('issued-with-conditions'), facts: AnyFacts, version: z.optional(z.int()) }),
  z.object({ outcome: z.literal('contract-of-connection'), facts: AnyFacts, version: z.optional(z.int()) }),
  /** `facts`: of a supplier's refusal the deficit, an alternative and a date, where the law asks for them. */
  z.object({ outcome: z.literal('refused'), ...Reason, facts: z.optional(AnyFacts), version: z.optional(z.int()) }),
  z.object({ outcome: z.literal('suspended'), ...Reason, until: DateText, version: z.optional(z.int()) }),
  z.object({ outcome: z.literal('not-needed'), ...Reason, version: z.optional(z.int()) }),
  z.object({ outcome: z.literal('asked-again'), note: z.optional(paragraph(2000)), version: z.optional(z.int()) }),
]);
export type Decision = z.infer<typeof Decision>;

/** An answer that came on paper: its number and date. Its scan is a document of the project (`paper-answer`). */
export const PaperAnswer = z.object({
  number: line(60),
  date: DateText,
  /** The day on which it came in, from which the clocks run; absent: when it is recorded. */
  receivedOn: z.optional(DateText),
});
export type PaperAnswer = z.infer<typeof PaperAnswer>;

/** Body of `POST /api/assignments/{assignmentId}/decision`. */
export const DecisionRequest = z.object({
  decision: Decision,
  onBehalf: z.optional(PaperAnswer),
  /** The stage is approved with it, where it is the last answer that the stage needs and the same person may do both. */
  approve: z.optional(z.boolean()),
});
export type DecisionRequest = z.infer<typeof DecisionRequest>;

/** By a party for its link's assignment, or the investor for one of theirs (named when several are open). */
export const LinkDecisionRequest = z.object({ decision: Decision, assignmentId: z.optional(z.string()) });
export type LinkDecisionRequest = z.infer<typeof LinkDecisionRequest>;

/** Body of `POST /api/links/{link}/correction`: what the investor mended, in words and in the fields of the letter that were returned. Documents are an act of their own. */
export const CorrectionRequest = z.object({ note: paragraph(2000), letter: z.optional(CorrectedLetter) });
export type CorrectionRequest = z.infer<typeof CorrectionRequest>;
