import type { JSX } from 'preact';
import type { OfficeNote } from '#core/work/office-note.ts';
import type { AssignmentView, ProjectView } from '#core/api/views.ts';
import { dateText, fill, numberText, textsOf } from '#core/texts/index.ts';
import { handlingTexts } from '#core/texts/areas/handling.ts';
import { documentPageTexts } from '#core/texts/areas/document-pages.ts';
import { obstacleTexts } from '#core/texts/areas/obstacles.ts';
import { officeTexts, type OfficeTexts } from '#core/texts/areas/office.ts';
import type { ProjectAction } from '#core/project/act-on-project.ts';
import { capital } from '#core/texts/capital.ts';
import { CalendarLink } from '../../components/calendar-link.tsx';
import { LegalSource } from '../../components/legal-source.tsx';
import { Notification, SummaryList, Table, Tag, type Fact } from '../../components/facts.tsx';
import { Button } from '../../components/form.tsx';
import { suspendedText } from '../../components/until.tsx';
import { localDateOf } from '#core/calendar/local-date.ts';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { ObstacleList } from '../../components/obstacle-list.tsx';
import {
  actionAddress,
  assignmentAddress,
  contactAddress,
  documentsAddress,
  historyAddress,
  notesAddress,
  projectAddress,
  obstacleAddress,
  obstaclesAddress,
  projectCalendarAddress,
  trackingLinkAddress,
} from '../addresses.ts';
import { AssignmentTable } from '../work-list/assignment-table.tsx';
import { dueText } from '../due-text.ts';
import { TimeAsked } from '../time-asked.tsx';
import { Duplicates, Merged } from '../duplicates.tsx';
import { EntryList } from '../work-list/entry-list.tsx';
import { LetterFacts } from '../letter-facts.tsx';
import { Missing } from '../missing-list.tsx';
import { NoteList } from '../notes/page.tsx';
import type { Office } from '../worker-name.ts';
import { holderName, nameOf, stateName, type Parties } from '../names.ts';

/** The office's latest notes, for those who read them. */
export interface LatestNotes {
  readonly notes: readonly OfficeNote[];
  readonly office: Office;
}

interface Props {
  readonly frame: Frame;
  readonly view: ProjectView;
  readonly parties: Parties;
  /** Of the zone's time from UTC. */
  readonly offsetMinutes: number;
  readonly latest?: LatestNotes | undefined;
  /** The list the reader came from. */
  readonly back: string;
  /** What has just been done here. */
  readonly done?: keyof OfficeTexts['done'] | 'contact' | 'tracking-link' | undefined;
}

const actions: readonly ProjectAction['action'][] = ['suspend', 'resume', 'extend', 'reopen'];
/** What ends a project for good: apart from what may be undone, and in a colour of its own. */
const endings: readonly ProjectAction['action'][] = ['withdraw', 'terminate'];

/** What the office holds now and the reader may answer: the next thing to do. */
const nextOf = ({ assignments, holders }: ProjectView): readonly AssignmentView[] =>
  assignments.filter(
    ({ assignmentId, holder, allowedOutcomes }) =>
      holder.kind === 'office' &&
      allowedOutcomes.length > 0 &&
      holders.some((one) => one.assignmentId === assignmentId),
  );

/** Who holds the project and until when; for those of the office who may answer, the way to what waits for them. */
function Holders({ frame, view, parties, offsetMinutes }: Props): JSX.Element | null {
  const { project: words } = officeTexts(frame.language);
  if (view.holders.length === 0) return null;
  const next = nextOf(view);
  const isLate = (assignmentId: string): boolean =>
    view.assignments.some((one) => one.assignmentId === assignmentId && one.overdue);
  const asked = view.assignments.flatMap((one) =>
    one.timeAsked === undefined ? [] : [{ assignment: one, date: one.timeAsked }],
  );
  return (
    <section class={`call${next.length > 0 ? '' : ' call--calm'}`} aria-labelledby="held-by">
      <h2 class="govuk-heading-m" id="held-by">
        {words.heldBy}
      </h2>
      <ul class="govuk-list">
        {view.holders.map(({ assignmentId, holder, due, since, pausedUntil }) => (
          <li key={assignmentId}>
            <strong>{holderName(frame, holder, parties)}</strong> –{' '}
            {pausedUntil !== undefined ? (
              <Tag colour="yellow">{suspendedText(frame, pausedUntil)}</Tag>
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
            {capital(frame.language, nameOf(frame, assignment))} – {officeTexts(frame.language).actionFields.timeAsked}:{' '}
            <TimeAsked frame={frame} view={view} assignment={assignment} date={date} reason={assignment.timeReason} />
          </li>
        ))}
      </ul>
      {next.length > 0 && (
        <div class="govuk-button-group">
          {next.map((one) => (
            <a key={one.assignmentId} class="govuk-button" href={assignmentAddress(one.assignmentId)}>
              {capital(frame.language, nameOf(frame, one))}
            </a>
          ))}
        </div>
      )}
    </section>
  );
}

/** The state, and when construction is expected to begin. */
function Standing({ frame, view }: Props): JSX.Element {
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

/** What else the reader may answer: above all what came on paper. */
function ToDo({ frame, view, parties }: Props): JSX.Element | null {
  const { project: words } = officeTexts(frame.language);
  const next = nextOf(view);
  const open = view.assignments.filter((one) => one.allowedOutcomes.length > 0 && !next.includes(one));
  const isStaffAtWork = view.allowedActions.includes('answer');
  if (!isStaffAtWork || view.phase === 'entering' || (next.length > 0 && open.length === 0)) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{words.todo}</h2>
      <EntryList
        frame={frame}
        empty={words.nothing}
        entries={open.map((one) => ({
          key: one.assignmentId,
          href: assignmentAddress(one.assignmentId),
          name: capital(frame.language, nameOf(frame, one)),
          hint: holderName(frame, one.holder, parties),
          due: one.pausedUntil === undefined ? dueText(frame, one.due) : suspendedText(frame, one.pausedUntil),
          overdue: one.overdue && one.pausedUntil === undefined,
        }))}
      />
    </>
  );
}

function Actions({ frame, view }: Props): JSX.Element | null {
  const words = officeTexts(frame.language);
  const { steps } = handlingTexts(frame.language);
  const allowed = actions.filter((action) => view.allowedActions.includes(action));
  const mayCorrect = view.allowedActions.includes('correct-contact');
  const mayRenew = view.allowedActions.includes('renew-link');
  const ending = endings.filter((action) => view.allowedActions.includes(action));
  if (allowed.length + ending.length === 0 && !mayCorrect && !mayRenew) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{words.project.more}</h2>
      <div class="govuk-button-group">
        {allowed.map((action) => (
          <Button key={action} kind="secondary" href={actionAddress(view.projectId, action)}>
            {words.actions[action].title}
          </Button>
        ))}
        {mayCorrect && (
          <Button kind="secondary" href={contactAddress(view.projectId)}>
            {steps.contact.title}
          </Button>
        )}
        {mayRenew && (
          <Button kind="secondary" href={trackingLinkAddress(view.projectId)}>
            {steps['tracking-link'].title}
          </Button>
        )}
      </div>
      {ending.length > 0 && (
        <div class="govuk-button-group">
          {ending.map((action) => (
            <Button key={action} kind="warning" href={actionAddress(view.projectId, action)}>
              {words.actions[action].title}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}

/** What stands in the way, for all who see the project; what was said of it is read on its own page. */
function Obstacles({ frame, view, offsetMinutes, latest }: Props): JSX.Element | null {
  const words = obstacleTexts(frame.language);
  const mayRecord = view.allowedActions.includes('raise-obstacle');
  if (view.obstacles.length === 0 && !mayRecord) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{words.heading}</h2>
      <ObstacleList
        frame={frame}
        reader="office"
        offsetMinutes={offsetMinutes}
        obstacles={view.obstacles}
        addressOf={(id) => (latest === undefined ? undefined : obstacleAddress(view.projectId, id))}
      />
      {mayRecord && (
        <p class="govuk-body">
          <a class="govuk-link" href={obstaclesAddress(view.projectId)}>
            {words.record}
          </a>
        </p>
      )}
    </>
  );
}

function Notes({ frame, view, offsetMinutes, latest }: Props): JSX.Element | null {
  if (latest === undefined) return null;
  const { notes: words } = obstacleTexts(frame.language);
  return (
    <>
      <h2 class="govuk-heading-m">{words.heading}</h2>
      <NoteList frame={frame} offsetMinutes={offsetMinutes} {...latest} />
      <p class="govuk-body">
        <a class="govuk-link" href={notesAddress(view.projectId)}>
          {view.allowedActions.includes('add-note') ? words.add : words.all}
        </a>
      </p>
    </>
  );
}

function Stages({ frame, view }: Props): JSX.Element {
  const {
    language,
    words: { stageStates },
  } = frame;
  const { project: words } = officeTexts(language);
  const day = (date: string | undefined) => (date === undefined ? '–' : dateText(language, date));
  return (
    <Table
      frame={frame}
      caption={words.stages}
      columns={[
        { text: words.stage },
        { text: words.state },
        { text: words.baseline },
        { text: words.target },
        { text: words.actual },
      ]}
      rows={view.stages.map(({ stage, state, baseline, target, actual, suspendedUntil }, at) => [
        `${String(at + 1)}. ${textsOf(language).stages[stage]}`,
        state === 'running' && view.ending !== undefined
          ? stateName(frame, view)
          : suspendedUntil === undefined
            ? stageStates[state]
            : suspendedText(frame, suspendedUntil),
        day(baseline),
        state === 'done' || view.ending !== undefined ? '–' : day(target),
        day(actual),
      ])}
    />
  );
}

/** One project for staff: where it stands, what they can do, the path, the assignments, the letter. */
export function projectPage(props: Props): JSX.Element {
  const { frame, view, done } = props;
  const words = officeTexts(frame.language);
  return (
    <Layout frame={frame} title={`${view.number} · ${view.company}`} back={props.back} wide>
      {done && (
        <Notification frame={frame}>
          {done === 'contact' || done === 'tracking-link'
            ? handlingTexts(frame.language).steps[done].done
            : words.done[done]}
        </Notification>
      )}
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{view.number}</span>
        {view.company}
      </h1>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <Holders {...props} />
          <Standing {...props} />
          <Merged frame={frame} view={view} />
          <Duplicates frame={frame} view={view} />
          <Missing frame={frame} missing={view.missing} />
          <ToDo {...props} />
          <Obstacles {...props} />
          <Notes {...props} />
          <Actions {...props} />
          {view.allowedActions.includes('view-documents') && (
            <p class="govuk-body">
              <a class="govuk-link" href={documentsAddress(view.projectId)}>
                {documentPageTexts(frame.language).link}
              </a>
            </p>
          )}
          <p class="govuk-body">
            <a class="govuk-link" href={historyAddress(view.projectId)}>
              {words.project.history}
            </a>
          </p>
          {!view.ending && <CalendarLink frame={frame} href={projectCalendarAddress(view.projectId)} />}
        </div>
      </div>
      <Stages {...props} />
      <AssignmentTable frame={frame} view={view} parties={props.parties} />
      <h2 class="govuk-heading-m">{words.project.letter}</h2>
      <LetterFacts frame={frame} view={view} />
    </Layout>
  );
}
