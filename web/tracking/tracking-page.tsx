import type { JSX } from 'preact';
import { assignmentName } from '#core/notices/names.ts';
import { capital } from '#core/texts/capital.ts';
import { dateText, fill, textsOf } from '#core/texts/index.ts';
import { documentPageTexts } from '#core/texts/pages/documents/index.ts';
import { obstacleTexts } from '#core/texts/pages/obstacles/index.ts';
import { problemTextsOf } from '#core/texts/problem-texts.ts';
import { trackingTexts } from '#core/texts/pages/tracking/index.ts';
import type { Asked, TrackingView } from '#core/use-cases/view-tracking.ts';
import { CalendarLink } from '../components/calendar-link.tsx';
import { Notification, SummaryList, Table, Tag, type TagColour } from '../components/facts.tsx';
import { Button, Form } from '../components/form.tsx';
import { StageList } from '../components/stage-list.tsx';
import type { Frame } from '../frame.ts';
import { suspendedText, Until } from '../components/until.tsx';
import { Layout } from '../layout.tsx';
import { ObstacleList } from '../obstacles/obstacle-list.tsx';
import { eventText } from './event-text.ts';

export interface TrackingProps {
  readonly frame: Frame;
  readonly view: TrackingView;
  /** Where this page is: `/l/{link}`. */
  readonly path: string;
  /** What the reader has just done. */
  readonly done?: 'confirmed' | 'sent' | 'withdrawn' | 'raised' | undefined;
}

/** Where an investor's project stands: on top what they can do and until when; then the rest, the most wanted first. */
export function trackingPage({ frame, view, path, done }: TrackingProps): JSX.Element {
  const words = trackingTexts(frame.language);
  const { link } = view;
  const title = fill(words.title, { number: link.number });
  const told = { confirmed: words.confirm.done, sent: words.answer.sent, withdrawn: words.withdraw.done, raised: obstacleTexts(frame.language).done.raised };
  return (
    <Layout frame={frame} title={title}>
      {done && <Notification frame={frame}>{told[done]}</Notification>}
      <span class="govuk-caption-l">{link.company}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <ToDo frame={frame} view={view} path={path} />
      <h2 class="govuk-heading-m">{words.headings.now}</h2>
      <Standing frame={frame} view={view} />
      <h2 class="govuk-heading-m">{words.headings.stages}</h2>
      <StageList frame={frame} stages={link.stages} />
      {!view.unproven && <Rest frame={frame} view={view} path={path} />}
    </Layout>
  );
}

/** What only the investor may know, the most wanted first. */
function Rest({ frame, view, path }: TrackingProps): JSX.Element {
  const words = trackingTexts(frame.language);
  const { link, lines } = view;
  return (
    <>
      {lines.length > 0 && <Lines frame={frame} view={view} />}
      <Obstacles frame={frame} view={view} path={path} />
      <Notes frame={frame} view={view} />
      <h2 class="govuk-heading-m">{words.headings.news}</h2>
      <News frame={frame} view={view} />
      <h2 class="govuk-heading-m">{words.headings.more}</h2>
      <p class="govuk-body"><a class="govuk-link" href={`${path}/documents`}>{documentPageTexts(frame.language).link}</a></p>
      <p class="govuk-body">{words.keepLink}</p>
      {link.actions.includes('withdraw') && <p class="govuk-body"><a class="govuk-link" href={`${path}/withdraw`}>{words.withdraw.link}</a></p>}
    </>
  );
}

function ToDo({ frame, view: { link, asked, suspendedUntil, unproven }, path }: TrackingProps): JSX.Element {
  const words = trackingTexts(frame.language);
  const confirms = link.actions.includes('confirm');
  const calm = !confirms && !unproven && asked.length === 0;
  return (
    <section class={`call${calm ? ' call--calm' : ''}`} aria-labelledby="to-do">
      <h2 class="govuk-heading-m" id="to-do">{words.headings.do}</h2>
      {suspendedUntil && <p class="govuk-body">{fill(words.suspended, { date: dateText(frame.language, suspendedUntil) })}</p>}
      {unproven && <p class="govuk-body">{words.confirm.first}</p>}
      {unproven && !confirms && <p class="govuk-body">{problemTextsOf(frame.language).problems['address-unconfirmed'].next}</p>}
      {confirms && (
        <>
          <h3 class="govuk-heading-s">{words.confirm.heading}</h3>
          <p class="govuk-body">{words.confirm.text}</p>
          <Form frame={frame} action={`${path}/confirm`}><Button>{words.confirm.button}</Button></Form>
        </>
      )}
      {asked.map((one) => <Asking key={one.assignment.assignmentId} frame={frame} asked={one} path={path} suspendedUntil={suspendedUntil} />)}
      {calm && <p class="govuk-body">{link.ending ? words.ended : words.nothing}</p>}
      {!link.ending && !unproven && <CalendarLink frame={frame} href={`${path}/calendar.ics`} />}
    </section>
  );
}

function Asking({ frame, asked: { assignment, note, reasonCode }, path, suspendedUntil }: { readonly frame: Frame; readonly asked: Asked; readonly path: string; readonly suspendedUntil?: string | undefined }): JSX.Element {
  const { language } = frame;
  const words = trackingTexts(language);
  const texts = textsOf(language);
  const { kind, stage, about, line, due, overdue, assignmentId } = assignment;
  const request = fill(texts.assignments[kind].request, { stage: texts.stages[stage], about: about ? assignmentName(texts, about, line) : '' });
  const corrects = kind === 'correction' || kind === 'cure';
  return (
    <>
      <h3 class="govuk-heading-s">{capital(language, assignmentName(texts, kind, line))}</h3>
      <p class="govuk-body">{request}</p>
      {reasonCode && <p class="govuk-body">{words.facts.reason}: {texts.reasons[reasonCode]}</p>}
      {note && <><p class="govuk-body">{words.facts.note}:</p><div class="govuk-inset-text said">{note}</div></>}
      <p class="govuk-body"><strong>{suspendedUntil !== undefined ? suspendedText(frame, suspendedUntil) : fill(overdue ? words.due.late : words.due.answerBy, { date: dateText(language, due) })}</strong></p>
      <Button href={`${path}/answer/${assignmentId}`}>{corrects ? words.answer.correct : words.answer.open}</Button>
    </>
  );
}

function Standing({ frame, view: { link, holders } }: Pick<TrackingProps, 'frame' | 'view'>): JSX.Element {
  const { language } = frame;
  const { facts } = trackingTexts(language);
  const texts = textsOf(language);
  const holderName = { office: facts.office, investor: facts.you, party: texts.holders.party };
  return (
    <>
      <SummaryList frame={frame} facts={[
        { term: facts.stage, value: `${texts.stages[link.stage]} · ${link.ending ? texts.endings[link.ending] : texts.phases[link.phase]}` },
        { term: facts.zone, value: link.zone[language] },
      ]} />
      {holders.length > 0 && (
        <Table frame={frame} captionHidden caption={facts.heldBy} columns={[{ text: facts.heldBy }, { text: facts.since }, { text: facts.until }]}
          rows={holders.map(({ kind, names, since, due, pausedUntil }) => [names?.[language] ?? holderName[kind], dateText(language, since), <Until key={kind} frame={frame} due={due} pausedUntil={pausedUntil} />])} />
      )}
    </>
  );
}

/** The later of two days that may be absent. */
const latestOf = (...days: readonly (string | undefined)[]): string | undefined => days.filter((one) => one !== undefined).toSorted().at(-1);

const stateColours: Partial<Record<string, TagColour>> = { open: 'blue', paused: 'yellow', answered: 'green', closed: 'grey' };

function Lines({ frame, view: { lines, suspendedUntil } }: Pick<TrackingProps, 'frame' | 'view'>): JSX.Element {
  const { language } = frame;
  const { facts, headings } = trackingTexts(language);
  const texts = textsOf(language);
  return (
    <Table frame={frame} caption={headings.lines} columns={[{ text: facts.line }, { text: facts.party }, { text: facts.state }, { text: facts.until }]}
      rows={lines.map(({ assignment: { line, state, answer, overdue, due, pausedUntil }, names }) => [
        line ? capital(language, texts.utilities[line]) : '',
        names?.[language] ?? '',
        overdue && state === 'open'
          ? <Tag colour="red">{texts.assignmentStates.overdue}</Tag>
          : <Tag colour={answer?.outcome === 'refused' || answer?.outcome === 'returned' ? 'orange' : stateColours[state] ?? 'grey'}>{answer ? texts.outcomes[answer.outcome] : texts.assignmentStates[state]}</Tag>,
        state === 'open' || state === 'paused' ? <Until key={line} frame={frame} due={due} pausedUntil={latestOf(pausedUntil, suspendedUntil)} /> : '',
      ])} />
  );
}

/** What stands in the way and with whom it is, and the way to report more of it. */
function Obstacles({ frame, view: { link }, path }: TrackingProps): JSX.Element | null {
  const words = obstacleTexts(frame.language);
  const mayReport = link.actions.includes('obstacle');
  if (!mayReport && link.obstacles.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{words.heading}</h2>
      <ObstacleList frame={frame} reader="investor" offsetMinutes={link.offsetMinutes} obstacles={link.obstacles} addressOf={(id) => `${path}/obstacles/${id}`} />
      {mayReport && <Button kind="secondary" href={`${path}/obstacles`}>{words.report}</Button>}
    </>
  );
}

function Notes({ frame, view: { notes } }: Pick<TrackingProps, 'frame' | 'view'>): JSX.Element | null {
  if (notes.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{obstacleTexts(frame.language).notes.fromOffice}</h2>
      <ol class="govuk-list">
        {notes.map(({ on, text }, at) => <li key={at}><div class="govuk-hint">{dateText(frame.language, on)}</div><div class="govuk-inset-text said">{text}</div></li>)}
      </ol>
    </>
  );
}

function News({ frame, view: { events, link } }: Pick<TrackingProps, 'frame' | 'view'>): JSX.Element {
  return (
    <ol class="govuk-list news" reversed>
      {events.map((event, at) => <li key={at}><span class="news__day">{dateText(frame.language, event.on)}</span> {eventText(frame.language, event, link)}</li>)}
    </ol>
  );
}
