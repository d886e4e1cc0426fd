import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarOf } from './calendar.ts';
import { overdueDays, pause, resume } from './clock-pause.ts';
import { addDays, dateOfDay, dayNumberOf } from './local-date.ts';
import { addWorkingDays, workingDaysBetween } from './working-days.ts';

const kz = calendarOf('KZ');
const calendars = fc.constantFrom(kz, calendarOf('UZ'));
const dates = fc.integer({ min: dayNumberOf('2025-01-01'), max: dayNumberOf('2030-12-31') }).map(dateOfDay);

describe('a stopped clock', () => {
  it.each([
    ['before the deadline', { due: '2026-02-20', on: '2026-02-16', back: '2026-03-02' }, 4, '2026-03-06'],
    ['on the due date', { due: '2026-02-20', on: '2026-02-20', back: '2026-03-02' }, 0, '2026-03-02'],
    ['on the due date, back on a Sunday', { due: '2026-02-20', on: '2026-02-20', back: '2026-03-01' }, 0, '2026-03-02'],
    ['three days late', { due: '2026-02-20', on: '2026-02-25', back: '2026-04-01' }, -3, '2026-03-27'],
    ['over a weekend only', { due: '2026-02-27', on: '2026-02-20', back: '2026-02-22' }, 5, '2026-02-27'],
  ])('%s', (_, { due, on, back }, remaining, newDue) => {
    const paused = pause(kz, due, on);
    expect(paused).toEqual({ pausedOn: on, remaining });
    expect(resume(kz, paused, back)).toBe(newDue);
  });

  it.each([
    ['2026-02-20', '2026-02-19', 0],
    ['2026-02-20', '2026-02-20', 0],
    ['2026-02-20', '2026-02-22', 0],
    ['2026-02-20', '2026-02-23', 1],
    ['2026-02-20', '2026-03-10', 11],
  ])('due on %s, on %s overdue by %i', (due, on, days) => expect(overdueDays(kz, due, on)).toBe(days));

  it('keeps what was left and what was overdue, however long it stood', () => {
    fc.assert(
      fc.property(
        calendars,
        dates,
        fc.integer({ min: -60, max: 60 }),
        fc.integer({ min: 0, max: 500 }),
        (calendar, on, left, length) => {
          const due = addWorkingDays(calendar, addWorkingDays(calendar, on, 1), left || 1);
          const back = addDays(on, length);
          const newDue = resume(calendar, pause(calendar, due, on), back);
          const before = workingDaysBetween(calendar, on, due);
          expect(calendar.isWorkingDay(newDue)).toBe(true);
          expect(overdueDays(calendar, newDue, back)).toBe(overdueDays(calendar, due, on));
          if (before !== 0) expect(workingDaysBetween(calendar, back, newDue)).toBe(before);
        },
      ),
    );
  });

  it('changes nothing when started again on the same day, and is never shortened by waiting', () => {
    fc.assert(
      fc.property(
        calendars,
        dates,
        fc.integer({ min: -60, max: 60 }),
        fc.integer({ min: 0, max: 200 }),
        (calendar, on, left, length) => {
          const due = addWorkingDays(calendar, on, left || 1);
          const paused = pause(calendar, due, on);
          expect(resume(calendar, paused, on)).toBe(due);
          expect(resume(calendar, paused, addDays(on, length)) >= due).toBe(true);
        },
      ),
    );
  });
});
