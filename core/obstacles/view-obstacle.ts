import type { ObstacleView } from '../api/views.ts';
import type { Actor } from '../kernel/actor.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { obstacleActions, readsObstacle, seesObstacle } from './obstacle-rights.ts';
import { inTheWayOf } from './zone-obstacle.ts';
import { candidatesOf } from '../road-map/people.ts';
import type { ZoneContext } from '../project/zone-context.ts';
import type { Ports } from '../kernel/ports.ts';
import { obstacleView, withWords, zoneObstacleView } from './obstacle-views.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';

export interface ViewObstacle {
  readonly projectId: string;
  readonly obstacleId: string;
  readonly actor: Actor;
  readonly now: number;
}

/** By name, where it is somebody of the staff or an address of a party; who is here no longer has none. */
export async function withPerson(
  { reference, ids }: Pick<Viewing, 'reference' | 'ids'>,
  view: ObstacleView,
  context: ZoneContext,
): Promise<ObstacleView> {
  if (view.person === undefined || ids === undefined) return view;
  const staff = view.owner.kind === 'office' ? await reference.staff(context.zone) : [];
  const found = candidatesOf({}, context, staff, ids.hash).find(({ person }) => person === view.person);
  return found?.name === undefined ? view : { ...view, personName: found.name };
}

type Viewing = Pick<Ports, 'projects' | 'reference'> & { readonly ids?: Ports['ids'] };

/** One obstacle with all that was said of it. Fails with `not-found`; `forbidden` for those who may know of it but not read it. */
export async function viewObstacle(
  ports: Viewing,
  { projectId, obstacleId, actor, now }: ViewObstacle,
): Promise<Result<ObstacleView>> {
  const aggregate = await ports.projects.load(projectId);
  if (aggregate === undefined) return fail({ kind: 'not-found' });
  const context = await zoneContextOf(ports, aggregate.project.zoneId, now);
  if (context === undefined) throw new Error(`Project ${projectId} belongs to no zone`);
  const zoneWide = inTheWayOf(context, aggregate).find(({ obstacle }) => obstacle.obstacleId === obstacleId);
  const obstacle = zoneWide?.obstacle ?? aggregate.obstacles.find((one) => one.obstacleId === obstacleId);
  if (!obstacle || !seesObstacle(actor, aggregate.project, obstacle)) return fail({ kind: 'not-found' });
  if (!readsObstacle(actor, aggregate.project, obstacle)) return fail({ kind: 'forbidden' });
  if (zoneWide) return ok(await withPerson(ports, zoneObstacleView(actor, zoneWide, context), context));
  const view = obstacleView(actor, obstacle, context, obstacleActions(actor, aggregate.project, obstacle));
  return ok(await withWords(ports, projectId, await withPerson(ports, view, context)));
}
