import { languages, type Language } from '#core/contracts/common.ts';

/** The first of the reader's languages that we speak; Uzbek in Cyrillic is `uz-Cyrl`. English when none. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '').toLowerCase().split(',').map((part) => part.split(';')[0]?.trim() ?? '');
  for (const tag of wanted) {
    const exact = languages.find((language) => tag === language || (language === 'uz-cyrl' && tag.startsWith('uz-cyrl')));
    const found = exact ?? languages.find((language) => tag.split('-')[0] === language);
    if (found) return found;
  }
  return 'en';
}
