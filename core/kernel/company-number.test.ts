import { describe, expect, it } from 'vitest';
import { Company } from '../letter/letter-of-intent.ts';
import { bareDigits, isDoubtful, isEntrepreneur } from './company-number.ts';

describe('D28, S15: the check digit of a BIN or IIN', () => {
  it.each([
    ['251140012347', false],
    ['251140012374', true],
    ['251140000706', false],
    ['251140000720', true],
    ['000000000000', true],
    ['123456789012', true],
    ['251140012341', true],
    ['25114001234', false],
    ['', false],
  ])('%s is doubtful: %s', (number, doubtful) => {
    expect(isDoubtful({ country: 'KZ', number })).toBe(doubtful);
  });

  it('is not looked for in another country', () => {
    expect(isDoubtful({ country: 'UZ', number: '123456789' })).toBe(false);
    expect(isDoubtful({ country: 'other', number: '251140012374' })).toBe(false);
  });

  it('is one digit of ten, or there is no such number', () => {
    const fitting = Array.from({ length: 1000 }, (_, at) => `2511400${String(at).padStart(4, '0')}`).map(
      (eleven) =>
        [...'0123456789'].filter((digit) => !isDoubtful({ country: 'KZ', number: `${eleven}${digit}` })).length,
    );
    expect(new Set(fitting)).toEqual(new Set([0, 1]));
  });
});

describe('a person in business', () => {
  it.each([
    ['KZ', '850623300123', true],
    ['KZ', '8506 2330 0123', true],
    ['KZ', '251140012347', false],
    ['KZ', '251160012347', true],
    ['KZ', '850032300123', false],
    ['KZ', '000000000017', false],
    ['KZ', '251150012347', false],
    ['UZ', '31506851234567', true],
    ['UZ', '306524512', false],
    ['other', '31506851234567', false],
    ['KZ', '', false],
  ])('%s %s: %s', (country, number, expected) => {
    expect(isEntrepreneur({ country, number })).toBe(expected);
  });
});

describe("X20: a company's number", () => {
  it.each([
    ['KZ', '251 140 012 347', '251140012347'],
    ['KZ', '\u200e251140012347\u200f', '251140012347'],
    ['KZ', '2511-4001-2347', '251140012347'],
    ['KZ', '２５１１４００１２３４７', '251140012347'],
    ['UZ', '306 524 512', '306524512'],
    ['UZ', '3 1506 8512 3456 7', '31506851234567'],
  ] as const)('%s %j is %s', (country, typed, number) => {
    expect(Company.parse({ country, name: 'A', number: typed }).number).toBe(number);
  });

  it.each([
    ['KZ', '25114'],
    ['KZ', '2511400123471'],
    ['KZ', '25114OO12347'],
    ['UZ', '3065245123'],
    ['UZ', '251140012347'],
  ] as const)('%s %s is refused', (country, number) => {
    expect(Company.safeParse({ country, name: 'A', number }).success).toBe(false);
  });

  it('keeps letters, to be refused', () => {
    expect(bareDigits('BIN 12')).toBe('BIN12');
  });
});
