import type { FileRecord } from './document.ts';
import type { DocumentKind, ScanResult } from './document-kind.ts';
import type { ActorRef, EventBody } from '../project/event.ts';
import type { Aggregate } from '../project/project.ts';
import { changeBuilder, type Change } from '../project/change-builder.ts';
import type { ZoneContext } from '../project/zone-context.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { documentRules } from './document-rules.ts';
import { followDocuments } from '../stages/opening.ts';
import { threadsOf, type DocumentThread } from '../stages/slots.ts';

/** Versions of documents that one project takes (ours): each is read with the project. */
export const mostDocuments = 200;

export interface Place {
  readonly kind: DocumentKind;
  readonly documentId?: string | undefined;
  readonly assignmentId?: string | undefined;
}

/** The document a file is a new version of: the one it names, or the only one of its kind (and assignment) there can be. */
function threadAt(
  { documents }: Pick<Aggregate, 'documents'>,
  { kind, documentId, assignmentId }: Place,
): DocumentThread | undefined {
  const threads = threadsOf(documents).filter((one) => one.kind === kind);
  if (documentId !== undefined) return threads.find((one) => one.documentId === documentId);
  if (documentRules[kind].many) return undefined;
  return threads.find(
    ({ versions }) => documentRules[kind].byParty.length === 0 || versions[0]?.assignmentId === assignmentId,
  );
}

/** The same bytes in the same place again: what a form sent twice brings. */
export function alreadyThere({ documents }: Pick<Aggregate, 'documents'>, place: Place, sha256: string): boolean {
  const thread = threadAt({ documents }, place);
  const latest = thread?.versions.findLast(({ state, returned }) => state !== 'refused' && returned === undefined);
  if (thread !== undefined || place.documentId !== undefined) return latest?.sha256 === sha256;
  return documents.some(
    (one) =>
      one.kind === place.kind &&
      one.assignmentId === place.assignmentId &&
      one.sha256 === sha256 &&
      one.state !== 'refused',
  );
}

const scanned = { waiting: 'waiting', clean: 'clean', 'not-scanned': 'not-scanned', failed: 'not-scanned' } as const;

/** The event by which a file becomes a document; undefined for one that a scanner has refused. */
export function documentEvent(
  aggregate: Pick<Aggregate, 'documents'>,
  file: FileRecord,
): Extract<EventBody, { type: 'document-added' }> | undefined {
  const { scan, kind, assignmentId, fileId, sha256, bytes, mediaType } = file;
  if (scan === 'infected' || scan === 'unreadable') return undefined;
  const thread = threadAt(aggregate, file);
  const place =
    new Set(aggregate.documents.filter((one) => one.kind === kind).map(({ documentId }) => documentId)).size + 1;
  return {
    type: 'document-added',
    documentId: thread?.documentId ?? `${kind}-${String(place)}`,
    kind,
    version: (thread?.versions.at(-1)?.version ?? 0) + 1,
    fileId,
    sha256,
    bytes,
    mediaType,
    state: scanned[scan],
    ...(assignmentId !== undefined && { assignmentId }),
  };
}

/** The same file in the same place again changes nothing. Fails with `invalid`: refused, or too many documents. */
export function addDocument(
  aggregate: Aggregate,
  context: ZoneContext,
  file: FileRecord,
  by: ActorRef,
): Result<Change | undefined> {
  if (alreadyThere(aggregate, file, file.sha256)) return ok(undefined);
  if (aggregate.documents.length >= mostDocuments)
    return fail({ kind: 'invalid', issues: [{ path: 'file', code: 'too-many-documents' }] });
  if (file.documentId !== undefined && threadAt(aggregate, file) === undefined) return fail({ kind: 'not-found' });
  const event = documentEvent(aggregate, file);
  if (event === undefined) return fail({ kind: 'invalid', issues: [{ path: 'file', code: 'infected-file' }] });
  const change = changeBuilder(aggregate, context.now, by);
  change.emit(event);
  followDocuments(change, context);
  return ok(change.change());
}

/** Notes what a scanner said of a document; undefined when that is known, or when the document was refused already. */
export function scanDocument(
  aggregate: Aggregate,
  context: ZoneContext,
  at: { readonly documentId: string; readonly version: number },
  result: ScanResult,
): Change | undefined {
  const document = aggregate.documents.find((one) => one.documentId === at.documentId && one.version === at.version);
  const known =
    document === undefined || document.state === 'refused' || (document.state !== 'waiting' && result !== 'infected');
  if (known) return undefined;
  const change = changeBuilder(aggregate, context.now, { kind: 'system' });
  change.emit({
    type: 'document-scanned',
    documentId: document.documentId,
    kind: document.kind,
    version: document.version,
    result,
  });
  followDocuments(change, context);
  return change.change();
}
