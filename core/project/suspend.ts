import type { ActorRef } from './event.ts';
import type { RenewPauseRequest, SuspendRequest } from './project-action.ts';
import type { Aggregate, Assignment } from './project.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';
import { later, localDateOf, type LocalDate } from '../calendar/local-date.ts';
import { stageRecord } from './apply.ts';
import { changeBuilder, type Change, type ChangeBuilder } from './change-builder.ts';
import { today, type ZoneContext } from './zone-context.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { runningTerm } from '../stages/deadlines.ts';
import { pauseIssue } from '../stages/farthest-dates.ts';
import { openAssignments, stageDueAfter } from './standing.ts';
import { awaitedUntil, moved } from './standstill.ts';

type Standing = NonNullable<Aggregate['project']['pause']>;
const dated = (entries: readonly (readonly [string, LocalDate | undefined])[]): Record<string, LocalDate> =>
  Object.fromEntries(entries.flatMap(([id, day]) => (day === undefined ? [] : [[id, day]])));

function awaitedOf(aggregate: Aggregate, context: ZoneContext, standing: Standing) {
  const { project } = aggregate;
  const ofStage =
    project.due === undefined
      ? undefined
      : awaitedUntil(context, standing, {
          due: project.due,
          openedAt: stageRecord(project, project.stage).openedAt ?? 0,
          term: runningTerm(project, context),
        });
  return {
    ...(ofStage !== undefined && { awaitedUntil: ofStage }),
    awaited: dated(openAssignments(aggregate).map((one) => [one.assignmentId, awaitedUntil(context, standing, one)])),
  };
}

/** Stops the project's clock until a day of review, the office's and the investor's alike. Fails with `invalid` for a review outside the next 90 days. */
export function suspend(
  aggregate: Aggregate,
  context: ZoneContext,
  request: SuspendRequest,
  by: ActorRef,
): Result<Change> {
  const on = today(context);
  const code = pauseIssue(context, request.reviewOn);
  if (code) return fail({ kind: 'invalid', issues: [{ path: 'reviewOn', code }] });
  const change = changeBuilder(aggregate, context.now, by);
  const { fault, reviewOn, reasonCode } = request;
  const base = { on, fault, reviewOn, reasonCode, noteId: change.note(request.reason) };
  change.emit({ type: 'suspended', ...base, ...awaitedOf(aggregate, context, base) });
  return ok(change.change());
}

/**
 * The pause goes on until a later day of review; its clock has not run. The same once more changes nothing. Fails with `invalid` for a day that is not
 * later, or outside the next 90 days.
 */
export function renewPause(
  aggregate: Aggregate,
  context: ZoneContext,
  request: RenewPauseRequest,
  by: ActorRef,
): Result<Change | undefined> {
  const { pause } = aggregate.project;
  const { reviewOn, reasonCode } = request;
  if (pause === undefined) return ok(undefined);
  if (pause.renewedOn === today(context) && pause.reviewOn === reviewOn) return ok(undefined);
  const code = reviewOn <= pause.reviewOn ? 'not-later' : pauseIssue(context, reviewOn);
  if (code) return fail({ kind: 'invalid', issues: [{ path: 'reviewOn', code }] });
  const change = changeBuilder(aggregate, context.now, by);
  change.emit({
    type: 'pause-renewed',
    reviewOn,
    reasonCode,
    noteId: change.note(request.reason),
    ...awaitedOf(aggregate, context, { ...pause, reviewOn }),
  });
  return ok(change.change());
}

const over = ({ assignments }: Aggregate, on: LocalDate): readonly Assignment[] =>
  assignments.filter(({ state, pausedUntil }) => state === 'paused' && pausedUntil !== undefined && pausedUntil <= on);

/** A supplier's own pause is over on a day: the working days that were left are left, and the stage is not due before them. */
export function endPause(
  change: ChangeBuilder,
  context: ZoneContext,
  { assignmentId, due: before, pausedOn }: Assignment,
  on: LocalDate,
): void {
  const due = moved(context, before, pausedOn ?? on, on);
  change.emit({ type: 'assignment-unpaused', assignmentId, due, ...stageDueAfter(change.state().project, due) });
}

/** Overdue stays so by as much; one its supplier paused goes on when both are over. Undefined: not suspended. */
export function resume(
  aggregate: Aggregate,
  context: ZoneContext,
  by: ActorRef,
  on = today(context),
): Change | undefined {
  const { project } = aggregate;
  const { pause: standing, due } = project;
  if (standing === undefined || due === undefined) return undefined;
  // What opened while the clock stood has lost no day before its opening.
  const since = ({ openedAt = 0 }: { readonly openedAt?: number | undefined }): LocalDate =>
    later(standing.on, localDateOf(openedAt, context.calendar.offsetMinutes));
  const running = openAssignments(aggregate).filter(({ state }) => state === 'open');
  const paused = openAssignments(aggregate).filter(({ state }) => state === 'paused');
  const dues = running.map((one) => [one.assignmentId, moved(context, one.due, since(one), on)] as const);
  const change = changeBuilder(aggregate, context.now, by);
  const stageSince = since(stageRecord(project, project.stage));
  // While the investor corrects, the days are counted when the next round opens.
  const pausedDays = project.phase === 'open' ? Math.max(0, workingDaysBetween(context.calendar, stageSince, on)) : 0;
  const awaited = dated(paused.map((one) => [one.assignmentId, awaitedUntil(context, undefined, one)]));
  change.emit({
    type: 'resumed',
    dues: Object.fromEntries(dues),
    stageDue: moved(context, due, stageSince, on, runningTerm(project, context)),
    awaited,
    stood: pausedDays,
  });
  for (const one of over(aggregate, on)) endPause(change, context, one, on);
  return change.change();
}

/** Ends the suppliers' own pauses that are over, each on its day. Undefined when there are none. */
export function unpause(aggregate: Aggregate, context: ZoneContext): Change | undefined {
  const change = changeBuilder(aggregate, context.now, { kind: 'system' });
  for (const one of over(aggregate, today(context))) endPause(change, context, one, one.pausedUntil ?? today(context));
  return change.change().events.length > 0 ? change.change() : undefined;
}
