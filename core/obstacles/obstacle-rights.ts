import type { ActorRef } from '../project/event.ts';
import type { Obstacle } from './obstacle.ts';
import type { Project } from '../project/project.ts';
import type { Actor } from '../kernel/actor.ts';
import { hasRole, mayView } from '../project/permissions.ts';

const isOwner = (partyId: string, { owner }: Obstacle): boolean => owner.kind === 'party' && owner.partyId === partyId;

/** Whether an obstacle is there for this reader: for all who see the project, but for a party only while it has it. */
export const seesObstacle = (actor: Actor, project: Project, obstacle: Obstacle): boolean =>
  mayView(actor, project) && (actor.kind !== 'party' || isOwner(actor.partyId, obstacle));

/** Whether this reader may read what was said of it: leadership knows what stands in the way, not whose words say so. */
export const readsObstacle = (actor: Actor, project: Project, obstacle: Obstacle): boolean =>
  seesObstacle(actor, project, obstacle) && (actor.kind !== 'staff' || hasRole(actor, project, 'read-notes'));

/** The investor resolves what they reported themselves; the office any. */
export const isTheirsToResolve = (actor: Actor, obstacle: Obstacle): boolean =>
  actor.kind !== 'investor' || obstacle.raisedBy.kind === 'investor';

export const obstacleActs = ['answer', 'hand-over', 'refer', 'referral-answer', 'resolve'] as const;
export type ObstacleAction = (typeof obstacleActs)[number];

export function obstacleActions(actor: Actor, project: Project, obstacle: Obstacle): readonly ObstacleAction[] {
  if (obstacle.state !== 'open' || project.phase === 'ended' || !seesObstacle(actor, project, obstacle)) return [];
  const isReferred = (obstacle.referrals ?? []).some(({ answeredOn }) => answeredOn === undefined);
  return obstacleActs.filter(
    (action) =>
      (action !== 'referral-answer' || isReferred) &&
      hasRole(actor, project, `${action}-obstacle`) &&
      (action !== 'resolve' || isTheirsToResolve(actor, obstacle)),
  );
}

/** The same person, party or investor: two members of an office are two, an investor with another address is the same, and so is who has another role by now. */
export function isSame(one: ActorRef, other: ActorRef): boolean {
  switch (one.kind) {
    case 'staff':
      return other.kind === 'staff' && other.personId === one.personId;
    case 'party':
      return other.kind === 'party' && other.partyId === one.partyId;
    default:
      return other.kind === one.kind;
  }
}
