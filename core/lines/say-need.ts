import { fail, ok, type Issue, type Result } from '../kernel/result.ts';
import { changeBuilder, type Change } from '../project/change-builder.ts';
import type { ActorRef } from '../project/event.ts';
import type { Aggregate } from '../project/project.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import { isTooFar } from '../stages/farthest-dates.ts';
import { utilityUnits } from '../stages/need-of.ts';
import { stageIndex } from '../stages/stage-id.ts';
import type { LineNeed, SayNeed } from './need.ts';

/** Lines that one project needs (ours). */
const mostNeeds = 20;

function issuesOf({ project }: Aggregate, context: ZoneContext, said: SayNeed): readonly Issue[] {
  const { needs = [] } = project;
  const line = context.lines.find(({ lineId }) => lineId === said.lineId);
  const was = needs.find(({ lineId }) => lineId === said.lineId);
  if (line === undefined) return [{ path: 'lineId', code: 'no-such-line' }];
  return [
    ...(was === undefined && needs.length >= mostNeeds ? [{ path: 'lineId', code: 'too_big' }] : []),
    ...(said.unit !== undefined && said.unit !== utilityUnits[line.utility]
      ? [{ path: 'unit', code: 'invalid_value' }]
      : []),
    ...(said.by !== was?.by && said.by < today(context) ? [{ path: 'by', code: 'not-in-future' }] : []),
    ...(isTooFar(context, said.by) ? [{ path: 'by', code: 'too-late' }] : []),
    ...(said.stage !== was?.stage && stageIndex(said.stage) < stageIndex(project.stage)
      ? [{ path: 'stage', code: 'invalid_value' }]
      : []),
  ];
}

/** The office says what a project needs of a line of its zone, anew in the place of what was said. Said again as it stands it changes nothing. */
export function saysNeed(
  aggregate: Aggregate,
  context: ZoneContext,
  said: SayNeed,
  by: ActorRef,
): Result<Change | undefined> {
  const issues = issuesOf(aggregate, context, said);
  const utility = context.lines.find(({ lineId }) => lineId === said.lineId)?.utility;
  if (issues.length > 0 || utility === undefined) return fail({ kind: 'invalid', issues });
  const need: LineNeed = { lineId: said.lineId, utility, capacity: said.capacity, by: said.by, stage: said.stage };
  const was = aggregate.project.needs?.find(({ lineId }) => lineId === said.lineId);
  const isSame = was?.capacity === need.capacity && was.by === need.by && was.stage === need.stage;
  if (isSame) return ok(undefined);
  const change = changeBuilder(aggregate, context.now, by);
  change.emit({ type: 'need-said', ...need });
  return ok(change.change());
}

/** It is taken back: from then on that kind is what the letter tells. */
export function removesNeed(
  aggregate: Aggregate,
  context: ZoneContext,
  { lineId }: Pick<LineNeed, 'lineId'>,
  by: ActorRef,
): Change | undefined {
  const was = aggregate.project.needs?.find((one) => one.lineId === lineId);
  if (was === undefined) return undefined;
  const change = changeBuilder(aggregate, context.now, by);
  change.emit({ type: 'need-removed', lineId, utility: was.utility });
  return change.change();
}
