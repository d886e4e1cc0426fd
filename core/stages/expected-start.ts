import type { Project } from '../project/project.ts';
import type { ZoneLine } from '../reference/reference.ts';
import { planDates, type RoadMap } from '../calendar/durations.ts';
import { forecast, type ForecastStage, type StageActual } from '../calendar/forecast.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { addWorkingDays, workingDaysBetween } from '../calendar/working-days.ts';
import { today, typeIn, type ZoneContext } from '../project/zone-context.ts';
import { stages } from './definition.ts';
import { stageIds, stageIndex, startOfConstruction, type StageId } from './stage-id.ts';

/** `endsOn`: of its running stage (`stageEnd`), absent while that is yet to open. `lines`: those a gate waits for. */
export interface OnItsWay extends Pick<Project, 'receivedOn' | 'stage' | 'lines'> {
  readonly endsOn?: LocalDate | undefined;
}

/** A project as the forecast sees it: from the project alone, so that a list tells the same as its page. */
export const onItsWay = ({ receivedOn, stage, lines, phase, stageEndsOn, due }: Project): OnItsWay => ({
  receivedOn,
  stage,
  lines,
  endsOn: phase === 'entering' ? undefined : (stageEndsOn ?? due),
});

/** The day by which all needed lines of the zone are promised; absent when none is outstanding. */
const linesReady = (lines: readonly ZoneLine[], needed: Project['lines']): LocalDate | undefined =>
  lines
    .flatMap(({ utility, report }) =>
      report.state === 'committed' && needed.includes(utility) ? [report.readyBy] : [],
    )
    .toSorted()
    .at(-1);

const planOf = (context: ZoneContext, receivedOn: LocalDate): RoadMap => {
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
  { receivedOn, stage, lines, endsOn }: OnItsWay,
  finished: Readonly<Record<string, LocalDate>> = {},
): Readonly<Record<StageId, ForecastStage>> {
  const plan = planOf(context, receivedOn);
  const norm = workingDaysBetween(context.calendar, plan[stage].start, plan[stage].due);
  const ready = linesReady(context.lines, lines);
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
