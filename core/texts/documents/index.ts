import { byLanguage } from '../pages/by-language.ts';
import { en } from './en.ts';
import { kk } from './kk.ts';
import { ru } from './ru.ts';
import { uzCyrl } from './uz-cyrl.ts';
import { uz } from './uz.ts';

/** Documents by name and state. */
export const documentTexts = byLanguage({ kk, ru, en, uz, 'uz-cyrl': uzCyrl });
