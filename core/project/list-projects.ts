import type { EmailView } from '../api/email-view.ts';
import type { ProjectLineView } from '../api/views.ts';
import type { ProjectEvent } from './event.ts';
import type { Assignment } from './project.ts';
import { rolesAt, type Actor } from '../kernel/actor.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { mayView } from './permissions.ts';
import { emailView } from '../notices/email-view.ts';
import { stageIds } from '../stages/stage-id.ts';
import type { AssignmentNarrowing, Page, PageRequest, Ports } from '../kernel/ports.ts';
import { isByDue, narrowest, type ProjectQuery } from './project-query.ts';
import { projectLineView } from './project-views.ts';

export interface InZone {
  readonly zoneId: string;
  readonly actor: Actor;
  readonly page: PageRequest;
}

/** Whether staff have any role at a zone: a zone they have nothing to do with does not exist for them. */
export async function mayEnter(
  { reference }: Pick<Ports, 'reference'>,
  actor: Actor,
  zoneId: string,
): Promise<boolean> {
  if (actor.kind !== 'staff') return false;
  const found = await reference.setting(zoneId);
  return found !== undefined && rolesAt(actor.memberships, found.zone).length > 0;
}

export async function listProjects(
  ports: Pick<Ports, 'lists' | 'reference'>,
  { zoneId, actor, page, query }: InZone & { query: ProjectQuery },
): Promise<Result<Page<ProjectLineView>>> {
  if (!(await mayEnter(ports, actor, zoneId))) return fail({ kind: 'not-found' });
  const { filter, also } = narrowest(query);
  const { forum, sector, overdue, stage } = query;
  const found = isByDue(query, stageIds)
    ? await ports.lists.running(zoneId, { forum, sector, overdue, stage }, page)
    : await ports.lists.list(zoneId, filter, page, also);
  return ok({ ...found, entries: found.entries.map(projectLineView) });
}

export interface ListAssignments extends Omit<InZone, 'zoneId'> {
  readonly zoneId?: string | undefined;
  readonly holder: string;
  readonly also?: AssignmentNarrowing | undefined;
  /** Of the office's own: only what the reader works on. */
  readonly mine?: boolean | undefined;
}

/** By due date; `office`: the staff's work list. Without a zone: the first of all zones the person works in, merged. */
export async function listAssignments(
  ports: Pick<Ports, 'lists' | 'reference'>,
  { zoneId, actor, page, holder, also, mine = false }: ListAssignments,
): Promise<Result<Page<Assignment>>> {
  if (actor.kind !== 'staff') return fail({ kind: 'not-found' });
  const { lists } = ports;
  const read = async (id: string, from: PageRequest) =>
    mine ? lists.taken(id, actor.personId, from, also) : lists.assignments(id, holder, from, also);
  if (zoneId !== undefined)
    return (await mayEnter(ports, actor, zoneId)) ? ok(await read(zoneId, page)) : fail({ kind: 'not-found' });
  const zones = (await ports.reference.zones()).filter((zone) => rolesAt(actor.memberships, zone).length > 0);
  const pages = await Promise.all(zones.map((zone) => read(zone.zoneId, { limit: page.limit })));
  const merged = pages
    .flatMap(({ entries }) => entries)
    .toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
  return ok({ entries: merged.slice(0, page.limit) });
}

export async function listEvents(
  ports: Pick<Ports, 'projects'>,
  { projectId, actor, page }: { projectId: string; actor: Actor; page: PageRequest },
): Promise<Result<Page<ProjectEvent>>> {
  const aggregate = await ports.projects.load(projectId);
  if (aggregate === undefined || !mayView(actor, aggregate.project)) return fail({ kind: 'not-found' });
  return ok(await ports.projects.events(projectId, page));
}

export async function listEmails(
  ports: Pick<Ports, 'projects' | 'outbox'>,
  { projectId, actor }: { projectId: string; actor: Actor },
): Promise<Result<Page<EmailView>>> {
  const aggregate = await ports.projects.load(projectId);
  if (aggregate === undefined || !mayView(actor, aggregate.project)) return fail({ kind: 'not-found' });
  const rows = await ports.outbox.emails(projectId);
  return ok({ entries: rows.flatMap((row) => emailView(row) ?? []) });
}
