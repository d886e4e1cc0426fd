import type { JSX } from 'preact';
import type { AssignmentView } from '#core/api/views.ts';
import { dateText, fill } from '#core/texts/index.ts';
import { trackingTexts } from '#core/texts/areas/tracking.ts';
import type { FormState } from '../components/form-state.ts';
import { Button, ErrorSummary, Form } from '../components/form.tsx';
import { DateField, TextArea } from '../components/text-field.tsx';
import type { Frame } from '../frame.ts';
import { Layout } from '../layout.tsx';

interface Props {
  readonly frame: Frame;
  readonly assignment: Pick<AssignmentView, 'state' | 'due' | 'timeAsked'>;
  /** The page of the answer. */
  readonly here: string;
}

/** On the page of an answer: the way to ask for more time, or what was asked for and is not answered yet. */
export function MoreTime({ frame, assignment: { state, timeAsked }, here }: Props): JSX.Element | null {
  const { time } = trackingTexts(frame.language);
  if (timeAsked !== undefined) return <p class="govuk-inset-text">{fill(time.asked, { date: dateText(frame.language, timeAsked) })}</p>;
  return state === 'open' ? <p class="govuk-body"><a class="govuk-link" href={`${here}?time`}>{time.link}</a></p> : null;
}

/** The form by which whoever has to answer asks for a later day. */
export function moreTimePage({ frame, assignment: { due }, here, name, form }: Props & { readonly name: string; readonly form: FormState }): JSX.Element {
  const { time } = trackingTexts(frame.language);
  return (
    <Layout frame={frame} title={time.title} back={here} failed={form.errors.length > 0}>
      <ErrorSummary frame={frame} form={form} />
      <h1 class="govuk-heading-l"><span class="govuk-caption-l">{name}</span>{time.title}</h1>
      <p class="govuk-body">{fill(time.text, { date: dateText(frame.language, due) })}</p>
      <Form frame={frame} action={here}>
        <DateField frame={frame} form={form} name="to" label={time.to} />
        <TextArea frame={frame} form={form} name="reason" label={time.reason} />
        <Button name="step" value="time">{time.button}</Button>
      </Form>
    </Layout>
  );
}
