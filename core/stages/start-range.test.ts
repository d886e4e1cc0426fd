import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWorkingDays } from '../calendar/working-days.ts';
import type { Count } from '../figures/figures.ts';
import { limits, upTo, type Limit } from '../figures/stage-time.ts';
import { today } from '../project/zone-context.ts';
import { Journey } from '#test/support/journey.ts';
import { daysWithin, startRangeOf, tookOf, type Leg } from './start-range.ts';
import { stageIds, stageIndex, startOfConstruction, type StageId } from './stage-id.ts';

/** Every way in which it can go, one by one, with its chance. */
function everyWay(legs: readonly Leg[], end: number): readonly (readonly [number, number])[] {
  const [leg, ...rest] = legs;
  if (leg === undefined) return [[end, 1]];
  const like = [...leg.took.entries()].filter(([days, count]) => days >= leg.elapsed && count > 0);
  const whole = like.reduce((sum, [, count]) => sum + count, 0);
  const ways =
    like.length > 0
      ? like.map(([days, count]) => [days - leg.elapsed, count / whole] as const)
      : [[leg.otherwise, 1] as const];
  return ways.flatMap(([days, chance]) =>
    everyWay(rest, Math.max(end + days, leg.notBefore)).map(([day, one]) => [day, one * chance] as const),
  );
}

const leg = fc.record({
  took: fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 8 }),
  elapsed: fc.integer({ min: 0, max: 9 }),
  otherwise: fc.integer({ min: 0, max: 5 }),
  notBefore: fc.integer({ min: 0, max: 20 }),
});

describe('the days within which stages end', () => {
  it('agree with every way counted one by one', () => {
    fc.assert(
      fc.property(
        fc.array(leg, { maxLength: 4 }),
        fc.nat(5),
        fc.constantFrom(0.25, 0.5, 0.8, 1),
        (legs, from, share) => {
          const ways = everyWay(legs, from).toSorted(([a], [b]) => a - b);
          let sum = 0;
          const within = ways.find(([, chance]) => (sum += chance) >= share - 1e-9)?.[0];
          expect(daysWithin(legs, from, [share])).toEqual([within]);
        },
      ),
    );
  });

  it('are told of closings as they are counted: each within its limits, and none lost', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 320 }), { minLength: 1, maxLength: 40 }), (days) => {
        const closings: Partial<Record<Limit, number>> = {};
        for (const one of days) closings[upTo(one)] = (closings[upTo(one)] ?? 0) + 1;
        const took = tookOf(closings);
        for (const limit of limits) {
          const through = took.slice(0, limit + 1).reduce((sum, one) => sum + one, 0);
          expect(through).toBeCloseTo(days.filter((one) => one <= limit).length);
        }
        expect(took.reduce((sum, one) => sum + one, 0)).toBeCloseTo(days.length);
      }),
    );
  });
});

describe('the range of a start', () => {
  const closed = (stage: StageId, closings: number, days: number): readonly Count[] => [
    { group: 'took', member: stage, what: 'closings', amount: closings },
    { group: 'took', member: stage, what: upTo(days), amount: closings },
  ];
  const ahead = stageIds.slice(stageIndex('expertise'), stageIndex(startOfConstruction) + 1);

  function at(counts: readonly Count[]) {
    const { state, setting } = new Journey().to('expertise');
    return { context: setting, range: startRangeOf(setting, state.project, counts) };
  }

  it('is not told while of one stage ahead fewer than ten closings are known', () => {
    const [first, ...rest] = ahead;
    const { range } = at([...closed(first ?? 'expertise', 9, 2), ...rest.flatMap((one) => closed(one, 40, 2))]);
    expect(range).toEqual({ stage: 'expertise', known: 9, needed: 10 });
    expect(at([]).range).toEqual({ stage: 'expertise', known: 0, needed: 10 });
  });

  it('adds up what stages took here', () => {
    const counts = ahead.flatMap((member): Count[] => [
      { group: 'took', member, what: 'closings', amount: 10 },
      { group: 'took', member, what: 'to1', amount: 6 },
      { group: 'took', member, what: 'to2', amount: 4 },
    ]);
    const { range, context } = at(counts);
    const within = (days: number) => addWorkingDays(context.calendar, today(context), days);
    // Two stages of one or two days: two in 36 of a hundred, at most three in 84.
    expect(ahead.length).toBe(2);
    expect(range).toEqual({ stage: 'expertise', known: 10, needed: 10, half: within(3), fourInFive: within(3) });
  });
});
