import { en } from '../en/photos.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/photos.ts';
import { ru } from '../ru/photos.ts';
import { uzCyrl } from '../uz-cyrl/photos.ts';

/** Photos of the works of a line. `photoOf`: `{date}`. */
export type PhotoTexts = Readonly<
  Record<'title' | 'add' | 'hint' | 'file' | 'send' | 'added' | 'none' | 'photoOf' | 'waiting', string>
>;

export const photoTexts = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });
