import type { HandOverRequest, RenewLinkRequest, SendAgainRequest, TakeRequest } from '../project/project-action.ts';
import type { Aggregate, Assignment } from '../project/project.ts';
import { refOf, type Actor } from '../kernel/actor.ts';
import { projectOfAssignment } from '../stages/assignment-id.ts';
import { handOver } from './hand-over.ts';
import { renewLink } from './renew-link.ts';
import { type Change, changeBuilder } from '../project/change-builder.ts';
import { type ZoneContext, today } from '../project/zone-context.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { allowedHandlings, isRepeated, ruleOf } from './handling.ts';
import { hasRole } from '../project/permissions.ts';
import { staffDay } from '../people/membership.ts';
import { givable } from './view-colleagues.ts';
import { isOpen } from '../project/standing.ts';
import { changeProject, type ChangePorts } from '../project/change-project.ts';
import type { ActorRef } from '../project/event.ts';
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
function sendAgain(
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

interface Taking {
  readonly personId: string;
  readonly by: ActorRef;
  readonly now: number;
}

/**
 * Somebody of the office, the reader unless `to` names another, works on an assignment of the office from now on. Undefined when they do
 * already. From a colleague only
 * when the colleague is named: fails with `conflict` when somebody else works on it.
 */
function take(
  aggregate: Aggregate,
  { assignmentId, assignee }: Assignment,
  { from, to }: TakeRequest,
  { personId: reader, by, now }: Taking,
): Result<Change | undefined> {
  const personId = to ?? reader;
  if (assignee === personId) return ok(undefined);
  if (assignee !== undefined && assignee !== from)
    return fail({ kind: 'conflict', version: aggregate.project.version, state: 'taken' });
  const change = changeBuilder(aggregate, now, by);
  change.emit({ type: 'assignment-taken', assignmentId, personId });
  return ok(change.change());
}

/** Nobody in particular works on it any more. Undefined when nobody did. */
function giveBack(
  aggregate: Aggregate,
  { assignmentId, assignee }: Assignment,
  { by, now }: Pick<Taking, 'by' | 'now'>,
): Change | undefined {
  if (assignee === undefined) return undefined;
  const change = changeBuilder(aggregate, now, by);
  change.emit({ type: 'assignment-given-back', assignmentId });
  return change.change();
}

/** What an office does with an assignment beside answering it. */
export type HandlingRequest =
  | ({ readonly handling: 'send-again' } & SendAgainRequest)
  | ({ readonly handling: 'hand-over' } & HandOverRequest)
  | ({ readonly handling: 'take' } & TakeRequest)
  | { readonly handling: 'give-back' }
  | ({ readonly handling: 'renew-link' } & RenewLinkRequest);

export interface HandleAssignment {
  readonly assignmentId: string;
  readonly actor: Actor;
  readonly now: number;
  readonly request: HandlingRequest;
}

function perform(
  aggregate: Aggregate,
  context: ZoneContext,
  actor: Extract<Actor, { kind: 'staff' }>,
  assignment: Assignment,
  request: HandlingRequest,
): Result<Change | undefined> {
  const by = refOf(actor, aggregate.project);
  const { personId } = actor;
  const { now } = context;
  switch (request.handling) {
    case 'send-again':
      return sendAgain(aggregate, context, assignment, request, by);
    case 'hand-over':
      return handOver(aggregate, context, assignment, request, by);
    case 'take':
      return take(aggregate, assignment, request, { personId, by, now });
    case 'give-back':
      return ok(giveBack(aggregate, assignment, { by, now }));
    case 'renew-link':
      return ok(renewLink(aggregate, now, assignment, request, by));
  }
}

/**
 * Sends an assignment again, gives it to another party, takes it, gives it to a colleague who is there, gives it back, or renews its link. The same request again does
 * nothing. Fails with `not-found` (also for those who may not see it), `forbidden`, `conflict` when it is no longer open or a
 * colleague who was not named works on it, `not-allowed` in this state, `invalid`, `too-many`.
 */
export async function handleAssignment(
  ports: ChangePorts,
  { assignmentId, actor, now, request }: HandleAssignment,
): Promise<Result<Aggregate>> {
  const projectId = projectOfAssignment(assignmentId);
  if (projectId === undefined) return fail({ kind: 'not-found' });
  return changeProject(ports, { projectId, now, actor }, async (aggregate, context) => {
    const { project } = aggregate;
    const assignment = aggregate.assignments.find((one) => one.assignmentId === assignmentId);
    if (assignment === undefined) return fail({ kind: 'not-found' });
    const { handling } = request;
    if (actor.kind !== 'staff' || !hasRole(actor, project, ruleOf(handling))) return fail({ kind: 'forbidden' });
    if (!isOpen(assignment))
      return fail({
        kind: 'conflict',
        version: project.version,
        state: assignment.answer?.outcome ?? assignment.state,
      });
    if (isRepeated(actor, assignment, request)) return ok(undefined);
    const gives = request.handling === 'take' && request.to !== undefined && request.to !== actor.personId;
    if (
      gives ? assignment.holder.kind !== 'office' : !allowedHandlings(actor, aggregate, assignment).includes(handling)
    )
      return fail({ kind: 'not-allowed', action: handling, because: project.pause ? 'suspended' : assignment.state });
    if (gives) {
      const staff = await ports.reference.staff(context.zone);
      if (!givable(staff, project.zoneId, staffDay(now)).some(({ personId }) => personId === request.to))
        return fail({ kind: 'invalid', issues: [{ path: 'to', code: 'invalid_value' }] });
    }
    return perform(aggregate, context, actor, assignment, request);
  });
}
