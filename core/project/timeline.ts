import type { StageView } from '../api/views.ts';
import { overdueDays } from '../calendar/clock-pause.ts';
import { addDays, compare, later, localDateOf, type LocalDate } from '../calendar/local-date.ts';
import type { Outcome } from '../stages/decision.ts';
import type { StageId } from '../stages/stage-id.ts';
import type { Ending, ProjectEvent } from './event.ts';
import type { Aggregate, Assignment } from './project.ts';
import { today, type ZoneContext } from './zone-context.ts';

/** Days of a zone, both included. */
export interface Stretch {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

interface Pause extends Stretch {
  /** It lasts: `to` is the day that was told. */
  readonly open: boolean;
  /** Of the whole project. */
  readonly isProject: boolean;
  /** It lasts, and nobody knows until when: `to` is its first day. */
  readonly endless?: boolean | undefined;
}

export interface TimelineRun {
  readonly from: LocalDate;
  /** Absent while it runs. */
  readonly to?: LocalDate | undefined;
  /** The due date that held at its end, or holds now. */
  readonly due?: LocalDate | undefined;
  readonly outcome?: Outcome | undefined;
  /** It was closed without an answer: with its stage, or with the project. */
  readonly closed?: Ending | true | undefined;
  /** Past its due date, and by how many working days. */
  readonly late?: (Stretch & { readonly days: number }) | undefined;
  readonly pauses: readonly Pause[];
}

/** A stage, or what was asked in it of one kind: each time that it was entered or asked is a run. */
export interface TimelineRow {
  readonly stage: StageId;
  readonly state?: StageView['state'] | undefined;
  /** Of the latest run. */
  readonly assignment?: Pick<Assignment, 'assignmentId' | 'kind' | 'line' | 'about' | 'holder'> | undefined;
  /** By the road map, which never changes. */
  readonly planned?: Stretch | undefined;
  readonly runs: readonly TimelineRun[];
  /** What is still to come, by the forecast; none once the project has ended. */
  readonly expected?: Stretch | undefined;
}

export interface Timeline {
  readonly today: LocalDate;
  readonly endedOn?: LocalDate | undefined;
  /** All that is drawn lies between. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly rows: readonly TimelineRow[];
}

interface Past {
  readonly runs: readonly (TimelineRun & { readonly stage: StageId })[];
  readonly suspensions: readonly Pause[];
  /** Of assignments, by their ids. */
  readonly pauses: ReadonlyMap<string, readonly Pause[]>;
}

const earlier = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b);

/** The last one, if it lasts, with what became of it. */
function changeLast<One>(all: readonly One[], lasts: (one: One) => boolean, change: (one: One) => One): readonly One[] {
  const last = all.at(-1);
  return last !== undefined && lasts(last) ? [...all.slice(0, -1), change(last)] : all;
}

const lasts = ({ open }: Pause): boolean => open;
const runs = ({ to }: TimelineRun): boolean => to === undefined;
const over =
  (on: LocalDate) =>
  ({ endless: _, ...pause }: Pause): Pause => ({ ...pause, to: later(pause.from, on), open: false });

const withPause = ({ pauses }: Past, id: string, change: (of: readonly Pause[]) => readonly Pause[]): Past['pauses'] =>
  new Map([...pauses, [id, change(pauses.get(id) ?? [])]]);

const closing = <Run extends TimelineRun>(all: readonly Run[], on: LocalDate, change: Partial<TimelineRun>) =>
  changeLast(all, runs, (run) => ({ ...run, ...change, from: earlier(run.from, on), to: on }));

function withDue(past: Past, due: LocalDate | undefined): Past {
  return due === undefined ? past : { ...past, runs: changeLast(past.runs, runs, (run) => ({ ...run, due })) };
}

/** What one event of the log adds to what is drawn. */
function told(past: Past, { body, at }: ProjectEvent, offsetMinutes: number): Past {
  const on = localDateOf(at, offsetMinutes);
  switch (body.type) {
    case 'stage-opened':
      return { ...past, runs: [...past.runs, { stage: body.stage, from: body.on, due: body.due, pauses: [] }] };
    case 'stage-decided':
      return { ...past, runs: closing(past.runs, on, { outcome: body.outcome }) };
    case 'ended':
      return {
        runs: closing(past.runs, on, { closed: body.as }),
        suspensions: changeLast(past.suspensions, lasts, over(on)),
        pauses: past.pauses,
      };
    case 'suspended':
      return {
        ...past,
        suspensions: [...past.suspensions, { from: body.on, to: body.reviewOn, open: true, isProject: true }],
      };
    case 'pause-renewed':
      return {
        ...past,
        suspensions: changeLast(past.suspensions, lasts, (pause) => ({ ...pause, to: body.reviewOn })),
      };
    case 'resumed':
      return withDue({ ...past, suspensions: changeLast(past.suspensions, lasts, over(on)) }, body.stageDue);
    case 'extended':
      return body.assignmentId === undefined ? withDue(past, body.to) : past;
    case 'assignment-paused': {
      const from = body.onBehalf?.receivedOn ?? on;
      const pauses = withPause(past, body.assignmentId, (of) =>
        of.at(-1)?.open === true
          ? changeLast(of, lasts, (pause) => ({ ...pause, to: body.until }))
          : [...of, { from, to: body.until, open: true, isProject: false }],
      );
      return { ...past, pauses };
    }
    case 'moratorium-applied': {
      const { on: from, until } = body;
      const pauses = withPause(past, body.assignmentId, (of) =>
        of.at(-1)?.open === true
          ? changeLast(of, lasts, (pause) => ({
              ...pause,
              to: later(pause.to, until ?? on),
              endless: until === undefined,
            }))
          : [...of, { from, to: until ?? on, open: true, isProject: false, endless: until === undefined }],
      );
      return { ...past, pauses };
    }
    case 'moratorium-lifted':
      return {
        ...past,
        pauses: withPause(past, body.assignmentId, (of) =>
          changeLast(of, lasts, (pause) => ({ ...pause, to: body.until, endless: false })),
        ),
      };
    case 'assignment-unpaused':
    case 'assignment-answered':
    case 'assignment-closed': {
      const pauses = withPause(past, body.assignmentId, (of) => changeLast(of, lasts, over(on)));
      return withDue({ ...past, pauses }, 'stageDue' in body ? body.stageDue : undefined);
    }
    case 'assignment-opened':
      return withDue(past, body.stageDue);
    default:
      return past;
  }
}

const clipped = (pauses: readonly Pause[], { from, to }: TimelineRun): readonly Pause[] =>
  pauses.flatMap((pause) => {
    const within = { from: later(pause.from, from), to: to === undefined ? pause.to : earlier(pause.to, to) };
    const open = pause.open && to === undefined;
    return within.from < within.to || open ? [{ ...pause, ...within, open }] : [];
  });

/** A run with its pauses, and by how much it was past its due date while its clock ran. */
function whole(run: TimelineRun, pauses: readonly Pause[], context: ZoneContext, mayBeLate = true): TimelineRun {
  const own = clipped(pauses, run).toSorted((a, b) => compare(a.from, b.from));
  const { due, to: end = today(context) } = run;
  const stood = own.find(({ to }) => to >= end)?.from;
  const until = stood === undefined ? end : earlier(stood, end);
  const days = due === undefined || !mayBeLate ? 0 : overdueDays(context.calendar, due, until);
  return {
    ...run,
    pauses: own,
    ...(due !== undefined && days > 0 && { late: { from: addDays(due, 1), to: until, days } }),
  };
}

const ahead = (from: LocalDate, to: LocalDate): Stretch | undefined => (to < from ? undefined : { from, to });

function stageRow(
  { project }: Aggregate,
  context: ZoneContext,
  past: Past,
  views: readonly StageView[],
  at: number,
): readonly TimelineRow[] {
  const view = views[at];
  if (view === undefined) return [];
  const { stage, state, baseline, target, late } = view;
  const before = views[at - 1];
  const isOver = project.ending !== undefined;
  const isLate = project.phase !== 'open' || project.pause !== undefined || late !== undefined;
  const found = past.runs
    .filter((run) => run.stage === stage)
    .map(({ stage: _, ...run }) => whole(run, past.suspensions, context, !runs(run) || isLate));
  const start = at === 0 ? project.receivedOn : (before?.baseline ?? baseline);
  return [
    {
      stage,
      state,
      ...(baseline !== undefined &&
        !(isOver && state === 'ahead') && { planned: { from: earlier(start ?? baseline, baseline), to: baseline } }),
      runs: found,
      expected:
        isOver || state === 'done'
          ? undefined
          : ahead(state === 'running' ? today(context) : (before?.target ?? today(context)), target),
    },
  ];
}

function runOf(assignment: Assignment, past: Past, context: ZoneContext): TimelineRun {
  const { openedAt, closedAt, answer, due, state, overdue } = assignment;
  const day = (at: number) => localDateOf(at, context.calendar.offsetMinutes);
  const from = day(openedAt);
  const end = answer === undefined ? day(closedAt ?? openedAt) : (answer.onBehalf?.receivedOn ?? day(answer.at));
  const isOpen = state === 'open' || state === 'paused';
  return whole(
    {
      from,
      due,
      pauses: [],
      ...(!isOpen && { to: later(from, end) }),
      ...(answer === undefined ? !isOpen && { closed: true as const } : { outcome: answer.outcome }),
    },
    [...past.suspensions, ...(past.pauses.get(assignment.assignmentId) ?? [])],
    context,
    !isOpen || overdue,
  );
}

const rowKey = ({ kind, line, about }: Assignment): string => [kind, line, about].join('|');

function assignmentRows(
  all: readonly Assignment[],
  past: Past,
  context: ZoneContext,
  { stage, target }: StageView,
): readonly TimelineRow[] {
  const groups = Map.groupBy(
    all.filter((one) => one.stage === stage),
    rowKey,
  );
  return [...groups.values()].flatMap((group): readonly TimelineRow[] => {
    const last = group.at(-1);
    if (last === undefined) return [];
    const { assignmentId, kind, line, about, holder, state, due, awaitedUntil, pausedUntil, moratorium } = last;
    const isEndless = moratorium !== undefined && pausedUntil === undefined;
    const isOpen = (state === 'open' || state === 'paused') && !isEndless;
    return [
      {
        stage,
        assignment: { assignmentId, kind, line, about, holder },
        runs: group.map((one) => runOf(one, past, context)),
        expected: isOpen
          ? // The decision comes when its stage ends, whoever's days it waits for.
            ahead(today(context), kind === 'office-decision' ? target : (awaitedUntil ?? pausedUntil ?? due))
          : undefined,
      },
    ];
  });
}

const daysOf = ({ planned, runs: of, expected }: TimelineRow): readonly LocalDate[] => [
  ...[planned, expected].flatMap((one) => (one === undefined ? [] : [one.from, one.to])),
  ...of.flatMap(({ from, to, pauses }) => [
    from,
    ...(to === undefined ? [] : [to]),
    ...pauses.map(({ to: last }) => last),
  ]),
];

/**
 * A project by its days: each stage as it was planned, each time it ran and what is expected of it, and below it what was asked in it.
 * @param events its whole log, oldest first @param stages by the one forecast (stageViews) @param shows which assignments
 */
export function timelineOf(
  aggregate: Aggregate,
  events: readonly ProjectEvent[],
  stages: readonly StageView[],
  context: ZoneContext,
  shows: (assignment: Assignment) => boolean = () => true,
): Timeline {
  const { project } = aggregate;
  const { offsetMinutes } = context.calendar;
  const nothing: Past = { runs: [], suspensions: [], pauses: new Map() };
  const past = events.reduce((so, event) => told(so, event, offsetMinutes), nothing);
  const shown = aggregate.assignments.filter(shows);
  const rows = stages.flatMap((view, at) => [
    ...stageRow(aggregate, context, past, stages, at),
    ...assignmentRows(shown, past, context, view),
  ]);
  const endedOn = project.endedAt === undefined ? undefined : localDateOf(project.endedAt, offsetMinutes);
  const days = [...rows.flatMap(daysOf), project.receivedOn, endedOn ?? today(context)].toSorted();
  return {
    today: today(context),
    endedOn,
    from: days[0] ?? project.receivedOn,
    to: days.at(-1) ?? project.receivedOn,
    rows,
  };
}
