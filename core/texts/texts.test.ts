import { describe, expect, it } from 'vitest';
import { languages, type Language } from '../kernel/common.ts';
import { foreignLetter, isWrongUzbek } from '#test/support/alphabets.ts';
import { emailTextsOf } from './areas/emails.ts';
import { placesOf } from './fill.ts';
import { textsOf } from './index.ts';
import { problemTextsOf } from './areas/problems.ts';
import { locales } from './locales.ts';

/** Every text of a language by its path: `stages.expertise`, `notices.receipt.investor.paragraphs.0`. */
function flat(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([key, inner]) => flat(inner, path === '' ? key : `${path}.${key}`));
}

const all = Object.fromEntries(
  languages.map((language) => [
    language,
    new Map(flat({ ...textsOf(language), ...problemTextsOf(language), ...emailTextsOf(language) })),
  ]),
) as Record<Language, Map<string, string>>;
const others = languages.filter((language) => language !== 'en');

// Forms of a counted text that only some languages have.
const isOwnForm = (path: string): boolean => /^digest\.late\.(few|many)$/.test(path);

describe('every language has every text', () => {
  const paths = [...all.en.keys()];

  it('holds several hundred texts', () => {
    expect(paths.length).toBeGreaterThan(300);
  });

  it.each(others)('%s has the keys of English, and none is empty', (language) => {
    expect([...all[language].keys()].filter((path) => !isOwnForm(path)).sort()).toEqual([...paths].sort());
    expect([...all[language]].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it.each(others)('%s names the same values in each template as English', (language) => {
    const differing = [...all[language]].filter(([path, text]) => {
      const model = all.en.get(path) ?? all.en.get('digest.late.other') ?? '';
      return [...placesOf(text)].sort().join() !== [...placesOf(model)].sort().join();
    });
    expect(differing).toEqual([]);
  });

  it.each(languages)('%s has each form of a counted text that its grammar has', (language) => {
    const forms = new Intl.PluralRules(locales[language]).resolvedOptions().pluralCategories;
    expect(Object.keys(emailTextsOf(language).digest.late).sort()).toEqual([...forms].sort());
  });
});

describe('no text was left in another language', () => {
  const shared: Readonly<Record<string, readonly string[]>> = {
    'en uz': [
      'partyKinds.bank',
      'holders.investor',
      'email.rows.investor',
      'faults.investor',
      'units.megabitsPerSecond',
    ],
    'kk ru': [
      'office.phone',
      'partyKinds.bank',
      'holders.investor',
      'email.rows.investor',
      'faults.investor',
      'units.kilowatts',
      'units.megabitsPerSecond',
    ],
    'kk uz-cyrl': [
      'office.phone',
      'partyKinds.bank',
      'holders.investor',
      'email.rows.investor',
      'faults.investor',
      'units.kilowatts',
      'units.megabitsPerSecond',
    ],
    'ru uz-cyrl': [
      'office.phone',
      'partyKinds.bank',
      'roles.headquarters',
      'holders.investor',
      'email.rows.investor',
      'faults.investor',
      'units.kilowatts',
      'units.megabitsPerSecond',
      'email.rows.zone',
    ],
  };
  const pairs = languages.flatMap((one, at) =>
    languages.slice(at + 1).map((other) => [one, other].sort() as [Language, Language]),
  );

  it.each(pairs)('%s and %s are equal only where the word is the same', (one, other) => {
    const equal = [...all[one]].filter(([path, text]) => text === all[other].get(path)).map(([path]) => path);
    expect(equal.sort()).toEqual([...(shared[`${one} ${other}`] ?? [])].sort());
  });
});

describe('every language is written in its own alphabet', () => {
  it.each(languages)('%s has no foreign letter or sign', (language) => {
    expect([...all[language]].filter(([, text]) => foreignLetter(language, text) !== undefined)).toEqual([]);
  });

  it('uz writes oʻ and gʻ with U+02BB and a syllable break with U+02BC', () => {
    expect([...all.uz.values()].filter(isWrongUzbek)).toEqual([]);
  });

  it.each([
    ['kk', /[әғқңөұүһі]/i],
    ['uz-cyrl', /[ўқғҳ]/i],
    ['uz', /[ʻʼqx]/i],
    ['ru', /[ыщэъ]/i],
  ] as const)('%s uses the letters that are its own', (language, own) => {
    const long = [...all[language].values()].filter((text) => text.length > 60);
    expect(long.length).toBeGreaterThan(40);
    expect(long.filter((text) => own.test(text)).length / long.length).toBeGreaterThan(0.5);
  });
});

describe('texts are tidy', () => {
  it.each(languages)('%s has no stray space', (language) => {
    expect([...all[language].values()].filter((text) => text !== text.trim() || /\s{2}| [.,:;!?]/.test(text))).toEqual(
      [],
    );
  });

  it.each(languages)('%s ends sentences with a stop and names without one', (language) => {
    const isSentence = (path: string): boolean =>
      /paragraphs|\.request$|^problems.*next$|^issues|\.intro\.|\.questions$|^digest\.stops$/.test(path);
    const wrong = [...all[language]].filter(([path, text]) =>
      isSentence(path) ? !/[.!?]$/.test(text) : /\.$/.test(text) && !/^linkPage/.test(path),
    );
    expect(wrong).toEqual([]);
  });
});
