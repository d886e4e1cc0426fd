import type { LocalDate } from './local-date.ts';

export type DayReason =
  | 'new-year'
  | 'christmas'
  | 'womens-day'
  | 'nauryz'
  | 'unity-day'
  | 'defenders-day'
  | 'victory-day'
  | 'qurban-ait'
  | 'capital-day'
  | 'constitution-day'
  | 'republic-day'
  | 'independence-day'
  | 'ramadan'
  | 'memory-day'
  | 'teachers-day'
  | 'additional'
  | 'moved'
  | 'worked';

export type CalendarSource =
  | 'fixed-by-law'
  | 'kz-holidays-law'
  | 'kz-labour-code'
  | 'kz-order-436'
  | 'kz-constitution-2026'
  | 'kz-qurban-ait-2026'
  | 'kz-unannounced-2027'
  | 'uz-labour-code'
  | 'uz-new-year-2025'
  | 'uz-feasts-2025'
  | 'uz-decree-257-of-2025'
  | 'uz-decree-257-of-2026'
  | 'uz-resolution-106'
  | 'uz-unannounced-2027'
  | 'uz-feasts-2027';

/** A day that differs from its week, and why. `forecast`: expected, not yet announced. */
export interface DayNote {
  readonly date: LocalDate;
  readonly reason: DayReason;
  /** The day it replaces: the weekend the holiday fell on, or the one it was exchanged for. */
  readonly insteadOf?: LocalDate;
  readonly forecast?: true;
}

/** `table`: checked by hand against the acts in `sources`; `by-rule`: the law's fixed days, where no acts are yet. */
export interface YearTable {
  readonly kind: 'table' | 'by-rule';
  readonly year: number;
  readonly sources: readonly CalendarSource[];
  readonly off: readonly DayNote[];
  readonly working: readonly DayNote[];
}

type Row = readonly [date: LocalDate, reason: DayReason, insteadOf?: LocalDate | undefined, forecast?: 'forecast'];

const note = ([date, reason, insteadOf, forecast]: Row): DayNote => ({
  date,
  reason,
  ...(insteadOf && { insteadOf }),
  ...(forecast && { forecast: true as const }),
});

/** A year's table from rows of date, reason, the day it replaces and, where it is one, the word 'forecast'. */
export const yearTable = (
  year: number,
  { sources, off, working = [] }: { sources: readonly CalendarSource[]; off: readonly Row[]; working?: readonly Row[] },
): YearTable => ({ kind: 'table', year, sources, off: off.map(note), working: working.map(note) });
