import type { Language } from '../kernel/common.ts';
import { locales } from './locales.ts';

/** A country's name in a language. @param code ISO 3166-1 alpha-2 */
export const countryName = (language: Language, code: string): string =>
  new Intl.DisplayNames(locales[language], { type: 'region' }).of(code) ?? code;
