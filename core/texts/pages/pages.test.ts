import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inLatin } from '#test/support/uzbek-latin.ts';
import { placesOf } from '../fill.ts';

type Words = Readonly<Record<string, unknown>>;

const folders = [
  ...readdirSync(new URL('.', import.meta.url), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => `./${name}`),
  '../link-email', '../documents',
];

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
