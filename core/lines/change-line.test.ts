import { describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import type { Utility } from '../kernel/common.ts';
import { at, head, headquarters, letter, membership, needs, officer, staff } from '#test/support/samples.ts';
import { world } from '#test/support/world.ts';
import { takeOverProject } from '../project/take-over-project.ts';
import { changeLine } from './change-line.ts';
import type { LineRequest } from './line.ts';
import { viewLine, viewLines } from './view-lines.ts';

const on = '2026-01-12';
const now = at(on);
const lineId = 'alpha-l-3';
const names = { kk: 'L-3', ru: 'L-3', en: 'L-3', 'uz-cyrl': 'Л-3' };
const fresh: LineRequest = {
  zoneId: 'alpha',
  utility: 'power',
  names,
  partyId: 'alpha-power',
  capacity: 5000,
  milestones: { works: { expected: '2026-08-25' }, energised: { expected: '2026-09-01' } },
  why: 'Plan of the zone.',
  version: 0,
};

const told = (result: Awaited<ReturnType<typeof changeLine>>): unknown => {
  if (result.ok) return 'done';
  return result.failure.kind === 'invalid'
    ? result.failure.issues.map(({ path, code }) => `${path} ${code}`)
    : result.failure.kind;
};

async function withLine(...requests: readonly Partial<LineRequest>[]) {
  const here = world();
  let last = await changeLine(here.ports, { lineId, request: fresh, actor: officer, now });
  for (const [at, request] of requests.entries())
    last = await changeLine(here.ports, {
      lineId,
      request: { why: 'A letter.', version: at + 1, ...request },
      actor: officer,
      now,
    });
  return { here, last };
}

describe('a utility line of a zone', () => {
  it.each<[string, Actor, Partial<LineRequest>, string]>([
    ['an officer', officer, {}, 'done'],
    ['the head', head, {}, 'done'],
    ['headquarters', headquarters, {}, 'forbidden'],
    ['leadership', staff(membership('leadership')), {}, 'forbidden'],
    ['an officer of another zone', officer, { zoneId: 'beta' }, 'not-found'],
    ['an investor', { kind: 'investor', projectId: 'p1' }, {}, 'not-found'],
  ])('is entered by %s', async (_, actor, change, said) => {
    const { ports } = world();
    expect(told(await changeLine(ports, { lineId, request: { ...fresh, ...change }, actor, now }))).toBe(said);
  });

  it.each<[string, Partial<LineRequest> & { id?: string }, unknown]>([
    ['without a builder', { partyId: undefined }, ['partyId missing']],
    ['by a builder that is none', { partyId: 'beta-power' }, ['partyId unknown-party']],
    ['under the name of a kind', { id: 'power' }, ['lineId line-id']],
    ['under a name of another zone', { id: 'beta-l-3' }, ['lineId line-id']],
    ['reached tomorrow', { milestones: { design: { actual: '2026-01-13' } } }, ['milestones.design.actual in-future']],
    [
      'expected yesterday',
      { milestones: { design: { expected: '2026-01-09' } } },
      ['milestones.design.expected not-in-future'],
    ],
    [
      'with works after it is there',
      { milestones: { works: { expected: '2026-09-02' }, energised: { expected: '2026-09-01' } } },
      ['milestones.energised.expected before-predecessor'],
    ],
    [
      'with a year twice',
      { money: [2026, 2026].map((year) => ({ year, currency: 'KZT', allocated: 5, committed: 0, spent: 0 })) },
      ['money year-twice'],
    ],
    ['as another version', { version: 3 }, 'conflict'],
  ])('is not entered %s', async (_, { id = lineId, ...change }, said) => {
    const { ports } = world();
    expect(
      told(await changeLine(ports, { lineId: id, request: { ...fresh, ...change }, actor: officer, now })),
    ).toEqual(said);
    expect(await ports.lines.find(id)).toBeUndefined();
  });

  it('keeps the day first planned, and says who changed what and why', async () => {
    const { here, last } = await withLine({
      milestones: { energised: { expected: '2026-11-18', responsible: 'A. B.' } },
    });
    expect(told(last)).toBe('done');
    const line = await viewLine(here.ports, { lineId, actor: officer, now });
    expect(line.ok && line.value).toMatchObject({
      report: { state: 'committed', readyBy: '2026-11-18' },
      planned: '2026-09-01',
      late: 55,
      names: { uz: 'L-3' },
    });
    expect(line.ok && line.value.changes[0]).toMatchObject({
      version: 2,
      by: { kind: 'staff', personId: 'officer-alpha' },
      why: 'A letter.',
      changes: [
        { field: 'energised.expected', before: '2026-09-01', after: '2026-11-18' },
        { field: 'energised.responsible' },
      ],
    });
  });

  it('is ready no sooner than what it waits for', async () => {
    const { here } = await withLine({ milestones: { works: { expected: '2026-10-20' } } });
    const known = (await here.ports.reference.setting('alpha'))?.lines.find((one) => one.lineId === lineId);
    expect(known?.report).toEqual({ state: 'committed', readyBy: '2026-10-20' });
  });

  it('names the projects that wait, their money by currency, their jobs, and what they ask beside what it can carry', async () => {
    const { here } = await withLine();
    const letters = [
      letter({ utilities: needs('power'), jobs: 100 }),
      letter({ utilities: needs('power', 'gas'), jobs: 20, investment: { amountMinor: 700, currency: 'USD' } }),
      letter({ utilities: { power: { notKnown: true } }, jobs: 3 }),
      letter({ utilities: needs('gas') }),
    ];
    for (const one of letters)
      await takeOverProject(here.ports, { letter: one, stage: 'design-documentation', receivedOn: on, now });
    await here.settle();
    const seen = await viewLines(here.ports, { zoneId: 'alpha', actor: officer, now });
    expect(seen.ok && seen.value.lines.map(({ waiting, capacity }) => ({ ...waiting, carries: capacity }))).toEqual([
      {
        projects: 3,
        money: [
          { currency: 'KZT', amountMinor: 2_400_000_000_000 },
          { currency: 'USD', amountMinor: 700 },
        ],
        jobs: 123,
        capacity: 9000,
        unsaid: 1,
        carries: 5000,
      },
    ]);
  });

  it('moves the start of projects that need it, and of no others; what was late is in time again', async () => {
    const { here } = await withLine();
    const place = async (...kinds: readonly Utility[]) => {
      const taken = await takeOverProject(here.ports, {
        letter: letter({ utilities: needs(...kinds) }),
        stage: 'design-documentation',
        receivedOn: '2025-12-12',
        now,
      });
      if (!taken.ok) throw new Error(taken.failure.kind);
      return taken.value.projectId;
    };
    const [waits, other] = [await place('power'), await place('gas')];
    await here.settle();
    const standings = async () =>
      (await Promise.all([waits, other].map(here.load))).map(({ project }) => [project.lateLine, project.version]);
    const before = await standings();
    const tell = async (expected: string, version: number) => {
      await changeLine(here.ports, {
        lineId,
        request: { milestones: { energised: { expected } }, why: 'A letter.', version },
        actor: officer,
        now,
      });
      await here.settle();
    };
    await tell('2026-11-18', 1);
    const late = await standings();
    await tell('2026-11-19', 2);
    expect(await standings()).toEqual(late);
    expect([before[0]?.[0], late[0]?.[0], late[1]]).toEqual([undefined, lineId, before[1]]);
    await tell('2026-09-01', 3);
    expect((await standings()).map(([line]) => line)).toEqual([undefined, undefined]);
  });
});
