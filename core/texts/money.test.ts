import { describe, expect, it } from 'vitest';
import { currencies, languages, type Currency, type Language } from '../kernel/common.ts';
import { moneyText, shortMoneyText } from './money.ts';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('money as people write it', () => {
  it.each<[Language, Currency, string, string]>([
    ['kk', 'KZT', '12 345 678 900,5 ₸', '12,3 млрд ₸'],
    ['ru', 'KZT', '12 345 678 900,5 ₸', '12,3 млрд ₸'],
    ['en', 'KZT', '₸12,345,678,900.5', '₸12.3bn'],
    ['uz', 'UZS', '12 345 678 900,5 soʻm', '12,3 mlrd soʻm'],
    ['uz-cyrl', 'UZS', '12 345 678 900,5 сўм', '12,3 млрд сўм'],
    ['kk', 'UZS', '12 345 678 900,5 сум', '12,3 млрд сум'],
    ['ru', 'UZS', '12 345 678 900,5 сум', '12,3 млрд сум'],
    ['en', 'CNY', 'CN¥12,345,678,900.5', 'CN¥12.3bn'],
  ])('%s %s', (language, currency, whole, short) => {
    const money = { amountMinor: 1_234_567_890_050, currency };
    expect([plain(moneyText(language, money)), plain(shortMoneyText(language, money))]).toEqual([whole, short]);
  });

  it.each(languages.flatMap((language) => currencies.map((currency) => [language, currency] as const)))(
    '%s %s has a sign or a name, never a code but the soum of English',
    (language, currency) => {
      for (const text of [moneyText, shortMoneyText].map((write) =>
        write(language, { amountMinor: 123_456_789_000, currency }),
      )) {
        expect(/[A-Z]{3}/.test(text)).toBe(language === 'en' && currency === 'UZS');
        expect(plain(text)).toMatch(language === 'en' ? /^\D+1(,|\.2)/ : /^1( |,2 )/);
      }
    },
  );
});
