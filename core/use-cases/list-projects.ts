import type { EmailView, ProjectLineView } from '../contracts/views.ts';
import type { ProjectEvent } from '../contracts/event.ts';
import type { Assignment } from '../contracts/project.ts';
import { rolesAt, type Actor } from '../domain/actor.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { mayView } from '../domain/rules/permissions.ts';
import type { Page, PageRequest, Ports, ProjectFilter } from '../ports/index.ts';
import { projectLineView } from './project-views.ts';

export interface InZone {
  readonly zoneId: string;
  readonly actor: Actor;
  readonly page: PageRequest;
}

/** Whether staff have any role at a zone: a zone they have nothing to do with does not exist for them. */
export async function mayEnter({ reference }: Pick<Ports, 'reference'>, actor: Actor, zoneId: string): Promise<boolean> {
  if (actor.kind !== 'staff') return false;
  const found = await reference.setting(zoneId);
  return found !== undefined && rolesAt(actor.memberships, found.zone).length > 0;
}

/** A page of the projects of a zone. */
export async function listProjects(ports: Pick<Ports, 'lists' | 'reference'>, { zoneId, actor, page, filter }: InZone & { filter: ProjectFilter }): Promise<Result<Page<ProjectLineView>>> {
  if (!await mayEnter(ports, actor, zoneId)) return fail({ kind: 'not-found' });
  const found = await ports.lists.list(zoneId, filter, page);
  return ok({ ...found, entries: found.entries.map(projectLineView) });
}

/**
 * The open assignments of a holder by due date; `office` is the staff's own work list. Of one zone page after page; without a zone the
 * first of all zones the person works in, merged, as many as a page has.
 */
export async function listAssignments(ports: Pick<Ports, 'lists' | 'reference'>, { zoneId, actor, page, holder }: Omit<InZone, 'zoneId'> & { zoneId?: string | undefined; holder: string }): Promise<Result<Page<Assignment>>> {
  if (zoneId !== undefined) {
    return await mayEnter(ports, actor, zoneId) ? ok(await ports.lists.assignments(zoneId, holder, page)) : fail({ kind: 'not-found' });
  }
  const memberships = actor.kind === 'staff' ? actor.memberships : [];
  const zones = (await ports.reference.zones()).filter((zone) => rolesAt(memberships, zone).length > 0);
  const pages = await Promise.all(zones.map((zone) => ports.lists.assignments(zone.zoneId, holder, { limit: page.limit })));
  const merged = pages.flatMap(({ entries }) => entries).toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
  return ok({ entries: merged.slice(0, page.limit) });
}

/** The log of a project, oldest first. */
export async function listEvents(ports: Pick<Ports, 'projects'>, { projectId, actor, page }: { projectId: string; actor: Actor; page: PageRequest }): Promise<Result<Page<ProjectEvent>>> {
  const aggregate = await ports.projects.load(projectId);
  if (aggregate === undefined || !mayView(actor, aggregate.project)) return fail({ kind: 'not-found' });
  return ok(await ports.projects.events(projectId, page));
}

/** What emails a project brought about and what became of each. */
export async function listEmails(ports: Pick<Ports, 'projects' | 'outbox'>, { projectId, actor }: { projectId: string; actor: Actor }): Promise<Result<Page<EmailView>>> {
  const aggregate = await ports.projects.load(projectId);
  if (aggregate === undefined || !mayView(actor, aggregate.project)) return fail({ kind: 'not-found' });
  const rows = await ports.outbox.emails(projectId);
  return ok({
    entries: rows.flatMap(({ rowId, errand, state, attempts, createdAt }): EmailView[] => {
      if (errand.kind !== 'email') return [];
      const { notice, recipient } = errand.notice;
      return [{ rowId, notice, ...recipient, state, attempts, createdAt }];
    }),
  });
}
