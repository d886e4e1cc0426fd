import { describe, expect, it } from 'vitest';
import { currencies, languages, type Currency, type Language } from '../kernel/common.ts';
import { needText } from './need-text.ts';
import { numberInWords } from './number-words.ts';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('B3: a number in words', () => {
  it.each<[Language, number, Currency | undefined, string]>([
    ['en', 12_000_000, 'EUR', '€12,000,000 (12 million €)'],
    ['ru', 12_000_000, 'EUR', '12 000 000 € (12 миллионов €)'],
    ['kk', 12_500_000_000, 'KZT', '12 500 000 000 ₸ (12,5 миллиард ₸)'],
    ['uz', 12_000_000, 'UZS', '12 000 000 soʻm (12 million soʻm)'],
    ['uz-cyrl', 2_000_000_000_000, 'UZS', '2 000 000 000 000 сўм (2 триллион сўм)'],
    ['en', 4500, undefined, '4,500'],
    ['ru', 4.5, undefined, '4,5'],
    ['en', 500_000, 'USD', '$500,000'],
    ['ru', 1_000_000, undefined, '1 000 000 (1 миллион)'],
  ])('in %s %d %s is %s', (language, value, currency, words) => {
    expect(plain(numberInWords(language, value, currency))).toBe(words);
  });

  it.each(languages.flatMap((language) => currencies.map((currency) => [language, currency] as const)))(
    'in %s has a sign for %s',
    (language, currency) => {
      expect(plain(numberInWords(language, 3_000_000, currency))).toMatch(/\(3 \p{L}+ \S+\)$/u);
    },
  );
});

it.each<[Language, string]>([
  ['en', 'needed, quantity not known yet'],
  ['ru', 'нужно, объём пока неизвестен'],
  ['kk', 'қажет, көлемі әзірге белгісіз'],
  ['uz', 'kerak, hajmi hozircha nomaʼlum'],
  ['uz-cyrl', 'керак, ҳажми ҳозирча номаълум'],
])('S14: a need without a figure says so in %s', (language, words) => {
  expect(needText(language, { unit: 'kilowatts' })).toBe(words);
  expect(needText(language, { unit: 'kilowatts', amount: 4.5 })).not.toBe(words);
});
