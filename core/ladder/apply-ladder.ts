import type { EventBody, ProjectEvent } from '../project/event.ts';
import type { Aggregate } from '../project/project.ts';
import { withProject } from '../project/with.ts';
import { rungs, type BuiltRung, type Rung } from './ladder-facts.ts';

export type LadderBody = Extract<EventBody, { type: `rung-${string}` }>;

export const isOfLadder = (body: EventBody): body is LadderBody => body.type.startsWith('rung-');

function after(
  before: readonly BuiltRung[],
  body: LadderBody,
  { sequence }: Pick<ProjectEvent, 'sequence'>,
): BuiltRung[] {
  if (body.type === 'rung-said') return [...before, { said: sequence, phase: body.phase, rung: body.rung }];
  if (body.type === 'rung-taken-back') return before.filter(({ said }) => said !== body.said);
  const confirmed = body.type === 'rung-confirmed' ? { confirmed: true as const } : {};
  return before.map(({ confirmed: was, ...one }) =>
    one.said === body.said ? { ...one, ...confirmed } : { ...one, ...(was && { confirmed: was }) },
  );
}

/** What stands of a ladder is kept with the project, so that it can be counted without its log. */
export const applyLadder = (aggregate: Aggregate, event: ProjectEvent, body: LadderBody): Aggregate =>
  withProject(aggregate, { built: after(aggregate.project.built ?? [], body, event) });

/** The highest rung that any phase has reached. */
export const highestOf = (built: readonly BuiltRung[] = []): BuiltRung | undefined =>
  built.reduce<BuiltRung | undefined>(
    (top, one) => (top === undefined || height(one.rung) > height(top.rung) ? one : top),
    undefined,
  );

export const height = (rung: Rung): number => rungs.indexOf(rung);
