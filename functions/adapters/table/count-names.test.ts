import { describe, expect, it } from 'vitest';
import { boardStates, builtWhats, owedSides } from '#core/board/board-counts.ts';
import { currencies } from '#core/kernel/common.ts';
import { endings } from '#core/project/event.ts';
import { partyKinds } from '#core/reference/reference.ts';
import { sectors } from '#core/letter/sector.ts';
import { monthEvents, refusals, type Count } from '#core/figures/figures.ts';
import { limitNames } from '#core/figures/stage-time.ts';
import { stageIds } from '#core/stages/stage-id.ts';
import { attributeOf, countOf } from './count-names.ts';

const worth = ['projects', 'jobs', 'overdue', ...currencies] as const;
const now: readonly Count[] = [
  ...[...stageIds, ...endings].flatMap((member) =>
    worth.map((what): Count => ({ group: 'stage', member, what, amount: 1 })),
  ),
  ...sectors.flatMap((member) =>
    [...worth, 'started' as const, 'lost' as const].map((what): Count => ({
      group: 'sector',
      member,
      what,
      amount: 1,
    })),
  ),
  ...(['office', 'investor', ...partyKinds] as const).flatMap((member) =>
    (['answers', 'projects'] as const).map((what): Count => ({ group: 'late', member, what, amount: 1 })),
  ),
  ...(['projects', 'behind'] as const).map((what): Count => ({ group: 'start', member: '2026-4', what, amount: 1 })),
  ...stageIds.flatMap((member) =>
    (['closings', 'days', 'stood', 'within', ...limitNames] as const).map((what): Count => ({
      group: 'took',
      member,
      what,
      amount: 1,
    })),
  ),
];

const past: readonly Count[] = [
  ...monthEvents.map((what): Count => ({ group: 'month', member: '2026-01', what, amount: 1 })),
  ...stageIds.flatMap((member) => refusals.map((what): Count => ({ group: 'refused', member, what, amount: 1 }))),
];

const board: readonly Count[] = [
  ...boardStates.flatMap((state) =>
    [...sectors.map((sector) => `sector ${sector} ${state}` as const), `forum alpha-forum ${state}` as const].flatMap(
      (member) => [...builtWhats, ...currencies].map((what): Count => ({ group: 'built', member, what, amount: 1 })),
    ),
  ),
  ...owedSides.flatMap((side) => [
    ...(['investment', 'output', 'export'] as const).map((field): Count => ({
      group: 'owed',
      member: `2026 ${field} ${side}`,
      what: 'KZT',
      amount: 1,
    })),
    { group: 'owed' as const, member: `2026 jobs ${side}` as const, what: 'jobs' as const, amount: 1 },
  ]),
  { group: 'owed', member: '2026 missing', what: 'projects', amount: 1 },
];

describe('the name of a counter', () => {
  it('of the board is read as what it was written from', () => {
    expect(new Set(board.map(attributeOf)).size).toBe(board.length);
    expect(board.map((count) => countOf(attributeOf(count), count.amount, undefined))).toEqual(board);
  });

  it('is its own, short, and read as what it was written from', () => {
    const all = [...now, ...past];
    const names = all.map(attributeOf);
    expect(new Set(names).size).toBe(all.length);
    expect(Math.max(...names.map((name) => name.length))).toBeLessThanOrEqual(10);
    expect(all.map((count) => countOf(attributeOf(count), count.amount, undefined))).toEqual(all);
  });

  it('of a forum is read from the forum’s own item', () => {
    const count: Count = { group: 'forum', member: 'alpha-forum', what: 'KZT', amount: 5 };
    expect(countOf(attributeOf(count), 5, 'alpha-forum')).toEqual(count);
  });

  it.each(['us', 'us4zz.n', 'v2026', 'expiresAt', 'PK', 'x1.n', 'cqq.n', 's1.none'])('is not %s', (name) => {
    expect(countOf(name, 1, undefined)).toBeUndefined();
  });
});
