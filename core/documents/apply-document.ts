import type { ScanResult, DocumentState } from './document-kind.ts';
import type { ProjectDocument } from './document.ts';
import type { EventBody, ProjectEvent } from '../project/event.ts';
import type { Aggregate } from '../project/project.ts';

type Body<Type extends EventBody['type']> = Extract<EventBody, { type: Type }>;

/** What a scanner's word makes of a document. Its own trouble is no fault of the file: the office sees "not scanned" and judges. */
export const stateAfter: Readonly<Record<ScanResult, DocumentState>> = {
  clean: 'clean',
  infected: 'refused',
  unreadable: 'refused',
  failed: 'not-scanned',
};

/** Whether a version counts: looked through, or nobody can look it through. */
export const counts = ({ state }: Pick<ProjectDocument, 'state'>): boolean =>
  state === 'clean' || state === 'not-scanned';

/** The same, as far as the office has not said that it is wrong. */
export const stands = (document: Pick<ProjectDocument, 'state' | 'returned'>): boolean =>
  counts(document) && document.returned === undefined;

function withDocuments(aggregate: Aggregate, documents: readonly ProjectDocument[]): Aggregate {
  const { project } = aggregate;
  const signed = project.signed || documents.some((one) => one.kind === 'signed-letter' && stands(one));
  return { ...aggregate, documents, project: { ...project, signed } };
}

export function documentAdded(
  aggregate: Aggregate,
  { type: _, ...document }: Body<'document-added'>,
  { at, actor }: ProjectEvent,
): Aggregate {
  return withDocuments(aggregate, [...aggregate.documents, { ...document, at, by: actor }]);
}

export function documentScanned(
  aggregate: Aggregate,
  { documentId, version, result }: Body<'document-scanned'>,
): Aggregate {
  return withDocuments(
    aggregate,
    aggregate.documents.map((one) =>
      one.documentId === documentId && one.version === version ? { ...one, state: stateAfter[result] } : one,
    ),
  );
}

export function documentReturned(
  aggregate: Aggregate,
  { documentId, kind, version, reasonCode, noteId }: Body<'document-returned'>,
  { at }: Pick<ProjectEvent, 'at'>,
): Aggregate {
  const { project } = aggregate;
  const documents = aggregate.documents.map((one) =>
    one.documentId === documentId && one.version === version ? { ...one, returned: { reasonCode, noteId, at } } : one,
  );
  if (kind !== 'signed-letter') return { ...aggregate, documents };
  return withDocuments(
    { ...aggregate, project: { ...project, signed: project.held?.includes(kind) === true } },
    documents,
  );
}

export function originalHeld(aggregate: Aggregate, { kinds = ['signed-letter'] }: Body<'original-held'>): Aggregate {
  const { project } = aggregate;
  const held = [...new Set([...(project.held ?? []), ...kinds])];
  return { ...aggregate, project: { ...project, held, signed: project.signed || kinds.includes('signed-letter') } };
}
