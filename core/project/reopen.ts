import type { ActorRef } from './event.ts';
import type { ReopenRequest } from './project-action.ts';
import type { Aggregate } from './project.ts';
import { stageRecord } from './apply.ts';
import { changeBuilder, type Change } from './change-builder.ts';
import type { ZoneContext } from './zone-context.ts';
import { endedIn } from './lives.ts';
import { needsOf, settlementOf } from './standing.ts';
import { carriedOver } from '../stages/open-stage.ts';

/** What ran when the project ended: by the office's decision of that round, which every open round has. */
function ranAtEnd({ project, assignments }: Aggregate): 'entering' | 'open' | 'correcting' {
  const { stage } = project;
  const { round, outcome } = stageRecord(project, stage);
  const decision = assignments.find(
    (one) => one.kind === 'office-decision' && one.stage === stage && one.round === round,
  );
  if (decision !== undefined) return decision.answer?.outcome === 'returned' ? 'correcting' : 'open';
  return outcome === 'returned' && endedIn(project, { stage, round: round - 1 }) ? 'correcting' : 'entering';
}

function answeredBy(aggregate: Aggregate, ran: ReturnType<typeof ranAtEnd>): readonly string[] {
  const { project } = aggregate;
  if (ran === 'entering') return carriedOver(aggregate);
  return needsOf(project, project.stage).flatMap((need) => settlementOf(aggregate, need)?.assignmentId ?? []);
}

/** What was answered holds; what was open is asked anew as when the stage begins today. A pause does not come back. */
export function reopen(
  aggregate: Aggregate,
  { now }: Pick<ZoneContext, 'now'>,
  { reason }: ReopenRequest,
  by: ActorRef,
): Change | undefined {
  const { stage, stages, ending } = aggregate.project;
  const record = stages[stage];
  if (ending === undefined || record === undefined) return undefined;
  const ran = ranAtEnd(aggregate);
  const unmade =
    ending === 'construction-started' && record.begunOn !== undefined && record.norm !== undefined
      ? record.passes.at(-1)
      : undefined;
  const change = changeBuilder(aggregate, now, by);
  change.emit({
    type: 'reopened',
    from: ending,
    stage,
    round: record.round,
    ...(ran === 'correcting' && { correcting: true }),
    carried: [...answeredBy(aggregate, ran)],
    ...(unmade && { unmade }),
    noteId: change.note(reason),
  });
  return change.change();
}
