import { dayNumberOf } from './local-date.ts';

/** The working days of one year, laid out so that counting and stepping need no walk from day to day. */
export interface WorkingYear {
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
export const workingYear = (year: number, isWorking: (day: number) => boolean): WorkingYear => {
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
