import type { ProjectEvent } from './event.ts';
import type { CorrectionView } from '../letter/letter-correction.ts';
import { rolesAt, type Actor } from '../kernel/actor.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { hasRole, mayView } from './permissions.ts';
import type { Page, PageRequest, Ports } from '../kernel/ports.ts';
import { tellRoles } from '../people/roles-then.ts';
import { factsOfCorrection, wholeCorrection } from '../letter/view-correction.ts';

export interface HistoryEntry {
  readonly event: ProjectEvent;
  readonly note?: string;
  readonly corrected?: CorrectionView;
}

const noteOf = ({ body }: ProjectEvent): string | undefined => ('noteId' in body ? body.noteId : undefined);

/** The log of a project, oldest first, everybody as what they were then; the words beside its events only for those who work with the investor. */
export async function viewHistory(
  ports: Pick<Ports, 'projects' | 'reference'>,
  { projectId, actor, page }: { readonly projectId: string; readonly actor: Actor; readonly page: PageRequest },
): Promise<Result<Page<HistoryEntry>>> {
  const aggregate = await ports.projects.load(projectId);
  if (aggregate === undefined || !mayView(actor, aggregate.project)) return fail({ kind: 'not-found' });
  const works =
    actor.kind === 'staff' &&
    rolesAt(actor.memberships, aggregate.project).some((role) => role === 'officer' || role === 'head');
  const readsNotes = hasRole(actor, aggregate.project, 'read-notes');
  const found = await ports.projects.events(projectId, page);
  const roleIn = await tellRoles(
    ports,
    aggregate.project,
    found.entries.map(({ actor: by, at }) => ({ by, at })),
  );
  const entries = await Promise.all(
    found.entries.map(async (event): Promise<HistoryEntry> => {
      const noteId = noteOf(event);
      const mayRead = event.body.type === 'note-added' ? readsNotes : works;
      const note = mayRead && noteId !== undefined ? await ports.projects.note(projectId, noteId) : undefined;
      const changes = event.body.type === 'assignment-answered' ? event.body.corrected : undefined;
      const corrected =
        changes && (works ? await wholeCorrection(ports, projectId, changes) : factsOfCorrection(changes));
      return {
        event: { ...event, actor: roleIn({ by: event.actor, at: event.at }) },
        ...(note !== undefined && { note }),
        ...(corrected && { corrected }),
      };
    }),
  );
  return ok({ ...found, entries });
}
