import { rolesAt, type Actor } from '../kernel/actor.ts';
import { ok, type Result } from '../kernel/result.ts';
import { durationFor } from '../calendar/durations.ts';
import type { PipelineView } from '../api/views.ts';
import { pipelineOf } from './view-pipeline.ts';
import { termEnd } from '../calendar/term.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';
import { today, typeIn, type ZoneContext } from '../project/zone-context.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';
import type { Names } from '../reference/reference.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { stageIds, type StageId } from '../stages/stage-id.ts';
import { addedUp, type Count, type MonthEvent, type Refusal } from './figures.ts';
import type { LateHolder } from './late-holders.ts';
import type { OverviewPorts } from './view-overview.ts';
import { waitingIn, type Waiting } from './waiting.ts';

/** Months that are shown: this one and those before it. */
const monthsShown = 12;

export type MonthRow = Readonly<Record<MonthEvent, number>> & { readonly month: string };

export interface RefusedRow {
  readonly stage: StageId;
  readonly what: Refusal;
  readonly answers: number;
}

/** How long a holder has had what the projects wait for, in working days until today. */
export interface HeldRow {
  readonly holder: LateHolder;
  readonly holdings: number;
  readonly mean: number;
  readonly median: number;
  /** The longest first; at most five. */
  readonly worst: readonly Waiting[];
}

export interface PastView {
  readonly on: LocalDate;
  readonly zones: readonly { readonly zoneId: string; readonly names: Names }[];
  /** From the first month in which anything happened, without gaps; the latest first. */
  readonly months: readonly MonthRow[];
  readonly refused: readonly RefusedRow[];
  readonly held: readonly HeldRow[];
  readonly pipeline: PipelineView;
  readonly looks: readonly { readonly zoneId: string; readonly norms: Norms }[];
  /** False where a zone has more open projects than were read. */
  readonly isWhole: boolean;
}

const monthBefore = (month: string): string => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 1 ? `${String(year - 1)}-12` : `${String(year)}-${String(number - 1).padStart(2, '0')}`;
};

/** A month in which nothing happened is nought; one before anything was ever counted is not there. */
function monthsOf(counts: readonly Count[], on: LocalDate): readonly MonthRow[] {
  const own = counts.filter((count) => count.group === 'month');
  const [first] = own.map(({ member }) => member).toSorted();
  const rows: MonthRow[] = [];
  for (
    let month = on.slice(0, 7);
    first !== undefined && month >= first && rows.length < monthsShown;
    month = monthBefore(month)
  ) {
    const of = (what: MonthEvent) => own.find((one) => one.member === month && one.what === what)?.amount ?? 0;
    rows.push({ month, received: of('received'), accepted: of('accepted'), started: of('started') });
  }
  return rows;
}

const refusedOf = (counts: readonly Count[]): readonly RefusedRow[] =>
  counts
    .filter((count) => count.group === 'refused')
    .map(({ member, what, amount }): RefusedRow => ({ stage: member, what, answers: amount }))
    .toSorted((a, b) => stageIds.indexOf(a.stage) - stageIds.indexOf(b.stage) || b.answers - a.answers);

const tenth = (value: number): number => Math.round(value * 10) / 10;

export const heldRows = (waiting: readonly Waiting[]): readonly HeldRow[] =>
  [
    ...Map.groupBy(
      waiting.filter(({ isHolding }) => isHolding),
      ({ holder }) => holder,
    ),
  ]
    .map(([holder, some]): HeldRow => {
      const longest = some.toSorted((a, b) => b.daysHeld - a.daysHeld);
      const days = longest.map(({ daysHeld }) => daysHeld);
      const [above = 0, below = above] = [days[Math.floor((days.length - 1) / 2)], days[Math.floor(days.length / 2)]];
      return {
        holder,
        holdings: days.length,
        mean: tenth(days.reduce((sum, one) => sum + one, 0) / days.length),
        median: (above + below) / 2,
        worst: longest.slice(0, 5),
      };
    })
    .toSorted((a, b) => (b.worst[0]?.daysHeld ?? 0) - (a.worst[0]?.daysHeld ?? 0));

/** Working days that each stage may take, by the durations in force today. */
type Norms = Readonly<Partial<Record<StageId, number>>>;

function normsOf(context: ZoneContext): Norms {
  const { durations, calendar, zone } = context;
  const on = today(context);
  return Object.fromEntries(
    stageIds.flatMap((stage) => {
      const found = durationFor(durations, zone.country, stage, on, typeIn(context));
      if (found.kind !== 'found') return [];
      const { workingDays = workingDaysBetween(calendar, on, termEnd(calendar, on, found.duration)) } = found.duration;
      return [[stage, workingDays]];
    }),
  );
}

/** Of a zone: its counters and those of what has been, and its open work out of the narrow index; both at once. */
export async function viewPast(
  ports: OverviewPorts,
  { actor, zoneId, now }: { readonly actor: Actor; readonly zoneId?: string | undefined; readonly now: number },
): Promise<Result<PastView>> {
  const memberships = actor.kind === 'staff' ? actor.memberships : [];
  const zones = (await ports.reference.zones()).filter((zone) => rolesAt(memberships, zone).length > 0);
  const shown = zones.filter((zone) => zoneId === undefined || zone.zoneId === zoneId);
  const [pipeline, ...seen] = await Promise.all([
    pipelineOf(ports, shown),
    ...shown.map(async (zone) => {
      const [context, counts, work] = await Promise.all([
        zoneContextOf(ports, zone.zoneId, now),
        ports.counts.past(zone.zoneId),
        ports.lists.work(zone.zoneId),
      ]);
      if (context === undefined) throw new Error(`Zone ${zone.zoneId} is listed and has no setting`);
      return {
        on: today(context),
        counts,
        look: { zoneId: zone.zoneId, norms: normsOf(context) },
        waiting: waitingIn(context, work.entries),
        isWhole: work.next === undefined,
      };
    }),
  ]);
  const counts = addedUp(seen.flatMap((one) => one.counts));
  const [on = new Date(now).toISOString().slice(0, 10)] = seen
    .map((one) => one.on)
    .toSorted((a, b) => (a < b ? 1 : -1));
  return ok({
    on,
    zones: zones.map(({ zoneId: id, names }) => ({ zoneId: id, names })),
    months: monthsOf(counts, on),
    refused: refusedOf(counts),
    pipeline,
    looks: seen.map(({ look }) => look),
    held: heldRows(seen.flatMap(({ waiting }) => waiting)),
    isWhole: seen.every((one) => one.isWhole),
  });
}
