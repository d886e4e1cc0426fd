import type { JSX } from 'preact';
import { capital } from '#core/texts/capital.ts';
import { dateText, fill, textsOf } from '#core/texts/index.ts';
import { careTexts } from '#core/texts/areas/care.ts';
import { countText } from '#core/texts/count-text.ts';
import { documentPageTexts } from '#core/texts/areas/document-pages.ts';
import type { DocketView } from '#core/docket/docket.ts';
import { docketTexts } from '#core/texts/areas/docket.ts';
import { obstacleTexts } from '#core/texts/areas/obstacles.ts';
import { publicTexts } from '#core/texts/areas/public.ts';
import { ladderTexts } from '#core/texts/areas/ladder.ts';
import { obligationTexts } from '#core/texts/areas/obligations.ts';
import { roadMapTexts } from '#core/texts/areas/road-map.ts';
import { trackingTexts } from '#core/texts/areas/tracking.ts';
import type { Timeline as Dates } from '#core/project/timeline.ts';
import type { TrackingView } from '#core/project/tracking.ts';
import { answererText } from '../../answer/answerer-text.ts';
import { DocketFacts, DocketSteps } from '../../components/docket-steps.tsx';
import { Notification, SummaryList, Table } from '../../components/facts.tsx';
import { Button } from '../../components/form.tsx';
import { legalFacts } from '../../components/legal-clock.tsx';
import { Timeline } from '../../components/timeline.tsx';
import { StageList } from '../../components/stage-list.tsx';
import type { Frame } from '../../frame.ts';
import { Until } from '../../components/until.tsx';
import { Layout } from '../../layout.tsx';
import { MoratoriumNotes } from '../../components/moratorium-notes.tsx';
import { ObstacleList } from '../../components/obstacle-list.tsx';
import { eventText } from './event-text.ts';
import { countOf, endedSentence, endingName, ToDo } from './to-do.tsx';
import { Questions } from './questions.tsx';
import { Lines } from './utility-lines.tsx';

export interface TrackingProps {
  readonly frame: Frame;
  readonly view: TrackingView;
  /** Where this page is: `/l/{link}`. */
  readonly path: string;
  readonly done?: 'confirmed' | 'sent' | 'withdrawn' | 'raised' | 'asked' | undefined;
}

export function trackingPage({ frame, view, path, done }: TrackingProps): JSX.Element {
  const words = trackingTexts(frame.language);
  const { link } = view;
  const title = fill(words.title, { number: link.number });
  const [before, after] = words.title.split('{number}');
  const told = {
    confirmed: words.confirm.done,
    sent: words.answer.sent,
    withdrawn: words.withdraw.done,
    raised: obstacleTexts(frame.language).done.raised,
    asked: words.questions.done,
  };
  return (
    <Layout frame={frame} title={title}>
      {done && <Notification frame={frame}>{told[done]}</Notification>}
      <span class="govuk-caption-l">{link.company}</span>
      <h1 class="govuk-heading-l">
        {before}
        <span class="number">{link.number}</span>
        {after}
      </h1>
      <ToDo frame={frame} view={view} path={path} />
      <h2 class="govuk-heading-m">{words.headings.now}</h2>
      <Standing frame={frame} view={view} />
      <h2 class="govuk-heading-m">{words.headings.stages}</h2>
      <StageList
        frame={frame}
        stages={link.stages}
        standing={{ due: link.due, late: view.late, ending: view.ending }}
      />
      {view.ending?.as === 'construction-started' && <Ladder frame={frame} ladder={view.ladder} path={path} />}
      {view.roadMap && <RoadMap frame={frame} roadMap={view.roadMap} />}
      {view.timeline && (
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{frame.words.timeline.heading}</span>
          </summary>
          <Timeline
            frame={frame}
            timeline={withoutNever(view.timeline)}
            nameOf={({ line }) => line && capital(frame.language, textsOf(frame.language).utilities[line])}
          />
        </details>
      )}
      {!view.unproven && <Rest frame={frame} view={view} path={path} />}
    </Layout>
  );
}

/** How far it is built, in short, and where more is said of it. */
function Ladder({
  frame: { language },
  ladder = [],
  path,
}: {
  readonly frame: Frame;
  readonly ladder: TrackingView['ladder'];
  readonly path: string;
}): JSX.Element {
  const words = ladderTexts(language);
  return (
    <>
      <h2 class="govuk-heading-m">{words.title}</h2>
      <ul class="govuk-list">
        {ladder.length === 0 && <li>{words.notStated}</li>}
        {ladder.map(({ said, phase, rung, on, state }) => (
          <li key={said}>
            {fill(words.phase, { number: String(phase) })}: {words.rungs[rung]}, {dateText(language, on)} ·{' '}
            {words.states[state]}
          </li>
        ))}
      </ul>
      <p class="govuk-body">
        <a class="govuk-link" href={`${path}/ladder`}>
          {words.acts.say.title}
        </a>{' '}
        <a class="govuk-link" href={`${path}/obligations`}>
          {obligationTexts(language).title}
        </a>
      </p>
    </>
  );
}

/** As it was approved, in short: who of the office or of a party answers for it, is the office's matter. */
function RoadMap({
  frame,
  roadMap,
}: {
  readonly frame: Frame;
  readonly roadMap: NonNullable<TrackingView['roadMap']>;
}): JSX.Element {
  const { language } = frame;
  const words = roadMapTexts(language);
  const { facts } = trackingTexts(language);
  const texts = textsOf(language);
  const nameOf = { office: facts.office, investor: facts.you, party: texts.holders.party };
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">
          {words.title}: {dateText(language, roadMap.approvedOn)}
        </span>
      </summary>
      <Table
        frame={frame}
        caption={words.title}
        captionHidden
        columns={[{ text: words.row }, { text: words.target }, { text: facts.heldBy }]}
        rows={roadMap.stages.map(({ stage, date, isDone, holders }) => [
          texts.stages[stage],
          `${date === undefined ? '–' : dateText(language, date)}${isDone ? ' ✓' : ''}`,
          holders.map(({ kind, names }) => names?.[language] ?? nameOf[kind]).join(', '),
        ])}
      />
    </details>
  );
}

/** The list above says already what never took place. */
const withoutNever = (timeline: Dates): Dates =>
  timeline.endedOn === undefined
    ? timeline
    : { ...timeline, rows: timeline.rows.filter(({ state, runs }) => state !== 'ahead' || runs.length > 0) };

/** What the office and other bodies do with the plot afterwards is not theirs. */
const ofInvestor = (docket: DocketView): DocketView => ({
  ...docket,
  steps: docket.steps.filter(({ step }) => ['act-of-breach', 'decision', 'contract-ended'].includes(step)),
});

function Rest({ frame, view, path }: TrackingProps): JSX.Element {
  const words = trackingTexts(frame.language);
  const { link, lines } = view;
  return (
    <>
      {view.docket && (
        <>
          <h2 class="govuk-heading-m">{docketTexts(frame.language).heading}</h2>
          <DocketFacts frame={frame} docket={view.docket} />
          <DocketSteps frame={frame} docket={ofInvestor(view.docket)} />
        </>
      )}
      {lines.length > 0 && <Lines frame={frame} view={view} path={path} />}
      <Questions frame={frame} view={view} path={path} />
      <Obstacles frame={frame} view={view} path={path} />
      <Notes frame={frame} view={view} />
      <h2 class="govuk-heading-m">{words.headings.news}</h2>
      <News frame={frame} view={view} />
      <h2 class="govuk-heading-m">{words.headings.more}</h2>
      <p class="govuk-body">
        <a class="govuk-link" href={`${path}/documents`}>
          {documentPageTexts(frame.language).link}
        </a>
        {link.documents.length > 0 && ` (${countOf(words.documents.short, view)})`}
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={`${path}/copy`}>
          {words.copy.title}
        </a>
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={`${path}/naming`}>
          {publicTexts(frame.language).naming.title}
        </a>
      </p>
      <p class="govuk-body">{words.keepLink}</p>
      {link.actions.includes('people') && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${path}/people`}>
            {words.people.title}
          </a>
        </p>
      )}
      {link.actions.includes('withdraw') && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${path}/withdraw`}>
            {words.withdraw.link}
          </a>
        </p>
      )}
    </>
  );
}

function stateSentence({ language }: Frame, { link, suspendedUntil }: TrackingView): string {
  const { states } = trackingTexts(language);
  if (link.ending) return endedSentence({ language }, link, link.ending);
  if (suspendedUntil) return states.suspended;
  return link.phase === 'ended' ? '' : states[link.phase];
}

function Standing({ frame, view }: Pick<TrackingProps, 'frame' | 'view'>): JSX.Element {
  const { link, holders, suspendedUntil } = view;
  const { language } = frame;
  const { facts } = trackingTexts(language);
  const texts = textsOf(language);
  const holderName = { office: facts.office, investor: facts.you, party: texts.holders.party };
  const state = link.ending
    ? endingName(frame, link, link.ending)
    : texts.phases[suspendedUntil ? 'suspended' : link.phase];
  return (
    <>
      <SummaryList
        frame={frame}
        facts={[
          { term: facts.stage, value: `${texts.stages[link.stage]} · ${state}` },
          { term: facts.state, value: stateSentence(frame, view) },
          { term: facts.zone, value: link.zone[language] },
          ...(link.office.companion === undefined
            ? []
            : [{ term: careTexts(language).companion, value: link.office.companion }]),
          ...legalFacts(frame, link.legal),
        ]}
      />
      {holders.length > 0 && (
        <Table
          frame={frame}
          caption={facts.heldBy}
          columns={[{ text: facts.heldBy }, { text: facts.since }, { text: facts.until }]}
          rows={holders.map(({ kind, names, since, due, pausedUntil, endless, late }) => [
            names?.[language] ?? holderName[kind],
            dateText(language, since),
            late > 0 && pausedUntil === undefined ? (
              <strong class="late">
                {dateText(language, due)}, {countText(language, frame.words.lateBy, late)}
              </strong>
            ) : (
              <Until key={kind} frame={frame} due={due} pausedUntil={pausedUntil} endless={endless} />
            ),
          ])}
        />
      )}
    </>
  );
}

function Obstacles({ frame, view: { link }, path }: TrackingProps): JSX.Element | null {
  const words = obstacleTexts(frame.language);
  const mayReport = link.actions.includes('obstacle');
  const isHeld = link.assignments.some(({ moratorium }) => moratorium !== undefined);
  if (!mayReport && link.obstacles.length === 0 && !isHeld) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{words.heading}</h2>
      <MoratoriumNotes frame={frame} assignments={link.assignments} />
      {(link.obstacles.length > 0 || !isHeld) && (
        <ObstacleList
          frame={frame}
          reader="investor"
          offsetMinutes={link.offsetMinutes}
          obstacles={link.obstacles}
          addressOf={(id) => `${path}/obstacles/${id}`}
        />
      )}
      {mayReport && (
        <Button kind="secondary" href={`${path}/obstacles`}>
          {words.report}
        </Button>
      )}
    </>
  );
}

function Notes({ frame, view: { notes } }: Pick<TrackingProps, 'frame' | 'view'>): JSX.Element | null {
  if (notes.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{obstacleTexts(frame.language).notes.fromOffice}</h2>
      <ol class="govuk-list">
        {notes.map(({ on, text }, at) => (
          <li key={at}>
            <div class="govuk-hint">{dateText(frame.language, on)}</div>
            <div class="govuk-inset-text said">{text}</div>
          </li>
        ))}
      </ol>
    </>
  );
}

function News({ frame, view: { events, link } }: Pick<TrackingProps, 'frame' | 'view'>): JSX.Element {
  const { facts } = trackingTexts(frame.language);
  return (
    <ol class="govuk-list news" reversed>
      {events.map((event, at) => (
        <li key={at}>
          <span class="news__day">{dateText(frame.language, event.on)}</span> {eventText(frame.language, event, link)}
          {event.by && !event.answeredBy && ` · ${event.by}`}
          {event.answeredBy && ` ${facts.answeredBy}: ${answererText(frame.language, event.answeredBy)}.`}
        </li>
      ))}
    </ol>
  );
}
