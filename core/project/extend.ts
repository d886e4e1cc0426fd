import type { ActorRef } from './event.ts';
import type { ExtendRequest } from './project-action.ts';
import type { Aggregate } from './project.ts';
import { dueIssue, refuseTime } from './more-time.ts';
import { stageRecord } from './apply.ts';
import { changeBuilder, type Change } from './change-builder.ts';
import type { ZoneContext } from './zone-context.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { isOpen } from './standing.ts';
import { awaitedUntil } from './standstill.ts';
import { stages } from '../stages/definition.ts';

const invalid = (path: string, code: string) => fail({ kind: 'invalid', issues: [{ path, code }] });

/**
 * A later due date for one open assignment (or none, said to whoever asked for it) or for the running stage. The baseline stays. Fails with `invalid` unless the new
 * date is a working day after the present one and within five years; construction start is extended once (docs/domain.md).
 */
export function extend(
  aggregate: Aggregate,
  context: ZoneContext,
  request: ExtendRequest,
  by: ActorRef,
): Result<Change> {
  if (request.refuse === true) return refuseTime(aggregate, context, request, by);
  const { project, assignments } = aggregate;
  const { to, reasonCode } = request;
  if (to === undefined) return invalid('to', 'missing');
  const assignment = assignments.find((one) => one.assignmentId === request.assignmentId);
  if (request.assignmentId !== undefined && (assignment === undefined || !isOpen(assignment)))
    return fail({ kind: 'not-found' });
  const ofStage = assignment === undefined || assignment.kind === 'office-decision';
  // While the investor corrects, the stage has days left and no date of its own.
  const dueOfStage = project.phase === 'correcting' ? undefined : project.due;
  const from = ofStage ? dueOfStage : assignment.due;
  if (from === undefined) return fail({ kind: 'not-allowed', action: 'extend', because: project.phase });
  const code = dueIssue(context, from, to);
  if (code !== undefined) return invalid('to', code);
  if (ofStage && stageRecord(project, project.stage).extensions >= (stages[project.stage].extensions ?? Infinity)) {
    return fail({ kind: 'not-allowed', action: 'extend', because: 'extended-once' });
  }
  const change = changeBuilder(aggregate, context.now, by);
  const target = ofStage ? {} : { assignmentId: assignment.assignmentId };
  const awaited = ofStage ? undefined : awaitedUntil(context, undefined, { ...assignment, due: to });
  change.emit({
    type: 'extended',
    ...target,
    from,
    to,
    ...(awaited !== undefined && { awaitedUntil: awaited }),
    reasonCode,
    noteId: change.note(request.reason),
  });
  return ok(change.change());
}
