import { en } from '../en/calendar.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/calendar.ts';
import { ru } from '../ru/calendar.ts';
import { uzCyrl } from '../uz-cyrl/calendar.ts';

type Named<Key extends string> = Readonly<Record<Key, string>>;

export type CalendarTexts = Named<
  | 'link'
  /** `{number}`, `{stage}` */
  | 'stage'
  /** What the calendar is called beside others: `{of}` a zone or a project. */
  | 'of'
  /** On the day of the last entry of a file that does not hold all. */
  | 'more'
>;

export const calendarTexts = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });
