import { describe, expect, it } from 'vitest';
import { hasWord, nameKeys, numberKeys, rankOf, searchOf } from './search.ts';

const named = (company: string, number = 'AQT-2025-0008', reference?: string) => ({ company, number, reference });

describe('nameKeys', () => {
  it.each<readonly [string, readonly string[]]>([
    ['ТОО «Мега-Агат»', ['mega', 'agat']],
    ['«Мега» ЖШС', ['mega']],
    ['Mega LLP', ['mega']],
    ['MChJ «Qoʻqon tekstil»', ['kokon', 'kukon', 'tekstil']],
    ['АО Т.О.О.', ['ao', 'to']],
    ['Ақ жол ЖШС', ['ak', 'zol']],
    ['—', []],
    ['Мега Мега мега', ['mega']],
  ])('S7 X47: %j is found by its words without the legal form', (name, keys) => {
    expect(nameKeys(name)).toEqual(keys);
  });

  it('has an end', () => {
    expect(nameKeys(Array.from({ length: 60 }, (_, at) => `w${String(at)}`).join(' '))).toHaveLength(12);
  });
});

const finds = (text: string, company: string, number?: string): boolean => {
  const search = searchOf(text);
  return search !== undefined && search.words.every((word) => hasWord(named(company, number), word));
};

describe('searchOf', () => {
  it.each([
    ['ТОО «Мега-Агат»', 'ТОО «Мега-Агат»', true],
    ['ТОО Мега', 'ТОО «Мега-Агат»', true],
    ['ТОО Мега', 'ТОО «Агат»', false],
    ['Мега ЖШС', 'Mega LLP', true],
    ['товарищество с ограниченной ответственностью Мега', 'ТОО Мега', true],
    ['Қазфосфат АҚ', 'АО Казфосфат', true],
    ['Ақ-Жол', 'Ақтөбе Жылу', false],
    ['Ақ-Жол', 'ТОО Ак жол', true],
    ['агат мега', 'ТОО «Мега-Агат»', true],
    ['мег', 'ТОО «Мега-Агат»', true],
    ['мег аг', 'ТОО «Мега-Агат»', true],
    ['мега вега', 'ТОО «Мега-Агат»', false],
    ['ЖШС Актобе Жылу', 'Ақтөбе Жылу', true],
    ['Aqtobe jylu', 'Ақтөбе Жылу', true],
    ["O'zbek qozoq", 'Oʻzbek–Qozoq', true],
    ['ТОО', 'ТОО «Тоғыз»', true],
    ['2025 0008 Мега', 'Мега', true],
    ['aqt мега', 'Мега', true],
    ['2024 Мега', 'Мега', false],
  ] as const)('X47 S7: %j · %j: %s', (text, company, expected) => {
    expect(finds(text, company)).toBe(expected);
  });

  it.each<readonly [string, readonly string[]]>([
    ['AQT-2025-0008', ['akt20250008']],
    ['aqt 2025 0008', ['akt20250008']],
    ['AQT-2025-8', ['akt20250008', 'akt20258']],
    ['11', ['0011', '11']],
    ['0011', ['0011']],
    ['060 440 001 230', ['0060440001230', '060440001230'].slice(1)],
    ['Мега', []],
  ])('S7 A28: %j as a number', (text, keys) => {
    expect(searchOf(text)?.number).toEqual(expect.arrayContaining([...keys]));
  });

  it('is nothing without a word, and no more than eight of them', () => {
    expect([searchOf(''), searchOf(' — «»'), searchOf("'")]).toEqual([undefined, undefined, undefined]);
    expect(searchOf('a b c d e f g h i j k')?.words).toHaveLength(8);
  });
});

describe('rankOf', () => {
  it.each([
    ['its number', 'AQT-2025-0008', 'Мега', 0],
    ['its last digits', '0008', 'Мега', 0],
    ['its number without noughts', '8', 'Мега', 0],
    ['its whole name', 'ТОО Мега Агат', '«Mega-Agat»', 1],
    ['whole words', 'агат', 'Мега Агат', 2],
    ['how it begins', 'мег', 'Мега Агат', 3],
    ['something else', 'ага', 'Мега Агат', 4],
  ] as const)('S7: %s', (_, text, company, rank) => {
    const search = searchOf(text);
    const found = new Set([...nameKeys(company), ...numberKeys('AQT-2025-0008')]);
    expect(search && rankOf(search, named(company), found)).toBe(rank);
  });
});
