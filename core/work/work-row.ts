import * as z from 'zod/mini';
import { DateText, Identifier, Instant, Money, Utility } from '../kernel/common.ts';
import { Sector } from '../letter/sector.ts';
import type { Aggregate, Assignment } from '../project/project.ts';
import { heldSince, isBehind, isOpen } from '../project/standing.ts';
import { isCounted } from '../figures/figures.ts';
import { onItsWay } from '../stages/expected-start.ts';
import { startOfConstruction } from '../stages/stage-id.ts';
import { StageName } from '../stages/decision.ts';
import { missing, missingDocuments } from '../stages/gate.ts';
import { LineNeed } from '../lines/need.ts';

/** What a row of the work list is marked with, as far as its project tells it alone. */
export const workMarks = ['unsigned', 'unconfirmed', 'documents', 'scan', 'time-asked', 'obstacle'] as const;
const WorkMark = z.enum(workMarks);

/** One open assignment of a project. */
const OpenLine = z.object({
  /** Its id without that of the project. */
  id: z.string(),
  /** 'office', 'investor' or a party's id. */
  who: z.string(),
  due: DateText,
  late: z.optional(z.literal(true)),
  pausedUntil: z.optional(DateText),
  /** When it was last put off, and from which day. */
  extended: z.optional(z.object({ from: DateText, at: Instant })),
  /** Because of which its clock stands: without `pausedUntil` nobody knows until when. */
  moratorium: z.optional(Identifier),
  assignee: z.optional(z.string()),
  sentAgain: z.optional(z.int()),
  /** Since when it waits for this holder. */
  since: Instant,
});
export type OpenLine = z.infer<typeof OpenLine>;

/** A project with all that is open in it, as narrow as the work list shows it: written with each change, read by the hundred. */
export const WorkRow = z.object({
  number: z.string(),
  received: DateText,
  stage: StageName,
  sector: Sector,
  forum: z.optional(Identifier),
  /** The plot that its letter asks for. */
  plotId: z.optional(Identifier),
  worth: Money,
  jobs: z.int(),
  marks: z.array(WorkMark),
  suspendedUntil: z.optional(DateText),
  /** Nothing but lines of the zone may still keep the office from approving the stage. */
  ready: z.optional(z.literal(true)),
  /** When something last came from outside the office: an answer, a document, an obstacle. */
  news: z.optional(Instant),
  /** When somebody last said that all is as it stands. */
  verified: z.optional(Instant),
  /** Leadership's figures do not count it yet. */
  uncounted: z.optional(z.literal(true)),
  /** Where it is behind its road map: what its expected start is told from. */
  behind: z.optional(
    z.object({ planned: DateText, wanted: DateText, endsOn: z.optional(DateText), lines: z.array(Utility) }),
  ),
  /** Utility lines it needs, and how much of each, as far as its letter says. */
  needs: z.optional(z.partialRecord(Utility, z.nullable(z.number()))),
  /** What the office has said of lines that it needs. */
  said: z.optional(z.array(LineNeed)),
  open: z.array(OpenLine),
});
export type WorkRow = z.infer<typeof WorkRow>;

function marksOf(aggregate: Aggregate, open: readonly Assignment[]): WorkRow['marks'] {
  const { project, documents } = aggregate;
  const holds: Readonly<Record<(typeof workMarks)[number], boolean>> = {
    unsigned: project.stage === 'letter-of-intent' && !project.signed,
    unconfirmed: !project.confirmed && project.noAddress !== true,
    documents: missingDocuments(aggregate).some(({ what }) => what === 'document'),
    scan: documents.some(({ state }) => state === 'waiting'),
    'time-asked': open.some(({ timeAsked }) => timeAsked !== undefined),
    obstacle: project.openObstacles > 0,
  };
  return workMarks.filter((mark) => holds[mark]);
}

/** When anybody outside the office last did something about a project. */
function newsOf({ assignments, documents, obstacles }: Aggregate): number | undefined {
  const instants = [
    ...assignments.flatMap(({ answer }) => (answer && answer.actor.kind !== 'staff' ? [answer.at] : [])),
    ...documents.flatMap(({ by, at }) => (by.kind === 'staff' ? [] : [at])),
    ...obstacles.flatMap(({ said }) => said.flatMap(({ by, at }) => (by.kind === 'staff' ? [] : [at]))),
  ];
  return instants.length === 0 ? undefined : Math.max(...instants);
}

const openLine = (aggregate: Aggregate, one: Assignment): OpenLine => ({
  id: one.assignmentId.slice(one.assignmentId.indexOf('_') + 1),
  who: one.holder.kind === 'party' ? one.holder.partyId : one.holder.kind,
  due: one.due,
  ...(one.overdue && { late: true as const }),
  ...(one.pausedUntil !== undefined && { pausedUntil: one.pausedUntil }),
  ...(one.extended && { extended: one.extended }),
  ...(one.moratorium && { moratorium: one.moratorium.moratoriumId }),
  ...(one.assignee !== undefined && { assignee: one.assignee }),
  ...(one.sentAgain && { sentAgain: one.sentAgain.times }),
  since: heldSince(aggregate, one),
});

function behindOf(aggregate: Aggregate): Pick<WorkRow, 'behind'> {
  const { project } = aggregate;
  const planned = project.baseline?.[startOfConstruction];
  if (planned === undefined || !isBehind(aggregate)) return {};
  const { endsOn, lines } = onItsWay(project);
  return {
    behind: { planned, wanted: project.wantedStart, ...(endsOn !== undefined && { endsOn }), lines: [...lines] },
  };
}

/** The row of a project, told from its state alone; undefined where nothing is open. */
export function workRow(aggregate: Aggregate): WorkRow | undefined {
  const { project, assignments } = aggregate;
  const open = assignments.filter(isOpen);
  if (project.phase === 'ended' || open.length === 0) return undefined;
  const lacks = missing(aggregate, []);
  const isReady =
    project.phase === 'open' && project.pause === undefined && lacks.every(({ what }) => what === 'line-readiness');
  const news = newsOf(aggregate);
  return {
    number: project.number,
    received: project.receivedOn,
    stage: project.stage,
    sector: project.sector,
    ...(project.forum !== undefined && { forum: project.forum }),
    ...(project.plotId !== undefined && { plotId: project.plotId }),
    worth: project.figures.investment,
    jobs: project.figures.jobs,
    marks: marksOf(aggregate, open),
    ...(project.pause && { suspendedUntil: project.pause.reviewOn }),
    ...(isReady && { ready: true as const }),
    ...(news !== undefined && { news }),
    ...(project.verified && { verified: project.verified.at }),
    ...(!isCounted(project) && { uncounted: true as const }),
    ...behindOf(aggregate),
    needs: Object.fromEntries(project.lines.map((line) => [line, project.capacities?.[line] ?? null])),
    ...(project.needs && project.needs.length > 0 && { said: [...project.needs] }),
    open: open
      .map((one) => openLine(aggregate, one))
      .toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.id < b.id ? -1 : 1)),
  };
}

/** The kinds of lines of which its letter tells. */
export const kindsOf = ({ needs = {} }: Pick<WorkRow, 'needs'>): Utility[] => Object.keys(needs) as Utility[];

/** The day of the first answer that is awaited in a project. */
export const firstDue = ({ open }: WorkRow): string => open[0]?.due ?? '9999-12-31';
