import type { JSX } from 'preact';
import { PaperAnswer } from '#core/stages/decision.ts';
import type { ActorRef, AddressEntered, EventBody } from '#core/project/event.ts';
import type { EmailView } from '#core/api/email-view.ts';
import type { ProjectView } from '#core/api/views.ts';
import { localDateOf } from '#core/calendar/local-date.ts';
import { dateText, fill, momentText, textsOf } from '#core/texts/index.ts';
import { emailTextsOf } from '#core/texts/areas/emails.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import { historyTexts } from '#core/texts/areas/history.ts';
import type { Colleague } from '#core/work/view-colleagues.ts';
import type { History as Told, HistoryEmail, HistoryEvent } from '#core/project/view-history.ts';
import { historyKinds, type HistoryFilter } from '#core/project/history-filter.ts';
import type { EmailAddress, WholeEmail } from '#core/notices/view-email.ts';
import type { ZoneView } from '#core/reference/view-zone.ts';
import { capital } from '#core/texts/capital.ts';
import { listTexts } from '#core/texts/areas/lists.ts';
import { languageTags } from '#core/texts/index.ts';
import { Select, type Choice } from '../../components/choices.tsx';
import { Pagination, SummaryList, Tag, type TagColour } from '../../components/facts.tsx';
import { Button } from '../../components/form.tsx';
import { formState } from '../../components/form-state.ts';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { LetterChanges } from '../../letter/letter-changes.tsx';
import { emailAddress, historyAddress, projectAddress } from '../addresses.ts';
import { CompanionLine } from '../care/companion-line.tsx';
import { eventText } from './event-text.ts';
import { holderName } from '../names.ts';
import { personName } from '../worker-name.ts';

interface History {
  readonly view: ProjectView;
  readonly zone: ZoneView;
  readonly entries: Told['entries'];
  readonly filter: HistoryFilter;
  /** Whom of the staff the filter names. */
  readonly personId?: string | undefined;
  /** Those of the staff whom the log names. */
  readonly people: readonly Colleague[];
  readonly next?: number | undefined;
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

function Happened({ entry, ...props }: Omit<Props, 'filter'> & { readonly entry: HistoryEvent }): JSX.Element {
  const { frame, view, zone, people } = props;
  const { event, note, corrected, by } = entry;
  const { at, actor, body, sequence } = event;
  const context = { frame, assignments: view.assignments, obstacles: view.obstacles, parties: zone.parties };
  return (
    <li value={sequence}>
      <span class="history__when">
        {momentText(frame.language, at, zone.offsetMinutes)} · {actorName(frame, actor, zone, people)}
        {by !== undefined && `, ${by}`}
      </span>
      {[eventText(body, context), ...besideEvent(frame, body)].join(' ')}
      {note && <div class="govuk-inset-text said">{note}</div>}
      {corrected && <LetterChanges frame={frame} correction={corrected} />}
    </li>
  );
}

const recipientName = (frame: Frame, { to, partyId = '' }: EmailView, { parties }: ZoneView): string =>
  holderName(frame, to === 'party' ? { kind: 'party', partyId } : { kind: to }, parties);

const EmailState = ({ frame, email: { state } }: { readonly frame: Frame; readonly email: EmailView }): JSX.Element => (
  <Tag colour={colours[state]}>{historyTexts(frame.language).emailStates[state]}</Tag>
);

const addressText = ({ language }: Frame, to: EmailAddress | undefined): string =>
  to === undefined
    ? historyTexts(language).addressGone
    : to.sure
      ? to.address
      : fill(historyTexts(language).addressChanged, { address: to.address });

function Emailed({
  entry: { email, to, subject },
  ...props
}: Omit<Props, 'filter'> & { readonly entry: HistoryEmail }) {
  const { frame, view, zone } = props;
  const words = historyTexts(frame.language);
  return (
    <li class="history__email">
      <span class="history__when">
        {momentText(frame.language, email.createdAt, zone.offsetMinutes)} ·{' '}
        {fill(words.emailTo, { holder: recipientName(frame, email, zone) })}
        {subject && `, ${addressText(frame, to)}`}
      </span>
      {subject ? (
        <a class="govuk-link" href={emailAddress(view.projectId, email.rowId)} lang={languageTags[subject.language]}>
          {subject.text}
        </a>
      ) : (
        noticeName(frame, email)
      )}{' '}
      <EmailState frame={frame} email={email} />
    </li>
  );
}

/** What happened and what was emailed, each with its hour and who did it. */
export const HistoryList = (props: Omit<Props, 'filter'>): JSX.Element => (
  <ol class="govuk-list history">
    {props.entries.map((entry) =>
      'event' in entry ? (
        <Happened key={entry.event.sequence} {...props} entry={entry} />
      ) : (
        <Emailed key={entry.email.rowId} {...props} entry={entry} />
      ),
    )}
  </ol>
);

const isOf = ({ event: { actor } }: HistoryEvent, personId: string): boolean =>
  actor.kind === 'staff' && actor.personId === personId;

/** All whom the entries of a project can be about: what was chosen stays among them. */
function ofWhom({ frame, view, zone, people, entries, filter, personId: chosen }: Props): readonly Choice[] {
  const { holders } = textsOf(frame.language);
  const partyIds = view.assignments.flatMap(({ holder }) => (holder.kind === 'party' ? [holder.partyId] : []));
  return [
    { value: 'office', text: holders.office },
    ...people.flatMap(({ personId }) => {
      const did = entries.find((one) => 'event' in one && isOf(one, personId));
      const value =
        personId === chosen ? filter.of : did && 'event' in did ? `by:${String(did.event.sequence)}` : undefined;
      return value === undefined ? [] : [{ value, text: personName(frame, people, { personId }) }];
    }),
    { value: 'investor', text: holders.investor },
    ...[...new Set(partyIds)].map((partyId) => ({
      value: partyId,
      text: holderName(frame, { kind: 'party', partyId }, zone.parties),
    })),
    { value: 'system', text: historyTexts(frame.language).system },
  ];
}

function Filter(props: Props): JSX.Element {
  const { frame, view, filter } = props;
  const words = historyTexts(frame.language);
  const form = formState(new URLSearchParams({ kind: filter.kind ?? '', of: filter.of ?? '' }));
  const any = { value: '', text: listTexts(frame.language).any };
  return (
    <form method="get" action={historyAddress(view.projectId)} class="history-filter no-print">
      <Select
        frame={frame}
        form={form}
        name="kind"
        label={words.what}
        blank={false}
        choices={[any, ...historyKinds.map((value) => ({ value, text: words.kinds[value] }))]}
      />
      <Select
        frame={frame}
        form={form}
        name="of"
        label={words.ofWhom}
        blank={false}
        choices={[any, ...ofWhom(props)]}
      />
      <Button kind="secondary">{officeTexts(frame.language).list.show}</Button>
    </form>
  );
}

/** A project's log in words and its emails, the latest first. */
export function historyPage(props: Props): JSX.Element {
  const { frame, view, next, filter } = props;
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
      <CompanionLine frame={frame} view={view} people={props.people} />
      <Filter {...props} />
      {props.entries.length === 0 ? <p class="govuk-body">{frame.words.empty}</p> : <HistoryList {...props} />}
      <Pagination
        frame={frame}
        next={next === undefined ? undefined : historyAddress(projectId, { ...filter, after: String(next) })}
      />
    </Layout>
  );
}

/** One email: to whom, what became of it, and what it said. */
export function emailPage(
  frame: Frame,
  { view, zone, email: { email, to, content } }: Pick<Props, 'view' | 'zone'> & { readonly email: WholeEmail },
): JSX.Element {
  const words = historyTexts(frame.language);
  const title = content?.subject ?? noticeName(frame, email);
  return (
    <Layout frame={frame} title={`${words.email} · ${view.number}`} back={historyAddress(view.projectId)}>
      <h1 class="govuk-heading-m" {...(content && { lang: languageTags[content.language] })}>
        <span class="govuk-caption-m">
          {view.number} · {view.company}
        </span>
        {title}
      </h1>
      <SummaryList
        frame={frame}
        facts={[
          { term: words.to, value: `${recipientName(frame, email, zone)}, ${addressText(frame, to)}` },
          { term: words.sentAt, value: momentText(frame.language, email.createdAt, zone.offsetMinutes) },
          { term: words.state, value: <EmailState frame={frame} email={email} /> },
        ]}
      />
      {content === undefined ? (
        <p class="govuk-body">{words.textGone}</p>
      ) : (
        <>
          <div class="govuk-inset-text said" lang={languageTags[content.language]}>
            {content.text}
          </div>
          <p class="govuk-hint">{words.textNote}</p>
        </>
      )}
    </Layout>
  );
}
