import * as z from 'zod/mini';
import type { LetterDraft } from '#core/contracts/letter-draft.ts';
import { LetterOfIntent } from '#core/contracts/letter-of-intent.ts';
import type { Utility } from '#core/contracts/common.ts';
import { stepFields, type FormStep } from '#web/letter/steps.ts';
import { check, type Checked } from '../check.ts';
import { moneyIn, numberIn, present, textIn } from '../values.ts';

/** The unit in which each utility line is asked: the key of the contract. */
const units: Readonly<Record<Utility, string>> = {
  power: 'kilowatts', gas: 'cubicMetresPerHour', water: 'cubicMetresPerDay', sewerage: 'cubicMetresPerDay', heat: 'gigacaloriesPerHour',
  telecom: 'megabitsPerSecond', road: 'trucksPerDay', rail: 'wagonsPerDay',
};

/** A company's own country is asked only of one from elsewhere; what stays filled in otherwise is no answer. */
function companyIn(fields: URLSearchParams): object {
  const country = textIn(fields, 'company.country');
  const registeredIn = country === 'other' ? textIn(fields, 'company.registeredIn') : undefined;
  return present({ country, name: textIn(fields, 'company.name'), number: textIn(fields, 'company.number'), registeredIn });
}

const utilitiesIn = (fields: URLSearchParams): object => Object.fromEntries(Object.entries(units).flatMap(([utility, unit]): [string, object][] => {
  const amount = numberIn(fields, `utilities.${utility}`);
  return amount === undefined ? [] : [[utility, { [unit]: amount }]];
}));

const contactIn = (fields: URLSearchParams): object => present({
  name: textIn(fields, 'contact.name'), email: textIn(fields, 'contact.email'), phone: textIn(fields, 'contact.phone'), language: textIn(fields, 'contact.language'),
});

const parts: Readonly<Record<FormStep, { readonly schema: z.ZodMiniType; readonly read: (fields: URLSearchParams) => object }>> = {
  company: {
    schema: z.pick(LetterOfIntent, { zoneId: true, company: true }),
    read: (fields) => present({ zoneId: textIn(fields, 'zoneId'), company: companyIn(fields) }),
  },
  production: {
    schema: z.pick(LetterOfIntent, { production: true, sector: true, investment: true, jobs: true, exportShare: true, financing: true }),
    read: (fields) => present({
      production: textIn(fields, 'production'), sector: textIn(fields, 'sector'), investment: moneyIn(fields, 'investment'), jobs: numberIn(fields, 'jobs'),
      exportShare: numberIn(fields, 'exportShare'), financing: textIn(fields, 'financing'),
    }),
  },
  utilities: { schema: z.pick(LetterOfIntent, { utilities: true }), read: (fields) => ({ utilities: utilitiesIn(fields) }) },
  land: {
    schema: z.pick(LetterOfIntent, { landHectares: true, wantedStart: true }),
    read: (fields) => present({ landHectares: numberIn(fields, 'landHectares'), wantedStart: textIn(fields, 'wantedStart') }),
  },
  contact: {
    schema: z.pick(LetterOfIntent, { contact: true, forum: true }),
    read: (fields) => present({ contact: contactIn(fields), forum: textIn(fields, 'forum') }),
  },
};

/** Whether one page of the letter is filled in right. */
export const checkStep = (step: FormStep, fields: URLSearchParams): Checked<unknown> => check(parts[step].schema, parts[step].read(fields));

/** What a draft holds, as the fields of a form. */
export const fieldsOf = ({ fields }: Pick<LetterDraft, 'fields'>): URLSearchParams =>
  new URLSearchParams(Object.entries(fields).flatMap(([name, values]) => values.map((value): [string, string] => [name, value])));

/** The longest text that is kept: far beyond what any field takes. */
const longestText = 5000;

/** What was posted of one page: its own fields only. */
export const stepFieldsIn = (step: FormStep, posted: URLSearchParams): LetterDraft['fields'] =>
  Object.fromEntries(stepFields[step].map((name) => [name, posted.getAll(name).slice(0, 1).map((text) => text.slice(0, longestText))]));

/** The answers of every page, as the contract names them; unchecked. */
export const answersIn = (fields: URLSearchParams): Record<string, unknown> =>
  Object.assign({}, ...Object.values(parts).map(({ read }) => read(fields))) as Record<string, unknown>;

/** The whole letter out of a draft; unchecked answers come back as issues by field. */
export function letterIn(draft: LetterDraft, consent: boolean): Checked<LetterOfIntent> {
  return check(LetterOfIntent, present({ ...answersIn(fieldsOf(draft)), consent: consent ? true : undefined }));
}

/** Fields that are numbers, as they were understood. */
export const numbersIn = (fields: URLSearchParams): Readonly<Record<string, number | undefined>> =>
  Object.fromEntries(['investment.amount', 'jobs', 'exportShare', 'landHectares', ...stepFields.utilities].flatMap((name) => {
    const number = numberIn(fields, name);
    return number === undefined || Number.isNaN(number) ? [] : [[name, number]];
  }));
