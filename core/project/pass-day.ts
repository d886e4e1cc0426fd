import type { Aggregate } from './project.ts';
import { changeBuilder, type Change } from './change-builder.ts';
import { today, type ZoneContext } from './zone-context.ts';
import { followMoratoria } from '../moratoria/follow-moratoria.ts';
import { passDocketDay } from '../docket/change-docket.ts';
import { passObligationsDay } from '../obligations/change-obligations.ts';
import { escalateObstacles } from '../obstacles/change-obstacle.ts';
import { followDocuments } from '../stages/opening.ts';
import { isBehind, waitsForOthers } from './standing.ts';
import { resume, unpause } from './suspend.ts';

const system = { kind: 'system' } as const;

/** What became overdue: open, not paused, its due date gone by, not marked yet. The office's decision is not while it waits for days of others. */
function markOverdue(aggregate: Aggregate, context: ZoneContext): Change | undefined {
  const { project, assignments } = aggregate;
  if (project.pause !== undefined || project.phase === 'ended') return undefined;
  const late = assignments.filter(
    ({ state, overdue, due, kind }) =>
      state === 'open' &&
      !overdue &&
      due < today(context) &&
      !(kind === 'office-decision' && waitsForOthers(aggregate)),
  );
  if (late.length === 0) return undefined;
  const change = changeBuilder(aggregate, context.now, system);
  for (const { assignmentId } of late) change.emit({ type: 'became-overdue', assignmentId });
  return change.change();
}

function markBehind(aggregate: Aggregate, context: ZoneContext): Change | undefined {
  const { stage, baseline, phase, pause } = aggregate.project;
  const planned = baseline?.[stage];
  if (
    planned === undefined ||
    phase === 'ended' ||
    pause !== undefined ||
    planned >= today(context) ||
    isBehind(aggregate)
  )
    return undefined;
  const change = changeBuilder(aggregate, context.now, system);
  change.emit({ type: 'fell-behind', stage });
  return change.change();
}

/** A stage that an earlier release opened asked nobody for the documents it needs. */
function askForDocuments(aggregate: Aggregate, context: ZoneContext): Change | undefined {
  if (aggregate.project.pause !== undefined) return undefined;
  const change = changeBuilder(aggregate, context.now, system);
  followDocuments(change, context);
  return change.change().events.length === 0 ? undefined : change.change();
}

function endPauses(aggregate: Aggregate, context: ZoneContext): Change | undefined {
  const { pause } = aggregate.project;
  // While the project stands still nobody's clock runs: a supplier's pause ends with it.
  if (pause === undefined) return unpause(aggregate, context);
  return pause.reviewOn <= today(context) ? resume(aggregate, context, system, pause.reviewOn) : undefined;
}

/**
 * One change at a time until there is none; asked again on the same day, it changes nothing.
 * Pauses end on their own day, so a day that was missed and is caught up moves no due date.
 */
export const passDay = (aggregate: Aggregate, context: ZoneContext): Change | undefined =>
  followMoratoria(aggregate, context) ??
  endPauses(aggregate, context) ??
  markOverdue(aggregate, context) ??
  markBehind(aggregate, context) ??
  askForDocuments(aggregate, context) ??
  escalateObstacles(aggregate, context) ??
  passDocketDay(aggregate, context) ??
  passObligationsDay(aggregate, context);
