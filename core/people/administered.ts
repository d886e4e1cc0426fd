import type { Membership, Scope, StaffRole, Zone } from '../reference/reference.ts';
import { staffRoles } from '../reference/reference.ts';
import { rolesAt, type Actor } from '../kernel/actor.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { common } from './membership.ts';

/** The roles a place has. An officer or a head belongs to one zone. */
export const rolesOfScope: Readonly<Record<Scope['scope'], readonly StaffRole[]>> = {
  zone: staffRoles,
  region: ['headquarters', 'leadership', 'administrator'],
};

export const isSamePlace = (one: Scope, other: Scope): boolean =>
  one.scope === other.scope && one.scopeId === other.scopeId;

const isAdministrator = ({ role }: Membership): boolean => role === 'administrator';

/** Whether an actor administers a place: a zone by a role there or in its region, a region by a role there. @param zones all of them */
export function administers(actor: Actor, { scope, scopeId }: Scope, zones: readonly Zone[]): boolean {
  if (actor.kind !== 'staff') return false;
  if (scope === 'region')
    return actor.memberships.some((one) => isAdministrator(one) && isSamePlace(one, { scope, scopeId }));
  const zone = zones.find(({ zoneId }) => zoneId === scopeId);
  return zone !== undefined && rolesAt(actor.memberships, zone).includes('administrator');
}

/** The head of an office looks after its officers: lets them in, and says who stands in for them. */
export function leads(actor: Actor, { scope, scopeId }: Scope, role: StaffRole, zones: readonly Zone[]): boolean {
  const zone = scope === 'zone' ? zones.find(({ zoneId }) => zoneId === scopeId) : undefined;
  return (
    zone !== undefined &&
    role === 'officer' &&
    actor.kind === 'staff' &&
    rolesAt(actor.memberships, zone).includes('head')
  );
}

export interface Administered {
  readonly regions: readonly { readonly regionId: string; readonly zones: readonly Zone[] }[];
  readonly zones: readonly Zone[];
}

export function administeredBy(actor: Actor, zones: readonly Zone[]): Administered {
  const memberships = actor.kind === 'staff' ? actor.memberships.filter(isAdministrator) : [];
  const regionIds = [...new Set(memberships.filter(({ scope }) => scope === 'region').map(({ scopeId }) => scopeId))];
  return {
    regions: regionIds.map((regionId) => ({ regionId, zones: zones.filter((zone) => zone.regionId === regionId) })),
    zones: zones.filter((zone) => rolesAt(memberships, zone).length > 0),
  };
}

/** A role of an administrator that nobody stands in for and no day ends: what a place can rely on. */
export const isLasting = (membership: Membership): boolean =>
  isAdministrator(membership) &&
  membership.until === undefined &&
  membership.insteadOf === undefined &&
  membership.from === undefined;

/** Nobody gives themselves a role, nor other days to one they have: another administrator does. */
export const isOneself = (actor: Actor, personId: string): boolean =>
  actor.kind === 'staff' && actor.personId === personId;

const zonesOf = ({ scope, scopeId }: Scope, zones: readonly Zone[]): readonly string[] =>
  zones
    .filter(({ zoneId, regionId }) => (scope === 'zone' ? zoneId : regionId) === scopeId)
    .map(({ zoneId }) => zoneId);

/** Of these two one moves the other's own term (docs/decisions/0006): the head of an office and headquarters over it. */
const isPair = (one: StaffRole, other: StaffRole): boolean =>
  one !== other && [one, other].every((role) => role === 'head' || role === 'headquarters');

/** Whether somebody would have both ranks of an extension in one zone, on a day from `today` on, as a deputy too. @param zones all of them */
export function isBothRanks(
  memberships: readonly Membership[],
  given: Membership,
  zones: readonly Zone[],
  today: LocalDate,
): boolean {
  const ahead = { ...given, from: given.from !== undefined && given.from > today ? given.from : today };
  const places = zonesOf(given, zones);
  return memberships.some(
    (one) =>
      isPair(one.role, given.role) &&
      zonesOf(one, zones).some((zoneId) => places.includes(zoneId)) &&
      common(one, ahead) !== undefined,
  );
}
