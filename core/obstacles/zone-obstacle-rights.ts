import { rolesAt, type Actor, type Place } from '../kernel/actor.ts';
import type { StaffRole } from '../reference/reference.ts';
import type { Obstacle } from './obstacle.ts';
import { obstacleActs, type ObstacleAction } from './obstacle-rights.ts';

/** What concerns the whole zone is said and given by those who lead; the office writes about it. */
const leading: readonly StaffRole[] = ['head', 'headquarters'];
const reading: readonly StaffRole[] = ['officer', ...leading];

const hasOneOf = (actor: Actor, place: Place, roles: readonly StaffRole[]): boolean =>
  actor.kind === 'staff' && rolesAt(actor.memberships, place).some((role) => roles.includes(role));

/** Whether the zone is there for this reader. */
export const isOfZone = (actor: Actor, place: Place): boolean =>
  actor.kind === 'staff' && rolesAt(actor.memberships, place).length > 0;

export const readsZoneObstacles = (actor: Actor, place: Place): boolean => hasOneOf(actor, place, reading);
export const raisesZoneObstacles = (actor: Actor, place: Place): boolean => hasOneOf(actor, place, leading);

const written: readonly ObstacleAction[] = ['answer', 'referral-answer'];

export const mayActOnZoneObstacle = (actor: Actor, place: Place, action: ObstacleAction): boolean =>
  hasOneOf(actor, place, written.includes(action) ? reading : leading);

export function zoneObstacleActions(
  actor: Actor,
  place: Place,
  { state, referrals = [] }: Obstacle,
): readonly ObstacleAction[] {
  if (state !== 'open') return [];
  const isReferred = referrals.some(({ answeredOn }) => answeredOn === undefined);
  return obstacleActs.filter(
    (action) => (action !== 'referral-answer' || isReferred) && mayActOnZoneObstacle(actor, place, action),
  );
}
