import fc from 'fast-check';
import { expect, it } from 'vitest';
import { registerView } from '#core/plots/find-plots.ts';
import { plotStates, typedStates, type Plot } from '#core/plots/plot.ts';
import { registeredZones } from '#seeds/plots.ts';
import { countItem, countsIn, movedCount } from './plot-counts.ts';

interface Moved {
  readonly Update: {
    readonly ExpressionAttributeNames: Readonly<Record<string, string>>;
    readonly ExpressionAttributeValues: Readonly<Record<string, number>>;
  };
}

/** What the table does with an update of counts. */
function added(item: Record<string, unknown>, moved: readonly object[]): Record<string, unknown> {
  const next = { ...item };
  for (const { Update } of moved as readonly Moved[])
    for (const [place, name] of Object.entries(Update.ExpressionAttributeNames))
      next[name] = Number(next[name] ?? 0) + (Update.ExpressionAttributeValues[place.replace('#n', ':n')] ?? 0);
  return next;
}

const day = fc.constantFrom('2026-01-01', '2026-06-01');
const said = fc.record({
  plotId: fc.constantFrom('aqtobe-1', 'aqtobe-2', 'aqtobe-3'),
  hectares: fc.integer({ min: 1, max: 99_999 }).map((tenth) => tenth / 1000),
  state: fc.constantFrom(...typedStates),
  day,
  land: fc.constantFrom(undefined, 'none' as const, ...plotStates),
});
const [zone] = registeredZones;
if (zone === undefined) throw new Error('No zone is registered');

it('what every plot moves adds up to what is counted of them all, on any day', () => {
  fc.assert(
    fc.property(fc.array(said, { maxLength: 12 }), day, (changes, on) => {
      const plots = new Map<string, Plot>();
      let item: Record<string, unknown> = countItem(zone.registerId, []);
      for (const { plotId, hectares, state, day: until, land } of changes) {
        const plot: Plot = {
          plotId,
          registerId: zone.registerId,
          zoneId: zone.zoneId,
          hectares,
          ownership: 'state',
          typed: { state, until, from: until },
          ...(land && { land }),
          lines: {},
          version: 1,
        };
        item = added(item, movedCount('table', plot, plots.get(plotId)));
        plots.set(plotId, plot);
      }
      const [moved] = countsIn(item);
      const [counted] = countsIn(countItem(zone.registerId, [...plots.values()]));
      const view = registerView(zone, moved?.[1] ?? [], on);
      expect(view).toEqual(registerView(zone, counted?.[1] ?? [], on));
      const sum = view.states.reduce((all, { hectares }) => all + hectares, view.remainder ?? 0);
      expect(plots.size === 0 || Math.abs(sum - (zone.hectares ?? 0)) < 1e-6).toBe(true);
    }),
  );
});

it('what was never counted from its beginning is not believed', () => {
  expect(countsIn({ PK: 'REGISTER-COUNTS', SK: 'aqtobe', 'p free': 3, 'm free': 30_000 })).toEqual([]);
});
