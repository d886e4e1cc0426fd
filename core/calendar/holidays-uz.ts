import { yearTable, type YearTable } from './year-table.ts';

/**
 * Days off in Uzbekistan, five-day week (what a decree gives to the six-day week only is left out). The `date-holidays`
 * library (3.37.0) agrees on everything that follows from the Labour Code and knows none of the President's days:
 * - 2025: 2 January (Saturday 4 January worked for it) and 31 December.
 * - 2026: 2 January, 28 and 29 May, 31 August, and 31 December (Saturday 12 December worked for it).
 */
export const holidaysUz: readonly YearTable[] = [
  yearTable(2025, {
    sources: ['uz-labour-code', 'uz-new-year-2025', 'uz-feasts-2025', 'uz-decree-257-of-2025'],
    off: [
      ['2025-01-01', 'new-year'],
      ['2025-01-02', 'moved', '2025-01-04'],
      ['2025-03-10', 'womens-day', '2025-03-08'],
      ['2025-03-21', 'nauryz'],
      ['2025-03-31', 'ramadan', '2025-03-30'],
      ['2025-05-09', 'memory-day'],
      ['2025-06-06', 'qurban-ait'],
      ['2025-09-01', 'independence-day'],
      ['2025-10-01', 'teachers-day'],
      ['2025-12-08', 'constitution-day'],
      ['2025-12-31', 'additional'],
    ],
    working: [['2025-01-04', 'worked', '2025-01-02']],
  }),
  yearTable(2026, {
    sources: ['uz-labour-code', 'uz-decree-257-of-2026', 'uz-resolution-106'],
    off: [
      ['2026-01-01', 'new-year'],
      ['2026-01-02', 'additional'],
      ['2026-03-09', 'womens-day', '2026-03-08'],
      ['2026-03-20', 'ramadan'],
      ['2026-03-23', 'nauryz', '2026-03-21'],
      ['2026-05-11', 'memory-day', '2026-05-09'],
      ['2026-05-27', 'qurban-ait'],
      ['2026-05-28', 'additional'],
      ['2026-05-29', 'additional'],
      ['2026-08-31', 'additional'],
      ['2026-09-01', 'independence-day'],
      ['2026-10-01', 'teachers-day'],
      ['2026-12-08', 'constitution-day'],
      ['2026-12-31', 'moved', '2026-12-12'],
    ],
    working: [['2026-12-12', 'worked', '2026-12-31']],
  }),
  yearTable(2027, {
    sources: ['uz-labour-code', 'uz-unannounced-2027', 'uz-feasts-2027'],
    off: [
      ['2027-01-01', 'new-year'],
      ['2027-03-08', 'womens-day'],
      ['2027-03-09', 'ramadan', undefined, 'forecast'],
      ['2027-03-22', 'nauryz', '2027-03-21'],
      ['2027-05-10', 'memory-day', '2027-05-09'],
      ['2027-05-17', 'qurban-ait', '2027-05-16', 'forecast'],
      ['2027-09-01', 'independence-day'],
      ['2027-10-01', 'teachers-day'],
      ['2027-12-08', 'constitution-day'],
    ],
  }),
];
