import type { Country } from './country.ts';
import { fixedHolidaysOf, weekdaysOff } from './holiday-rules.ts';
import { holidaysKz } from './holidays-kz.ts';
import { holidaysUz } from './holidays-uz.ts';
import type { YearTable } from './year-table.ts';

const tables: Record<Country, readonly YearTable[]> = { KZ: holidaysKz, UZ: holidaysUz };

/** The hand-checked table of a country's year or, where there is none, what the law's fixed dates give. */
export const tableOf = (country: Country, year: number): YearTable =>
  tables[country].find((table) => table.year === year) ?? {
    kind: 'by-rule',
    year,
    sources: ['fixed-by-law'],
    off: weekdaysOff(fixedHolidaysOf(country, year)),
    working: [],
  };
