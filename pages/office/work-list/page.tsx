import type { JSX } from 'preact';
import type { Names } from '#core/reference/reference.ts';
import type { ObstacleLineView, ProjectLineView } from '#core/api/views.ts';
import { fill, numberText } from '#core/texts/index.ts';
import { deskTexts } from '#core/texts/areas/desk.ts';
import { listTexts } from '#core/texts/areas/lists.ts';
import { obstacleTexts } from '#core/texts/areas/obstacles.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import type { WorkList } from '#core/work/list-work.ts';
import { mostRows } from '#core/work/work-query.ts';
import type { ZoneView } from '#core/reference/view-zone.ts';
import { Pagination } from '../../components/facts.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import names from '../../assets/names.json' with { type: 'json' };
import { aboutText, dueInList, whereText, type Reading } from '../../components/obstacle-names.ts';
import {
  listAddress,
  listFileAddress,
  obstacleAddress,
  zoneObstacleAddress,
  zoneObstaclesAddress,
  projectAddress,
  queryOf,
  type ListFilter,
  type TaskFilter,
} from '../addresses.ts';
import { MoratoriumNotes } from '../../components/moratorium-notes.tsx';
import { EntryList, type Entry } from './entry-list.tsx';
import { DailyLists, MoreLists, OtherPages, SavedFilters, Search, Zones } from './lists.tsx';
import { listHeading } from './list-heading.ts';
import { NarrowForm } from './narrow-form.tsx';
import { ProjectTable, WorkTable } from './work-table.tsx';
import type { Office } from '../worker-name.ts';

export interface WorkListProps {
  readonly frame: Frame;
  readonly zone: ZoneView;
  readonly zones: readonly { readonly zoneId: string; readonly names: Names }[];
  readonly filter: ListFilter;
  /** Of the zone, counted up to 100. */
  readonly openObstacles: number;
  readonly office: Office;
  /** One of the three, as the filter says. */
  readonly obstacles?: readonly ObstacleLineView[];
  readonly work?: WorkList;
  readonly projects?: readonly ProjectLineView[];
  /** Where this part began, and where the one behind it does. */
  readonly after: string | undefined;
  readonly next?: string | undefined;
  readonly page: number;
}

function obstacleEntry(
  reading: Reading,
  { zoneId, readsNotes }: Pick<WorkListProps['zone'], 'zoneId' | 'readsNotes'>,
  { obstacleId, about, project, ...obstacle }: ObstacleLineView,
): Entry {
  const { projectId = '', number, company } = project ?? {};
  const own = project ? projectAddress(projectId) : undefined;
  const page = project ? obstacleAddress(projectId, obstacleId) : zoneObstacleAddress(zoneId, obstacleId);
  const where = project ? [number, company] : [obstacleTexts(reading.frame.language).zone.whole];
  return {
    key: `${projectId} ${obstacleId}`,
    href: readsNotes ? page : own,
    name: aboutText(reading.frame, about),
    hint: [...where, whereText(reading, obstacle)].join(' · '),
    due: dueInList(reading.frame, obstacle),
    overdue: obstacle.late !== undefined,
  };
}

/** The form that holds the ticked rows; its buttons stand above it. */
const picked = 'picked';

/** What can be done with rows that are ticked; files are of all rows where none is. */
function Actions({ frame, zone, filter }: WorkListProps & { readonly filter: TaskFilter }): JSX.Element {
  const words = deskTexts(frame.language);
  const steps = zone.works
    ? filter.holder === 'office'
      ? (['take', 'give', 'give-back'] as const)
      : (['send-again'] as const)
    : [];
  return (
    <div class="desk-bar" role="group" aria-label={words.listActions}>
      {steps.map((step) => (
        <button key={step} type="submit" form={picked} class="desk-button" name="do" value={step}>
          {words.steps[step].title}
        </button>
      ))}
      {(['csv', 'xlsx'] as const).map((form) => (
        <button
          key={form}
          type="submit"
          form={picked}
          class="desk-button"
          formaction={listFileAddress(form, '', filter).split('?')[0]}
          aria-label={words[form]}
        >
          {form.toUpperCase()}
        </button>
      ))}
    </div>
  );
}

function Work(props: WorkListProps & { readonly filter: TaskFilter; readonly work: WorkList }): JSX.Element {
  const { frame, zone, filter, work, after, office } = props;
  const { language } = frame;
  if (work.count === 0)
    return (
      <p class="govuk-body">
        {work.next === undefined ? officeTexts(language).list.noTasks : listTexts(language).nothingSoFar}
      </p>
    );
  const hidden = { zone: zone.zoneId, ...queryOf(filter), ...(after !== undefined && { after }) };
  return (
    <form method="get" action="/office/bulk" id={picked}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <WorkTable
        frame={frame}
        zone={zone}
        office={office}
        caption={listHeading(frame, zone, filter, office)}
        filter={filter}
        lines={work.lines}
        sortable={work.isWhole}
        picks
      />
    </form>
  );
}

/** All of the list, whatever page of it is shown. */
const Files = ({ frame, zone, filter }: Pick<WorkListProps, 'frame' | 'zone' | 'filter'>): JSX.Element => (
  <ul class="desk-lists">
    {(['csv', 'xlsx'] as const).map((form) => (
      <li key={form}>
        <a class="govuk-link" href={listFileAddress(form, zone.zoneId, filter)} download>
          {deskTexts(frame.language)[form]}
        </a>
      </li>
    ))}
  </ul>
);

/** The rows of the list, or what it says when there are none. */
function Rows(props: WorkListProps): JSX.Element {
  const { frame, zone, filter, work, projects = [], obstacles = [], next } = props;
  const { list } = officeTexts(frame.language);
  if (filter.by === 'tasks') return work ? <Work {...props} filter={filter} work={work} /> : <></>;
  if (filter.by === 'obstacles') {
    const reading = { frame, reader: 'office', offsetMinutes: zone.offsetMinutes } as const;
    return (
      <>
        <MoratoriumNotes frame={frame} assignments={zone.moratoria.map((moratorium) => ({ moratorium }))} />
        {zone.readsNotes && (
          <p class="govuk-body">
            <a class="govuk-link" href={zoneObstaclesAddress(zone.zoneId)}>
              {obstacleTexts(frame.language).zone.title}
            </a>
          </p>
        )}
        <EntryList
          frame={frame}
          entries={obstacles.map((line) => obstacleEntry(reading, zone, line))}
          empty={next === undefined ? obstacleTexts(frame.language).noneOpen : listTexts(frame.language).nothingSoFar}
        />
        {obstacles.length > 0 && <Files {...props} />}
      </>
    );
  }
  if (projects.length === 0)
    return <p class="govuk-body">{next === undefined ? list.noProjects : listTexts(frame.language).nothingSoFar}</p>;
  return (
    <>
      <ProjectTable
        frame={frame}
        zoneId={zone.zoneId}
        today={zone.today}
        caption={listHeading(frame, zone, filter)}
        filter={filter}
        projects={projects}
      />
      <Files {...props} />
    </>
  );
}

/** Pages of what was read, then the part of the zone's work behind it. */
function Pages({ frame, zone, filter, work, after, next, page }: WorkListProps): JSX.Element {
  const { language } = frame;
  const words = deskTexts(language);
  const at = (to: number) => listAddress(zone.zoneId, filter, after, to);
  const rest = next === undefined ? undefined : listAddress(zone.zoneId, filter, next);
  return (
    <>
      {work && work.pages > 1 && (
        <>
          <p class="govuk-body-s">
            {fill(words.page, { page: numberText(language, work.page), pages: numberText(language, work.pages) })}
          </p>
          <Pagination
            frame={frame}
            previous={work.page > 1 ? at(work.page - 1) : undefined}
            next={work.page < work.pages ? at(work.page + 1) : undefined}
          />
        </>
      )}
      {work ? (
        rest !== undefined && (
          <p class="govuk-body-s">
            {fill(words.part, { count: numberText(language, mostRows) })}{' '}
            <a class="govuk-link" href={rest}>
              {words.rest}
            </a>
          </p>
        )
      ) : (
        <Pagination frame={frame} next={rest} />
      )}
      {(after !== undefined || page > 1) && (
        <p class="govuk-body-s">
          <a class="govuk-link" href={listAddress(zone.zoneId, filter)}>
            {officeTexts(language).list.first}
          </a>
        </p>
      )}
    </>
  );
}

/** How many there are, how many of them changed, and what the keys do. */
function Summary({ frame, zone, filter, work }: WorkListProps): JSX.Element | null {
  if (work === undefined || filter.by !== 'tasks') return null;
  const { language } = frame;
  const words = deskTexts(language);
  const changed = fill(words.changed, { count: numberText(language, work.changed) });
  return (
    <span class="desk-count">
      {fill(words.count, { count: numberText(language, work.count) })}
      {work.changed > 0 && (
        <>
          {' · '}
          {filter.changed ? (
            changed
          ) : (
            <a class="govuk-link" href={listAddress(zone.zoneId, { ...filter, changed: true })}>
              {changed}
            </a>
          )}
        </>
      )}
    </span>
  );
}

/** Keys work only with the small script, which shows what they do. */
function Keys({ frame }: Pick<WorkListProps, 'frame'>): JSX.Element {
  const { keys, keyHelp } = deskTexts(frame.language);
  const keysOf = { next: ['j', 'k'], open: ['Enter'], pick: ['x'], search: ['/'], help: ['?'] } as const;
  return (
    <>
      <script src={`/assets/${names.list}`} defer />
      <details class="govuk-details desk-keys" hidden>
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">{keys}</span>
        </summary>
        <div class="govuk-details__text">
          {(Object.keys(keysOf) as (keyof typeof keysOf)[]).map((name) => (
            <div key={name}>
              {keysOf[name].map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}{' '}
              {keyHelp[name]}
            </div>
          ))}
        </div>
      </details>
    </>
  );
}

/** What waits in a zone: where staff arrive. */
export function workListPage(props: WorkListProps): JSX.Element {
  const { frame, zone, filter, office, work } = props;
  const heading = listHeading(frame, zone, filter, office);
  return (
    <Layout frame={frame} title={heading} wide="screen">
      <div class="desk-head">
        <h1 class="govuk-heading-m">
          {heading} <span class="desk-zone">{zone.names[frame.language]}</span>
        </h1>
        <Summary {...props} />
        <Search {...props} />
      </div>
      <Zones {...props} />
      <DailyLists {...props} />
      <div class="desk-tools">
        <MoreLists {...props} />
        {filter.by !== 'obstacles' && <NarrowForm frame={frame} zone={zone} filter={filter} />}
        <SavedFilters {...props} />
        {filter.by === 'tasks' && work !== undefined && work.count > 0 && <Actions {...props} filter={filter} />}
        <Keys frame={frame} />
      </div>
      <Rows {...props} />
      <Pages {...props} />
      <OtherPages {...props} />
    </Layout>
  );
}

/** For somebody who belongs to no zone. */
