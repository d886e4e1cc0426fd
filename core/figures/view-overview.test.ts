import { describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { listBehind, type Behind } from './list-behind.ts';
import { viewOverview, type OverviewPorts } from './view-overview.ts';
import { heldRows, viewPast } from './view-past.ts';
import type { Waiting } from './waiting.ts';
import { monthEvents } from './figures.ts';
import { Journey } from '#test/support/journey.ts';
import { at, decisionOf, membership, officer, staff } from '#test/support/samples.ts';
import { put, world } from '#test/support/world.ts';
import { lookPorts } from '#test/support/look-ports.ts';

const governor = staff(membership('leadership', 'north', 'region'));

/** One project in time, and one whose council protocol is three weeks late. */
async function begun() {
  const told = world();
  await put(
    told,
    new Journey({ projectId: 'late1', forum: 'alpha-forum' }).to('council-approval').passDay('2026-02-23'),
  );
  await put(told, new Journey({ projectId: 'calm1' }).to('contract-and-land'));
  await told.submit({ zoneId: 'alpha' }, 'key-unconfirmed');
  const ports: OverviewPorts = { ...told.ports, ...lookPorts(told.memory) };
  const view = async (actor: Actor, zoneId?: string) => {
    const result = await viewOverview(ports, { actor, zoneId, now: at('2026-02-23') });
    if (!result.ok) throw new Error(result.failure.kind);
    return result.value;
  };
  const past = async () => {
    const result = await viewPast(ports, { actor: governor, now: at('2026-02-23') });
    if (!result.ok) throw new Error(result.failure.kind);
    return result.value;
  };
  const behind = async (filter: Behind, actor: Actor = governor) => {
    const result = await listBehind(ports, { actor, filter, now: at('2026-02-23') });
    return result.ok ? result.value.zones.flatMap(({ page }) => page.entries) : [];
  };
  return { view, past, behind };
}

describe('the overview', () => {
  it('tells of every late answer who holds it, since when, for how many working days, the longest first', async () => {
    const { late } = await (await begun()).view(governor);
    expect(
      late
        .filter(({ projectId }) => projectId === 'late1')
        .map(({ company, holder, due, daysLate }) => [company, holder, due, daysLate]),
    ).toEqual([
      ['Demo Boards LLP', 'office', '2026-01-19', 25],
      ['Demo Boards LLP', 'office', '2026-02-02', 15],
    ]);
    expect(late.map(({ daysLate }) => daysLate)).toEqual(
      late.map(({ daysLate }) => daysLate).toSorted((a, b) => b - a),
    );
  });

  it('tells when a start that is behind its plan is to be expected, and how many days are in hand', async () => {
    const { behind, pipeline } = await (await begun()).view(governor);
    expect(pipeline.zones[0]?.starts).toEqual([{ quarter: '2026-4', projects: 2, behind: 1 }]);
    expect(behind).toHaveLength(1);
    const [start] = behind;
    expect(start).toMatchObject({ projectId: 'late1', zoneId: 'alpha', planned: '2026-10-13', wanted: '2026-11-16' });
    expect(start && start.expected > start.planned).toBe(true);
    expect(start?.slack).toBeLessThan(24);
  });

  it('counts by sector and forum what stands by stage, and letters nobody has confirmed apart', async () => {
    const { pipeline, looks } = await (await begun()).view(governor, 'alpha');
    const [alpha] = pipeline.zones;
    expect(pipeline.total.projects).toBe(2);
    expect(alpha?.sectors.map(({ sector, projects, overdue }) => [sector, projects, overdue])).toEqual([
      ['construction-materials', 2, 1],
    ]);
    expect(alpha?.forums.map(({ forum, names, projects }) => [forum, names?.en, projects])).toEqual([
      ['alpha-forum', 'Forum alpha', 1],
    ]);
    expect(looks.map(({ zoneId, unconfirmed }) => [zoneId, unconfirmed])).toEqual([['alpha', 1]]);
  });

  it('tells what stages took, against the norms in force', async () => {
    const { pipeline, looks } = await (await begun()).past();
    expect(pipeline.zones[0]?.took).toEqual([
      { stage: 'letter-of-intent', closings: 2, days: 0, stood: 0, within: 2, upTo: [{ days: 1, closings: 2 }] },
      { stage: 'council-approval', closings: 1, days: 0, stood: 0, within: 1, upTo: [{ days: 1, closings: 1 }] },
    ]);
    expect(looks[0]?.norms['council-approval']).toBe(15);
  });

  it.each<[string, Actor, string | undefined, string[]]>([
    ['leadership of the region: its zones', governor, undefined, ['alpha', 'beta']],
    ['one of them', governor, 'beta', ['beta']],
    ['an officer: the own zone', officer, undefined, ['alpha']],
    ['a zone of somebody else', officer, 'gamma', []],
    ['an investor: nothing', { kind: 'investor', projectId: 'late1' }, undefined, []],
  ])('shows %s', async (_, actor, zoneId, zones) => {
    const view = await (await begun()).view(actor, zoneId);
    expect([view.pipeline.zones.map((zone) => zone.zoneId), view.looks.map((look) => look.zoneId)]).toEqual([
      zones,
      zones,
    ]);
  });
});

/** One refused by the power company, one rejected, one that builds. */
async function ended() {
  const told = world();
  const conditions = () => new Journey({ projectId: 'refused1' }).to('technical-conditions');
  await put(
    told,
    conditions()
      .answer('technical-condition', decisionOf('refused', 'technical-condition'), 'power')
      .passDay('2026-01-20'),
  );
  await put(
    told,
    new Journey({ projectId: 'rejected1' }).to('council-approval').answer('office-decision', decisionOf('rejected')),
  );
  const ports: OverviewPorts = { ...told.ports, ...lookPorts(told.memory) };
  const now = at('2026-02-23');
  const result = await viewPast(ports, { actor: governor, now });
  if (!result.ok) throw new Error(result.failure.kind);
  const rows = async (filter: Behind) => {
    const list = await listBehind(ports, { actor: governor, filter, now });
    return list.ok ? list.value.zones.flatMap(({ page }) => page.entries) : [];
  };
  return { past: result.value, rows };
}

describe('what came about', () => {
  it('is counted by month from the first one, and a month without anything is nought', async () => {
    const { past, rows } = await ended();
    expect(past.months.map(({ month, received }) => [month, received])).toEqual([
      ['2026-02', 0],
      ['2026-01', 2],
    ]);
    for (const { month, ...counts } of past.months)
      for (const what of monthEvents) expect(await rows({ by: 'month', month, what })).toHaveLength(counts[what]);
  });

  it('says who said no, at which stage and why, and leads to each such answer', async () => {
    const { past, rows } = await ended();
    expect(past.refused.map(({ stage, what, answers }) => [stage, what.split(' ')[0], answers])).toEqual([
      ['council-approval', 'office', 1],
      ['technical-conditions', 'party', 1],
    ]);
    for (const { stage, what, answers } of past.refused)
      expect(await rows({ by: 'refused', stage, what })).toHaveLength(answers);
  });

  it('says with whom projects are and for how long, the office only where nobody else is awaited', async () => {
    const { past, rows } = await ended();
    expect(past.held.length).toBeGreaterThan(1);
    for (const { holder, holdings, worst } of past.held) {
      const lines = await rows({ by: 'held', holder });
      expect(lines).toHaveLength(holdings);
      expect(lines[0]?.waiting?.[0]).toEqual(worst[0]);
      expect(lines.every(({ projectId }) => projectId === 'refused1')).toBe(true);
    }
  });

  it.each([
    [[3], 3, 3],
    [[9, 1, 2], 4, 2],
    [[1, 2, 3, 10], 4, 2.5],
  ])('of %o days tells mean %d, median %d and the worst', (days, mean, median) => {
    const waiting = days.map((daysHeld, at): Waiting => ({
      zoneId: 'alpha',
      projectId: `p${String(at)}`,
      number: '1',
      company: 'Plant',
      assignmentId: 'a',
      holder: 'power',
      due: '2026-01-01',
      isLate: false,
      daysLate: 0,
      since: '2026-01-01',
      daysHeld,
      isHolding: true,
    }));
    const [row] = heldRows(waiting);
    expect([row?.mean, row?.median, row?.worst[0]?.daysHeld]).toEqual([mean, median, Math.max(...days)]);
  });
});

describe('behind a figure', () => {
  it.each<[Behind, string[]]>([
    [{ by: 'all' }, ['late1', 'calm1']],
    [{ by: 'unplanned' }, []],
    [{ by: 'overdue', holder: 'office', stage: 'council-approval' }, ['late1']],
    [{ by: 'overdue', holder: 'power' }, []],
    [{ by: 'overdue', forum: 'beta-forum' }, []],
    [{ by: 'month', month: '2026-01', what: 'received' }, ['late1', 'calm1']],
    [{ by: 'month', month: '2026-02', what: 'received' }, []],
    [{ by: 'overdue' }, ['late1']],
    [{ by: 'stage', stage: 'contract-and-land' }, ['calm1']],
    [{ by: 'sector', sector: 'construction-materials', standing: 'going' }, ['late1', 'calm1']],
    [{ by: 'sector', sector: 'construction-materials', standing: 'lost' }, []],
    [{ by: 'forum', forum: 'alpha-forum', standing: 'going' }, ['late1']],
    [{ by: 'start', standing: 'behind' }, ['late1']],
    [{ by: 'start', standing: 'plan', quarter: '2026-4' }, ['calm1']],
    [{ by: 'start', standing: 'plan', quarter: '2027-1' }, []],
    [{ by: 'unconfirmed' }, ['p1']],
  ])('%o are the projects it counts', async (filter, projects) => {
    expect((await (await begun()).behind(filter)).map(({ projectId }) => projectId)).toEqual(projects);
  });

  it('of late answers is each answer, with its project', async () => {
    const lines = await (await begun()).behind({ by: 'late', holder: 'office' });
    expect(lines.map(({ projectId, late }) => [projectId, late?.due, late?.daysLate])).toEqual([
      ['late1', '2026-01-19', 25],
      ['late1', '2026-02-02', 15],
    ]);
  });

  it('is the slack of every project', async () => {
    const [line] = await (await begun()).behind({ by: 'stage', stage: 'contract-and-land' });
    expect(line?.start).toMatchObject({ planned: '2026-10-13', wanted: '2026-11-16' });
    expect(line?.start?.slack).toBeGreaterThan(0);
  });

  it('is nothing for somebody without a role', async () => {
    expect(await (await begun()).behind({ by: 'all' }, staff())).toEqual([]);
  });
});
