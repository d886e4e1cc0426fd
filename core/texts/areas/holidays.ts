import type { Language } from '../../kernel/common.ts';
import type { CalendarSource, DayReason } from '../../calendar/year-table.ts';
import type { DayNote } from '../../calendar/year-table.ts';
import { dateText } from '../dates.ts';
import { en } from '../en/holidays.ts';
import { fill } from '../fill.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/holidays.ts';
import { ru } from '../ru/holidays.ts';
import { uzCyrl } from '../uz-cyrl/holidays.ts';

type Named<Key extends string> = Readonly<Record<Key, string>>;

export interface HolidayTexts {
  readonly reasons: Named<DayReason>;
  /** `{name}` of the day, and the `{date}` it replaces. */
  readonly instead: string;
  readonly sources: Named<CalendarSource>;
}

export const holidayTexts = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });

/** Why a day is off or worked: 'Nauryz (instead of 22 March 2025)'. */
export function dayReasonText(
  language: Language,
  { reason, insteadOf }: Pick<DayNote, 'reason' | 'insteadOf'>,
): string {
  const { reasons, instead } = holidayTexts(language);
  return insteadOf === undefined
    ? reasons[reason]
    : fill(instead, { name: reasons[reason], date: dateText(language, insteadOf) });
}
