import type { JSX } from 'preact';
import type { Names } from '#core/reference/reference.ts';
import type { ObstacleLineView, ProjectLineView } from '#core/api/views.ts';
import { stageIds } from '#core/stages/stage-id.ts';
import { endings } from '#core/project/event.ts';
import { fill, numberText, textsOf } from '#core/texts/index.ts';
import { handlingTexts } from '#core/texts/areas/handling.ts';
import { listTexts } from '#core/texts/areas/lists.ts';
import { obstacleTexts } from '#core/texts/areas/obstacles.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import type { WorkLine } from '#core/work/list-work.ts';
import type { ZoneView } from '#core/reference/view-zone.ts';
import { capital } from '#core/texts/capital.ts';
import { CalendarLink } from '../../components/calendar-link.tsx';
import { Pagination } from '../../components/facts.tsx';
import { suspendedText } from '../../components/until.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { aboutText, dueInList, withText, type Reading } from '../../components/obstacle-names.ts';
import {
  assignmentAddress,
  linesAddress,
  listAddress,
  obstacleAddress,
  officeCalendarAddress,
  paperAddress,
  projectAddress,
  type ListFilter,
} from '../addresses.ts';
import { dueText } from '../due-text.ts';
import { EntryList, type Entry } from './entry-list.tsx';
import { listHeading } from './list-heading.ts';
import { nameOf, stateName } from '../names.ts';
import { NarrowForm } from './narrow-form.tsx';
import { workerName, type Office } from '../worker-name.ts';

export interface WorkList {
  readonly zone: ZoneView;
  readonly zones: readonly { readonly zoneId: string; readonly names: Names }[];
  readonly filter: ListFilter;
  /** Of the zone, counted up to 100. */
  readonly openObstacles: number;
  readonly office: Office;
  /** One of the three, as the filter says. */
  readonly obstacles?: readonly ObstacleLineView[];
  readonly tasks?: readonly WorkLine[];
  readonly projects?: readonly ProjectLineView[];
  /** Where the next page begins. */
  readonly next?: string | undefined;
  readonly isFirst: boolean;
}

type Props = WorkList & { readonly frame: Frame };

const same = (one: ListFilter, other: ListFilter): boolean => listAddress('', one) === listAddress('', other);

function taskEntry(frame: Frame, office: Office, { assignment, project }: WorkLine): Entry {
  const { assignmentId, due, overdue, stage, assignee } = assignment;
  const pausedUntil = [assignment.pausedUntil, project.suspendedUntil]
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1);
  const worker =
    assignee === undefined ? [] : [`${handlingTexts(frame.language).worksOn}: ${workerName(frame, office, assignee)}`];
  return {
    key: assignmentId,
    href: assignmentAddress(assignmentId),
    name: capital(frame.language, nameOf(frame, assignment)),
    hint: [project.number, project.company, textsOf(frame.language).stages[stage], ...worker].join(' · '),
    due: pausedUntil === undefined ? dueText(frame, due) : suspendedText(frame, pausedUntil),
    overdue: overdue && pausedUntil === undefined,
  };
}

function obstacleEntry(
  reading: Reading,
  isReadable: boolean,
  { obstacleId, about, project, ...obstacle }: ObstacleLineView,
): Entry {
  const { projectId, number, company } = project;
  return {
    key: `${projectId} ${obstacleId}`,
    href: isReadable ? obstacleAddress(projectId, obstacleId) : projectAddress(projectId),
    name: aboutText(reading.frame, about),
    hint: [number, company, withText(reading, obstacle)].join(' · '),
    due: dueInList(reading.frame, obstacle),
    overdue: obstacle.late !== undefined,
  };
}

function projectEntry(frame: Frame, today: string, project: ProjectLineView): Entry {
  const { projectId, number, company, stage, endsOn: due, ending, suspendedUntil } = project;
  const late = due !== undefined && due < today && suspendedUntil === undefined;
  return {
    key: projectId,
    href: projectAddress(projectId),
    name: `${number} · ${company}`,
    hint: `${textsOf(frame.language).stages[stage]} · ${stateName(frame, project)}`,
    ...(due !== undefined &&
      ending === undefined && {
        due: suspendedUntil === undefined ? dueText(frame, due) : suspendedText(frame, suspendedUntil),
        overdue: late,
      }),
  };
}

interface Choice {
  readonly filter: ListFilter;
  readonly text: string;
}

const Choices = ({
  zoneId,
  filter,
  choices,
}: {
  readonly zoneId: string;
  readonly filter: ListFilter;
  readonly choices: readonly Choice[];
}): JSX.Element => (
  <ul class="govuk-list">
    {choices.map(({ filter: to, text }) => (
      <li key={text}>
        {same(to, filter) ? (
          <strong aria-current="true">{text}</strong>
        ) : (
          <a class="govuk-link" href={listAddress(zoneId, to)}>
            {text}
          </a>
        )}
      </li>
    ))}
  </ul>
);

const Group = ({ title, ...props }: Parameters<typeof Choices>[0] & { readonly title: string }): JSX.Element => (
  <details class="govuk-details" {...(props.choices.some((one) => same(one.filter, props.filter)) && { open: true })}>
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">{title}</span>
    </summary>
    <div class="govuk-details__text">
      <Choices {...props} />
    </div>
  </details>
);

function Filters({ frame: { language }, zone, filter, openObstacles }: Props): JSX.Element {
  const { list } = officeTexts(language);
  const { stages, endings: ends } = textsOf(language);
  const props = { zoneId: zone.zoneId, filter };
  const words = listTexts(language);
  const stageFilter = (stage: string): ListFilter => ({ by: 'projects', stage });
  return (
    <nav aria-label={list.show}>
      <Choices
        {...props}
        choices={[
          { filter: { by: 'tasks', holder: 'office' }, text: list.tasks },
          { filter: { by: 'tasks', holder: 'office', mine: true }, text: words.mine },
          { filter: { by: 'projects', overdue: true }, text: list.overdue },
          { filter: { by: 'tasks', holder: 'investor' }, text: list.ofInvestors },
          {
            filter: { by: 'obstacles' },
            text: fill(obstacleTexts(language).listCount, { count: numberText(language, openObstacles) }),
          },
          { filter: { by: 'projects' }, text: list.all },
        ]}
      />
      <Group
        {...props}
        title={list.byStage}
        choices={stageIds.map((stage) => ({ filter: stageFilter(stage), text: stages[stage] }))}
      />
      <Group
        {...props}
        title={list.byParty}
        choices={zone.parties.map(({ partyId, names }) => ({
          filter: { by: 'tasks', holder: partyId },
          text: names[language],
        }))}
      />
      {zone.forums.length > 0 && (
        <Group
          {...props}
          title={words.byForum}
          choices={zone.forums.map(({ forumId, names }) => ({
            filter: { by: 'projects', forum: forumId },
            text: names[language],
          }))}
        />
      )}
      <Group
        {...props}
        title={list.ended}
        choices={endings.map((ending) => ({ filter: stageFilter(ending), text: ends[ending] }))}
      />
    </nav>
  );
}

function Search({ frame: { language }, zone, filter }: Props): JSX.Element {
  const { list } = officeTexts(language);
  return (
    <form method="get" action="/office" role="search">
      <input type="hidden" name="zone" value={zone.zoneId} />
      <div class="govuk-form-group">
        <label class="govuk-label" for="q">
          {list.search}
        </label>
        <div id="q-hint" class="govuk-hint">
          {list.searchHint}
        </div>
        <input
          class="govuk-input"
          id="q"
          name="q"
          type="search"
          maxLength={100}
          value={filter.by === 'projects' ? (filter.q ?? '') : ''}
          aria-describedby="q-hint"
        />
      </div>
      <button type="submit" class="govuk-button govuk-button--secondary">
        {list.find}
      </button>
    </form>
  );
}

function Zones({ frame: { language }, zones, zone }: Props): JSX.Element | null {
  if (zones.length < 2) return null;
  return (
    <nav aria-label={officeTexts(language).list.zone}>
      <ul class="govuk-list">
        {zones.map(({ zoneId, names }) => (
          <li key={zoneId}>
            {zoneId === zone.zoneId ? (
              <strong aria-current="true">{names[language]}</strong>
            ) : (
              <a class="govuk-link" href={listAddress(zoneId, { by: 'tasks', holder: 'office' })}>
                {names[language]}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The entries of the list, and what it says when there are none. */
function entriesOf({
  frame,
  zone,
  filter,
  office,
  tasks = [],
  projects = [],
  obstacles = [],
}: Props): Required<Pick<Parameters<typeof EntryList>[0], 'entries' | 'empty'>> {
  const { list } = officeTexts(frame.language);
  switch (filter.by) {
    case 'tasks':
      return { entries: tasks.map((line) => taskEntry(frame, office, line)), empty: list.noTasks };
    case 'obstacles':
      return {
        entries: obstacles.map((line) =>
          obstacleEntry({ frame, reader: 'office', offsetMinutes: zone.offsetMinutes }, zone.readsNotes, line),
        ),
        empty: obstacleTexts(frame.language).noneOpen,
      };
    default:
      return { entries: projects.map((project) => projectEntry(frame, zone.today, project)), empty: list.noProjects };
  }
}

function Entries(props: Props): JSX.Element {
  const { frame, zone, filter, next, isFirst } = props;
  const { list } = officeTexts(frame.language);
  return (
    <>
      <EntryList
        frame={frame}
        {...entriesOf(props)}
        {...(next !== undefined && { empty: listTexts(frame.language).nothingSoFar })}
      />
      <Pagination frame={frame} next={next === undefined ? undefined : listAddress(zone.zoneId, filter, next)} />
      {!isFirst && (
        <p class="govuk-body">
          <a class="govuk-link" href={listAddress(zone.zoneId, filter)}>
            {list.first}
          </a>
        </p>
      )}
    </>
  );
}

/** What waits in a zone, by due date: where staff arrive. */
export function workListPage(props: Props): JSX.Element {
  const { frame, zone } = props;
  const { list } = officeTexts(frame.language);
  const heading = listHeading(frame, zone, props.filter);
  return (
    <Layout frame={frame} title={heading} wide>
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{zone.names[frame.language]}</span>
        {heading}
      </h1>
      <Zones {...props} />
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <p class="govuk-body narrow-only">
            <a class="govuk-link" href="#lists">
              {listTexts(frame.language).otherLists}
            </a>
          </p>
          {props.filter.by !== 'obstacles' && <NarrowForm frame={frame} zone={zone} filter={props.filter} />}
          <Entries {...props} />
        </div>
        <div class="govuk-grid-column-one-third" id="lists">
          <Search {...props} />
          <Filters {...props} />
          {zone.works && (
            <p class="govuk-body">
              <a class="govuk-link" href={paperAddress(zone.zoneId)}>
                {list.enterLetter}
              </a>
            </p>
          )}
          <CalendarLink frame={frame} href={officeCalendarAddress(zone.zoneId)} />
          <p class="govuk-body">
            <a class="govuk-link" href={linesAddress(zone.zoneId)}>
              {list.lines}
            </a>
          </p>
        </div>
      </div>
    </Layout>
  );
}

/** For somebody who belongs to no zone. */
export function noZonePage(frame: Frame): JSX.Element {
  const { list } = officeTexts(frame.language);
  return (
    <Layout frame={frame} title={list.title}>
      <h1 class="govuk-heading-l">{list.title}</h1>
      <p class="govuk-body">{list.noZone}</p>
    </Layout>
  );
}
