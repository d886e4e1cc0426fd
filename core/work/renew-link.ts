import type { ActorRef } from '../project/event.ts';
import type { RenewLinkRequest } from '../project/project-action.ts';
import type { Aggregate, Assignment } from '../project/project.ts';
import { changeBuilder, type Change } from '../project/change-builder.ts';

/**
 * The links of an assignment's party, or without an assignment those of the investor, no longer open; new ones go out. Undefined
 * when they were renewed since the reader looked.
 */
export function renewLink(
  aggregate: Aggregate,
  now: number,
  assignment: Assignment | undefined,
  request: RenewLinkRequest,
  by: ActorRef,
): Change | undefined {
  const { linkVersion = 0 } = assignment ?? aggregate.project;
  if (request.linkVersion !== undefined && request.linkVersion !== linkVersion) return undefined;
  const change = changeBuilder(aggregate, now, by);
  change.emit({ type: 'link-renewed', ...(assignment && { assignmentId: assignment.assignmentId }) });
  return change.change();
}
