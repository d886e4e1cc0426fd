import type { ActOnObstacleRequest, HandOverObstacleRequest, Obstacle } from './obstacle.ts';
import type { Aggregate, Project } from '../project/project.ts';
import type { ActorRef } from '../project/event.ts';
import { refOf, type Actor } from '../kernel/actor.ts';
import {
  answerObstacle,
  handOverObstacle,
  noteReferralAnswer,
  referObstacle,
  resolveObstacle,
  type Words,
} from './change-obstacle.ts';
import { candidatesOf } from '../road-map/people.ts';
import type { Ports } from '../kernel/ports.ts';
import { inProject, type ObstacleHome } from './obstacle-home.ts';
import type { ZoneContext } from '../project/zone-context.ts';
import { fail, type Result } from '../kernel/result.ts';
import { isTheirsToResolve, seesObstacle } from './obstacle-rights.ts';
import { hasRole, type Action } from '../project/permissions.ts';
import { changeProject, type ChangePorts } from '../project/change-project.ts';
import { wordsOf } from '../letter/words-of.ts';

export type ObstacleRequest = ActOnObstacleRequest;

export interface ActOnObstacle {
  readonly projectId: string;
  readonly obstacleId: string;
  readonly actor: Actor;
  readonly now: number;
  readonly request: ObstacleRequest;
}

export function perform<Changed>(
  home: ObstacleHome<Changed>,
  context: ZoneContext,
  obstacle: Obstacle,
  by: ActorRef,
  request: ObstacleRequest,
  words: Words,
): Result<Changed | undefined> {
  switch (request.action) {
    case 'hand-over':
      return handOverObstacle(home, context, obstacle, { ...request, by }, words);
    case 'answer':
      return answerObstacle(home, context, obstacle, { ...request, by }, words);
    case 'refer':
      return referObstacle(home, context, obstacle, { ...request, by }, words);
    case 'referral-answer':
      return noteReferralAnswer(home, context, obstacle, { ...request, by }, words);
    case 'resolve':
      return resolveObstacle(home, context, obstacle, { ...request, by }, words);
  }
}

/** Whether somebody is one of those whom a holder has. */
export async function isOfHolder(
  { reference, ids }: Pick<ObstaclePorts, 'reference' | 'ids'>,
  project: Pick<Project, 'delegates'>,
  context: ZoneContext,
  { to, person }: HandOverObstacleRequest,
): Promise<boolean> {
  if (person === undefined) return true;
  if (ids === undefined) return false;
  const staff = to.kind === 'office' ? await reference.staff(context.zone) : [];
  return candidatesOf(project, context, staff, ids.hash).some(
    (one) =>
      one.person === person &&
      (to.kind === 'party' ? one.partyId === to.partyId : one.kind === (to.kind === 'office' ? 'staff' : 'investor')),
  );
}

/** `ids`: where an obstacle is given to a person. */
type ObstaclePorts = ChangePorts & { readonly ids?: Ports['ids'] };

/** Twice is once. Fails with `not-found` (a party without it), `forbidden`, `conflict`, `not-allowed`, `invalid`. */
export const actOnObstacle = (
  ports: ObstaclePorts,
  { projectId, obstacleId, actor, now, request }: ActOnObstacle,
): Promise<Result<Aggregate>> =>
  changeProject(ports, { projectId, actor, now }, async (aggregate, context) => {
    const { project, obstacles } = aggregate;
    const obstacle = obstacles.find((one) => one.obstacleId === obstacleId);
    if (obstacle === undefined || !seesObstacle(actor, project, obstacle)) return fail({ kind: 'not-found' });
    const action: Action = `${request.action}-obstacle`;
    if (!hasRole(actor, project, action)) return fail({ kind: 'forbidden' });
    if (request.action === 'resolve' && !isTheirsToResolve(actor, obstacle)) return fail({ kind: 'forbidden' });
    if (request.action === 'answer' && request.due !== undefined && actor.kind !== 'staff')
      return fail({ kind: 'forbidden' });
    if (request.action === 'hand-over' && !(await isOfHolder(ports, project, context, request)))
      return fail({ kind: 'invalid', issues: [{ path: 'person', code: 'invalid_value' }] });
    const words = await wordsOf(ports, projectId, obstacle.said.slice(-1));
    return perform(inProject(aggregate, context), context, obstacle, refOf(actor, project), request, words);
  });
