import * as z from 'zod/mini';
import { workingDaysBetween } from '../calendar/working-days.ts';
import { DateText, Utility } from '../kernel/common.ts';
import type { Ports } from '../kernel/ports.ts';
import { ObstacleAbout } from '../obstacles/obstacle-facts.ts';
import { isOver } from '../moratoria/moratorium.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import { StageName } from '../stages/decision.ts';
import { AssignmentKind } from '../stages/facts.ts';
import { workLines, type WorkLine } from '../work/work-query.ts';
import { memberName, standingOf, type HeadquartersState } from './headquarters.ts';

export const agendaSections = ['slipped', 'overdue', 'instructions', 'obstacles', 'pauses', 'due'] as const;

/** One thing to speak of. `holder`: 'office', 'investor', a party's id, or a member of the headquarters (`memberName`). */
const AgendaItem = z.object({
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
  holder: z.string(),
  due: z.optional(DateText),
  /** Working days. */
  overdueDays: z.optional(z.int()),
});
export type AgendaItem = z.infer<typeof AgendaItem>;

export const AgendaSection = z.object({ section: z.enum(agendaSections), items: z.array(AgendaItem) });
export type AgendaSection = z.infer<typeof AgendaSection>;

export interface AgendaAsked {
  readonly context: ZoneContext;
  readonly state: HeadquartersState;
  /** The last meeting: what became late since then slipped. */
  readonly since: string;
  /** The meeting after the next: what is due until then is due this week. */
  readonly until: string;
}

export type AgendaPorts = Pick<Ports, 'lists'>;

/** Where items come from. Whatever else a headquarters speaks of is one more source in `sources`. */
type AgendaSource = (ports: AgendaPorts, asked: AgendaAsked) => Promise<readonly AgendaSection[]>;

const byDue = (a: AgendaItem, b: AgendaItem): number => ((a.due ?? '') < (b.due ?? '') ? -1 : 1);
const byHolder = (a: AgendaItem, b: AgendaItem): number =>
  a.holder < b.holder ? -1 : a.holder > b.holder ? 1 : byDue(a, b);

function workItem(context: ZoneContext, one: WorkLine): AgendaItem {
  const { projectId, number, company, assignmentId, stage, kind, line, who, due, late } = one;
  return {
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

/** What is late, by holder, what slipped since the last meeting, what is due until the following one, and which pauses end until then. */
const work: AgendaSource = async ({ lists }, { context, since, until }) => {
  const { entries } = await lists.work(context.zone.zoneId);
  const lines = workLines({ entries, lines: context.lines });
  const items = (keep: (line: WorkLine) => boolean) => lines.filter(keep).map((one) => workItem(context, one));
  const runs = ({ pausedUntil }: WorkLine): boolean => pausedUntil === undefined;
  const day = today(context);
  const pauses = entries.flatMap(({ projectId, company, row }): AgendaItem[] => {
    const about = { projectId, number: row.number, company };
    if (row.suspendedUntil !== undefined)
      return [{ ...about, stage: row.stage, holder: 'office', due: row.suspendedUntil }];
    return lines.flatMap((one) =>
      one.projectId === projectId && one.pausedUntil !== undefined && one.moratorium === undefined
        ? [{ ...workItem(context, one), due: one.pausedUntil, overdueDays: undefined }]
        : [],
    );
  });
  return [
    { section: 'slipped', items: items((one) => runs(one) && one.late && one.due >= since) },
    { section: 'overdue', items: items((one) => runs(one) && one.late && one.due < since).toSorted(byHolder) },
    { section: 'due', items: items((one) => runs(one) && !one.late && one.due >= day && one.due <= until) },
    { section: 'pauses', items: pauses.filter(({ due = '' }) => due <= until).toSorted(byDue) },
  ];
};

/** Obstacles read for one agenda: a hundred fill more than a meeting. */
const mostObstacles = 100;

const obstacles: AgendaSource = async ({ lists }, { context }) => {
  const found = await lists.obstacles(context.zone.zoneId, { limit: mostObstacles });
  const projects = new Map(
    (await lists.lines([...new Set(found.entries.map(({ projectId }) => projectId))])).map((line) => [
      line.project.projectId,
      line,
    ]),
  );
  const items = found.entries.flatMap(({ projectId, obstacle }): AgendaItem[] => {
    const line = projects.get(projectId);
    const { owner } = obstacle;
    return line
      ? [
          {
            projectId,
            number: line.project.number,
            company: line.company,
            obstacleId: obstacle.obstacleId,
            obstacle: obstacle.about,
            holder: owner.kind === 'party' ? owner.partyId : owner.kind,
            ...(obstacle.due !== undefined && { due: obstacle.due }),
          },
        ]
      : [];
  });
  return [{ section: 'obstacles', items }];
};

/** Each once, whatever it holds up. */
const moratoria: AgendaSource = (_, { context }) => {
  const items = context.moratoria
    .filter((one) => one.from <= today(context) && !isOver(one, today(context)))
    .map(({ moratoriumId, utility, reason, until }): AgendaItem => ({
      moratoriumId,
      line: utility,
      text: reason,
      holder: 'office',
      ...(until !== undefined && { due: until }),
    }));
  return Promise.resolve([{ section: 'pauses', items }]);
};

const instructions: AgendaSource = (_, { context, state }) => {
  const day = today(context);
  const items = state.instructions
    .filter((one) => standingOf(one, day) === 'past-due')
    .map(({ instructionId, text, responsible, deadline, project }): AgendaItem => ({
      ...project,
      instructionId,
      text,
      holder: memberName(responsible),
      due: deadline,
      overdueDays: workingDaysBetween(context.calendar, deadline, day),
    }))
    .toSorted(byDue);
  return Promise.resolve([{ section: 'instructions', items }]);
};

const sources: readonly AgendaSource[] = [work, obstacles, moratoria, instructions];

/** Everything that is stored and to be spoken of, in the order of `agendaSections`; sections with nothing in them are left out. */
export async function agendaOf(ports: AgendaPorts, asked: AgendaAsked): Promise<readonly AgendaSection[]> {
  const found = (await Promise.all(sources.map((source) => source(ports, asked)))).flat();
  return agendaSections.flatMap((section) => {
    const items = found.filter((one) => one.section === section).flatMap((one) => one.items);
    return items.length > 0 ? [{ section, items }] : [];
  });
}
