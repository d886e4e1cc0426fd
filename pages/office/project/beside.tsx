import type { ComponentChildren, JSX } from 'preact';
import type { ProjectView } from '#core/api/views.ts';
import type { HolderTime } from '#core/figures/holder-time.ts';
import { faults } from '#core/project/project-action.ts';
import type { Timeline as Dates } from '#core/project/timeline.ts';
import type { LateReason } from '#core/stages/expected-start.ts';
import { localDateOf } from '#core/calendar/local-date.ts';
import { capital } from '#core/texts/capital.ts';
import { lineTexts } from '#core/texts/areas/lines.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import { countText, dateText, fill, numberText, textsOf } from '#core/texts/index.ts';
import { SummaryList, Table, type Fact } from '../../components/facts.tsx';
import { legalFacts } from '../../components/legal-clock.tsx';
import { lateReasonText } from '../../components/late-reason.ts';
import { LegalSource } from '../../components/legal-source.tsx';
import { Timeline } from '../../components/timeline.tsx';
import { Until } from '../../components/until.tsx';
import type { Frame } from '../../frame.ts';
import { assignmentAddress, lineAddress, projectAddress } from '../addresses.ts';
import { dueText } from '../due-text.ts';
import { LetterFacts } from '../letter-facts.tsx';
import { holderName, nameOf, stateName, type Parties } from '../names.ts';
import { TimeAsked } from '../time-asked.tsx';

export interface BesideProps {
  readonly frame: Frame;
  readonly view: ProjectView;
  readonly parties: Parties;
  /** Of the zone's time from UTC. */
  readonly offsetMinutes: number;
}

/** Who holds the project and until when. */
export function Holders({ frame, view, parties, offsetMinutes }: BesideProps): JSX.Element | null {
  const { project: words, actionFields } = officeTexts(frame.language);
  if (view.holders.length === 0) return null;
  const isLate = (assignmentId: string): boolean =>
    view.assignments.some((one) => one.assignmentId === assignmentId && one.overdue);
  const asked = view.assignments.flatMap((one) =>
    one.timeAsked === undefined ? [] : [{ assignment: one, date: one.timeAsked }],
  );
  return (
    <>
      <h2 class="govuk-heading-m">{words.heldBy}</h2>
      <ul class="govuk-list">
        {view.holders.map(({ assignmentId, holder, due, since, pausedUntil, endless }) => (
          <li key={assignmentId}>
            <strong>{holderName(frame, holder, parties)}</strong> –{' '}
            {endless || pausedUntil !== undefined ? (
              <Until frame={frame} due={due} pausedUntil={pausedUntil} endless={endless} />
            ) : isLate(assignmentId) ? (
              <strong class="late">{dueText(frame, due)}</strong>
            ) : (
              dueText(frame, due)
            )}{' '}
            · {words.since}: {dateText(frame.language, localDateOf(since, offsetMinutes))}
          </li>
        ))}
        {asked.map(({ assignment, date }) => (
          <li key={assignment.assignmentId}>
            {capital(frame.language, nameOf(frame, assignment))} – {actionFields.timeAsked}:{' '}
            <TimeAsked frame={frame} view={view} assignment={assignment} date={date} reason={assignment.timeReason} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Why it is late; a line that is kept leads to its page. */
function Because({
  frame: { language },
  view,
  reason,
}: Pick<BesideProps, 'frame' | 'view'> & { readonly reason: LateReason }): JSX.Element {
  const text = lateReasonText(language, reason);
  if (reason.by !== 'line' || reason.lineId === undefined) return <>{text}</>;
  return (
    <a class="govuk-link" href={lineAddress(view.zoneId, reason.lineId)}>
      {text}
    </a>
  );
}

/** The state, and when construction is expected to begin. */
export function Standing({ frame, view }: BesideProps): JSX.Element {
  const { language } = frame;
  const { project: words } = officeTexts(language);
  const { stage, pause, due, start, term } = view;
  const facts: Fact[] = [
    { term: words.stage, value: textsOf(language).stages[stage] },
    {
      term: words.state,
      value: pause ? fill(words.suspended, { date: dateText(language, pause.reviewOn) }) : stateName(frame, view),
    },
    ...(due === undefined || pause !== undefined ? [] : [{ term: words.due, value: dateText(language, due) }]),
    ...(term === undefined
      ? []
      : [{ term: words.legalSource, value: <LegalSource language={language} source={term.source} /> }]),
    ...legalFacts(frame, view.legal),
    ...(start === undefined
      ? []
      : [
          { term: words.expectedStart, value: dateText(language, start.expected) },
          {
            term: words.slack,
            value:
              start.slack < 0 ? (
                <strong class="late">{numberText(language, start.slack)}</strong>
              ) : (
                numberText(language, start.slack)
              ),
          },
          ...(start.because
            ? [
                {
                  term: lineTexts(language).because,
                  value: <Because frame={frame} view={view} reason={start.because} />,
                },
              ]
            : []),
        ]),
  ];
  return (
    <>
      <h2 class="govuk-heading-m">{words.now}</h2>
      <SummaryList frame={frame} facts={facts} />
      {view.phase === 'entering' && (
        <p class="govuk-body">
          {words.moving}{' '}
          <a class="govuk-link" href={projectAddress(view.projectId)}>
            {words.again}
          </a>
        </p>
      )}
      {!view.confirmed && <p class="govuk-inset-text">{words.unconfirmed}</p>}
    </>
  );
}

/** Stages and what was asked in them by their days; each leads to its page. */
export const Plan = ({
  frame,
  parties,
  timeline,
}: Pick<BesideProps, 'frame' | 'parties'> & { readonly timeline: Dates }): JSX.Element => (
  <Timeline
    frame={frame}
    timeline={timeline}
    nameOf={(assignment) => (
      <>
        <a class="govuk-link" href={assignmentAddress(assignment.assignmentId)}>
          {capital(frame.language, nameOf(frame, assignment))}
        </a>{' '}
        <span class="plan__holder">{holderName(frame, assignment.holder, parties)}</span>
      </>
    )}
  />
);

/** Whose working days each stage took: what lay side by side counts for each. */
export function TimeHeld({
  frame,
  parties,
  time,
}: Pick<BesideProps, 'frame' | 'parties'> & { readonly time: readonly HolderTime[] }): JSX.Element | null {
  const { language } = frame;
  const { project: words } = officeTexts(language);
  if (time.length === 0) return null;
  const share = ({ holder, days, late }: HolderTime['held'][number]): string =>
    [
      `${holderName(frame, holder, parties)}: ${numberText(language, days)}`,
      ...(late > 0 ? [countText(language, frame.words.lateBy, late)] : []),
    ].join(', ');
  const paused = (one: HolderTime) =>
    faults.flatMap((fault) =>
      one.paused[fault] === undefined
        ? []
        : [`${capital(language, textsOf(language).faults[fault])}: ${numberText(language, one.paused[fault])}`],
    );
  const lines = (all: readonly string[]) =>
    all.length === 0
      ? '–'
      : all.map((text) => (
          <span key={text} class="plan__fact">
            {text}
          </span>
        ));
  return (
    <Table
      frame={frame}
      caption={words.timeHeld}
      columns={[
        { text: words.stage },
        { text: words.workingDays, numeric: true },
        { text: words.daysWith },
        { text: words.daysPaused },
      ]}
      rows={time.map((one) => [
        textsOf(language).stages[one.stage],
        numberText(language, one.days),
        lines(one.held.map(share)),
        lines(paused(one)),
      ])}
    />
  );
}

/** What is decided in one column; beside it whose it is, by when, and the letter. On a phone one below the other, the decision first. */
export const Desk = ({
  children,
  more,
  ...beside
}: BesideProps & { readonly children: ComponentChildren; readonly more?: ComponentChildren }): JSX.Element => (
  <div class="two-columns">
    <div>{children}</div>
    <div class="two-columns__beside">
      <Standing {...beside} />
      <Holders {...beside} />
      <h2 class="govuk-heading-m">{officeTexts(beside.frame.language).project.letter}</h2>
      <LetterFacts frame={beside.frame} view={beside.view} />
      {more}
    </div>
  </div>
);
