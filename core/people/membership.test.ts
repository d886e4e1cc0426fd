import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Membership } from '../reference/reference.ts';
import { holdsOn, standing } from './membership.ts';

const dayOf = (number: number): string => `2026-01-${String(number).padStart(2, '0')}`;
const day = fc.integer({ min: 1, max: 28 }).map(dayOf);
const days = fc.record({ from: fc.option(day, { nil: undefined }), until: fc.option(day, { nil: undefined }) });
const head = { scope: 'zone', scopeId: 'alpha', role: 'head' } as const;
const deputyOf = (of: Pick<Membership, 'from' | 'until'>): Membership => ({ ...head, ...of, personId: 'olga', insteadOf: 'hans' });
const holderOf = (of: Pick<Membership, 'from' | 'until'>): Membership => ({ ...head, ...of, personId: 'hans' });
const holds = (memberships: readonly Membership[], on: string): boolean => memberships.some((one) => holdsOn(one, on));

describe('what a role is worth', () => {
  it('S8: a deputy holds it on just the days on which both they and its holder do', () => {
    fc.assert(fc.property(days, days, day, (own, theirs, on) => {
      expect(holds(standing(deputyOf(own), holderOf(theirs)), on)).toBe(holdsOn(deputyOf(own), on) && holdsOn(holderOf(theirs), on));
    }));
  });

  it('S8: a deputy of nobody holds nothing; a role of one\'s own needs nobody', () => {
    fc.assert(fc.property(days, (own) => {
      expect(standing(deputyOf(own), undefined)).toEqual([]);
      expect(standing(holderOf(own), undefined)).toEqual([holderOf(own)]);
    }));
  });
});
