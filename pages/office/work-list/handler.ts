import * as z from 'zod/mini';
import { Identifier } from '#core/kernel/common.ts';
import { StageName } from '#core/stages/decision.ts';
import { Ending } from '#core/project/event.ts';
import { Sector } from '#core/letter/sector.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import type { Ports } from '#core/kernel/ports.ts';
import { countObstacles, listObstacles } from '#core/obstacles/list-obstacles.ts';
import { listProjects } from '#core/project/list-projects.ts';
import { listWork } from '#core/work/list-work.ts';
import { colleaguesOf } from '#core/work/view-colleagues.ts';
import { viewZone, zonesOf } from '#core/reference/view-zone.ts';
import { noZonePage, workListPage, type WorkList } from '#pages/office/work-list/page.tsx';
import { listAddress, type ListFilter } from '#pages/office/addresses.ts';
import type { StaffVisit } from '../../kit/staff-page.ts';
import { present } from '../../kit/values.ts';
import { rememberList } from './list-cookie.ts';
import { problem, render, type Reply } from '../../kit/visit.ts';

/** Entries a page: a phone's few screens. */
const limit = 25;

/** The query as the address of a list writes it (pages/office/addresses.ts); names are those of the JSON API. A form leaves fields empty. */
const Query = z.object({
  zone: z.optional(Identifier),
  q: z.optional(z.string().check(z.trim(), z.maxLength(100))),
  stage: z.optional(z.union([StageName, Ending])),
  holder: z.optional(Identifier),
  forum: z.optional(Identifier),
  sector: z.optional(Sector),
  overdue: z.optional(z.string()),
  obstacles: z.optional(z.string()),
  mine: z.optional(z.string()),
  sort: z.optional(z.literal('due')),
  all: z.optional(z.string()),
  after: z.optional(z.string().check(z.maxLength(2000))),
});
type Asked = z.output<typeof Query>;

/** What a query of a list asks for; undefined for one that no page of ours leads to. */
const askedIn = (query: URLSearchParams): Asked | undefined =>
  Query.safeParse(Object.fromEntries([...query].filter(([, value]) => value.trim() !== ''))).data;

function filterOf({
  q,
  stage,
  holder,
  forum,
  sector,
  overdue,
  obstacles,
  mine,
  sort,
  all,
}: Asked): ListFilter | undefined {
  if (obstacles !== undefined) return { by: 'obstacles' };
  const isOverdue = overdue !== undefined;
  const ofProjects = q ?? stage ?? forum ?? sector ?? overdue ?? sort ?? all;
  if (holder === undefined && mine === undefined && ofProjects !== undefined)
    return { by: 'projects', q, stage, forum, sector, overdue: isOverdue, sort };
  const running = StageName.safeParse(stage);
  // Nothing is owed in a project that has ended.
  return stage !== undefined && !running.success
    ? undefined
    : {
        by: 'tasks',
        holder: holder ?? 'office',
        stage: running.data,
        overdue: isOverdue,
        mine: mine !== undefined && (holder ?? 'office') === 'office',
      };
}

type ListPorts = Pick<Ports, 'lists' | 'reference'>;
type Shown = Omit<WorkList, 'tasks' | 'projects' | 'obstacles' | 'next'>;

/** The list as one page shows it; who works on what is looked up where anybody does. */
async function listed(
  ports: ListPorts,
  { actor, now }: StaffVisit,
  shown: Shown,
  after: string | undefined,
): Promise<Result<WorkList>> {
  const {
    zone: { zoneId, today },
    filter,
  } = shown;
  const command = { zoneId, actor, page: present({ limit, after }) };
  if (filter.by === 'obstacles') {
    const obstacles = await listObstacles(ports, { ...command, now });
    return obstacles.ok ? ok({ ...shown, obstacles: obstacles.value.entries, next: obstacles.value.next }) : obstacles;
  }
  if (filter.by === 'projects') {
    const { by: _, ...query } = filter;
    const projects = await listProjects(ports, { ...command, query });
    return projects.ok ? ok({ ...shown, projects: projects.value.entries, next: projects.value.next }) : projects;
  }
  const { holder, stage, overdue, mine } = filter;
  const tasks = await listWork(ports, {
    ...command,
    holder,
    mine,
    also: { stage, overdueOn: overdue ? today : undefined },
  });
  if (!tasks.ok) return tasks;
  const workers = tasks.value.entries.flatMap(({ assignment: { assignee } }) =>
    assignee !== undefined && assignee !== actor.personId ? [assignee] : [],
  );
  const colleagues = await colleaguesOf(ports, zoneId, workers);
  return ok({ ...shown, office: { ...shown.office, colleagues }, tasks: tasks.value.entries, next: tasks.value.next });
}

/** What waits in one zone of the reader's; the first one unless the query names another. Its address is remembered for the way back. */
export const workList =
  (ports: ListPorts) =>
  async (visit: StaffVisit): Promise<Reply> => {
    const { query, actor, now, frame } = visit;
    const asked = askedIn(query);
    const filter = asked && filterOf(asked);
    if (asked === undefined || filter === undefined) return problem({ kind: 'not-found' });
    const zones = await zonesOf(ports, actor);
    const zoneId = asked.zone ?? zones[0]?.zoneId;
    if (zoneId === undefined) return render(noZonePage(frame()));
    const zone = await viewZone(ports, { zoneId, actor, now });
    if (!zone.ok) return problem(zone.failure);
    const { after } = asked;
    const list = await listed(
      ports,
      visit,
      {
        zone: zone.value,
        zones,
        filter,
        office: { reader: actor.personId, colleagues: [] },
        isFirst: after === undefined,
        openObstacles: await countObstacles(ports, { zoneId, actor }),
      },
      after,
    );
    if (!list.ok) return problem(list.failure);
    return render(workListPage({ ...list.value, frame: frame() }), 200, [
      rememberList(listAddress(zoneId, filter, after)),
    ]);
  };
