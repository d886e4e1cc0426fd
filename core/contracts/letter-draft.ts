import * as z from 'zod/mini';
import { Email, Language } from './common.ts';
import { DraftDocument } from './document.ts';

/** A letter of intent that is being filled in: what was typed, word for word, right or not. Personal; it ends by itself. */
export const LetterDraft = z.object({
  draftId: z.string(),
  version: z.int(),
  language: Language,
  /** By the name of the form's field; a field that repeats has several texts. */
  fields: z.record(z.string(), z.array(z.string())),
  /** One of a kind, brought already; kept once the letter is handed in. */
  documents: z._default(z.array(DraftDocument), []),
  /** Where the link to go on was last sent. */
  address: z.optional(Email),
  /** Once handed in only this is left. */
  submitted: z.optional(z.object({ number: z.string(), projectId: z.string() })),
});
export type LetterDraft = z.infer<typeof LetterDraft>;
