import { en } from '../en/needs.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/needs.ts';
import { ru } from '../ru/needs.ts';
import { uzCyrl } from '../uz-cyrl/needs.ts';

/** What a project needs of the lines of its zone. */
export type NeedTexts = Readonly<
  Record<
    | 'title'
    | 'say'
    | 'remove'
    | 'text'
    | 'line'
    | 'stage'
    | 'capacity'
    | 'capacityHint'
    | 'by'
    | 'first'
    | 'ready'
    | 'late'
    | 'fromLetter'
    | 'isReady'
    | 'noDay',
    string
  >
>;

export const needTexts = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });
