import type { JSX } from 'preact';
import type { DocumentView } from '#core/documents/document-views.ts';
import { draftFileDays } from '#core/documents/upload-budgets.ts';
import type { DraftSlot } from '#core/documents/draft-documents.ts';
import { documentTexts } from '#core/texts/areas/documents.ts';
import { fill } from '#core/texts/index.ts';
import { documentPageTexts } from '#core/texts/areas/document-pages.ts';
import { letterTexts } from '#core/texts/areas/letter.ts';
import { problemTextsOf } from '#core/texts/areas/problems.ts';
import { Notification, Tag } from '../../components/facts.tsx';
import type { FormState } from '../../components/form-state.ts';
import { Button, ErrorSummary } from '../../components/form.tsx';
import { addedField } from '../../documents/page.tsx';
import { CountOf, SeveralForm } from '../../documents/several-form.tsx';
import { Limits, UploadForm } from '../../documents/upload-form.tsx';
import { isThere, placeChoices } from '../../documents/upload-places.ts';
import { UploadScript } from '../../documents/upload-script.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { letterSteps } from '../steps/steps.ts';

export interface LetterDocumentsProps {
  readonly frame: Frame;
  readonly form: FormState;
  readonly slots: readonly DraftSlot[];
  readonly scanning: boolean;
  /** Whether there is room for files: without, the letter goes on without them. */
  readonly takesFiles: boolean;
  /** `/letter/{draft}` */
  readonly path: string;
}

const colours: Readonly<Record<DocumentView['state'], 'grey' | 'blue' | 'green' | 'yellow' | 'red'>> = {
  missing: 'grey',
  waiting: 'blue',
  clean: 'green',
  'not-scanned': 'yellow',
  refused: 'red',
  returned: 'red',
  held: 'green',
};

function Slot({
  frame,
  form,
  path,
  slot: { kind, state, document, forgotten },
}: LetterDocumentsProps & { readonly slot: DraftSlot }): JSX.Element {
  const { names, states } = documentTexts(frame.language);
  const { file } = letterTexts(frame.language);
  const upload = (
    <UploadForm
      frame={frame}
      form={form}
      action={`${path}/documents`}
      kind={kind}
      about={names[kind]}
      primary={kind === 'signed-letter' && document === undefined}
    />
  );
  return (
    <li class="document" id={kind}>
      <h2 class="govuk-heading-s">
        {names[kind]} <Tag colour={colours[state]}>{states[state]}</Tag>
      </h2>
      {forgotten !== undefined && (
        <p class="govuk-body">{fill(file.forgotten, { days: draftFileDays, name: forgotten })}</p>
      )}
      {document && (
        <p class="govuk-body">
          {file.kept} <strong>{document.fileName}</strong>. {file.replace}
        </p>
      )}
      {upload}
    </li>
  );
}

export function letterDocumentsPage(props: LetterDocumentsProps): JSX.Element {
  const { frame, form, slots, scanning, takesFiles, path } = props;
  const words = letterTexts(frame.language);
  const { lead, scanning: scans, goOn, headings } = documentPageTexts(frame.language);
  const { 'no-room': full } = problemTextsOf(frame.language).problems;
  const isSigned = slots.some(
    ({ kind, state }) => kind === 'signed-letter' && state !== 'missing' && state !== 'refused',
  );
  return (
    <Layout frame={frame} title={words.steps.documents} failed={form.errors.length > 0} back={`${path}/contact`}>
      {form.text(addedField) !== '' && <Notification frame={frame}>{form.text(addedField)}</Notification>}
      <ErrorSummary frame={frame} form={form} />
      <span class="govuk-caption-l">
        {fill(words.step, { number: letterSteps.indexOf('documents') + 1, count: letterSteps.length })}
      </span>
      <h1 class="govuk-heading-l">{words.steps.documents}</h1>
      <p class="govuk-body">{lead.draft}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={`${path}/print`}>
          {words.print.link}
        </a>
      </p>
      <p class="govuk-body">
        {scans[scanning ? 'on' : 'off']} {fill(words.file.days, { days: draftFileDays })}
      </p>
      {!takesFiles && (
        <div class="govuk-inset-text">
          <strong>{full.title}.</strong> {full.next}
        </div>
      )}
      <Limits frame={frame} />
      <UploadScript frame={frame}>
        {slots.length > 1 && (
          <section id="another">
            <h2 class="govuk-heading-m">
              {headings.another}
              <CountOf frame={frame} there={slots.filter(isThere).length} all={slots.length} />
            </h2>
            <SeveralForm
              frame={frame}
              form={form}
              action={`${path}/documents`}
              choices={placeChoices(
                slots.map((slot) => ({ ...slot, mayBring: true })),
                [],
              )}
              heading={headings.another}
              secondary
            />
          </section>
        )}
        <ul class="documents">
          {slots.map((slot) => (
            <Slot key={slot.kind} {...props} slot={slot} />
          ))}
        </ul>
      </UploadScript>
      <div class="govuk-button-group">
        {(isSigned || !takesFiles) && <Button href={`${path}/check`}>{goOn}</Button>}
        <Button kind="secondary" href={`${path}/save`}>
          {words.save.link}
        </Button>
      </div>
    </Layout>
  );
}
