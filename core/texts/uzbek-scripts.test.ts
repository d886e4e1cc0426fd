import { describe, expect, it } from 'vitest';
import { uzCyrl, uzCyrlEmails } from './uz-cyrl.ts';
import { uz, uzEmails } from './uz.ts';

const letters: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'yo', ж: 'j', з: 'z', и: 'i', й: 'y', к: 'k', л: 'l', м: 'm', н: 'n',
  о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'x', ц: 's', ч: 'ch', ш: 'sh', ъ: 'ʼ', ь: '', э: 'e', ю: 'yu',
  я: 'ya', ў: 'oʻ', қ: 'q', ғ: 'gʻ', ҳ: 'h', '«': '“', '»': '”',
};

const latinOf = (letter: string, before: string): string => {
  const afterVowel = /[аеёиоуэюяў]/i.test(before);
  if (letter === 'е' && (afterVowel || !/[а-яёўқғҳ]/i.test(before) || /[ъь]/i.test(before))) return 'ye';
  if (letter === 'ц' && afterVowel) return 'ts';
  return letters[letter] ?? letter;
};

/** The rules of 1995: е is ye where a word or a syllable begins, ц is ts after a vowel, the soft sign is not written. */
function toLatin(text: string): string {
  return [...text].map((character, at) => {
    const small = character.toLowerCase();
    const latin = latinOf(small, text[at - 1] ?? '');
    return character === small ? latin : `${latin.charAt(0).toUpperCase()}${latin.slice(1)}`;
  }).join('');
}

const inLatin = (value: unknown): unknown => {
  if (typeof value === 'string') return toLatin(value);
  if (Array.isArray(value)) return value.map(inLatin);
  return Object.fromEntries(Object.entries(value as object).map(([key, inner]) => [key, inLatin(inner)]));
};

describe('the two scripts of Uzbek', () => {
  it('say the same, letter by letter', () => {
    expect(uz).toEqual(inLatin(uzCyrl));
    expect(uzEmails).toEqual(inLatin(uzCyrlEmails));
  });

  it.each([
    ['Эътироз', 'Eʼtiroz'], ['ер', 'yer'], ['реестр', 'reyestr'], ['тармоғи', 'tarmogʻi'], ['лицензия', 'litsenziya'],
    ['дирекция', 'direksiya'], ['автомобиль йўли', 'avtomobil yoʻli'], ['Ўзбекча', 'Oʻzbekcha'],
  ])('%s is %s', (cyrillic, latin) => {
    expect(toLatin(cyrillic)).toBe(latin);
  });
});
