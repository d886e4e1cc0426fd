import type { JSX } from 'preact';
import { PaperAnswer } from '#core/stages/decision.ts';
import type { ActorRef, AddressEntered, EventBody } from '#core/project/event.ts';
import type { EmailView, ProjectView } from '#core/api/views.ts';
import { localDateOf } from '#core/calendar/local-date.ts';
import { dateText, fill, momentText, textsOf } from '#core/texts/index.ts';
import { emailTextsOf } from '#core/texts/areas/emails.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import { historyTexts } from '#core/texts/areas/history.ts';
import type { Colleague } from '#core/work/view-colleagues.ts';
import type { HistoryEntry } from '#core/project/view-history.ts';
import type { ZoneView } from '#core/reference/view-zone.ts';
import { capital } from '#core/texts/capital.ts';
import { Pagination, Table, Tag, type TagColour } from '../../components/facts.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { LetterChanges } from '../../letter/letter-changes.tsx';
import { historyAddress, projectAddress } from '../addresses.ts';
import { eventText } from './event-text.ts';
import { holderName } from '../names.ts';
import { personName } from '../worker-name.ts';

export interface History {
  readonly view: ProjectView;
  readonly zone: ZoneView;
  readonly entries: readonly HistoryEntry[];
  readonly emails: readonly EmailView[];
  /** Those of the staff whom the log names. */
  readonly people: readonly Colleague[];
  readonly next?: string | undefined;
}

type Props = History & { readonly frame: Frame };

/** Whose word it is that the address is the investor's. */
const enteredText = (
  frame: Frame,
  { by, at }: AddressEntered,
  { offsetMinutes }: ZoneView,
  people: readonly Colleague[],
): string =>
  fill(historyTexts(frame.language).entered, {
    person: personName(frame, people, { personId: by }),
    date: dateText(frame.language, localDateOf(at, offsetMinutes)),
  });

function actorName(frame: Frame, actor: ActorRef, zone: ZoneView, people: readonly Colleague[]): string {
  switch (actor.kind) {
    case 'staff':
      return personName(frame, people, actor);
    case 'system':
      return historyTexts(frame.language).system;
    case 'investor':
      return [
        holderName(frame, actor, zone.parties),
        ...(actor.entered ? [enteredText(frame, actor.entered, zone, people)] : []),
      ].join(', ');
    default:
      return holderName(frame, actor, zone.parties);
  }
}

/** Why, and by which letter on paper. */
function besideEvent({ language }: Frame, body: EventBody): readonly string[] {
  const words = historyTexts(language);
  const reason =
    'reasonCode' in body && body.reasonCode
      ? [fill(words.because, { reason: textsOf(language).reasons[body.reasonCode] })]
      : [];
  const paper = 'onBehalf' in body ? PaperAnswer.safeParse(body.onBehalf) : undefined;
  const received = body.type === 'letter-submitted' ? body.receivedOn : paper?.data?.receivedOn;
  return [
    ...reason,
    ...(paper?.success
      ? [fill(words.onPaper, { number: paper.data.number, date: dateText(language, paper.data.date) })]
      : []),
    ...(received === undefined
      ? []
      : [`${officeTexts(language).project.receivedOn}: ${dateText(language, received)}.`]),
  ];
}

function Events({ frame, view, zone, entries, people }: Props): JSX.Element {
  const context = { frame, assignments: view.assignments, obstacles: view.obstacles, parties: zone.parties };
  return (
    <ol class="govuk-list" start={entries[0]?.event.sequence ?? 1}>
      {entries.map(({ event: { sequence, at, actor, body }, note, corrected }) => (
        <li key={sequence}>
          <div class="govuk-hint">
            {momentText(frame.language, at, zone.offsetMinutes)} · {actorName(frame, actor, zone, people)}
          </div>
          <p class="govuk-body">{[eventText(body, context), ...besideEvent(frame, body)].join(' ')}</p>
          {note && <div class="govuk-inset-text said">{note}</div>}
          {corrected && <LetterChanges frame={frame} correction={corrected} />}
        </li>
      ))}
    </ol>
  );
}

const colours: Readonly<Record<EmailView['state'], TagColour>> = {
  waiting: 'grey',
  sending: 'grey',
  sent: 'blue',
  delivered: 'green',
  unreached: 'yellow',
  bounced: 'red',
  complained: 'red',
  'set-aside': 'red',
};

/** What the subject of a notice says it is about, in the reader's language. */
export function noticeName(frame: Frame, { notice, to }: EmailView): string {
  if (notice === 'digest') return '';
  const { notices } = emailTextsOf(frame.language);
  const texts: Readonly<Partial<Record<EmailView['to'], { readonly subject: string }>>> = notices[notice];
  return capital(frame.language, texts[to]?.subject ?? '');
}

function Emails({ frame, zone, emails }: Props): JSX.Element {
  const words = historyTexts(frame.language);
  return (
    <Table
      frame={frame}
      caption={words.emails}
      empty={words.noEmails}
      columns={[{ text: words.email }, { text: words.to }, { text: words.sentAt }, { text: words.state }]}
      rows={emails
        .toReversed()
        .map((email) => [
          noticeName(frame, email),
          holderName(
            frame,
            email.to === 'party' ? { kind: 'party', partyId: email.partyId ?? '' } : { kind: email.to },
            zone.parties,
          ),
          momentText(frame.language, email.createdAt, zone.offsetMinutes),
          <Tag colour={colours[email.state]}>{words.emailStates[email.state]}</Tag>,
        ])}
    />
  );
}

/** A project's log in words, oldest first, and its emails with what became of each. */
export function historyPage(props: Props): JSX.Element {
  const { frame, view, next } = props;
  const { projectId, number } = view;
  const words = historyTexts(frame.language);
  return (
    <Layout frame={frame} title={`${words.title} · ${number}`} back={projectAddress(projectId)} wide>
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">
          {number} · {view.company}
        </span>
        {words.title}
      </h1>
      <h2 class="govuk-heading-m">{words.events}</h2>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <Events {...props} />
        </div>
      </div>
      <Pagination
        frame={frame}
        next={next === undefined ? undefined : `${historyAddress(projectId)}?after=${encodeURIComponent(next)}`}
      />
      <Emails {...props} />
    </Layout>
  );
}
