import { AddNoteRequest } from '#core/work/office-note.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import type { Ports } from '#core/kernel/ports.ts';
import { addNote, listNotes } from '#core/work/office-notes.ts';
import { notesAddress } from '#pages/office/addresses.ts';
import { noteSheet, notesPage, type NotesProps } from '#pages/office/notes/page.tsx';
import { readForm } from '../../kit/form.ts';
import type { FormPorts } from '../../kit/kept-form.ts';
import { stateWords } from '../../kit/refused-form.ts';
import type { FormHandlers } from '../../kit/review-flow.ts';
import type { StaffVisit } from '../../kit/staff-page.ts';
import { present } from '../../kit/values.ts';
import { projectForm } from '../office-form.ts';
import { authorsOf, viewWithZone } from '../view-with-zone.ts';

type NotePorts = Pick<Ports, 'projects' | 'reference'> & FormPorts;

const limit = 25;

async function opened(ports: NotePorts, visit: StaffVisit): Promise<Result<NotesProps>> {
  const {
    params: { projectId = '' },
    actor,
    query,
    frame,
  } = visit;
  const page = present({ limit, after: query.get('after') ?? undefined });
  const [viewed, notes] = await Promise.all([
    viewWithZone(ports, visit, projectId),
    listNotes(ports, { projectId, actor, page }),
  ]);
  if (!viewed.ok) return viewed;
  if (!notes.ok) return notes;
  const {
    view,
    zone: { offsetMinutes },
  } = viewed.value;
  const { entries, next } = notes.value;
  const office = await authorsOf(ports, view.zoneId, actor.personId, entries);
  return ok({ frame: frame(), view, offsetMinutes, office, notes: entries, next, isDone: query.has('done') });
}

export const notes = (ports: NotePorts): FormHandlers =>
  projectForm<NotesProps, AddNoteRequest>(ports, {
    open: (visit) => opened(ports, visit),
    sheet: noteSheet,
    begin: () => [['who', 'internal']],
    page: notesPage,
    read: (typed, about) => readForm(AddNoteRequest, typed, noteSheet(about).fields),
    atOnce: ({ request: { shared } }) => !shared,
    act: (
      on,
      {
        about: {
          view: { projectId },
        },
        request,
        visit: { actor, now },
      },
    ) => addNote(on, { projectId, actor, now, request }),
    done: ({ view: { projectId } }) => `${notesAddress(projectId)}?done`,
    words: stateWords,
  });
