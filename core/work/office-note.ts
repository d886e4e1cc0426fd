import * as z from 'zod/mini';
import { Instant, paragraph } from '../kernel/common.ts';
import { ActorRef } from '../project/event.ts';

/** A note of the office on a project: for itself, or shared with the investor. The whole of it can be erased. */
export const OfficeNote = z.object({
  noteId: z.string(),
  shared: z.boolean(),
  at: Instant,
  by: ActorRef,
  text: z.string(),
});
export type OfficeNote = z.infer<typeof OfficeNote>;

/** Body of `POST …/notes`. A shared note goes to the investor by email at once. */
export const AddNoteRequest = z.object({ text: paragraph(4000), shared: z._default(z.boolean(), false) });
export type AddNoteRequest = z.infer<typeof AddNoteRequest>;
