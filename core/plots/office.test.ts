import { expect, it } from 'vitest';
import { Journey } from '#test/support/journey.ts';
import { put, world } from '#test/support/world.ts';
import { actOnProject } from '../project/act-on-project.ts';
import type { Actor } from '../kernel/actor.ts';
import { workRow } from '../work/work-row.ts';
import { workLines } from '../work/work-query.ts';
import { askedFor, withSamePlot } from './asked.ts';
import { keepPlot } from './keep-plot.ts';
import { followLand, landNow } from './land.ts';
import { keepZone } from './keep-zone.ts';
import type { PlotRequest, RegisterRequest } from './plot.ts';
import { projectNumbered, viewPlot, viewPlots } from './view-plots.ts';

const staff = (role: 'head' | 'officer' | 'leadership' | 'administrator', scopeId = 'alpha'): Actor => ({
  kind: 'staff',
  personId: role,
  memberships: [{ scope: 'zone', scopeId, personId: role, role }],
});
const by = { kind: 'staff', personId: 'officer' } as const;
const request: PlotRequest = {
  registerId: 'alpha',
  hectares: 3,
  ownership: 'state',
  typed: { state: 'free' },
  lines: {},
  reason: 'Surveyed.',
  version: 0,
};
const zone: RegisterRequest = {
  zoneId: 'alpha',
  names: { kk: 'Солтүстік', ru: 'Север', en: 'North', 'uz-cyrl': 'Шимол' },
  kind: 'industrial',
  founder: 'region',
  hectares: 40,
  since: 2025,
  reason: 'Founded by the region.',
  version: 0,
};

it.each<[string, Partial<RegisterRequest>, string, object]>([
  ['a year to come', { since: 2027 }, 'alpha-north', { path: 'since', code: 'in-future' }],
  [
    'a list of tomorrow',
    { priorities: { on: '2026-01-13', sectors: [] } },
    'alpha-north',
    { path: 'priorities.on', code: 'in-future' },
  ],
  ['a frame inside out', { box: [58, 50, 57, 51] }, 'alpha-north', { path: 'box', code: 'invalid_format' }],
  ['a name of another zone', {}, 'beta-north', { path: 'registerId', code: 'line-id' }],
])('a zone of the register is refused: %s', async (_, more, registerId, issue) => {
  const { ports, now } = world();
  const kept = await keepZone(ports, { registerId, request: { ...zone, ...more }, actor: staff('head'), now: now() });
  expect(kept).toEqual({ ok: false, failure: { kind: 'invalid', issues: [issue] } });
});

it('the register is filled by the head or the administrator, seen by all of the office, changed upon what was seen', async () => {
  const { ports, now } = world();
  const keep = (actor: Actor, version = 0) =>
    keepZone(ports, { registerId: 'alpha-north', request: { ...zone, version }, actor, now: now() });
  expect([await keep(staff('officer')), await keep(staff('head', 'beta'))]).toMatchObject([
    { failure: { kind: 'forbidden' } },
    { failure: { kind: 'not-found' } },
  ]);
  expect([(await keep(staff('administrator'))).ok, (await keep(staff('head'))).ok]).toEqual([true, false]);
  expect((await keep(staff('head'), 1)).ok).toBe(true);
  const plot = { ...request, registerId: 'alpha-north' };
  await keepPlot(ports, { plotId: 'alpha-north-1', request: plot, actor: staff('officer'), now: now() });
  const seen = await viewPlots(ports, {
    zoneId: 'alpha',
    registerId: 'alpha-north',
    actor: staff('leadership'),
    now: now(),
  });
  expect(seen).toMatchObject({
    value: {
      keeps: false,
      register: [{ registerId: 'alpha' }, { registerId: 'alpha-north' }],
      chosen: { names: { uz: 'Shimol' }, states: [{ state: 'free', plots: 1, hectares: 3 }], remainder: 37 },
      plots: [{ plotId: 'alpha-north-1' }],
    },
  });
});

/** Two letters for one plot and one for another. */
async function letters() {
  const here = world();
  const ids: string[] = [];
  for (const [at, plotId] of ['alpha-1', 'alpha-2', 'alpha-1'].entries())
    ids.push(
      await here.submit(
        { plotId, company: { country: 'KZ', name: `Company ${String(at)}`, number: '251140012369' } },
        `key-${String(at)}`,
      ),
    );
  await here.settle();
  const [first = '', other = '', second = ''] = ids;
  return { ...here, first, other, second };
}

it('two letters for one plot know of each other, and so does the work list', async () => {
  const { ports, first, other, second, load } = await letters();
  const view = { zoneId: 'alpha', projectId: first, plotId: 'alpha-1', phase: 'open', contact: {} };
  expect((await withSamePlot(ports, view as never)).samePlot).toMatchObject([{ projectId: second }]);
  expect((await withSamePlot(ports, { ...view, contact: undefined } as never)).samePlot).toBeUndefined();
  expect(await askedFor(ports, { zoneId: 'beta', plotId: 'alpha-1' })).toEqual([]);
  const entries = await Promise.all(
    [first, other, second].map(async (projectId) => {
      const row = workRow(await load(projectId));
      if (row === undefined) throw new Error('Nothing is open');
      return { projectId, company: projectId, row };
    }),
  );
  const marked = workLines({ entries, lines: [] }).filter(({ marks }) => marks.includes('same-plot'));
  expect(new Set(marked.map(({ projectId }) => projectId))).toEqual(new Set([first, second]));
});

it('a plot is given to one of the letters that ask for it, by its number, and follows that project', async () => {
  const { ports, first, load, now, settle } = await letters();
  const { project } = await load(first);
  const projectId = await projectNumbered(ports, 'alpha', project.number.toLowerCase());
  expect(projectId).toBe(first);
  const keep = (more: Partial<PlotRequest>) =>
    keepPlot(ports, { plotId: 'alpha-1', request: { ...request, ...more }, actor: staff('officer'), now: now() });
  expect(await keep({ projectId: first })).toMatchObject({ value: { land: 'held' } });
  expect(await viewPlot(ports, { plotId: 'alpha-1', actor: staff('leadership'), now: now() })).toMatchObject({
    value: {
      standing: { state: 'held' },
      project: { projectId: first, number: project.number },
      asked: [{}, {}],
      changes: [{ reason: 'Surveyed.' }],
    },
  });
  expect(await viewPlot(ports, { plotId: 'alpha-1', actor: staff('head', 'beta'), now: now() })).toMatchObject({
    failure: { kind: 'not-found' },
  });
  await settle();
});

it('land is free again behind the answer once its project has none', async () => {
  const { ports, first, now, settle } = await letters();
  const of = { plotId: 'alpha-1', actor: staff('officer'), now: now() };
  await keepPlot(ports, { ...of, request: { ...request, projectId: first } });
  const actor: Actor = { kind: 'investor', projectId: first };
  const done = await actOnProject(ports, {
    projectId: first,
    actor,
    request: { action: 'withdraw', reason: 'Plans changed.' },
    now: now(),
  });
  expect(done.ok).toBe(true);
  await settle();
  expect(await ports.plots.find('alpha-1')).toMatchObject({ land: 'none', version: 2 });
  expect(await viewPlot(ports, of)).toMatchObject({
    value: { standing: { state: 'free' }, asked: [{}], changes: [{ by: { kind: 'system' } }, {}] },
  });
  // Worked off once more it changes nothing.
  await followLand(ports, first, now());
  expect(await ports.plots.find('alpha-1')).toMatchObject({ version: 2 });
});

it('what was built produces once both have said so', async () => {
  const here = world();
  const journey = new Journey({ lines: ['power'] }).to('construction-start').settle().approve();
  await put(here, journey);
  const { project } = journey.state;
  const said = { type: 'rung-said', phase: 1, rung: 'production', on: '2026-01-01', documentId: 'd1', sha256: 'a' };
  const land = async (...bodies: readonly object[]) => {
    const event = (body: object, at: number) => ({ projectId: 'p1', sequence: 900 + at, at: 0, actor: by, body });
    const projects = { ...here.ports.projects, events: async () => ({ entries: bodies.map(event) }) };
    return landNow({ projects: projects as never }, project);
  };
  expect([await land(), await land(said), await land(said, { type: 'rung-confirmed', said: 900 })]).toEqual([
    'building',
    'building',
    'producing',
  ]);
});
