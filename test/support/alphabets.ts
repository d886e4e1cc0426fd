import type { Language } from '#core/kernel/common.ts';

// Signs that all share: digits, stops, quotation marks, the number sign, dashes, a cube, an ellipsis, an arrow, a plus.
const signs = '\\s\\d.,:;!?·№³²/()«»“”\\-–—…→×+%&@₸';

const letters: Readonly<Record<Language, string>> = {
  kk: 'а-яёәғқңөұүһі',
  ru: 'а-яё',
  // No "c" but in "ch", no "w"; the turned comma belongs to oʻ and gʻ, the apostrophe parts a syllable.
  uz: 'abdefghijklmnopqrstuvxyzchʻʼ',
  'uz-cyrl': 'абвгдеёжзийклмнопрстуфхцчшъьэюяўқғҳ',
  en: 'a-z’',
};

/** A text without its places and without names (also numbers of acts, "267-II") that every language writes alike. */
const bare = (text: string): string =>
  text
    .replace(/\{\w+\}|\.ics\b|(?<=\d-)[IVX]+/g, '')
    .replace(
      /\b(JSON|CSV|XLSX|Excel|PDF|JPEG|PNG|HEIC|ZIP|MB|XML|Word|iPhone|BIN|Outlook|Google|NCALayer|E-IMZO|P7S|P7M|CMS|SIG|SHA)\b/g,
      '',
    );

/** The first letter or sign of a text that the language does not have. */
export const foreignLetter = (language: Language, text: string): string | undefined =>
  new RegExp(`[^${letters[language]}${signs}]`, 'iu').exec(bare(text))?.[0];

/** Uzbek in Latin letters writes oʻ and gʻ with U+02BB and a syllable break with U+02BC, and "c" only in "ch". */
export const isWrongUzbek = (text: string): boolean => /(?<![og])ʻ|c(?!h)|[og]ʼ/i.test(bare(text));
