import { describe, expect, it } from 'vitest';
import { DateText, Money, mostMoney } from './common.ts';

describe('a date that comes in', () => {
  it.each(['1990-01-01', '2026-02-28', '2100-12-31'])('%s is taken', (date) => {
    expect(DateText.parse(date)).toBe(date);
  });
  it.each(['1989-12-31', '2101-01-01', '9999-12-31', '0001-01-01', '2026-02-30', '2026-2-3', ' 2026-02-03'])(
    '%s is refused',
    (date) => {
      expect(DateText.safeParse(date).success).toBe(false);
    },
  );
});

describe('an amount of money that comes in', () => {
  it.each<[number, boolean]>([
    [0, true],
    [mostMoney, true],
    [mostMoney + 1, false],
    [-1, false],
    [0.5, false],
  ])('of %d minor units: taken is %s', (amountMinor, taken) => {
    expect(Money.safeParse({ amountMinor, currency: 'UZS' }).success).toBe(taken);
  });
});
