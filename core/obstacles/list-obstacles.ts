import type { ObstacleLineView } from '../api/views.ts';
import { calendarOf } from '../calendar/calendar.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { Page, Ports } from '../kernel/ports.ts';
import { mayEnter, type InZone } from '../project/list-projects.ts';
import { dueOf } from './obstacle-views.ts';
import { projectLineView } from '../project/project-views.ts';

/** The open obstacles of a zone, each with its project, the one that was reported first on top. Fails with `not-found`. */
export async function listObstacles(
  ports: Pick<Ports, 'lists' | 'reference'>,
  { zoneId, actor, page, now }: InZone & { readonly now: number },
): Promise<Result<Page<ObstacleLineView>>> {
  if (!(await mayEnter(ports, actor, zoneId))) return fail({ kind: 'not-found' });
  const [found, context] = await Promise.all([ports.lists.obstacles(zoneId, page), ports.reference.setting(zoneId)]);
  const calendar = context && calendarOf(context.zone.country, context.zone.overrides);
  const lines = await ports.lists.lines([...new Set(found.entries.map(({ projectId }) => projectId))]);
  const projects = new Map(lines.map((line) => [line.project.projectId, projectLineView(line)]));
  const entries = found.entries.flatMap(({ projectId, obstacle }): ObstacleLineView[] => {
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
