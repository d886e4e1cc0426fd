import type { Calendar } from './calendar.ts';
import { addDays, addMonths, dayNumberOf, type LocalDate } from './local-date.ts';
import { addWorkingDays, workingDaysBetween } from './working-days.ts';

export const termUnits = ['workingDays', 'calendarDays', 'calendarMonths'] as const;
export type TermUnit = (typeof termUnits)[number];

/** How long something may take, in exactly one unit: none is ever turned into another. */
export type Term = Partial<Readonly<Record<TermUnit, number | undefined>>>;

export const unitsIn = (term: Term): readonly TermUnit[] => termUnits.filter((unit) => term[unit] !== undefined);

/** The last day of a term whose day 0 is `from`. Only working days look at the calendar: the others end on the day they end. */
export function termEnd(calendar: Calendar, from: LocalDate, term: Term): LocalDate {
  if (term.calendarMonths !== undefined) return addMonths(from, term.calendarMonths);
  if (term.calendarDays !== undefined) return addDays(from, term.calendarDays);
  return addWorkingDays(calendar, from, term.workingDays ?? 0);
}

/** What of a term is left on a day, in its own days: working days, or for the other two calendar days. */
export const leftOfTerm = (calendar: Calendar, term: Term, on: LocalDate, due: LocalDate): number =>
  term.workingDays === undefined ? dayNumberOf(due) - dayNumberOf(on) : workingDaysBetween(calendar, on, due);

/** The end of what was left of a term. */
export const endOfLeft = (calendar: Calendar, term: Term, from: LocalDate, left: number): LocalDate =>
  term.workingDays === undefined ? addDays(from, left) : addWorkingDays(calendar, from, left);
