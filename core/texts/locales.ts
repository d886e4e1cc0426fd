import type { Language } from '../kernel/common.ts';

/** Locales for `Intl`. English as in Britain: day before month. */
export const locales: Readonly<Record<Language, string>> = {
  kk: 'kk-KZ',
  ru: 'ru-KZ',
  en: 'en-GB',
  uz: 'uz-Latn-UZ',
  'uz-cyrl': 'uz-Cyrl-UZ',
};

/** Language tags as HTML and HTTP want them. */
export const languageTags: Readonly<Record<Language, string>> = {
  kk: 'kk',
  ru: 'ru',
  en: 'en',
  uz: 'uz-Latn',
  'uz-cyrl': 'uz-Cyrl',
};

/** What a language calls itself. */
export const languageNames: Readonly<Record<Language, string>> = {
  kk: 'Қазақша',
  ru: 'Русский',
  en: 'English',
  uz: 'Oʻzbekcha',
  'uz-cyrl': 'Ўзбекча',
};

/** `Intl` objects are dear to make and few: one a language, made when first asked for. */
export function onceALanguage<Made>(make: (locale: string) => Made): (language: Language) => Made {
  const made = new Map<Language, Made>();
  return (language) => {
    const known = made.get(language) ?? make(locales[language]);
    made.set(language, known);
    return known;
  };
}
