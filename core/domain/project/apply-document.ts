import type { ScanResult, DocumentState } from '../../contracts/document-kind.ts';
import type { ProjectDocument } from '../../contracts/document.ts';
import type { EventBody, ProjectEvent } from '../../contracts/event.ts';
import type { Aggregate } from '../../contracts/project.ts';

type Body<Type extends EventBody['type']> = Extract<EventBody, { type: Type }>;

/** What a scanner's word makes of a document. Its own trouble is no fault of the file: the office sees "not scanned" and judges. */
export const stateAfter: Readonly<Record<ScanResult, DocumentState>> = { clean: 'clean', infected: 'refused', unreadable: 'refused', failed: 'not-scanned' };

/** Whether a version counts: looked through, or nobody can look it through. */
export const counts = ({ state }: Pick<ProjectDocument, 'state'>): boolean => state === 'clean' || state === 'not-scanned';

function withDocuments(aggregate: Aggregate, documents: readonly ProjectDocument[]): Aggregate {
  const { project } = aggregate;
  const signed = project.signed || documents.some((one) => one.kind === 'signed-letter' && counts(one));
  return { ...aggregate, documents, project: { ...project, signed } };
}

export function documentAdded(aggregate: Aggregate, { type: _, ...document }: Body<'document-added'>, { at, actor }: ProjectEvent): Aggregate {
  return withDocuments(aggregate, [...aggregate.documents, { ...document, at, by: actor }]);
}

export function documentScanned(aggregate: Aggregate, { documentId, version, result }: Body<'document-scanned'>): Aggregate {
  return withDocuments(aggregate, aggregate.documents.map((one) =>
    (one.documentId === documentId && one.version === version ? { ...one, state: stateAfter[result] } : one)));
}
