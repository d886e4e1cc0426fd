import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarOf } from './calendar.ts';
import { addDays, dateOfDay, dayNumberOf } from './local-date.ts';
import {
  addWorkingDays,
  dueAt,
  isWorkingMorning,
  nextWorkingDay,
  receivedOn,
  workingDayFrom,
  workingDaysBetween,
} from './working-days.ts';

const kz = calendarOf('KZ');
const calendars = fc.constantFrom(
  kz,
  calendarOf('UZ'),
  calendarOf('KZ', [
    { date: '2026-05-08', working: false, reason: 'moved' },
    { date: '2026-05-10', working: true, reason: 'moved' },
  ]),
);
const dates = fc.integer({ min: dayNumberOf('2020-01-01'), max: dayNumberOf('2040-12-31') }).map(dateOfDay);
const steps = fc.integer({ min: -1500, max: 1500 });

describe('working days', () => {
  it('end 187 after the forum on 18 September 2026, 50 before the end of November', () => {
    expect(addWorkingDays(kz, '2025-12-12', 187)).toBe('2026-09-18');
    expect(workingDaysBetween(kz, '2026-09-18', '2026-11-30')).toBe(50);
    expect(addWorkingDays(kz, '2026-11-30', -50)).toBe('2026-09-18');
  });

  it.each([
    ['the day of receipt is not counted', '2025-12-12', 1, '2025-12-15'],
    ['a holiday is passed over', '2025-12-15', 1, '2025-12-17'],
    ['over New Year and Christmas', '2025-12-31', 3, '2026-01-08'],
    ['back over them', '2026-01-08', -3, '2025-12-31'],
    ['nothing moves nothing', '2025-12-13', 0, '2025-12-13'],
    ['a Sunday counts as its Friday', '2025-12-14', 1, '2025-12-15'],
    ['a Sunday counts as its Friday, backwards', '2025-12-14', -1, '2025-12-11'],
    ['a worked Sunday', '2025-01-04', 1, '2025-01-05'],
    ['from the first of a year', '2026-01-01', -1, '2025-12-30'],
    ['into years without a table', '2027-12-31', 5, '2028-01-12'],
  ])('%s', (_, from, n, to) => expect(addWorkingDays(kz, from, n)).toBe(to));

  it.each([
    ['2025-12-12', '2025-12-15', 1],
    ['2025-12-15', '2025-12-12', -1],
    ['2025-12-12', '2025-12-14', 0],
    ['2025-12-14', '2025-12-12', 0],
    ['2025-12-12', '2025-12-12', 0],
    ['2024-12-31', '2027-01-01', 246 + 247],
  ])('from %s to %s there are %i', (from, to, days) => expect(workingDaysBetween(kz, from, to)).toBe(days));

  it('agree with a walk from day to day', () => {
    fc.assert(
      fc.property(calendars, dates, fc.integer({ min: 0, max: 800 }), (calendar, from, length) => {
        let walked = 0;
        for (let i = 1; i <= length; i += 1) walked += calendar.isWorkingDay(addDays(from, i)) ? 1 : 0;
        expect(workingDaysBetween(calendar, from, addDays(from, length))).toBe(walked);
      }),
    );
  });

  it('added and counted give the number back, and end on a working day', () => {
    fc.assert(
      fc.property(calendars, dates, steps, (calendar, date, n) => {
        const end = addWorkingDays(calendar, date, n);
        expect(workingDaysBetween(calendar, date, end)).toBe(n);
        expect(n === 0 || calendar.isWorkingDay(end)).toBe(true);
      }),
    );
  });

  it('grow with the date and with the number, and add up', () => {
    fc.assert(
      fc.property(calendars, dates, dates, steps, steps, (calendar, a, b, n, m) => {
        const [first, second] = [a, b].toSorted() as [string, string];
        if (n !== 0) expect(addWorkingDays(calendar, first, n) <= addWorkingDays(calendar, second, n)).toBe(true);
        if (n < m)
          expect(
            addWorkingDays(calendar, workingDayFrom(calendar, a), n) <
              addWorkingDays(calendar, workingDayFrom(calendar, a), m),
          ).toBe(true);
        if (n !== 0 && m !== 0 && n + m !== 0) {
          expect(addWorkingDays(calendar, addWorkingDays(calendar, a, n), m)).toBe(addWorkingDays(calendar, a, n + m));
        }
        expect(workingDaysBetween(calendar, a, b)).toBe(-workingDaysBetween(calendar, b, a) || 0);
      }),
    );
  });

  it('reach the ends of the calendar and not beyond', () => {
    expect(addWorkingDays(kz, '9999-12-30', 1)).toBe('9999-12-31');
    expect(() => addWorkingDays(kz, '9999-12-31', 1)).toThrow(RangeError);
    expect(() => addWorkingDays(kz, '0000-01-01', -1)).toThrow(RangeError);
    expect(addWorkingDays(kz, '0000-01-01', 1)).toBe('0000-01-05');
  });

  it('have a next one, and one on or after', () => {
    expect(nextWorkingDay(kz, '2025-12-12')).toBe('2025-12-15');
    expect(nextWorkingDay(kz, '2025-12-13')).toBe('2025-12-15');
    expect(workingDayFrom(kz, '2025-12-12')).toBe('2025-12-12');
    expect(workingDayFrom(kz, '2025-12-13')).toBe('2025-12-15');
  });
});

describe('receipt', () => {
  it.each([
    ['KZ', 'in the morning before the office opens', '2025-12-12T00:30+05:00', '2025-12-12'],
    ['KZ', 'in the last minute', '2025-12-12T18:29:59+05:00', '2025-12-12'],
    ['KZ', 'when the office closes', '2025-12-12T18:30+05:00', '2025-12-15'],
    ['UZ', 'when the office closes', '2025-12-12T18:00+05:00', '2025-12-15'],
    ['UZ', 'an hour before', '2025-12-12T17:00+05:00', '2025-12-12'],
    ['KZ', 'before a holiday, late', '2025-12-15T20:00+05:00', '2025-12-17'],
    ['KZ', 'on a Saturday', '2025-12-13T10:00+05:00', '2025-12-15'],
    ['KZ', 'on a Saturday night', '2025-12-13T23:00+05:00', '2025-12-15'],
    ['KZ', 'on a Sunday night before a Monday', '2025-12-14T23:59+05:00', '2025-12-15'],
    ['KZ', 'sent from London the evening before', '2025-12-11T20:00Z', '2025-12-12'],
  ] as const)('%s, %s: %s counts as %s', (country, _, instant, date) => {
    expect(receivedOn(calendarOf(country), Date.parse(instant))).toBe(date);
  });

  it('is always a working day, never earlier than the instant, never later than the next one', () => {
    fc.assert(
      fc.property(calendars, dates, fc.integer({ min: 0, max: 86_399_999 }), (calendar, date, ms) => {
        const received = receivedOn(calendar, Date.parse(`${date}T00:00+05:00`) + ms);
        expect(calendar.isWorkingDay(received)).toBe(true);
        expect(received >= date && received <= nextWorkingDay(calendar, date)).toBe(true);
      }),
    );
  });
});

describe('due dates and mornings', () => {
  it('end with the local day', () => {
    expect(new Date(dueAt(kz, '2025-12-19')).toISOString()).toBe('2025-12-19T18:59:59.999Z');
  });

  it.each([
    ['2025-12-12T05:59:59+05:00', false],
    ['2025-12-12T06:00+05:00', true],
    ['2025-12-12T11:59:59+05:00', true],
    ['2025-12-12T12:00+05:00', false],
    ['2025-12-13T09:00+05:00', false],
    ['2025-12-16T09:00+05:00', false],
    ['2025-12-12T02:00Z', true],
  ])('%s is a working morning: %s', (instant, is) => expect(isWorkingMorning(kz, Date.parse(instant))).toBe(is));
});
