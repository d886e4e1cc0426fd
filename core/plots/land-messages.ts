import type { OutboxMessage } from '../notices/outbox.ts';
import type { Change } from '../project/change-builder.ts';
import type { EventType } from '../project/event.ts';
import type { Project } from '../project/project.ts';
import { stageIndex, startOfConstruction } from '../stages/stage-id.ts';
import type { Plot } from './plot.ts';

export type LandOf = Pick<Project, 'phase' | 'ending' | 'stage' | 'docket'>;
type Land = NonNullable<Plot['land']>;

/** What a project says of its land: what is asked for is held. `none`: it has none any more. */
export function landOf({ phase, ending, stage, docket }: LandOf): Land {
  if (docket?.state === 'done') return 'none';
  if (docket?.state === 'open') return 'in-docket';
  if (phase === 'ended') return ending === 'construction-started' ? 'building' : 'none';
  if (stageIndex(stage) < stageIndex('contract-and-land')) return 'held';
  return stageIndex(stage) > stageIndex(startOfConstruction) ? 'building' : 'contract';
}

const ofLadder: readonly EventType[] = ['rung-confirmed', 'rung-disputed', 'rung-taken-back'];

/** Where a change moves the state of its land, plots follow behind the answer. */
export function landMessages({ before, after, events }: Change): readonly OutboxMessage[] {
  if (before === undefined) return [];
  const moves =
    landOf(before.project) !== landOf(after.project) || events.some(({ body }) => ofLadder.includes(body.type));
  return moves ? [{ kind: 'land' }] : [];
}
