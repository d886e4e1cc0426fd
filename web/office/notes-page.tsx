import type { JSX } from 'preact';
import type { AddNoteRequest, OfficeNote } from '#core/work/office-note.ts';
import type { ProjectView } from '#core/api/views.ts';
import { momentText, textsOf } from '#core/texts/index.ts';
import { obstacleTexts } from '#core/texts/areas/obstacles.ts';
import { Radios } from '../components/choices.tsx';
import { Notification, Pagination, SummaryList, Tag } from '../components/facts.tsx';
import { filled, type Filled } from '../components/filled.ts';
import { Button, ErrorSummary, Form } from '../components/form.tsx';
import { TextArea } from '../components/text-field.tsx';
import type { Frame } from '../frame.ts';
import { Layout } from '../layout.tsx';
import { notesAddress, projectAddress } from './addresses.ts';
import { EmailPreviews, type EmailPreview } from './email-previews.tsx';
import { KeptFields } from '../components/kept-fields.tsx';
import { personName, workerName, type Office } from './worker-name.ts';

interface Listed {
  readonly frame: Frame;
  readonly notes: readonly OfficeNote[];
  readonly offsetMinutes: number;
  /** The reader, whose own notes say so, and who wrote the others. */
  readonly office: Office;
}

/** Who wrote it: the reader, or a member of the office, as what they were then. */
function authorText({ frame, office }: Listed, { by }: OfficeNote): string {
  if (by.kind !== 'staff') return textsOf(frame.language).holders.office;
  return by.personId === office.reader ? workerName(frame, office, by.personId) : personName(frame, office.colleagues, by);
}

/** Notes of the office, the latest first, each with its author and day and who reads it. */
export function NoteList(props: Listed): JSX.Element {
  const { frame, notes, offsetMinutes } = props;
  const { notes: words } = obstacleTexts(frame.language);
  if (notes.length === 0) return <p class="govuk-body">{words.none}</p>;
  return (
    <ol class="govuk-list">
      {notes.map((note) => (
        <li key={note.noteId}>
          <div class="govuk-hint"><Tag colour={note.shared ? 'blue' : 'grey'}>{note.shared ? words.sharedTag : words.internalTag}</Tag> {momentText(frame.language, note.at, offsetMinutes)} · {authorText(props, note)}</div>
          <div class="govuk-inset-text said">{note.text}</div>
        </li>
      ))}
    </ol>
  );
}

function NoteForm({ frame, view, form }: { readonly frame: Frame; readonly view: ProjectView; readonly form: Filled }): JSX.Element {
  const { notes: words } = obstacleTexts(frame.language);
  const chosen = form.text('who') === '' ? filled([['who', 'internal']]) : form;
  return (
    <Form frame={frame} action={notesAddress(view.projectId)}>
      <h2 class="govuk-heading-m">{words.add}</h2>
      <TextArea frame={frame} form={form} name="text" label={words.text} />
      <Radios frame={frame} form={chosen} name="who" label={words.who} choices={[
        { value: 'internal', text: words.internal, hint: words.internalHint }, { value: 'shared', text: words.shared, hint: words.sharedHint },
      ]} />
      <Button name="step" value="save">{words.save}</Button>
    </Form>
  );
}

interface Props extends Listed {
  readonly view: ProjectView;
  readonly form: Filled;
  readonly next?: string | undefined;
  readonly isDone: boolean;
}

/** All notes on a project, and the form that adds one for those who may. */
export function notesPage(props: Props): JSX.Element {
  const { frame, view, form, next, isDone } = props;
  const { notes: words } = obstacleTexts(frame.language);
  return (
    <Layout frame={frame} title={`${words.heading} · ${view.number}`} back={projectAddress(view.projectId)} failed={form.errors.length > 0}>
      {isDone && <Notification frame={frame}>{words.saved}</Notification>}
      <ErrorSummary frame={frame} form={form} />
      <h1 class="govuk-heading-l"><span class="govuk-caption-l">{view.number} · {view.company}</span>{words.heading}</h1>
      {view.allowedActions.includes('add-note') && <NoteForm frame={frame} view={view} form={form} />}
      <h2 class="govuk-heading-m">{words.all}</h2>
      <NoteList {...props} />
      <Pagination frame={frame} next={next === undefined ? undefined : `${notesAddress(view.projectId)}?after=${encodeURIComponent(next)}`} />
    </Layout>
  );
}

/** A note that the investor is to read, with the email it will send. */
export function confirmNotePage({ frame, view, request, emails, fields }: Pick<Props, 'frame' | 'view'> & { readonly request: AddNoteRequest; readonly emails: readonly EmailPreview[]; readonly fields: URLSearchParams }): JSX.Element {
  const { notes: words } = obstacleTexts(frame.language);
  return (
    <Layout frame={frame} title={`${words.check} · ${view.number}`} back={notesAddress(view.projectId)}>
      <h1 class="govuk-heading-l"><span class="govuk-caption-l">{view.number} · {words.add}</span>{words.check}</h1>
      <SummaryList frame={frame} facts={[{ term: words.text, value: <span class="said">{request.text}</span> }, { term: words.who, value: words.shared }]} />
      <EmailPreviews frame={frame} emails={emails} contact={view.contact} />
      <Form frame={frame} action={notesAddress(view.projectId)}>
        <KeptFields fields={fields} />
        <div class="govuk-button-group">
          <Button name="step" value="send">{words.save}</Button>
          <Button kind="secondary" name="step" value="mend">{frame.words.change}</Button>
        </div>
      </Form>
    </Layout>
  );
}
