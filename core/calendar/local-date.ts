/** A day in a zone's own time: 'YYYY-MM-DD', years 0000 to 9999; sorts as text. From outside: `isLocalDate`. */
export type LocalDate = string;

const minuteMs = 60_000;
const dayMs = 86_400_000;
const form = /^\d{4}-\d{2}-\d{2}$/;
const lastDay = Date.parse('9999-12-31') / dayMs;
const firstDay = Date.parse('0000-01-01') / dayMs;

/** Days since 1970-01-01, for a date that exists. Throws a RangeError for text that cannot be read as one. */
export const dayNumberOf = (date: LocalDate): number => {
  const ms = Date.parse(date);
  if (Number.isNaN(ms)) throw new RangeError(`not a date: ${date}`);
  return ms / dayMs;
};

const two = (number: number): string => (number < 10 ? `0${number}` : `${number}`);

/** The date of a day number. Throws a RangeError outside the years 0000 to 9999. */
export const dateOfDay = (day: number): LocalDate => {
  if (!(day >= firstDay && day <= lastDay)) throw new RangeError(`day ${day} is outside the calendar`);
  // Built from its parts: four times as fast as cutting it out of toISOString, and this is what every sum of days ends with.
  const date = new Date(day * dayMs);
  return `${String(date.getUTCFullYear()).padStart(4, '0')}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
};

/** Whether text is the date of a day that exists (2026-02-30 does not). */
export const isLocalDate = (text: string): boolean =>
  form.test(text) && !Number.isNaN(Date.parse(text)) && dateOfDay(dayNumberOf(text)) === text;

/** The local date of an instant (epoch ms), `offsetMinutes` east of UTC. */
export const localDateOf = (instantMs: number, offsetMinutes: number): LocalDate =>
  dateOfDay(Math.floor((instantMs + offsetMinutes * minuteMs) / dayMs));

/** Minutes since local midnight of an instant, 0 to 1439. */
export const minuteOfDay = (instantMs: number, offsetMinutes: number): number => {
  const local = Math.floor(instantMs / minuteMs) + offsetMinutes;
  return local - Math.floor(local / 1440) * 1440;
};

/** Epoch ms at which a local day begins. */
export const startOf = (date: LocalDate, offsetMinutes: number): number =>
  dayNumberOf(date) * dayMs - offsetMinutes * minuteMs;

// Day 0, 1970-01-01, was a Thursday; days before it are negative.
const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;

export const addDays = (date: LocalDate, days: number): LocalDate => dateOfDay(dayNumberOf(date) + days);

/** The same day of the month so many months later; where that month is shorter, its last day. */
export const addMonths = (date: LocalDate, months: number): LocalDate => {
  const month = Number(date.slice(5, 7)) - 1 + months;
  const first = new Date(Date.UTC(yearOf(date), month, 1));
  const days = new Date(Date.UTC(yearOf(date), month + 1, 0)).getUTCDate();
  const day = Math.min(Number(date.slice(8)), days);
  return dateOfDay(first.getTime() / dayMs + day - 1);
};

/** 0 for Sunday to 6 for Saturday. */
export const dayOfWeek = (date: LocalDate): number => weekdayOf(dayNumberOf(date));

/** Whether a day number is a Saturday or a Sunday. */
export const isWeekend = (day: number): boolean => weekdayOf(day) % 6 === 0;

export const compare = (a: LocalDate, b: LocalDate): number => (a < b ? -1 : a > b ? 1 : 0);

export const later = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? b : a);
export const earlier = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b);

export const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));
