import type { Decision } from './decision.ts';
import type { StageDates } from '../project/event.ts';
import type { Assignment } from '../project/project.ts';
import { planDates } from '../calendar/durations.ts';
import type { ChangeBuilder } from '../project/change-builder.ts';
import { stageRecord } from '../project/apply.ts';
import { today, typeIn, type ZoneContext } from '../project/zone-context.ts';
import { leftOfTerm } from '../calendar/term.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { leaveDocket } from '../docket/apply-docket.ts';
import { isBesidePath } from './assignment-kind.ts';
import { runningTerm } from './deadlines.ts';
import { missing } from './gate.ts';
import { openAssignments } from '../project/standing.ts';
import { stageTimeOf } from '../figures/stage-time.ts';
import { firstStage, nextStage, stageIds, stageIndex } from './stage-id.ts';

type StageDecision = Extract<
  Decision,
  { outcome: 'approved' | 'approved-with-conditions' | 'returned' | 'rejected' | 'sent-back' }
>;

export const isStageDecision = (decision: Decision): decision is StageDecision =>
  ['approved', 'approved-with-conditions', 'returned', 'rejected', 'sent-back'].includes(decision.outcome);

/** Nobody is asked for what is no longer needed; what is asked beside the path is needed until the project ends. */
export function closeOpen(change: ChangeBuilder, because: 'ended' | 'sent-back' | 'returned', isStart = false): void {
  if (because === 'ended') leaveDocket(change, isStart ? 'started' : 'ended');
  for (const { assignmentId, kind } of openAssignments(change.state())) {
    if (because === 'ended' || !isBesidePath(kind)) change.emit({ type: 'assignment-closed', assignmentId, because });
  }
}

function baselineOf(change: ChangeBuilder, context: ZoneContext): StageDates {
  const planned = planDates(context.calendar, context.durations, change.state().project.receivedOn, typeIn(context));
  if (planned.kind === 'no-duration') throw new Error(`No duration in force: ${planned.country} ${planned.stage}`);
  return Object.fromEntries(stageIds.map((stage) => [stage, planned.roadMap[stage].due])) as StageDates;
}

function approve(change: ChangeBuilder, context: ZoneContext, decision: StageDecision): Result<undefined> {
  const { project } = change.state();
  const needed = missing(change.state(), context.lines, today(context));
  if (needed.length > 0) return fail({ kind: 'gate-closed', missing: needed });
  const { stage } = project;
  const next = nextStage(stage);
  const conditions =
    decision.outcome === 'approved-with-conditions' ? { noteId: change.note(decision.conditions) } : {};
  const { round } = stageRecord(project, stage);
  if (stage === firstStage && !project.baseline)
    change.emit({ type: 'road-map-approved', baseline: baselineOf(change, context) });
  const took = stageTimeOf(project, context);
  change.emit({
    type: 'stage-decided',
    stage,
    round,
    outcome: decision.outcome,
    ...(next && { next }),
    ...(took && { took }),
    ...conditions,
  });
  if (next !== undefined) return ok(undefined);
  closeOpen(change, 'ended', true);
  change.emit({ type: 'ended', as: 'construction-started' });
  return ok(undefined);
}

function turnBack(
  change: ChangeBuilder,
  context: ZoneContext,
  decision: Exclude<StageDecision, { outcome: 'approved' | 'approved-with-conditions' }>,
): Result<undefined> {
  const { project } = change.state();
  const { stage, due } = project;
  const { round } = stageRecord(project, stage);
  const why = { reasonCode: decision.reasonCode, noteId: change.note(decision.reason) };
  const base = { type: 'stage-decided' as const, stage, round, outcome: decision.outcome, ...why };
  switch (decision.outcome) {
    case 'returned':
      closeOpen(change, 'returned');
      change.emit({
        ...base,
        next: stage,
        daysToCure: decision.daysToCure,
        ...(decision.fields?.length && { fields: [...new Set(decision.fields)] }),
        daysLeft:
          due === undefined ? 1 : leftOfTerm(context.calendar, runningTerm(project, context), today(context), due),
      });
      return ok(undefined);
    case 'sent-back':
      if (stageIndex(decision.to) >= stageIndex(stage))
        return fail({ kind: 'invalid', issues: [{ path: 'decision.to', code: 'not-an-earlier-stage' }] });
      closeOpen(change, 'sent-back');
      change.emit({ ...base, next: decision.to });
      return ok(undefined);
    case 'rejected':
      closeOpen(change, 'ended');
      change.emit({ ...base, appealNoteId: change.note(decision.appeal) });
      change.emit({ type: 'ended', as: 'rejected', ...why });
      return ok(undefined);
  }
}

/** The office's decision on the running stage: adds its events to the change. The answer itself is added first. */
export function decideStage(
  change: ChangeBuilder,
  context: ZoneContext,
  assignment: Assignment,
  decision: StageDecision,
): Result<undefined> {
  change.emit({
    type: 'assignment-answered',
    assignmentId: assignment.assignmentId,
    outcome: decision.outcome,
    facts: {},
    ...('reasonCode' in decision && { reasonCode: decision.reasonCode }),
  });
  return decision.outcome === 'approved' || decision.outcome === 'approved-with-conditions'
    ? approve(change, context, decision)
    : turnBack(change, context, decision);
}
