import type { Language } from '../kernel/common.ts';
import { isLocalDate, localDateOf, minuteOfDay, type LocalDate } from '../calendar/local-date.ts';
import { capital } from './capital.ts';
import { fill } from './fill.ts';
import { onceALanguage } from './locales.ts';

/** The order in official letters. CLDR's own is that of a calendar ("12-yanvar, 2026") or abbreviates the year ("2026 ж.", "2026 г."). */
const orders: Readonly<Record<Language, string>> = {
  kk: '{year} жылғы {day} {month}',
  ru: '{day} {month} {year} года',
  en: '{day} {month} {year}',
  uz: '{year}-yil {day}-{month}',
  'uz-cyrl': '{year} йил {day} {month}',
};

// CLDR leaves out the soft sign ("январ"); Uzbek orthography in Cyrillic letters writes it.
const uzbekCyrillicMonths: Readonly<Record<string, string>> = {
  январ: 'январь',
  феврал: 'февраль',
  апрел: 'апрель',
  июн: 'июнь',
  июл: 'июль',
  сентябр: 'сентябрь',
  октябр: 'октябрь',
  ноябр: 'ноябрь',
  декабр: 'декабрь',
};

// With the day, so that Russian gives the genitive ("января").
const formats = onceALanguage(
  (locale) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }),
);

const monthOf = (language: Language, date: Date): string => {
  const month =
    formats(language)
      .formatToParts(date)
      .find(({ type }) => type === 'month')?.value ?? '';
  return language === 'uz-cyrl' ? (uzbekCyrillicMonths[month] ?? month) : month;
};

/** A day in words, e.g. '12 January 2026', '2026 жылғы 12 қаңтар'. Throws a RangeError for a date that does not exist. */
export function dateText(language: Language, date: LocalDate): string {
  if (!isLocalDate(date)) throw new RangeError(`not a date: ${date}`);
  const day = new Date(date);
  return fill(orders[language], { day: day.getUTCDate(), month: monthOf(language, day), year: day.getUTCFullYear() });
}

/** An instant (epoch ms) with its hour, `offsetMinutes` east of UTC: '12 January 2026, 09:05'. All five languages write the hour so. */
/** One day, or from one to another. */
export const daysText = (
  language: Language,
  { firstDay, lastDay }: { readonly firstDay: LocalDate; readonly lastDay: LocalDate },
): string =>
  firstDay === lastDay
    ? dateText(language, firstDay)
    : `${dateText(language, firstDay)} – ${dateText(language, lastDay)}`;

export function momentText(language: Language, at: number, offsetMinutes: number): string {
  const minute = minuteOfDay(at, offsetMinutes);
  const hour = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return `${dateText(language, localDateOf(at, offsetMinutes))}, ${hour}`;
}

/** The hour of an instant (epoch ms) to the second, '09:05:30'. */
export const clockText = (at: number, offsetMinutes: number): string =>
  new Date(at + offsetMinutes * 60_000).toISOString().slice(11, 19);

const standing = onceALanguage((locale) => new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }));

/** A month by itself, e.g. 'January'. @param month 1 to 12 */
export function monthText(language: Language, month: number): string {
  const name = standing(language).format(new Date(Date.UTC(2026, month - 1, 1)));
  return capital(language, language === 'uz-cyrl' ? (uzbekCyrillicMonths[name] ?? name) : name);
}

const shortEnglish = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });

/** A day for tables: '22.12.2025', in English '22 Dec 2025'. */
export const shortDateText = (language: Language, date: LocalDate): string =>
  language === 'en' ? shortEnglish.format(new Date(`${date}T00:00:00Z`)) : date.split('-').toReversed().join('.');
