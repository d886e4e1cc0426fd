import type { ActorRef } from '../../contracts/event.ts';
import type { HandOverRequest } from '../../contracts/project-action.ts';
import type { Aggregate, Assignment } from '../../contracts/project.ts';
import { draft, type Change } from '../project/draft.ts';
import { today, type Setting } from '../project/setting.ts';
import { fail, ok, type Result } from '../result.ts';
import { endPause } from './suspend.ts';

/**
 * An open assignment goes to another party of the zone, with its due date. A party's own pause ends with its work: the days that
 * were left are left. Undefined when the party holds it already; fails with `invalid` for one that the zone does not have.
 */
export function handOver(aggregate: Aggregate, setting: Setting, assignment: Assignment, request: HandOverRequest, by: ActorRef): Result<Change | undefined> {
  const { assignmentId, holder, state } = assignment;
  const { partyId, reasonCode, reason } = request;
  if (!setting.parties.some((one) => one.partyId === partyId && one.endedOn === undefined)) return fail({ kind: 'invalid', issues: [{ path: 'partyId', code: 'unknown-party' }] });
  if (holder.kind === 'party' && holder.partyId === partyId) return ok(undefined);
  const change = draft(aggregate, setting.now, by);
  if (state === 'paused') endPause(change, setting, assignment, today(setting));
  change.emit({ type: 'assignment-handed-over', assignmentId, holder: { kind: 'party', partyId }, reasonCode, noteId: change.note(reason) });
  return ok(change.change());
}
