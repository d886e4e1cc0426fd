import type { Calendar } from './calendar.ts';
import { addDays, dayNumberOf, type LocalDate } from './local-date.ts';
import { addWorkingDays, workingDaysBetween } from './working-days.ts';

export const termUnits = ['workingDays', 'calendarDays', 'calendarMonths'] as const;
export type TermUnit = (typeof termUnits)[number];

/** How long something may take, in exactly one unit: none is ever turned into another. */
export type Term = Partial<Readonly<Record<TermUnit, number | undefined>>>;

export const unitsIn = (term: Term): readonly TermUnit[] => termUnits.filter((unit) => term[unit] !== undefined);

const two = (number: number): string => String(number).padStart(2, '0');

/** The same day so many months later, or the last one of a shorter month. */
export function addCalendarMonths(date: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const count = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1];
  const following =
    toMonth === 12
      ? `${String(toYear + 1).padStart(4, '0')}-01-01`
      : `${String(toYear).padStart(4, '0')}-${two(toMonth + 1)}-01`;
  const last = Number(addDays(following, -1).slice(8));
  return `${String(toYear).padStart(4, '0')}-${two(toMonth)}-${two(Math.min(day, last))}`;
}

/** The last day of a term whose day 0 is `from`. Only working days look at the calendar: the others end on the day they end. */
export function termEnd(calendar: Calendar, from: LocalDate, term: Term): LocalDate {
  if (term.calendarMonths !== undefined) return addCalendarMonths(from, term.calendarMonths);
  if (term.calendarDays !== undefined) return addDays(from, term.calendarDays);
  return addWorkingDays(calendar, from, term.workingDays ?? 0);
}

/** What of a term is left on a day, in its own days: working days, or for the other two calendar days. */
export const leftOfTerm = (calendar: Calendar, term: Term, on: LocalDate, due: LocalDate): number =>
  term.workingDays === undefined ? dayNumberOf(due) - dayNumberOf(on) : workingDaysBetween(calendar, on, due);

/** The end of what was left of a term. */
export const endOfLeft = (calendar: Calendar, term: Term, from: LocalDate, left: number): LocalDate =>
  term.workingDays === undefined ? addDays(from, left) : addWorkingDays(calendar, from, left);
