import type { ActorRef } from '../../contracts/event.ts';
import type { SuspendRequest } from '../../contracts/project-action.ts';
import type { Aggregate, Assignment } from '../../contracts/project.ts';
import { pause, resume as resumeClock } from '../calendar/clock-pause.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';
import { later, localDateOf, type LocalDate } from '../calendar/local-date.ts';
import { stageRecord } from '../project/apply.ts';
import { draft, type Change, type Draft } from '../project/draft.ts';
import { today, type Setting } from '../project/setting.ts';
import { fail, ok, type Result } from '../result.ts';
import { pauseIssue } from '../rules/farthest-dates.ts';
import { openAssignments } from '../rules/standing.ts';

/** Stops the project's clock until a day of review, the office's and the investor's alike. Fails with `invalid` for a review outside the next 90 days. */
export function suspend(aggregate: Aggregate, setting: Setting, request: SuspendRequest, by: ActorRef): Result<Change> {
  const on = today(setting);
  const code = pauseIssue(setting, request.reviewOn);
  if (code) return fail({ kind: 'invalid', issues: [{ path: 'reviewOn', code }] });
  const change = draft(aggregate, setting.now, by);
  const { fault, reviewOn, reasonCode } = request;
  change.emit({ type: 'suspended', on, fault, reviewOn, reasonCode, noteId: change.note(request.reason) });
  return ok(change.change());
}

/** The new due date of what stood still from `since` until `on`: the working days that were left are left. */
const moved = ({ calendar }: Setting, due: LocalDate, since: LocalDate, on: LocalDate): LocalDate =>
  resumeClock(calendar, pause(calendar, due, since), later(since, on));

/** Suppliers' own pauses that are over on a day. */
const over = ({ assignments }: Aggregate, on: LocalDate): readonly Assignment[] =>
  assignments.filter(({ state, pausedUntil }) => state === 'paused' && pausedUntil !== undefined && pausedUntil <= on);

/** A supplier's own pause is over on a day: the working days that were left are left. */
export function endPause(change: Draft, setting: Setting, { assignmentId, due, pausedOn }: Assignment, on: LocalDate): void {
  change.emit({ type: 'assignment-unpaused', assignmentId, due: moved(setting, due, pausedOn ?? on, on) });
}

/**
 * Lets the clock run again from a day, today unless told; what was overdue stays overdue by as much. An assignment that its
 * supplier has paused goes on when both pauses are over. Undefined when the project is not suspended.
 */
export function resume(aggregate: Aggregate, setting: Setting, by: ActorRef, on = today(setting)): Change | undefined {
  const { project } = aggregate;
  const { pause: standing, due } = project;
  if (standing === undefined || due === undefined) return undefined;
  // What opened while the clock stood has lost no day before its opening.
  const since = ({ openedAt = 0 }: { readonly openedAt?: number | undefined }): LocalDate => later(standing.on, localDateOf(openedAt, setting.calendar.offsetMinutes));
  const running = openAssignments(aggregate).filter(({ state }) => state === 'open');
  const dues = running.map((one) => [one.assignmentId, moved(setting, one.due, since(one), on)] as const);
  const change = draft(aggregate, setting.now, by);
  const stageSince = since(stageRecord(project, project.stage));
  // While the investor corrects, the days are counted when the next round opens.
  const stood = project.phase === 'open' ? Math.max(0, workingDaysBetween(setting.calendar, stageSince, on)) : 0;
  change.emit({ type: 'resumed', dues: Object.fromEntries(dues), stageDue: moved(setting, due, stageSince, on), stood });
  for (const one of over(aggregate, on)) endPause(change, setting, one, on);
  return change.change();
}

/** Ends the suppliers' own pauses that are over, each on its day. Undefined when there are none. */
export function unpause(aggregate: Aggregate, setting: Setting): Change | undefined {
  const change = draft(aggregate, setting.now, { kind: 'system' });
  for (const one of over(aggregate, today(setting))) endPause(change, setting, one, one.pausedUntil ?? today(setting));
  return change.change().events.length > 0 ? change.change() : undefined;
}
