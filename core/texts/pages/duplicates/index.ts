import { byLanguage } from '../by-language.ts';
import { en } from './en.ts';
import { kk } from './kk.ts';
import { ru } from './ru.ts';
import { uzCyrl } from './uz-cyrl.ts';
import { uz } from './uz.ts';

/** Words about possible duplicates and what became of them. */
export const duplicatesTexts = byLanguage({ kk, ru, en, uz, 'uz-cyrl': uzCyrl });
