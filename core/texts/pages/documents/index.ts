import { byLanguage } from '../by-language.ts';
import { en } from './en.ts';
import { kk } from './kk.ts';
import { ru } from './ru.ts';
import { uzCyrl } from './uz-cyrl.ts';
import { uz } from './uz.ts';

export type { DocumentPageTexts } from './shape.ts';

/** Documents: brought, replaced, downloaded. */
export const documentPageTexts = byLanguage({ kk, ru, en, uz, 'uz-cyrl': uzCyrl });
