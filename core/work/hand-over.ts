import type { ActorRef, Holder } from '../project/event.ts';
import type { Obstacle } from '../obstacles/obstacle.ts';
import type { HandOverRequest } from '../project/project-action.ts';
import type { Aggregate, Assignment } from '../project/project.ts';
import { changeBuilder, type Change } from '../project/change-builder.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { openAssignments } from '../project/standing.ts';
import { endPause } from '../project/suspend.ts';

/**
 * A party reads and answers its obstacles by the link to an assignment. Those of this one's line go along with it, and all of them when
 * the party before holds nothing else here: it would keep them without a link.
 */
function leftBehind(after: Aggregate, { holder: from, line }: Assignment): readonly Obstacle[] {
  if (from.kind !== 'party') return [];
  const isTheirs = (holder: Holder) => holder.kind === 'party' && holder.partyId === from.partyId;
  const holdsMore = openAssignments(after).some(({ holder }) => isTheirs(holder));
  return after.obstacles.filter(
    ({ state, owner, about }) =>
      state === 'open' && isTheirs(owner) && (!holdsMore || (about.kind === 'line' && about.line === line)),
  );
}

/**
 * An open assignment goes to another party of the zone, with its due date. A party's own pause ends with its work: the days that
 * were left are left. Undefined when the party holds it already; fails with `invalid` for one that the zone does not have.
 */
export function handOver(
  aggregate: Aggregate,
  context: ZoneContext,
  assignment: Assignment,
  request: HandOverRequest,
  by: ActorRef,
): Result<Change | undefined> {
  const { assignmentId, holder, state } = assignment;
  const { partyId, reasonCode, reason } = request;
  if (!context.parties.some((one) => one.partyId === partyId && one.endedOn === undefined))
    return fail({ kind: 'invalid', issues: [{ path: 'partyId', code: 'unknown-party' }] });
  if (holder.kind === 'party' && holder.partyId === partyId) return ok(undefined);
  const change = changeBuilder(aggregate, context.now, by);
  if (state === 'paused') endPause(change, context, assignment, today(context));
  const to = { kind: 'party', partyId } as const;
  const noteId = change.note(reason);
  change.emit({ type: 'assignment-handed-over', assignmentId, holder: to, reasonCode, noteId });
  for (const { obstacleId } of leftBehind(change.state(), assignment))
    change.emit({ type: 'obstacle-handed-over', obstacleId, to, noteId });
  return ok(change.change());
}
