import * as z from 'zod/mini';
import { DateText, Identifier, MoneySum, type UtilityNeed } from '../kernel/common.ts';
import { rolesAt, type Actor } from '../kernel/actor.ts';
import { LineReport } from '../project/project-action.ts';
import type { Ports } from '../kernel/ports.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { addUp } from '../figures/figures.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import { Names, type ZoneLine } from '../reference/reference.ts';
import { startView } from '../project/project-views.ts';
import { utilityUnits } from '../stages/need-of.ts';
import { StageName } from '../stages/decision.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';
import { unspentOf } from './absorption.ts';
import { beforeOf, Line, LineChange, LineMilestone, lineMilestones, LineMoney, reachedBy, zoneLineOf } from './line.ts';
import { LinePhotoView, photosOf } from './line-photo.ts';
import { needing, waitingFor, type Waiter } from './waiting.ts';
import { dependsOn } from './need.ts';
import { kindsOf } from '../work/work-row.ts';

/** Projects that wait for a line; capacity in the unit of its kind, of those of which the office or their letters say how much. */
const Waiting = z.object({
  projects: z.int(),
  money: z.array(MoneySum),
  jobs: z.int(),
  capacity: z.number(),
  /** How many ask for it and do not say how much. */
  unsaid: z.int(),
  /** The first day by which one of them needs it, as far as that was said. */
  neededBy: z.optional(DateText),
});

const WaitingProject = z.object({
  projectId: z.string(),
  number: z.string(),
  company: z.string(),
  stage: StageName,
  capacity: z.optional(z.number()),
  /** What the office has said: by when it is needed, and for which stage. */
  by: z.optional(DateText),
  neededFor: z.optional(StageName),
  expected: z.optional(DateText),
  slack: z.optional(z.int()),
});

const MilestoneView = z.object({
  milestone: LineMilestone,
  after: z.optional(LineMilestone),
  baseline: z.optional(DateText),
  expected: z.optional(DateText),
  actual: z.optional(DateText),
  responsible: z.optional(z.string()),
  reason: z.optional(z.string()),
  /** Working days after its baseline, as things stand. */
  late: z.optional(z.int()),
});

/** `unspent`: what stays unspent at the year's end at the pace so far, where that is worth an alarm. */
const MoneyView = z.object({ ...LineMoney.shape, unspent: z.optional(z.int()) });

export const LineView = z.object({
  ...z.pick(Line, { lineId: true, zoneId: true, utility: true, names: true, partyId: true, version: true }).shape,
  party: z.optional(Names),
  unit: z.string(),
  capacity: z.optional(z.number()),
  report: LineReport,
  planned: z.optional(DateText),
  /** Working days for which it comes after the day first planned. */
  late: z.optional(z.int()),
  milestones: z.array(MilestoneView),
  money: z.array(MoneyView),
  waiting: Waiting,
});
export type LineView = z.infer<typeof LineView>;

export const WholeLineView = z.object({
  ...LineView.shape,
  /** The fifty that are awaited first. */
  waitingProjects: z.array(WaitingProject),
  changes: z.array(LineChange),
  /** The newest first; for whoever may see the line. */
  photos: z.array(LinePhotoView),
});
export type WholeLineView = z.infer<typeof WholeLineView>;

export const LinesView = z.object({ zoneId: Identifier, lines: z.array(LineView) });

type LinePorts = Pick<Ports, 'reference' | 'lines' | 'lists'>;
/** What the page of one line needs besides. */
export type WholeLinePorts = LinePorts & Pick<Ports, 'fileRecords'>;

interface Asking {
  readonly actor: Actor;
  readonly now: number;
}

const mostShown = 50;
const mostChanges = 20;
const mostPhotos = 24;

function sumOf(waiting: readonly Waiter[]): LineView['waiting'] {
  const entries = waiting.map(({ entry }) => entry);
  const asked = waiting.map(({ capacity }) => capacity);
  const neededBy = waiting
    .flatMap(({ said }) => said?.by ?? [])
    .toSorted()
    .at(0);
  return {
    projects: entries.length,
    money: [...Map.groupBy(entries, ({ row }) => row.worth.currency)].map(([currency, those]) => ({
      currency,
      amountMinor: addUp(those.map(({ row }) => row.worth.amountMinor)),
    })),
    jobs: addUp(entries.map(({ row }) => row.jobs)),
    capacity: asked.reduce<number>((sum, one) => sum + (one ?? 0), 0),
    unsaid: asked.filter((one) => one === undefined).length,
    ...(neededBy !== undefined && { neededBy }),
  };
}

const lateBy = (
  { calendar }: ZoneContext,
  planned: string | undefined,
  now: string | undefined,
): number | undefined => {
  const days = planned === undefined || now === undefined ? 0 : workingDaysBetween(calendar, planned, now);
  return days > 0 ? days : undefined;
};

function milestoneViews({ milestones }: Line, context: ZoneContext): LineView['milestones'] {
  return lineMilestones.map((milestone) => {
    const one = milestones[milestone] ?? {};
    const [after, late] = [
      beforeOf(milestones, milestone),
      lateBy(context, one.baseline, reachedBy(milestones, milestone)),
    ];
    return { ...one, milestone, ...(after && { after }), ...(late !== undefined && { late }) };
  });
}

function viewOf(context: ZoneContext, line: Line, waiting: readonly Waiter[]): LineView {
  const { lineId, zoneId, utility, names, partyId, version, capacity, milestones, money } = line;
  const known: ZoneLine = zoneLineOf(line, today(context));
  const readyOn = milestones.energised?.actual ?? reachedBy(milestones, 'energised');
  const late = lateBy(context, known.planned, readyOn);
  const party = context.parties.find((one) => one.partyId === partyId)?.names;
  const unit: UtilityNeed['unit'] = utilityUnits[utility];
  return {
    ...{ lineId, zoneId, utility, names, partyId, version, unit },
    ...(party && { party }),
    ...(capacity !== undefined && { capacity }),
    report: known.report,
    ...(known.planned !== undefined && { planned: known.planned }),
    ...(late !== undefined && { late }),
    milestones: milestoneViews(line, context),
    money: money.map((one) => {
      const unspent = unspentOf(context.calendar, one, today(context));
      return { ...one, ...(unspent && { unspent: unspent.amount }) };
    }),
    waiting: sumOf(waiting),
  };
}

async function contextFor(
  ports: Pick<Ports, 'reference'>,
  zoneId: string | undefined,
  { actor, now }: Asking,
): Promise<ZoneContext | undefined> {
  const context = zoneId === undefined ? undefined : await zoneContextOf(ports, zoneId, now);
  const isStaff = context && actor.kind === 'staff' && rolesAt(actor.memberships, context.zone).length > 0;
  return isStaff ? context : undefined;
}

/** The lines of a zone, by kind. Reads: the zone, its lines, and its open work (a query for a thousand projects), however many wait. */
export async function viewLines(
  ports: LinePorts,
  { zoneId, ...asking }: Asking & { readonly zoneId: string },
): Promise<Result<{ readonly zoneId: string; readonly lines: readonly LineView[] }>> {
  const context = await contextFor(ports, zoneId, asking);
  if (context === undefined) return fail({ kind: 'not-found' });
  const ids = context.lines.flatMap(({ lineId }) => lineId ?? []);
  if (ids.length === 0) return ok({ zoneId, lines: [] });
  const [lines, work] = await Promise.all([
    ports.lines.all(ids),
    needing(ports, zoneId, ({ row }) => row.needs !== undefined),
  ]);
  return ok({ zoneId, lines: lines.map((line) => viewOf(context, line, waitingFor(context, line, work))) });
}

async function waitingProjects(
  ports: LinePorts,
  context: ZoneContext,
  waiting: readonly Waiter[],
): Promise<WholeLineView['waitingProjects']> {
  const shown = waiting.slice(0, mostShown);
  const projects = new Map(
    (await ports.lists.lines(shown.map(({ entry }) => entry.projectId))).map(({ project }) => [
      project.projectId,
      project,
    ]),
  );
  return shown.map(({ entry: { projectId, company, row }, said, capacity }) => {
    const project = projects.get(projectId);
    const start = project && startView(project, context);
    return {
      ...{ projectId, number: row.number, company, stage: row.stage },
      ...(capacity !== undefined && { capacity }),
      ...(said && { by: said.by, neededFor: said.stage }),
      ...(start && { expected: start.expected, slack: start.slack }),
    };
  });
}

/** One line with everything that waits for it. For those who have no role in its zone it does not exist (`not-found`). */
export async function viewLine(
  ports: WholeLinePorts,
  { lineId, ...asking }: Asking & { readonly lineId: string },
): Promise<Result<WholeLineView>> {
  const line = await ports.lines.find(lineId);
  const context = await contextFor(ports, line?.zoneId, asking);
  if (line === undefined || context === undefined) return fail({ kind: 'not-found' });
  const [work, changes, photos] = await Promise.all([
    needing(ports, line.zoneId, ({ row }) => dependsOn({ needs: row.said, kinds: kindsOf(row) }, line)),
    ports.lines.changes(lineId, mostChanges),
    photosOf(ports, lineId, mostPhotos),
  ]);
  const waiting = waitingFor(context, line, work);
  return ok({
    ...viewOf(context, line, waiting),
    waitingProjects: await waitingProjects(ports, context, waiting),
    changes: [...changes],
    photos,
  });
}
