import type { ActorRef } from './event.ts';
import type { Aggregate } from './project.ts';
import { changeBuilder, type Change } from './change-builder.ts';
import type { ZoneContext } from './zone-context.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { isCounted } from '../figures/figures.ts';
import { closeOpen } from '../stages/decide-stage.ts';

const mayKeep = ({ project }: Aggregate, kept: Aggregate['project']): boolean =>
  kept.projectId !== project.projectId && kept.zoneId === project.zoneId && kept.phase !== 'ended' && isCounted(kept);

/** Ends a duplicate as rejected, with the number under which it goes on; the project that is kept names it. Both logs stay as they are. */
export function merge(
  aggregate: Aggregate,
  kept: Aggregate | undefined,
  { now }: Pick<ZoneContext, 'now'>,
  by: ActorRef,
): Result<Change> {
  if (kept === undefined || !mayKeep(aggregate, kept.project))
    return fail({ kind: 'invalid', issues: [{ path: 'into', code: 'no-such-project' }] });
  const [change, other] = [changeBuilder(aggregate, now, by), changeBuilder(kept, now, by)];
  closeOpen(change, 'ended');
  change.emit({ type: 'merged-into', into: kept.project.projectId, number: kept.project.number });
  change.emit({ type: 'ended', as: 'rejected', reasonCode: 'duplicate' });
  other.emit({ type: 'letter-merged', merged: aggregate.project.projectId, number: aggregate.project.number });
  return ok({ ...change.change(), also: other.change() });
}
