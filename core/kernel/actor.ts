import type { ActorRef, AddressEntered } from '../project/event.ts';
import type { Membership, StaffRole } from '../reference/reference.ts';

/** Who is asking: made in one place from a token or a link, and the only thing a use case authorises by. */
export type Actor =
  | { readonly kind: 'staff'; readonly personId: string; readonly memberships: readonly Membership[] }
  /** An investor by the tracking link of one project; `entered`: it went to an address that staff had written. */
  | { readonly kind: 'investor'; readonly projectId: string; readonly entered?: AddressEntered | undefined }
  /** A party by the link of one assignment. */
  | { readonly kind: 'party'; readonly projectId: string; readonly assignmentId: string; readonly partyId: string }
  | { readonly kind: 'system' };

/** Where an object belongs: its zone and the region of that zone. */
export interface Place {
  readonly zoneId: string;
  readonly regionId: string;
}

/** The roles a person has at a place, by membership of the zone or of its region. */
export const rolesAt = (memberships: readonly Membership[], { zoneId, regionId }: Place): readonly StaffRole[] =>
  memberships
    .filter(({ scope, scopeId }) => scopeId === (scope === 'zone' ? zoneId : regionId))
    .map(({ role }) => role);

/** The actor as the event log names it: by id, never by name. */
export function refOf(actor: Actor): ActorRef {
  switch (actor.kind) {
    case 'staff': return { kind: 'staff', personId: actor.personId };
    case 'party': return { kind: 'party', partyId: actor.partyId };
    case 'investor': return { kind: 'investor', ...(actor.entered && { entered: actor.entered }) };
    case 'system': return { kind: 'system' };
  }
}
