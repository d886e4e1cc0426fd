import { yearTable, type YearTable } from './year-table.ts';

/**
 * Days off in Kazakhstan, five-day week. Differences from the `date-holidays` library (3.37.0):
 * - 2025: it does not know moved days (3 January off, Sunday 5 January worked).
 * - 2026: it has Constitution Day, 15 March, and its Monday already; the first observed is that of 2027. It leaves out
 *   25 March: Nauryz takes 21 to 23 March, so a Saturday and a Sunday among them move to the 24th and the 25th.
 * - 2027: for the same reason it leaves out 24 March.
 */
export const holidaysKz: readonly YearTable[] = [
  yearTable(2025, {
    sources: ['kz-holidays-law', 'kz-labour-code', 'kz-order-436'],
    off: [
      ['2025-01-01', 'new-year'],
      ['2025-01-02', 'new-year'],
      ['2025-01-03', 'moved', '2025-01-05'],
      ['2025-01-07', 'christmas'],
      ['2025-03-10', 'womens-day', '2025-03-08'],
      ['2025-03-21', 'nauryz'],
      ['2025-03-24', 'nauryz', '2025-03-22'],
      ['2025-03-25', 'nauryz', '2025-03-23'],
      ['2025-05-01', 'unity-day'],
      ['2025-05-07', 'defenders-day'],
      ['2025-05-09', 'victory-day'],
      ['2025-06-06', 'qurban-ait'],
      ['2025-07-07', 'capital-day', '2025-07-06'],
      ['2025-09-01', 'constitution-day', '2025-08-30'],
      ['2025-10-27', 'republic-day', '2025-10-25'],
      ['2025-12-16', 'independence-day'],
    ],
    working: [['2025-01-05', 'worked', '2025-01-03']],
  }),
  yearTable(2026, {
    sources: ['kz-holidays-law', 'kz-labour-code', 'kz-constitution-2026', 'kz-qurban-ait-2026'],
    // The calendar published in January still had Monday 31 August off; the referendum of 15 March took it away.
    off: [
      ['2026-01-01', 'new-year'],
      ['2026-01-02', 'new-year'],
      ['2026-01-07', 'christmas'],
      ['2026-03-09', 'womens-day', '2026-03-08'],
      ['2026-03-23', 'nauryz'],
      ['2026-03-24', 'nauryz', '2026-03-21'],
      ['2026-03-25', 'nauryz', '2026-03-22'],
      ['2026-05-01', 'unity-day'],
      ['2026-05-07', 'defenders-day'],
      ['2026-05-11', 'victory-day', '2026-05-09'],
      ['2026-05-27', 'qurban-ait'],
      ['2026-07-06', 'capital-day'],
      ['2026-10-26', 'republic-day', '2026-10-25'],
      ['2026-12-16', 'independence-day'],
    ],
  }),
  yearTable(2027, {
    sources: ['kz-holidays-law', 'kz-labour-code', 'kz-unannounced-2027'],
    // Qurban Ait is expected on Sunday 16 May and does not move, so no weekday is lost.
    off: [
      ['2027-01-01', 'new-year'],
      ['2027-01-04', 'new-year', '2027-01-02'],
      ['2027-01-07', 'christmas'],
      ['2027-03-08', 'womens-day'],
      ['2027-03-15', 'constitution-day'],
      ['2027-03-22', 'nauryz'],
      ['2027-03-23', 'nauryz'],
      ['2027-03-24', 'nauryz', '2027-03-21'],
      ['2027-05-03', 'unity-day', '2027-05-01'],
      ['2027-05-07', 'defenders-day'],
      ['2027-05-10', 'victory-day', '2027-05-09'],
      ['2027-07-06', 'capital-day'],
      ['2027-10-25', 'republic-day'],
      ['2027-12-16', 'independence-day'],
    ],
  }),
];
