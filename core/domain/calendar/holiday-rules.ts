import type { Country } from './country.ts';
import { compare, dateOfDay, dayNumberOf, isWeekend, type LocalDate } from './local-date.ts';
import type { DayNote } from './year-table.ts';

/** A holiday of one year. `moves`: if it falls on a weekend, the next working day is off instead. */
export interface Holiday {
  readonly date: LocalDate;
  readonly name: string;
  readonly moves: boolean;
}

interface FixedHoliday {
  readonly monthDay: string;
  readonly name: string;
  readonly stays?: true;
  readonly since?: number;
  readonly until?: number;
}

/** The laws in their form of 2025 and after: good for the fallback of any later year, not for history. */
const fixedHolidays: Record<Country, readonly FixedHoliday[]> = {
  KZ: [
    { monthDay: '01-01', name: 'New Year' },
    { monthDay: '01-02', name: 'New Year' },
    { monthDay: '01-07', name: 'Orthodox Christmas', stays: true },
    { monthDay: '03-08', name: "Women's Day" },
    { monthDay: '03-15', name: 'Constitution Day', since: 2027 },
    { monthDay: '03-21', name: 'Nauryz' },
    { monthDay: '03-22', name: 'Nauryz' },
    { monthDay: '03-23', name: 'Nauryz' },
    { monthDay: '05-01', name: 'Unity Day' },
    { monthDay: '05-07', name: "Defender's Day" },
    { monthDay: '05-09', name: 'Victory Day' },
    { monthDay: '07-06', name: 'Capital Day' },
    { monthDay: '08-30', name: 'Constitution Day', until: 2025 },
    { monthDay: '10-25', name: 'Republic Day' },
    { monthDay: '12-16', name: 'Independence Day' },
  ],
  UZ: [
    { monthDay: '01-01', name: 'New Year' },
    { monthDay: '03-08', name: "Women's Day" },
    { monthDay: '03-21', name: 'Navroʻz' },
    { monthDay: '05-09', name: 'Day of Memory and Honour' },
    { monthDay: '09-01', name: 'Independence Day' },
    { monthDay: '10-01', name: "Teachers' Day" },
    { monthDay: '12-08', name: 'Constitution Day' },
  ],
};

/** The holidays that a country's law fixes by date, in a year. Feasts of the moon are not among them. */
export const fixedHolidaysOf = (country: Country, year: number): Holiday[] =>
  fixedHolidays[country]
    .filter(({ since = year, until = year }) => since <= year && year <= until)
    .map(({ monthDay, name, stays }) => ({ date: `${String(year).padStart(4, '0')}-${monthDay}`, name, moves: !stays }));

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
      off.push({ date: dateOfDay(day), reason: `${name}, instead of ${date}` });
    }
  }
  return off.toSorted((a, b) => compare(a.date, b.date));
};
