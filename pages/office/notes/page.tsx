import type { JSX } from 'preact';
import type { OfficeNote } from '#core/work/office-note.ts';
import type { ProjectView } from '#core/api/views.ts';
import { momentText, textsOf } from '#core/texts/index.ts';
import { obstacleTexts } from '#core/texts/areas/obstacles.ts';
import { Notification, Pagination, Tag } from '../../components/facts.tsx';
import type { Field } from '../../components/fields.tsx';
import type { FormState } from '../../components/form-state.ts';
import { ErrorSummary } from '../../components/form.tsx';
import { SheetForm, type Sheet } from '../../components/sheet.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { notesAddress, projectAddress } from '../addresses.ts';
import { personName, workerName, type Office } from '../worker-name.ts';

interface Listed {
  readonly frame: Frame;
  readonly notes: readonly OfficeNote[];
  readonly offsetMinutes: number;
  readonly office: Office;
}

function authorText({ frame, office }: Listed, { by }: OfficeNote): string {
  if (by.kind !== 'staff') return textsOf(frame.language).holders.office;
  return by.personId === office.reader
    ? workerName(frame, office, by.personId)
    : personName(frame, office.colleagues, by);
}

export function NoteList(props: Listed): JSX.Element {
  const { frame, notes, offsetMinutes } = props;
  const { notes: words } = obstacleTexts(frame.language);
  if (notes.length === 0) return <p class="govuk-body">{words.none}</p>;
  return (
    <ol class="govuk-list">
      {notes.map((note) => (
        <li key={note.noteId}>
          <div class="govuk-hint">
            <Tag colour={note.shared ? 'blue' : 'grey'}>{note.shared ? words.sharedTag : words.internalTag}</Tag>{' '}
            {momentText(frame.language, note.at, offsetMinutes)} · {authorText(props, note)}
          </div>
          <div class="govuk-inset-text said">{note.text}</div>
        </li>
      ))}
    </ol>
  );
}

export function noteSheet({ frame, view }: Pick<NotesProps, 'frame' | 'view'>): Sheet {
  const { notes: words } = obstacleTexts(frame.language);
  const { number, company, contact, projectId } = view;
  const who: Field = {
    name: 'who',
    kind: 'radios',
    label: words.who,
    path: 'shared',
    value: (typed) => typed === 'shared',
    choices: [
      { value: 'internal', text: words.internal, hint: words.internalHint },
      { value: 'shared', text: words.shared, hint: words.sharedHint },
    ],
  };
  return {
    frame,
    title: words.heading,
    caption: `${number} · ${company}`,
    address: notesAddress(projectId),
    back: notesAddress(projectId),
    button: words.save,
    before: <h2 class="govuk-heading-m">{words.add}</h2>,
    fields: [{ name: 'text', kind: 'text', label: words.text }, who],
    review: { title: words.check, caption: `${number} · ${words.add}`, button: words.save, contact },
  };
}

export interface NotesProps extends Listed {
  readonly view: ProjectView;
  readonly next?: string | undefined;
  readonly isDone: boolean;
}

export function notesPage(props: NotesProps, form: FormState): JSX.Element {
  const { frame, view, next, isDone } = props;
  const { notes: words } = obstacleTexts(frame.language);
  return (
    <Layout
      frame={frame}
      title={`${words.heading} · ${view.number}`}
      back={projectAddress(view.projectId)}
      failed={form.errors.length > 0}
    >
      {isDone && <Notification frame={frame}>{words.saved}</Notification>}
      <ErrorSummary frame={frame} form={form} />
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">
          {view.number} · {view.company}
        </span>
        {words.heading}
      </h1>
      {view.allowedActions.includes('add-note') && <SheetForm sheet={noteSheet(props)} form={form} />}
      <h2 class="govuk-heading-m">{words.all}</h2>
      <NoteList {...props} />
      <Pagination
        frame={frame}
        next={next === undefined ? undefined : `${notesAddress(view.projectId)}?after=${encodeURIComponent(next)}`}
      />
    </Layout>
  );
}
