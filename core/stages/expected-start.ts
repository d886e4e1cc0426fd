import type { Utility } from '../kernel/common.ts';
import { neededLines } from '../lines/need.ts';
import type { Project } from '../project/project.ts';
import type { Names, ZoneLine } from '../reference/reference.ts';
import { planDates, type RoadMap } from '../calendar/durations.ts';
import { forecast, type ForecastStage, type StageActual } from '../calendar/forecast.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { addWorkingDays, workingDaysBetween } from '../calendar/working-days.ts';
import { today, typeIn, type ZoneContext } from '../project/zone-context.ts';
import { stageIds, stageIndex, startOfConstruction, type StageId } from './stage-id.ts';

/** `endsOn`: of its running stage (`stageEnd`), absent while that is yet to open. `lines`: kinds of its letter; `needs`: what the office has said of lines. */
export interface OnItsWay extends Pick<Project, 'projectId' | 'receivedOn' | 'stage' | 'lines' | 'needs'> {
  readonly endsOn?: LocalDate | undefined;
}

/** A project as the forecast sees it: from the project alone, so that a list tells the same as its page. */
export const onItsWay = ({
  projectId,
  receivedOn,
  stage,
  lines,
  needs,
  phase,
  stageEndsOn,
  due,
}: Project): OnItsWay => ({
  projectId,
  receivedOn,
  stage,
  lines,
  ...(needs && { needs }),
  endsOn: phase === 'entering' ? undefined : (stageEndsOn ?? due),
});

export interface Awaited extends ZoneLine {
  readonly stage: StageId;
  readonly readyBy: LocalDate;
}

/** For each stage that waits for lines of the zone the one that is promised last, the earliest first; none for what is not outstanding. */
export function awaitedLines({ lines }: ZoneContext, way: Omit<OnItsWay, 'receivedOn'>): readonly Awaited[] {
  const promised = neededLines(lines, way)
    .flatMap(({ stage, line }): Awaited[] =>
      line?.report.state === 'committed' ? [{ ...line, stage, readyBy: line.report.readyBy }] : [],
    )
    .toSorted((a, b) => (a.readyBy < b.readyBy ? -1 : 1));
  return [...new Map(promised.map((one) => [one.stage, one])).values()];
}

export const planOf = (context: ZoneContext, receivedOn: LocalDate): RoadMap => {
  const planned = planDates(context.calendar, context.durations, receivedOn, typeIn(context));
  if (planned.kind === 'no-duration') throw new Error(`No duration in force: ${planned.country} ${planned.stage}`);
  return planned.roadMap;
};

const expectedOn = (day: LocalDate | undefined): Pick<StageActual, 'expectedOn'> =>
  day === undefined ? {} : { expectedOn: day };

/**
 * The one forecast (docs/decisions/0018-one-forecast.md): the running stage by `endsOn` (today when that has passed),
 * later ones by the plan's days; none whose gate asks for lines before they are promised. `finished`: where shown.
 */
export function forecastOf(
  context: ZoneContext,
  way: OnItsWay,
  finished: Readonly<Record<string, LocalDate>> = {},
  awaited: readonly Awaited[] = awaitedLines(context, way),
): Readonly<Record<StageId, ForecastStage>> {
  const { receivedOn, stage, endsOn } = way;
  const plan = planOf(context, receivedOn);
  const norm = workingDaysBetween(context.calendar, plan[stage].start, plan[stage].due);
  const ready = new Map(awaited.map((line) => [line.stage, line.readyBy]));
  const actuals = Object.fromEntries(
    stageIds.map((one): [StageId, StageActual] => [
      one,
      {
        // Stages before a project was taken over have no date of their own: the forecast takes the plan's.
        ...(stageIndex(one) < stageIndex(stage) && { finishedOn: finished[one] ?? plan[one].due }),
        ...(one === stage && { endsOn: endsOn ?? addWorkingDays(context.calendar, today(context), norm) }),
        ...expectedOn(ready.get(one)),
      },
    ]),
  );
  return forecast(context.calendar, plan, actuals, today(context));
}

export const expectedStart = (context: ZoneContext, project: OnItsWay): LocalDate =>
  forecastOf(context, project)[startOfConstruction].due;

/** Working days between the expected start and the day the investor wants: below zero, the road map no longer fits. */
export const slackOf = ({ calendar }: ZoneContext, expected: LocalDate, wanted: LocalDate): number =>
  workingDaysBetween(calendar, expected, wanted);

/** Why a start is expected late. Days are working days: of a line after the day first planned, as far as that is known; of a stage after its plan. */
export type LateReason =
  | {
      readonly by: 'line';
      readonly utility: Utility;
      readonly lineId?: string | undefined;
      readonly names?: Names | undefined;
      readonly party?: Names | undefined;
      readonly readyBy: LocalDate;
      readonly days?: number | undefined;
    }
  | { readonly by: 'stage'; readonly stage: StageId; readonly days: number };

/** The line of the zone that alone makes a project start the latest, and but for which it would start sooner. */
export function holdingLine(context: ZoneContext, way: OnItsWay): Extract<LateReason, { by: 'line' }> | undefined {
  const startWith = (awaited: readonly Awaited[]): LocalDate =>
    forecastOf(context, way, {}, awaited)[startOfConstruction].due;
  const awaited = awaitedLines(context, way);
  if (awaited.length === 0) return undefined;
  const starts = awaited.map((line) => ({ line, start: startWith([line]) }));
  const { line, start } = starts.reduce((latest, one) => (one.start >= latest.start ? one : latest));
  if (startWith([]) >= start) return undefined;
  const { utility, lineId, names, partyId, planned, readyBy } = line;
  const days = planned && workingDaysBetween(context.calendar, planned, readyBy);
  return {
    by: 'line',
    utility,
    readyBy,
    ...(lineId !== undefined && {
      lineId,
      names,
      party: context.parties.find((one) => one.partyId === partyId)?.names,
    }),
    ...(days && days > 0 && { days }),
  };
}

/** What a start waits for that is expected after the day planned or wanted; undefined while it fits. */
export function lateReason(
  context: ZoneContext,
  way: OnItsWay,
  { planned, wanted }: { readonly planned?: LocalDate | undefined; readonly wanted: LocalDate },
): LateReason | undefined {
  const dates = forecastOf(context, way);
  const expected = dates[startOfConstruction].due;
  if (expected <= wanted && (planned === undefined || expected <= planned)) return undefined;
  const { delay } = dates[way.stage];
  return holdingLine(context, way) ?? (delay > 0 ? { by: 'stage', stage: way.stage, days: delay } : undefined);
}
