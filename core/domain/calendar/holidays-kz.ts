import { yearTable, type YearTable } from './year-table.ts';

const law = 'Law "On Holidays in the Republic of Kazakhstan" of 13 December 2001 No. 267-II, art. 5';
const labourCode = 'Labour Code of 23 November 2015 No. 414-V, art. 84 (Christmas and Qurban Ait, which do not move) and 85';

/**
 * Days off in Kazakhstan, five-day week. Differences from the `date-holidays` library (3.37.0):
 * - 2025: it does not know moved days (3 January off, Sunday 5 January worked).
 * - 2026: it has Constitution Day, 15 March, and its Monday already; the first observed is that of 2027. It leaves out
 *   25 March: Nauryz takes 21 to 23 March, so a Saturday and a Sunday among them move to the 24th and the 25th.
 * - 2027: for the same reason it leaves out 24 March.
 */
export const holidaysKz: readonly YearTable[] = [
  yearTable(2025, {
    sources: [law, labourCode, 'Order of the Minister of Labour of 21 November 2024 No. 436 (one moved day; no other that year)'],
    off: [
      ['2025-01-01', 'New Year'],
      ['2025-01-02', 'New Year'],
      ['2025-01-03', 'moved from Sunday 5 January'],
      ['2025-01-07', 'Orthodox Christmas'],
      ['2025-03-10', "Women's Day, instead of Saturday 8 March"],
      ['2025-03-21', 'Nauryz'],
      ['2025-03-24', 'Nauryz, instead of Saturday 22 March'],
      ['2025-03-25', 'Nauryz, instead of Sunday 23 March'],
      ['2025-05-01', 'Unity Day'],
      ['2025-05-07', "Defender's Day"],
      ['2025-05-09', 'Victory Day'],
      ['2025-06-06', 'Qurban Ait, first day'],
      ['2025-07-07', 'Capital Day, instead of Sunday 6 July'],
      ['2025-09-01', 'Constitution Day, instead of Saturday 30 August'],
      ['2025-10-27', 'Republic Day, instead of Saturday 25 October'],
      ['2025-12-16', 'Independence Day'],
    ],
    working: [['2025-01-05', 'for Friday 3 January']],
  }),
  yearTable(2026, {
    sources: [
      law,
      labourCode,
      'Ministry of Labour, 18 March 2026: with the new Constitution 30 August is no holiday from this year, 15 March is one from 2027',
      'Spiritual Administration of Muslims, calendar of 2026: Qurban Ait on 27 May',
    ],
    // The calendar published in January still had Monday 31 August off; the referendum of 15 March took it away.
    off: [
      ['2026-01-01', 'New Year'],
      ['2026-01-02', 'New Year'],
      ['2026-01-07', 'Orthodox Christmas'],
      ['2026-03-09', "Women's Day, instead of Sunday 8 March"],
      ['2026-03-23', 'Nauryz'],
      ['2026-03-24', 'Nauryz, instead of Saturday 21 March'],
      ['2026-03-25', 'Nauryz, instead of Sunday 22 March'],
      ['2026-05-01', 'Unity Day'],
      ['2026-05-07', "Defender's Day"],
      ['2026-05-11', 'Victory Day, instead of Saturday 9 May'],
      ['2026-05-27', 'Qurban Ait, first day'],
      ['2026-07-06', 'Capital Day'],
      ['2026-10-26', 'Republic Day, instead of Sunday 25 October'],
      ['2026-12-16', 'Independence Day'],
    ],
  }),
  yearTable(2027, {
    sources: [law, labourCode, 'Moved days of 2027 were not announced when this table was made: add them as overrides'],
    // Qurban Ait is expected on Sunday 16 May and does not move, so no weekday is lost.
    off: [
      ['2027-01-01', 'New Year'],
      ['2027-01-04', 'New Year, instead of Saturday 2 January'],
      ['2027-01-07', 'Orthodox Christmas'],
      ['2027-03-08', "Women's Day"],
      ['2027-03-15', 'Constitution Day'],
      ['2027-03-22', 'Nauryz'],
      ['2027-03-23', 'Nauryz'],
      ['2027-03-24', 'Nauryz, instead of Sunday 21 March'],
      ['2027-05-03', 'Unity Day, instead of Saturday 1 May'],
      ['2027-05-07', "Defender's Day"],
      ['2027-05-10', 'Victory Day, instead of Sunday 9 May'],
      ['2027-07-06', 'Capital Day'],
      ['2027-10-25', 'Republic Day'],
      ['2027-12-16', 'Independence Day'],
    ],
  }),
];
