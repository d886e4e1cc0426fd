import type { JSX } from 'preact';
import type { AssignmentView } from '#core/api/views.ts';
import { assignmentName } from '#core/notices/names.ts';
import { capital } from '#core/texts/capital.ts';
import { dateText, fill, textsOf } from '#core/texts/index.ts';
import { trackingTexts } from '#core/texts/areas/tracking.ts';
import { Button } from '../components/form.tsx';
import type { Sheet } from '../components/sheet.tsx';
import type { Frame } from '../frame.ts';

type Asked = Pick<AssignmentView, 'state' | 'timeAsked'>;

/** Whether more time can be asked for now. @param suspended whether the clock of the project stands */
export const mayAskTime = ({ state, timeAsked }: Asked, suspended: boolean): boolean =>
  state === 'open' && timeAsked === undefined && !suspended;

interface Props {
  readonly frame: Frame;
  readonly assignment: Asked;
  readonly suspended: boolean;
}

export const TimeAsked = ({
  frame: { language },
  assignment: { timeAsked },
}: Omit<Props, 'suspended'>): JSX.Element | null =>
  timeAsked === undefined ? null : (
    <p class="govuk-inset-text">{fill(trackingTexts(language).time.asked, { date: dateText(language, timeAsked) })}</p>
  );

/** The way to ask for more time, where nothing is being filled in. @param here the page of the answer */
export const MoreTimeLink = ({
  frame,
  assignment,
  suspended,
  here,
}: Props & { readonly here: string }): JSX.Element | null =>
  mayAskTime(assignment, suspended) ? (
    <p class="govuk-body">
      <a class="govuk-link" href={`${here}?time`}>
        {trackingTexts(frame.language).time.link}
      </a>
    </p>
  ) : null;

/** The same inside the form of an answer: what was typed is posted along, kept, and there again afterwards. */
export const MoreTimeButton = ({ frame, assignment, suspended }: Props): JSX.Element | null =>
  mayAskTime(assignment, suspended) ? (
    <Button kind="secondary" name="then" value="time">
      {trackingTexts(frame.language).time.link}
    </Button>
  ) : null;

export interface AskingTime {
  readonly frame: Frame;
  readonly assignment: Pick<AssignmentView, 'assignmentId' | 'kind' | 'line' | 'due'>;
  readonly back: string;
}

export function timeSheet({ frame, assignment: { kind, line, due }, back }: AskingTime): Sheet {
  const { language } = frame;
  const { time } = trackingTexts(language);
  const [path = '', query] = back.split('?');
  return {
    frame,
    title: time.title,
    caption: capital(language, assignmentName(textsOf(language), kind, line)),
    text: fill(time.text, { date: dateText(language, due) }),
    fields: [
      { name: 'to', kind: 'date', label: time.to },
      { name: 'reason', kind: 'text', label: time.reason },
    ],
    address: `${path}?time${query === undefined ? '' : `&${query}`}`,
    back,
    button: time.button,
  };
}
