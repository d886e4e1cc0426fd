import type { LetterField } from '#core/contracts/letter-correction.ts';

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
