import type { ComponentChildren, JSX } from 'preact';
import type { DocumentKind } from '#core/documents/document-kind.ts';
import type { DocumentList as Documents } from '#core/documents/document-views.ts';
import { documentTexts } from '#core/texts/areas/documents.ts';
import { documentPageTexts, type DocumentPageTexts } from '#core/texts/areas/document-pages.ts';
import { Checkboxes } from '../components/choices.tsx';
import { Notification } from '../components/facts.tsx';
import { formState } from '../components/form-state.ts';
import { Button, ErrorSummary, Form } from '../components/form.tsx';
import type { Frame } from '../frame.ts';
import { Layout } from '../layout.tsx';
import { DocumentList, type DocumentListProps } from './document-list.tsx';
import { CountOf, SeveralForm } from './several-form.tsx';
import { Limits } from './upload-form.tsx';
import { isThere, placeChoices, type UploadPlace } from './upload-places.ts';
import { UploadScript } from './upload-script.tsx';

export interface DocumentsPageProps extends Omit<DocumentListProps, 'documents'> {
  readonly list: Documents;
  readonly reader: keyof DocumentPageTexts['lead'];
  readonly caption: string;
  readonly back: string;
  readonly done?: keyof DocumentPageTexts['done'] | undefined;
  /** One came here from the form of an answer, and goes on there. */
  readonly answering?: boolean;
  readonly foreign?: boolean;
  /** What one came here to add: a document of this kind, to this assignment. */
  readonly wanted?: UploadPlace | undefined;
  readonly children?: ComponentChildren;
}

function Another({ frame, form, action, list, wanted, assignmentName }: DocumentsPageProps): JSX.Element | null {
  const words = documentPageTexts(frame.language);
  const choices = placeChoices(list.documents, list.mayAdd, wanted?.assignmentId);
  if (choices.length === 0) return null;
  const assignment = wanted?.assignmentId === undefined ? undefined : assignmentName?.(wanted.assignmentId);
  return (
    <section id="another">
      <h2 class="govuk-heading-m">
        {words.headings.another}
        {assignment && <span class="govuk-caption-m">{assignment}</span>}
      </h2>
      {list.mayAdd.includes('electronic-signature') && <p class="govuk-body">{words.signature.how}</p>}
      <SeveralForm frame={frame} form={form} action={action} choices={choices} heading={words.headings.another} />
    </section>
  );
}

/** What is there is folded while something else lacks; not where one is to mend what was typed in it. */
function There({ documents, ...props }: DocumentListProps & Pick<DocumentsPageProps, 'list'>): JSX.Element {
  const { frame, form, list } = props;
  const { headings } = documentPageTexts(frame.language);
  const isHere = ({ documentId, versions }: DocumentListProps['documents'][number]): boolean =>
    documentId !== undefined &&
    ((form.errors.length > 0 && form.text('documentId') === documentId) ||
      versions.some(({ version }) => props.returnTo?.(documentId, version) === form.text('wrong')));
  return (
    <details class="govuk-details" open={list.documents.every(isThere) || documents.some(isHere)}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">
          {headings.there} ({documents.length})
        </span>
      </summary>
      <DocumentList {...props} documents={documents} />
    </details>
  );
}

export function documentsPage(props: DocumentsPageProps): JSX.Element {
  const { frame, form, list, reader, caption, back, done, answering = false, foreign = false, children } = props;
  const words = documentPageTexts(frame.language);
  const added = form.text(addedField);
  const asked = list.documents.filter((one) => one.asked || (one.state === 'missing' && one.mayBring));
  const there = list.documents.filter(isThere);
  const lacking = asked.filter((one) => !isThere(one));
  const others = list.documents.filter((one) => !asked.includes(one) && !isThere(one));
  return (
    <Layout frame={frame} title={`${words.title} · ${caption}`} back={back} failed={form.errors.length > 0}>
      {added !== '' && <Notification frame={frame}>{added}</Notification>}
      {done && form.errors.length === 0 && <Notification frame={frame}>{words.done[done]}</Notification>}
      <ErrorSummary frame={frame} form={form} />
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{caption}</span>
        {words.title}
      </h1>
      <p class="govuk-body">{words.lead[reader]}</p>
      {foreign && <p class="govuk-body">{words.foreign}</p>}
      <p class="govuk-body">{words.scanning[list.scanning ? 'on' : 'off']}</p>
      <Limits frame={frame} />
      <UploadScript frame={frame}>
        <Another {...props} />
        {children}
        {(lacking.length > 0 || asked.length > 1) && (
          <h2 class="govuk-heading-m">
            {words.headings.asked}
            <CountOf frame={frame} there={asked.filter(isThere).length} all={asked.length} />
          </h2>
        )}
        {lacking.length > 0 && <DocumentList {...props} documents={lacking} />}
        {others.length > 0 && <h2 class="govuk-heading-m">{words.headings.others}</h2>}
        {others.length > 0 && <DocumentList {...props} documents={others} />}
        {there.length > 0 && <There {...props} documents={there} />}
        {list.documents.length === 0 && <p class="govuk-body">{words.none}</p>}
      </UploadScript>
      {answering && <Button href={back}>{words.beside.back}</Button>}
    </Layout>
  );
}

/** Of a form that comes back: how many of its files were taken, in words. */
export const addedField = 'added';

/** The office says that the signed letter, or other documents that are needed, lie with it on paper. */
export function holdForm(frame: Frame, action: string, kinds: readonly DocumentKind[], back?: 'project'): JSX.Element {
  const { original } = documentPageTexts(frame.language);
  const { names } = documentTexts(frame.language);
  const [only] = kinds.length === 1 ? kinds : [];
  return (
    <section>
      <h2 class="govuk-heading-m">{original.title}</h2>
      <p class="govuk-body">{original.text}</p>
      <Form frame={frame} action={action}>
        {back && <input type="hidden" name="back" value={back} />}
        {only !== undefined && (
          <>
            <input type="hidden" name="kinds" value={only} />
            <p class="govuk-body">
              <strong>{names[only]}</strong>
            </p>
          </>
        )}
        {only === undefined && (
          <Checkboxes
            frame={frame}
            form={formState()}
            name="kinds"
            label={original.kinds}
            choices={kinds.map((kind) => ({ value: kind, text: names[kind] }))}
          />
        )}
        <Button kind="secondary">{original.button}</Button>
      </Form>
    </section>
  );
}
