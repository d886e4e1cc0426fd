import { durationFor, durationVersion } from '../calendar/durations.ts';
import { endOfLeft, termEnd, type Term } from '../calendar/term.ts';
import { addWorkingDays, receivedOn, workingDayFrom, workingDaysBetween } from '../calendar/working-days.ts';
import { later, localDateOf, type LocalDate } from '../calendar/local-date.ts';
import type { Answer, Assignment, Project } from '../project/project.ts';
import { stageRecord } from '../project/apply.ts';
import { firstStage } from './stage-id.ts';
import { typeIn, type ZoneContext } from '../project/zone-context.ts';

/** Working days for assignments that the law gives no term (ours), and of the regulator's word (Law 204-VI art. 24 p. 15). */
export const ownDays = { cure: 5, refusal: 3, 'bounced-email': 2, question: 3, 'regulator-word': 7 } as const;

/** The term of the running stage, by the version with which it began. */
export function runningTerm(project: Project, { durations }: Pick<ZoneContext, 'durations'>): Term {
  const { durationVersion: version, norm } = stageRecord(project, project.stage);
  return durations.find((one) => durationVersion(one) === version) ?? { workingDays: norm ?? 1 };
}

export interface StageTerm {
  readonly version: string;
  /** Working days by which the stage is measured: its term's, or those that its term in calendar days or months holds. */
  readonly norm: number;
  readonly start: LocalDate;
  readonly due: LocalDate;
}

/** The day on which what arrives now is received: after hours or on a day off, the next working day. */
export const arrivedOn = ({ calendar, now }: Pick<ZoneContext, 'calendar' | 'now'>): LocalDate =>
  receivedOn(calendar, now);

/** The day on which an answer was received: on paper the day it came in, but not before it was asked for. */
export function answeredOn(
  { calendar }: Pick<ZoneContext, 'calendar'>,
  { openedAt }: Pick<Assignment, 'openedAt'>,
  { at, onBehalf }: Pick<Answer, 'at' | 'onBehalf'>,
): LocalDate {
  if (onBehalf?.receivedOn === undefined) return receivedOn(calendar, at);
  return workingDayFrom(calendar, later(onBehalf.receivedOn, localDateOf(openedAt, calendar.offsetMinutes)));
}

/**
 * A first round of stage 1 counts from the day of receipt, every other one from `from`; after a correction it keeps
 * its version and what was left of its days, at least one. Throws when no duration is in force.
 */
export function termOf(project: Project, context: ZoneContext, from: LocalDate = arrivedOn(context)): StageTerm {
  const { stage } = project;
  const record = stageRecord(project, stage);
  const first = stage === firstStage && record.round === 1;
  const start = first ? project.receivedOn : from;
  const kept =
    record.outcome === 'returned'
      ? context.durations.find((one) => durationVersion(one) === record.durationVersion)
      : undefined;
  const found = kept
    ? { kind: 'found' as const, duration: kept }
    : durationFor(context.durations, project.country, stage, start, typeIn(context));
  if (found.kind === 'no-duration') throw new Error(`No duration in force: ${project.country} ${stage} on ${start}`);
  const { calendar } = context;
  const end = termEnd(calendar, start, found.duration);
  return {
    version: durationVersion(found.duration),
    norm: found.duration.workingDays ?? workingDaysBetween(calendar, start, end),
    start,
    due: kept ? endOfLeft(calendar, kept, start, Math.max(1, record.daysLeft ?? 1)) : end,
  };
}

/** Due date of an assignment that opens with a part of the stage's working days, at least one, counted from a day. */
export const dueOfShare = (
  context: ZoneContext,
  workingDays: number,
  share: number,
  from: LocalDate = arrivedOn(context),
): LocalDate => addWorkingDays(context.calendar, from, Math.max(1, Math.ceil(workingDays * share - 1e-9)));
