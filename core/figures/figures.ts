import { builtCounts, owedCounts, type BuiltCounter, type OwedCounter } from '../board/board-counts.ts';
import type { Currency } from '../kernel/common.ts';
import type { Ending } from '../project/event.ts';
import type { Aggregate, Assignment, Project } from '../project/project.ts';
import { frozenSince, isFrozen } from '../docket/steps.ts';
import { reasonCodes, type Outcome, type ReasonCode } from '../stages/decision.ts';
import type { Sector } from '../letter/sector.ts';
import type { Change } from '../project/change-builder.ts';
import { stageIds, startOfConstruction, type StageId } from '../stages/stage-id.ts';
import { heldBy, type LateHolder } from './late-holders.ts';
import { isBehind, lateOf } from '../project/standing.ts';
import { upTo, type Limit } from './stage-time.ts';

export type Bucket = StageId | Ending;

/** What is counted of projects. `started` and `lost`: of those that left the path, which began to build and which never will. */
export type OfProjects = 'projects' | 'jobs' | 'overdue' | 'started' | 'lost' | Currency;

/** Whole; money in minor units. `late`: answers and projects; `start`: a quarter ('2026-4'); `took`: closings; `refused`: answers. */
export type Counter =
  | { readonly group: 'stage'; readonly member: Bucket; readonly what: Worth }
  | { readonly group: 'sector'; readonly member: Sector; readonly what: OfProjects }
  | { readonly group: 'forum'; readonly member: string; readonly what: OfProjects }
  | { readonly group: 'late'; readonly member: LateHolder; readonly what: 'answers' | 'projects' }
  | { readonly group: 'start'; readonly member: string; readonly what: 'projects' | 'behind' }
  | {
      readonly group: 'took';
      readonly member: StageId;
      readonly what: 'closings' | 'days' | 'stood' | 'within' | Limit;
    }
  | { readonly group: 'month'; readonly member: string; readonly what: MonthEvent }
  /** By the month since which plots are frozen ('2026-05'); `area` in square metres. */
  | { readonly group: 'frozen'; readonly member: string; readonly what: 'projects' | 'area' }
  | BuiltCounter
  | OwedCounter
  | { readonly group: 'refused'; readonly member: StageId; readonly what: Refusal };

/** What is counted by month ('2026-01'), each by the day it happened. */
export const monthEvents = ['received', 'accepted', 'started'] as const;
export type MonthEvent = (typeof monthEvents)[number];

const refusers = ['office', 'party'] as const;
export type Refuser = (typeof refusers)[number];
/** Who said no, and why: 'party no-capacity'. */
export type Refusal = `${Refuser} ${ReasonCode}`;
export const refusals: readonly Refusal[] = refusers.flatMap((by) =>
  reasonCodes.map((code): Refusal => `${by} ${code}`),
);

export type Count = Counter & { readonly amount: number };

/** Leadership's figures count a project from the moment its address was confirmed or an officer accepted it. */
export const isCounted = ({ confirmed, accepted }: Project): boolean => confirmed || accepted;

/** The quarter of a day: '2026-4'. */
export const quarterOf = (date: string): string =>
  `${date.slice(0, 4)}-${String(Math.ceil(Number(date.slice(5, 7)) / 3))}`;

export type Standing = 'going' | 'started' | 'lost';

export const standingOf = ({ ending }: Pick<Project, 'ending'>): Standing => {
  if (ending === undefined) return 'going';
  return ending === 'construction-started' ? 'started' : 'lost';
};

type Worth = Exclude<OfProjects, 'started' | 'lost'>;

function worthOf(aggregate: Aggregate): readonly (readonly [Worth, number])[] {
  const { investment, jobs } = aggregate.project.figures;
  return [
    ['projects', 1],
    ['jobs', jobs],
    ['overdue', lateOf(aggregate).length > 0 ? 1 : 0],
    [investment.currency, investment.amountMinor],
  ];
}

/** Sectors and forums count what projects on their path are worth; of one that left it only that it did. */
function memberCounts(aggregate: Aggregate): readonly Count[] {
  const { sector, forum } = aggregate.project;
  const standing = standingOf(aggregate.project);
  const counted: readonly (readonly [OfProjects, number])[] =
    standing === 'going' ? worthOf(aggregate) : [[standing, 1]];
  return counted.flatMap(([what, amount]): Count[] => [
    { group: 'sector', member: sector, what, amount },
    ...(forum === undefined ? [] : [{ group: 'forum' as const, member: forum, what, amount }]),
  ]);
}

function lateCounts(aggregate: Aggregate): readonly Count[] {
  const holders = lateOf(aggregate).map(heldBy);
  return [...new Set(holders)].flatMap((member): Count[] => [
    { group: 'late', member, what: 'answers', amount: holders.filter((one) => one === member).length },
    { group: 'late', member, what: 'projects', amount: 1 },
  ]);
}

function startCounts(aggregate: Aggregate): readonly Count[] {
  const planned = aggregate.project.baseline?.[startOfConstruction];
  if (planned === undefined || aggregate.project.ending !== undefined) return [];
  const member = quarterOf(planned);
  return [
    { group: 'start', member, what: 'projects', amount: 1 },
    { group: 'start', member, what: 'behind', amount: isBehind(aggregate) ? 1 : 0 },
  ];
}

const stageTimeCounts = ({ project }: Aggregate): readonly Count[] =>
  stageIds.flatMap((member) =>
    (project.stages[member]?.passes ?? []).flatMap(({ days, stood: pausedDays, norm }): Count[] => [
      { group: 'took', member, what: 'closings', amount: 1 },
      { group: 'took', member, what: 'days', amount: days },
      { group: 'took', member, what: 'stood', amount: pausedDays },
      { group: 'took', member, what: 'within', amount: days <= norm ? 1 : 0 },
      { group: 'took', member, what: upTo(days), amount: 1 },
    ]),
  );

export function refusalParts(what: Refusal): { readonly by: Refuser; readonly reason: ReasonCode } {
  const [by, reason] = what.split(' ') as [Refuser, ReasonCode];
  return { by, reason };
}

const squareMetres = 10_000;

function frozenCounts({ project: { docket } }: Aggregate): readonly Count[] {
  if (docket === undefined || !isFrozen({ docket })) return [];
  const member = frozenSince(docket).slice(0, 7);
  return [
    { group: 'frozen', member, what: 'projects', amount: 1 },
    { group: 'frozen', member, what: 'area', amount: Math.round((docket.contract.hectares ?? 0) * squareMetres) },
  ];
}

const opening = stageIds[0];

/** The month in which something happened to a project: a day of its own state, so that it can be counted anew at any time. */
export function monthOf({ receivedOn, actual, ending }: Project, what: MonthEvent): string | undefined {
  const day = {
    received: receivedOn,
    accepted: actual[opening],
    started: ending === 'construction-started' ? actual[startOfConstruction] : undefined,
  }[what];
  return day?.slice(0, 7);
}

const monthCounts = ({ project }: Aggregate): readonly Count[] =>
  monthEvents.flatMap((what): Count[] => {
    const member = monthOf(project, what);
    return member === undefined ? [] : [{ group: 'month', member, what, amount: 1 }];
  });

const noes: readonly Outcome[] = ['rejected', 'returned', 'sent-back', 'refused'];

/** What was said no to, by whom and for which reason; undefined for any other answer. */
export function refusalOf({ holder, answer }: Assignment): Refusal | undefined {
  if (answer?.reasonCode === undefined || !noes.includes(answer.outcome) || holder.kind === 'investor')
    return undefined;
  return `${holder.kind} ${answer.reasonCode}`;
}

const refusedCounts = ({ assignments }: Aggregate): readonly Count[] =>
  assignments.flatMap((one): Count[] => {
    const what = refusalOf(one);
    return what === undefined ? [] : [{ group: 'refused', member: one.stage, what, amount: 1 }];
  });

/** What has been is read apart from how things stand, so that it makes no overview dearer. */
export const isPast = ({ group }: Pick<Counter, 'group'>): boolean => group === 'month' || group === 'refused';

/** So is how far projects are built, and what they owe. */
export const isOfBoard = ({ group }: Pick<Counter, 'group'>): boolean => group === 'built' || group === 'owed';

/** What a project adds to leadership's figures: the counters of a zone are the sum of this over its projects, and nothing else. */
export function contribution(aggregate: Aggregate | undefined): readonly Count[] {
  if (aggregate === undefined || !isCounted(aggregate.project)) return [];
  const { ending, stage } = aggregate.project;
  return addedUp([
    ...worthOf(aggregate).map(([what, amount]): Count => ({ group: 'stage', member: ending ?? stage, what, amount })),
    ...memberCounts(aggregate),
    ...lateCounts(aggregate),
    ...startCounts(aggregate),
    ...stageTimeCounts(aggregate),
    ...monthCounts(aggregate),
    ...refusedCounts(aggregate),
    ...frozenCounts(aggregate),
    ...builtCounts(aggregate),
    ...owedCounts(aggregate),
  ]);
}

/** Minor units of money added up; what would be more than the greatest safe integer is that integer, never a wrong one. */
export const addUp = (amounts: readonly number[]): number =>
  amounts.reduce((sum, amount) => Math.min(sum + amount, Number.MAX_SAFE_INTEGER), 0);

export const keyOf = ({ group, member, what }: Counter): string => `${group} ${member} ${what}`;

export function addedUp(counts: readonly Count[]): readonly Count[] {
  const sums = new Map<string, Count>();
  for (const count of counts)
    sums.set(keyOf(count), { ...count, amount: addUp([sums.get(keyOf(count))?.amount ?? 0, count.amount]) });
  return [...sums.values()].filter(({ amount }) => amount !== 0);
}

export const deltasOf = ({ before, after }: Pick<Change, 'before' | 'after'>): readonly Count[] =>
  addedUp([...contribution(before).map((count) => ({ ...count, amount: -count.amount })), ...contribution(after)]);
