import { byLanguage } from '../by-language.ts';
import { en } from './en.ts';
import { kk } from './kk.ts';
import { ru } from './ru.ts';
import { uzCyrl } from './uz-cyrl.ts';
import { uz } from './uz.ts';

export type { HandlingStep, HandlingTexts } from './shape.ts';

/** Words of what an office does with an assignment beside answering it. */
export const handlingTexts = byLanguage({ kk, ru, en, uz, 'uz-cyrl': uzCyrl });
