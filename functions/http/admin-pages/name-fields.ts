import { languages, type Language } from '#core/kernel/common.ts';
import type { Names } from '#core/reference/reference.ts';
import { fill, textsOf } from '#core/texts/index.ts';
import { adminTexts } from '#core/texts/areas/admin.ts';
import type { Labels } from '../pages/check.ts';
import { present, textIn } from '../pages/values.ts';

/** One field a language, as a form begins with them. */
export const nameFields = (names: Names): [string, string][] => languages.map((language) => [`names.${language}`, names[language]]);

/** The names that a form brings. */
export const namesIn = (fields: URLSearchParams) => present(Object.fromEntries(languages.map((language) => [language, textIn(fields, `names.${language}`)])));

/** What the fields are called. */
export const nameLabels = (language: Language): Labels =>
  Object.fromEntries(languages.map((one) => [`names.${one}`, fill(adminTexts(language).parties.nameIn, { language: textsOf(one).languageName })]));
