import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages } from '#core/kernel/common.ts';
import { languageOf } from './language.ts';

describe('the language of a reader', () => {
  it.each([
    ['en;q=0.1,ru;q=0.9', 'ru'],
    ['fr,ru;q=0', 'en'],
    ['ru;q=0,kk;q=0.1', 'kk'],
    ['kk, ru', 'kk'],
    ['ru;q=0.5, uz;q=0.5', 'ru'],
    ['fr;q=1, uz-Latn-UZ;q=0.2', 'uz'],
    ['uz-Cyrl-UZ', 'uz-cyrl'],
    ['ru;q=x,kk;q=0.9', 'ru'],
    ['ru ; q=0.3 , kk ; q=0.8', 'kk'],
    ['', 'en'],
    [undefined, 'en'],
  ])('X19: of %j is %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });

  it('X19: is the most wanted, in whatever order they come', () => {
    const wanted = fc.uniqueArray(
      fc.record({ language: fc.constantFrom(...languages), weight: fc.integer({ min: 1, max: 999 }) }),
      { minLength: 1, selector: ({ weight }) => weight, comparator: 'SameValue' },
    );
    fc.assert(
      fc.property(wanted, (some) => {
        const best = some.toSorted((a, b) => b.weight - a.weight)[0]?.language;
        expect(
          languageOf(
            some.map(({ language, weight }) => `${language};q=0.${String(weight).padStart(3, '0')}`).join(','),
          ),
        ).toBe(best);
      }),
    );
  });
});
