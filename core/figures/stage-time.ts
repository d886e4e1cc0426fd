import { workingDaysBetween } from '../calendar/working-days.ts';
import type { StageTime } from '../project/event.ts';
import type { Project } from '../project/project.ts';
import { stageRecord } from '../project/apply.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';

/** Working days up to which closings of a stage are counted together: fine enough to tell a median, few enough to count. */
export const limits = [1, 2, 3, 5, 8, 10, 12, 15, 17, 20, 25, 30, 40, 50, 60, 90, 120, 150, 200, 300] as const;

/** 'to20': more than the limit before, at most 20 working days; 'beyond': more than the last. */
export type Limit = `to${(typeof limits)[number]}` | 'beyond';
export const limitNames: readonly Limit[] = [...limits.map((limit): Limit => `to${limit}`), 'beyond'];

export const upTo = (days: number): Limit => {
  const limit = limits.find((one) => days <= one);
  return limit === undefined ? 'beyond' : `to${limit}`;
};

/** Working days on the office's clock until today; no suspension, no corrections. Undefined: it never opened. */
export function stageTimeOf(project: Project, context: ZoneContext): StageTime | undefined {
  const { begunOn, norm, stood: pausedDays } = stageRecord(project, project.stage);
  if (begunOn === undefined || norm === undefined) return undefined;
  const whole = workingDaysBetween(context.calendar, begunOn, today(context));
  return { days: Math.max(0, whole - pausedDays), stood: Math.min(pausedDays, Math.max(0, whole)), norm };
}
