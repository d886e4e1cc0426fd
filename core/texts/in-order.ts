import type { Language } from '../kernel/common.ts';
import { onceALanguage } from './locales.ts';

const collators = onceALanguage((locale) => new Intl.Collator(locale));

/** Letters that the Uzbek alphabet in Cyrillic has after я, in their order; CLDR sorts them as letters with marks. */
const last = 'ўқғҳ';
const places = 'абвг';

const sortable = (language: Language, text: string): string =>
  language === 'uz-cyrl'
    ? text
        .normalize('NFC')
        .toLowerCase()
        .replaceAll(new RegExp(`[${last}]`, 'gu'), (letter) => `яя${places.charAt(last.indexOf(letter))}`)
    : text;

/** Compares two texts as the alphabet of a language has them, wherever this runs. */
export const inOrderOf =
  (language: Language) =>
  (one: string, other: string): number =>
    collators(language).compare(sortable(language, one), sortable(language, other));
