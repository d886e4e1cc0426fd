import type { ZoneObstacleView } from '../api/zone-obstacle-view.ts';
import { refOf, type Actor } from '../kernel/actor.ts';
import type { Ports } from '../kernel/ports.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { needing } from '../lines/waiting.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';
import type { ZoneContext } from '../project/zone-context.ts';
import { isOfHolder, perform, type ObstacleRequest } from './act-on-obstacle.ts';
import { raiseObstacle, type Words } from './change-obstacle.ts';
import { zoneObstacleView } from './obstacle-views.ts';
import type { RecordObstacleRequest } from './obstacle.ts';
import { namedAbout } from './raise-obstacle.ts';
import { withPerson } from './view-obstacle.ts';
import {
  isOfZone,
  mayActOnZoneObstacle,
  raisesZoneObstacles,
  readsZoneObstacles,
  zoneObstacleActions,
} from './zone-obstacle-rights.ts';
import { inZone, isInTheWayOf, type ZoneObstacle } from './zone-obstacle.ts';

interface InZone {
  readonly zoneId: string;
  readonly actor: Actor;
  readonly now: number;
}

type ZonePorts = Pick<Ports, 'reference' | 'zoneObstacles' | 'headquarters' | 'ids'>;

/** Fails with `not-found` (no role there), `forbidden` (leadership and administrators: they know what stands in the way, not whose words say so). */
async function opened(ports: Pick<Ports, 'reference'>, { zoneId, actor, now }: InZone): Promise<Result<ZoneContext>> {
  const context = await zoneContextOf(ports, zoneId, now);
  if (context === undefined || !isOfZone(actor, context.zone)) return fail({ kind: 'not-found' });
  return readsZoneObstacles(actor, context.zone) ? ok(context) : fail({ kind: 'forbidden' });
}

const wordsIn =
  (all: readonly ZoneObstacle[]): Words =>
  (noteId) =>
    all.map(({ words }) => words[noteId]).find((text) => text !== undefined);

async function written(
  { zoneObstacles }: Pick<ZonePorts, 'zoneObstacles'>,
  changed: ZoneObstacle,
): Promise<Result<ZoneObstacle>> {
  return (await zoneObstacles.write(changed)) === 'written'
    ? ok(changed)
    : fail({ kind: 'conflict', version: changed.version - 1, state: 'changed' });
}

/** One record for all that it stands in the way of; sent twice it is one. Fails with `not-found`, `forbidden`, `invalid`, `not-allowed` (too many), `conflict`. */
export async function raiseZoneObstacle(
  ports: ZonePorts,
  { request, ...where }: InZone & { readonly request: RecordObstacleRequest },
): Promise<Result<ZoneObstacle>> {
  const found = await opened(ports, where);
  if (!found.ok) return found;
  const { actor, zoneId } = where;
  const { zone } = found.value;
  if (!raisesZoneObstacles(actor, zone)) return fail({ kind: 'forbidden' });
  const about = await namedAbout(ports, found.value, request.about);
  if (about === undefined) return fail({ kind: 'invalid', issues: [{ path: 'about', code: 'invalid_value' }] });
  const all = await ports.zoneObstacles.all(zoneId);
  const by = refOf(actor, zone);
  const home = inZone(found.value, all);
  const raised = raiseObstacle(home, found.value, { ...request, about, by }, wordsIn(all));
  if (!raised.ok) return raised;
  if (raised.value !== undefined) return written(ports, raised.value);
  const known = all.find(
    ({ obstacle, words }) =>
      obstacle.state === 'open' && obstacle.said.some(({ noteId }) => words[noteId] === request.words),
  );
  return known ? ok(known) : fail({ kind: 'not-found' });
}

/** As about an obstacle of a project, for all that it stands in the way of. Twice is once. */
export async function actOnZoneObstacle(
  ports: ZonePorts,
  { obstacleId, request, ...where }: InZone & { readonly obstacleId: string; readonly request: ObstacleRequest },
): Promise<Result<ZoneObstacle>> {
  const context = await opened(ports, where);
  if (!context.ok) return context;
  const { actor, zoneId } = where;
  const before = await ports.zoneObstacles.find(zoneId, obstacleId);
  if (before === undefined) return fail({ kind: 'not-found' });
  if (!mayActOnZoneObstacle(actor, context.value.zone, request.action)) return fail({ kind: 'forbidden' });
  // Whose way it stands in has no single investor.
  if (request.action === 'hand-over' && request.to.kind === 'investor')
    return fail({ kind: 'invalid', issues: [{ path: 'to', code: 'invalid_value' }] });
  if (request.action === 'hand-over' && !(await isOfHolder(ports, {}, context.value, request)))
    return fail({ kind: 'invalid', issues: [{ path: 'person', code: 'invalid_value' }] });
  const home = inZone(context.value, [before], before);
  const by = refOf(actor, context.value.zone);
  const changed = perform(home, context.value, before.obstacle, by, request, wordsIn([before]));
  if (!changed.ok) return changed;
  return changed.value === undefined ? ok(before) : written(ports, changed.value);
}

async function viewOf(
  ports: Pick<Ports, 'lists' | 'reference' | 'ids'>,
  actor: Actor,
  one: ZoneObstacle,
  context: ZoneContext,
): Promise<ZoneObstacleView> {
  const { obstacle, zoneId } = one;
  const actions = zoneObstacleActions(actor, context.zone, obstacle);
  const [view, hindered] = await Promise.all([
    withPerson(ports, zoneObstacleView(actor, one, context, actions), context),
    obstacle.state === 'open' ? needing(ports, zoneId, (entry) => isInTheWayOf(obstacle.about, entry)) : [],
  ]);
  return {
    ...view,
    zoneId,
    projects: hindered.map(({ projectId, company, row: { number } }) => ({ projectId, number, company })),
  };
}

/** One with all that was said of it, and the projects in whose way it stands. Fails with `not-found`, `forbidden`. */
export async function viewZoneObstacle(
  ports: Pick<Ports, 'lists' | 'reference' | 'ids' | 'zoneObstacles'>,
  { obstacleId, ...where }: InZone & { readonly obstacleId: string },
): Promise<Result<ZoneObstacleView>> {
  const context = await opened(ports, where);
  if (!context.ok) return context;
  const one = await ports.zoneObstacles.find(where.zoneId, obstacleId);
  return one ? ok(await viewOf(ports, where.actor, one, context.value)) : fail({ kind: 'not-found' });
}

export interface ZoneObstaclesView {
  readonly context: ZoneContext;
  readonly obstacles: readonly ZoneObstacle[];
  readonly mayRaise: boolean;
}

/** All of a zone, the latest first. Fails with `not-found`, `forbidden`. */
export async function listZoneObstacles(
  ports: Pick<Ports, 'reference' | 'zoneObstacles'>,
  where: InZone,
): Promise<Result<ZoneObstaclesView>> {
  const context = await opened(ports, where);
  if (!context.ok) return context;
  return ok({
    context: context.value,
    obstacles: await ports.zoneObstacles.all(where.zoneId),
    mayRaise: raisesZoneObstacles(where.actor, context.value.zone),
  });
}
