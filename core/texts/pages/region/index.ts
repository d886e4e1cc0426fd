import { byLanguage } from '../by-language.ts';
import { en } from './en.ts';
import { kk } from './kk.ts';
import { ru } from './ru.ts';
import { uzCyrl } from './uz-cyrl.ts';
import { uz } from './uz.ts';

export type { RegionTexts } from './shape.ts';

/** Words of leadership's pages and of the public figures. */
export const regionTexts = byLanguage({ kk, ru, en, uz, 'uz-cyrl': uzCyrl });
