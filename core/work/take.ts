import type { ActorRef } from '../project/event.ts';
import type { TakeRequest } from '../project/project-action.ts';
import type { Aggregate, Assignment } from '../project/project.ts';
import { changeBuilder, type Change } from '../project/change-builder.ts';
import { fail, ok, type Result } from '../kernel/result.ts';

interface Taking {
  readonly personId: string;
  readonly by: ActorRef;
  readonly now: number;
}

/**
 * Somebody of the office works on an assignment of the office from now on. Undefined when they do already. From a colleague only
 * when the colleague is named: fails with `conflict` when somebody else works on it.
 */
export function take(
  aggregate: Aggregate,
  { assignmentId, assignee }: Assignment,
  { from }: TakeRequest,
  { personId, by, now }: Taking,
): Result<Change | undefined> {
  if (assignee === personId) return ok(undefined);
  if (assignee !== undefined && assignee !== from)
    return fail({ kind: 'conflict', version: aggregate.project.version, state: 'taken' });
  const change = changeBuilder(aggregate, now, by);
  change.emit({ type: 'assignment-taken', assignmentId, personId });
  return ok(change.change());
}

/** Nobody in particular works on it any more. Undefined when nobody did. */
export function giveBack(
  aggregate: Aggregate,
  { assignmentId, assignee }: Assignment,
  { by, now }: Pick<Taking, 'by' | 'now'>,
): Change | undefined {
  if (assignee === undefined) return undefined;
  const change = changeBuilder(aggregate, now, by);
  change.emit({ type: 'assignment-given-back', assignmentId });
  return change.change();
}
