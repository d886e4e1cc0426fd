import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#core/calendar/local-date.ts';
import { Journey } from '#test/support/journey.ts';
import type { SaidRung } from '#core/ladder/ladder.ts';
import { builtOf, cohortAt } from './cohort.ts';
import { staleOf, type Guest, type Promised } from './forum-record.ts';

const promised = (change: Partial<Promised> = {}): Promised => ({
  promiseId: 'p1',
  zoneId: 'alpha',
  forumId: 'f1',
  kind: 'memorandum',
  parties: 'Isolation Works',
  signedOn: '2026-01-12',
  owner: 'officer-alpha',
  verifiedOn: '2026-01-12',
  version: 1,
  ...change,
});
const guest = (guestId: string, days: Guest['days'], change: Partial<Guest> = {}): Guest => ({
  guestId,
  zoneId: 'alpha',
  forumId: 'f1',
  name: guestId,
  company: 'Company',
  owner: 'officer-alpha',
  wave: 1,
  days,
  version: 1,
  ...change,
});

describe('a promise without a next step', () => {
  const next = { step: 'Call them', owner: 'officer-alpha', due: '2026-02-12' };
  it.each<[string, Partial<Promised>, number, string | undefined]>([
    ['29 days', {}, 29, undefined],
    ['30 days', {}, 30, 'owner'],
    ['59 days', {}, 59, 'owner'],
    ['60 days', {}, 60, 'head'],
    ['90 days', {}, 90, 'leadership'],
    ['with a step that is to come', { next }, 30, undefined],
    ['30 days after a step that was due', { next }, 61, 'owner'],
    ['that somebody looked after since', { verifiedOn: '2026-03-12' }, 60, undefined],
    ['that became a letter', { project: { projectId: 'x', number: 'A-1' } }, 90, undefined],
    ['of which nothing comes', { lost: { on: '2026-01-20', reason: 'No money.' } }, 90, undefined],
    ['that is a contract', { kind: 'contract' }, 90, undefined],
  ])('%s', (_, change, days, stale) => {
    expect(staleOf(promised(change), addDays('2026-01-12', days))).toBe(stale);
  });
});

describe('a plant of a cohort', () => {
  const said = (rung: SaidRung['rung'], on: string, state: SaidRung['state'] = 'said') => ({ rung, on, state });
  it.each<[string, Parameters<typeof builtOf>[0], ReturnType<typeof builtOf>]>([
    ['with nothing said is not stated', [], {}],
    ['with walls has no roof', [said('frame', '2026-05-01')], {}],
    ['has a roof since the day of it', [said('roof', '2026-06-01')], { roofed: '2026-06-01' }],
    ['has none while that is disputed', [said('roof', '2026-06-01', 'disputed')], {}],
    ['has none when it was taken back', [said('roof', '2026-06-01', 'taken-back')], {}],
    [
      'that produces has a roof, whoever said so',
      [said('production', '2026-09-01', 'confirmed'), said('full-capacity', '2026-12-01')],
      { roofed: '2026-09-01', producing: '2026-09-01' },
    ],
  ])('%s', (_, ladder, expected) => {
    expect(builtOf(ladder)).toEqual(expected);
  });
});

describe('the cohort of a forum', () => {
  const { calendar } = new Journey().setting;
  const facts = {
    forum: { firstDay: '2026-01-12' },
    calendar,
    projects: [],
    guests: [
      guest('g1', { invited: '2025-12-01', came: '2026-01-12', met: '2026-01-13' }),
      guest('g2', { invited: '2025-12-01', declined: '2025-12-10' }, { reason: 'Another forum.' }),
      guest('g3', { invited: '2025-12-01' }),
    ],
    promises: [
      promised({ money: { amountMinor: 100, currency: 'USD' }, jobs: 5 }),
      promised({ promiseId: 'p2', signedOn: '2026-01-14', money: { amountMinor: 50, currency: 'KZT' } }),
      promised({ promiseId: 'p3', signedOn: '2026-03-02', money: { amountMinor: 7, currency: 'USD' }, jobs: 2 }),
    ],
  };

  it('counts what there was at an age, and no currency with another', () => {
    const { steps, lost, alive } = cohortAt(facts, 10);
    expect(steps.slice(0, 4)).toEqual([
      { step: 'invited', count: 3, money: [], jobs: 0 },
      { step: 'came', count: 1, money: [], jobs: 0, medianWorkingDays: 0, shareOfBefore: 0.333 },
      { step: 'met', count: 1, money: [], jobs: 0, medianWorkingDays: 1, shareOfBefore: 1 },
      {
        step: 'promised',
        count: 2,
        money: [
          { amountMinor: 50, currency: 'KZT' },
          { amountMinor: 100, currency: 'USD' },
        ],
        jobs: 5,
        medianWorkingDays: 0,
        shareOfBefore: 2,
      },
    ]);
    expect(lost).toEqual({ count: 1, reasons: [{ as: 'declined', reason: 'Another forum.', count: 1 }] });
    expect(alive).toBe(2);
  });

  it('never falls as it grows older', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), (age, more) => {
        const counts = (days: number) => cohortAt(facts, days).steps.map(({ count }) => count);
        const later = counts(age + more);
        counts(age).forEach((count, step) => expect(later[step]).toBeGreaterThanOrEqual(count));
      }),
      { numRuns: 30 },
    );
  });
});
