import { describe, expect, it } from 'vitest';
import { calendarOf } from './calendar.ts';
import { countries, type Country } from './country.ts';
import { addDays, addMonths, type LocalDate } from './local-date.ts';
import { endOfLeft, leftOfTerm, termEnd, type Term } from './term.ts';
import { addWorkingDays, receivedOn, workingDaysBetween } from './working-days.ts';

/** The working days of each month, counted off by hand from laws and decrees: no table or rule of the product is asked. */
const byHand: Readonly<Record<Country, Readonly<Record<string, string>>>> = {
  KZ: {
    '2026-01': '5 6 8 9 12 13 14 15 16 19 20 21 22 23 26 27 28 29 30',
    '2026-02': '2 3 4 5 6 9 10 11 12 13 16 17 18 19 20 23 24 25 26 27',
    '2026-03': '2 3 4 5 6 10 11 12 13 16 17 18 19 20 26 27 30 31',
    '2026-04': '1 2 3 6 7 8 9 10 13 14 15 16 17 20 21 22 23 24 27 28 29 30',
    '2026-05': '4 5 6 8 12 13 14 15 18 19 20 21 22 25 26 28 29',
    '2026-06': '1 2 3 4 5 8 9 10 11 12 15 16 17 18 19 22 23 24 25 26 29 30',
    '2026-07': '1 2 3 7 8 9 10 13 14 15 16 17 20 21 22 23 24 27 28 29 30 31',
    '2026-08': '3 4 5 6 7 10 11 12 13 14 17 18 19 20 21 24 25 26 27 28 31',
    '2026-09': '1 2 3 4 7 8 9 10 11 14 15 16 17 18 21 22 23 24 25 28 29 30',
    '2026-10': '1 2 5 6 7 8 9 12 13 14 15 16 19 20 21 22 23 27 28 29 30',
    '2026-11': '2 3 4 5 6 9 10 11 12 13 16 17 18 19 20 23 24 25 26 27 30',
    '2026-12': '1 2 3 4 7 8 9 10 11 14 15 17 18 21 22 23 24 25 28 29 30 31',
    '2027-01': '5 6 8 11 12 13 14 15 18 19 20 21 22 25 26 27 28 29',
    '2027-02': '1 2 3 4 5 8 9 10 11 12 15 16 17 18 19 22 23 24 25 26',
    '2027-03': '1 2 3 4 5 9 10 11 12 16 17 18 19 25 26 29 30 31',
    '2027-04': '1 2 5 6 7 8 9 12 13 14 15 16 19 20 21 22 23 26 27 28 29 30',
    '2027-05': '4 5 6 11 12 13 14 17 18 19 20 21 24 25 26 27 28 31',
    '2027-06': '1 2 3 4 7 8 9 10 11 14 15 16 17 18 21 22 23 24 25 28 29 30',
    '2027-07': '1 2 5 7 8 9 12 13 14 15 16 19 20 21 22 23 26 27 28 29 30',
    '2027-08': '2 3 4 5 6 9 10 11 12 13 16 17 18 19 20 23 24 25 26 27 30 31',
    '2027-09': '1 2 3 6 7 8 9 10 13 14 15 16 17 20 21 22 23 24 27 28 29 30',
    '2027-10': '1 4 5 6 7 8 11 12 13 14 15 18 19 20 21 22 26 27 28 29',
    '2027-11': '1 2 3 4 5 8 9 10 11 12 15 16 17 18 19 22 23 24 25 26 29 30',
    '2027-12': '1 2 3 6 7 8 9 10 13 14 15 17 20 21 22 23 24 27 28 29 30 31',
  },
  UZ: {
    '2026-01': '5 6 7 8 9 12 13 14 15 16 19 20 21 22 23 26 27 28 29 30',
    '2026-02': '2 3 4 5 6 9 10 11 12 13 16 17 18 19 20 23 24 25 26 27',
    '2026-03': '2 3 4 5 6 10 11 12 13 16 17 18 19 24 25 26 27 30 31',
    '2026-04': '1 2 3 6 7 8 9 10 13 14 15 16 17 20 21 22 23 24 27 28 29 30',
    '2026-05': '1 4 5 6 7 8 12 13 14 15 18 19 20 21 22 25 26',
    '2026-06': '1 2 3 4 5 8 9 10 11 12 15 16 17 18 19 22 23 24 25 26 29 30',
    '2026-07': '1 2 3 6 7 8 9 10 13 14 15 16 17 20 21 22 23 24 27 28 29 30 31',
    '2026-08': '3 4 5 6 7 10 11 12 13 14 17 18 19 20 21 24 25 26 27 28',
    '2026-09': '2 3 4 7 8 9 10 11 14 15 16 17 18 21 22 23 24 25 28 29 30',
    '2026-10': '2 5 6 7 8 9 12 13 14 15 16 19 20 21 22 23 26 27 28 29 30',
    '2026-11': '2 3 4 5 6 9 10 11 12 13 16 17 18 19 20 23 24 25 26 27 30',
    '2026-12': '1 2 3 4 7 9 10 11 12 14 15 16 17 18 21 22 23 24 25 28 29 30',
    '2027-01': '4 5 6 7 8 11 12 13 14 15 18 19 20 21 22 25 26 27 28 29',
    '2027-02': '1 2 3 4 5 8 9 10 11 12 15 16 17 18 19 22 23 24 25 26',
    '2027-03': '1 2 3 4 5 10 11 12 15 16 17 18 19 23 24 25 26 29 30 31',
    '2027-04': '1 2 5 6 7 8 9 12 13 14 15 16 19 20 21 22 23 26 27 28 29 30',
    '2027-05': '3 4 5 6 7 11 12 13 14 18 19 20 21 24 25 26 27 28 31',
    '2027-06': '1 2 3 4 7 8 9 10 11 14 15 16 17 18 21 22 23 24 25 28 29 30',
    '2027-07': '1 2 5 6 7 8 9 12 13 14 15 16 19 20 21 22 23 26 27 28 29 30',
    '2027-08': '2 3 4 5 6 9 10 11 12 13 16 17 18 19 20 23 24 25 26 27 30 31',
    '2027-09': '2 3 6 7 8 9 10 13 14 15 16 17 20 21 22 23 24 27 28 29 30',
    '2027-10': '4 5 6 7 8 11 12 13 14 15 18 19 20 21 22 25 26 27 28 29',
    '2027-11': '1 2 3 4 5 8 9 10 11 12 15 16 17 18 19 22 23 24 25 26 29 30',
    '2027-12': '1 2 3 6 7 9 10 13 14 15 16 17 20 21 22 23 24 27 28 29 30 31',
  },
};

const workedBy = (country: Country): readonly LocalDate[] =>
  Object.entries(byHand[country]).flatMap(([month, days]) =>
    days.split(' ').map((day) => `${month}-${day.padStart(2, '0')}`),
  );

const everyDay: readonly LocalDate[] = Array.from({ length: 730 }, (_, at) => addDays('2026-01-01', at));

describe.each(countries)('terms in %s beside a calendar made by hand', (country) => {
  const calendar = calendarOf(country);
  const worked = workedBy(country);

  it('know the same working days of 2026 and 2027', () => {
    expect(everyDay.filter((day) => calendar.isWorkingDay(day))).toEqual(worked);
  });

  it.each([1, 2, 3, 5, 7, 10, 17, 60, 90])('end %i working days after any day where the hand ends', (days) => {
    for (const from of everyDay) {
      const end = worked.filter((day) => day > from)[days - 1];
      if (end === undefined) break;
      expect([from, addWorkingDays(calendar, from, days)]).toEqual([from, end]);
      expect([from, workingDaysBetween(calendar, from, end)]).toEqual([from, days]);
    }
  });
});

describe('the checked examples of the law', () => {
  const from = '2026-08-31';
  it.each<[string, Country, LocalDate, Term, LocalDate]>([
    ['one working day after Friday', 'KZ', '2026-08-28', { workingDays: 1 }, '2026-08-31'],
    ['one working day after Friday', 'UZ', '2026-08-28', { workingDays: 1 }, '2026-09-02'],
    ['ten working days for refusal or contract', 'KZ', '2026-08-28', { workingDays: 10 }, '2026-09-11'],
    ['ten working days of the directorate', 'UZ', '2026-08-28', { workingDays: 10 }, '2026-09-15'],
    ['act of breach with 60 calendar days', 'KZ', from, { calendarDays: 60 }, '2026-10-30'],
    ['six calendar months', 'KZ', from, { calendarMonths: 6 }, '2027-02-28'],
    ['six calendar months', 'UZ', from, { calendarMonths: 6 }, '2027-02-28'],
    ['two calendar months', 'KZ', '2026-12-31', { calendarMonths: 2 }, '2027-02-28'],
    ['two years from the status', 'KZ', '2026-02-28', { calendarMonths: 24 }, '2028-02-28'],
    ['three years after a leap day', 'KZ', '2024-02-29', { calendarMonths: 36 }, '2027-02-28'],
    ['simple technical conditions', 'KZ', '2026-08-28', { workingDays: 2 }, '2026-09-01'],
    ['complex technical conditions', 'KZ', '2026-08-28', { workingDays: 5 }, '2026-09-04'],
    ['the word of the regulator', 'KZ', '2026-08-28', { workingDays: 7 }, '2026-09-08'],
  ])('%s in %s: %s + %j = %s', (_, country, start, term, end) =>
    expect(termEnd(calendarOf(country), start, term)).toBe(end),
  );

  it('register an application of Friday at eleven on that day', () => {
    expect(receivedOn(calendarOf('KZ'), Date.parse('2026-08-28T11:00:00+05:00'))).toBe('2026-08-28');
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2027-11-30', 3, '2028-02-29'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('%s and %i months: %s', (date, months, end) => expect(addMonths(date, months)).toBe(end));
});

describe('what is left of a term', () => {
  it.each<[Term, number, LocalDate]>([
    [{ workingDays: 10 }, 8, '2026-09-11'],
    [{ calendarDays: 10 }, 6, '2026-09-07'],
    [{ calendarMonths: 1 }, 27, '2026-09-28'],
  ])('of %j is kept in its own days: %i', (term, left, end) => {
    const calendar = calendarOf('KZ');
    const due = termEnd(calendar, '2026-08-28', term);
    expect(leftOfTerm(calendar, term, '2026-09-01', due)).toBe(left);
    expect(endOfLeft(calendar, term, '2026-09-01', left)).toBe(end);
  });
});
