import { globSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages } from '../contracts/common.ts';
import { foreignLetter, isWrongUzbek } from '#test/support/alphabets.ts';
import { inLatin } from '#test/support/uzbek-latin.ts';
import { placesOf } from './fill.ts';
import { locales } from './locales.ts';

type Words = Readonly<Record<string, unknown>>;

/** Every folder with a file of words for each language. */
const folders = globSync('**/uz-cyrl.ts', { cwd: new URL('.', import.meta.url) }).map((file) => `./${dirname(file)}`).filter((folder) => folder !== './.').toSorted();

/** Every text of a value by its path. */
function textsIn(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as Words).flatMap(([key, inner]) => textsIn(inner, `${path}/${key}`));
}

/** A language's words: the one thing its file exports. */
async function wordsOf(folder: string, file: string): Promise<Words> {
  const [words] = Object.values((await import(`${folder}/${file}.ts`)) as Readonly<Record<string, Words>>);
  return words ?? {};
}

describe.each(folders)('the words of %s', (folder) => {
  it('say the same in both scripts of Uzbek, letter by letter', async () => {
    expect(await wordsOf(folder, 'uz')).toEqual(inLatin(await wordsOf(folder, 'uz-cyrl')));
  });

  it.each(['kk', 'ru', 'uz', 'uz-cyrl'])('name the same values in %s as in English, and none is empty or left in English', async (file) => {
    const english = new Map(textsIn(await wordsOf(folder, 'en')));
    for (const [path, text] of textsIn(await wordsOf(folder, file))) {
      // Forms of a plural differ by language; lists may be longer.
      const same = english.get(path) ?? english.get(path.replace(/\/(few|many|one)$/, '/other'));
      if (same === undefined) continue;
      expect(placesOf(text).toSorted(), path).toEqual(placesOf(same).toSorted());
      expect(text.trim(), path).not.toBe('');
      // Uzbek in Latin letters shares words with English ("forum"); its Cyrillic says them apart.
      if (file !== 'uz' && /\p{L}{4}/u.test(same.replace(/\{\w+\}/g, ''))) expect(text, path).not.toBe(same);
    }
  });
});

type Flat = readonly (readonly [string, string])[];

/** Every object of a value that is a counted text: it has the form `other`. */
function pluralsIn(value: unknown, path = ''): readonly (readonly [string, Words])[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, one]) => pluralsIn(one, `${path}/${key}`));
  return typeof (value as Words)['other'] === 'string' && Object.keys(value).every((key) => ['one', 'few', 'many', 'other'].includes(key)) ? [[path, value as Words], ...inner] : inner;
}

describe.each(folders)('the words of %s', (folder) => {
  it.each(languages)('are written in the letters of %s, whole and tidy', async (language) => {
    const texts: Flat = textsIn(await wordsOf(folder, language));
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.filter(([, text]) => text.trim() === '' || text !== text.trim() || /\s{2}| [.,:;!?](?![a-z])/.test(text))).toEqual([]);
    expect(texts.flatMap(([path, text]) => (foreignLetter(language, text) === undefined ? [] : [[path, text, foreignLetter(language, text)]]))).toEqual([]);
    if (language === 'uz') expect(texts.filter(([, text]) => isWrongUzbek(text))).toEqual([]);
  });

  it.each(languages)('have in %s every key that English has, and no other', async (language) => {
    const paths = async (of: string) => textsIn(await wordsOf(folder, of)).map(([path]) => path.replace(/\/(one|few|many)$/, '/other'));
    expect([...new Set(await paths(language))].toSorted()).toEqual([...new Set(await paths('en'))].toSorted());
  });

  it.each(languages)('count in the forms of %s', async (language) => {
    const forms = new Intl.PluralRules(locales[language]).resolvedOptions().pluralCategories;
    for (const [path, plural] of pluralsIn(await wordsOf(folder, language))) expect(Object.keys(plural).toSorted(), path).toEqual([...forms].toSorted());
  });
});

describe('one thing has one name', () => {
  // The zone's office is the law's managing company; a directorate is that of Uzbekistan, and the other word stands for a municipality.
  it.each([['kk', /әкімшілі[кг]|дирекция/i, /басқарушы компания/i], ['ru', /администраци[яиюей]|дирекци/i, /управляющ(ая|ей) компани/i], ['uz', /boshqaruv kompaniya/i, /direksiya/i]] as const)('in %s the office is never called by a second word', async (file, second, first) => {
    const all = await Promise.all(['.', ...folders].map(async (folder) => textsIn(await wordsOf(folder, file))));
    expect(all.flat().filter(([, text]) => second.test(text))).toEqual([]);
    expect(all.flat().some(([, text]) => first.test(text))).toBe(true);
  });
});
