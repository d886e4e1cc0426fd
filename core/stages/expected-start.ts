import type { Utility } from '../kernel/common.ts';
import { lineOf } from '../lines/line-of.ts';
import type { Project } from '../project/project.ts';
import type { Names } from '../reference/reference.ts';
import { planDates, type RoadMap } from '../calendar/durations.ts';
import { forecast, type ForecastStage, type StageActual } from '../calendar/forecast.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { addWorkingDays, workingDaysBetween } from '../calendar/working-days.ts';
import { today, typeIn, type ZoneContext } from '../project/zone-context.ts';
import { stages } from './definition.ts';
import { stageIds, stageIndex, startOfConstruction, type StageId } from './stage-id.ts';

/** `endsOn`: of its running stage (`stageEnd`), absent while that is yet to open. `lines`: those a gate waits for. */
export interface OnItsWay extends Pick<Project, 'projectId' | 'receivedOn' | 'stage' | 'lines'> {
  readonly endsOn?: LocalDate | undefined;
}

/** A project as the forecast sees it: from the project alone, so that a list tells the same as its page. */
export const onItsWay = ({ projectId, receivedOn, stage, lines, phase, stageEndsOn, due }: Project): OnItsWay => ({
  projectId,
  receivedOn,
  stage,
  lines,
  endsOn: phase === 'entering' ? undefined : (stageEndsOn ?? due),
});

/** Of the lines of the zone that a project needs the one that is promised last; absent when none is outstanding. */
export const lastLine = ({ lines }: ZoneContext, { lines: needed, projectId }: Pick<OnItsWay, 'lines' | 'projectId'>) =>
  needed
    .flatMap((utility) => {
      const line = lineOf(lines, utility, projectId);
      return line?.report.state === 'committed' ? [{ ...line, readyBy: line.report.readyBy }] : [];
    })
    .toSorted((a, b) => (a.readyBy < b.readyBy ? -1 : 1))
    .at(-1);

export const planOf = (context: ZoneContext, receivedOn: LocalDate): RoadMap => {
  const planned = planDates(context.calendar, context.durations, receivedOn, typeIn(context));
  if (planned.kind === 'no-duration') throw new Error(`No duration in force: ${planned.country} ${planned.stage}`);
  return planned.roadMap;
};

/**
 * The one forecast (docs/decisions/0018-one-forecast.md): the running stage by `endsOn` (today when that has passed),
 * later ones by the plan's days; none whose gate asks for lines before they are promised. `finished`: where shown.
 */
export function forecastOf(
  context: ZoneContext,
  way: OnItsWay,
  finished: Readonly<Record<string, LocalDate>> = {},
): Readonly<Record<StageId, ForecastStage>> {
  const { receivedOn, stage, endsOn } = way;
  const plan = planOf(context, receivedOn);
  const norm = workingDaysBetween(context.calendar, plan[stage].start, plan[stage].due);
  const ready = lastLine(context, way)?.readyBy;
  const actuals = Object.fromEntries(
    stageIds.map((one): [StageId, StageActual] => [
      one,
      {
        // Stages before a project was taken over have no date of their own: the forecast takes the plan's.
        ...(stageIndex(one) < stageIndex(stage) && { finishedOn: finished[one] ?? plan[one].due }),
        ...(one === stage && { endsOn: endsOn ?? addWorkingDays(context.calendar, today(context), norm) }),
        ...(stages[one].gate === 'zone-lines' && ready !== undefined && { expectedOn: ready }),
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

const withoutLines = (context: ZoneContext): ZoneContext => ({ ...context, lines: [] });

/** The line of the zone but for which a project would start sooner. */
export function holdingLine(context: ZoneContext, way: OnItsWay): Extract<LateReason, { by: 'line' }> | undefined {
  const line = lastLine(context, way);
  if (line === undefined || expectedStart(withoutLines(context), way) >= expectedStart(context, way)) return undefined;
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
