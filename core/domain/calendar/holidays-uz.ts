import { yearTable, type YearTable } from './year-table.ts';

const labourCode = 'Labour Code of 28 October 2022 (law ZRU-798), art. 208: holidays, moved off a weekend to the next working day';

/**
 * Days off in Uzbekistan, five-day week (what a decree gives to the six-day week only is left out). The `date-holidays`
 * library (3.37.0) agrees on everything that follows from the Labour Code and knows none of the President's days:
 * - 2025: 2 January (Saturday 4 January worked for it) and 31 December.
 * - 2026: 2 January, 28 and 29 May, 31 August, and 31 December (Saturday 12 December worked for it).
 */
export const holidaysUz: readonly YearTable[] = [
  yearTable(2025, {
    sources: [
      labourCode,
      'Resolution of the President on the New Year days, published on 24 December 2024',
      'Resolutions of the President on Ramazon hayit (26 March 2025) and Qurbon hayit (31 May 2025)',
      'Decree of the President of 24 December 2025 No. UP-257 (31 December 2025)',
    ],
    off: [
      ['2025-01-01', 'New Year'],
      ['2025-01-02', 'moved from Saturday 4 January'],
      ['2025-03-10', "Women's Day, instead of Saturday 8 March"],
      ['2025-03-21', 'Navroʻz'],
      ['2025-03-31', 'Ramazon hayit, instead of Sunday 30 March'],
      ['2025-05-09', 'Day of Memory and Honour'],
      ['2025-06-06', 'Qurbon hayit, first day'],
      ['2025-09-01', 'Independence Day'],
      ['2025-10-01', "Teachers' Day"],
      ['2025-12-08', 'Constitution Day'],
      ['2025-12-31', 'additional day off'],
    ],
    working: [['2025-01-04', 'for Thursday 2 January']],
  }),
  yearTable(2026, {
    sources: [
      labourCode,
      'Decree of the President of 24 December 2025 No. UP-257 (additional and moved days of 2026)',
      'Resolution of the President of 17 March 2026 No. PQ-106 (Ramazon hayit on 20 March)',
    ],
    off: [
      ['2026-01-01', 'New Year'],
      ['2026-01-02', 'additional day off'],
      ['2026-03-09', "Women's Day, instead of Sunday 8 March"],
      ['2026-03-20', 'Ramazon hayit'],
      ['2026-03-23', 'Navroʻz, instead of Saturday 21 March'],
      ['2026-05-11', 'Day of Memory and Honour, instead of Saturday 9 May'],
      ['2026-05-27', 'Qurbon hayit, first day'],
      ['2026-05-28', 'additional day off'],
      ['2026-05-29', 'additional day off'],
      ['2026-08-31', 'additional day off'],
      ['2026-09-01', 'Independence Day'],
      ['2026-10-01', "Teachers' Day"],
      ['2026-12-08', 'Constitution Day'],
      ['2026-12-31', 'moved from Saturday 12 December'],
    ],
    working: [['2026-12-12', 'for Thursday 31 December']],
  }),
  yearTable(2027, {
    sources: [
      labourCode,
      'The decree on additional and moved days of 2027 did not exist when this table was made: add them as overrides',
      'Feasts by the Umm al-Qura calendar (9 March, 16 May); the President announces each a few days before',
    ],
    off: [
      ['2027-01-01', 'New Year'],
      ['2027-03-08', "Women's Day"],
      ['2027-03-09', 'Ramazon hayit', 'forecast'],
      ['2027-03-22', 'Navroʻz, instead of Sunday 21 March'],
      ['2027-05-10', 'Day of Memory and Honour, instead of Sunday 9 May'],
      ['2027-05-17', 'Qurbon hayit, instead of Sunday 16 May', 'forecast'],
      ['2027-09-01', 'Independence Day'],
      ['2027-10-01', "Teachers' Day"],
      ['2027-12-08', 'Constitution Day'],
    ],
  }),
];
