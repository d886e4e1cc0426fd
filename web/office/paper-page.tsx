import type { JSX } from 'preact';
import type { ProjectLineView } from '#core/api/views.ts';
import { fill } from '#core/texts/index.ts';
import { documentPageTexts } from '#core/texts/areas/document-pages.ts';
import { letterTexts } from '#core/texts/areas/letter.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import type { ZoneView } from '#core/reference/view-zone.ts';
import { Checkboxes } from '../components/choices.tsx';
import { Notification } from '../components/facts.tsx';
import type { Filled } from '../components/filled.ts';
import { DateField } from '../components/text-field.tsx';
import { Button, ErrorSummary, Form } from '../components/form.tsx';
import type { Frame } from '../frame.ts';
import { Layout } from '../layout.tsx';
import { StepFields } from '../letter/step-pages.tsx';
import type { FormStep } from '../letter/steps.ts';
import { documentsAddress, listAddress, paperAddress, projectAddress } from './addresses.ts';

interface Props {
  readonly frame: Frame;
  readonly zone: ZoneView;
  readonly form: Filled;
  /** Makes the same form sent twice one letter. */
  readonly idempotencyKey: string;
  /** Projects of a company with the same number. */
  readonly duplicates?: readonly ProjectLineView[];
  /** The letter that was entered just now. */
  readonly entered?: { readonly number: string; readonly projectId: string } | undefined;
}

const steps: readonly FormStep[] = ['company', 'production', 'utilities', 'land', 'contact'];

function Duplicates({ frame, form, duplicates = [] }: Props): JSX.Element | null {
  const { paper: words } = officeTexts(frame.language);
  if (duplicates.length === 0) return null;
  return (
    <div class="govuk-inset-text">
      <p class="govuk-body">{words.duplicate}</p>
      <ul class="govuk-list">{duplicates.map(({ projectId, number, company }) => <li key={projectId}><a class="govuk-link" href={projectAddress(projectId)}>{number} · {company}</a></li>)}</ul>
      <Checkboxes frame={frame} form={form} name="despite" label={words.different} choices={[{ value: 'true', text: words.despite }]} />
    </div>
  );
}

/** A whole letter of intent on one page, for somebody who types it from paper. */
export function paperPage(props: Props): JSX.Element {
  const { frame, zone, form, idempotencyKey, entered } = props;
  const { paper: words, project } = officeTexts(frame.language);
  const letter = letterTexts(frame.language);
  const own = { frame, form, zoneId: zone.zoneId, zones: [zone], email: { label: words.email, hint: words.emailHint } };
  return (
    <Layout frame={frame} title={words.title} failed={form.errors.length > 0} back={listAddress(zone.zoneId, { by: 'tasks', holder: 'office' })}>
      {entered && (
        <Notification frame={frame}>
          <a class="govuk-link" href={projectAddress(entered.projectId)}>{fill(words.entered, { number: entered.number })}</a>{' '}
          <a class="govuk-link" href={documentsAddress(entered.projectId)}>{documentPageTexts(frame.language).beside.scan}</a>
        </Notification>
      )}
      <ErrorSummary frame={frame} form={form} />
      <h1 class="govuk-heading-l"><span class="govuk-caption-l">{zone.names[frame.language]}</span>{words.title}</h1>
      <p class="govuk-body">{words.text}</p>
      <Form frame={frame} action={paperAddress(zone.zoneId)}>
        <input type="hidden" name="key" value={idempotencyKey} />
        <Duplicates {...props} />
        <DateField frame={frame} form={form} name="receivedOn" label={project.receivedOn} />
        {steps.map((step) => (
          <section key={step} aria-labelledby={`heading-${step}`}>
            <h2 class="govuk-heading-m" id={`heading-${step}`}>{letter.steps[step]}</h2>
            <StepFields {...own} step={step} />
          </section>
        ))}
        <Checkboxes frame={frame} form={form} name="signed" label={letter.labels.file} hint={words.unsigned} choices={[{ value: 'true', text: words.signedText }]} />
        <Checkboxes frame={frame} form={form} name="consent" label={letter.labels.consent} choices={[{ value: 'true', text: words.consentText }]} />
        <Button>{words.enter}</Button>
      </Form>
    </Layout>
  );
}
