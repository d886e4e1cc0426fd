import type { LocalDate } from '../calendar/local-date.ts';
import type { Ports } from '../kernel/ports.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import { byFit, fitOf, priorityOf, standing, type LandOf } from './fit.ts';
import {
  plotStates,
  type FoundPlot,
  type FoundPlots,
  type Plot,
  type PlotWish,
  type RegisteredZone,
  type RegisterView,
  type StandingPlot,
} from './plot.ts';

export type FindPorts = Pick<Ports, 'plots' | 'reference' | 'lists'>;

/** Plots that are looked at in one zone, and those that an answer has. */
const most = { aZone: 30, shown: 60 } as const;
/** A plot that is a tenth smaller is a near miss (ours). */
const nearly = 0.9;
/** Projects of one read. */
const mostAtOnce = 100;

/** Each with the state of its land; their projects are read together. */
async function stand({ lists }: Pick<Ports, 'lists'>, plots: readonly Plot[], on: LocalDate): Promise<StandingPlot[]> {
  const ids = [...new Set(plots.flatMap(({ projectId }) => projectId ?? []))];
  const projects = new Map<string, LandOf>();
  for (let at = 0; at < ids.length; at += mostAtOnce)
    for (const { project } of await lists.lines(ids.slice(at, at + mostAtOnce)))
      projects.set(project.projectId, project);
  return plots.map((plot) => standing(plot, projects.get(plot.projectId ?? ''), on));
}

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
      return (await stand(ports, plots, on)).map((plot) => ({
        ...plot,
        ...fitOf(wish, plot, context.lines, on),
        ...(priority && { priority }),
      }));
    }),
  );
  const days = [...contexts.values()].map(today).toSorted();
  return {
    today: days.at(-1) ?? new Date(now).toISOString().slice(0, 10),
    plots: found.flat().toSorted(byFit).slice(0, most.shown),
  };
}

const inHectares = (sum: number): number => Math.round(sum * 10_000) / 10_000;

/** Zones of the register with what their plots add up to. @param zone of the register, or whose office keeps it */
export async function viewRegister(
  ports: FindPorts,
  now: number,
  zone?: string,
): Promise<readonly { readonly view: RegisterView; readonly plots: readonly StandingPlot[] }[]> {
  const zones = (await ports.plots.register()).filter((one) => isIn(one, zone));
  const contexts = await contextsOf(ports, zones, now);
  return Promise.all(
    zones.map(async (one) => {
      const context = contexts.get(one.zoneId);
      const on = context ? today(context) : new Date(now).toISOString().slice(0, 10);
      const plots = await stand(ports, await ports.plots.bySize(one.registerId, 0), on);
      const hectaresOf = (some: readonly StandingPlot[]) =>
        inHectares(some.reduce((sum, { hectares }) => sum + hectares, 0));
      const states = plotStates.flatMap((state) => {
        const own = plots.filter((plot) => plot.state === state);
        return own.length === 0 ? [] : [{ state, plots: own.length, hectares: hectaresOf(own) }];
      });
      const remainder =
        one.hectares === undefined || plots.length === 0 ? undefined : inHectares(one.hectares - hectaresOf(plots));
      return { view: { ...one, states, ...(remainder !== undefined && { remainder }) }, plots };
    }),
  );
}
