import type { AddNoteRequest, OfficeNote } from './office-note.ts';
import type { Aggregate } from '../project/project.ts';
import { refOf, type Actor } from '../kernel/actor.ts';
import { addNote as added } from './add-note.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { hasRole, mayView } from '../project/permissions.ts';
import type { Page, PageRequest, Ports } from '../kernel/ports.ts';
import { changeProject, type ChangePorts } from '../project/change-project.ts';
import { tellRoles } from '../people/roles-then.ts';

export interface OnNotes {
  readonly projectId: string;
  readonly actor: Actor;
}

/** Writes a note of the office; a shared one goes to the investor by email. Sent twice it is one. Fails with `not-found`, `forbidden`. */
export const addNote = (
  ports: ChangePorts,
  { projectId, actor, now, request }: OnNotes & { readonly now: number; readonly request: AddNoteRequest },
): Promise<Result<Aggregate>> =>
  changeProject(ports, { projectId, actor, now }, async (aggregate, context) => {
    if (!hasRole(actor, aggregate.project, 'add-note')) return fail({ kind: 'forbidden' });
    const {
      entries: [latest],
    } = await ports.projects.officeNotes(projectId, { limit: 1 });
    return ok(added(aggregate, context, request, refOf(actor, aggregate.project), latest));
  });

/** Notes of the office, the latest first, everybody as what they were then: for the office and headquarters, nobody else. Fails with `not-found`, `forbidden`. */
export async function listNotes(
  { projects, reference }: Pick<Ports, 'projects' | 'reference'>,
  { projectId, actor, page }: OnNotes & { readonly page: PageRequest },
): Promise<Result<Page<OfficeNote>>> {
  const aggregate = await projects.load(projectId);
  if (aggregate === undefined || !mayView(actor, aggregate.project)) return fail({ kind: 'not-found' });
  if (!hasRole(actor, aggregate.project, 'read-notes')) return fail({ kind: 'forbidden' });
  const found = await projects.officeNotes(projectId, page);
  const roleIn = await tellRoles({ reference }, aggregate.project, found.entries);
  return ok({ ...found, entries: found.entries.map((note) => ({ ...note, by: roleIn(note) })) });
}
