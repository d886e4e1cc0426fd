import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Membership } from '../reference/reference.ts';
import { holdsOn, marked, standing } from './membership.ts';

const dayOf = (number: number): string => `2026-01-${String(number).padStart(2, '0')}`;
const day = fc.integer({ min: 1, max: 28 }).map(dayOf);
const days = fc.record({ from: fc.option(day, { nil: undefined }), until: fc.option(day, { nil: undefined }) });
const head = { scope: 'zone', scopeId: 'alpha', role: 'head' } as const;
const deputyOf = (of: Pick<Membership, 'from' | 'until'>): Membership => ({
  ...head,
  ...of,
  personId: 'olga',
  insteadOf: 'hans',
});
const holderOf = (of: Pick<Membership, 'from' | 'until' | 'givenAt'>): Membership => ({
  ...head,
  ...of,
  personId: 'hans',
});
const holds = (memberships: readonly Membership[], on: string): boolean => memberships.some((one) => holdsOn(one, on));

describe('S13: when a role was given', () => {
  const at = Date.parse('2026-01-12T09:00:00+05:00');
  it.each<
    [
      string,
      Pick<Membership, 'from' | 'until' | 'givenAt'> | undefined,
      Pick<Membership, 'from' | 'until'>,
      number | undefined,
    ]
  >([
    ['a new one: now', undefined, {}, at],
    ['one of before that was told, as it stands: still unknown', {}, {}, undefined],
    ['one that ends sooner: as before', { givenAt: 5 }, { until: '2026-02-01' }, 5],
    [
      'one that is held today and ends later: as before',
      { givenAt: 5, until: '2026-01-20' },
      { until: '2026-06-01' },
      5,
    ],
    ['one that was over: now', { givenAt: 5, until: '2026-01-10' }, { until: '2026-06-01' }, at],
    ['one that begins sooner: now', { givenAt: 5, from: '2026-03-01' }, { from: '2026-01-12' }, at],
  ])('%s', (_, before, after, expected) => {
    expect(marked(before && holderOf(before), holderOf(after), at).givenAt).toBe(expected);
  });
});

describe('what a role is worth', () => {
  it('S8: a deputy holds it on just the days on which both they and its holder do', () => {
    fc.assert(
      fc.property(days, days, day, (own, theirs, on) => {
        expect(holds(standing(deputyOf(own), holderOf(theirs)), on)).toBe(
          holdsOn(deputyOf(own), on) && holdsOn(holderOf(theirs), on),
        );
      }),
    );
  });

  it("S8: a deputy of nobody holds nothing; a role of one's own needs nobody", () => {
    fc.assert(
      fc.property(days, (own) => {
        expect(standing(deputyOf(own), undefined)).toEqual([]);
        expect(standing(holderOf(own), undefined)).toEqual([holderOf(own)]);
      }),
    );
  });
});
