import type { Names, Stated } from '../reference/reference.ts';
import type { PipelineView } from '../api/views.ts';
import { rolesAt, type Actor } from '../kernel/actor.ts';
import { durationFor } from '../calendar/durations.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import { expectedStart, slackOf } from '../stages/expected-start.ts';
import { lateHolder, type LateHolder } from './late-holders.ts';
import { ok, type Result } from '../kernel/result.ts';
import { stageIds, type StageId } from '../stages/stage-id.ts';
import type { LateAssignments, LateEntry } from './late-ports.ts';
import type { PlannedStart, Starts } from './start-ports.ts';
import type { Ports } from '../kernel/ports.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';
import { viewPipeline } from './view-pipeline.ts';

/** What one look reads of a zone beside its counters: the longest late answers, the soonest starts behind their plan, letters to be confirmed. */
export const looksAt = { late: 16, behind: 10, unconfirmed: 20 } as const;

export type OverviewPorts = Pick<Ports, 'reference' | 'counts' | 'lists'> & {
  readonly late: LateAssignments;
  readonly starts: Starts;
};

export interface LateAnswer extends LateEntry {
  readonly zoneId: string;
  readonly holder: LateHolder;
  /** Working days since it was due. */
  readonly daysLate: number;
}

/** A start that is behind its plan, as it stands now. `slack`: working days before the wanted start; below zero, it no longer fits. */
export interface BehindStart extends PlannedStart {
  readonly zoneId: string;
  readonly expected: LocalDate;
  readonly slack: number;
}

export interface ZoneLook {
  readonly zoneId: string;
  /** Working days that each stage may take, by the durations in force today. */
  readonly norms: Readonly<Partial<Record<StageId, number>>>;
  /** Letters whose address is not confirmed, counted up to `looksAt.unconfirmed`. */
  readonly unconfirmed: number;
  readonly stated: readonly Stated[];
}

export interface OverviewView {
  readonly on: LocalDate;
  readonly pipeline: PipelineView;
  /** Every zone the reader has, whichever are shown. */
  readonly zones: readonly { readonly zoneId: string; readonly names: Names }[];
  readonly looks: readonly ZoneLook[];
  readonly late: readonly LateAnswer[];
  readonly behind: readonly BehindStart[];
}

interface Seen {
  readonly look: ZoneLook;
  readonly on: LocalDate;
  readonly late: readonly LateAnswer[];
  readonly behind: readonly BehindStart[];
}

function lateAnswers(context: ZoneContext, entries: readonly LateEntry[]): readonly LateAnswer[] {
  const { zoneId } = context.zone;
  const present = new Set(context.parties.map(({ kind }) => kind));
  return entries.flatMap((entry) => {
    const holder = lateHolder(entry.assignmentId, present);
    return holder === undefined
      ? []
      : [{ ...entry, zoneId, holder, daysLate: workingDaysBetween(context.calendar, entry.due, today(context)) }];
  });
}

function startAsItStands(context: ZoneContext, start: PlannedStart): BehindStart {
  const expected = expectedStart(context, start);
  return { ...start, zoneId: context.zone.zoneId, expected, slack: slackOf(context, expected, start.wanted) };
}

function normsOf({ durations, zone: { country }, ...context }: ZoneContext): ZoneLook['norms'] {
  return Object.fromEntries(
    stageIds.flatMap((stage) => {
      const found = durationFor(durations, country, stage, today(context));
      return found.kind === 'found' ? [[stage, found.duration.workingDays]] : [];
    }),
  );
}

async function look(ports: OverviewPorts, zoneId: string, now: number): Promise<Seen> {
  const [context, found] = await Promise.all([zoneContextOf(ports, zoneId, now), ports.reference.setting(zoneId)]);
  if (context === undefined || found === undefined) throw new Error(`Zone ${zoneId} is listed and has no setting`);
  const [late, behind, unconfirmed] = await Promise.all([
    ports.late.before(zoneId, today(context), looksAt.late),
    ports.starts.of(zoneId, 'behind', looksAt.behind),
    ports.starts.unconfirmed(zoneId, looksAt.unconfirmed),
  ]);
  return {
    look: { zoneId, norms: normsOf(context), unconfirmed, stated: found.stated },
    on: today(context),
    late: lateAnswers(context, late.entries),
    behind: behind.entries.map((start) => startAsItStands(context, start)),
  };
}

/** Reads of a zone at any size: its counters, and three short queries of half a unit. */
export async function viewOverview(
  ports: OverviewPorts,
  { actor, zoneId, now }: { readonly actor: Actor; readonly zoneId?: string | undefined; readonly now: number },
): Promise<Result<OverviewView>> {
  const memberships = actor.kind === 'staff' ? actor.memberships : [];
  const zones = (await ports.reference.zones()).filter((zone) => rolesAt(memberships, zone).length > 0);
  const shown = zones.filter((zone) => zoneId === undefined || zone.zoneId === zoneId);
  const [pipeline, seen] = await Promise.all([
    viewPipeline(ports, { actor, zoneId }),
    Promise.all(shown.map((zone) => look(ports, zone.zoneId, now))),
  ]);
  if (!pipeline.ok) return pipeline;
  return ok({
    on:
      seen
        .map(({ on }) => on)
        .toSorted()
        .at(-1) ?? new Date(now).toISOString().slice(0, 10),
    pipeline: pipeline.value,
    zones: zones.map(({ zoneId: id, names }) => ({ zoneId: id, names })),
    looks: seen.map((one) => one.look),
    late: seen.flatMap(({ late }) => late).toSorted((a, b) => b.daysLate - a.daysLate),
    behind: seen.flatMap(({ behind }) => behind).toSorted((a, b) => a.slack - b.slack),
  });
}
