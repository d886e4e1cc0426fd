import type { OfficePlotView } from '../api/plot-views.ts';
import { rolesAt, type Actor } from '../kernel/actor.ts';
import type { Ports } from '../kernel/ports.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';
import { today } from '../project/zone-context.ts';
import { joinedKey } from '../search/search-keys.ts';
import { viewZone, type ZoneView } from '../reference/view-zone.ts';
import { askedFor } from './asked.ts';
import { plotsOf, viewRegister } from './find-plots.ts';
import { standing } from './fit.ts';
import { keepsRegister } from './keep-zone.ts';
import { mostOfZone, type PlotState, type RegisterView, type StandingPlot } from './plot.ts';

export type OfficePlotPorts = Pick<Ports, 'plots' | 'reference' | 'projects' | 'lists'>;

/** What an office sees of the land that it keeps. */
export interface ZonePlots {
  readonly zone: ZoneView;
  /** Zones of the register whose plots this office keeps. */
  readonly register: readonly RegisterView[];
  /** The one that is looked at: the one that was asked for, else the only one. */
  readonly chosen: RegisterView | undefined;
  readonly plots: readonly StandingPlot[];
  /** Whether not all plots of it were read. */
  readonly isCut: boolean;
  /** Whether the reader says what zones of the register are. */
  readonly keeps: boolean;
}

/** The office's page of its plots. Fails with `not-found` (no role there, no such zone of the register). */
export async function viewPlots(
  ports: OfficePlotPorts,
  {
    zoneId,
    registerId,
    state,
    actor,
    now,
  }: {
    readonly zoneId: string;
    readonly registerId?: string | undefined;
    readonly state?: PlotState | undefined;
    readonly actor: Actor;
    readonly now: number;
  },
): Promise<Result<ZonePlots>> {
  const zone = await viewZone(ports, { zoneId, actor, now });
  if (!zone.ok) return zone;
  const register = (await viewRegister(ports, now, zoneId)).filter((one) => one.zoneId === zoneId);
  const chosen =
    registerId === undefined
      ? register.length === 1
        ? register[0]
        : undefined
      : register.find((one) => one.registerId === registerId);
  if (registerId !== undefined && chosen === undefined) return fail({ kind: 'not-found' });
  const plots = chosen === undefined ? [] : await plotsOf(ports, chosen, now);
  return ok({
    zone: zone.value,
    register,
    chosen,
    plots: state === undefined ? plots : plots.filter((one) => one.state === state),
    isCut: plots.length === mostOfZone,
    keeps: keepsRegister(actor, zone.value),
  });
}

/** For whoever has a role in its zone; for others it does not exist (`not-found`). */
export async function viewPlot(
  ports: OfficePlotPorts,
  { plotId, actor, now }: { readonly plotId: string; readonly actor: Actor; readonly now: number },
): Promise<Result<OfficePlotView>> {
  const plot = await ports.plots.find(plotId);
  const context = plot && (await zoneContextOf(ports, plot.zoneId, now));
  const roles = context && actor.kind === 'staff' ? rolesAt(actor.memberships, context.zone) : [];
  if (plot === undefined || context === undefined || roles.length === 0) return fail({ kind: 'not-found' });
  const [asked, changes, owners] = await Promise.all([
    askedFor(ports, plot),
    ports.plots.changes(plotId, 50),
    plot.projectId === undefined ? [] : ports.lists.lines([plot.projectId]),
  ]);
  const [owner] = owners;
  return ok({
    plot,
    standing: standing(plot, today(context)),
    today: today(context),
    ...(owner && { project: { projectId: owner.project.projectId, number: owner.project.number } }),
    asked: [...asked],
    changes: [...changes],
  });
}

/** The project of a zone that is called by exactly this number. */
export async function projectNumbered(
  { lists }: Pick<Ports, 'lists'>,
  zoneId: string,
  number: string,
): Promise<string | undefined> {
  const wanted = joinedKey(number);
  const ids = (await lists.havingWord(zoneId, wanted)).slice(0, 100);
  const lines = ids.length === 0 ? [] : await lists.lines(ids);
  return lines.find(({ project }) => [project.number, project.reference ?? ''].some((one) => joinedKey(one) === wanted))
    ?.project.projectId;
}
