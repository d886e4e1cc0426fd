import type { JSX } from 'preact';
import type { ProjectView } from '#core/api/views.ts';
import { handlingTexts } from '#core/texts/areas/handling.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import type { Filled } from '../components/filled.ts';
import { Button, ErrorSummary, Form } from '../components/form.tsx';
import { TextField } from '../components/text-field.tsx';
import type { Frame } from '../frame.ts';
import { Layout } from '../layout.tsx';
import { contactAddress, projectAddress } from './addresses.ts';

/** The form that mends the investor's contact. */
export function contactPage({ frame, view, form }: { readonly frame: Frame; readonly view: ProjectView; readonly form: Filled }): JSX.Element {
  const words = handlingTexts(frame.language);
  const labels = officeTexts(frame.language).project;
  const { title, text } = words.steps.contact;
  return (
    <Layout frame={frame} title={`${title} · ${view.number}`} failed={form.errors.length > 0} back={projectAddress(view.projectId)}>
      <ErrorSummary frame={frame} form={form} />
      <h1 class="govuk-heading-l"><span class="govuk-caption-l">{view.number} · {view.company}</span>{title}</h1>
      <p class="govuk-body">{text}</p>
      <Form frame={frame} action={contactAddress(view.projectId)}>
        <TextField frame={frame} form={form} name="name" label={labels.contact} spellcheck={false} />
        <TextField frame={frame} form={form} name="email" type="email" label={labels.email} spellcheck={false} optional={view.contact?.email === undefined} />
        <TextField frame={frame} form={form} name="phone" type="tel" label={labels.phone} width={20} optional={view.contact?.email !== undefined} />
        <Button name="step" value="check">{words.preview}</Button>
      </Form>
    </Layout>
  );
}
