import type { JSX } from 'preact';
import { columnName, columnsOf, importColumns } from '#core/imports/columns.ts';
import { importKinds, type ImportView } from '#core/imports/import.ts';
import type { Names } from '#core/reference/reference.ts';
import { importTexts } from '#core/texts/areas/imports.ts';
import { issueText } from '#core/texts/areas/problems.ts';
import { fill, numberText } from '#core/texts/index.ts';
import { Notification, Table } from '../../components/facts.tsx';
import { FieldInput, type Field } from '../../components/fields.tsx';
import { describedBy, FormGroup } from '../../components/form-group.tsx';
import type { FormState } from '../../components/form-state.ts';
import { Button, ErrorSummary, Form } from '../../components/form.tsx';
import { Tiles } from '../../components/tiles.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { importAddress } from '../addresses.ts';

export interface ImportProps {
  readonly frame: Frame;
  readonly zones: readonly { readonly zoneId: string; readonly names: Names }[];
}

export function importFields({ frame: { language }, zones }: ImportProps): readonly Field[] {
  const words = importTexts(language);
  return [
    {
      name: 'kind',
      kind: 'radios',
      label: words.kind,
      choices: importKinds.map((value) => ({ value, text: words.kinds[value], hint: words.kindHints[value] })),
    },
    {
      name: 'zoneId',
      kind: 'select',
      label: words.zone,
      choices: zones.map(({ zoneId, names }) => ({ value: zoneId, text: names[language] })),
    },
  ];
}

function FileInput({ frame, form }: { readonly frame: Frame; readonly form: FormState }): JSX.Element {
  const words = importTexts(frame.language);
  const field = { frame, form, name: 'file', label: words.file, hint: words.fileHint };
  return (
    <FormGroup {...field}>
      <input
        class={`govuk-file-upload${form.error('file') === undefined ? '' : ' govuk-file-upload--error'}`}
        id="file"
        name="file"
        type="file"
        accept=".csv,.txt,.tsv,.xlsx"
        {...describedBy(field)}
      />
    </FormGroup>
  );
}

function Columns({ frame }: { readonly frame: Frame }): JSX.Element {
  const { language } = frame;
  const words = importTexts(language);
  return (
    <>
      <h2 class="govuk-heading-m">{words.columnsTitle}</h2>
      {importKinds.map((kind) => (
        <details key={kind} class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{words.kinds[kind]}</span>
          </summary>
          <div class="govuk-details__text">
            <Table
              frame={frame}
              caption={words.kinds[kind]}
              captionHidden
              columns={[{ text: words.column }, { text: words.field }, { text: words.isNeeded }]}
              rows={columnsOf(kind).map((column) => [
                columnName(language, column),
                <span key="field" class="number">
                  {column}
                </span>,
                (importColumns[kind].needed as readonly string[]).includes(column) ? frame.words.yes : '–',
              ])}
            />
          </div>
        </details>
      ))}
    </>
  );
}

export function importPage(props: ImportProps, form: FormState): JSX.Element {
  const { frame } = props;
  const words = importTexts(frame.language);
  return (
    <Layout frame={frame} title={words.title} failed={form.errors.length > 0}>
      <ErrorSummary frame={frame} form={form} />
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{words.lead}</p>
      <Form frame={frame} action={importAddress()} multipart>
        {importFields(props).map((field) => (
          <FieldInput key={field.name} frame={frame} form={form} field={field} />
        ))}
        <FileInput frame={frame} form={form} />
        <FieldInput
          frame={frame}
          form={form}
          field={{
            name: 'isPublic',
            kind: 'tick',
            label: words.openly,
            optional: true,
            choices: [{ value: 'true', text: words.onPublicPage, hint: words.openlyHint }],
          }}
        />
        <Button>{words.look}</Button>
      </Form>
      <Columns frame={frame} />
    </Layout>
  );
}

/** Rows of a page; the file has them all. */
const mostShown = 100;

export const issueRows = (
  language: Frame['language'],
  issues: ImportView['issues'],
): readonly (readonly [string, string, string])[] =>
  issues.map(({ row, column, code }) => [String(row), columnName(language, column), issueText(language, code)]);

function Refused({ frame, view }: { readonly frame: Frame; readonly view: ImportView }): JSX.Element | null {
  const words = importTexts(frame.language);
  if (view.issues.length === 0) return null;
  return (
    <>
      <Table
        frame={frame}
        caption={words.refusedTitle}
        columns={[{ text: words.row }, { text: words.column }, { text: words.wrong }]}
        rows={issueRows(frame.language, view.issues.slice(0, mostShown))}
      />
      <p class="govuk-body">
        {words.refusedNote}{' '}
        <a class="govuk-link" href={importAddress({ id: view.importId, as: 'csv' })}>
          {words.refusedFile}
        </a>
      </p>
    </>
  );
}

function Changes({ frame, view }: { readonly frame: Frame; readonly view: ImportView }): JSX.Element | null {
  const words = importTexts(frame.language);
  if (view.changes === undefined) return null;
  return (
    <Table
      frame={frame}
      caption={words.changesTitle}
      columns={[{ text: words.row }, { text: words.column }, { text: words.was }, { text: words.willBe }]}
      rows={view.changes
        .slice(0, mostShown)
        .map(({ row, column, was, now }) => [String(row), columnName(frame.language, column), was || '–', now || '–'])}
    />
  );
}

function Timetable({
  frame,
  view: { timetable },
}: {
  readonly frame: Frame;
  readonly view: ImportView;
}): JSX.Element | null {
  const { language } = frame;
  const words = importTexts(language);
  if (timetable === undefined) return null;
  return (
    <>
      <h2 class="govuk-heading-m">
        {words.timetable}: {numberText(language, timetable.milestones)}
      </h2>
      <Tiles
        tiles={(['late', 'onTime', 'ahead', 'unexplained'] as const).map((name) => ({
          term: words[name],
          value: numberText(language, timetable[name]),
        }))}
      />
    </>
  );
}

/** What a file would bring in, how far it is, what was written: by the state in which its import is. */
export function lookedAtPage({ frame, view }: { readonly frame: Frame; readonly view: ImportView }): JSX.Element {
  const { language } = frame;
  const words = importTexts(language);
  const { importId, state, counts, written, unknown, failed, kind } = view;
  const fresh = counts.new + counts.changed;
  const count = numberText(language, fresh - failed.length);
  const title = state === 'looked-at' ? words.check : words.title;
  return (
    <Layout frame={frame} title={title} back={importAddress()}>
      {state === 'done' && <Notification frame={frame}>{fill(words.done, { count })}</Notification>}
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{words.kinds[kind]}</span>
        {title}
      </h1>
      <Tiles
        tiles={(['new', 'changed', 'same', 'refused'] as const).map((name) => ({
          term: words.counts[name],
          value: numberText(language, counts[name]),
          alarming: name === 'refused' && counts.refused > 0,
        }))}
      />
      {state === 'running' && (
        <p class="govuk-inset-text">
          {fill(words.running, { share: numberText(language, written) })}{' '}
          <a class="govuk-link" href={importAddress({ id: importId })}>
            {words.reload}
          </a>
        </p>
      )}
      {state === 'looked-at' && (
        <>
          <Changes frame={frame} view={view} />
          <p class="govuk-body">{fresh === 0 ? words.nothingNew : words.nothingYet}</p>
          {fresh > 0 && (
            <Form frame={frame} action={importAddress()}>
              <Button name="confirm" value={importId}>
                {fill(words.write, { count })}
              </Button>
            </Form>
          )}
        </>
      )}
      <Timetable frame={frame} view={view} />
      {failed.length > 0 && (
        <Table
          frame={frame}
          caption={words.failedTitle}
          columns={[{ text: words.row }, { text: words.column }, { text: words.wrong }]}
          rows={issueRows(language, failed)}
        />
      )}
      <Refused frame={frame} view={view} />
      {unknown.length > 0 && <p class="govuk-body">{fill(words.unknown, { names: unknown.join(', ') })}</p>}
      <p class="govuk-body">
        <a class="govuk-link" href={importAddress()}>
          {words.another}
        </a>
      </p>
    </Layout>
  );
}
