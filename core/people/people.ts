import type { Language } from '../kernel/common.ts';
import type { Membership, Person, Scope, StaffPerson, Zone } from '../reference/reference.ts';
import type { Actor } from '../kernel/actor.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { administers } from './administered.ts';
import { inOrderOf } from '../texts/in-order.ts';
import { placeFor, refusal, type AdminPorts, type Asking } from './admin-ports.ts';

/** Names of people are in the order of where they work, whoever reads them. */
const languageAt = ({ scope, scopeId }: Scope, zones: readonly Zone[]): Language =>
  zones.find(({ zoneId, regionId }) => (scope === 'zone' ? zoneId : regionId) === scopeId)?.language ?? 'en';

/** The people of a place by name, in the alphabet of its language; `text`: a part of a name or an address. Fails as `placeFor`. */
export async function listPeople(
  ports: AdminPorts,
  { actor, place, text = '' }: Asking & { readonly place: Scope; readonly text?: string | undefined },
): Promise<Result<readonly StaffPerson[]>> {
  const allowed = await placeFor(ports, actor, place);
  if (!allowed.ok) return allowed;
  const wanted = text.trim().toLowerCase();
  const nameOf = ({ name, email }: StaffPerson): string => name ?? email;
  const found = (await ports.administration.staffOf(place)).filter((person) =>
    `${nameOf(person)} ${person.email}`.toLowerCase().includes(wanted),
  );
  const inOrder = inOrderOf(languageAt(place, allowed.value));
  return ok(found.toSorted((a, b) => inOrder(nameOf(a), nameOf(b))));
}

/** A person as an administrator may see them: roles elsewhere are counted, not told. */
export interface PersonView {
  readonly person: Person;
  readonly own: Person['memberships'];
  readonly elsewhere: number;
  readonly zones: readonly Zone[];
}

/** One person with a role at a place of the reader's, or one they see otherwise. Fails with `forbidden` for their colleagues; for everybody else they do not exist (`not-found`). */
export async function viewPerson(
  { administration }: AdminPorts,
  { actor, personId }: Asking & { readonly personId: string },
  sees: (actor: Actor, membership: Membership, zones: readonly Zone[]) => boolean = administers,
): Promise<Result<PersonView>> {
  const [zones, person] = await Promise.all([administration.zones(), administration.person(personId)]);
  if (person === undefined) return fail({ kind: 'not-found' });
  const own = person.memberships.filter((one) => sees(actor, one, zones));
  if (own.length === 0)
    return fail(
      person.memberships.map((one) => refusal(actor, one, zones)).find(({ kind }) => kind === 'forbidden') ?? {
        kind: 'not-found',
      },
    );
  return ok({ person, own, elsewhere: person.memberships.length - own.length, zones });
}

export async function ownRoles({ administration }: AdminPorts, actor: Actor, person: Person): Promise<Person> {
  const zones = await administration.zones();
  return { ...person, memberships: person.memberships.filter((one) => administers(actor, one, zones)) };
}
