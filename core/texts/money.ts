import type { Currency, Language, Money } from '../kernel/common.ts';
import { locales } from './locales.ts';

type Form = 'whole' | 'short';

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(language: Language, currency: Currency, form: Form): Intl.NumberFormat {
  const key = `${language} ${currency} ${form}`;
  const known =
    formats.get(key) ??
    new Intl.NumberFormat(locales[language], {
      style: 'currency',
      currency,
      // The yuan's narrow sign is the yen's too.
      currencyDisplay: currency === 'CNY' ? 'symbol' : 'narrowSymbol',
      ...(form === 'short'
        ? { notation: 'compact' as const, maximumFractionDigits: 1 }
        : { minimumFractionDigits: 0, maximumFractionDigits: 2 }),
    });
  formats.set(key, known);
  return known;
}

/** CLDR leaves the code where Kazakh and Russian have a word, and the space before Uzbek's shortened millions. */
const mended = (language: Language, text: string): string => {
  const named = language === 'kk' || language === 'ru' ? text.replace('UZS', 'сум') : text;
  return language === 'uz-cyrl' ? named.replace(/(\d)(\p{L})/u, '$1\u00a0$2') : named;
};

/** An amount with its currency as people of the language write it: '12 500 000 ₸'. */
export const moneyText = (language: Language, { amountMinor, currency }: Money): string =>
  mended(language, formatOf(language, currency, 'whole').format(amountMinor / 100));

/** The same for reading at a glance: '12,3 млрд ₸'. */
export const shortMoneyText = (language: Language, { amountMinor, currency }: Money): string =>
  mended(language, formatOf(language, currency, 'short').format(amountMinor / 100));
