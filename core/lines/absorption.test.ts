import { describe, expect, it } from 'vitest';
import { calendarOf } from '../calendar/calendar.ts';
import { unspentOf } from './absorption.ts';

const kz = calendarOf('KZ');
const money = (spent: number) => ({
  year: 2026,
  currency: 'KZT' as const,
  allocated: 1_000_000,
  committed: 900_000,
  spent,
  on: '2026-01-12',
});

describe('money that will stay unspent', () => {
  it.each<[string, string, number, boolean]>([
    ['nothing yet, in January', '2026-01-30', 0, false],
    ['nothing yet, in March', '2026-03-20', 0, true],
    ['a quarter by April', '2026-04-01', 260_000, false],
    ['a tenth by April', '2026-04-01', 100_000, true],
    ['half by July', '2026-07-01', 500_000, false],
    ['half by October', '2026-10-01', 500_000, true],
    ['all in autumn', '2026-10-01', 1_000_000, false],
    ['nothing, in the year before', '2025-12-12', 0, false],
    ['nothing, in the year after', '2027-02-01', 0, false],
  ])('%s', (_, on, spent, isTold) => {
    expect(unspentOf(kz, money(spent), on) !== undefined).toBe(isTold);
  });

  it('is what the pace of the working days so far leaves', () => {
    expect(unspentOf(kz, money(0), '2026-04-01')).toEqual({
      year: 2026,
      currency: 'KZT',
      amount: 1_000_000,
      allocated: 1_000_000,
    });
    expect(unspentOf(kz, money(500_000), '2026-12-31')?.amount).toBe(500_000);
  });

  it('of no year is none', () => {
    expect(unspentOf(kz, undefined, '2026-04-01')).toBeUndefined();
  });
});
