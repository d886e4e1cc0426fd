import type { Language } from '../kernel/common.ts';
import { locales } from './locales.ts';

/** A name that begins a line: names of the texts are written as they stand within a sentence. */
export const capital = (language: Language, text: string): string =>
  text.charAt(0).toLocaleUpperCase(locales[language]) + text.slice(1);
