import type { Letter } from '#core/ports/index.ts';

/** Words of a name that are indexed; more would only cost. */
const mostWords = 8;
const longestWord = 40;

/** Case, accents and punctuation do not count when people search. */
export const normalised = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 0)
    .map((word) => word.slice(0, longestWord));

/** A number as one word. */
export const wholeWord = (text: string): readonly string[] => [normalised(text).join('')].filter((word) => word.length > 0);

/** What a project is found by: the words of its company's name, the company number, its own number. */
export function searchWords({ company }: Pick<Letter, 'company'>, number: string): readonly string[] {
  return [...new Set([...normalised(company.name).slice(0, mostWords), ...wholeWord(company.number), ...wholeWord(number)])];
}

/** What a typed text is looked up by: a number as one word, otherwise its first word. */
export function searchedWord(text: string): string | undefined {
  const words = normalised(text);
  const joined = words.join('');
  return /\d{3}/.test(joined) ? joined : words[0];
}
