import { durationFor, durationVersion } from '../calendar/durations.ts';
import { addWorkingDays, workingDaysBetween } from '../calendar/working-days.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Project } from '../../contracts/project.ts';
import { stageRecord } from '../project/apply.ts';
import { today, type Setting } from '../project/setting.ts';

/** Working days for assignments that the law gives no term (ours). */
export const ownDays = { cure: 5, refusal: 3, 'bounced-email': 2 } as const;

export interface StageTerm {
  readonly version: string;
  /** Working days of the whole stage, for the shares of its assignments. */
  readonly workingDays: number;
  /** The day from which they are counted. */
  readonly start: LocalDate;
  readonly due: LocalDate;
}

/**
 * The term of the stage a project is entering. A first round counts from the day of receipt (stage 1) or from today; a round
 * after a correction keeps the version it began with and what was left of its days, at least one. Throws when no duration is
 * in force: seeds and administration guarantee one.
 */
export function termOf(project: Project, setting: Setting): StageTerm {
  const { stage } = project;
  const record = stageRecord(project, stage);
  const first = stage === 'letter-of-intent' && record.round === 1;
  const start = first ? project.receivedOn : today(setting);
  const kept = record.outcome === 'returned' ? setting.durations.find((one) => durationVersion(one) === record.durationVersion) : undefined;
  const found = kept ? { kind: 'found' as const, duration: kept } : durationFor(setting.durations, project.country, stage, start);
  if (found.kind === 'no-duration') throw new Error(`No duration in force: ${project.country} ${stage} on ${start}`);
  const days = kept ? Math.max(1, record.daysLeft ?? 1) : found.duration.workingDays;
  return {
    version: durationVersion(found.duration),
    workingDays: found.duration.workingDays,
    start,
    due: addWorkingDays(setting.calendar, start, days),
  };
}

/** Due date of an assignment that opens today with a part of the stage's working days, at least one. */
export const dueOfShare = (setting: Setting, workingDays: number, share: number): LocalDate =>
  addWorkingDays(setting.calendar, today(setting), Math.max(1, Math.ceil(workingDays * share - 1e-9)));

/** Working days from today to a due date; below zero when it has passed. */
export const daysLeft = (setting: Setting, due: LocalDate): number => workingDaysBetween(setting.calendar, today(setting), due);
