import type { Language } from '../contracts/common.ts';
import { en } from './en.ts';
import { kk } from './kk.ts';
import { ru } from './ru.ts';
import type { Texts } from './texts.ts';
import { uzCyrl } from './uz-cyrl.ts';
import { uz } from './uz.ts';

export { countText } from './count-text.ts';
export { dateText, momentText, monthText } from './dates.ts';
export { fill } from './fill.ts';
export { numberText } from './numbers.ts';
export { languageTags, type Texts } from './texts.ts';

const byLanguage: Readonly<Record<Language, Texts>> = { kk, ru, en, uz, 'uz-cyrl': uzCyrl };

/** Every word of a language. */
export const textsOf = (language: Language): Texts => byLanguage[language];
