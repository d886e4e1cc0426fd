import * as z from 'zod/mini';
import { DateText, Email, Instant, Language } from '../kernel/common.ts';
import { DraftDocument } from '../documents/document.ts';

/** A letter of intent that is being filled in: what was typed, word for word, right or not. Personal; it ends by itself. */
export const LetterDraft = z.object({
  draftId: z.string(),
  version: z.int(),
  language: Language,
  /** By the name of the form's field; a field that repeats has several texts. */
  fields: z.record(z.string(), z.array(z.string())),
  documents: z._default(z.array(DraftDocument), []),
  /** Where the link to go on was last sent. */
  address: z.optional(Email),
  /** When it was last changed, by the clock of the host; absent in those of before. */
  savedAt: z.optional(Instant),
  at: z.optional(z.object({ page: z.int(), of: z.int() })),
  /** So many days before its end it was last reminded of. */
  reminded: z.optional(z.int()),
  /** It was not handed in for so long: only the day is left. */
  deletedOn: z.optional(DateText),
  /** It began with a proposal of the showcase. */
  proposal: z.optional(z.object({ itemId: z.string(), proposalId: z.string() })),
  /** Once handed in only this is left. */
  submitted: z.optional(z.object({ number: z.string(), projectId: z.string() })),
});
export type LetterDraft = z.infer<typeof LetterDraft>;
