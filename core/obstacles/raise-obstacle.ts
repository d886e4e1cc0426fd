import type { RecordObstacleRequest } from './obstacle.ts';
import type { Aggregate } from '../project/project.ts';
import { refOf, type Actor } from '../kernel/actor.ts';
import { raiseObstacle as raised } from './change-obstacle.ts';
import { fail, type Result } from '../kernel/result.ts';
import { hasRole, rules } from '../project/permissions.ts';
import { changeProject, type ChangePorts } from '../project/change-project.ts';
import { wordsOf } from '../letter/words-of.ts';

export interface RaiseObstacle {
  readonly projectId: string;
  readonly actor: Actor;
  readonly now: number;
  readonly request: RecordObstacleRequest;
}

/** Sent twice it is one. Fails with `not-found`, `forbidden`, `not-allowed` (ended, unconfirmed, full), `invalid`. */
export const raiseObstacle = (
  ports: ChangePorts,
  { projectId, actor, now, request }: RaiseObstacle,
): Promise<Result<Aggregate>> =>
  changeProject(ports, { projectId, actor, now }, async (aggregate, context) => {
    const { project, obstacles } = aggregate;
    if (!hasRole(actor, project, 'raise-obstacle') || (request.due !== undefined && actor.kind !== 'staff'))
      return fail({ kind: 'forbidden' });
    if (!rules['raise-obstacle'].when(project)) {
      return fail({ kind: 'not-allowed', action: 'raise-obstacle', because: project.ending ?? 'unconfirmed' });
    }
    const open = obstacles.filter(({ state }) => state === 'open');
    const words = await wordsOf(
      ports,
      projectId,
      open.flatMap(({ said }) => said.slice(0, 1)),
    );
    return raised(aggregate, context, { ...request, by: refOf(actor, project) }, words);
  });
