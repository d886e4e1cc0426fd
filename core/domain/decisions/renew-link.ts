import type { ActorRef } from '../../contracts/event.ts';
import type { RenewLinkRequest } from '../../contracts/project-action.ts';
import type { Aggregate, Assignment } from '../../contracts/project.ts';
import { draft, type Change } from '../project/draft.ts';

/**
 * The links of an assignment's party, or without an assignment those of the investor, no longer open; new ones go out. Undefined
 * when they were renewed since the reader looked.
 */
export function renewLink(aggregate: Aggregate, now: number, assignment: Assignment | undefined, request: RenewLinkRequest, by: ActorRef): Change | undefined {
  const { linkVersion = 0 } = assignment ?? aggregate.project;
  if (request.linkVersion !== undefined && request.linkVersion !== linkVersion) return undefined;
  const change = draft(aggregate, now, by);
  change.emit({ type: 'link-renewed', ...(assignment && { assignmentId: assignment.assignmentId }) });
  return change.change();
}
