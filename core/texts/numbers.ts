import type { Language } from '../kernel/common.ts';
import { onceALanguage } from './locales.ts';

const formats = onceALanguage((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }));

/** A quantity as people of the language write it, at most three decimals. Groups are parted by a no-break space but in English. */
export const numberText = (language: Language, value: number): string => formats(language).format(value);
