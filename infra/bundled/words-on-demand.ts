import { readFileSync } from 'node:fs';
import type { Language } from '#core/kernel/common.ts';

type Files = Readonly<Partial<Record<Language, string>>>;

/**
 * For `core/texts/in-languages.ts`, where words-apart.ts left the name of a file in the place of words.
 * @__NO_SIDE_EFFECTS__
 */
export function inLanguages(written: Readonly<Record<string, Files>>): (language: Language) => unknown {
  const read = new Map<Language, unknown>();
  return (language) => {
    if (!read.has(language)) {
      const file = Object.values(written).find((files) => files[language] !== undefined)?.[language];
      if (file === undefined) throw new Error(`No words in ${language}`);
      read.set(language, JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')));
    }
    return read.get(language);
  };
}
