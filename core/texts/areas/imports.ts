import type { ImportKind } from '../../imports/import.ts';
import { en } from '../en/imports.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/imports.ts';
import { ru } from '../ru/imports.ts';
import { uzCyrl } from '../uz-cyrl/imports.ts';

type Named<Key extends string> = Readonly<Record<Key, string>>;

/** Words of bringing in what was kept in a file. `{count}` of rows; `{share}`: per cent. */
export interface ImportTexts extends Named<
  | 'title'
  | 'lead'
  | 'kind'
  | 'zone'
  | 'file'
  | 'fileHint'
  | 'openly'
  | 'openlyHint'
  | 'onPublicPage'
  | 'look'
  | 'columnsTitle'
  | 'column'
  | 'field'
  | 'isNeeded'
  | 'check'
  | 'nothingYet'
  | 'nothingNew'
  | 'write'
  | 'another'
  | 'refusedTitle'
  | 'changesTitle'
  | 'was'
  | 'willBe'
  | 'row'
  | 'wrong'
  | 'refusedNote'
  | 'refusedFile'
  | 'unknown'
  | 'running'
  | 'reload'
  | 'done'
  | 'failedTitle'
  | 'timetable'
  | 'late'
  | 'onTime'
  | 'ahead'
  | 'unexplained'
  /** In the log of what is changed. */
  | 'why'
> {
  readonly kinds: Named<ImportKind>;
  readonly kindHints: Named<ImportKind>;
  readonly counts: Named<'new' | 'changed' | 'same' | 'refused'>;
  readonly columns: Named<
    | 'project'
    | 'target'
    | 'reason'
    | 'line'
    | 'registered'
    | 'item'
    | 'buyerEmail'
    | 'utility'
    | 'contractNumber'
    | 'contractDate'
    | 'contractUntil'
    | 'startBy'
  >;
}

export const importTexts = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });
