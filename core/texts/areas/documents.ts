import type { DocumentKind, DocumentState, ScanResult } from '../../documents/document-kind.ts';
import { en } from '../en/documents.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/documents.ts';
import { ru } from '../ru/documents.ts';
import { uzCyrl } from '../uz-cyrl/documents.ts';

type Named<Key extends string> = Readonly<Record<Key, string>>;

export interface DocumentTexts {
  readonly names: Named<DocumentKind>;
  readonly states: Named<DocumentState | 'missing' | 'returned' | 'held'>;
  readonly scans: Named<ScanResult>;
}

export const documentTexts = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });
