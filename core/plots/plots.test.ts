import fc from 'fast-check';
import { expect, it } from 'vitest';
import { memoryPorts } from '#test/support/memory-ports.ts';
import { findPlots, viewRegister } from './find-plots.ts';
import { countedAs, fitOf, standing, stateOn } from './fit.ts';
import { landOf, type LandOf } from './land-messages.ts';
import { keepPlot } from './keep-plot.ts';
import type { Plot, PlotRequest, PlotState, PlotWish } from './plot.ts';

const today = '2025-12-12';
const now = Date.parse('2025-12-12T06:00:00Z');

const request: PlotRequest = {
  registerId: 'alpha',
  cadastre: '02-036-098-123',
  hectares: 3,
  ownership: 'state',
  typed: { state: 'free' },
  lines: { power: { spare: 4000, from: '2025-11-01', asOf: '2025-12-01' } },
  version: 0,
};
const plot: Plot = { ...request, plotId: 'alpha-1', zoneId: 'alpha', version: 1 };

const land = (more: Partial<LandOf>): LandOf => ({ phase: 'open', stage: 'letter-of-intent', ...more }) as LandOf;
const docket = (state: 'open' | 'closed' | 'done') => ({ state }) as unknown as NonNullable<LandOf['docket']>;

it.each<[string, Plot['typed'], LandOf | undefined, PlotState]>([
  ['as typed', { state: 'auction' }, undefined, 'auction'],
  ['held', { state: 'held', until: '2025-12-13' }, undefined, 'held'],
  ['a hold that is over', { state: 'held', until: today }, undefined, 'free'],
  ['planned land whose day has come', { state: 'planned', from: today }, undefined, 'free'],
  ['a letter', { state: 'free' }, land({}), 'held'],
  ['a contract', { state: 'free' }, land({ stage: 'contract-and-land' }), 'contract'],
  ['a docket', { state: 'contract' }, land({ stage: 'construction-start', docket: docket('open') }), 'in-docket'],
  [
    'a docket that was closed',
    { state: 'free' },
    land({ stage: 'construction-start', docket: docket('closed') }),
    'contract',
  ],
  [
    'land that came back',
    { state: 'contract' },
    land({ phase: 'ended', ending: 'terminated', docket: docket('done') }),
    'free',
  ],
  ['a letter that was refused', { state: 'held' }, land({ phase: 'ended', ending: 'rejected' }), 'free'],
  ['a construction', { state: 'free' }, land({ phase: 'ended', ending: 'construction-started' }), 'building'],
  ['a plant', { state: 'producing' }, land({ phase: 'ended', ending: 'construction-started' }), 'producing'],
  ['blocked whatever its project', { state: 'blocked', why: 'Gas main' }, land({}), 'blocked'],
])('the state of a plot: %s', (_, typed, project, state) => {
  const land = project && landOf(project);
  expect(stateOn(countedAs({ typed, ...(land && { land }) }), today)).toBe(state);
});

const committed = [{ utility: 'power', report: { state: 'committed', readyBy: '2026-09-01' } }] as const;

it.each<[string, PlotWish, Partial<Plot>, object]>([
  ['fits now', { hectares: 3, powerKw: 4000 }, {}, { fits: 'now', from: today }],
  ['too small', { hectares: 3.2 }, {}, { fits: 'no', lacks: [{ what: 'hectares', by: 0.2 }] }],
  ['too little power', { powerKw: 5000 }, {}, { fits: 'no', lacks: [{ what: 'power', by: 1000 }] }],
  [
    'what nobody said is lacking',
    { gasM3: 1, rail: 'true' },
    {},
    { fits: 'no', lacks: [{ what: 'gas' }, { what: 'rail' }] },
  ],
  [
    'a line without spare capacity',
    { powerKw: 1 },
    { lines: { power: { asOf: today } } },
    { fits: 'no', lacks: [{ what: 'power' }] },
  ],
  [
    'by the day of the zone’s line',
    { powerKw: 1, by: '2026-10-01' },
    { lines: { power: { spare: 10, asOf: today } } },
    { fits: 'by-date', from: '2026-09-01' },
  ],
  [
    'later than wanted',
    { powerKw: 1, by: '2026-08-01' },
    { lines: { power: { spare: 10, asOf: today } } },
    { fits: 'later', lacks: [{ what: 'date', until: '2026-09-01' }] },
  ],
  [
    'held land by its day',
    { by: '2026-02-01' },
    { typed: { state: 'held', until: '2026-01-12' } },
    { fits: 'by-date', from: '2026-01-12' },
  ],
  [
    'land that its project holds, whatever day was typed',
    {},
    { typed: { state: 'held', until: '2025-12-01' }, land: 'held' },
    { fits: 'no', lacks: [{ what: 'land' }] },
  ],
  ['taken land', {}, { typed: { state: 'contract' } }, { fits: 'no', lacks: [{ what: 'land' }] }],
])('fit: %s', (_, wish, more, expected) => {
  expect(fitOf(wish, standing({ ...plot, ...more }, today), committed, today)).toMatchObject(expected);
});

it('whoever asks for less gets no worse an answer', () => {
  const amount = fc.integer({ min: 0, max: 6000 });
  const rank = { now: 0, 'by-date': 1, later: 2, no: 3 };
  fc.assert(
    fc.property(amount, amount, amount, amount, (hectares, powerKw, lessLand, lessPower) => {
      const own = standing(plot, today);
      const more = fitOf({ hectares, powerKw }, own, committed, today);
      const less = { hectares: Math.min(hectares, lessLand), powerKw: Math.min(powerKw, lessPower) };
      expect(rank[fitOf(less, own, committed, today).fits]).toBeLessThanOrEqual(rank[more.fits]);
      expect(more.fits === 'now').toBe(more.lacks.length === 0);
    }),
  );
});

it('what a supplier said over a hundred days ago is stale', () => {
  const stale = (asOf: string) => standing({ ...plot, lines: { power: { asOf } } }, today).stale;
  expect([stale('2025-09-03'), stale('2025-09-02')]).toEqual([[], ['power']]);
});

const officer = {
  kind: 'staff',
  personId: 'officer',
  memberships: [{ personId: 'officer', scope: 'zone', scopeId: 'alpha', role: 'officer' }],
} as const;
const ring = (east: number): PlotRequest['outline'] => [
  [57.2, 50.3],
  [east, 50.3],
  [east, 50.31],
  [57.2, 50.3],
];

it.each<[string, Partial<PlotRequest>, object]>([
  ['another country’s number', { cadastre: '10:01:01:02:03:0001' }, { path: 'cadastre', code: 'invalid_format' }],
  ['a hold without an end', { typed: { state: 'held' } }, { path: 'typed.until', code: 'missing' }],
  ['blocked, and nobody says why', { typed: { state: 'blocked' } }, { path: 'typed.why', code: 'missing' }],
  ['a word of tomorrow', { lines: { gas: { asOf: '2025-12-13' } } }, { path: 'lines.gas.asOf', code: 'in-future' }],
  [
    'an open ring',
    {
      outline: ring(57.21)
        ?.slice(0, 3)
        .concat([[57.2, 50.32]]),
    },
    { path: 'outline', code: 'not-closed' },
  ],
  ['outside its zone', { outline: ring(60) }, { path: 'outline', code: 'outside-zone' }],
  ['a project that the zone does not have', { projectId: 'pnone' }, { path: 'projectId', code: 'custom' }],
])('a plot is refused: %s', async (_, more, issue) => {
  const kept = await keepPlot(memoryPorts(), { plotId: 'new', request: { ...request, ...more }, actor: officer, now });
  expect(kept).toEqual({ ok: false, failure: { kind: 'invalid', issues: [issue] } });
});

it('a plot that is kept is found, and leaves the rest of its zone’s hectares', async () => {
  const ports = memoryPorts();
  const keep = (version: number) =>
    keepPlot(ports, { plotId: 'new', request: { ...request, version, outline: ring(57.21) }, actor: officer, now });
  expect([(await keep(0)).ok, (await keep(0)).ok, (await keep(1)).ok]).toEqual([true, false, true]);
  const { plots } = await findPlots(ports, { hectares: 3, sector: 'food' }, now);
  expect(plots).toMatchObject([{ plotId: 'new', fits: 'now', priority: { holds: true, on: '2025-03-01' } }]);
  const [zone] = await viewRegister(ports, now, 'alpha');
  expect(zone).toMatchObject({ states: [{ state: 'free', plots: 1, hectares: 3 }], remainder: 57 });
});

it('an office keeps no plot of another zone', async () => {
  const elsewhere = { ...request, registerId: 'beta' };
  expect(await keepPlot(memoryPorts(), { plotId: 'new', request: elsewhere, actor: officer, now })).toMatchObject({
    failure: { kind: 'not-found' },
  });
});
