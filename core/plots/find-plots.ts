import type { LocalDate } from '../calendar/local-date.ts';
import type { Ports } from '../kernel/ports.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import { byFit, countedAs, fitOf, priorityOf, standing, stateOn } from './fit.ts';
import {
  mostOfZone,
  plotStates,
  type FoundPlot,
  type FoundPlots,
  type Plot,
  type PlotCount,
  type PlotWish,
  type RegisteredZone,
  type RegisterView,
  type StandingPlot,
} from './plot.ts';

export type FindPorts = Pick<Ports, 'plots' | 'reference'>;

/** Plots that are looked at in one zone, and those that an answer has. */
const most = { aZone: 30, shown: 60 } as const;
/** A plot that is a tenth smaller is a near miss (ours). */
const nearly = 0.9;
const isIn = ({ registerId, zoneId }: RegisteredZone, zone: string | undefined): boolean =>
  zone === undefined || registerId === zone || zoneId === zone;

async function contextsOf(
  ports: Pick<Ports, 'reference'>,
  zones: readonly RegisteredZone[],
  now: number,
): Promise<ReadonlyMap<string, ZoneContext>> {
  const ids = [...new Set(zones.map(({ zoneId }) => zoneId))];
  const found = await Promise.all(ids.map((zoneId) => zoneContextOf(ports, zoneId, now)));
  return new Map(found.flatMap((context) => (context ? [[context.zone.zoneId, context]] : [])));
}

/** Plots for a wish: those that fit first, then near misses with what is lacking. Reads the same whatever the zones hold. */
export async function findPlots(ports: FindPorts, wish: PlotWish, now: number): Promise<FoundPlots> {
  const zones = (await ports.plots.register()).filter((one) => isIn(one, wish.zone));
  const contexts = await contextsOf(ports, zones, now);
  const found = await Promise.all(
    zones.map(async (zone): Promise<FoundPlot[]> => {
      const context = contexts.get(zone.zoneId);
      if (context === undefined) return [];
      const on = today(context);
      const plots = await ports.plots.bySize(zone.registerId, (wish.hectares ?? 0) * nearly, most.aZone);
      const priority = priorityOf(zone, wish);
      return plots
        .map((one) => standing(one, on))
        .map((plot) => ({ ...plot, ...fitOf(wish, plot, context.lines, on), ...(priority && { priority }) }));
    }),
  );
  const days = [...contexts.values()].map(today).toSorted();
  return {
    today: days.at(-1) ?? new Date(now).toISOString().slice(0, 10),
    plots: found.flat().toSorted(byFit).slice(0, most.shown),
  };
}

const dayIn = (context: ZoneContext | undefined, now: number): LocalDate =>
  context ? today(context) : new Date(now).toISOString().slice(0, 10);

const inHectares = (sum: number): number => Math.round(sum * 10_000) / 10_000;

/** What is counted of plots that are read. */
const counted = (plots: readonly Plot[]): readonly PlotCount[] =>
  plots.map((plot) => ({ ...countedAs(plot), plots: 1, hectares: plot.hectares }));

export function registerView(zone: RegisteredZone, counts: readonly PlotCount[], on: LocalDate): RegisterView {
  const sumOf = (some: readonly PlotCount[]) => inHectares(some.reduce((sum, { hectares }) => sum + hectares, 0));
  const countOf = (some: readonly PlotCount[]) => some.reduce((sum, { plots }) => sum + plots, 0);
  const states = plotStates.flatMap((state) => {
    const own = counts.filter((one) => stateOn(one, on) === state);
    return countOf(own) === 0 ? [] : [{ state, plots: countOf(own), hectares: sumOf(own) }];
  });
  const isKnown = zone.hectares !== undefined && states.length > 0;
  return { ...zone, states, ...(isKnown && { remainder: inHectares((zone.hectares ?? 0) - sumOf(counts)) }) };
}

/** Zones of the register with what their plots add up to, read from what is counted. @param zone of the register, or whose office keeps it */
export async function viewRegister(ports: FindPorts, now: number, zone?: string): Promise<readonly RegisterView[]> {
  const [register, counts] = await Promise.all([ports.plots.register(), ports.plots.counts()]);
  const zones = register.filter((one) => isIn(one, zone));
  const contexts = await contextsOf(ports, zones, now);
  return Promise.all(
    zones.map(async (one) => {
      // Plots of an earlier release were never counted.
      const own = counts.get(one.registerId) ?? counted(await ports.plots.bySize(one.registerId, 0));
      return registerView(one, own, dayIn(contexts.get(one.zoneId), now));
    }),
  );
}

/** Plots of one zone of the register by size, at most so many. */
export async function plotsOf(
  ports: FindPorts,
  { registerId, zoneId }: RegisteredZone,
  now: number,
): Promise<readonly StandingPlot[]> {
  const [plots, context] = await Promise.all([
    ports.plots.bySize(registerId, 0, mostOfZone),
    zoneContextOf(ports, zoneId, now),
  ]);
  return plots.map((plot) => standing(plot, dayIn(context, now)));
}
