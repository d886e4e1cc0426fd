import type { Language } from '#core/contracts/common.ts';
import type { DayNote } from '#core/domain/calendar/year-table.ts';
import { dateText } from '../dates.ts';
import { fill } from '../fill.ts';
import { byLanguage } from '../pages/by-language.ts';
import { en } from './en.ts';
import { kk } from './kk.ts';
import { ru } from './ru.ts';
import { uzCyrl } from './uz-cyrl.ts';
import { uz } from './uz.ts';

export const holidayTexts = byLanguage({ kk, ru, en, uz, 'uz-cyrl': uzCyrl });

/** Why a day is off or worked: 'Nauryz (instead of 22 March 2025)'. */
export function dayReasonText(language: Language, { reason, insteadOf }: Pick<DayNote, 'reason' | 'insteadOf'>): string {
  const { reasons, instead } = holidayTexts(language);
  return insteadOf === undefined ? reasons[reason] : fill(instead, { name: reasons[reason], date: dateText(language, insteadOf) });
}
