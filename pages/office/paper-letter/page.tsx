import type { JSX } from 'preact';
import type { ProjectLineView } from '#core/api/views.ts';
import type { Promised } from '#core/forums/forum-record.ts';
import { fill } from '#core/texts/index.ts';
import { documentPageTexts } from '#core/texts/areas/document-pages.ts';
import { letterTexts } from '#core/texts/areas/letter.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import type { ZoneView } from '#core/reference/view-zone.ts';
import { Checkboxes } from '../../components/choices.tsx';
import { Notification } from '../../components/facts.tsx';
import type { FormState } from '../../components/form-state.ts';
import { DateField } from '../../components/text-field.tsx';
import { ErrorSummary } from '../../components/form.tsx';
import { SheetForm, type Sheet } from '../../components/sheet.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { StepFields } from '../../letter/steps/page.tsx';
import type { FormStep } from '../../letter/steps/steps.ts';
import { documentsAddress, listAddress, paperAddress, projectAddress } from '../addresses.ts';

export interface PaperProps {
  readonly frame: Frame;
  readonly zone: ZoneView;
  /** Makes the same form sent twice one letter. */
  readonly key: string;
  /** What was signed at a forum and becomes this letter. */
  readonly promised?: Promised | undefined;
  readonly entered?: { readonly number: string; readonly projectId: string } | undefined;
}

const steps: readonly FormStep[] = ['company', 'production', 'utilities', 'land', 'contact'];

type Duplicates = readonly ProjectLineView[];

function SameCompany({
  frame,
  form,
  duplicates,
}: Pick<PaperProps, 'frame'> & { readonly form: FormState; readonly duplicates: Duplicates }): JSX.Element | null {
  const { paper: words } = officeTexts(frame.language);
  if (duplicates.length === 0) return null;
  return (
    <div class="govuk-inset-text">
      <p class="govuk-body">{words.duplicate}</p>
      <ul class="govuk-list">
        {duplicates.map(({ projectId, number, company }) => (
          <li key={projectId}>
            <a class="govuk-link" href={projectAddress(projectId)}>
              {number} · {company}
            </a>
          </li>
        ))}
      </ul>
      <Checkboxes
        frame={frame}
        form={form}
        name="despite"
        label={words.different}
        choices={[{ value: 'true', text: words.despite }]}
      />
    </div>
  );
}

export const paperSheet = ({ frame, zone, key, promised }: PaperProps): Sheet => {
  const { paper: words } = officeTexts(frame.language);
  return {
    frame,
    title: words.title,
    caption: zone.names[frame.language],
    text: words.text,
    address: paperAddress(zone.zoneId, {
      key,
      ...(promised && { forum: promised.forumId, promise: promised.promiseId }),
    }),
    back: listAddress(zone.zoneId, { by: 'tasks', holder: 'office' }),
    button: words.enter,
    fields: [{ name: 'key', kind: 'unseen', label: '' }],
  };
};

/** A whole letter of intent on one page, for somebody who types it from paper. @param duplicates projects of a company with the same number */
export function paperPage(props: PaperProps, form: FormState, duplicates: Duplicates = []): JSX.Element {
  const { frame, zone, entered } = props;
  const sheet = paperSheet(props);
  const { paper: words, project } = officeTexts(frame.language);
  const letter = letterTexts(frame.language);
  const own = { frame, form, zoneId: zone.zoneId, zones: [zone], email: { label: words.email, hint: words.emailHint } };
  return (
    <Layout frame={frame} title={words.title} failed={form.errors.length > 0} back={sheet.back}>
      {entered && (
        <Notification frame={frame}>
          <a class="govuk-link" href={projectAddress(entered.projectId)}>
            {fill(words.entered, { number: entered.number })}
          </a>{' '}
          <a class="govuk-link" href={documentsAddress(entered.projectId)}>
            {documentPageTexts(frame.language).beside.scan}
          </a>
        </Notification>
      )}
      <ErrorSummary frame={frame} form={form} />
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{sheet.caption}</span>
        {words.title}
      </h1>
      <p class="govuk-body">{words.text}</p>
      <SheetForm sheet={sheet} form={form}>
        <SameCompany frame={frame} form={form} duplicates={duplicates} />
        <DateField frame={frame} form={form} name="receivedOn" label={project.receivedOn} />
        {steps.map((step) => (
          <section key={step} aria-labelledby={`heading-${step}`}>
            <h2 class="govuk-heading-m" id={`heading-${step}`}>
              {letter.steps[step]}
            </h2>
            <StepFields {...own} step={step} />
          </section>
        ))}
        <Checkboxes
          frame={frame}
          form={form}
          name="signed"
          label={letter.labels.file}
          hint={words.unsigned}
          choices={[{ value: 'true', text: words.signedText }]}
        />
        <Checkboxes
          frame={frame}
          form={form}
          name="consent"
          label={letter.labels.consent}
          choices={[{ value: 'true', text: words.consentText }]}
        />
      </SheetForm>
    </Layout>
  );
}
