import { describe, expect, it } from 'vitest';
import { moneyIn, numberIn, present, textIn, wholeIn } from './values.ts';

const fields = (text: string) => new URLSearchParams({ n: text, 'm.amount': text, 'm.currency': 'KZT' });

describe('a number somebody typed', () => {
  it.each([
    ['120', 120],
    [' 1 200 ', 1200],
    ['1\u00a0200\u202f300', 1_200_300],
    ['1,5', 1.5],
    ['1.5', 1.5],
    ['1,200,000', 1_200_000],
    ['1.200.000', 1_200_000],
    ["1'200", 1200],
    ['', undefined],
    ['  ', undefined],
    ['abc', Number.NaN],
    ['-5', Number.NaN],
    ['1e9', Number.NaN],
    ['0x10', Number.NaN],
    ['1,2,3', Number.NaN],
    ['12,00.5', Number.NaN],
  ])('%j is %s', (text, number) => {
    expect(numberIn(fields(text), 'n')).toBe(number);
  });

  it('X17: that may be two is none until it is said which', () => {
    expect(numberIn(fields('500,000'), 'n')).toBeNaN();
    expect(numberIn(new URLSearchParams({ n: '500,000', 'n.in': 'en' }), 'n')).toBe(500_000);
    expect(numberIn(new URLSearchParams({ n: '500,000', 'n.in': 'ru', 'n.meant': '500' }), 'n')).toBe(500);
    expect(numberIn(new URLSearchParams({ n: '500,000', 'n.in': 'ru', 'n.meant': '7' }), 'n')).toBeNaN();
    expect(wholeIn(fields('1,200'), 'n')).toBe(1200);
    expect(
      moneyIn(new URLSearchParams({ 'm.amount': '12,500', 'm.amount.in': 'en', 'm.currency': 'KZT' }), 'm'),
    ).toEqual({ amountMinor: 1_250_000, currency: 'KZT' });
  });

  it('is money in minor units', () => {
    expect(moneyIn(fields('1 234,56'), 'm')).toEqual({ amountMinor: 123_456, currency: 'KZT' });
    expect(moneyIn(fields('0.29'), 'm')).toEqual({ amountMinor: 29, currency: 'KZT' });
    expect(moneyIn(fields(''), 'm')).toBeUndefined();
    expect(moneyIn(fields('x'), 'm')?.amountMinor).toBeNaN();
  });
});

it('an empty field is absent', () => {
  expect(textIn(fields('  '), 'n')).toBeUndefined();
  expect(textIn(fields(' a '), 'n')).toBe('a');
  expect(present({ a: undefined, b: 0, c: '' })).toEqual({ b: 0, c: '' });
});
