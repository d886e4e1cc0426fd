import type { ComponentChildren, JSX } from 'preact';
import type { ProjectView } from '#core/api/views.ts';
import type { Frame } from '../frame.ts';
import { Layout } from '../layout.tsx';
import { EmailPreviews, type EmailPreview } from './email-previews.tsx';
import { SummaryList, type Fact } from './facts.tsx';
import { FieldInput, summaryOf, type Field } from './fields.tsx';
import type { FormState } from './form-state.ts';
import { Button, ErrorSummary, Form } from './form.tsx';
import { ConfirmForm } from './confirm-form.tsx';

/** Fields that stand in a row beside each other where there is room; on a phone each below the other with its label. */
export interface FieldTable {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly fields: readonly Field[] }[];
}

export interface Sheet {
  readonly frame: Frame;
  readonly title: string;
  /** Whom or what it is about: above the heading, and in the name of the page. */
  readonly caption: string;
  readonly text?: string | undefined;
  readonly fields: readonly Field[];
  /** Those of the fields that are drawn in rows. */
  readonly tables?: readonly FieldTable[];
  /** Where it stands and is sent to, and where the way back leads. */
  readonly address: string;
  readonly back: string;
  readonly button: string;
  /** A second button: the same with something more, as its own field says. */
  readonly also?: { readonly name: string; readonly value: string; readonly text: string };
  readonly warning?: boolean;
  readonly cancel?: string;
  readonly before?: ComponentChildren;
  readonly below?: ComponentChildren;
  /** Nothing to be filled in or sent: why. */
  readonly nothing?: string | undefined;
  /** How it is looked at once more before it is done; absent where it is done at once. */
  readonly review?: Review;
}

export interface Review {
  readonly title: string;
  readonly caption: string;
  readonly text?: string | undefined;
  readonly button: string;
  readonly warning?: boolean;
  /** What can be changed on a form before it; else there is only a way back. */
  readonly mendable?: boolean;
  readonly change?: string;
  readonly contact?: ProjectView['contact'];
}

/** What is read aloud are the labels, which say the row too; heads and names of rows are for the eye. */
const FieldRows = ({
  frame,
  form,
  table: { columns, rows },
}: {
  readonly frame: Frame;
  readonly form: FormState;
  readonly table: FieldTable;
}): JSX.Element => (
  <div class="field-table">
    <div class="field-table__row field-table__heads" aria-hidden="true">
      {columns.map((column) => (
        <span key={column}>{column}</span>
      ))}
    </div>
    {rows.map(({ name, fields }) => (
      <div key={fields[0]?.name} class="field-table__row">
        <span class="field-table__name" aria-hidden="true">
          {name}
        </span>
        {fields.map((field) => (
          <FieldInput key={field.name} frame={frame} form={form} field={field} />
        ))}
      </div>
    ))}
  </div>
);

export const SheetForm = ({
  sheet: { frame, fields, tables = [], address, back, button, also, warning = false, cancel, before, review },
  form,
  children,
}: {
  readonly sheet: Sheet;
  readonly form: FormState;
  readonly children?: ComponentChildren;
}): JSX.Element => {
  const send = (
    <Button {...(warning && { kind: 'warning' as const })} {...(review && { name: 'step', value: 'check' })}>
      {button}
    </Button>
  );
  const isAlone = also === undefined && cancel === undefined;
  const inRows = new Set(tables.flatMap(({ rows }) => rows.flatMap((row) => row.fields.map(({ name }) => name))));
  return (
    <Form frame={frame} action={address}>
      {before}
      {fields
        .filter(({ name }) => !inRows.has(name))
        .map((field) => (
          <FieldInput key={field.name} frame={frame} form={form} field={field} />
        ))}
      {tables.map((table) => (
        <FieldRows key={table.columns[0]} frame={frame} form={form} table={table} />
      ))}
      {children}
      {isAlone ? (
        send
      ) : (
        <div class="govuk-button-group">
          {send}
          {also && (
            <Button kind="secondary" name={also.name} value={also.value}>
              {also.text}
            </Button>
          )}
          {cancel !== undefined && (
            <a class="govuk-link" href={back}>
              {cancel}
            </a>
          )}
        </div>
      )}
    </Form>
  );
};

export function formPage(sheet: Sheet, form: FormState): JSX.Element {
  const { frame, title, caption, text, back, below, nothing, tables } = sheet;
  return (
    <Layout
      frame={frame}
      title={`${title} · ${caption}`}
      failed={form.errors.length > 0}
      back={back}
      wide={tables !== undefined}
    >
      <ErrorSummary frame={frame} form={form} />
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{caption}</span>
        {title}
      </h1>
      {text !== undefined && <p class="govuk-body">{text}</p>}
      {nothing === undefined ? <SheetForm sheet={sheet} form={form} /> : <p class="govuk-inset-text">{nothing}</p>}
      {below}
    </Layout>
  );
}

export interface Seen {
  readonly typed: URLSearchParams;
  /** The emails it will send; undefined: it sends none by its nature. */
  readonly emails?: readonly EmailPreview[] | undefined;
  readonly facts?: readonly Fact[];
  readonly wide?: boolean;
  readonly children?: ComponentChildren;
  readonly more?: JSX.Element | undefined;
}

/** What was filled in, what it will do, the emails it will send, and the button that does it: a page, or the part of one. */
export function ReviewBody({
  sheet: { frame, address, back, fields, review, ...sheet },
  seen: { typed, emails, facts = summaryOf(frame, fields, typed), children, more },
}: {
  readonly sheet: Sheet;
  readonly seen: Seen;
}): JSX.Element {
  const {
    title,
    caption,
    text,
    button,
    warning = false,
    mendable = true,
    change = frame.words.change,
    contact,
  }: Review = review ?? sheet;
  return (
    <>
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{caption}</span>
        {title}
      </h1>
      {text !== undefined && <p class="govuk-body">{text}</p>}
      {facts.length > 0 && <SummaryList frame={frame} facts={facts} />}
      {children}
      {emails && <EmailPreviews frame={frame} emails={emails} contact={contact} />}
      <ConfirmForm
        frame={frame}
        action={address}
        fields={typed}
        send={button}
        warning={warning}
        {...(mendable && { change })}
      >
        {!mendable && (
          <a class="govuk-link" href={back}>
            {frame.words.cancel}
          </a>
        )}
        {more}
      </ConfirmForm>
    </>
  );
}

export function reviewPage(sheet: Sheet, seen: Seen): JSX.Element {
  const { title, caption }: Review = sheet.review ?? sheet;
  return (
    <Layout frame={sheet.frame} title={`${title} · ${caption}`} back={sheet.back} wide={seen.wide ?? false}>
      <ReviewBody sheet={sheet} seen={seen} />
    </Layout>
  );
}
