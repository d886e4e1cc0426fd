import { byLanguage } from '../by-language.ts';
import { en } from './en.ts';
import { kk } from './kk.ts';
import { ru } from './ru.ts';
import { uzCyrl } from './uz-cyrl.ts';
import { uz } from './uz.ts';

export type { ToldEvent, TrackingTexts } from './shape.ts';

/** Words of the pages behind an investor’s link. */
export const trackingTexts = byLanguage({ kk, ru, en, uz, 'uz-cyrl': uzCyrl });
