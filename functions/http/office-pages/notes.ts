import { AddNoteRequest } from '#core/work/office-note.ts';
import type { Failure } from '#core/kernel/result.ts';
import type { Ports } from '#core/kernel/ports.ts';
import { obstacleTexts } from '#core/texts/areas/obstacles.ts';
import { addNote, listNotes } from '#core/work/office-notes.ts';
import { rehearse } from '#core/project/rehearse.ts';
import { filled, type Filled } from '#web/components/filled.ts';
import { notesAddress } from '#web/office/addresses.ts';
import { confirmNotePage, notesPage } from '#web/office/notes-page.tsx';
import { statusOf } from '../problems.ts';
import { check } from '../pages/check.ts';
import { isMendable, refusedForm } from '../pages/refused-form.ts';
import type { StaffVisit } from '../pages/staff-page.ts';
import { present, textIn } from '../pages/values.ts';
import { goTo, problem, show, type Reply } from '../pages/visit.ts';
import { previewsOf } from './previews.ts';
import { authorsOf, viewWithZone } from './project.ts';

type NotePorts = Pick<Ports, 'projects' | 'reference'>;

/** Notes a page: a phone's few screens. */
const limit = 25;

async function drawn(ports: NotePorts, visit: StaffVisit, form: Filled, status = 200): Promise<Reply> {
  const { params: { projectId = '' }, actor, query } = visit;
  const page = present({ limit, after: query.get('after') ?? undefined });
  const [viewed, notes] = await Promise.all([viewWithZone(ports, visit, projectId), listNotes(ports, { projectId, actor, page })]);
  if (!viewed.ok) return problem(viewed.failure);
  if (!notes.ok) return problem(notes.failure);
  const { view, zone: { offsetMinutes } } = viewed.value;
  const { entries, next } = notes.value;
  const office = await authorsOf(ports, view.zoneId, actor.personId, entries);
  return show(notesPage({ frame: visit.frame(), view, offsetMinutes, office, notes: entries, next, form, isDone: query.has('done') }), status);
}

/** Notes of the office on a project, the latest first. */
export const notes = (ports: NotePorts) => (visit: StaffVisit): Promise<Reply> => drawn(ports, visit, filled());

/** Saves a note; one that the investor is to read is shown with its email first. */
export const addNoteByForm = (ports: NotePorts) => async (visit: StaffVisit): Promise<Reply> => {
  const { params: { projectId = '' }, fields, actor, now } = visit;
  const frame = visit.frame();
  const again = (failure: Failure): Promise<Reply> => drawn(ports, visit, refusedForm(frame, fields, failure, { text: obstacleTexts(frame.language).notes.text }), statusOf(failure));
  if (fields.get('step') === 'mend') return drawn(ports, visit, filled(fields));
  const request = check(AddNoteRequest, present({ text: textIn(fields, 'text'), shared: fields.get('who') === 'shared' }));
  if (!request.ok) return again({ kind: 'invalid', issues: request.issues });
  const command = { projectId, actor, now, request: request.value };
  if (!request.value.shared || fields.get('step') === 'send') {
    const done = await addNote(ports, command);
    if (done.ok) return goTo(`${notesAddress(projectId)}?done`);
    return isMendable(done.failure) ? again(done.failure) : problem(done.failure);
  }
  const [viewed, emails] = await Promise.all([viewWithZone(ports, visit, projectId), rehearse(ports, now, (rehearsed) => addNote(rehearsed, command))]);
  if (!viewed.ok) return problem(viewed.failure);
  if (!emails.ok) return problem(emails.failure);
  return show(confirmNotePage({ frame, view: viewed.value.view, request: request.value, emails: previewsOf(emails.value), fields }));
};
