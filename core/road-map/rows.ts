import { addWorkingDays, workingDaysBetween } from '../calendar/working-days.ts';
import { earlier, later, localDateOf, type LocalDate } from '../calendar/local-date.ts';
import type { Utility } from '../kernel/common.ts';
import { neededLines } from '../lines/need.ts';
import { stageRecord } from '../project/apply.ts';
import type { Holder } from '../project/event.ts';
import type { Aggregate, Assignment } from '../project/project.ts';
import { isOpen, needsOf, settlementOf, stageEnd, type Need } from '../project/standing.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import { withoutOn } from '../stages/asked-setting.ts';
import { settling, supplierLaw } from '../stages/assignment-kind.ts';
import { forecastOf, onItsWay, planOf } from '../stages/expected-start.ts';
import type { AssignmentKind } from '../stages/facts.ts';
import { legalClockOf } from '../stages/legal-clock.ts';
import { holderOf } from '../stages/opening.ts';
import { stageIds, stageIndex, type StageId } from '../stages/stage-id.ts';
import { rowOf, type Kept } from './kept.ts';
import { byDefault, holderName, type Candidate } from './people.ts';
import type { Entry, FrozenRow, Pair } from './road-map-facts.ts';

export const lackable = ['date', 'person', 'deputy'] as const;
export type Lack = (typeof lackable)[number];

export interface Row extends Pair {
  readonly row: string;
  readonly stage: StageId;
  readonly kind?: AssignmentKind | undefined;
  readonly line?: Utility | undefined;
  readonly holder: Holder;
  readonly state: 'ahead' | 'open' | 'done';
  readonly assignmentId?: string | undefined;
  /** As first planned; once approved, as approved. */
  readonly baseline?: LocalDate | undefined;
  /** What holds now: as approved, and as somebody above has changed it. */
  readonly target?: LocalDate | undefined;
  readonly actual?: LocalDate | undefined;
  /** As things stand: the running due date, or the forecast. */
  readonly expected?: LocalDate | undefined;
  readonly legal?: LocalDate | undefined;
  /** What stands in the way of an approval. */
  readonly lacks: readonly Lack[];
}

interface Window {
  readonly start: LocalDate;
  readonly due: LocalDate;
}

interface Around {
  readonly aggregate: Aggregate;
  readonly context: ZoneContext;
  readonly kept: Kept;
  readonly candidates: readonly Candidate[];
  readonly frozen: ReadonlyMap<string, FrozenRow>;
  readonly planned: Readonly<Record<StageId, Window>>;
  readonly forecast: Readonly<Record<StageId, Window>>;
  /** Place of the running stage; behind the last one once construction has started. */
  readonly at: number;
}

/** A part of a stage's working days, from its beginning on. */
function within({ calendar }: ZoneContext, { start, due }: Window, share: number): LocalDate {
  const days = workingDaysBetween(calendar, start, due);
  return earlier(due, addWorkingDays(calendar, start, Math.max(1, Math.ceil(days * share - 1e-9))));
}

/** The share of a stage after which a need is met: its own and of what comes before it. */
function shareThrough(need: Need, needs: readonly Need[]): number {
  const before = needs.filter(({ kind }) => (need.step.after as readonly string[]).includes(kind));
  return Math.min(1, need.step.share + Math.max(0, ...before.map((one) => shareThrough(one, needs))));
}

/** What a stage asks; of one that has not begun, as it would today. */
function needsIn({ aggregate: { project }, context }: Around, stage: StageId): readonly Need[] {
  const record = stageRecord(project, stage);
  if (record.openedAt !== undefined) return needsOf(project, stage);
  const without = [...withoutOn(context.zone, stage, today(context))];
  return needsOf({ ...project, stages: { ...project.stages, [stage]: { ...record, without } } }, stage);
}

/** A needed line of the zone of which its builder says that no day can be told. */
const isUnpromised = ({ aggregate: { project }, context }: Around, stage: StageId): boolean =>
  neededLines(context.lines, project).some((one) => one.stage === stage && one.line?.report.state === 'not-ready');

interface Place {
  readonly row: string;
  readonly stage: StageId;
  readonly holder: Holder;
  readonly state: Row['state'];
  readonly assignment?: Assignment | undefined;
  /** Planned in the stages' own dates, and by the forecast. */
  readonly planned?: LocalDate | undefined;
  readonly forecast?: LocalDate | undefined;
  readonly isUnknown?: boolean;
}

/** Who of all that was said holds: a change, the approval, the row, its holder, what is there by itself. Who is there no longer counts for nobody until it is approved. */
function peopleFor({ kept, candidates, frozen }: Around, { row, holder, assignment }: Place): Pair {
  const said = [kept.now[row], frozen.get(row)];
  const typed = [kept.filled.rows[row], kept.filled.holders[holderName(holder)]];
  const known = (person: string | undefined) => (candidates.some((one) => one.person === person) ? person : undefined);
  const fallback = byDefault(holder, candidates, assignment?.assignee);
  const first = (part: keyof Pair): string | undefined =>
    said.map((one) => one?.[part]).find((one) => one !== undefined) ??
    [...typed, fallback].map((one) => known(one?.[part])).find((one) => one !== undefined);
  const [person, deputy] = [first('person'), first('deputy')];
  return { ...(person !== undefined && { person }), ...(deputy !== undefined && { deputy }) };
}

function targetFor({ kept, frozen, context }: Around, place: Place): LocalDate | undefined {
  const { row, planned, forecast, isUnknown } = place;
  const said = kept.now[row]?.target ?? frozen.get(row)?.date ?? kept.filled.rows[row]?.target;
  if (said !== undefined || isUnknown) return said;
  return planned !== undefined && planned >= today(context) ? planned : forecast;
}

function lacksOf(
  { context, aggregate: { project }, kept }: Around,
  { state }: Place,
  { target, person, deputy }: Entry,
): readonly Lack[] {
  if (state === 'done' || project.phase === 'ended' || kept.approved !== undefined) return [];
  const is: Readonly<Record<Lack, boolean>> = {
    date: target === undefined || target < today(context),
    person: person === undefined,
    deputy: deputy === undefined || deputy === person,
  };
  return lackable.filter((one) => is[one]);
}

type Days = Pick<Row, 'actual' | 'legal' | 'expected' | 'kind' | 'line'>;

function rowAt(around: Around, place: Place, days: Days): Row {
  const { row, stage, holder, state, assignment, planned } = place;
  const { frozen, aggregate } = around;
  const people = peopleFor(around, place);
  const target = targetFor(around, place);
  const baseline = frozen.size > 0 ? frozen.get(row)?.date : aggregate.project.accepted ? planned : undefined;
  return {
    row,
    stage,
    holder,
    state,
    ...(assignment && { assignmentId: assignment.assignmentId }),
    ...days,
    ...(baseline !== undefined && { baseline }),
    ...(target !== undefined && { target }),
    ...people,
    lacks: lacksOf(around, place, { target, ...people }),
  };
}

const stateAt = ({ at }: Around, stage: StageId): Row['state'] =>
  stageIndex(stage) < at ? 'done' : stageIndex(stage) === at ? 'open' : 'ahead';

function stageRow(around: Around, stage: StageId): Row {
  const { aggregate, context, planned, forecast } = around;
  const { project, assignments } = aggregate;
  const state = stateAt(around, stage);
  const legal = legalClockOf(aggregate, context);
  const actual = state === 'done' ? project.actual[stage] : undefined;
  return rowAt(
    around,
    {
      row: rowOf(stage),
      stage,
      holder: { kind: 'office' },
      state,
      assignment: assignments.findLast((one) => one.stage === stage && one.kind === 'office-decision'),
      planned: planned[stage].due,
      forecast: forecast[stage].due,
      isUnknown: state !== 'done' && isUnpromised(around, stage),
    },
    {
      ...(actual !== undefined && { actual }),
      ...(legal?.stages.includes(stage) && { legal: legal.by }),
      ...(state === 'done' ? actual !== undefined && { expected: actual } : { expected: forecast[stage].due }),
    },
  );
}

/** What was answered in the project's favour, in a stage behind or in the round that runs. */
function settledBy({ aggregate, at }: Around, stage: StageId, { kind, line }: Need): Assignment | undefined {
  if (stageIndex(stage) > at) return undefined;
  if (stageIndex(stage) === at) return settlementOf(aggregate, { kind, ...(line && { line }) });
  return aggregate.assignments.findLast(
    (one) =>
      one.stage === stage &&
      one.kind === kind &&
      one.line === line &&
      one.answer &&
      settling.includes(one.answer.outcome),
  );
}

function needRow(around: Around, stage: StageId, need: Need, needs: readonly Need[]): Row {
  const { aggregate, context, planned, forecast, at } = around;
  const { kind, line } = need;
  const settled = settledBy(around, stage, need);
  const open = aggregate.assignments.findLast(
    (one) => one.stage === stage && one.kind === kind && one.line === line && isOpen(one),
  );
  const assignment = settled ?? open;
  const isDone = settled !== undefined || stageIndex(stage) < at;
  const share = shareThrough(need, needs);
  const { answer } = settled ?? {};
  const actual = answer && (answer.onBehalf?.receivedOn ?? localDateOf(answer.at, context.calendar.offsetMinutes));
  const byLaw = assignment && supplierLaw(aggregate.project, assignment).termByLaw !== undefined;
  const ahead = within(context, forecast[stage], share);
  const due = open && later(open.awaitedUntil ?? open.pausedUntil ?? open.due, today(context));
  return rowAt(
    around,
    {
      row: rowOf(stage, kind, line),
      stage,
      holder: assignment?.holder ?? holderOf({ ...aggregate, project: { ...aggregate.project, stage } }, context, need),
      state: isDone ? 'done' : open ? 'open' : 'ahead',
      assignment,
      planned: assignment?.baselineDue ?? within(context, planned[stage], share),
      forecast: due ?? ahead,
    },
    {
      kind,
      ...(line && { line }),
      ...(actual !== undefined && { actual }),
      ...(byLaw && { legal: assignment.baselineDue }),
      ...(isDone ? actual !== undefined && { expected: actual } : { expected: due ?? later(ahead, today(context)) }),
    },
  );
}

function plannedWindows({ project }: Aggregate, context: ZoneContext): Readonly<Record<StageId, Window>> {
  const plan = planOf(context, project.receivedOn);
  let start = plan[stageIds[0]].start;
  const windows = stageIds.map((stage) => {
    const due = project.baseline?.[stage] ?? plan[stage].due;
    const window = { start: earlier(start, due), due };
    start = due;
    return [stage, window] as const;
  });
  return Object.fromEntries(windows) as Record<StageId, Window>;
}

/** Every stage and what is asked in it, in the order of the path: what is stored, what is kept in the log, and the rest computed. */
export function rowsOf(
  aggregate: Aggregate,
  context: ZoneContext,
  kept: Kept,
  candidates: readonly Candidate[],
): readonly Row[] {
  const { project } = aggregate;
  const around: Around = {
    aggregate,
    context,
    kept,
    candidates,
    frozen: new Map(kept.approved?.rows.map((one) => [one.row, one])),
    planned: plannedWindows(aggregate, context),
    forecast: forecastOf(context, { ...onItsWay(project), endsOn: stageEnd(aggregate) }, project.actual),
    at: project.ending === 'construction-started' ? stageIds.length : stageIndex(project.stage),
  };
  return stageIds.flatMap((stage) => {
    const needs = needsIn(around, stage);
    return [stageRow(around, stage), ...needs.map((need) => needRow(around, stage, need, needs))];
  });
}

/** As they are approved: of each row the day that holds, its person and deputy. */
export const frozenRows = (rows: readonly Row[]): readonly FrozenRow[] =>
  rows.map(({ row, state, baseline, target, person, deputy }) => {
    const date = state === 'done' ? baseline : target;
    return { row, ...(date !== undefined && { date }), ...(person && { person }), ...(deputy && { deputy }) };
  });
