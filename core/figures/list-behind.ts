import type { Names } from '../reference/reference.ts';
import type { ProjectLineView } from '../api/views.ts';
import { rolesAt, type Actor } from '../kernel/actor.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import { ok, type Result } from '../kernel/result.ts';
import { isCounted, standingOf, type MonthEvent, type Refusal, type Standing } from './figures.ts';
import type { LateHolder } from './late-holders.ts';
import type { Page, PageRequest, ProjectFilter, ProjectLine, ProjectNarrowing } from '../kernel/ports.ts';
import { startOfConstruction, type StageId } from '../stages/stage-id.ts';
import type { WorkEntry } from '../work/desk-ports.ts';
import { localDateOf, type LocalDate } from '../calendar/local-date.ts';
import type { LateEntry } from './late-ports.ts';
import { projectLineView, startView } from '../project/project-views.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';
import type { OverviewPorts } from './view-overview.ts';
import { waitingIn, type Waiting } from './waiting.ts';

interface OverdueOf {
  readonly holder?: LateHolder | undefined;
  readonly stage?: string | undefined;
  readonly sector?: string | undefined;
  readonly forum?: string | undefined;
}

export type Behind =
  | { readonly by: 'all' }
  /** Projects with anything late; through a holder, of a stage, a sector or a forum. */
  | ({ readonly by: 'overdue' } & OverdueOf)
  /** Going on, and no road map is approved yet. */
  | { readonly by: 'unplanned' }
  | { readonly by: 'unconfirmed' }
  | { readonly by: 'stage'; readonly stage: string }
  | { readonly by: 'sector'; readonly sector: string; readonly standing: Standing }
  | { readonly by: 'forum'; readonly forum: string; readonly standing: Standing }
  | { readonly by: 'late'; readonly holder: LateHolder }
  | { readonly by: 'held'; readonly holder: LateHolder }
  | { readonly by: 'month'; readonly what: MonthEvent; readonly month: string }
  | { readonly by: 'refused'; readonly stage: StageId; readonly what: Refusal }
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

/** A project, or one answer of it: that is late, said no, or is waited for. */
export interface BehindLine
  extends
    Pick<
      ProjectLineView,
      'projectId' | 'number' | 'company' | 'sector' | 'stage' | 'suspended' | 'counted' | 'receivedOn'
    >,
    Partial<Pick<ProjectLineView, 'ending' | 'due'>> {
  readonly figures: Pick<ProjectLineView['figures'], 'investment' | 'jobs'>;
  readonly start?: NonNullable<ReturnType<typeof startView>> & { readonly slips?: number | undefined };
  readonly late?: LateEntry & { readonly daysLate: number };
  readonly waiting?: readonly Waiting[];
  readonly refused?: { readonly assignmentId: string; readonly on: LocalDate };
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
type FigureFilter = Extract<ProjectFilter, { readonly by: 'zone' | 'stage' | 'sector' | 'forum' | 'start' }>;

/** Lines of a page of a list: at most 25 read units for the projects and one for the keys of the index. */
const limit = 50;

const lineOf = (context: ZoneContext, line: ProjectLine): BehindLine => {
  const start = startView(line.project, context);
  const slips =
    start?.planned === undefined ? undefined : workingDaysBetween(context.calendar, start.planned, start.expected);
  return { ...projectLineView(line), ...(start && { start: { ...start, slips } }) };
};

/** Of rows of the open work: one query for a thousand projects, and nothing is loaded. */
const rowLine = ({ projectId, company, row }: WorkEntry, waiting: readonly Waiting[]): BehindLine => ({
  projectId,
  number: row.number,
  company,
  sector: row.sector,
  stage: row.stage,
  suspended: row.suspendedUntil !== undefined,
  counted: row.uncounted !== true,
  receivedOn: row.received,
  figures: { investment: row.worth, jobs: row.jobs },
  waiting,
});

async function overduePage(
  ports: OverviewPorts,
  context: ZoneContext,
  { holder, stage, sector, forum }: OverdueOf,
  page: PageRequest,
): Promise<Page<BehindLine>> {
  const work = await ports.lists.work(context.zone.zoneId, page.after);
  const fits = ({ row }: WorkEntry) =>
    (stage ?? row.stage) === row.stage && (sector ?? row.sector) === row.sector && (forum ?? row.forum) === row.forum;
  const entries = work.entries.filter(fits).flatMap((entry): BehindLine[] => {
    const late = waitingIn(context, [entry]).filter((one) => one.isLate && (holder ?? one.holder) === one.holder);
    return late.length > 0 ? [rowLine(entry, late)] : [];
  });
  return { ...work, entries };
}

async function heldPage(
  ports: OverviewPorts,
  context: ZoneContext,
  holder: LateHolder,
  page: PageRequest,
): Promise<Page<BehindLine>> {
  const work = await ports.lists.work(context.zone.zoneId, page.after);
  const entries = work.entries
    .flatMap((entry) =>
      waitingIn(context, [entry])
        .filter((one) => one.isHolding && one.holder === holder)
        .map((one) => ({ line: rowLine(entry, [one]), days: one.daysHeld })),
    )
    .toSorted((a, b) => b.days - a.days);
  return { ...work, entries: entries.map(({ line }) => line) };
}

const linesById = async (
  ports: OverviewPorts,
  entries: readonly { readonly projectId: string }[],
): Promise<ReadonlyMap<string, ProjectLine>> =>
  new Map(
    (await ports.lists.lines([...new Set(entries.map(({ projectId }) => projectId))])).map((line) => [
      line.project.projectId,
      line,
    ]),
  );

async function refusedPage(
  ports: OverviewPorts,
  context: ZoneContext,
  { stage, what }: { readonly stage: StageId; readonly what: Refusal },
  page: PageRequest,
): Promise<Page<BehindLine>> {
  const found = await ports.late.refused(context.zone.zoneId, stage, what, page);
  const projects = await linesById(ports, found.entries);
  const entries = found.entries.flatMap(({ projectId, assignmentId, at }): BehindLine[] => {
    const line = projects.get(projectId);
    const on = localDateOf(at, context.calendar.offsetMinutes);
    return line ? [{ ...lineOf(context, line), refused: { assignmentId, on } }] : [];
  });
  return { ...found, entries };
}

async function latePage(
  ports: OverviewPorts,
  context: ZoneContext,
  holder: LateHolder,
  page: PageRequest,
): Promise<Page<BehindLine>> {
  const late = await ports.late.through(context.zone.zoneId, holder, page);
  const projects = await linesById(ports, late.entries);
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
  // What does not count is left out of its page, which may so be shorter: as many lines as the figure says.
  const list = async (
    by: FigureFilter,
    fits: (line: ProjectLine) => boolean = ({ project }) => isCounted(project),
    also?: ProjectNarrowing,
  ): Promise<Page<BehindLine>> => {
    const found = await ports.lists.list(zoneId, by, page, also);
    return { ...found, entries: found.entries.filter(fits).map((line) => lineOf(context, line)) };
  };
  switch (filter.by) {
    // Newest first.
    case 'all':
      return list({ by: 'zone' }, ({ project }) => isCounted(project) && standingOf(project) === 'going');
    case 'overdue':
      return overduePage(ports, context, filter, page);
    case 'unplanned':
      return list(
        { by: 'zone' },
        ({ project }) =>
          isCounted(project) &&
          standingOf(project) === 'going' &&
          project.baseline?.[startOfConstruction] === undefined,
      );
    case 'stage':
      return list({ by: 'stage', stage: filter.stage });
    case 'sector':
      return list({ by: 'sector', sector: filter.sector, standing: filter.standing });
    case 'forum':
      return list({ by: 'forum', forum: filter.forum, standing: filter.standing });
    case 'start':
      return list({ by: 'start', standing: filter.standing, quarter: filter.quarter });
    case 'unconfirmed':
      return list({ by: 'start', standing: 'unconfirmed' }, () => true);
    case 'month':
      return list({ by: 'zone' }, undefined, { happened: filter });
    case 'held':
      return heldPage(ports, context, filter.holder, page);
    case 'refused':
      return refusedPage(ports, context, filter, page);
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
