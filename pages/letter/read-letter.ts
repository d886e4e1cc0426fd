import * as z from 'zod/mini';
import type { LetterDraft } from '#core/letter/letter-draft.ts';
import { LetterOfIntent, PaperLetter } from '#core/letter/letter-of-intent.ts';
import { utilities, type Utility } from '#core/kernel/common.ts';
import { localDateOf } from '#core/calendar/local-date.ts';
import { unreachable } from '#core/figures/reached.ts';
import { isPast } from '#core/letter/submit-letter.ts';
import type { Issue } from '#core/kernel/result.ts';
import { utilityUnits } from '#core/stages/need-of.ts';
import { letterNumbers as numbers } from '#pages/letter/numbers.ts';
import { numberFields, postedNames, unknownNeed, type FormStep } from '#pages/letter/steps/steps.ts';
import { check, type Checked } from '../kit/check.ts';
import { moneyIn, numberIn, present, textIn } from '../kit/values.ts';

/** A company's own country is asked only of one from elsewhere; what stays filled in otherwise is no answer. */
function companyIn(fields: URLSearchParams): object {
  const country = textIn(fields, 'company.country');
  const registeredIn = country === 'other' ? textIn(fields, 'company.registeredIn') : undefined;
  return present({
    country,
    name: textIn(fields, 'company.name'),
    number: textIn(fields, 'company.number'),
    registeredIn,
  });
}

/** A figure says that a line is needed; without one the box does. */
function needIn(fields: URLSearchParams, utility: Utility): object | undefined {
  const name = `utilities.${utility}` as const;
  const amount = numberIn(fields, name);
  if (amount !== undefined) return { [utilityUnits[utility]]: amount };
  return fields.get(unknownNeed(name)) === 'true' ? { notKnown: true } : undefined;
}

const utilitiesIn = (fields: URLSearchParams): object =>
  present(Object.fromEntries(utilities.map((utility) => [utility, needIn(fields, utility)])));

const contactIn = (fields: URLSearchParams): object =>
  present({
    name: textIn(fields, 'contact.name'),
    email: textIn(fields, 'contact.email'),
    phone: textIn(fields, 'contact.phone'),
    language: textIn(fields, 'contact.language'),
  });

/** The plot with which a letter was begun, while it is for that plot's zone. */
export function plotIn(fields: URLSearchParams): { readonly plotId: string; readonly name: string } | undefined {
  const plotId = textIn(fields, 'plotId');
  return plotId !== undefined && textIn(fields, 'plotZone') === textIn(fields, 'zoneId')
    ? { plotId, name: textIn(fields, 'plotName') ?? plotId }
    : undefined;
}

const parts: Readonly<
  Record<FormStep, { readonly schema: z.ZodMiniType; readonly read: (fields: URLSearchParams) => object }>
> = {
  company: {
    schema: z.pick(LetterOfIntent, { zoneId: true, company: true }),
    read: (fields) => present({ zoneId: textIn(fields, 'zoneId'), company: companyIn(fields) }),
  },
  production: {
    schema: z.pick(LetterOfIntent, {
      production: true,
      sector: true,
      investment: true,
      jobs: true,
      exportShare: true,
      financing: true,
    }),
    read: (fields) =>
      present({
        production: textIn(fields, 'production'),
        sector: textIn(fields, 'sector'),
        investment: moneyIn(fields, 'investment', numbers['investment.amount']),
        jobs: numberIn(fields, 'jobs', numbers['jobs']),
        exportShare: numberIn(fields, 'exportShare', numbers['exportShare']),
        financing: textIn(fields, 'financing'),
      }),
  },
  utilities: {
    schema: z.pick(LetterOfIntent, { utilities: true }),
    read: (fields) => ({ utilities: utilitiesIn(fields) }),
  },
  land: {
    schema: z.pick(LetterOfIntent, { landHectares: true, wantedStart: true, plotId: true }),
    read: (fields) =>
      present({
        landHectares: numberIn(fields, 'landHectares'),
        wantedStart: textIn(fields, 'wantedStart'),
        plotId: plotIn(fields)?.plotId,
      }),
  },
  contact: {
    schema: z.pick(LetterOfIntent, { contact: true, forum: true }),
    read: (fields) => present({ contact: contactIn(fields), forum: textIn(fields, 'forum') }),
  },
};

/** What a company without a country lacks besides: a contract that turns on the country looks at nothing else. */
const alsoMissing = (fields: URLSearchParams): readonly Issue[] =>
  textIn(fields, 'company.country') === undefined
    ? ['company.name', 'company.number']
        .filter((path) => textIn(fields, path) === undefined)
        .map((path) => ({ path, code: 'missing' }))
    : [];

const whole = <Value>(checked: Checked<Value>, more: readonly Issue[]): Checked<Value> =>
  checked.ok && more.length === 0 ? checked : { ok: false, issues: [...(checked.ok ? [] : checked.issues), ...more] };

/** All zones' time: the use case looks once more, by the zone's own. */
export const offsetMinutes = 300;

export function checkStep(step: FormStep, fields: URLSearchParams, now: number): Checked<unknown> {
  const more = step === 'company' ? alsoMissing(fields) : [];
  const past =
    step === 'land' && isPast(textIn(fields, 'wantedStart') ?? '', localDateOf(now, offsetMinutes))
      ? [{ path: 'wantedStart', code: 'in-the-past' }]
      : [];
  return whole(check(parts[step].schema, parts[step].read(fields)), [...more, ...past]);
}

export const fieldsOf = ({ fields }: Pick<LetterDraft, 'fields'>): URLSearchParams =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, values]) => values.map((value): [string, string] => [name, value])),
  );

const longestText = 5000;

/** What was posted of one page: its own fields only. */
export const stepFieldsIn = (step: FormStep, posted: URLSearchParams): LetterDraft['fields'] =>
  Object.fromEntries(
    postedNames(step).map((name) => [
      name,
      posted
        .getAll(name)
        .slice(0, 1)
        .map((text) => text.slice(0, longestText)),
    ]),
  );

export const answersIn = (fields: URLSearchParams): Record<string, unknown> =>
  Object.assign({}, ...Object.values(parts).map(({ read }) => read(fields))) as Record<string, unknown>;

/** The whole letter out of the fields of its pages; unchecked answers come back as issues by field. @param given what no page asks */
export const letterOf = (
  fields: URLSearchParams,
  given: { readonly consent: boolean; readonly zoneId?: string },
): Checked<LetterOfIntent> =>
  whole(
    check(LetterOfIntent, present({ ...answersIn(fields), ...given, consent: given.consent ? true : undefined })),
    alsoMissing(fields),
  );

/** The same of a letter on paper: with a telephone it needs no email address. */
export function paperLetterOf(
  fields: URLSearchParams,
  given: { readonly consent: boolean; readonly zoneId: string },
): Checked<PaperLetter> {
  const untold = unreachable(
    { email: textIn(fields, 'contact.email'), phone: textIn(fields, 'contact.phone') },
    true,
  ).map(({ path, code }) => ({ path: `contact.${path}`, code }));
  return whole(
    check(PaperLetter, present({ ...answersIn(fields), ...given, consent: given.consent ? true : undefined })),
    [...alsoMissing(fields), ...untold],
  );
}

export const numbersIn = (fields: URLSearchParams): Readonly<Record<string, number | undefined>> =>
  Object.fromEntries(
    numberFields.flatMap((name) => {
      const number = numberIn(fields, name, numbers[name]);
      return number === undefined || Number.isNaN(number) ? [] : [[name, number]];
    }),
  );
