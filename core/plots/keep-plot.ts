import { refOf, rolesAt, type Actor } from '../kernel/actor.ts';
import type { Ports } from '../kernel/ports.ts';
import { fail, ok, type Issue, type Result } from '../kernel/result.ts';
import type { Project } from '../project/project.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import { landNow } from './land.ts';
import { cadastreForms, type Plot, type PlotRequest, type RegisteredZone } from './plot.ts';

export interface KeepPlot {
  readonly plotId: string;
  readonly request: PlotRequest;
  readonly actor: Actor;
  readonly now: number;
}

function outlineIssues({ outline }: PlotRequest, { box }: RegisteredZone): readonly Issue[] {
  if (outline === undefined) return [];
  const issue = (code: string, holds: boolean): Issue[] => (holds ? [{ path: 'outline', code }] : []);
  const isClosed = JSON.stringify(outline[0]) === JSON.stringify(outline.at(-1));
  const isOutside = ([east, north]: readonly [number, number]) =>
    box !== undefined && (east < box[0] || east > box[2] || north < box[1] || north > box[3]);
  return [...issue('not-closed', !isClosed), ...issue('outside-zone', outline.some(isOutside))];
}

/** What is wrong with what is said of a plot. @param project the one that it names, where that is there */
export function plotIssues(
  request: PlotRequest,
  zone: RegisteredZone,
  context: ZoneContext,
  project: Pick<Project, 'zoneId'> | undefined,
): readonly Issue[] {
  const { cadastre, typed, lines } = request;
  const issue = (path: string, code: string, holds: boolean): Issue[] => (holds ? [{ path, code }] : []);
  return [
    ...issue(
      'cadastre',
      'invalid_format',
      cadastre !== undefined && !cadastreForms[context.zone.country].test(cadastre),
    ),
    ...issue('typed.until', 'missing', typed.state === 'held' && typed.until === undefined),
    ...issue('typed.why', 'missing', typed.state === 'blocked' && typed.why === undefined),
    ...Object.entries(lines).flatMap(([utility, { asOf }]) =>
      issue(`lines.${utility}.asOf`, 'in-future', asOf > today(context)),
    ),
    ...outlineIssues(request, zone),
    // One of another zone looks as one that is not there.
    ...issue('projectId', 'custom', request.projectId !== undefined && project?.zoneId !== zone.zoneId),
  ];
}

/** A plot as a request says it, to be written in the place of what was found. */
export const plotOf = (
  plotId: string,
  { reason: _, ...said }: PlotRequest,
  zone: Pick<RegisteredZone, 'zoneId'>,
  { found, land }: { readonly found: Plot | undefined; readonly land: Plot['land'] },
): Plot => ({
  ...said,
  plotId,
  zoneId: zone.zoneId,
  ...(land !== undefined && { land }),
  version: (found?.version ?? 0) + 1,
});

/** The office enters a plot or says anew what it is. Fails with `not-found` (no role there), `forbidden`, `invalid`, `conflict`. */
export async function keepPlot(
  ports: Pick<Ports, 'plots' | 'reference' | 'projects'>,
  { plotId, request, actor, now }: KeepPlot,
): Promise<Result<Plot>> {
  const [found, register] = await Promise.all([ports.plots.find(plotId), ports.plots.register()]);
  const registerId = found?.registerId ?? request.registerId;
  const zone = register.find((one) => one.registerId === registerId);
  const context = zone && (await zoneContextOf(ports, zone.zoneId, now));
  const roles = context && actor.kind === 'staff' ? rolesAt(actor.memberships, context.zone) : [];
  if (zone === undefined || context === undefined || roles.length === 0) return fail({ kind: 'not-found' });
  if (!roles.includes('officer') && !roles.includes('head')) return fail({ kind: 'forbidden' });
  const version = found?.version ?? 0;
  if (request.version !== version || request.registerId !== registerId)
    return fail({ kind: 'conflict', version, state: 'changed' });
  const { projectId } = request;
  const linked = projectId === undefined ? undefined : await ports.projects.load(projectId);
  const issues = plotIssues(request, zone, context, linked?.project);
  if (issues.length > 0) return fail({ kind: 'invalid', issues });
  const land = linked && (await landNow(ports, linked.project));
  const plot = plotOf(plotId, request, zone, { found, land });
  const change = { plot, ...(request.reason && { reason: request.reason }), by: refOf(actor, context.zone), at: now };
  const written = await ports.plots.write(plot, found, change);
  return written === 'written' ? ok(plot) : fail({ kind: 'conflict', version: plot.version, state: 'changed' });
}
