import type { Language } from '#core/kernel/common.ts';
import { bareDigits } from '#core/kernel/company-number.ts';
import { fill } from '#core/texts/index.ts';
import { letterTexts, type LetterTexts } from '#core/texts/areas/letter.ts';

/** What is wrong so that only what to enter helps. */
const plain: readonly string[] = [
  'missing',
  'invalid_type',
  'invalid_format',
  'invalid_value',
  'invalid_union',
  'too_small',
  'not-a-number',
  'custom',
];

const sentences: Readonly<Record<string, keyof LetterTexts['errors']>> = {
  zoneId: 'zoneId',
  'company.country': 'country',
  'company.registeredIn': 'registeredIn',
  'company.name': 'name',
  'company.number': 'number',
  production: 'production',
  sector: 'sector',
  'investment.amount': 'investment',
  jobs: 'jobs',
  exportShare: 'exportShare',
  financing: 'financing',
  landHectares: 'landHectares',
  wantedStart: 'wantedStart',
  'contact.name': 'contactName',
  'contact.email': 'email',
  'contact.phone': 'phone',
  'contact.language': 'language',
  consent: 'consent',
};

/** How many digits a number has and was given; undefined where another country's register decides. */
function numberSentence({ errors }: LetterTexts, fields: URLSearchParams): string | undefined {
  const typed = bareDigits(fields.get('company.number') ?? '');
  const country = fields.get('company.country');
  if (typed === '' || (country !== 'KZ' && country !== 'UZ')) return undefined;
  if (/\D/.test(typed)) return errors.onlyDigits;
  return fill(country === 'KZ' ? errors.digitsKZ : errors.digitsUZ, { count: typed.length });
}

/** What to enter into a field of the letter, in one sentence; undefined where the general words tell more. */
export const letterSentence =
  (language: Language, fields: URLSearchParams) =>
  (name: string, code: string): string | undefined => {
    const words = letterTexts(language);
    const key = sentences[name];
    if (name.startsWith('utilities.') && plain.includes(code))
      return `${words.needs[name.slice('utilities.'.length) as keyof LetterTexts['needs']]}: ${words.errors.utility}`;
    if (key === undefined || !(plain.includes(code) || (name === 'exportShare' && code === 'too_big')))
      return undefined;
    if (name === 'company.number') return numberSentence(words, fields) ?? words.errors.number;
    return fill(words.errors[key], { example: 'name@company.kz' });
  };
