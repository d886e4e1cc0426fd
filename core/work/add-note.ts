import type { ActorRef } from '../project/event.ts';
import type { AddNoteRequest, OfficeNote } from './office-note.ts';
import type { Aggregate } from '../project/project.ts';
import { changeBuilder, type Change } from '../project/change-builder.ts';
import type { ZoneContext } from '../project/zone-context.ts';
import { isSame } from '../obstacles/obstacle-rights.ts';

/** The same words by the same person within so long are one note, sent twice (ours). */
const repeatMs = 600_000;

/** A note of the office: for itself, or shared with the investor. Undefined when it is the latest one once more. */
export function addNote(
  aggregate: Aggregate,
  { now }: ZoneContext,
  { text, shared }: AddNoteRequest,
  by: ActorRef,
  latest: OfficeNote | undefined,
): Change | undefined {
  const isRepeat =
    latest !== undefined &&
    latest.text === text &&
    latest.shared === shared &&
    isSame(latest.by, by) &&
    now - latest.at < repeatMs;
  if (isRepeat) return undefined;
  const change = changeBuilder(aggregate, now, by);
  change.emit({ type: 'note-added', noteId: change.officeNote(text, shared), shared });
  return change.change();
}
