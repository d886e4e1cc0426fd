import * as z from 'zod/mini';
import { DateText, Instant, line, paragraph } from '../kernel/common.ts';
import { DocumentId, MediaType } from '../documents/document-kind.ts';

/** What is built after the start, from the ground up. Stored: for ever. */
export const rungs = [
  'site',
  'foundation',
  'frame',
  'roof',
  'equipment',
  'trial-run',
  'accepted',
  'production',
  'full-capacity',
] as const;
const Rung = z.enum(rungs);
export type Rung = z.infer<typeof Rung>;

/** Office (head and officer), headquarters, investor (the contact and their colleagues). */
const Body = z.enum(['office', 'headquarters', 'investor']);
export type Body = z.infer<typeof Body>;

/** From 1; those of a project climb separately. */
const mostPhases = 20;
const Phase = z.int().check(z.minimum(1), z.maximum(mostPhases));

const rungFacts = {
  phase: Phase,
  rung: Rung,
  on: DateText,
  documentId: DocumentId,
  /** Of the act of acceptance. */
  number: z.optional(line(60)),
} as const;

/** A rung that stands. `said`: the sequence of the event that said it. */
export const BuiltRung = z.object({ said: z.int(), phase: Phase, rung: Rung, confirmed: z.optional(z.literal(true)) });
export type BuiltRung = z.infer<typeof BuiltRung>;

/** What an office knows of a project that it takes over while it is being built: the start of construction, and how far it is; it has no photo of it. */
export const TakenOverBuilt = z.object({ on: DateText, rung: z.optional(Rung) });
export type TakenOverBuilt = z.infer<typeof TakenOverBuilt>;

/** `said`: the sequence of the event that said the rung. */
const ofSaid = { said: z.int() } as const;
const because = { ...ofSaid, noteId: z.string() } as const;

export const ladderEvents = [
  /** `noteId`: why rungs below it were skipped. `sha256`: of the file. */
  z.object({ type: z.literal('rung-said'), ...rungFacts, sha256: z.string(), noteId: z.optional(z.string()) }),
  z.object({ type: z.literal('rung-confirmed'), ...ofSaid }),
  z.object({ type: z.literal('rung-disputed'), ...because }),
  z.object({ type: z.literal('rung-taken-back'), ...because }),
] as const;

export const LadderRequest = z.discriminatedUnion('act', [
  z.object({ act: z.literal('say'), ...rungFacts, words: z.optional(paragraph(2000)) }),
  z.object({ act: z.literal('confirm'), ...ofSaid }),
  z.object({ act: z.literal('dispute'), ...ofSaid, words: paragraph(2000) }),
  z.object({ act: z.literal('take-back'), ...ofSaid, words: paragraph(2000) }),
]);
export type LadderRequest = z.infer<typeof LadderRequest>;

/** `personId` of the staff; `text`: the reason, for those who read notes and the investor. */
const DoneView = z.object({ at: Instant, body: Body, personId: z.optional(z.string()), text: z.optional(z.string()) });

export const rungStates = ['said', 'confirmed', 'disputed', 'taken-back'] as const;

const RungView = z.object({
  said: z.int(),
  ...rungFacts,
  /** Absent: the office took the project over with it. */
  documentId: z.optional(DocumentId),
  mediaType: z.optional(MediaType),
  state: z.enum(rungStates),
  saidBy: DoneView,
  skipped: z.array(Rung),
  /** Its day lies before that of the rung below. */
  isOlder: z.boolean(),
  /** By when the State Corporation is to be told of the act (Kazakhstan, three working days). */
  tellBy: z.optional(DateText),
  confirmed: z.optional(DoneView),
  disputed: z.optional(DoneView),
  takenBack: z.optional(DoneView),
  /** What this reader may do with it now. */
  actions: z.array(z.enum(['confirm', 'dispute', 'take-back'])),
});
export type RungView = z.infer<typeof RungView>;

export const LadderView = z.object({
  projectId: z.string(),
  number: z.string(),
  /** Construction has started, and somebody may say how far it is. */
  isOpen: z.boolean(),
  /** `top`: the highest rung that stands; absent: not stated. `rungs`: in the order in which they were said. */
  phases: z.array(z.object({ phase: Phase, top: z.optional(Rung), rungs: z.array(RungView) })),
  /** Files that prove no rung yet. */
  papers: z.array(DocumentId),
  maySay: z.boolean(),
});
export type LadderView = z.infer<typeof LadderView>;
