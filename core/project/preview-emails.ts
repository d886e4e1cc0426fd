import type { Aggregate } from './project.ts';
import { openCorrection, openStage } from '../stages/open-stage.ts';
import { complete, type CompleteChange } from './complete-change.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { Email, Ports } from '../kernel/ports.ts';
import type { ChangePorts } from './change-project.ts';
import { composeNotice } from '../notices/compose-notice.ts';
import { hiddenLinks } from '../links/hidden-links.ts';
import { zoneContextOf } from './zone-context-of.ts';

/** What the workflow opens as soon as it has arrived where a change leads. */
async function andNext(ports: ChangePorts, change: CompleteChange, now: number): Promise<readonly CompleteChange[]> {
  const { after } = change;
  const context = await zoneContextOf(ports, after.project.zoneId, now);
  const next = context && (openStage(after, context) ?? openCorrection(after, context));
  return next ? [change, complete(next)] : [change];
}

/** The emails of one change. @param notes of all changes: a later notice may carry the words of an earlier one */
async function emailsOf(
  ports: ChangePorts,
  change: CompleteChange,
  notes: CompleteChange['notes'],
): Promise<readonly Email[]> {
  const projects: Ports['projects'] = {
    ...ports.projects,
    load: async () => Promise.resolve(change.after),
    letter: async (id) => change.letter ?? ports.projects.letter(id),
    contact: async (id) => change.contact ?? ports.projects.contact(id),
    formerContact: async (id, version) => change.former?.contact ?? ports.projects.formerContact(id, version),
    note: async (id, noteId) => notes.find((one) => one.noteId === noteId)?.text ?? ports.projects.note(id, noteId),
  };
  const composed = await Promise.all(
    change.messages.map(async (row) =>
      row.errand.kind === 'email'
        ? composeNotice({ ...ports, projects, links: hiddenLinks }, row, row.errand.notice)
        : undefined,
    ),
  );
  return composed.filter((email) => email !== undefined);
}

/** Nothing is written: the use case runs on ports that keep what it would commit. Fails as the use case would. */
export async function previewEmails(
  ports: ChangePorts,
  now: number,
  act: (ports: ChangePorts) => Promise<Result<Aggregate>>,
): Promise<Result<readonly Email[]>> {
  const made: CompleteChange[] = [];
  const projects: Ports['projects'] = {
    ...ports.projects,
    commit: async (change) => {
      made.push(change);
      return Promise.resolve('committed');
    },
  };
  const acted = await act({ ...ports, projects });
  if (!acted.ok) return acted;
  const changes = (await Promise.all(made.map(async (change) => andNext(ports, change, now)))).flat();
  const notes = changes.flatMap((change) => change.notes);
  const emails = await Promise.all(changes.map(async (change) => emailsOf(ports, change, notes)));
  return ok(emails.flat());
}
