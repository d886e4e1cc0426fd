import type { Language } from '../kernel/common.ts';
import { toLatin } from '../texts/uzbek-latin.ts';
import type { Told } from './showcase.ts';

export interface ToldText {
  readonly text: string;
  /** In which language it is. */
  readonly language: Language;
}

/** By who reads it: which languages they are likely to read besides their own, the nearest first. */
const beside: Readonly<Record<Language, readonly Language[]>> = {
  kk: ['ru', 'uz-cyrl', 'uz', 'en'],
  ru: ['en', 'kk', 'uz-cyrl', 'uz'],
  en: ['ru', 'kk', 'uz', 'uz-cyrl'],
  uz: ['uz-cyrl', 'ru', 'kk', 'en'],
  'uz-cyrl': ['uz', 'ru', 'kk', 'en'],
};

/** A text in the reader's language, else in the nearest that there is; undefined: there is none. Uzbek in Latin letters is made of the Cyrillic. */
export function toldIn(told: Told, language: Language): ToldText | undefined {
  const own = told[language];
  if (own !== undefined) return { text: own, language };
  const cyrillic = told['uz-cyrl'];
  if (language === 'uz' && cyrillic !== undefined) return { text: toLatin(cyrillic), language };
  const found = beside[language].find((one) => told[one] !== undefined);
  return found && { text: told[found] ?? '', language: found };
}
