import type { JSX } from 'preact';
import type { ProjectView } from '#core/api/views.ts';
import { SummaryList, type Fact } from '../components/facts.tsx';
import { Button, Form } from '../components/form.tsx';
import type { Frame } from '../frame.ts';
import { Layout } from '../layout.tsx';
import { EmailPreviews, type EmailPreview } from './email-previews.tsx';
import { KeptFields } from '../components/kept-fields.tsx';

export interface ConfirmProps {
  readonly frame: Frame;
  /** What it belongs to, above the heading. */
  readonly caption: string;
  readonly title: string;
  readonly text: string;
  readonly button: string;
  /** Where the form goes, and where the way back leads. */
  readonly action: string;
  readonly back: string;
  readonly given: readonly Fact[];
  readonly emails: readonly EmailPreview[];
  /** Of the investor, where the step may concern them. */
  readonly contact?: ProjectView['contact'];
  /** What was filled in on the page before, or what the reader saw. */
  readonly fields: Iterable<readonly [string, string]>;
  /** Whether a form before this page can be mended. */
  readonly mendable: boolean;
}

/** What will be done, the emails it will send, and the button that does it. */
export const confirmPage = ({ frame, caption, title, text, button, action, back, given, emails, contact, fields, mendable }: ConfirmProps): JSX.Element => (
  <Layout frame={frame} title={`${title} · ${caption}`} back={back}>
    <h1 class="govuk-heading-l"><span class="govuk-caption-l">{caption}</span>{title}</h1>
    <p class="govuk-body">{text}</p>
    {given.length > 0 && <SummaryList frame={frame} facts={given} />}
    <EmailPreviews frame={frame} emails={emails} contact={contact} />
    <Form frame={frame} action={action}>
      <KeptFields fields={fields} />
      <div class="govuk-button-group">
        <Button name="step" value="send">{button}</Button>
        {mendable && <Button kind="secondary" name="step" value="mend">{frame.words.change}</Button>}
        {!mendable && <a class="govuk-link" href={back}>{frame.words.cancel}</a>}
      </div>
    </Form>
  </Layout>
);
