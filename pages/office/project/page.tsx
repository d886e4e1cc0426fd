import type { JSX } from 'preact';
import type { OfficeNote } from '#core/work/office-note.ts';
import type { ProjectView } from '#core/api/views.ts';
import { clockText, fill } from '#core/texts/index.ts';
import type { Timeline as Dates } from '#core/project/timeline.ts';
import { careTexts, type CareTexts } from '#core/texts/areas/care.ts';
import { handlingTexts } from '#core/texts/areas/handling.ts';
import { documentPageTexts } from '#core/texts/areas/document-pages.ts';
import { historyTexts } from '#core/texts/areas/history.ts';
import { obstacleTexts } from '#core/texts/areas/obstacles.ts';
import { officeTexts, type OfficeTexts } from '#core/texts/areas/office.ts';
import type { HolderTime } from '#core/figures/holder-time.ts';
import type { ProjectAction } from '#core/project/act-on-project.ts';
import { CalendarLink } from '../../components/calendar-link.tsx';
import { Notification } from '../../components/facts.tsx';
import { Button, Form } from '../../components/form.tsx';
import { Layout } from '../../layout.tsx';
import { MoratoriumNotes } from '../../components/moratorium-notes.tsx';
import { ObstacleList } from '../../components/obstacle-list.tsx';
import {
  actionAddress,
  contactAddress,
  documentsAddress,
  historyAddress,
  notesAddress,
  projectAddress,
  obstacleAddress,
  obstaclesAddress,
  printAddress,
  projectCalendarAddress,
  trackingLinkAddress,
  undoAddress,
} from '../addresses.ts';
import { AssignmentTable } from '../work-list/assignment-table.tsx';
import { Duplicates, Merged } from '../duplicates.tsx';
import { SamePlot } from '../same-plot.tsx';
import { WorkHere, type Work } from '../assignment/page.tsx';
import { Desk, Plan, TimeHeld, type BesideProps } from './beside.tsx';
import { StillOpen } from '../still-open.tsx';
import type { Colleague } from '#core/work/view-colleagues.ts';
import { CareSection } from '../care/page.tsx';
import { NeedsSection } from './needs.tsx';
import { DocketSection } from '../docket/page.tsx';
import { NoteList } from '../notes/page.tsx';
import type { Office } from '../worker-name.ts';

/** The office's latest notes, for those who read them. */
export interface LatestNotes {
  readonly notes: readonly OfficeNote[];
  readonly office: Office;
}

interface Props extends BesideProps {
  readonly timeline: Dates;
  readonly time: readonly HolderTime[];
  /** What the office is to do next, where the reader may do it. */
  readonly work?: Work | undefined;
  /** A question of the investor beside it. */
  readonly asked?: Work | undefined;
  readonly latest?: LatestNotes | undefined;
  /** Who has worked on its docket. */
  readonly office: { readonly reader: string; readonly people: readonly Colleague[] };
  /** The list the reader came from. */
  readonly back: string;
  /** What has just been done here. */
  readonly done?:
    | Exclude<keyof OfficeTexts['done'], 'next' | 'untilWhen' | 'undo'>
    | 'held'
    | 'contact'
    | 'tracking-link'
    | keyof CareTexts['done']
    | undefined;
  /** With what it can be taken back, and until when (epoch ms). */
  readonly undo?: { readonly version: number; readonly until: number } | undefined;
  /** What it was done to, where that was the project before in the list. */
  readonly before?: Pick<ProjectView, 'projectId' | 'number' | 'company'> | undefined;
}

const actions: readonly ProjectAction['action'][] = ['suspend', 'renew-pause', 'resume', 'extend', 'reopen'];
/** What ends a project for good: apart from what may be undone, and in a colour of its own. */
const endings: readonly ProjectAction['action'][] = ['withdraw', 'terminate'];

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
  const isHeld = view.assignments.some(({ moratorium }) => moratorium !== undefined);
  if (view.obstacles.length === 0 && !mayRecord && !isHeld) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{words.heading}</h2>
      <MoratoriumNotes frame={frame} assignments={view.assignments} />
      {(view.obstacles.length > 0 || !isHeld) && (
        <ObstacleList
          frame={frame}
          reader="office"
          offsetMinutes={offsetMinutes}
          obstacles={view.obstacles}
          addressOf={(id) => (latest === undefined ? undefined : obstacleAddress(view.projectId, id))}
        />
      )}
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

/** While nothing of it was sent. */
function TakeBack({ frame, undo, before, view, offsetMinutes }: Props): JSX.Element | null {
  const { done: words } = officeTexts(frame.language);
  if (undo === undefined) return null;
  return (
    <Form frame={frame} action={undoAddress((before ?? view).projectId)}>
      <input type="hidden" name="version" value={String(undo.version)} />
      <div class="take-back">
        <p class="govuk-body">{fill(words.untilWhen, { time: clockText(undo.until, offsetMinutes) })}</p>
        <Button kind="secondary">{words.undo}</Button>
      </div>
    </Form>
  );
}

/** What has just been done, here or on the project before. */
function Done(props: Props): JSX.Element | null {
  const { frame, done, before, back, work } = props;
  const words = officeTexts(frame.language);
  if (done === undefined) return null;
  const care = careTexts(frame.language).done;
  const said =
    done === 'held'
      ? documentPageTexts(frame.language).done.held
      : done === 'contact' || done === 'tracking-link'
        ? handlingTexts(frame.language).steps[done].done
        : done in care
          ? care[done as keyof CareTexts['done']]
          : words.done[done as keyof typeof words.done];
  const isLast = before === undefined && done === 'answered' && work === undefined;
  return (
    <Notification
      frame={frame}
      below={<TakeBack {...props} />}
      {...(done === 'too-late' && { kind: 'important' as const })}
    >
      {before && (
        <>
          <a class="govuk-notification-banner__link" href={projectAddress(before.projectId)}>
            {before.number} · {before.company}
          </a>
          :{' '}
        </>
      )}
      {said} {before && words.done.next}
      {isLast && (
        <a class="govuk-notification-banner__link" href={back}>
          {words.list.title}
        </a>
      )}
    </Notification>
  );
}

const WayOn = ({ frame, view }: Props): JSX.Element => (
  <>
    {view.allowedActions.includes('view-documents') && (
      <p class="govuk-body">
        <a class="govuk-link" href={documentsAddress(view.projectId)}>
          {documentPageTexts(frame.language).link}
        </a>
      </p>
    )}
    <p class="govuk-body">
      <a class="govuk-link" href={historyAddress(view.projectId)}>
        {officeTexts(frame.language).project.history}
      </a>
    </p>
    <p class="govuk-body">
      <a class="govuk-link" href={printAddress(view.projectId)}>
        {historyTexts(frame.language).print}
      </a>
    </p>
    {!view.ending && <CalendarLink frame={frame} href={projectCalendarAddress(view.projectId)} />}
  </>
);

/** One project for staff: what they are to do and can do, beside it where it stands and the letter; then the path and the assignments. */
export function projectPage(props: Props): JSX.Element {
  const { frame, view, work, asked, parties } = props;
  return (
    <Layout frame={frame} title={`${view.number} · ${view.company}`} back={props.back} wide>
      <Done {...props} />
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{view.number}</span>
        {view.company}
      </h1>
      <Desk {...props} more={<WayOn {...props} />}>
        <Merged frame={frame} view={view} />
        <Duplicates frame={frame} view={view} />
        <SamePlot frame={frame} view={view} />
        {work && <WorkHere {...work} />}
        {/* Two forms on a page would have fields of one name. */}
        {asked && <WorkHere {...(work?.answer ? { about: asked.about } : asked)} />}
        <StillOpen frame={frame} view={view} parties={parties} but={asked?.about.assignment.assignmentId} />
        <CareSection frame={frame} view={view} offsetMinutes={props.offsetMinutes} {...props.office} />
        <NeedsSection frame={frame} view={view} />
        <DocketSection frame={frame} view={view} {...props.office} />
        <Obstacles {...props} />
        <Notes {...props} />
        <Actions {...props} />
      </Desk>
      <Plan {...props} />
      <TimeHeld {...props} />
      <AssignmentTable frame={frame} view={view} parties={parties} />
    </Layout>
  );
}
