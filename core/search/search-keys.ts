import { apostrophes, plainLatin } from './letters.ts';

const longest = 40;

const single = (text: string): string => text.replaceAll(/(\p{L})\1+/gu, '$1');

/** "Zhanibek", "Janibek", «Жанибек», «Джанибек» are one, "Qoʻqon" and «Қўқон», "Stepnye" and «Степные». */
function skeleton(latin: string): string {
  const consonants = single(latin)
    .replaceAll('kh', 'h')
    .replaceAll('x', 'h')
    .replaceAll(/(?<=[sczg])h/gu, '')
    .replaceAll('q', 'k')
    .replaceAll('w', 'v')
    .replaceAll('j', 'z')
    .replaceAll('y', 'i')
    .replaceAll('dz', 'z');
  return single(single(consonants).replaceAll('ie', 'e'));
}

const distinct = (keys: readonly string[]): readonly string[] =>
  [...new Set(keys.map((key) => key.slice(0, longest)))].filter((key) => key.length > 0);

/** The words of a text as they are typed; an abbreviation with dots is one. */
export const wordsOf = (text: string): readonly string[] =>
  text
    .replaceAll(
      /(?<![\p{L}\p{N}])(?:\p{L}\.){2,}\p{L}?(?![\p{L}\p{N}])/gu,
      (dotted) => `${dotted.replaceAll('.', '')} `,
    )
    .split(new RegExp(`[^\\p{L}\\p{N}\\p{M}${apostrophes}]+`, 'u'))
    .filter((word) => /[\p{L}\p{N}]/u.test(word) && plainLatin(word)[0] !== '');

/** What a word is found by: the same for every spelling of it; two for a word with a letter that is written in two ways. */
export const searchKeys = (word: string): readonly string[] => distinct(plainLatin(word).map(skeleton));

/** The letter that, following, makes one sound of the last: whoever has typed so far has typed a beginning of that too. */
const following: Readonly<Record<string, string>> = { k: 'h', d: 'z', i: 'e', y: 'e' };

/** What the keys begin with of all words that begin as a word does; none begins with another, in their order. */
export function searchPrefixes(word: string): readonly string[] {
  const keys = distinct(
    plainLatin(word).flatMap((latin) => {
      const next = following[latin.at(-1) ?? ''];
      return next === undefined ? [skeleton(latin)] : [skeleton(latin), skeleton(latin + next)];
    }),
  );
  return keys.filter((key) => !keys.some((other) => other !== key && key.startsWith(other))).toSorted();
}

/** A text as one word, for numbers: 'AQT-2025-0008' is 'akt20250008'. */
export const joinedKey = (text: string): string =>
  wordsOf(text)
    .map((word) => searchKeys(word)[0] ?? '')
    .join('')
    .slice(0, longest);
