import type { ActedAs, ActorRef, AddressEntered } from '../project/event.ts';
import type { Membership, StaffRole } from '../reference/reference.ts';

/** Who is asking: made in one place from a token or a link, and the only thing a use case authorises by. */
export type Actor =
  | { readonly kind: 'staff'; readonly personId: string; readonly memberships: readonly Membership[] }
  /** An investor by the tracking link of one project; `entered`: it went to an address that staff had written; `delegate`: a colleague of the contact by a link of their own. */
  | {
      readonly kind: 'investor';
      readonly projectId: string;
      readonly entered?: AddressEntered | undefined;
      readonly delegate?: number | undefined;
    }
  | { readonly kind: 'party'; readonly projectId: string; readonly assignmentId: string; readonly partyId: string }
  | { readonly kind: 'system' };

export interface Place {
  readonly zoneId: string;
  readonly regionId: string;
}

/** The roles a person has at a place, by membership of the zone or of its region. */
export const rolesAt = (memberships: readonly Membership[], { zoneId, regionId }: Place): readonly StaffRole[] =>
  memberships
    .filter(({ scope, scopeId }) => scopeId === (scope === 'zone' ? zoneId : regionId))
    .map(({ role }) => role);

/** Those who act in a zone, the highest first. */
export const acting = ['head', 'officer', 'headquarters'] as const satisfies readonly StaffRole[];

export function actedAs(
  memberships: readonly Pick<Membership, 'scope' | 'scopeId' | 'role'>[],
  place: Place,
  order: readonly StaffRole[],
): ActedAs | undefined {
  const own = memberships.filter(
    ({ scope, scopeId }) => scopeId === (scope === 'zone' ? place.zoneId : place.regionId),
  );
  const found = order.flatMap((role) => own.filter((one) => one.role === role))[0];
  return found && { scope: found.scope, scopeId: found.scopeId, role: found.role };
}

/** Who an actor is, whatever their role: by id, never by name. */
export function identityOf(actor: Actor): ActorRef {
  switch (actor.kind) {
    case 'staff':
      return { kind: 'staff', personId: actor.personId };
    case 'party':
      return { kind: 'party', partyId: actor.partyId };
    case 'investor':
      return {
        kind: 'investor',
        ...(actor.entered && { entered: actor.entered }),
        ...(actor.delegate !== undefined && { delegate: actor.delegate }),
      };
    case 'system':
      return { kind: 'system' };
  }
}

/** As the log names them: staff with what they are at the place then. @param order of several roles the first in it */
export function refOf(actor: Actor, place: Place, order: readonly StaffRole[] = acting): ActorRef {
  const as = actor.kind === 'staff' ? actedAs(actor.memberships, place, order) : undefined;
  return { ...identityOf(actor), ...(as && { as }) };
}
