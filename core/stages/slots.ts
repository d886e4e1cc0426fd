import type { DocumentKind, DocumentState } from '../documents/document-kind.ts';
import type { ProjectDocument } from '../documents/document.ts';

/** Versions of one document, oldest first. */
export interface DocumentThread {
  readonly documentId: string;
  readonly kind: DocumentKind;
  readonly versions: readonly ProjectDocument[];
}

export function threadsOf(documents: readonly ProjectDocument[]): readonly DocumentThread[] {
  const threads = Map.groupBy(documents, ({ documentId }) => documentId);
  return [...threads].flatMap(([documentId, versions]) => {
    const inOrder = versions.toSorted((a, b) => a.version - b.version);
    const [first] = inOrder;
    return first ? [{ documentId, kind: first.kind, versions: inOrder }] : [];
  });
}

/** How a document stands: by its latest version that was not refused; refused when all were. */
export const standingOf = (versions: readonly Pick<ProjectDocument, 'state'>[]): DocumentState | 'missing' =>
  versions.findLast(({ state }) => state !== 'refused')?.state ?? (versions.length === 0 ? 'missing' : 'refused');
