import type { ActorRef } from '../../contracts/event.ts';
import type { SuspendRequest } from '../../contracts/project-action.ts';
import type { Aggregate, Assignment } from '../../contracts/project.ts';
import { pause, resume as resumeClock } from '../calendar/clock-pause.ts';
import { addDays, later, localDateOf, type LocalDate } from '../calendar/local-date.ts';
import { draft, type Change } from '../project/draft.ts';
import { today, type Setting } from '../project/setting.ts';
import { fail, ok, type Result } from '../result.ts';
import { openAssignments } from '../rules/standing.ts';

/** A pause is reviewed within this many calendar days (DOMAIN.md §3). */
const longestPause = 90;

/** Stops the project's clock until a day of review. Fails with `invalid` for a review outside the next 90 days. */
export function suspend(aggregate: Aggregate, setting: Setting, request: SuspendRequest, by: ActorRef): Result<Change> {
  const on = today(setting);
  if (request.reviewOn <= on) return fail({ kind: 'invalid', issues: [{ path: 'reviewOn', code: 'not-in-future' }] });
  if (request.reviewOn > addDays(on, longestPause)) return fail({ kind: 'invalid', issues: [{ path: 'reviewOn', code: 'too-late' }] });
  const change = draft(aggregate, setting.now, by);
  const { fault, reviewOn, reasonCode } = request;
  change.emit({ type: 'suspended', on, fault, reviewOn, reasonCode, noteId: change.note(request.reason) });
  return ok(change.change());
}

/** The new due date of what stood still from `since`: the working days that were left are left. */
const moved = (setting: Setting, due: LocalDate, since: LocalDate): LocalDate =>
  resumeClock(setting.calendar, pause(setting.calendar, due, since), today(setting));

/** Lets the clock run again; what was overdue stays overdue by as much. Undefined when the project is not suspended. */
export function resume(aggregate: Aggregate, setting: Setting, by: ActorRef): Change | undefined {
  const { project } = aggregate;
  const { pause: standing, due } = project;
  if (standing === undefined || due === undefined) return undefined;
  const since = ({ openedAt }: Assignment): LocalDate => later(standing.on, localDateOf(openedAt, setting.calendar.offsetMinutes));
  const dues = openAssignments(aggregate).map((one) => [one.assignmentId, moved(setting, one.due, since(one))] as const);
  const change = draft(aggregate, setting.now, by);
  change.emit({ type: 'resumed', dues: Object.fromEntries(dues), stageDue: moved(setting, due, standing.on) });
  return change.change();
}

/** Lets a supplier's own pause of one assignment end. */
export function unpause(aggregate: Aggregate, setting: Setting, assignment: Assignment): Change | undefined {
  if (assignment.state !== 'paused' || assignment.pausedOn === undefined) return undefined;
  const change = draft(aggregate, setting.now, { kind: 'system' });
  change.emit({ type: 'assignment-unpaused', assignmentId: assignment.assignmentId, due: moved(setting, assignment.due, assignment.pausedOn) });
  return change.change();
}
