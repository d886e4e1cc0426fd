import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencies, languages, type Language } from './common.ts';
import { moneyText } from '../texts/money.ts';
import { numberText } from '../texts/numbers.ts';
import { typedNumber, type Reading, type TypedNumber } from './typed-number.ts';

const told = (typed: TypedNumber): number | readonly number[] | string => {
  if (typed.kind === 'number') return typed.value;
  return typed.kind === 'asked' ? typed.readings : typed.kind;
};

describe('B3, X17: a number somebody typed', () => {
  it.each<[string, Reading['language'], number | readonly number[] | string]>([
    ['', undefined, 'none'],
    ['  ', 'en', 'none'],
    ['120', undefined, 120],
    [' 1 200 ', 'ru', 1200],
    ['1\u00a0200\u202f300', 'kk', 1_200_300],
    ['4,500', 'en', 4500],
    ['12,500', 'en', 12_500],
    ['500,000', 'en', 500_000],
    ['1,200', 'en', 1200],
    ['1,234,567.89', 'en', 1_234_567.89],
    ['4,500', 'ru', [4500, 4.5]],
    ['4,500', 'kk', [4500, 4.5]],
    ['4,500', 'uz', [4500, 4.5]],
    ['4,500', 'uz-cyrl', [4500, 4.5]],
    ['4,500', undefined, [4500, 4.5]],
    ['4.500', 'ru', [4500, 4.5]],
    ['4.500', 'en', [4500, 4.5]],
    ['500.000', 'en', [500_000, 500]],
    ['12,000,000', 'ru', 12_000_000],
    ['12.000.000', 'en', 12_000_000],
    ['1.234.567,89', 'ru', 1_234_567.89],
    ['1.234,56', 'en', 1234.56],
    ['1,234.56', 'ru', 1234.56],
    ['1 234,567', 'ru', 1234.567],
    ["1'234'567.89", 'en', 1_234_567.89],
    ['1’200', 'en', 1200],
    ['1,5', 'en', 1.5],
    ['1.5', 'ru', 1.5],
    ['0,500', 'ru', 0.5],
    ['0.125', 'en', 0.125],
    ['1234,567', 'ru', 1234.567],
    ['4500.000', 'ru', 4500],
    ['12 млн', 'ru', 12_000_000],
    ['12,5 млрд.', 'ru', 12_500_000_000],
    ['4,5 мың', 'kk', 4500],
    ['12.3 million', 'en', 12_300_000],
    ['1,2 trillion', 'uz', 1.2e12],
    ['1,200 млн', 'ru', [1_200_000_000, 1_200_000]],
    ['١٢', 'en', 'unreadable'],
    ['１２０', 'en', 120],
    ['\u200e4500\u200f', 'en', 4500],
    ['abc', 'en', 'unreadable'],
    ['-5', 'en', 'unreadable'],
    ['1e9', 'en', 'unreadable'],
    ['0x10', 'en', 'unreadable'],
    ['1,2,3', 'en', 'unreadable'],
    ['12,00.5', 'en', 'unreadable'],
    ['1 2 00', 'ru', 'unreadable'],
    ['45 00', 'ru', 'unreadable'],
    ['4,5 MW', 'en', 'unreadable'],
    ['012,500', 'en', 'unreadable'],
    ['1,234.567.890', 'en', 'unreadable'],
    ['5.', 'en', 'unreadable'],
    ['50 %', 'en', 'unreadable'],
  ])('%j of a page in %s is %j', (text, language, right) => {
    expect(told(typedNumber(text, { language }))).toEqual(right);
  });

  it('is whole where only whole numbers make sense, a share with its sign', () => {
    expect(typedNumber('1,200', { whole: true })).toEqual({ kind: 'number', value: 1200 });
    expect(typedNumber('1.5', { whole: true })).toEqual({ kind: 'number', value: 1.5 });
    expect(typedNumber('50 %', { percent: true })).toEqual({ kind: 'number', value: 50 });
  });

  it('is what the person said they meant, while it can be read so', () => {
    expect(typedNumber('4,500', { meant: '4.5' })).toEqual({ kind: 'number', value: 4.5 });
    expect(typedNumber('4,500', { language: 'en', meant: '4.5' })).toEqual({ kind: 'number', value: 4500 });
    expect(typedNumber('4,600', { meant: '4.5' })).toEqual({ kind: 'asked', readings: [4600, 4.6] });
  });

  it('S15: is asked about when it is nought where that is seldom meant', () => {
    expect(typedNumber('0', { asksZero: true })).toEqual({ kind: 'asked', readings: [0] });
    expect(typedNumber('0,00', { asksZero: true, meant: '0' })).toEqual({ kind: 'number', value: 0 });
    expect(typedNumber('0')).toEqual({ kind: 'number', value: 0 });
  });
});

const language = fc.constantFrom<Language>(...languages);
const mayBe = (typed: TypedNumber, value: number): boolean =>
  (typed.kind === 'number' && typed.value === value) || (typed.kind === 'asked' && typed.readings.includes(value));

describe('what we print', () => {
  it('is read as it was, or asked with the right number among the readings', () => {
    fc.assert(
      fc.property(
        language,
        fc.integer({ min: 0, max: 10 ** 12 }),
        fc.constantFrom(1, 10, 100, 1000),
        (printed, whole, parts) => {
          const value = whole / parts;
          expect(mayBe(typedNumber(numberText(printed, value), { language: printed }), value)).toBe(true);
        },
      ),
    );
  });

  it('is never asked about when it is whole', () => {
    fc.assert(
      fc.property(language, fc.integer({ min: 0, max: 10 ** 15 }), (printed, value) => {
        expect(typedNumber(numberText(printed, value), { language: printed })).toEqual({ kind: 'number', value });
      }),
    );
  });

  it('is read as money without the sign of the currency', () => {
    fc.assert(
      fc.property(
        language,
        fc.constantFrom(...currencies),
        fc.integer({ min: 0, max: 10 ** 15 }),
        (printed, currency, amountMinor) => {
          const bare = moneyText(printed, { amountMinor, currency }).replace(/^[^\d]+|[^\d]+$/g, '');
          expect(typedNumber(bare, { language: printed })).toEqual({ kind: 'number', value: amountMinor / 100 });
        },
      ),
    );
  });

  it('is never read as a thousandth of it, in whatever language', () => {
    fc.assert(
      fc.property(language, language, fc.integer({ min: 0, max: 10 ** 12 }), (printed, read, value) => {
        expect(mayBe(typedNumber(numberText(printed, value), { language: read }), value)).toBe(true);
      }),
    );
  });
});

it('any text is read without a fault, and never as less than nothing', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('0', '1', '5', ',', '.', ' ', "'", '%', 'm') })),
      (text) => {
        const typed = typedNumber(text);
        if (typed.kind === 'number') expect(typed.value).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});
