import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  compare,
  dateOfDay,
  dayNumberOf,
  dayOfWeek,
  isLocalDate,
  later,
  localDateOf,
  minuteOfDay,
  startOf,
  yearOf,
} from './local-date.ts';

const days = fc.integer({ min: dayNumberOf('0000-01-01'), max: dayNumberOf('9999-12-31') });

describe('local dates', () => {
  it.each([
    ['2025-12-12', true],
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-02-30', false],
    ['2026-13-01', false],
    ['2026-1-1', false],
    ['2026-01-01T00:00Z', false],
    ['+12026-01-01', false],
    ['', false],
    ['0000-01-01', true],
    ['9999-12-31', true],
  ])('%s is a day that exists: %s', (text, exists) => expect(isLocalDate(text)).toBe(exists));

  it.each([
    ['2025-12-11T18:59:59.999Z', '2025-12-11', 23 * 60 + 59],
    ['2025-12-11T19:00:00.000Z', '2025-12-12', 0],
    ['2025-12-12T04:00:00.000Z', '2025-12-12', 9 * 60],
    ['1969-12-31T19:30:00.000Z', '1970-01-01', 30],
    ['1969-12-30T12:00:00.000Z', '1969-12-30', 17 * 60],
  ])('%s is %s at minute %i in UTC+5', (instant, date, minute) => {
    expect(localDateOf(Date.parse(instant), 300)).toBe(date);
    expect(minuteOfDay(Date.parse(instant), 300)).toBe(minute);
  });

  it('reads an instant west of Greenwich by the same arithmetic', () => {
    expect(localDateOf(Date.parse('2026-01-01T02:00Z'), -180)).toBe('2025-12-31');
    expect(minuteOfDay(Date.parse('2026-01-01T02:00Z'), -180)).toBe(23 * 60);
  });

  it('begins a day at local midnight', () => {
    expect(new Date(startOf('2025-12-12', 300)).toISOString()).toBe('2025-12-11T19:00:00.000Z');
  });

  it('steps over leap days and years', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(dayOfWeek('2025-12-12')).toBe(5);
    expect(dayOfWeek('1969-12-28')).toBe(0);
    expect(yearOf('0987-01-01')).toBe(987);
  });

  it('refuses what lies outside the calendar', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('0000-01-01', -1)).toThrow(RangeError);
    expect(() => dayNumberOf('soon')).toThrow(RangeError);
  });

  it('turns days into dates and back, in order, at any offset', () => {
    fc.assert(
      fc.property(days, days, fc.integer({ min: -720, max: 840 }), (a, b, offset) => {
        const date = dateOfDay(a);
        expect(dayNumberOf(date)).toBe(a);
        expect(isLocalDate(date)).toBe(true);
        expect(Math.sign(compare(date, dateOfDay(b)))).toBe(Math.sign(a - b));
        expect(later(date, dateOfDay(b))).toBe(dateOfDay(Math.max(a, b)));
        expect(localDateOf(startOf(date, offset), offset)).toBe(date);
        expect(minuteOfDay(startOf(date, offset), offset)).toBe(0);
      }),
    );
  });
});
