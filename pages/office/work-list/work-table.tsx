import type { ComponentChildren, JSX } from 'preact';
import type { ProjectLineView } from '#core/api/views.ts';
import type { Money } from '#core/kernel/common.ts';
import { stageIndex } from '#core/stages/stage-id.ts';
import { capital } from '#core/texts/capital.ts';
import { fill, numberText, shortDateText, textsOf } from '#core/texts/index.ts';
import { deskTexts } from '#core/texts/areas/desk.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import { shortMoneyText } from '#core/texts/money.ts';
import type { WorkListLine } from '#core/work/list-work.ts';
import { workColumns, type WorkColumn, type WorkLine } from '#core/work/work-query.ts';
import { Tag } from '../../components/facts.tsx';
import type { Frame } from '../../frame.ts';
import { assignmentAddress, listAddress, projectAddress, type ProjectsFilter, type TaskFilter } from '../addresses.ts';
import { holderName, nameOf, stateName, type Parties } from '../names.ts';
import { workerName, type Office } from '../worker-name.ts';

/** What a row asks, in a line: '4 · Technical conditions: power'; a decision by the stage it decides. */
export function taskText(
  frame: Pick<Frame, 'language'>,
  line: Pick<WorkLine, 'stage' | 'kind' | 'line' | 'about'>,
): string {
  const { language } = frame;
  const asked =
    line.kind === 'office-decision'
      ? fill(deskTexts(language).decision, { stage: textsOf(language).stages[line.stage] })
      : capital(language, nameOf(frame, line));
  return `${String(stageIndex(line.stage) + 1)} · ${asked}`;
}

/** A row's marks in words. */
export const markTexts = ({ language }: Pick<Frame, 'language'>, line: WorkLine): readonly string[] => {
  const words = deskTexts(language);
  return [
    ...(line.pausedUntil === undefined
      ? []
      : [fill(words.suspended, { date: shortDateText(language, line.pausedUntil) })]),
    ...line.marks.map((mark) => words.mark[mark]),
  ];
};

/** Working days that are left, below nought those it is late by; of what stands still nothing. */
function Days({
  frame: { language },
  line,
}: {
  readonly frame: Frame;
  readonly line: WorkListLine;
}): JSX.Element | null {
  const words = deskTexts(language);
  if (line.pausedUntil !== undefined) return null;
  if (line.daysLeft === 0) return <strong>{words.today}</strong>;
  const isLate = line.daysLeft < 0;
  return (
    <span class={isLate ? 'late' : 'desk__left'}>
      {isLate ? '−' : ''}
      {numberText(language, Math.abs(line.daysLeft))}
      <span class="desk__unit"> {words.days}</span>
    </span>
  );
}

interface Cell {
  readonly name: string;
  readonly content: ComponentChildren;
}

interface RowProps {
  readonly id: string;
  readonly pick?: string | undefined;
  readonly href: string;
  readonly company: string;
  readonly number: string;
  readonly before?: ComponentChildren;
  readonly cells: readonly Cell[];
  readonly labels: Readonly<Record<string, string>>;
}

const Row = ({ id, pick, href, company, number, before, cells, labels }: RowProps): JSX.Element => (
  <tr role="row" class="desk__row">
    {pick !== undefined && (
      <td role="cell" class="desk__pick">
        <label>
          <input type="checkbox" name="pick" value={id} />
          <span class="govuk-visually-hidden">{pick}</span>
        </label>
      </td>
    )}
    <th role="rowheader" scope="row" class="desk__company">
      {before}
      <a class="govuk-link" href={href}>
        {company}
        {/* Two letters of one company are told apart by ear too. */}
        <span class="govuk-visually-hidden"> {number}</span>
      </a>
    </th>
    {cells.map(({ name, content }) => (
      <td key={name} role="cell" class={`desk__${name}`} data-label={labels[name]}>
        {content}
      </td>
    ))}
  </tr>
);

interface Head {
  readonly name: string;
  readonly text: string;
  readonly href?: string | undefined;
  readonly sorted?: 'ascending' | 'descending' | undefined;
}

const Heads = ({
  frame,
  heads,
  picks,
}: {
  readonly frame: Frame;
  readonly heads: readonly Head[];
  readonly picks: boolean;
}): JSX.Element => (
  <thead role="rowgroup">
    <tr role="row">
      {picks && (
        <th role="columnheader" scope="col" class="desk__pick">
          <span class="govuk-visually-hidden">{deskTexts(frame.language).select}</span>
        </th>
      )}
      {heads.map(({ name, text, href, sorted }) => (
        <th key={name} role="columnheader" scope="col" class={`desk__${name}`} {...(sorted && { 'aria-sort': sorted })}>
          {href === undefined ? (
            text
          ) : (
            <a class="govuk-link govuk-link--no-visited-state" href={href}>
              {text}
              {sorted && <span aria-hidden="true">{sorted === 'ascending' ? ' ▲' : ' ▼'}</span>}
            </a>
          )}
        </th>
      ))}
    </tr>
  </thead>
);

const DeskTable = ({
  frame,
  caption,
  heads,
  picks = false,
  children,
}: {
  readonly frame: Frame;
  readonly caption: string;
  readonly heads: readonly Head[];
  readonly picks?: boolean;
  readonly children: ComponentChildren;
}): JSX.Element => (
  <table class="desk" role="table">
    <caption class="govuk-visually-hidden">{caption}</caption>
    <Heads frame={frame} heads={heads} picks={picks} />
    <tbody role="rowgroup">{children}</tbody>
  </table>
);

const worthText = ({ language }: Frame, worth: Money): string => shortMoneyText(language, worth);

const Marks = ({ texts }: { readonly texts: readonly string[] }): JSX.Element => (
  <>
    {texts.map((text) => (
      <span key={text} class="desk__mark">
        {text}
      </span>
    ))}
  </>
);

interface WorkTableProps {
  readonly frame: Frame;
  readonly zone: { readonly zoneId: string; readonly parties: Parties };
  readonly office: Office;
  readonly caption: string;
  readonly filter: TaskFilter;
  readonly lines: readonly WorkListLine[];
  /** Whether all of the work was read, so that any column can order it. */
  readonly sortable: boolean;
  /** Whether rows can be ticked. */
  readonly picks: boolean;
}

function headsOf({ frame: { language }, zone, filter, sortable }: WorkTableProps): readonly Head[] {
  const words = deskTexts(language);
  const order = filter.order ?? { column: 'due', descending: false };
  const head = (name: WorkColumn): Head => {
    const isSorted = order.column === name && (sortable || name === 'due');
    const descending = isSorted && !order.descending;
    const isDefault = name === 'due' && !descending;
    return {
      name,
      text: words.columns[name],
      ...(sortable && {
        href: listAddress(zone.zoneId, { ...filter, order: isDefault ? undefined : { column: name, descending } }),
      }),
      ...(isSorted && { sorted: order.descending ? 'descending' : 'ascending' }),
    };
  };
  return [...workColumns.map(head), { name: 'marks', text: words.marks }];
}

export interface HolderNames {
  readonly parties: Parties;
}

/** Who has to answer, in words. */
export const holderOfLine = (frame: Frame, { parties }: HolderNames, { who }: Pick<WorkLine, 'who'>): string =>
  holderName(frame, who === 'office' || who === 'investor' ? { kind: who } : { kind: 'party', partyId: who }, parties);

const workerText = ({ frame, zone, office }: WorkTableProps, line: WorkListLine): string =>
  line.who !== 'office'
    ? holderOfLine(frame, zone, line)
    : line.assignee === undefined
      ? '–'
      : workerName(frame, office, line.assignee);

function WorkRowOf(props: WorkTableProps & { readonly line: WorkListLine }): JSX.Element {
  const { frame, line, picks } = props;
  const { language } = frame;
  const words = deskTexts(language);
  return (
    <Row
      id={line.assignmentId}
      pick={picks ? `${words.select}: ${line.company}, ${line.number}` : undefined}
      href={assignmentAddress(line.assignmentId)}
      company={line.company}
      number={line.number}
      before={line.isNew && <span class="desk__mark desk__mark--new">{words.new}</span>}
      labels={{ ...words.columns, marks: words.marks }}
      cells={[
        { name: 'number', content: line.number },
        { name: 'stage', content: taskText(frame, line) },
        { name: 'worth', content: worthText(frame, line.worth) },
        { name: 'jobs', content: numberText(language, line.jobs) },
        { name: 'received', content: shortDateText(language, line.received) },
        {
          name: 'due',
          content: (
            <>
              {shortDateText(language, line.due)} <Days frame={frame} line={line} />
            </>
          ),
        },
        { name: 'worker', content: workerText(props, line) },
        {
          name: 'marks',
          content: (line.marks.length > 0 || line.pausedUntil !== undefined) && (
            <Marks texts={markTexts(frame, line)} />
          ),
        },
      ]}
    />
  );
}

/** Open work, a row each: a table on a desk, cards on a phone. */
export const WorkTable = (props: WorkTableProps): JSX.Element => (
  <DeskTable frame={props.frame} caption={props.caption} heads={headsOf(props)} picks={props.picks}>
    {props.lines.map((line) => (
      <WorkRowOf key={line.assignmentId} {...props} line={line} />
    ))}
  </DeskTable>
);

const projectColumns = ['company', 'number', 'stage', 'state', 'worth', 'jobs', 'received', 'due', 'marks'] as const;

/** What a row of the list of projects says beside its figures; by when it is due while it goes on. */
export function projectRowTexts(frame: Frame, project: ProjectLineView) {
  const { language } = frame;
  const words = deskTexts(language);
  const { stage, endsOn, ending, suspendedUntil, counted, openObstacles } = project;
  return {
    stage: `${String(stageIndex(stage) + 1)} · ${textsOf(language).stages[stage]}`,
    state: stateName(frame, project),
    due: ending === undefined ? endsOn : undefined,
    marks: [
      ...(suspendedUntil === undefined
        ? []
        : [fill(words.suspended, { date: shortDateText(language, suspendedUntil) })]),
      ...(counted ? [] : [words.mark.unconfirmed]),
      ...(openObstacles > 0 ? [words.mark.obstacle] : []),
    ],
  };
}

/** Projects, a row each. They come by number, or by due date where all that are listed are under way. */
export function ProjectTable({
  frame,
  zoneId,
  today,
  caption,
  filter,
  projects,
}: {
  readonly frame: Frame;
  readonly zoneId: string;
  readonly today: string;
  readonly caption: string;
  readonly filter: ProjectsFilter;
  readonly projects: readonly ProjectLineView[];
}): JSX.Element {
  const { language } = frame;
  const words = deskTexts(language);
  const labels = {
    ...words.columns,
    state: words.state,
    marks: words.marks,
    stage: officeTexts(language).project.stage,
  };
  const byDue = filter.q === undefined && textsOf(language).endings[filter.stage as 'rejected'] === undefined;
  const heads = projectColumns.map((name): Head => {
    const sorted = name === 'due' && filter.sort === 'due' ? ('ascending' as const) : undefined;
    return {
      name,
      text: labels[name],
      ...(name === 'due' && byDue && { href: listAddress(zoneId, { ...filter, sort: sorted ? undefined : 'due' }) }),
      sorted,
    };
  });
  return (
    <DeskTable frame={frame} caption={caption} heads={heads}>
      {projects.map((project) => {
        const { projectId, number, company, suspendedUntil } = project;
        const { stage, state, due, marks } = projectRowTexts(frame, project);
        const isLate = due !== undefined && due < today && suspendedUntil === undefined;
        return (
          <Row
            key={projectId}
            id={projectId}
            href={projectAddress(projectId)}
            company={company}
            number={number}
            labels={labels}
            cells={[
              { name: 'number', content: number },
              { name: 'stage', content: stage },
              { name: 'state', content: state },
              { name: 'worth', content: worthText(frame, project.figures.investment) },
              { name: 'jobs', content: numberText(language, project.figures.jobs) },
              { name: 'received', content: shortDateText(language, project.receivedOn) },
              {
                name: 'due',
                content: due !== undefined && (
                  <>
                    {shortDateText(language, due)}{' '}
                    {isLate && <Tag colour="red">{textsOf(language).assignmentStates.overdue}</Tag>}
                  </>
                ),
              },
              { name: 'marks', content: marks.length > 0 && <Marks texts={marks} /> },
            ]}
          />
        );
      })}
    </DeskTable>
  );
}
