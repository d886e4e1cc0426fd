import * as z from 'zod/mini';
import { DateText, Instant } from '../kernel/common.ts';
import { DocumentId } from '../documents/document-kind.ts';
import { ActorRef } from '../project/event.ts';
import { ClosedFacts, Contract, DocketStep, Ground, StepFacts } from './docket-facts.ts';
import { articles } from './law.ts';

const done = { by: ActorRef, at: Instant };

export const DoneStep = z.omit(z.extend(StepFacts, done), { until: true });
export type DoneStep = z.infer<typeof DoneStep>;

/** The land of a contract whose construction has not begun in time, on its way back. Of a project it is the last one; earlier ones stand in the log. */
export const Docket = z.object({
  /** done: the plot is free. */
  state: z.enum(['open', 'closed', 'done']),
  openedBy: ActorRef,
  openedAt: Instant,
  contract: Contract,
  /** By when the next step is to be done. */
  until: z.optional(DateText),
  /** In the order in which they were done. */
  steps: z.array(DoneStep),
  closed: z.optional(z.extend(ClosedFacts, done)),
});
export type Docket = z.infer<typeof Docket>;

/** When the investor was reminded that half of the term until the start has gone by, and of which start. */
export const StartReminded = z.object({ startBy: DateText, on: DateText });
/** The start that was agreed after the contract, and since when. */
export const StartTerm = z.object({ startBy: DateText, from: DateText });

const ArticleName = z.enum(articles);
const by = { at: Instant, personId: z.optional(z.string()), text: z.optional(z.string()) };

/** `personId` and `pledgee` for staff alone; `text`: what was written with it, for those who read notes and the investor. */
const DoneView = z.extend(StepFacts, by);

const NextView = z.object({
  step: DocketStep,
  /** The first day that its paper may bear; of the decision to end, that of the first ground. */
  from: DateText,
  until: z.optional(DateText),
  /** Working days by which it is late. */
  late: z.int(),
});

/** A contract whose construction has not begun, from its signing on. `half`: when the investor is reminded; `remindedOn`: when they were. */
export const DocketView = z.object({
  contract: Contract,
  half: DateText,
  remindedOn: z.optional(DateText),
  /** Absent: none has been opened. */
  state: z.optional(z.enum(['open', 'closed', 'done'])),
  frozenSince: z.optional(DateText),
  openedAt: z.optional(Instant),
  /** Of the staff; absent where it was opened by itself. */
  openedBy: z.optional(z.string()),
  steps: z.array(DoneView),
  closed: z.optional(z.extend(ClosedFacts, by)),
  next: z.array(NextView),
  grounds: z.array(z.object({ ground: Ground, from: DateText, holds: z.boolean(), article: ArticleName })),
  /** On which article of the law each part stands, or that it is the office's practice. */
  law: z.record(z.enum(['cure', 'late', 'not-cured', 'notice', 'sublease', 'told']), ArticleName),
  noticeDays: z.int(),
  /** Files of the docket that no step names yet; for staff alone. */
  papers: z.array(z.object({ documentId: DocumentId, version: z.int() })),
  /** Steps that this reader may take now; `open` and `close` the docket as a whole. */
  actions: z.array(z.union([DocketStep, z.enum(['open', 'close'])])),
});
export type DocketView = z.infer<typeof DocketView>;
export type NextView = z.infer<typeof NextView>;

/** `step`: what was done last; absent: the investor was reminded. `personId`: who of the staff did it. */
export const DocketLineView = z.object({
  projectId: z.string(),
  number: z.string(),
  company: z.string(),
  plot: z.optional(z.string()),
  hectares: z.optional(z.number()),
  startBy: DateText,
  frozenSince: DateText,
  step: z.optional(DocketStep),
  next: z.array(NextView),
  personId: z.optional(z.string()),
});
export type DocketLineView = z.infer<typeof DocketLineView>;
