import { later, localDateOf, type LocalDate } from '../calendar/local-date.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import type { Holder, ProjectEvent } from '../project/event.ts';
import type { faults } from '../project/project-action.ts';
import type { Aggregate } from '../project/project.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import { isBesidePath } from '../stages/assignment-kind.ts';
import { stageIds, type StageId } from '../stages/stage-id.ts';

type Fault = (typeof faults)[number];

/** Working days for which a stage lay with somebody, and for how many of them past the day that holds for their answer. */
export interface HeldDays {
  readonly holder: Holder;
  readonly days: number;
  readonly late: number;
}

/** What a stage took in all its rounds. Several may hold it on one day; while nobody else does, the office does. */
export interface HolderTime {
  readonly stage: StageId;
  readonly days: number;
  readonly held: readonly HeldDays[];
  /** Days on which every clock stood, by the side that it is put down to; a supplier's pause is a third party's. */
  readonly paused: Readonly<Partial<Record<Fault, number>>>;
}

/** From after its first day to its last: the day on which something is asked is not counted. */
interface Span {
  readonly from: LocalDate;
  to?: LocalDate;
}

interface Spans {
  readonly stages: (Span & { readonly stage: StageId })[];
  readonly held: (Span & { readonly stage: StageId; readonly id: string; readonly holder: Holder })[];
  readonly suspended: (Span & { readonly fault: Fault })[];
  readonly paused: (Span & { readonly id: string })[];
}

function close(spans: readonly Span[], on: LocalDate): void {
  for (const span of spans) if (span.to === undefined) span.to = later(span.from, on);
}

const named =
  (id: string) =>
  (one: { readonly id: string }): boolean =>
    one.id === id;

function add(spans: Spans, { body, at }: ProjectEvent, offsetMinutes: number): void {
  const on = localDateOf(at, offsetMinutes);
  switch (body.type) {
    case 'stage-opened':
      spans.stages.push({ stage: body.stage, from: body.on });
      break;
    case 'stage-decided':
      close(spans.stages, on);
      break;
    case 'assignment-opened':
      if (!isBesidePath(body.kind) && body.kind !== 'office-decision')
        spans.held.push({ stage: body.stage, id: body.assignmentId, holder: body.holder, from: on });
      break;
    case 'assignment-handed-over': {
      const before = spans.held.findLast(named(body.assignmentId));
      close(spans.held.filter(named(body.assignmentId)), on);
      if (before) spans.held.push({ stage: before.stage, id: before.id, holder: body.holder, from: on });
      break;
    }
    case 'assignment-answered':
    case 'assignment-closed': {
      const received = 'onBehalf' in body ? body.onBehalf?.receivedOn : undefined;
      close(spans.held.filter(named(body.assignmentId)), received ?? on);
      close(spans.paused.filter(named(body.assignmentId)), on);
      break;
    }
    case 'assignment-paused':
    case 'moratorium-applied':
      if (!spans.paused.some((one) => one.id === body.assignmentId && one.to === undefined))
        spans.paused.push({ id: body.assignmentId, from: body.type === 'moratorium-applied' ? body.on : on });
      break;
    case 'assignment-unpaused':
      close(spans.paused.filter(named(body.assignmentId)), on);
      break;
    case 'suspended':
      spans.suspended.push({ fault: body.fault, from: body.on });
      break;
    case 'resumed':
      close(spans.suspended, on);
      break;
    case 'ended':
      for (const all of [spans.stages, spans.held, spans.suspended, spans.paused]) close(all, on);
      break;
    default:
      break;
  }
}

const covers =
  (day: LocalDate) =>
  ({ from, to }: Span): boolean =>
    from < day && (to === undefined || day <= to);

const keyOf = (holder: Holder): string => (holder.kind === 'party' ? `party:${holder.partyId}` : holder.kind);

interface Tally {
  days: number;
  readonly held: Map<string, { readonly holder: Holder; days: number; late: number }>;
  readonly paused: Partial<Record<Fault, number>>;
}

/** Whose day it was. @param due of assignments, and of the office's decision as `stage` */
function tell(tally: Tally, spans: Spans, stage: StageId, day: LocalDate, due: (id: string) => LocalDate | undefined) {
  tally.days += 1;
  const stood = (fault: Fault): void => {
    tally.paused[fault] = (tally.paused[fault] ?? 0) + 1;
  };
  const suspended = spans.suspended.find(covers(day));
  if (suspended) {
    stood(suspended.fault);
    return;
  }
  const asked = spans.held.filter((one) => one.stage === stage && covers(day)(one));
  const runs = asked.filter(({ id }) => !spans.paused.some((one) => one.id === id && covers(day)(one)));
  if (asked.length > 0 && runs.length === 0) {
    stood('third-party');
    return;
  }
  const holders = new Map(
    asked.length === 0 ? [['office', { holder: { kind: 'office' } as Holder, ids: [`stage:${stage}`] }]] : [],
  );
  for (const { holder, id } of runs) {
    const known = holders.get(keyOf(holder))?.ids ?? [];
    holders.set(keyOf(holder), { holder, ids: [...known, id] });
  }
  for (const [key, { holder, ids }] of holders) {
    const known = tally.held.get(key) ?? { holder, days: 0, late: 0 };
    const isLate = ids.some((id) => day > (due(id) ?? day));
    tally.held.set(key, { holder, days: known.days + 1, late: known.late + (isLate ? 1 : 0) });
  }
}

/**
 * For how many working days each stage lay with whom, told from the log alone; stages that have not begun are left out.
 * @param events without what was taken back, oldest first
 */
export function holderTime(
  { assignments, project }: Aggregate,
  events: readonly ProjectEvent[],
  context: ZoneContext,
): readonly HolderTime[] {
  const { calendar } = context;
  const spans: Spans = { stages: [], held: [], suspended: [], paused: [] };
  for (const event of events) add(spans, event, calendar.offsetMinutes);
  const dues = new Map<string, LocalDate>(assignments.map(({ assignmentId, due }) => [assignmentId, due]));
  const decisions = new Map(
    assignments.filter(({ kind }) => kind === 'office-decision').map(({ stage, due }) => [`stage:${stage}`, due]),
  );
  if (project.due !== undefined) decisions.set(`stage:${project.stage}`, project.due);
  const end = today(context);
  return stageIds.flatMap((stage): HolderTime[] => {
    const own: readonly Span[] = [...spans.stages, ...spans.held].filter((one) => one.stage === stage);
    const first = own.map(({ from }) => from).toSorted()[0];
    if (first === undefined) return [];
    const tally: Tally = { days: 0, held: new Map(), paused: {} };
    for (let day = addWorkingDays(calendar, first, 1); day <= end; day = addWorkingDays(calendar, day, 1))
      if (own.some(covers(day))) tell(tally, spans, stage, day, (id) => dues.get(id) ?? decisions.get(id));
    return [{ stage, days: tally.days, held: [...tally.held.values()], paused: tally.paused }];
  });
}
