import { describe, expect, it } from 'vitest';
import { utilities } from '../kernel/common.ts';
import { UtilityNeeds } from '../letter/letter-of-intent.ts';
import { needs } from '#test/support/samples.ts';
import { needOf, utilityUnits } from './need-of.ts';

describe('S14: what a plant needs of a line', () => {
  it.each(utilities)('is an amount of %s, or a need that nobody knows yet, or none', (line) => {
    const known = UtilityNeeds.parse(needs(line));
    expect(needOf(known, line)).toEqual({ unit: utilityUnits[line], amount: expect.any(Number) as number });
    const unknown = UtilityNeeds.parse({ [line]: { notKnown: true } });
    expect(needOf(unknown, line)).toEqual({ unit: utilityUnits[line] });
    expect(needOf({}, line)).toBeUndefined();
    expect(needOf(known, undefined)).toBeUndefined();
  });

  it.each([
    [{ power: {} }],
    [{ power: { notKnown: false } }],
    [{ power: { kilowatts: 0 } }],
    [{ power: { kilowatts: 'x' } }],
    [{ power: { cubicMetresPerDay: 5 } }],
  ])('is not %j', (wrong) => {
    expect(UtilityNeeds.safeParse(wrong).success).toBe(false);
  });
});
