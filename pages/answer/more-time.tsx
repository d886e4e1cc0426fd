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
  readonly assignment: Pick<AssignmentView, 'due'>;
  /** The page of the answer. */
  readonly here: string;
}

type Asked = Pick<AssignmentView, 'state' | 'timeAsked'>;

/** Whether more time can be asked for now. @param suspended whether the clock of the project stands */
export const mayAskTime = ({ state, timeAsked }: Asked, suspended: boolean): boolean =>
  state === 'open' && timeAsked === undefined && !suspended;

/** On the page of an answer: the way to ask for more time, or what was asked for and is not answered yet. */
export function MoreTime({
  frame,
  assignment,
  here,
  suspended,
}: Omit<Props, 'assignment'> & { readonly assignment: Asked; readonly suspended: boolean }): JSX.Element | null {
  const { timeAsked } = assignment;
  const { time } = trackingTexts(frame.language);
  if (timeAsked !== undefined)
    return <p class="govuk-inset-text">{fill(time.asked, { date: dateText(frame.language, timeAsked) })}</p>;
  return mayAskTime(assignment, suspended) ? (
    <p class="govuk-body">
      <a class="govuk-link" href={`${here}?time`}>
        {time.link}
      </a>
    </p>
  ) : null;
}

/** The form by which whoever has to answer asks for a later day. */
export function moreTimePage({
  frame,
  assignment: { due },
  here,
  name,
  form,
}: Props & { readonly name: string; readonly form: FormState }): JSX.Element {
  const { time } = trackingTexts(frame.language);
  return (
    <Layout frame={frame} title={time.title} back={here} failed={form.errors.length > 0}>
      <ErrorSummary frame={frame} form={form} />
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{name}</span>
        {time.title}
      </h1>
      <p class="govuk-body">{fill(time.text, { date: dateText(frame.language, due) })}</p>
      <Form frame={frame} action={here}>
        <DateField frame={frame} form={form} name="to" label={time.to} />
        <TextArea frame={frame} form={form} name="reason" label={time.reason} />
        <Button name="step" value="time">
          {time.button}
        </Button>
      </Form>
    </Layout>
  );
}
