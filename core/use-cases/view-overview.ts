import type { Names } from '../contracts/reference.ts';
import type { PipelineView } from '../contracts/views.ts';
import { rolesAt, type Actor } from '../domain/actor.ts';
import type { LocalDate } from '../domain/calendar/local-date.ts';
import { today, type Setting } from '../domain/project/setting.ts';
import { isCounted } from '../domain/rules/figures.ts';
import { lateHolder, type LateHolder } from '../domain/rules/late-holders.ts';
import { ok, type Result } from '../domain/result.ts';
import type { LateAssignments } from '../ports/late.ts';
import type { Ports, ProjectLine } from '../ports/index.ts';
import { settingOf } from './setting-of.ts';
import { quarterOf, startsOf, type Starts } from './starts.ts';
import { viewPipeline } from './view-pipeline.ts';

/** What one look may read of a zone: late assignments, and projects for their planned start. What is beyond is told as such. */
export const looksAt = { late: 200, projects: 100 } as const;

export type OverviewPorts = Pick<Ports, 'reference' | 'counts' | 'lists'> & { readonly late: LateAssignments };

/** What is late through one holder of one zone. A project may be late through several. */
export interface LateRow {
  readonly zoneId: string;
  readonly holder: LateHolder;
  readonly assignments: number;
  readonly projects: number;
  /** The due date that passed first. */
  readonly oldest: LocalDate;
}

export interface OverviewView {
  readonly on: LocalDate;
  readonly pipeline: PipelineView;
  /** Every zone the reader has, whichever are shown. */
  readonly zones: readonly { readonly zoneId: string; readonly names: Names }[];
  readonly late: readonly LateRow[];
  /** More is late than was looked at. */
  readonly lateIsMore: boolean;
  readonly starts: Starts;
}

interface Seen {
  readonly setting: Setting;
  readonly late: Awaited<ReturnType<LateAssignments['before']>>;
  readonly projects: readonly ProjectLine[];
}

function lateRows({ setting, late }: Seen): readonly LateRow[] {
  const present = new Set(setting.parties.map(({ kind }) => kind));
  const rows = new Map<LateHolder, { assignments: number; projects: Set<string>; oldest: LocalDate }>();
  for (const { assignmentId, projectId, due } of late.entries) {
    const holder = lateHolder(assignmentId, present);
    if (holder === undefined) continue;
    const row = rows.get(holder) ?? { assignments: 0, projects: new Set<string>(), oldest: due };
    row.assignments += 1;
    row.projects.add(projectId);
    rows.set(holder, row);
  }
  return [...rows].map(([holder, { assignments, projects, oldest }]) => ({ zoneId: setting.zone.zoneId, holder, assignments, projects: projects.size, oldest }));
}

async function look(ports: OverviewPorts, zoneId: string, now: number): Promise<Seen> {
  const setting = await settingOf(ports, zoneId, now);
  if (setting === undefined) throw new Error(`Zone ${zoneId} is listed and has no setting`);
  const [late, { entries }] = await Promise.all([
    ports.late.before(zoneId, today(setting), looksAt.late), ports.lists.list(zoneId, { by: 'zone' }, { limit: looksAt.projects }),
  ]);
  return { setting, late, projects: entries };
}

/**
 * Leadership's one page: the pipeline of every zone the actor has a role in (or one of them), what is late through whom, and
 * which projects start when. Reads of a zone at any size: 3 units for the counts, at most 7 for what is late, at most 60 for
 * the newest hundred projects.
 */
export async function viewOverview(ports: OverviewPorts, { actor, zoneId, now }: { readonly actor: Actor; readonly zoneId?: string | undefined; readonly now: number }): Promise<Result<OverviewView>> {
  const memberships = actor.kind === 'staff' ? actor.memberships : [];
  const zones = (await ports.reference.zones()).filter((zone) => rolesAt(memberships, zone).length > 0);
  const shown = zones.filter((zone) => zoneId === undefined || zone.zoneId === zoneId);
  const [pipeline, seen] = await Promise.all([viewPipeline(ports, { actor, zoneId }), Promise.all(shown.map((zone) => look(ports, zone.zoneId, now)))]);
  if (!pipeline.ok) return pipeline;
  return ok({
    on: seen.map(({ setting }) => today(setting)).toSorted().at(-1) ?? new Date(now).toISOString().slice(0, 10),
    pipeline: pipeline.value,
    zones: zones.map(({ zoneId: id, names }) => ({ zoneId: id, names })),
    late: seen.flatMap(lateRows).toSorted((a, b) => b.assignments - a.assignments || (a.oldest < b.oldest ? -1 : 1)),
    lateIsMore: seen.some(({ late }) => late.more),
    starts: startsOf(pipeline.value, seen.flatMap(({ setting, projects }) => projects.map((line) => ({ setting, project: line.project })))),
  });
}

/** Which of a zone's projects are behind a figure. */
export type Behind =
  | { readonly by: 'all' } | { readonly by: 'overdue' } | { readonly by: 'uncounted' }
  | { readonly by: 'stage'; readonly stage: string }
  | { readonly by: 'holder'; readonly holder: LateHolder }
  | { readonly by: 'start'; readonly quarter: string };

/** Ids of a zone's projects that are late through one holder, the longest late first. */
export async function lateThrough(ports: OverviewPorts, setting: Setting, holder: LateHolder): Promise<readonly string[]> {
  const present = new Set(setting.parties.map(({ kind }) => kind));
  const { entries } = await ports.late.before(setting.zone.zoneId, today(setting), looksAt.late);
  return [...new Set(entries.filter((one) => lateHolder(one.assignmentId, present) === holder).map(({ projectId }) => projectId))];
}

/** Whether a project of the newest hundred is behind a figure of starts, or of letters that do not count yet. */
export const isBehind = (setting: Setting, { project }: ProjectLine, filter: Extract<Behind, { by: 'start' | 'uncounted' }>): boolean =>
  (filter.by === 'uncounted' ? !isCounted(project) && project.ending === undefined : quarterOf(setting, project)?.expected === filter.quarter);
