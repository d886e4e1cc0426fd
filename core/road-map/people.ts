import type { ActorRef, Holder } from '../project/event.ts';
import type { Project } from '../project/project.ts';
import { acting, rolesAt } from '../kernel/actor.ts';
import { addressesOf, personBehind } from '../reference/party-people.ts';
import type { Party, StaffPerson, StaffRole, Zone } from '../reference/reference.ts';
import type { Pair } from './road-map-facts.ts';

/** Who can answer for a row of a road map. */
export interface Candidate {
  /** As a road map keeps them (`PersonName`). */
  readonly person: string;
  readonly kind: 'staff' | 'party' | 'investor';
  /** Of staff their name, of a party that of whoever is behind the address, else the address; told of the investor by whoever may read contacts. */
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
  readonly role?: StaffRole | undefined;
  readonly partyId?: string | undefined;
  readonly delegate?: number | undefined;
}

export const holderName = (holder: Holder): string =>
  holder.kind === 'party' ? `party:${holder.partyId}` : holder.kind;

const markOf = (address: string, hash: (text: string) => string): string => hash(address.toLowerCase()).slice(0, 12);

/** Everybody who can: the office's staff, the addresses of the zone's parties, the investor's contact and colleagues. */
export function candidatesOf(
  { delegates = [] }: Pick<Project, 'delegates'>,
  { zone, parties }: { readonly zone: Zone; readonly parties: readonly Party[] },
  staff: readonly StaffPerson[],
  hash: (text: string) => string,
): readonly Candidate[] {
  return [
    ...staff.flatMap(({ personId, name, email, memberships }): Candidate[] => {
      const roles = rolesAt(memberships, zone);
      const role = acting.find((one) => roles.includes(one));
      return role === undefined ? [] : [{ person: `staff:${personId}`, kind: 'staff', name: name ?? email, role }];
    }),
    ...parties
      .filter(({ endedOn }) => endedOn === undefined)
      .flatMap((party) =>
        addressesOf(party).map((address): Candidate => {
          const { partyId } = party;
          const { name = address, phone } = personBehind(party, address) ?? {};
          return { person: `party:${partyId}:${markOf(address, hash)}`, kind: 'party', name, phone, partyId };
        }),
      ),
    { person: 'investor', kind: 'investor' },
    ...delegates
      .filter(({ as, state }) => as === 'colleague' && state === 'confirmed')
      .map(({ delegate }): Candidate => ({ person: `investor:${String(delegate)}`, kind: 'investor', delegate })),
  ];
}

/** Who answers for what a holder has, before anybody said it: the contacts there are; of the office whoever works on it. */
export function byDefault(holder: Holder, candidates: readonly Candidate[], assignee?: string): Pair {
  if (holder.kind === 'office') return assignee === undefined ? {} : { person: `staff:${assignee}` };
  const [first, second] = candidates.filter(
    ({ kind, partyId }) => kind === holder.kind && (holder.kind !== 'party' || partyId === holder.partyId),
  );
  return { ...(first && { person: first.person }), ...(second && { deputy: second.person }) };
}

export const isBy = (by: ActorRef, actor: ActorRef): boolean =>
  by.kind === 'staff' && actor.kind === 'staff' && by.personId === actor.personId;
