import type { Calendar } from '../calendar/calendar.ts';
import { addDays, addMonths, type LocalDate } from '../calendar/local-date.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import type { Currency } from '../kernel/common.ts';
import type { Project } from '../project/project.ts';
import { owedMoney, type Obligations, type OwedFigures, type Report } from './obligation-facts.ts';

/** Working days after a period by whose end it is to be reported, and until each next one is told (ours). */
const reportWithin = 15;
export const tellAfter = { investor: 0, office: 5, head: 10 } as const;
/** Working days for a visit (ours). */
export const visitWithin = 10;
/** Calendar months after which a year that is not reported counts as two quarters. */
const yearIsTwoQuarters = 6;

export const yearOfPeriod = (period: string): number => Number(period.slice(0, 4));

export function daysOf(period: string): { readonly from: LocalDate; readonly to: LocalDate } {
  const quarter = period.split('-')[1];
  const from = `${period.slice(0, 4)}-${quarter === undefined ? '01' : String(Number(quarter) * 3 - 2).padStart(2, '0')}-01`;
  return { from, to: addDays(addMonths(from, quarter === undefined ? 12 : 3), -1) };
}

export const dueOf = (period: string, calendar: Calendar): LocalDate =>
  addWorkingDays(calendar, daysOf(period).to, reportWithin);

/** Periods of which a report is expected, the earliest first. */
export const periodsOf = ({ years, every }: Pick<Obligations, 'years' | 'every'>): readonly string[] =>
  years.flatMap(({ year }) =>
    every === 'year' ? [String(year)] : [1, 2, 3, 4].map((quarter) => `${String(year)}-${String(quarter)}`),
  );

export const reportOf = ({ reports }: Pick<Obligations, 'reports'>, period: string): Report | undefined =>
  reports.find((one) => one.period === period);

const unreported = (obligations: Obligations): readonly string[] =>
  periodsOf(obligations).filter((period) => reportOf(obligations, period) === undefined);

/** The day from which the first report that is missing is looked after. */
export function obligationsDayOf({ ending, erased, obligations }: Project): LocalDate | undefined {
  const [period] = obligations ? unreported(obligations) : [];
  return period === undefined || ending !== 'construction-started' || erased !== undefined
    ? undefined
    : addDays(daysOf(period).to, 1);
}

/** Periods that are over and not reported. */
export const missingOn = (obligations: Obligations, on: LocalDate): readonly string[] =>
  unreported(obligations).filter((period) => daysOf(period).to < on);

/** Those of them whose day has passed, in a row until today. */
export function behindOn(obligations: Obligations, on: LocalDate, calendar: Calendar): readonly string[] {
  const over = periodsOf(obligations).filter((period) => dueOf(period, calendar) < on);
  const last = over.findLastIndex((period) => reportOf(obligations, period) !== undefined);
  return over.slice(last + 1);
}

/** Whether somebody is to go there, and because of which period first. */
export function visitFor(obligations: Obligations, on: LocalDate, calendar: Calendar): string | undefined {
  const behind = behindOn(obligations, on, calendar);
  const [first] = behind;
  if (first === undefined) return undefined;
  const isTwo =
    obligations.every === 'quarter' ? behind.length >= 2 : addMonths(dueOf(first, calendar), yearIsTwoQuarters) < on;
  return isTwo ? first : undefined;
}

const sumOf = (all: readonly OwedFigures[], what: (typeof owedMoney)[number]): OwedFigures => {
  const found = all.flatMap((one) => one[what] ?? []);
  const [first] = found;
  if (first === undefined) return {};
  // A project reports in one currency; what came in another is not added to it.
  const same = found.filter(({ currency }) => currency === first.currency);
  const amountMinor = Math.min(
    same.reduce((sum, one) => sum + one.amountMinor, 0),
    Number.MAX_SAFE_INTEGER,
  );
  return { [what]: { amountMinor, currency: first.currency } };
};

/** A year out of its periods: money is added up, jobs and local content are those of the last. Undefined of none. */
export function addedFigures(all: readonly OwedFigures[]): OwedFigures | undefined {
  if (all.length === 0) return undefined;
  const jobs = all.findLast((one) => one.jobs !== undefined)?.jobs;
  const localContent = all.findLast((one) => one.localContent !== undefined)?.localContent;
  return {
    ...Object.assign({}, ...owedMoney.map((what) => sumOf(all, what))),
    ...(jobs !== undefined && { jobs }),
    ...(localContent !== undefined && { localContent }),
  } as OwedFigures;
}

export const inYear = ({ reports }: Pick<Obligations, 'reports'>, year: number): readonly Report[] =>
  reports.filter(({ period }) => yearOfPeriod(period) === year).toSorted((a, b) => (a.period < b.period ? -1 : 1));

/** Jobs that there are, as the last period that tells any does. */
export function jobsThere({ reports }: Pick<Obligations, 'reports'>): number | undefined {
  return addedFigures(
    reports.toSorted((a, b) => (a.period < b.period ? -1 : 1)).map(({ reported, confirmed }) => confirmed ?? reported),
  )?.jobs;
}

export type Rest = Readonly<
  Partial<Record<(typeof owedMoney)[number], { amountMinor: number; currency: Currency }>>
> & { readonly jobs?: number; readonly localContent?: number };

/** What is planned and not confirmed; of what is told in another currency, or not told, nothing is said. */
export function restOf(planned: OwedFigures, confirmed: OwedFigures): Rest {
  const money = owedMoney.flatMap((what) => {
    const [promised, there] = [planned[what], confirmed[what]];
    return promised && there?.currency === promised.currency
      ? [[what, { ...promised, amountMinor: promised.amountMinor - there.amountMinor }]]
      : [];
  });
  const plain = (['jobs', 'localContent'] as const).flatMap((what) => {
    const [promised, there] = [planned[what], confirmed[what]];
    return promised === undefined || there === undefined ? [] : [[what, promised - there]];
  });
  return Object.fromEntries([...money, ...plain]) as Rest;
}
