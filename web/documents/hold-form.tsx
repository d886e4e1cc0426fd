import type { JSX } from 'preact';
import { documentPageTexts } from '#core/texts/pages/documents/index.ts';
import { Button, Form } from '../components/form.tsx';
import type { Frame } from '../frame.ts';

/** The office says that the letter signed on paper lies with it. */
export function holdForm(frame: Frame, action: string): JSX.Element {
  const { original } = documentPageTexts(frame.language);
  return (
    <section>
      <h2 class="govuk-heading-m">{original.title}</h2>
      <p class="govuk-body">{original.text}</p>
      <Form frame={frame} action={action}><Button kind="secondary">{original.button}</Button></Form>
    </section>
  );
}
