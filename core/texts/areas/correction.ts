import type { LetterField } from '../../letter/letter-correction.ts';
import { en } from '../en/correction.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/correction.ts';
import { ru } from '../ru/correction.ts';
import { uzCyrl } from '../uz-cyrl/correction.ts';

type Named<Key extends string> = Readonly<Record<Key, string>>;

export interface CorrectionTexts {
  readonly fields: Named<LetterField>;
  readonly mark: Named<'label' | 'hint' | 'production' | 'utilities' | 'land' | 'company'>;
  readonly toCorrect: string;
  readonly hint: string;
  readonly changes: Named<'caption' | 'field' | 'was' | 'now' | 'none'>;
  readonly check: Named<'title' | 'button' | 'send' | 'mend'>;
}

export const correctionTexts = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });
