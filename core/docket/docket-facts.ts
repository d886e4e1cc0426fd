import * as z from 'zod/mini';
import { DocumentId } from '../documents/document-kind.ts';
import { DateText, Money, nameLine, paragraph } from '../kernel/common.ts';

/** After the reminder, which goes by itself. Stored: for ever. */
export const docketSteps = [
  'act-of-breach',
  'decision',
  'contract-ended',
  'tax-body-told',
  'centre-told',
  'akimat-told',
  'pledgee-told',
  'entry-annulled',
  'plot-free',
] as const;
export const DocketStep = z.enum(docketSteps);
export type DocketStep = z.infer<typeof DocketStep>;

/** Of a one-sided end: the start is late for more calendar months than the law bears; the breach was not cured. */
const grounds = ['late', 'not-cured'] as const;
export const Ground = z.enum(grounds);
export type Ground = z.infer<typeof Ground>;

/** Why a docket is closed by hand. */
export const closings = ['cured', 'no-breach'] as const;

/** What the docket is about, as the answers of the third stage had it when it was opened. */
export const Contract = z.object({
  number: z.string(),
  date: DateText,
  until: DateText,
  startBy: DateText,
  /** From when the term until the start runs: the contract, or the schedule that was agreed last. */
  from: DateText,
  investment: z.optional(Money),
  hectares: z.optional(z.number()),
  cadastralNumber: z.optional(z.string()),
  leaseNumber: z.optional(z.string()),
});
export type Contract = z.infer<typeof Contract>;

const NoteId = z.string();
/** A paper of the office or of a body by its number and date; its file is a document of the project. */
const Paper = { number: nameLine(60), on: DateText, documentId: z.optional(DocumentId) };

/** What was done: a paper, and what it settles. `until`: by when the next step is to be done. */
export const StepFacts = z.object({
  step: DocketStep,
  ...Paper,
  until: z.optional(DateText),
  /** Of the act: by when the breach is to be cured. */
  cureUntil: z.optional(DateText),
  /** Of the decision: one of both. */
  ground: z.optional(Ground),
  startBy: z.optional(DateText),
  /** Of the end: to whom the right to the plot is pledged. */
  pledgee: z.optional(z.string()),
  noteId: z.optional(NoteId),
});

export const ClosedFacts = z.object({
  because: z.enum([...closings, 'new-schedule', 'started', 'ended']),
  number: z.optional(z.string()),
  on: z.optional(DateText),
  documentId: z.optional(DocumentId),
  startBy: z.optional(DateText),
  noteId: z.optional(NoteId),
});

export const docketEvents = [
  /** Half of the term until the start has gone by. */
  z.object({ type: z.literal('start-reminded'), startBy: DateText }),
  z.object({ type: z.literal('docket-opened'), contract: Contract, until: DateText, noteId: z.optional(NoteId) }),
  z.object({ type: z.literal('docket-step'), ...StepFacts.shape }),
  z.object({ type: z.literal('docket-closed'), ...ClosedFacts.shape }),
] as const;

const words = paragraph(2000);

/** Body of `POST /api/projects/{projectId}/docket`. */
export const DocketRequest = z.discriminatedUnion('step', [
  z.object({ step: z.literal('open'), words }),
  z.object({ step: z.literal('act-of-breach'), ...Paper, cureDays: z.int().check(z.positive(), z.maximum(60)), words }),
  z.object({
    step: z.literal('decision'),
    ...Paper,
    /** Absent: a new schedule is agreed. */
    ground: z.optional(Ground),
    startBy: z.optional(DateText),
    words,
  }),
  /** Without `pledgee`: the right to the plot is not pledged. */
  z.object({ step: z.literal('contract-ended'), ...Paper, pledgee: z.optional(nameLine(120)) }),
  z.object({
    step: z.enum(['tax-body-told', 'centre-told', 'akimat-told', 'pledgee-told', 'entry-annulled', 'plot-free']),
    ...Paper,
  }),
  z.object({ step: z.literal('close'), ...Paper, because: z.enum(closings), startBy: DateText, words }),
]);
export type DocketRequest = z.infer<typeof DocketRequest>;
