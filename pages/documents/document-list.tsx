import type { JSX } from 'preact';
import type { ReasonCode } from '#core/stages/decision.ts';
import type { DocumentView, VersionView } from '#core/documents/document-views.ts';
import { documentTexts } from '#core/texts/areas/documents.ts';
import { dateText, fill, numberText, textsOf } from '#core/texts/index.ts';
import { documentPageTexts } from '#core/texts/areas/document-pages.ts';
import { Tag, type TagColour } from '../components/facts.tsx';
import { Select } from '../components/choices.tsx';
import { formState, type FormState } from '../components/form-state.ts';
import { Button, Form } from '../components/form.tsx';
import { TextArea } from '../components/text-field.tsx';
import type { Frame } from '../frame.ts';
import { UploadForm } from './upload-form.tsx';

export interface DocumentListProps {
  readonly frame: Frame;
  readonly form: FormState;
  readonly documents: readonly DocumentView[];
  readonly action: string;
  /** Where a version is downloaded; nowhere while a letter is filled in. */
  readonly hrefOf?: ((documentId: string, version: number) => string) | undefined;
  readonly returnTo?: ((documentId: string, version: number) => string) | undefined;
  readonly assignmentName?: ((assignmentId: string) => string | undefined) | undefined;
}

const colours: Readonly<Record<DocumentView['state'], TagColour>> = {
  missing: 'grey',
  waiting: 'blue',
  clean: 'green',
  'not-scanned': 'yellow',
  refused: 'red',
  returned: 'red',
  held: 'green',
};

const wrongReasons: readonly ReasonCode[] = ['incomplete', 'inaccurate', 'remarks', 'other'];

const megabyte = 1_000_000;

export function sizeText({ language }: Frame, bytes: number): string {
  const { sizes } = documentPageTexts(language);
  return bytes < megabyte / 10
    ? fill(sizes.kilobytes, { size: numberText(language, Math.max(1, Math.round(bytes / 1000))) })
    : fill(sizes.megabytes, { size: numberText(language, Math.round(bytes / (megabyte / 10)) / 10) });
}

const anchorOf = ({
  kind,
  documentId,
  assignmentId,
}: Pick<DocumentView, 'kind' | 'documentId' | 'assignmentId'>): string =>
  documentId ?? (assignmentId === undefined ? kind : `${kind}-${assignmentId}`);

function Version({
  frame,
  version,
  document,
  hrefOf,
}: Pick<DocumentListProps, 'frame' | 'hrefOf'> & {
  readonly version: VersionView;
  readonly document: DocumentView;
}): JSX.Element {
  // How the latest stands is said beside the document's name.
  const isLatest = document.versions.at(-1) === version;
  const words = documentPageTexts(frame.language);
  const { bytes, on, by, state, fileName } = version;
  const name = documentTexts(frame.language).names[document.kind];
  const line = fill(words.version.line, {
    version: version.version,
    date: dateText(frame.language, on),
    size: sizeText(frame, bytes),
    by: words.by[by],
  });
  const href =
    version.mayDownload && document.documentId !== undefined
      ? hrefOf?.(document.documentId, version.version)
      : undefined;
  return (
    <>
      {fileName !== undefined && <span class="document__file">{fileName}</span>}
      <span class="document__line">
        {line}
        {!isLatest && state !== 'clean' && (
          <>
            ,{' '}
            <strong>{documentTexts(frame.language).states[state].toLocaleLowerCase(frame.language.slice(0, 2))}</strong>
          </>
        )}
      </span>
      {href !== undefined && (
        <a class="govuk-link document__download" href={href}>
          {words.version.download}
          <span class="govuk-visually-hidden">
            {' '}
            ({name}, {version.version})
          </span>
        </a>
      )}
    </>
  );
}

function ReturnForm({
  frame,
  form,
  action,
  name,
}: {
  readonly frame: Frame;
  readonly form: FormState;
  readonly action: string;
  readonly name: string;
}): JSX.Element {
  const { wrong } = documentPageTexts(frame.language);
  const { reasons } = textsOf(frame.language);
  const isThis = form.text('wrong') === action;
  const own = isThis ? form : formState();
  return (
    <details class="govuk-details" open={isThis}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">
          {wrong.title}
          <span class="govuk-visually-hidden"> ({name})</span>
        </span>
      </summary>
      <div class="govuk-details__text">
        <p class="govuk-body">{wrong.text}</p>
        <Form frame={frame} action={action}>
          <input type="hidden" name="wrong" value={action} />
          <Select
            frame={frame}
            form={own}
            name="reasonCode"
            label={wrong.reasonCode}
            choices={wrongReasons.map((code) => ({ value: code, text: reasons[code] }))}
          />
          <TextArea frame={frame} form={own} name="reason" label={wrong.reason} rows={3} />
          <Button kind="secondary">{wrong.button}</Button>
        </Form>
      </div>
    </details>
  );
}

function Document({ document, ...props }: DocumentListProps & { readonly document: DocumentView }): JSX.Element {
  const { frame, form, action, assignmentName, hrefOf, returnTo } = props;
  const words = documentPageTexts(frame.language);
  const { names, states } = documentTexts(frame.language);
  const { kind, documentId, assignmentId, state, versions, mayBring: mayUpload } = document;
  const [latest, ...earlier] = versions.toReversed();
  const belongs = assignmentId === undefined ? undefined : assignmentName?.(assignmentId);
  const upload = (
    <UploadForm
      frame={frame}
      form={form}
      action={action}
      kind={kind}
      documentId={documentId}
      assignmentId={assignmentId}
      about={names[kind]}
    />
  );
  return (
    <li class="document" id={anchorOf(document)}>
      <h3 class="govuk-heading-s">
        {names[kind]} <Tag colour={colours[state]}>{states[state]}</Tag>
      </h3>
      {belongs && <p class="govuk-hint">{fill(words.belongsTo, { assignment: belongs })}</p>}
      {kind === 'electronic-signature' && <p class="govuk-hint">{words.signature.unchecked}</p>}
      {latest && (
        <p class="govuk-body">
          <Version frame={frame} version={latest} document={document} hrefOf={hrefOf} />
        </p>
      )}
      {latest?.returned && (
        <p class="govuk-body">
          <strong class="late">
            {fill(words.wrong.said, {
              date: dateText(frame.language, latest.returned.on),
              reason: textsOf(frame.language).reasons[latest.returned.reasonCode],
            })}
          </strong>
        </p>
      )}
      {earlier.length > 0 && (
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">
              {words.version.earlier} ({earlier.length})
            </span>
          </summary>
          <div class="govuk-details__text">
            <ul class="govuk-list">
              {earlier.map((one) => (
                <li key={one.version}>
                  <Version frame={frame} version={one} document={document} hrefOf={hrefOf} />
                </li>
              ))}
            </ul>
          </div>
        </details>
      )}
      {mayUpload && versions.length === 0 && upload}
      {latest?.mayReturn && documentId !== undefined && returnTo && (
        <ReturnForm frame={frame} form={form} action={returnTo(documentId, latest.version)} name={names[kind]} />
      )}
      {mayUpload && versions.length > 0 && (
        <details class="govuk-details" open={form.errors.length > 0 && form.text('documentId') === documentId}>
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">
              {words.form.replace}
              <span class="govuk-visually-hidden"> ({names[kind]})</span>
            </span>
          </summary>
          <div class="govuk-details__text">
            <p class="govuk-body">{words.form.replaceText}</p>
            {upload}
          </div>
        </details>
      )}
    </li>
  );
}

export const DocumentList = (props: DocumentListProps): JSX.Element => (
  <ul class="documents">
    {props.documents.map((document) => (
      <Document key={anchorOf(document)} {...props} document={document} />
    ))}
  </ul>
);
