import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextFiring, parseCron } from './cron.ts';

const next = (cron: string, after: string) => {
  const found = nextFiring(parseCron(cron), Date.parse(after));
  return found === undefined ? undefined : new Date(found).toISOString().slice(0, 16);
};

describe('the next firing', () => {
  it.each([
    ['0/5 * * * ? *', '2025-12-12T04:00:00Z', '2025-12-12T04:05'],
    ['0/5 * * * ? *', '2025-12-12T04:04:59.999Z', '2025-12-12T04:05'],
    ['0/5 * * * ? *', '2025-12-31T23:57:00Z', '2026-01-01T00:00'],
    ['30 1 * * ? *', '2025-12-12T01:29:00Z', '2025-12-12T01:30'],
    ['30 1 * * ? *', '2025-12-12T01:30:00Z', '2025-12-13T01:30'],
    ['0 6 ? * MON-FRI *', '2025-12-12T06:00:00Z', '2025-12-15T06:00'],
    ['0 6 ? * 2 *', '2025-12-12T06:00:00Z', '2025-12-15T06:00'],
    ['0 0 1 JAN,JUL ? *', '2026-01-01T00:00:00Z', '2026-07-01T00:00'],
    ['15 8-10/2 29 2 ? *', '2025-03-01T00:00:00Z', '2028-02-29T08:15'],
    ['0 0 1 1 ? 2025', '2025-06-01T00:00:00Z', undefined],
    ['0 0 31 2 ? *', '2025-06-01T00:00:00Z', undefined],
  ])('of %s after %s is %s', (cron, after, expected) => expect(next(cron, after)).toBe(expected));

  it('lies after the given moment, and no firing lies between', () => {
    const cron = parseCron('7,40 3/6 * * ? *');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (second) => {
        const after = second * 1_000;
        const found = nextFiring(cron, after) ?? 0;
        expect(found).toBeGreaterThan(after);
        expect(nextFiring(cron, found - 1)).toBe(found);
        expect(found - after).toBeLessThanOrEqual(6 * 3_600_000);
      }),
    );
  });
});

describe('a time-table', () => {
  it.each([
    '* * * * *',
    '0 0 * * * *',
    '0 0 ? * ? *',
    '60 * * * ? *',
    '0 0 L * ? *',
    '0 0 ? * 2#1 *',
    '0 0 15W * ? *',
    '0/0 * * * ? *',
    '5-1 * * * ? *',
    '0/1/2 * * * ? *',
    '0 0 1 FOO ? *',
  ])('refuses %s', (text) => expect(() => parseCron(text)).toThrow(RangeError));
});
