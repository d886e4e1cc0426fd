import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { languages, type Language } from '#core/kernel/common.ts';
import { formState } from '#pages/components/form-state.ts';
import { letterTexts } from '#core/texts/areas/letter.ts';
import { frameOf } from '#pages/layout.tsx';
import { checkPage } from '#pages/letter/check/page.tsx';
import { letterLabels } from '#pages/letter/labels.ts';
import { stepPage } from '#pages/letter/steps/page.tsx';
import { stepFields, type FormStep } from '#pages/letter/steps/steps.ts';
import { errorsOf, formWithErrors } from '../kit/check.ts';
import { letterSentence } from './letter-errors.ts';
import { checkStep, letterOf, numbersIn, stepFieldsIn } from './read-letter.ts';

const now = Date.UTC(2025, 11, 15, 6);

const whole = {
  zoneId: 'aqtobe',
  'company.country': 'KZ',
  'company.name': 'Slab Works LLP',
  'company.number': '251140012347',
  production: 'Slabs',
  sector: 'other',
  'investment.amount': '12 000 000',
  'investment.currency': 'EUR',
  jobs: '120',
  exportShare: '30',
  financing: 'mixed',
  'utilities.power': '4500',
  landHectares: '4.5',
  wantedStart: '2026-11-16',
  'contact.name': 'Representative',
  'contact.email': 'info@зауыт.қаз',
  'contact.phone': '8 701 000 00 00',
  'contact.language': 'en',
};

const fieldsOf = (change: Readonly<Record<string, string>> = {}) => new URLSearchParams({ ...whole, ...change });
const letter = (change: Readonly<Record<string, string>> = {}) => letterOf(fieldsOf(change), { consent: true });
const valueOf = (change: Readonly<Record<string, string>> = {}) => {
  const checked = letter(change);
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  return checked.value;
};

/** What a page says is wrong, in the words and the order of its summary. */
function messages(step: FormStep, fields: URLSearchParams, language: Language = 'en'): readonly string[] {
  const checked = checkStep(step, fields, now);
  return checked.ok
    ? []
    : errorsOf(language, checked.issues, letterLabels(language), {
        fields,
        sentence: letterSentence(language, fields),
      }).map(({ message }) => message);
}

const draw = (step: FormStep, fields: URLSearchParams, language: Language = 'en'): string => {
  const checked = checkStep(step, fields, now);
  const form = checked.ok
    ? formState(fields)
    : formWithErrors(language, fields, checked.issues, letterLabels(language), letterSentence(language, fields));
  return renderToString(
    stepPage({ frame: frameOf(language, '/'), form, zones: [], zoneId: '', step, path: '/letter/x' }),
  ).replace(/[\u00a0\u202f]/g, ' ');
};

const zoneOf = (companiesOnly: boolean) => ({
  zoneId: 'aqtobe',
  names: { kk: 'A', ru: 'A', en: 'A', uz: 'A', 'uz-cyrl': 'A' },
  forums: [],
  companiesOnly,
});

const drawCheck = (
  change: Readonly<Record<string, string>> = {},
  language: Language = 'en',
  zones = [zoneOf(false)],
): string => {
  const fields = fieldsOf(change);
  return renderToString(
    checkPage({
      frame: frameOf(language, '/'),
      form: formState(fields),
      zones,
      slots: [],
      seen: '',
      path: '/letter/x',
      numbers: numbersIn(fields),
    }),
  ).replace(/[\u00a0\u202f]/g, ' ');
};

describe('the number of a person in business', () => {
  const words = letterTexts('en').entrepreneurInSez;
  it.each([
    ['850623300121', true, true],
    ['850623300121', false, false],
    ['251140012347', true, false],
  ])('%s, in a zone that takes companies only (%s): warned %s', (number, companiesOnly, expected) => {
    expect(drawCheck({ 'company.number': number }, 'en', [zoneOf(companiesOnly)]).includes(words)).toBe(expected);
  });
});

describe('B3, X17: figures of the letter', () => {
  it.each([
    [{ 'investment.amount': '500,000', 'investment.amount.in': 'en' }, 50_000_000],
    [{ 'investment.amount': '12,500', 'investment.amount.in': 'en' }, 1_250_000],
    [{ 'investment.amount': '1,234,567.89' }, 123_456_789],
    [{ 'investment.amount': '12 млн' }, 1_200_000_000],
    [{ 'investment.amount': '500,000', 'investment.amount.in': 'ru', 'investment.amount.meant': '500000' }, 50_000_000],
  ])('%j is %d minor units', (change, amountMinor) => {
    expect(valueOf(change).investment.amountMinor).toBe(amountMinor);
  });

  it('counts jobs "1,200" as whole ones, whatever the language', () => {
    expect(valueOf({ jobs: '1,200', 'jobs.in': 'ru' }).jobs).toBe(1200);
    expect(letter({ jobs: '1,5' }).ok).toBe(false);
  });

  it.each(languages.filter((language) => language !== 'en'))(
    'asks in %s which number "4,500" is, keeps what was typed, and takes the answer',
    (language) => {
      const typed = fieldsOf({ 'utilities.power': '4,500', 'utilities.power.in': language });
      const page = draw('utilities', typed, language);
      expect(page).toContain('value="4,500"');
      expect(page).toContain('name="utilities.power.meant" value="4500"');
      expect(page).toContain('name="utilities.power.meant" value="4.5"');
      expect(messages('utilities', typed, language)).toHaveLength(1);
      typed.set('utilities.power.meant', '4.5');
      expect(checkStep('utilities', typed, now).ok).toBe(true);
      expect(valueOf(Object.fromEntries(typed)).utilities.power).toEqual({ kilowatts: 4.5 });
    },
  );

  it('keeps with the draft how a number is read', () => {
    const kept = stepFieldsIn(
      'utilities',
      new URLSearchParams({
        'utilities.power': '4,500',
        'utilities.power.in': 'en',
        'utilities.gas.unknown': 'true',
        other: 'x',
      }),
    );
    expect([kept['utilities.power.in'], kept['utilities.gas.unknown'], kept['other']]).toEqual([
      ['en'],
      ['true'],
      undefined,
    ]);
  });

  it('keep their meaning on a page in another language', () => {
    expect(draw('utilities', fieldsOf({ 'utilities.power': '4,500', 'utilities.power.in': 'en' }), 'ru')).toContain(
      'type="hidden" name="utilities.power.meant" value="4500"',
    );
  });

  it.each<[Language, string]>([
    ['en', 'million €'],
    ['ru', 'миллионов €'],
    ['kk', 'миллион €'],
    ['uz', 'million €'],
    ['uz-cyrl', 'миллион €'],
  ])('are echoed in words in %s on the page and before sending', (language, words) => {
    expect(draw('production', fieldsOf(), language)).toContain(`(12 ${words})`);
    expect(drawCheck({}, language)).toContain(`(12 ${words})`);
  });

  it('S15: nought is asked about where it is seldom meant', () => {
    const fields = fieldsOf({ 'investment.amount': '0', jobs: '0' });
    expect(messages('production', fields)).toEqual([
      'Investment: You entered 0. Confirm it or enter another number.',
      'Jobs: You entered 0. Confirm it or enter another number.',
    ]);
    expect(draw('production', fields)).toContain('Yes, 0 is right');
    expect(
      valueOf({ 'investment.amount': '0', 'investment.amount.meant': '0', jobs: '0', 'jobs.meant': '0' }),
    ).toMatchObject({ jobs: 0, investment: { amountMinor: 0 } });
  });
});

describe('A1, A3, A4: one sentence for each wrong field, all at once, in the order of the page', () => {
  const empty = new URLSearchParams();

  it('names the money, and speaks of what to enter', () => {
    expect(messages('production', empty)).toEqual([
      'Describe in a few sentences what you will produce.',
      'Choose the sector.',
      'Enter the amount of the investment, for example 12 000 000 000.',
      'Enter the number of jobs as a whole number, for example 120.',
      'Enter the share of output for export as a number from 0 to 100.',
      'Choose the source of financing.',
    ]);
  });

  it('tells all of the first page in one round', () => {
    expect(messages('company', empty)).toEqual([
      'Choose the zone.',
      'Choose where the company is registered.',
      'Enter the name of the company.',
      'Enter the company registration number.',
    ]);
    expect(messages('company', fieldsOf({ 'company.country': 'other', 'company.name': '' }))).toEqual([
      'Choose the country in which the company is registered.',
      'Enter the name of the company.',
    ]);
  });

  it('does not call the country optional', () => {
    expect(draw('company', empty)).toMatch(/for="company-registeredIn">Country</);
  });

  it.each<[string, Readonly<Record<string, string>>, FormStep, string]>([
    ['S15', { 'company.number': '25114' }, 'company', 'A BIN or IIN has 12 digits, and you entered 5.'],
    [
      'S15',
      { 'company.country': 'UZ', 'company.number': '3065 2451' },
      'company',
      'A TIN has 9 digits, the PINFL of a sole trader 14, and you entered 8.',
    ],
    [
      'X20',
      { 'company.number': 'KZ1140012347' },
      'company',
      'The registration number may hold only digits. Delete the letters.',
    ],
    ['A4', { jobs: 'many' }, 'production', 'Enter the number of jobs as a whole number, for example 120.'],
    ['A4', { exportShare: '150' }, 'production', 'Enter the share of output for export as a number from 0 to 100.'],
    [
      'A4',
      { 'utilities.water': '0' },
      'utilities',
      'Water, m³ a day: Enter a number greater than 0, for example 450, or leave the field empty.',
    ],
    [
      'D26',
      { 'contact.email': 'инфо@zauyt.kz' },
      'contact',
      'Enter an email address, for example name@company.kz. Before the domain only Latin letters, digits, dots, hyphens and underscores are possible.',
    ],
    [
      'X26',
      { wantedStart: '2024-01-15' },
      'land',
      'When do you want to start construction? This day has passed. Choose today or a later day.',
    ],
    ['X22', { 'company.name': '\u200b' }, 'company', 'Enter the name of the company.'],
  ])('%s: %j on %s: %s', (_, change, step, message) => {
    expect(messages(step, fieldsOf(change))).toEqual([message]);
  });

  it.each(languages)('has a sentence for every field in %s', (language) => {
    for (const step of Object.keys(stepFields) as FormStep[]) {
      for (const message of messages(step, empty, language)) expect(message).toMatch(/[.]$/);
    }
  });

  it('takes today', () => {
    expect(messages('land', fieldsOf({ wantedStart: '2025-12-15' }))).toEqual([]);
    expect(messages('land', fieldsOf({ wantedStart: '2025-12-14' }))).toHaveLength(1);
  });
});

describe('S14: a line that is needed though nobody knows how much', () => {
  it('is a need without a figure; a figure wins', () => {
    expect(valueOf({ 'utilities.gas.unknown': 'true' }).utilities).toEqual({
      power: { kilowatts: 4500 },
      gas: { notKnown: true },
    });
    expect(valueOf({ 'utilities.power.unknown': 'true' }).utilities).toEqual({ power: { kilowatts: 4500 } });
  });

  it.each(languages)('is offered in %s, kept, and shown before sending', (language) => {
    const page = draw('utilities', fieldsOf({ 'utilities.gas.unknown': 'true' }), language);
    expect(page).toMatch(/name="utilities\.gas\.unknown" value="true" checked/);
    expect(page).toContain('name="utilities.rail.unknown"');
    expect(drawCheck({ 'utilities.gas.unknown': 'true' }, language)).toContain(letterLabels(language)['utilities.gas']);
  });
});

describe('D28: a company number that cannot be right', () => {
  it.each(languages)('is warned of in %s on its page and before sending, and taken', (language) => {
    const change = { 'company.number': '251140012374' };
    expect(letter(change).ok).toBe(true);
    expect(drawCheck(change, language)).toContain('govuk-warning-text');
    expect(draw('company', fieldsOf(change), language)).toContain('govuk-warning-text');
    expect(drawCheck({}, language)).not.toContain('govuk-warning-text');
  });
});

it('D26: keeps an address with a domain of another alphabet as mail servers know it', () => {
  expect(valueOf().contact.email).toBe('info@xn--80an8ad4b.xn--80ao21a');
});
