import { workingDayFrom, workingDaysBetween } from '../calendar/working-days.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Calendar } from '../calendar/calendar.ts';
import type { LineMoney } from './line.ts';

/** What stays unspent at the year's end at the pace of the year so far, in minor units; told only when it can be told and is worth telling. */
export interface Unspent {
  readonly year: number;
  readonly currency: LineMoney['currency'];
  readonly amount: number;
  readonly allocated: number;
}

/** A pace is known when a sixth of the year's working days has gone by; less than a tenth of the allocation is no alarm (ours). */
const rules = { knownAfter: 1 / 6, worthTelling: 1 / 10 } as const;

/** By working days of the calendar: `spent` by today's date against those of the whole year. */
export function unspentOf(calendar: Calendar, money: LineMoney | undefined, today: LocalDate): Unspent | undefined {
  if (money === undefined) return undefined;
  const { year, currency, allocated, spent } = money;
  const [first, last] = [workingDayFrom(calendar, `${String(year)}-01-01`), `${String(year)}-12-31`];
  const gone = workingDaysBetween(calendar, first, today) / workingDaysBetween(calendar, first, last);
  if (gone < rules.knownAfter || gone > 1) return undefined;
  const amount = Math.round(allocated - Math.min(allocated, spent / gone));
  return amount > allocated * rules.worthTelling ? { year, currency, amount, allocated } : undefined;
}
