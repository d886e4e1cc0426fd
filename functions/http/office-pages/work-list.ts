import * as z from 'zod/mini';
import { Identifier } from '#core/contracts/common.ts';
import { StageName } from '#core/contracts/decision.ts';
import { Ending } from '#core/contracts/event.ts';
import type { Ports } from '#core/ports/index.ts';
import { countObstacles, listObstacles } from '#core/use-cases/list-obstacles.ts';
import { listProjects } from '#core/use-cases/list-projects.ts';
import { listWork } from '#core/use-cases/list-work.ts';
import { viewZone, zonesOf } from '#core/use-cases/view-zone.ts';
import { noZonePage, workListPage } from '#web/office/work-list-page.tsx';
import type { ListFilter } from '#web/office/addresses.ts';
import type { StaffVisit } from '../pages/staff-page.ts';
import { present } from '../pages/values.ts';
import { problem, show, type Reply } from '../pages/visit.ts';

/** Entries a page: a phone's few screens. */
const limit = 25;

/** The query as the address of a list writes it (web/office/addresses.ts); names are those of the JSON API. */
const Query = z.object({
  zone: z.optional(Identifier),
  q: z.optional(z.string().check(z.trim(), z.maxLength(100))),
  stage: z.optional(z.union([StageName, Ending])),
  holder: z.optional(Identifier),
  forum: z.optional(Identifier),
  overdue: z.optional(z.string()),
  obstacles: z.optional(z.string()),
  all: z.optional(z.string()),
  after: z.optional(z.string().check(z.maxLength(2000))),
});

function filterOf({ q, stage, holder, forum, overdue, obstacles, all }: z.output<typeof Query>): ListFilter {
  if (q) return { by: 'search', text: q };
  if (stage) return { by: 'stage', stage };
  if (holder) return { by: 'tasks', holder };
  if (forum) return { by: 'forum', forum };
  if (obstacles) return { by: 'obstacles' };
  if (overdue) return { by: 'overdue' };
  return all ? { by: 'zone' } : { by: 'tasks', holder: 'office' };
}

/** What waits in one zone of the reader's; the first one unless the query names another. */
export const workList = (ports: Pick<Ports, 'lists' | 'reference'>) => async ({ query, actor, now, frame }: StaffVisit): Promise<Reply> => {
  const asked = Query.safeParse(Object.fromEntries(query));
  if (!asked.success) return problem({ kind: 'not-found' });
  const zones = await zonesOf(ports, actor);
  const zoneId = asked.data.zone ?? zones[0]?.zoneId;
  if (zoneId === undefined) return show(noZonePage(frame()));
  const zone = await viewZone(ports, { zoneId, actor, now });
  if (!zone.ok) return problem(zone.failure);
  const filter = filterOf(asked.data);
  const { after } = asked.data;
  const command = { zoneId, actor, page: present({ limit, after }) };
  const shown = { frame: frame(), zone: zone.value, zones, filter, isFirst: after === undefined, openObstacles: await countObstacles(ports, command) };
  if (filter.by === 'obstacles') {
    const obstacles = await listObstacles(ports, command);
    return obstacles.ok ? show(workListPage({ ...shown, obstacles: obstacles.value.entries, next: obstacles.value.next })) : problem(obstacles.failure);
  }
  if (filter.by === 'tasks') {
    const tasks = await listWork(ports, { ...command, holder: filter.holder });
    return tasks.ok ? show(workListPage({ ...shown, tasks: tasks.value.entries, next: tasks.value.next })) : problem(tasks.failure);
  }
  const projects = await listProjects(ports, { ...command, filter });
  return projects.ok ? show(workListPage({ ...shown, projects: projects.value.entries, next: projects.value.next })) : problem(projects.failure);
};
