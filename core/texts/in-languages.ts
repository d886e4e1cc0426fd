import type { Language } from '../kernel/common.ts';
import { inLatin } from './uzbek-latin.ts';

/** The words of an area by language. Uzbek is written in Cyrillic letters; its Latin ones are computed from them, once and when first asked for. */
export function inLanguages<Words>(
  written: Readonly<Record<Exclude<Language, 'uz'>, Words>>,
): (language: Language) => Words {
  let latin: Words | undefined;
  return (language) => (language === 'uz' ? (latin ??= inLatin(written['uz-cyrl'])) : written[language]);
}
