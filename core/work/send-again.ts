import type { ActorRef } from '../project/event.ts';
import type { SendAgainRequest } from '../project/project-action.ts';
import type { Aggregate, Assignment } from '../project/project.ts';
import { changeBuilder, type Change } from '../project/change-builder.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { secondsLeft } from '../kernel/window.ts';

/** How often an assignment's email may be sent again on one day of the zone (ours): more would be pestering. */
const mostADay = 3;

/** Seconds until the zone's day is over. */
const untilTomorrow = ({ now, calendar }: ZoneContext): number =>
  secondsLeft(now + calendar.offsetMinutes * 60_000, 86_400);

/**
 * The email of an open assignment once more, with the same link. Undefined when it was sent again since the reader looked.
 * Fails with `too-many` after three times on one day.
 */
export function sendAgain(
  aggregate: Aggregate,
  context: ZoneContext,
  { assignmentId, sentAgain }: Assignment,
  request: SendAgainRequest,
  by: ActorRef,
): Result<Change | undefined> {
  const { times = 0, on, onThatDay = 0 } = sentAgain ?? {};
  if (request.sentAgain !== undefined && request.sentAgain !== times) return ok(undefined);
  if (on === today(context) && onThatDay >= mostADay)
    return fail({ kind: 'too-many', retryAfterSeconds: untilTomorrow(context) });
  const change = changeBuilder(aggregate, context.now, by);
  change.emit({ type: 'assignment-sent-again', assignmentId });
  return ok(change.change());
}
