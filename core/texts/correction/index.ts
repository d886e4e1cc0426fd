import { byLanguage } from '../pages/by-language.ts';
import { en } from './en.ts';
import { kk } from './kk.ts';
import { ru } from './ru.ts';
import { uzCyrl } from './uz-cyrl.ts';
import { uz } from './uz.ts';

/** What is corrected in a letter: its fields by name, and the words of the pages and emails that name them. */
export const correctionTexts = byLanguage({ kk, ru, en, uz, 'uz-cyrl': uzCyrl });
