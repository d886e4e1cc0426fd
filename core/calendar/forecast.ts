import { firstStage, stageIds, type StageId } from '../stages/stage-id.ts';
import type { Calendar } from './calendar.ts';
import type { PlannedStage } from './durations.ts';
import { later, type LocalDate } from './local-date.ts';
import { addWorkingDays, workingDayFrom, workingDaysBetween } from './working-days.ts';

export interface StageActual {
  readonly finishedOn?: LocalDate;
  /** Of the running stage: the day on which it ends as things stand, whatever its plan was. */
  readonly endsOn?: LocalDate;
  /** The day before which it will not be closed: a line's committed date. */
  readonly expectedOn?: LocalDate;
}

/** A stage as it now looks. `delay`: working days behind its planned due date, below zero when ahead. */
export interface ForecastStage {
  readonly start: LocalDate;
  readonly due: LocalDate;
  readonly delay: number;
}

/**
 * Moves a road map by what has happened until `today`. A closed stage ends when it ended; an open one takes the working days
 * of its plan, counted from the end of the stage before, or ends on its own `endsOn`; neither before its `expectedOn` nor, being the first
 * open one, before today. The plan itself is not touched.
 */
export const forecast = (
  calendar: Calendar,
  plan: Readonly<Record<StageId, Pick<PlannedStage, 'start' | 'due'>>>,
  actuals: Readonly<Partial<Record<StageId, StageActual>>>,
  today: LocalDate,
): Readonly<Record<StageId, ForecastStage>> => {
  const running = stageIds.find((stage) => actuals[stage]?.finishedOn === undefined);
  const stages: Partial<Record<StageId, ForecastStage>> = {};
  let start = plan[firstStage].start;
  for (const stage of stageIds) {
    const planned = plan[stage];
    const { finishedOn, endsOn, expectedOn = endsOn ?? start } = actuals[stage] ?? {};
    const byLength =
      endsOn ?? addWorkingDays(calendar, start, workingDaysBetween(calendar, planned.start, planned.due));
    const open = later(byLength, workingDayFrom(calendar, later(expectedOn, stage === running ? today : start)));
    const due = finishedOn ?? open;
    stages[stage] = { start, due, delay: workingDaysBetween(calendar, planned.due, due) };
    start = due;
  }
  return stages as Record<StageId, ForecastStage>;
};
