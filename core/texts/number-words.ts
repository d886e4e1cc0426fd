import type { Currency, Language } from '../kernel/common.ts';
import { onceALanguage } from './locales.ts';
import { moneyText } from './money.ts';
import { numberText } from './numbers.ts';

const formats = onceALanguage(
  (locale) => new Intl.NumberFormat(locale, { notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 3 }),
);

/** CLDR's Uzbek Cyrillic loses a letter. */
const mended = (text: string): string => text.replace('трилион', 'триллион');

/** The sign or name of a currency, as it stands beside an amount: no case, no plural. */
const signOf = (language: Language, currency: Currency): string =>
  moneyText(language, { amountMinor: 0, currency }).replace(/[\d\s]/gu, '');

/** A number in figures and, from a million, in words: '12 500 000 (12,5 миллиона ₸)'. Words are to three decimals. */
export function numberInWords(language: Language, value: number, currency?: Currency): string {
  const sign = currency === undefined ? '' : `\u00a0${signOf(language, currency)}`;
  const figures =
    currency === undefined
      ? numberText(language, value)
      : moneyText(language, { amountMinor: Math.round(value * 100), currency });
  return value < 1_000_000 ? figures : `${figures} (${mended(formats(language).format(value))}${sign})`;
}
