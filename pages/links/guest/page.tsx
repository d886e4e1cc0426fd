import type { JSX } from 'preact';
import type { GuestView } from '#core/forums/by-guest.ts';
import type { Meeting } from '#core/forums/meetings.ts';
import { guestTexts } from '#core/texts/areas/guests.ts';
import { forumPlanTexts } from '#core/texts/areas/forum-plan.ts';
import { forumTexts } from '#core/texts/areas/forums.ts';
import { daysText, numberText } from '#core/texts/index.ts';
import { Notification, SummaryList, Table } from '../../components/facts.tsx';
import type { FormState } from '../../components/form-state.ts';
import { Button, ErrorSummary } from '../../components/form.tsx';
import { meetingFields, meetingState, timeField, whenText } from '../../components/meeting-fields.ts';
import { SessionTable } from '../../components/session-table.tsx';
import { SheetForm, type Sheet } from '../../components/sheet.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';

export interface GuestProps {
  readonly frame: Frame;
  readonly view: GuestView;
  /** The page of the link: `/l/{link}`. */
  readonly path: string;
  readonly isDone: boolean;
}

const answerOf = ({ guest }: GuestView) =>
  guest.days.declined !== undefined ? 'declined' : guest.days.accepted === undefined ? undefined : 'accepted';

export function answerSheet({ frame, view, path }: GuestProps): Sheet {
  const words = guestTexts(frame.language);
  return {
    frame,
    title: view.forum.names[frame.language],
    caption: view.context.zone.names[frame.language],
    address: path,
    back: path,
    button: words.send,
    fields: [
      {
        name: 'action',
        kind: 'radios',
        label: words.will,
        choices: (['accepted', 'declined'] as const).map((value) => ({ value, text: words[value] })),
      },
      { name: 'reason', kind: 'text', label: words.reason, hint: words.reasonHint, optional: true, rows: 3 },
    ],
  };
}

/** Their meetings, and the way to another one. */
function YourMeetings({ frame, view, path }: GuestProps): JSX.Element | null {
  const { language } = frame;
  const words = forumPlanTexts(language);
  if (view.meetings.length === 0 && view.free.length === 0) return null;
  return (
    <>
      {view.meetings.length > 0 && (
        <>
          <Table
            frame={frame}
            caption={words.yourMeetings}
            columns={[{ text: words.time }, { text: words.table }, { text: forumTexts(language).state }]}
            rows={view.meetings.map((one) => [
              <a key="time" class="govuk-link" href={`${path}?meeting=${one.meetingId}`}>
                {whenText(frame, one)}
              </a>,
              numberText(language, one.table),
              meetingState(frame, one),
            ])}
          />
          <p class="govuk-body">
            <a class="govuk-link" href={`${path}/calendar.ics`}>
              {words.calendar}
            </a>
          </p>
        </>
      )}
      {view.free.length > 0 && (
        <Button kind="secondary" href={`${path}?meeting=new`}>
          {words.ask}
        </Button>
      )}
    </>
  );
}

export interface MeetingProps extends GuestProps {
  /** Absent: a new one is asked for. */
  readonly meeting?: Meeting | undefined;
}

export function meetingSheet({ frame, view, path, meeting }: MeetingProps): Sheet {
  const words = forumPlanTexts(frame.language);
  return {
    frame,
    title: meeting ? whenText(frame, meeting) : words.ask,
    caption: view.forum.names[frame.language],
    address: `${path}?meeting=${meeting?.meetingId ?? 'new'}`,
    back: path,
    button: guestTexts(frame.language).send,
    fields: meeting ? meetingFields(frame, meeting, 'guest', view.free) : [timeField(frame, view.free, words.time)],
  };
}

/** Where a guest of a forum says whether they come. */
export function guestPage(props: GuestProps, form: FormState): JSX.Element {
  const { frame, view, isDone } = props;
  const { language } = frame;
  const words = guestTexts(language);
  const { title, caption } = answerSheet(props);
  const answer = answerOf(view);
  const said = answer && (answer === 'accepted' ? words.isAccepted : words.isDeclined);
  return (
    <Layout frame={frame} title={`${title} · ${caption}`} failed={form.errors.length > 0}>
      {isDone && said !== undefined && <Notification frame={frame}>{said}</Notification>}
      <ErrorSummary frame={frame} form={form} />
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{caption}</span>
        {title}
      </h1>
      <SummaryList
        frame={frame}
        facts={[
          { term: words.days, value: daysText(language, view.forum) },
          { term: words.company, value: view.guest.company },
          ...(view.owner === undefined ? [] : [{ term: words.owner, value: view.owner }]),
        ]}
      />
      {said !== undefined && !isDone && <p class="govuk-inset-text">{said}</p>}
      <SessionTable frame={frame} sessions={view.plan?.sessions ?? []} />
      <YourMeetings {...props} />
      {view.mayAnswer ? (
        <>
          {said !== undefined && <p class="govuk-body">{words.change}</p>}
          <SheetForm sheet={answerSheet(props)} form={form} />
        </>
      ) : (
        <p class="govuk-body">{words.over}</p>
      )}
    </Layout>
  );
}
