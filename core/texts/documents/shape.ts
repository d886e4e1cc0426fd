import type { DocumentKind, DocumentState, ScanResult } from '#core/contracts/document-kind.ts';

type Named<Key extends string> = Readonly<Record<Key, string>>;

/** Documents by name and state: what pages, the log and emails share. */
export interface DocumentTexts {
  readonly names: Named<DocumentKind>;
  readonly states: Named<DocumentState | 'missing' | 'returned' | 'held'>;
  /** What a scanner has said. */
  readonly scans: Named<ScanResult>;
}
