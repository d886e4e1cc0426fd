import { describe, expect, it } from 'vitest';
import { languages, type Language } from '../kernel/common.ts';
import { foreignLetter, isWrongUzbek } from '#test/support/alphabets.ts';
import { areas, flat, textsIn, wordsOf, type Flat } from '#test/support/texts.ts';
import { placesOf } from './fill.ts';
import { locales } from './locales.ts';

type Words = Readonly<Record<string, unknown>>;

describe.each(areas)('the words of %s', (area) => {
  it.each(['kk', 'ru', 'uz', 'uz-cyrl'] as const)(
    'name the same values in %s as in English, and none is empty or left in English',
    async (file) => {
      const english = new Map(flat(await wordsOf(area, 'en')));
      for (const [path, text] of flat(await wordsOf(area, file))) {
        // Forms of a plural differ by language; lists may be longer.
        const same = english.get(path) ?? english.get(path.replace(/\/(few|many|one)$/, '/other'));
        if (same === undefined) continue;
        expect(placesOf(text).toSorted(), path).toEqual(placesOf(same).toSorted());
        expect(text.trim(), path).not.toBe('');
        // Uzbek in Latin letters shares words with English ("forum"); its Cyrillic says them apart.
        if (file !== 'uz' && /\p{L}{4}/u.test(same.replace(/\{\w+\}/g, ''))) expect(text, path).not.toBe(same);
      }
    },
  );
});

/** Every object of a value that is a counted text: it has the form `other`. */
function pluralsIn(value: unknown, path = ''): readonly (readonly [string, Words])[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, one]) => pluralsIn(one, `${path}/${key}`));
  return typeof (value as Words)['other'] === 'string' &&
    Object.keys(value).every((key) => ['one', 'few', 'many', 'other'].includes(key))
    ? [[path, value as Words], ...inner]
    : inner;
}

describe.each(areas)('the words of %s', (area) => {
  it.each(languages)('are written in the letters of %s, whole and tidy', async (language) => {
    const texts: Flat = flat(await wordsOf(area, language));
    expect(texts.length).toBeGreaterThan(0);
    expect(
      texts.filter(([, text]) => text.trim() === '' || text !== text.trim() || /\s{2}| [.,:;!?](?![a-z])/.test(text)),
    ).toEqual([]);
    expect(
      texts.flatMap(([path, text]) =>
        foreignLetter(language, text) === undefined ? [] : [[path, text, foreignLetter(language, text)]],
      ),
    ).toEqual([]);
    if (language === 'uz') expect(texts.filter(([, text]) => isWrongUzbek(text))).toEqual([]);
  });

  it.each(languages)('have in %s every key that English has, and no other', async (language) => {
    const paths = async (of: Language) =>
      flat(await wordsOf(area, of)).map(([path]) => path.replace(/\/(one|few|many)$/, '/other'));
    expect([...new Set(await paths(language))].toSorted()).toEqual([...new Set(await paths('en'))].toSorted());
  });

  it.each(languages)('count in the forms of %s', async (language) => {
    const forms = new Intl.PluralRules(locales[language]).resolvedOptions().pluralCategories;
    for (const [path, plural] of pluralsIn(await wordsOf(area, language)))
      expect(Object.keys(plural).toSorted(), path).toEqual([...forms].toSorted());
  });
});

describe('one thing has one name', () => {
  // The zone's office is the law's managing company; a directorate is that of Uzbekistan, and the other word stands for a municipality.
  it.each([
    ['kk', /әкімшілі[кг]|дирекция/i, /басқарушы компания/i],
    ['ru', /администраци[яиюей]|дирекци/i, /управляющ(ая|ей) компани/i],
    ['uz', /boshqaruv kompaniya/i, /direksiya/i],
  ] as const)('in %s the office is never called by a second word', async (file, second, first) => {
    const all = await textsIn(file);
    expect(all.filter(([, text]) => second.test(text))).toEqual([]);
    expect(all.some(([, text]) => first.test(text))).toBe(true);
  });
});
