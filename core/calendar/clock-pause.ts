import type { Calendar } from './calendar.ts';
import type { LocalDate } from './local-date.ts';
import { addWorkingDays, workingDayFrom, workingDaysBetween } from './working-days.ts';

/** A stopped clock. It holds no due date: there is none until it runs again. */
export interface Paused {
  readonly pausedOn: LocalDate;
  /** Working days that were left when the clock stopped; below zero: the overdue days, frozen. */
  readonly remaining: number;
}

/** Working days by which a due date is passed on a day, 0 while it is not. */
export const overdueDays = (calendar: Calendar, due: LocalDate, on: LocalDate): number =>
  Math.max(0, workingDaysBetween(calendar, due, on));

/** Stops the clock of a due date; the day on which it stops is used up. */
export const pause = (calendar: Calendar, due: LocalDate, on: LocalDate): Paused => ({
  pausedOn: on,
  remaining: workingDaysBetween(calendar, on, due),
});

/** The new due date: what was left (or overdue: then before `on`) stays so; with nothing left the first working day. */
export const resume = (calendar: Calendar, { remaining }: Paused, on: LocalDate): LocalDate =>
  remaining === 0 ? workingDayFrom(calendar, on) : addWorkingDays(calendar, on, remaining);
