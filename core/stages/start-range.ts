import * as z from 'zod/mini';
import { later } from '../calendar/local-date.ts';
import { addWorkingDays, workingDayFrom, workingDaysBetween } from '../calendar/working-days.ts';
import type { Count } from '../figures/figures.ts';
import { limits, type Limit } from '../figures/stage-time.ts';
import { DateText } from '../kernel/common.ts';
import { stageRecord } from '../project/apply.ts';
import type { Project } from '../project/project.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import { StageName } from './decision.ts';
import { awaitedLines, onItsWay } from './expected-start.ts';
import { stageIds, stageIndex, startOfConstruction, type StageId } from './stage-id.ts';

/** So many closings of each stage ahead must be known before a range is told (ours). */
const closingsNeeded = 10;

/** `known`: closings in the zone of that stage ahead of which the fewest are known; `half`, `fourInFive`: days by which so many such projects would start. */
export const StartRange = z.object({
  stage: StageName,
  known: z.int(),
  needed: z.int(),
  half: z.optional(DateText),
  fourInFive: z.optional(DateText),
});
export type StartRange = z.infer<typeof StartRange>;

/** How often it took so many working days; index: the days. */
type Took = readonly number[];

export interface Leg {
  /** Empty: it takes `otherwise`. */
  readonly took: Took;
  /** Working days that it has taken already: only what took at least as long is its like. */
  readonly elapsed: number;
  readonly otherwise: number;
  /** Working days from today before which it does not end. */
  readonly notBefore: number;
}

/** Closings of a stage by days: those that were counted together are spread evenly over the days between two limits. */
export function tookOf(closings: Readonly<Partial<Record<Limit, number>>>): Took {
  const took: number[] = [];
  const spread = (count: number, from: number, to: number): void => {
    for (let day = from; day <= to; day += 1) took[day] = count / (to - from + 1);
  };
  limits.forEach((limit, at) => {
    spread(closings[`to${limit}`] ?? 0, (limits[at - 1] ?? 0) + 1, limit);
  });
  const beyond = (limits.at(-1) ?? 0) + 1;
  spread(closings.beyond ?? 0, beyond, beyond);
  return Array.from(took, (count: number | undefined) => count ?? 0);
}

/** Chances of so many days (index), of which none is left out. */
type Chances = readonly number[];

function remaining({ took, elapsed, otherwise }: Leg): Chances {
  const longer = took.slice(elapsed);
  const all = longer.reduce((sum, one) => sum + one, 0);
  return all > 0 ? longer.map((one) => one / all) : [...Array.from({ length: otherwise }, () => 0), 1];
}

/**
 * The working days from `from` on within which, one after another, all legs end in so many of all cases.
 * @param shares each in (0, 1]; legs are taken as independent of each other
 */
export function daysWithin(legs: readonly Leg[], from: number, shares: readonly number[]): readonly number[] {
  let ends: number[] = [...Array.from({ length: from }, () => 0), 1];
  for (const leg of legs) {
    const next: number[] = [];
    const left = remaining(leg);
    ends.forEach((chance, end) => {
      if (chance > 0)
        left.forEach((one, days) => {
          if (one > 0)
            next[Math.max(end + days, leg.notBefore)] = (next[Math.max(end + days, leg.notBefore)] ?? 0) + chance * one;
        });
    });
    ends = Array.from(next, (chance: number | undefined) => chance ?? 0);
  }
  return shares.map((share) => {
    let sum = 0;
    return ends.findIndex((chance) => (sum += chance) >= share - 1e-9);
  });
}

const untilThen = (context: ZoneContext, day: string): number =>
  Math.max(0, workingDaysBetween(context.calendar, today(context), workingDayFrom(context.calendar, day)));

/** What the running stage has taken so far on the office's clock, which stands in a pause. */
function elapsedIn(context: ZoneContext, project: Project): number {
  const { begunOn, stood } = stageRecord(project, project.stage);
  if (begunOn === undefined) return 0;
  const until = project.pause === undefined ? today(context) : later(begunOn, project.pause.on);
  return Math.max(0, workingDaysBetween(context.calendar, begunOn, until) - stood);
}

/**
 * When construction is to start by what stages really took in the zone, beside the one forecast; no day while too little is known.
 * Undefined for a project that has ended.
 */
export function startRangeOf(context: ZoneContext, project: Project, counts: readonly Count[]): StartRange | undefined {
  if (project.ending !== undefined) return undefined;
  const ahead = stageIds.slice(stageIndex(project.stage), stageIndex(startOfConstruction) + 1);
  const closings = (stage: StageId): Readonly<Partial<Record<string, number>>> =>
    Object.fromEntries(
      counts.flatMap((one) => (one.group === 'took' && one.member === stage ? [[one.what, one.amount]] : [])),
    );
  const known = ahead.map((stage) => ({ stage, known: closings(stage)['closings'] ?? 0 }));
  const fewest = known.reduce((least, one) => (one.known < least.known ? one : least));
  if (fewest.known < closingsNeeded) return { ...fewest, needed: closingsNeeded };
  const awaited = new Map(awaitedLines(context, onItsWay(project)).map((line) => [line.stage, line.readyBy]));
  const { endsOn: end } = onItsWay(project);
  const legs = ahead.map((stage): Leg => ({
    took: tookOf(closings(stage)),
    elapsed: stage === project.stage ? elapsedIn(context, project) : 0,
    otherwise: stage === project.stage && end !== undefined ? untilThen(context, end) : 0,
    notBefore: untilThen(context, awaited.get(stage) ?? today(context)),
  }));
  const from = project.pause === undefined ? 0 : untilThen(context, project.pause.reviewOn);
  const [half = 0, fourInFive = 0] = daysWithin(legs, from, [0.5, 0.8]);
  const on = (days: number) => workingDayFrom(context.calendar, addWorkingDays(context.calendar, today(context), days));
  return { ...fewest, needed: closingsNeeded, half: on(half), fourInFive: on(fourInFive) };
}
