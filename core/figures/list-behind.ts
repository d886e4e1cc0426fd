import type { Names } from '../reference/reference.ts';
import type { ProjectLineView } from '../api/views.ts';
import { rolesAt, type Actor } from '../kernel/actor.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import { ok, type Result } from '../kernel/result.ts';
import { standingOf, type Standing } from './figures.ts';
import type { LateHolder } from './late-holders.ts';
import type { Page, PageRequest, ProjectFilter, ProjectLine } from '../kernel/ports.ts';
import type { LateEntry } from './late-ports.ts';
import { projectLineView, startView } from '../project/project-views.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';
import type { OverviewPorts } from './view-overview.ts';

export type Behind =
  | { readonly by: 'all' }
  | { readonly by: 'overdue' }
  | { readonly by: 'unconfirmed' }
  | { readonly by: 'stage'; readonly stage: string }
  | { readonly by: 'sector'; readonly sector: string; readonly standing: Standing }
  | { readonly by: 'forum'; readonly forum: string; readonly standing: Standing }
  | { readonly by: 'late'; readonly holder: LateHolder }
  /** Planned starts that are in time, or behind their plan; of a quarter or all. */
  | { readonly by: 'start'; readonly standing: 'plan' | 'behind'; readonly quarter?: string | undefined };

export interface ListBehind {
  readonly actor: Actor;
  /** All of the actor's zones when absent: then each with its first page. */
  readonly zoneId?: string | undefined;
  readonly filter: Behind;
  readonly after?: string | undefined;
  readonly now: number;
}

export interface BehindLine extends ProjectLineView {
  readonly start?: ReturnType<typeof startView>;
  readonly late?: LateEntry & { readonly daysLate: number };
}

export interface BehindView {
  readonly zones: readonly {
    readonly zoneId: string;
    readonly names: Names;
    readonly forums: readonly { readonly forumId: string; readonly names: Names }[];
    readonly page: Page<BehindLine>;
  }[];
}

/** The lists that figures lead to: each has its index, and leadership's function the right to it. */
type FigureFilter = Extract<
  ProjectFilter,
  { readonly by: 'zone' | 'overdue' | 'stage' | 'sector' | 'forum' | 'start' }
>;

/** Lines of a page of a list: at most 25 read units for the projects and one for the keys of the index. */
const limit = 50;

const lineOf = (context: ZoneContext, line: ProjectLine): BehindLine => {
  const start = startView(line.project, context);
  return { ...projectLineView(line), ...(start && { start }) };
};

async function latePage(
  ports: OverviewPorts,
  context: ZoneContext,
  holder: LateHolder,
  page: PageRequest,
): Promise<Page<BehindLine>> {
  const late = await ports.late.through(context.zone.zoneId, holder, page);
  const projects = new Map(
    (await ports.lists.lines([...new Set(late.entries.map(({ projectId }) => projectId))])).map((line) => [
      line.project.projectId,
      line,
    ]),
  );
  const entries = late.entries.flatMap((entry): BehindLine[] => {
    const line = projects.get(entry.projectId);
    return line
      ? [
          {
            ...lineOf(context, line),
            late: { ...entry, daysLate: Math.max(0, workingDaysBetween(context.calendar, entry.due, today(context))) },
          },
        ]
      : [];
  });
  return late.next === undefined ? { entries } : { entries, next: late.next };
}

async function pageOf(
  ports: OverviewPorts,
  context: ZoneContext,
  filter: Behind,
  page: PageRequest,
): Promise<Page<BehindLine>> {
  const { zoneId } = context.zone;
  const list = async (
    by: FigureFilter,
    fits: (line: ProjectLine) => boolean = () => true,
  ): Promise<Page<BehindLine>> => {
    const found = await ports.lists.list(zoneId, by, page);
    return { ...found, entries: found.entries.filter(fits).map((line) => lineOf(context, line)) };
  };
  switch (filter.by) {
    // Newest first; those that left the path are left out of their page, which may so be shorter.
    case 'all':
      return list({ by: 'zone' }, ({ project }) => standingOf(project) === 'going');
    case 'overdue':
      return list({ by: 'overdue' });
    case 'stage':
      return list({ by: 'stage', stage: filter.stage });
    case 'sector':
      return list({ by: 'sector', sector: filter.sector, standing: filter.standing });
    case 'forum':
      return list({ by: 'forum', forum: filter.forum, standing: filter.standing });
    case 'start':
      return list({ by: 'start', standing: filter.standing, quarter: filter.quarter });
    case 'unconfirmed':
      return list({ by: 'start', standing: 'unconfirmed' });
    case 'late':
      return latePage(ports, context, filter.holder, page);
  }
}

/** The projects behind a figure, zone by zone. Zones the actor has no role in do not exist. */
export async function listBehind(
  ports: OverviewPorts,
  { actor, zoneId, filter, after, now }: ListBehind,
): Promise<Result<BehindView>> {
  const memberships = actor.kind === 'staff' ? actor.memberships : [];
  const zones = (await ports.reference.zones()).filter(
    (zone) => rolesAt(memberships, zone).length > 0 && (zoneId === undefined || zone.zoneId === zoneId),
  );
  const found = zones.map(async ({ zoneId: id, names, forums }) => {
    const context = await zoneContextOf(ports, id, now);
    const page = context
      ? await pageOf(ports, context, filter, { limit, after: zoneId === undefined ? undefined : after })
      : { entries: [] };
    return { zoneId: id, names, forums, page };
  });
  return ok({ zones: await Promise.all(found) });
}
