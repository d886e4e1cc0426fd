import type { Country } from './country.ts';
import { compare, dateOfDay, dayNumberOf, isWeekend, type LocalDate } from './local-date.ts';
import type { DayNote, DayReason } from './year-table.ts';

/** A holiday of one year. `moves`: if it falls on a weekend, the next working day is off instead. */
export interface Holiday {
  readonly date: LocalDate;
  readonly name: DayReason;
  readonly moves: boolean;
}

interface FixedHoliday {
  readonly monthDay: string;
  readonly name: DayReason;
  readonly stays?: true;
  readonly since?: number;
  readonly until?: number;
}

/** The laws in their form of 2025 and after: good for the fallback of any later year, not for history. */
const fixedHolidays: Record<Country, readonly FixedHoliday[]> = {
  KZ: [
    { monthDay: '01-01', name: 'new-year' },
    { monthDay: '01-02', name: 'new-year' },
    { monthDay: '01-07', name: 'christmas', stays: true },
    { monthDay: '03-08', name: 'womens-day' },
    { monthDay: '03-15', name: 'constitution-day', since: 2027 },
    { monthDay: '03-21', name: 'nauryz' },
    { monthDay: '03-22', name: 'nauryz' },
    { monthDay: '03-23', name: 'nauryz' },
    { monthDay: '05-01', name: 'unity-day' },
    { monthDay: '05-07', name: 'defenders-day' },
    { monthDay: '05-09', name: 'victory-day' },
    { monthDay: '07-06', name: 'capital-day' },
    { monthDay: '08-30', name: 'constitution-day', until: 2025 },
    { monthDay: '10-25', name: 'republic-day' },
    { monthDay: '12-16', name: 'independence-day' },
  ],
  UZ: [
    { monthDay: '01-01', name: 'new-year' },
    { monthDay: '03-08', name: 'womens-day' },
    { monthDay: '03-21', name: 'nauryz' },
    { monthDay: '05-09', name: 'memory-day' },
    { monthDay: '09-01', name: 'independence-day' },
    { monthDay: '10-01', name: 'teachers-day' },
    { monthDay: '12-08', name: 'constitution-day' },
  ],
};

/** The holidays that a country's law fixes by date, in a year. Feasts of the moon are not among them. */
export const fixedHolidaysOf = (country: Country, year: number): Holiday[] =>
  fixedHolidays[country]
    .filter(({ since = year, until = year }) => since <= year && year <= until)
    .map(({ monthDay, name, stays }) => ({
      date: `${String(year).padStart(4, '0')}-${monthDay}`,
      name,
      moves: !stays,
    }));

/** The weekdays that holidays take: their own, and the next working day for each that moves off a weekend. */
export const weekdaysOff = (holidays: readonly Holiday[]): DayNote[] => {
  const taken = new Set(holidays.map(({ date }) => dayNumberOf(date)));
  const off: DayNote[] = [];
  for (const { date, name, moves } of holidays.toSorted((a, b) => compare(a.date, b.date))) {
    let day = dayNumberOf(date);
    if (!isWeekend(day)) off.push({ date, reason: name });
    else if (moves) {
      while (isWeekend(day) || taken.has(day)) day += 1;
      taken.add(day);
      off.push({ date: dateOfDay(day), reason: name, insteadOf: date });
    }
  }
  return off.toSorted((a, b) => compare(a.date, b.date));
};
