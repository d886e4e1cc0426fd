import { byLanguage } from '../pages/by-language.ts';
import { en } from './en.ts';
import { kk } from './kk.ts';
import { ru } from './ru.ts';
import { uzCyrl } from './uz-cyrl.ts';
import { uz } from './uz.ts';

/** Words of the emails that bring somebody their link. */
export const linkEmailTexts = byLanguage({ kk, ru, en, uz, 'uz-cyrl': uzCyrl });
