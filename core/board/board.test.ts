import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { letter, membership, officer, staff } from '#test/support/samples.ts';
import { world } from '#test/support/world.ts';
import { rungs, type Rung } from '../ladder/ladder-facts.ts';
import { takeOverProject } from '../project/take-over-project.ts';
import type { BoardRow, BoardView } from './board-view.ts';
import { viewBoard } from './view-board.ts';

const contract = (hectares: number) => ({
  number: 'D-1',
  date: '2025-01-10',
  until: '2050-01-10',
  startBy: '2025-03-10',
  from: '2025-01-10',
  hectares,
});

interface Plan {
  readonly rung?: Rung;
  /** Absent: still on its path. */
  readonly isStarted?: boolean;
  readonly hectares?: number;
  readonly currency?: 'KZT' | 'USD';
  readonly sector?: 'food' | 'metals';
}

async function boardOf(plans: readonly Plan[], actor = officer): Promise<BoardView | undefined> {
  const at = world();
  for (const { rung, isStarted = true, hectares, currency = 'KZT', sector = 'food' } of plans) {
    const taken = await takeOverProject(at.ports, {
      letter: letter({ sector, investment: { amountMinor: 1000, currency }, jobs: 10 }),
      stage: 'construction-start',
      receivedOn: '2026-01-12',
      now: at.now(),
      ...(hectares !== undefined && { contract: contract(hectares) }),
      ...(isStarted && { built: { on: '2026-01-12', ...(rung && { rung }) } }),
    });
    expect(taken.ok).toBe(true);
  }
  const found = await viewBoard(at.ports, { actor, now: at.now(), zoneId: 'alpha' });
  return found.ok ? found.value : undefined;
}

const times = (count: number, plan: Plan): readonly Plan[] => Array.from({ length: count }, () => plan);

describe('the board of a zone', () => {
  it('tells 16 roofed, 33 in construction and 15 of which nobody has said anything', async () => {
    const found = await boardOf([
      ...times(7, { rung: 'roof', hectares: 2 }),
      ...times(9, { rung: 'production', sector: 'metals' }),
      ...times(33, { rung: 'frame', hectares: 0.5, currency: 'USD' }),
      ...times(15, { hectares: 1 }),
    ]);
    expect(found?.summary).toEqual({ count: 64, roofed: 16, inConstruction: 33, notStated: 15, beforeStart: 0 });
    expect(
      found?.rungs.map(({ state, count, confirmed, jobs, money }) => [state, count, confirmed, jobs, money]),
    ).toEqual([
      ['not-stated', 15, 0, 150, [{ amountMinor: 15_000, currency: 'KZT' }]],
      ['frame', 33, 0, 330, [{ amountMinor: 33_000, currency: 'USD' }]],
      ['roof', 7, 0, 70, [{ amountMinor: 7000, currency: 'KZT' }]],
      ['production', 9, 0, 90, [{ amountMinor: 9000, currency: 'KZT' }]],
    ]);
    expect(found?.jobs).toEqual({ promised: 640, notReported: 64 });
    expect(found?.land).toEqual({ taken: 45.5, built: 14, inConstruction: 16.5, idle: 15, notStated: 9 });
  });

  it('counts projects on their path beside, and their land once it is theirs', async () => {
    const found = await boardOf([
      { isStarted: false },
      { isStarted: false, hectares: 3 },
      { rung: 'site', hectares: 1 },
    ]);
    expect(found?.summary).toMatchObject({ count: 3, beforeStart: 2, inConstruction: 1 });
    expect(found?.rungs[0]).toMatchObject({ state: 'path', count: 2, jobs: 20, hectares: 3, hectaresNotStated: 0 });
    expect(found?.land).toMatchObject({ taken: 4, idle: 3, inConstruction: 1 });
  });

  it('adds up by sector and by forum year to what there is', async () => {
    const plan = fc.record(
      {
        rung: fc.constantFrom(...rungs),
        isStarted: fc.boolean(),
        hectares: fc.integer({ min: 1, max: 9 }),
        sector: fc.constantFrom('food' as const, 'metals' as const),
      },
      { requiredKeys: [] },
    );
    const count = (rows: readonly BoardRow[]) => rows.reduce((sum, row) => sum + row.count, 0);
    await fc.assert(
      fc.asyncProperty(fc.array(plan, { maxLength: 8 }), async (plans) => {
        const found = await boardOf(plans);
        expect(found?.summary.count).toBe(plans.length);
        expect(found?.sectors.reduce((sum, one) => sum + count(one.rungs), 0)).toBe(plans.length);
        expect(found?.years.reduce((sum, one) => sum + count(one.rungs), 0)).toBe(plans.length);
        const { taken, built, inConstruction, idle } = found?.land ?? {
          taken: -1,
          built: 0,
          inConstruction: 0,
          idle: 0,
        };
        expect(built + inConstruction + idle).toBeCloseTo(taken);
      }),
      { numRuns: 25 },
    );
  });

  it('is nobody’s without a role there', async () => {
    expect(await boardOf([], staff())).toBeUndefined();
    expect((await boardOf([], staff(membership('leadership'))))?.summary.count).toBe(0);
  });
});
