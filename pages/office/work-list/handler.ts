import { ok, type Result } from '#core/kernel/result.ts';
import type { Ports } from '#core/kernel/ports.ts';
import { countObstacles, listObstacles } from '#core/obstacles/list-obstacles.ts';
import { listProjects } from '#core/project/list-projects.ts';
import { viewZone, zonesOf } from '#core/reference/view-zone.ts';
import { inOrderOf } from '#core/texts/in-order.ts';
import { colleaguesOf } from '#core/work/view-colleagues.ts';
import { listWork } from '#core/work/list-work.ts';
import { pageRows } from '#core/work/work-query.ts';
import { forgetFilter, saveFilter } from '#core/work/save-filter.ts';
import { workListPage, type WorkListProps } from '#pages/office/work-list/page.tsx';
import { listAddress } from '#pages/office/addresses.ts';
import { addressOf } from '#pages/routes.ts';
import type { StaffVisit } from '../../kit/staff-page.ts';
import { present } from '../../kit/values.ts';
import { problem, redirect, render, type Reply } from '../../kit/visit.ts';
import { rememberList } from './list-cookie.ts';
import { listHeading } from './list-heading.ts';
import { askedIn, workQueryOf } from './list-query.ts';

type ListPorts = Pick<Ports, 'lists' | 'reference' | 'desks' | 'ids'>;
type Shown = Omit<WorkListProps, 'frame' | 'work' | 'projects' | 'obstacles' | 'next'>;
type Found = Pick<WorkListProps, 'work' | 'projects' | 'obstacles' | 'next'> & { readonly office?: Shown['office'] };

/** What the list holds; of work also who works on it. */
async function found(
  ports: ListPorts,
  visit: StaffVisit,
  shown: Shown,
  after: string | undefined,
): Promise<Result<Found>> {
  const { actor, now, frame } = visit;
  const { zone, filter, page } = shown;
  const command = { zoneId: zone.zoneId, actor, page: present({ limit: pageRows, after }) };
  if (filter.by === 'obstacles') {
    const obstacles = await listObstacles(ports, { ...command, now });
    return obstacles.ok ? ok({ obstacles: obstacles.value.entries, next: obstacles.value.next }) : obstacles;
  }
  if (filter.by === 'projects') {
    const { by: _, ...query } = filter;
    const projects = await listProjects(ports, { ...command, query });
    return projects.ok ? ok({ projects: projects.value.entries, next: projects.value.next }) : projects;
  }
  const work = await listWork(ports, {
    zoneId: zone.zoneId,
    actor,
    now,
    after,
    page,
    query: workQueryOf(filter, actor.personId),
    order: filter.order,
    compare: inOrderOf(frame().language),
  });
  if (!work.ok) return work;
  // Whose work it is stands in the heading also where there is none.
  const named = filter.worker !== undefined && filter.worker !== 'nobody' ? [filter.worker] : [];
  const colleagues =
    work.value.count > 0 || named.length === 0 ? work.value.colleagues : await colleaguesOf(ports, zone.zoneId, named);
  return ok({ work: work.value, next: work.value.next, office: { reader: actor.personId, colleagues } });
}

/** What waits in one zone of the reader's; the first one unless the query names another. Its address is remembered for the way back. */
export const workList =
  (ports: ListPorts) =>
  async (visit: StaffVisit): Promise<Reply> => {
    const { query, actor, now, frame } = visit;
    const asked = askedIn(query);
    if (asked === undefined) return problem({ kind: 'not-found' });
    if (actor.memberships.length === 0 && asked.zone === undefined) return redirect(addressOf('/office/access', {}));
    const zones = await zonesOf(ports, actor);
    const zoneId = asked.zone ?? zones[0]?.zoneId;
    if (zoneId === undefined) return problem({ kind: 'forbidden' });
    const zone = await viewZone(ports, { zoneId, actor, now });
    if (!zone.ok) return problem(zone.failure);
    const { after, filter, page = 1 } = asked;
    const shown = { zone: zone.value, zones, filter, page, office: { reader: actor.personId, colleagues: [] }, after };
    const [list, openObstacles] = await Promise.all([
      found(ports, visit, { ...shown, openObstacles: 0 }, after),
      countObstacles(ports, { zoneId, actor }),
    ]);
    if (!list.ok) return problem(list.failure);
    return render(workListPage({ ...shown, openObstacles, ...list.value, frame: frame() }), 200, [
      rememberList(listAddress(zoneId, filter, after, page)),
    ]);
  };

/** A list is kept under a name of its reader's, or forgotten. Without a name it is called what its heading says. */
export const savedFilters =
  (ports: ListPorts) =>
  async (visit: StaffVisit): Promise<Reply> => {
    const { fields, actor, now, frame } = visit;
    const asked = askedIn(new URLSearchParams(fields.get('query') ?? ''));
    const zoneId = asked?.zone;
    if (asked === undefined || zoneId === undefined) return problem({ kind: 'not-found' });
    const zone = await viewZone(ports, { zoneId, actor, now });
    if (!zone.ok) return problem(zone.failure);
    const address = listAddress(zoneId, asked.filter);
    const forgotten = fields.get('forget');
    if (forgotten !== null) {
      await forgetFilter(ports, { actor, filterId: forgotten });
      return redirect(address);
    }
    const typed = fields.get('name')?.trim() ?? '';
    const name = typed === '' ? listHeading(frame(), zone.value, asked.filter) : typed;
    const saved = await saveFilter(ports, { actor, zoneId, name, query: address.slice(address.indexOf('?') + 1) });
    return saved.ok ? redirect(address) : problem(saved.failure);
  };
