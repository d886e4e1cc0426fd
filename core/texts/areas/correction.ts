import type { LetterField } from '../../letter/letter-correction.ts';
import { en } from '../en/correction.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/correction.ts';
import { ru } from '../ru/correction.ts';
import { uzCyrl } from '../uz-cyrl/correction.ts';

type Named<Key extends string> = Readonly<Record<Key, string>>;

/** The correction of a letter field by field: what the office marks, the investor changes, and everybody sees old beside new. */
export interface CorrectionTexts {
  readonly fields: Named<LetterField>;
  /** Where an officer marks them. */
  readonly mark: Named<'label' | 'hint' | 'production' | 'utilities' | 'land' | 'company'>;
  /** Above the marked fields, in emails and where they are changed. */
  readonly toCorrect: string;
  readonly hint: string;
  /** Old beside new. */
  readonly changes: Named<'caption' | 'field' | 'was' | 'now' | 'none'>;
  readonly check: Named<'title' | 'button' | 'send' | 'mend'>;
}

/** What is corrected in a letter: its fields by name, and the words of the pages and emails that name them. */
export const correctionTexts = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });
