import * as z from 'zod/mini';
import { localDateOf, yearOf } from '../calendar/local-date.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';
import { DocketStep } from '../docket/docket-facts.ts';
import { nextViews } from '../docket/docket-view.ts';
import { stepRules } from '../docket/law.ts';
import { DateText, Money, Utility } from '../kernel/common.ts';
import type { Ports } from '../kernel/ports.ts';
import { unspentOf } from '../lines/absorption.ts';
import { slippedSince } from '../lines/slipped.ts';
import { needing, waitingFor } from '../lines/waiting.ts';
import { ObstacleAbout } from '../obstacles/obstacle-facts.ts';
import type { Obstacle } from '../obstacles/obstacle.ts';
import { isOver } from '../moratoria/moratorium.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import { Names } from '../reference/reference.ts';
import { StageName } from '../stages/decision.ts';
import { AssignmentKind } from '../stages/facts.ts';
import type { WorkEntry } from '../work/desk-ports.ts';
import { workLines, type WorkLine } from '../work/work-query.ts';
import { memberName, standingOf, type Instruction } from './headquarters.ts';

export const agendaSections = [
  'slipped',
  'extended',
  'overdue',
  'instructions',
  'instructionsDue',
  'dockets',
  'lines',
  'unspent',
  'obstacles',
  'pauses',
  'due',
] as const;

/** One thing to speak of. `holder`: 'office', 'head', 'investor', a party's id, or a member of the headquarters (`memberName`). */
const AgendaItem = z.object({
  zoneId: z.string(),
  projectId: z.optional(z.string()),
  number: z.optional(z.string()),
  company: z.optional(z.string()),
  assignmentId: z.optional(z.string()),
  stage: z.optional(StageName),
  assignment: z.optional(AssignmentKind),
  line: z.optional(Utility),
  obstacleId: z.optional(z.string()),
  obstacle: z.optional(ObstacleAbout),
  instructionId: z.optional(z.string()),
  moratoriumId: z.optional(z.string()),
  text: z.optional(z.string()),
  docket: z.optional(DocketStep),
  lineId: z.optional(z.string()),
  names: z.optional(Names),
  /** What stays unspent of a line's money in a year, and how many projects wait for the line. */
  unspent: z.optional(Money),
  year: z.optional(z.int()),
  waiting: z.optional(z.int()),
  holder: z.string(),
  /** The day that held before. */
  from: z.optional(DateText),
  due: z.optional(DateText),
  /** Working days. */
  overdueDays: z.optional(z.int()),
});
export type AgendaItem = z.infer<typeof AgendaItem>;

export const AgendaSection = z.object({ section: z.enum(agendaSections), items: z.array(AgendaItem) });
export type AgendaSection = z.infer<typeof AgendaSection>;

export interface AgendaAsked extends Pick<ZoneContext, 'now' | 'calendar'> {
  /** Each zone that it is about. */
  readonly contexts: readonly ZoneContext[];
  readonly instructions: readonly Instruction[];
  /** The last meeting: what became late since then slipped. */
  readonly since: string;
  /** The meeting after the next: what is due until then is due this week. */
  readonly until: string;
}

export type AgendaPorts = Pick<Ports, 'lists' | 'lines'>;

interface OfZone extends Pick<AgendaAsked, 'since' | 'until'> {
  readonly context: ZoneContext;
  readonly entries: readonly WorkEntry[];
}

/** Where items of a zone come from. Whatever else a headquarters speaks of is one more source in `sources`. */
type AgendaSource = (ports: AgendaPorts, asked: OfZone) => readonly AgendaSection[] | Promise<readonly AgendaSection[]>;

const byDue = (a: AgendaItem, b: AgendaItem): number => ((a.due ?? '') < (b.due ?? '') ? -1 : 1);
const byHolder = (a: AgendaItem, b: AgendaItem): number =>
  a.holder < b.holder ? -1 : a.holder > b.holder ? 1 : byDue(a, b);

function workItem(context: ZoneContext, one: WorkLine): AgendaItem {
  const { projectId, number, company, assignmentId, stage, kind, line, who, due, late } = one;
  return {
    zoneId: context.zone.zoneId,
    projectId,
    number,
    company,
    assignmentId,
    stage,
    assignment: kind,
    ...(line !== undefined && { line }),
    holder: who,
    due,
    ...(late && { overdueDays: workingDaysBetween(context.calendar, due, today(context)) }),
  };
}

const runs = ({ pausedUntil }: WorkLine): boolean => pausedUntil === undefined;
const linesOf = ({ context, entries }: OfZone): readonly WorkLine[] => workLines({ entries, lines: context.lines });

/** What is late, by holder, what slipped or was put off since the last meeting, and what is due until the following one. */
const work: AgendaSource = (_, { context, entries, since, until }) => {
  const lines = linesOf({ context, entries, since, until });
  const day = today(context);
  const items = (keep: (line: WorkLine) => boolean) =>
    lines.filter((one) => runs(one) && keep(one)).map((one) => workItem(context, one));
  const extended = lines.flatMap((one): AgendaItem[] =>
    one.extended && localDateOf(one.extended.at, context.calendar.offsetMinutes) >= since
      ? [{ ...workItem(context, one), from: one.extended.from }]
      : [],
  );
  return [
    { section: 'slipped', items: items((one) => one.late && one.due >= since) },
    { section: 'extended', items: extended },
    { section: 'overdue', items: items((one) => one.late && one.due < since).toSorted(byHolder) },
    { section: 'due', items: items((one) => !one.late && one.due >= day && one.due <= until) },
  ];
};

/** Pauses of projects and of suppliers that are reviewed until the following meeting. */
const pauses: AgendaSource = (_, asked) => {
  const { context, entries, until } = asked;
  const lines = linesOf(asked);
  const found = entries.flatMap(({ projectId, company, row }): AgendaItem[] => {
    const about = { zoneId: context.zone.zoneId, projectId, number: row.number, company };
    if (row.suspendedUntil !== undefined)
      return [{ ...about, stage: row.stage, holder: 'office', due: row.suspendedUntil }];
    return lines.flatMap((one) =>
      one.projectId === projectId && one.pausedUntil !== undefined && one.moratorium === undefined
        ? [{ ...workItem(context, one), due: one.pausedUntil, overdueDays: undefined }]
        : [],
    );
  });
  return [{ section: 'pauses', items: found.filter(({ due = '' }) => due <= until).toSorted(byDue) }];
};

/** Obstacles and dockets read for one agenda: a hundred fill more than a meeting. */
const most = 100;

const obstacleItem = (
  zoneId: string,
  { obstacleId, about, owner, due }: Obstacle,
): Pick<AgendaItem, 'zoneId' | 'obstacleId' | 'obstacle' | 'holder' | 'due'> => ({
  zoneId,
  obstacleId,
  obstacle: about,
  holder: owner.kind === 'party' ? owner.partyId : owner.kind,
  ...(due !== undefined && { due }),
});

/** Those of the whole zone first, each once. */
const obstacles: AgendaSource = async ({ lists }, { context }) => {
  const { zoneId } = context.zone;
  const zoneWide = context.zoneObstacles.map(({ obstacle }): AgendaItem => obstacleItem(zoneId, obstacle));
  const found = await lists.obstacles(zoneId, { limit: most });
  const projects = new Map(
    (await lists.lines([...new Set(found.entries.map(({ projectId }) => projectId))])).map((line) => [
      line.project.projectId,
      line,
    ]),
  );
  const items = found.entries.flatMap(({ projectId, obstacle }): AgendaItem[] => {
    const line = projects.get(projectId);
    if (line === undefined) return [];
    const { project, company } = line;
    return [{ ...obstacleItem(zoneId, obstacle), projectId, number: project.number, company }];
  });
  return [{ section: 'obstacles', items: [...zoneWide, ...items] }];
};

/** Plots whose construction has not begun, where the next step is late or due until the following meeting. */
const dockets: AgendaSource = async ({ lists }, { context, until }) => {
  const { zoneId } = context.zone;
  const found = await lists.dockets(zoneId, { limit: most });
  const items = found.entries.flatMap(({ project, company }): AgendaItem[] => {
    const { projectId, number, stage } = project;
    return nextViews(project, context)
      .filter((next) => next.until !== undefined && next.until <= until)
      .map(({ step, until: due, late }) => ({
        ...{ zoneId, projectId, number, company, stage, docket: step },
        holder: stepRules[step].head ? 'head' : 'office',
        ...(due !== undefined && { due }),
        ...(late > 0 && { overdueDays: late }),
      }));
  });
  return [{ section: 'dockets', items: items.toSorted(byDue) }];
};

/** Each once, whatever it holds up. */
const moratoria: AgendaSource = (_, { context }) => {
  const items = context.moratoria
    .filter((one) => one.from <= today(context) && !isOver(one, today(context)))
    .map(({ moratoriumId, utility, reason, until }): AgendaItem => ({
      zoneId: context.zone.zoneId,
      moratoriumId,
      line: utility,
      text: reason,
      holder: 'office',
      ...(until !== undefined && { due: until }),
    }));
  return Promise.resolve([{ section: 'pauses', items }]);
};

/** Lines that are ready later than they were to be at the last meeting, and money that at the present pace stays unspent. */
const utilityLines: AgendaSource = async (ports, { context, since }) => {
  const { zoneId } = context.zone;
  const ids = context.lines.flatMap(({ lineId }) => lineId ?? []);
  if (ids.length === 0) return [];
  const on = today(context);
  const lines = await ports.lines.all(ids);
  const slipped = await slippedSince(ports, context, lines, since);
  const alarms = lines.flatMap((line) => {
    const unspent = unspentOf(
      context.calendar,
      line.money.find(({ year }) => year === yearOf(on)),
      on,
    );
    return unspent ? [{ line, unspent }] : [];
  });
  const needy = alarms.length > 0 ? await needing(ports, zoneId, ({ row }) => row.needs !== undefined) : [];
  return [
    {
      section: 'lines',
      items: slipped.map(({ line, from, due }) => ({
        ...{ zoneId, lineId: line.lineId, line: line.utility, names: line.names, holder: line.partyId },
        ...{ from, due },
      })),
    },
    {
      section: 'unspent',
      items: alarms.map(({ line, unspent: { year, amount, currency } }) => ({
        ...{ zoneId, lineId: line.lineId, line: line.utility, names: line.names, holder: line.partyId, year },
        unspent: { amountMinor: amount, currency },
        waiting: waitingFor(context, line, needy).length,
      })),
    },
  ];
};

const sources: readonly AgendaSource[] = [work, pauses, moratoria, obstacles, dockets, utilityLines];

/** Past their deadline; and what is due until the following meeting, or whose evidence waits to be accepted. */
function instructionSections({ contexts, instructions, until, ...days }: AgendaAsked): readonly AgendaSection[] {
  const [first] = contexts;
  if (first === undefined) return [];
  const day = today(days);
  const zoneOf = (number = '') =>
    (contexts.find(({ zone }) => number.startsWith(`${zone.code}-`)) ?? first).zone.zoneId;
  const items = (keep: (one: Instruction) => boolean) =>
    instructions
      .filter(keep)
      .map(({ instructionId, text, responsible, deadline, project }): AgendaItem => {
        const late = workingDaysBetween(days.calendar, deadline, day);
        return {
          zoneId: zoneOf(project?.number),
          ...project,
          instructionId,
          text,
          holder: memberName(responsible),
          due: deadline,
          ...(late > 0 && { overdueDays: late }),
        };
      })
      .toSorted(byDue);
  return [
    { section: 'instructions', items: items((one) => standingOf(one, day) === 'past-due') },
    {
      section: 'instructionsDue',
      items: items((one) => one.state === 'evidence' || (standingOf(one, day) === 'open' && one.deadline <= until)),
    },
  ];
}

/** Everything that is stored and to be spoken of, in the order of `agendaSections`; sections with nothing in them are left out. */
export async function agendaOf(ports: AgendaPorts, asked: AgendaAsked): Promise<readonly AgendaSection[]> {
  const ofZones = await Promise.all(
    asked.contexts.map(async (context) => {
      const { entries } = await ports.lists.work(context.zone.zoneId);
      return Promise.all(sources.map((source) => source(ports, { ...asked, context, entries })));
    }),
  );
  const found = [...ofZones.flat(2), ...instructionSections(asked)];
  return agendaSections.flatMap((section) => {
    const items = found.filter((one) => one.section === section).flatMap((one) => one.items);
    return items.length > 0 ? [{ section, items }] : [];
  });
}
