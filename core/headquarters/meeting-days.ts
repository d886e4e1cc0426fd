import type { Calendar } from '../calendar/calendar.ts';
import { addDays, dayNumberOf, dayOfWeek, type LocalDate } from '../calendar/local-date.ts';
import { workingDayFrom } from '../calendar/working-days.ts';
import type { Headquarters } from './headquarters.ts';

export interface MeetingDays {
  /** The meeting before today; none before the first. */
  readonly last?: LocalDate | undefined;
  /** Today or later. */
  readonly next: LocalDate;
  /** The one after the next. */
  readonly following: LocalDate;
}

/** Weeks looked at on both sides: more than any run of days off. */
const weeks = 4;

/** The meetings around a day: each week on its weekday, on a day off the next working day; weeks that fall together meet once. */
export function meetingDays(
  { begunOn, weekday }: Pick<Headquarters, 'begunOn' | 'weekday'>,
  calendar: Calendar,
  day: LocalDate,
): MeetingDays {
  const first = addDays(begunOn, (weekday - dayOfWeek(begunOn) + 7) % 7);
  const passed = Math.floor((dayNumberOf(day) - dayNumberOf(first)) / 7);
  const from = Math.max(0, passed - weeks);
  const days = [
    ...new Set(
      Array.from({ length: 2 * weeks + 2 }, (_, at) => workingDayFrom(calendar, addDays(first, 7 * (from + at)))),
    ),
  ];
  const at = days.findIndex((one) => one >= day);
  const [next = day, following = next] = days.slice(at);
  return { last: days[at - 1], next, following };
}
