import type { ObstacleLineView } from '../api/views.ts';
import type { Actor } from '../kernel/actor.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { Page, Ports } from '../kernel/ports.ts';
import { mayEnter, type InZone } from '../project/list-projects.ts';
import type { Obstacle } from './obstacle.ts';
import type { OutsideBody } from './obstacle-facts.ts';
import { obstacleView } from './obstacle-views.ts';
import type { ZoneContext } from '../project/zone-context.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';
import { projectLineView } from '../project/project-views.ts';

/** `owner`: office, investor or a party's id. */
interface OnlyObstacles {
  readonly owner?: string | undefined;
  readonly scope?: Obstacle['about']['kind'] | undefined;
  readonly referral?: OutsideBody | undefined;
}

const isOf = ({ owner, about, referrals = [] }: Obstacle, { owner: holder, scope, referral }: OnlyObstacles): boolean =>
  (holder === undefined || holder === (owner.kind === 'party' ? owner.partyId : owner.kind)) &&
  (scope === undefined || scope === about.kind) &&
  (referral === undefined || referrals.some(({ to, answeredOn }) => to === referral && answeredOn === undefined));

function lineOf(actor: Actor, obstacle: Obstacle, context: ZoneContext): Omit<ObstacleLineView, 'project'> {
  const { said: _said, state: _state, actions: _actions, ...line } = obstacleView(actor, obstacle, context, []);
  return line;
}

/** The open obstacles of a zone, those of all of it first, then each with its project, the one that was reported first on top. Fails with `not-found`. */
export async function listObstacles(
  ports: Pick<Ports, 'lists' | 'reference'>,
  { zoneId, actor, page, now, only = {} }: InZone & { readonly now: number; readonly only?: OnlyObstacles },
): Promise<Result<Page<ObstacleLineView>>> {
  if (!(await mayEnter(ports, actor, zoneId))) return fail({ kind: 'not-found' });
  const [found, context] = await Promise.all([ports.lists.obstacles(zoneId, page), zoneContextOf(ports, zoneId, now)]);
  if (context === undefined) return fail({ kind: 'not-found' });
  const lines = await ports.lists.lines([...new Set(found.entries.map(({ projectId }) => projectId))]);
  const projects = new Map(lines.map((line) => [line.project.projectId, projectLineView(line)]));
  const entries = found.entries
    .filter(({ obstacle }) => isOf(obstacle, only))
    .flatMap(({ projectId, obstacle }): ObstacleLineView[] => {
      const project = projects.get(projectId);
      return project ? [{ ...lineOf(actor, obstacle, context), project }] : [];
    });
  // Those of the whole zone stand on the first page, each once.
  const zoneWide = page.after === undefined ? context.zoneObstacles.filter(({ obstacle }) => isOf(obstacle, only)) : [];
  return ok({
    ...found,
    entries: [
      ...zoneWide.map(({ obstacle }): ObstacleLineView => ({ ...lineOf(actor, obstacle, context), zoneWide: true })),
      ...entries,
    ],
  });
}

/** How many obstacles of a zone are open, counted up to 100, each of the whole zone as one; none for those who have no role there. */
export async function countObstacles(
  ports: Pick<Ports, 'lists' | 'reference'>,
  { zoneId, actor }: Omit<InZone, 'page'>,
): Promise<number> {
  if (!(await mayEnter(ports, actor, zoneId))) return 0;
  const [count, setting] = await Promise.all([ports.lists.obstacleCount(zoneId), ports.reference.setting(zoneId)]);
  return count + (setting?.zoneObstacles.length ?? 0);
}
