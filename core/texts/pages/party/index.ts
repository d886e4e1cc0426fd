import { byLanguage } from '../by-language.ts';
import { en } from './en.ts';
import { kk } from './kk.ts';
import { ru } from './ru.ts';
import { uzCyrl } from './uz-cyrl.ts';
import { uz } from './uz.ts';

export type { PartyTexts } from './shape.ts';

/** Words of the page behind a party's link. */
export const partyTexts = byLanguage({ kk, ru, en, uz, 'uz-cyrl': uzCyrl });
