import type { ActorRef } from './event.ts';
import type { AskTimeRequest, ExtendRequest } from './project-action.ts';
import type { Aggregate, Assignment } from './project.ts';
import { changeBuilder, type Change } from './change-builder.ts';
import { today, type ZoneContext } from './zone-context.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { isTooFar } from '../stages/farthest-dates.ts';

export function dueIssue(
  context: ZoneContext,
  from: string,
  to: string,
): 'not-later' | 'too-late' | 'not-a-working-day' | undefined {
  if (to <= from || to <= today(context)) return 'not-later';
  if (isTooFar(context, to)) return 'too-late';
  return context.calendar.isWorkingDay(to) ? undefined : 'not-a-working-day';
}

/** The same once more changes nothing. Fails with `not-allowed` (clock stands, asked before), `conflict`, `invalid`. */
export function askForTime(
  aggregate: Aggregate,
  context: ZoneContext,
  assignment: Assignment,
  { to, reason }: AskTimeRequest,
  by: ActorRef,
): Result<Change | undefined> {
  const { project } = aggregate;
  if (assignment.timeAsked === to) return ok(undefined);
  const because = project.pause
    ? 'suspended'
    : assignment.state === 'paused'
      ? 'paused'
      : assignment.timeAsked
        ? 'time-asked'
        : undefined;
  if (because !== undefined) return fail({ kind: 'not-allowed', action: 'ask-time', because });
  if (assignment.state !== 'open') return fail({ kind: 'conflict', version: project.version, state: assignment.state });
  const code = dueIssue(context, assignment.due, to);
  if (code !== undefined) return fail({ kind: 'invalid', issues: [{ path: 'to', code }] });
  const change = changeBuilder(aggregate, context.now, by);
  change.emit({ type: 'time-asked', assignmentId: assignment.assignmentId, to, noteId: change.note(reason) });
  return ok(change.change());
}

/** The office leaves the date as it is, and says why. Fails with `invalid` where nobody waits for that. */
export function refuseTime(
  aggregate: Aggregate,
  context: ZoneContext,
  { assignmentId, reasonCode, reason }: ExtendRequest,
  by: ActorRef,
): Result<Change> {
  const assignment = aggregate.assignments.find((one) => one.assignmentId === assignmentId);
  if (assignment?.timeAsked === undefined || assignment.state !== 'open')
    return fail({ kind: 'invalid', issues: [{ path: 'refuse', code: 'not-asked-for' }] });
  const change = changeBuilder(aggregate, context.now, by);
  change.emit({ type: 'time-refused', assignmentId: assignment.assignmentId, reasonCode, noteId: change.note(reason) });
  return ok(change.change());
}
