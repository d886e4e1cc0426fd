import type { Language } from '../../contracts/common.ts';

/** Picks the words of a language out of the five that an area of pages has. */
export const byLanguage = <Words>(words: Readonly<Record<Language, Words>>): (language: Language) => Words => (language) => words[language];
