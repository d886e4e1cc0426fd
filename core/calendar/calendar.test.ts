import { describe, expect, it } from 'vitest';
import { CalendarOverride } from './calendar-override.ts';
import { calendarOf } from './calendar.ts';

describe('calendar', () => {
  it.each([
    ['KZ', '2025-12-12', true],
    ['KZ', '2025-12-13', false],
    ['KZ', '2025-12-16', false],
    ['KZ', '2025-01-05', true],
    ['KZ', '2025-01-03', false],
    ['KZ', '2026-08-31', true],
    ['UZ', '2026-08-31', false],
    ['UZ', '2026-12-12', true],
    ['UZ', '2026-12-16', true],
    ['KZ', '2028-01-04', false],
    ['KZ', '2027-12-31', true],
    ['KZ', '2027-01-01', false],
  ] as const)('%s %s is worked: %s', (country, date, worked) =>
    expect(calendarOf(country).isWorkingDay(date)).toBe(worked),
  );

  it.each([
    ['KZ', { offsetMinutes: 300, officeHours: { from: '09:00', to: '18:30' } }],
    ['UZ', { offsetMinutes: 300, officeHours: { from: '09:00', to: '18:00' } }],
  ] as const)('%s keeps its hours', (country, place) =>
    expect(calendarOf(country)).toMatchObject({ country, ...place }),
  );

  it('lets an override go before the table, the last for a day, and leaves the shared calendar alone', () => {
    const calendar = calendarOf('KZ', [
      { date: '2026-05-08', working: false, reason: 'first word' },
      { date: '2026-05-10', working: true, reason: 'moved from 8 May' },
      { date: '2026-05-07', working: true, reason: 'on duty' },
      { date: '2026-05-12', working: false, reason: 'closed' },
      { date: '2026-05-12', working: true, reason: 'open after all' },
    ]);
    const worked = ['2026-05-07', '2026-05-08', '2026-05-10', '2026-05-11', '2026-05-12'].map((date) =>
      calendar.isWorkingDay(date),
    );
    expect(worked).toEqual([true, false, true, false, true]);
    expect(calendarOf('KZ').isWorkingDay('2026-05-08')).toBe(true);
  });

  it.each([
    [2025, 'KZ', 261 - 16 + 1],
    [2026, 'KZ', 261 - 14],
    [2026, 'UZ', 261 - 14 + 1],
  ] as const)('%i in %s has its working days', (year, country, total) => {
    expect(calendarOf(country).workingYear(year).total).toBe(total);
  });

  it('refuses a year outside the calendar', () => {
    expect(() => calendarOf('KZ').workingYear(10_000)).toThrow(RangeError);
    expect(() => calendarOf('KZ').workingYear(2026).isWorking(0)).toThrow(RangeError);
  });
});

describe('override', () => {
  it.each([
    [{ date: '2026-05-08', working: false, reason: 'Order No. 1' }, true],
    [{ date: '2026-02-30', working: false, reason: 'Order No. 1' }, false],
    [{ date: '2026-05-08', working: false, reason: '  ' }, false],
    [{ date: '2026-05-08', working: 'no', reason: 'Order No. 1' }, false],
    [{ date: '2026-05-08', working: false, reason: 'Order No. 1', zone: 'aqtobe' }, false],
  ])('%j is taken: %s', (override, taken) => expect(CalendarOverride.safeParse(override).success).toBe(taken));
});
