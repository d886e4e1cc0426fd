import type { CalendarOverride } from './calendar-override.ts';
import type { Country } from './country.ts';
import { dayNumberOf, isWeekend, yearOf, type LocalDate } from './local-date.ts';
import { tableOf } from './table-of.ts';

interface WorkingYear {
  /** How many days of the year up to and with `day` (a day number) are worked. */
  countThrough(day: number): number;
  isWorking(day: number): boolean;
  /** The day number of the working day at `index`, from 0. */
  dayAt(index: number): number;
  readonly total: number;
}

const at = (array: Uint16Array | Int32Array, index: number): number => {
  const value = array[index];
  if (value === undefined) throw new RangeError(`no day ${index} in this year`);
  return value;
};

/** Counts a year, given what each of its days (day numbers) is. Throws a RangeError outside the years 0000 to 9999. */
const workingYear = (year: number, isWorking: (day: number) => boolean): WorkingYear => {
  if (!Number.isInteger(year) || year < 0 || year > 9999) throw new RangeError(`year ${year} is outside the calendar`);
  const text = String(year).padStart(4, '0');
  const first = dayNumberOf(`${text}-01-01`);
  const length = dayNumberOf(`${text}-12-31`) - first + 1;
  const counts = new Uint16Array(length);
  const days = new Int32Array(length);
  let total = 0;
  for (let i = 0; i < length; i += 1) {
    if (isWorking(first + i)) days[total++] = first + i;
    counts[i] = total;
  }
  const countThrough = (day: number): number => at(counts, day - first);
  return {
    total,
    countThrough,
    isWorking: (day) => countThrough(day) > (day === first ? 0 : countThrough(day - 1)),
    dayAt: (index) => at(days, index),
  };
};

export interface Calendar {
  readonly country: Country;
  /** Minutes east of UTC. */
  readonly offsetMinutes: number;
  /** 'HH:MM' in zone time. What arrives at `to` or after is received on the next working day. */
  readonly officeHours: { readonly from: string; readonly to: string };
  isWorkingDay(date: LocalDate): boolean;
  workingYear(year: number): WorkingYear;
}

/** UTC+5 without summer time (all of Kazakhstan since 1 March 2024); office hours common in public offices (ours). */
const places: Record<Country, Pick<Calendar, 'offsetMinutes' | 'officeHours'>> = {
  KZ: { offsetMinutes: 300, officeHours: { from: '09:00', to: '18:30' } },
  UZ: { offsetMinutes: 300, officeHours: { from: '09:00', to: '18:00' } },
};

const countYear = (country: Country, year: number, overrides: ReadonlyMap<number, boolean>): WorkingYear => {
  const { off, working } = tableOf(country, year);
  const daysOff = new Set(off.map(({ date }) => dayNumberOf(date)));
  const daysWorked = new Set(working.map(({ date }) => dayNumberOf(date)));
  return workingYear(
    year,
    (day) => overrides.get(day) ?? (daysWorked.has(day) || !(isWeekend(day) || daysOff.has(day))),
  );
};

const build = (country: Country, overrides: readonly CalendarOverride[]): Calendar => {
  const overridden = new Map(overrides.map(({ date, working }) => [dayNumberOf(date), working]));
  const years = new Map<number, WorkingYear>();
  const yearAt = (year: number): WorkingYear => {
    const counted = years.get(year) ?? countYear(country, year, overridden);
    years.set(year, counted);
    return counted;
  };
  return {
    country,
    ...places[country],
    isWorkingDay: (date) => yearAt(yearOf(date)).isWorking(dayNumberOf(date)),
    workingYear: yearAt,
  };
};

/** Calendars without overrides, shared so that their years are counted once. */
const plain: Record<Country, Calendar> = { KZ: build('KZ', []), UZ: build('UZ', []) };

/** The calendar of a country with an administrator's overrides; of two for one day the last holds. */
export const calendarOf = (country: Country, overrides: readonly CalendarOverride[] = []): Calendar =>
  overrides.length === 0 ? plain[country] : build(country, overrides);
