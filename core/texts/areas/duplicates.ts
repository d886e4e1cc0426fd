import { en } from '../en/duplicates.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/duplicates.ts';
import { ru } from '../ru/duplicates.ts';
import { uzCyrl } from '../uz-cyrl/duplicates.ts';

type Named<Key extends string> = Readonly<Record<Key, string>>;

export type DuplicatesTexts = Named<
  | 'heading'
  | 'text'
  | 'project'
  | 'alike'
  | 'number'
  | 'name'
  | 'contact'
  | 'same'
  | 'other'
  | 'which'
  | 'none'
  /** `{number}` */
  | 'into'
  | 'from'
  | 'history'
>;

export const duplicatesTexts = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });
