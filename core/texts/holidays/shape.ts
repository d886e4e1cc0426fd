import type { CalendarSource, DayReason } from '#core/domain/calendar/year-table.ts';

type Named<Key extends string> = Readonly<Record<Key, string>>;

/** Days of a country's calendar that differ from their week, and the acts they follow from. */
export interface HolidayTexts {
  readonly reasons: Named<DayReason>;
  /** `{name}` of the day, and the `{date}` it replaces. */
  readonly instead: string;
  readonly sources: Named<CalendarSource>;
}
