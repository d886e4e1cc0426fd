import type { Calendar } from './calendar.ts';
import {
  addDays,
  dateOfDay,
  dayNumberOf,
  localDateOf,
  minuteOfDay,
  startOf,
  yearOf,
  type LocalDate,
} from './local-date.ts';

/* One scale for all: working days up to and with a day; a day off has the count of the working day before it. */

/** The day `n` working days later (earlier: negative); 0 gives `date`. Throws a RangeError beyond 0000 to 9999. */
export const addWorkingDays = (calendar: Calendar, date: LocalDate, n: number): LocalDate => {
  if (n === 0) return date;
  let year = yearOf(date);
  let days = calendar.workingYear(year);
  let index = days.countThrough(dayNumberOf(date)) + n - 1;
  while (index >= days.total) {
    index -= days.total;
    days = calendar.workingYear((year += 1));
  }
  while (index < 0) {
    days = calendar.workingYear((year -= 1));
    index += days.total;
  }
  return dateOfDay(days.dayAt(index));
};

/** Working days after `from` up to and with `to`; negative when `to` is earlier. */
export const workingDaysBetween = (calendar: Calendar, from: LocalDate, to: LocalDate): number => {
  if (to < from) return -workingDaysBetween(calendar, to, from) || 0;
  const lastYear = yearOf(to);
  let count = calendar.workingYear(lastYear).countThrough(dayNumberOf(to));
  count -= calendar.workingYear(yearOf(from)).countThrough(dayNumberOf(from));
  for (let year = yearOf(from); year < lastYear; year += 1) count += calendar.workingYear(year).total;
  return count;
};

export const nextWorkingDay = (calendar: Calendar, date: LocalDate): LocalDate => addWorkingDays(calendar, date, 1);

/** The day itself if it is worked, otherwise the next one that is. */
export const workingDayFrom = (calendar: Calendar, date: LocalDate): LocalDate =>
  calendar.isWorkingDay(date) ? date : nextWorkingDay(calendar, date);

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** The day on which what arrives at an instant (epoch ms) is received: after hours or on a day off, the next working day. */
export const receivedOn = (calendar: Calendar, instantMs: number): LocalDate => {
  const date = localDateOf(instantMs, calendar.offsetMinutes);
  const afterHours = minuteOfDay(instantMs, calendar.offsetMinutes) >= minutesOf(calendar.officeHours.to);
  return afterHours ? nextWorkingDay(calendar, date) : workingDayFrom(calendar, date);
};

/** The last millisecond (epoch ms) of a due date in zone time; one later is overdue. */
export const dueAt = (calendar: Calendar, date: LocalDate): number =>
  startOf(addDays(date, 1), calendar.offsetMinutes) - 1;

/** From when to when a digest may go out (ours): not in the night, not after noon. */
const morning = { from: minutesOf('06:00'), to: minutesOf('12:00') };

export const isWorkingMorning = (calendar: Calendar, instantMs: number): boolean => {
  const minute = minuteOfDay(instantMs, calendar.offsetMinutes);
  return (
    minute >= morning.from &&
    minute < morning.to &&
    calendar.isWorkingDay(localDateOf(instantMs, calendar.offsetMinutes))
  );
};
