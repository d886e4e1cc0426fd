import type { ObstacleLineView } from '../api/views.ts';
import { calendarOf } from '../calendar/calendar.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { Page, Ports } from '../kernel/ports.ts';
import { mayEnter, type InZone } from '../project/list-projects.ts';
import type { Obstacle } from './obstacle.ts';
import type { OutsideBody } from './obstacle-facts.ts';
import { dueOf, referralsOf } from './obstacle-views.ts';
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

/** The open obstacles of a zone, each with its project, the one that was reported first on top. Fails with `not-found`. */
export async function listObstacles(
  ports: Pick<Ports, 'lists' | 'reference'>,
  { zoneId, actor, page, now, only = {} }: InZone & { readonly now: number; readonly only?: OnlyObstacles },
): Promise<Result<Page<ObstacleLineView>>> {
  if (!(await mayEnter(ports, actor, zoneId))) return fail({ kind: 'not-found' });
  const [found, context] = await Promise.all([ports.lists.obstacles(zoneId, page), ports.reference.setting(zoneId)]);
  const calendar = context && calendarOf(context.zone.country, context.zone.overrides);
  const lines = await ports.lists.lines([...new Set(found.entries.map(({ projectId }) => projectId))]);
  const projects = new Map(lines.map((line) => [line.project.projectId, projectLineView(line)]));
  const entries = found.entries
    .filter(({ obstacle }) => isOf(obstacle, only))
    .flatMap(({ projectId, obstacle }): ObstacleLineView[] => {
      const project = projects.get(projectId);
      const { obstacleId, about, owner, ownedSince, raisedAt } = obstacle;
      const names =
        owner.kind === 'party' ? context?.parties.find(({ partyId }) => partyId === owner.partyId)?.names : undefined;
      return project
        ? [
            {
              obstacleId,
              about,
              owner: { ...owner, ...(names && { names }) },
              ownedSince,
              raisedAt,
              ...(calendar && dueOf(obstacle, { calendar, now })),
              ...(calendar && referralsOf(obstacle, { calendar, now })),
              ...(obstacle.told && { toldTo: obstacle.told.rung }),
              ...(obstacle.person !== undefined && { person: obstacle.person }),
              project,
            },
          ]
        : [];
    });
  return ok({ ...found, entries });
}

/** How many obstacles of a zone are open, counted up to 100; none for those who have no role there. */
export const countObstacles = async (
  ports: Pick<Ports, 'lists' | 'reference'>,
  { zoneId, actor }: Omit<InZone, 'page'>,
): Promise<number> => ((await mayEnter(ports, actor, zoneId)) ? ports.lists.obstacleCount(zoneId) : 0);
