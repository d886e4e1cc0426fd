import type { LocalDate } from './local-date.ts';

/** A day that differs from its week, and why. `forecast`: expected, not yet announced. */
export interface DayNote {
  readonly date: LocalDate;
  readonly reason: string;
  readonly forecast?: true;
}

/**
 * What a country's year has beside its weeks of Monday to Friday. `table`: checked by hand against the acts in `sources`;
 * `by-rule`: computed from the law's fixed days, for years whose acts do not exist yet.
 */
export interface YearTable {
  readonly kind: 'table' | 'by-rule';
  readonly year: number;
  readonly sources: readonly string[];
  /** Weekdays that are off. */
  readonly off: readonly DayNote[];
  /** Saturdays and Sundays that are worked. */
  readonly working: readonly DayNote[];
}

type Row = readonly [date: LocalDate, reason: string, forecast?: 'forecast'];

const note = ([date, reason, forecast]: Row): DayNote => (forecast ? { date, reason, forecast: true } : { date, reason });

/** A year's table from rows of date, reason and, where it is one, the word 'forecast'. */
export const yearTable = (
  year: number,
  { sources, off, working = [] }: { sources: readonly string[]; off: readonly Row[]; working?: readonly Row[] },
): YearTable => ({ kind: 'table', year, sources, off: off.map(note), working: working.map(note) });
