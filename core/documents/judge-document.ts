import type { ReasonCode } from '../stages/decision.ts';
import type { DocumentKind } from './document-kind.ts';
import type { ActorRef } from '../project/event.ts';
import type { Aggregate } from '../project/project.ts';
import { changeBuilder, type Change } from '../project/change-builder.ts';
import type { ZoneContext } from '../project/zone-context.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { mayBeReturned } from './document-rights.ts';
import { neededDocuments } from './needed-documents.ts';
import { followDocuments } from '../stages/opening.ts';

export interface Wrong {
  readonly documentId: string;
  readonly version: number;
  readonly reasonCode: ReasonCode;
  readonly reason: string;
}

/** It no longer counts; the stage goes on. Fails with `not-found`, `conflict` (newer version, or returned already). */
export function returnDocument(
  aggregate: Aggregate,
  context: ZoneContext,
  { documentId, version, reasonCode, reason }: Wrong,
  by: ActorRef,
): Result<Change> {
  const { documents, project } = aggregate;
  const found = documents.find((one) => one.documentId === documentId && one.version === version);
  if (found === undefined) return fail({ kind: 'not-found' });
  if (!mayBeReturned(aggregate, found))
    return fail({ kind: 'conflict', version: project.version, state: found.returned ? 'returned' : found.state });
  const change = changeBuilder(aggregate, context.now, by);
  change.emit({
    type: 'document-returned',
    documentId,
    kind: found.kind,
    version,
    reasonCode,
    noteId: change.note(reason),
  });
  followDocuments(change, context);
  return ok(change.change());
}

export const mayBeHeld = (aggregate: Aggregate): readonly DocumentKind[] =>
  neededDocuments(aggregate).flatMap(({ kind, state }) => (state === 'there' || state === 'held' ? [] : [kind]));

/** The office holds these on paper: they count as there. Said again, nothing changes. Fails with `invalid` for what is not needed now. */
export function holdOriginals(
  aggregate: Aggregate,
  context: ZoneContext,
  kinds: readonly DocumentKind[],
  by: ActorRef,
): Result<Change | undefined> {
  const needed = neededDocuments(aggregate);
  const strange = kinds.some((kind) => kind !== 'signed-letter' && !needed.some((one) => one.kind === kind));
  if (strange) return fail({ kind: 'invalid', issues: [{ path: 'kinds', code: 'not-needed' }] });
  const isThere = (kind: DocumentKind) =>
    needed.some((one) => one.kind === kind && (one.state === 'there' || one.state === 'held'));
  const held = kinds.filter((kind) => (kind === 'signed-letter' ? !aggregate.project.signed : !isThere(kind)));
  if (held.length === 0) return ok(undefined);
  const change = changeBuilder(aggregate, context.now, by);
  change.emit(
    held.length === 1 && held[0] === 'signed-letter'
      ? { type: 'original-held' }
      : { type: 'original-held', kinds: [...held] },
  );
  followDocuments(change, context);
  return ok(change.change());
}
