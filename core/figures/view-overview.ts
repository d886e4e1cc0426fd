import type { Names, Stated } from '../reference/reference.ts';
import type { PipelineView } from '../api/views.ts';
import { rolesAt, type Actor } from '../kernel/actor.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { today } from '../project/zone-context.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { LateAssignments } from './late-ports.ts';
import type { Starts } from './start-ports.ts';
import { behindIn, waitingIn, type BehindStart, type Waiting } from './waiting.ts';
import type { Ports } from '../kernel/ports.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';
import { viewPipeline } from './view-pipeline.ts';

/** What one look reads of a zone beside its counters: the projects that are awaited first, the soonest starts behind their plan, letters to be confirmed. */
export const looksAt = { work: 12, behind: 6, unconfirmed: 20 } as const;

export type OverviewPorts = Pick<Ports, 'reference' | 'counts' | 'lists'> & {
  readonly late: Pick<LateAssignments, 'through' | 'refused'>;
  readonly starts: Starts;
};

export interface ZoneLook {
  readonly zoneId: string;
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
  /** Late answers of the projects that have been awaited the longest. */
  readonly late: readonly Waiting[];
  /** Of these, and of those that were to start soonest, the ones behind their plan. */
  readonly behind: readonly BehindStart[];
}

interface Seen {
  readonly look: ZoneLook;
  readonly on: LocalDate;
  readonly late: readonly Waiting[];
  readonly behind: readonly BehindStart[];
}

async function look(ports: OverviewPorts, zoneId: string, now: number): Promise<Seen> {
  const [context, found] = await Promise.all([zoneContextOf(ports, zoneId, now), ports.reference.setting(zoneId)]);
  if (context === undefined || found === undefined) throw new Error(`Zone ${zoneId} is listed and has no setting`);
  const [work, starts, unconfirmed] = await Promise.all([
    ports.lists.work(zoneId, undefined, looksAt.work),
    ports.lists.list(zoneId, { by: 'start', standing: 'behind' }, { limit: looksAt.behind }),
    ports.starts.unconfirmed(zoneId, looksAt.unconfirmed),
  ]);
  return {
    look: { zoneId, unconfirmed, stated: found.stated },
    on: today(context),
    late: waitingIn(context, work.entries).filter(({ isLate }) => isLate),
    behind: behindIn(context, work.entries, starts.entries),
  };
}

/** Reads of a zone at any size: its counters, and three short queries, of some two units, one and half a one. */
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
    behind: seen.flatMap(({ behind }) => behind).toSorted((a, b) => b.slips - a.slips),
  });
}
