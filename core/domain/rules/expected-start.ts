import type { Project } from '../../contracts/project.ts';
import { planDates } from '../calendar/durations.ts';
import { later, type LocalDate } from '../calendar/local-date.ts';
import { addWorkingDays, workingDayFrom, workingDaysBetween } from '../calendar/working-days.ts';
import { today, type Setting } from '../project/setting.ts';
import { stageIds, stageIndex } from '../stage-id.ts';

/** What the forecast of a start asks of a project: `due` of its open stage, absent while the stage is yet to open. */
export type OnItsWay = Pick<Project, 'receivedOn' | 'stage'> & { readonly due?: LocalDate | undefined };

/**
 * The day by which construction starts as it stands now: the running stage ends on its due date, or today when that has
 * passed, and every later stage takes the working days of the plan. The same day as `forecast` gives, from less.
 */
export function expectedStart(setting: Setting, { receivedOn, stage, due }: OnItsWay): LocalDate {
  const { calendar, durations } = setting;
  const planned = planDates(calendar, durations, receivedOn);
  if (planned.kind === 'no-duration') throw new Error(`No duration in force: ${planned.country} ${planned.stage}`);
  const lengthOf = (one: (typeof stageIds)[number]) => workingDaysBetween(calendar, planned.roadMap[one].start, planned.roadMap[one].due);
  const now = today(setting);
  const end = workingDayFrom(calendar, later(due ?? addWorkingDays(calendar, now, lengthOf(stage)), now));
  return addWorkingDays(calendar, end, stageIds.slice(stageIndex(stage) + 1).reduce((sum, one) => sum + lengthOf(one), 0));
}

/** Working days between the expected start and the day the investor wants: below zero, the road map no longer fits. */
export const slackOf = ({ calendar }: Setting, expected: LocalDate, wanted: LocalDate): number => workingDaysBetween(calendar, expected, wanted);
