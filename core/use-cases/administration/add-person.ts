import { Membership, type Person, type Scope, type StaffRole, type Zone } from '../../contracts/reference.ts';
import type { Language } from '../../contracts/common.ts';
import { membershipName } from '../../domain/membership.ts';
import { fail, ok, type Issue, type Result } from '../../domain/result.ts';
import { isLasting, rolesOfScope } from '../../domain/rules/administration.ts';
import type { Edit } from '../../ports/administration.ts';
import { changesOf, entryOf, placeFor, type AdminPorts, type Asking } from './admin-ports.ts';
import { othersFor } from './last-administrator.ts';
import { viewPerson } from './people.ts';

/** Roles of one person (ours): all of them can be ended, and told of in the trail, in one transaction. */
export const mostRoles = 30;

/** A role at a place, from day to day. */
export interface GivenRole {
  readonly place: Scope;
  readonly role: StaffRole;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

const issueOf = ({ place, role, from, until }: GivenRole): Issue | undefined => {
  if (!rolesOfScope[place.scope].includes(role)) return { path: 'role', code: 'invalid_value' };
  return from !== undefined && until !== undefined && until < from ? { path: 'until', code: 'not-after-beginning' } : undefined;
};

const membershipOf = (personId: string, { place, role, from, until }: GivenRole): Membership =>
  ({ personId, ...place, role, ...(from !== undefined && { from }), ...(until !== undefined && { until }) });

const sameRole = (one: Membership, other: Membership): boolean => JSON.stringify(Membership.parse(one)) === JSON.stringify(Membership.parse(other));

/** Gives somebody one more role, or other days to one they have; what is so already stays as it is. */
async function give(ports: AdminPorts, asking: Asking & GivenRole, person: Person, zones: readonly Zone[], isNew = false): Promise<Result<Person>> {
  const { place, role, from, until } = asking;
  const given = { place, role, from, until };
  const membership = membershipOf(person.personId, given);
  const name = membershipName(membership);
  const earlier = person.memberships.find((one) => membershipName(one) === name);
  if (earlier && sameRole({ ...earlier, absence: undefined }, membership)) return ok(person);
  if (!earlier && person.memberships.length >= mostRoles) return fail({ kind: 'not-allowed', action: 'give-role', because: 'too-many-roles' });
  const others = earlier && !isLasting(membership) ? await othersFor(ports, [earlier], zones) : ok([]);
  if (!others.ok) return others;
  const kept = person.memberships.filter((one) => membershipName(one) !== name);
  const after = { ...person, version: person.version + 1, memberships: [...kept, { ...membership, ...(earlier?.absence && { absence: earlier.absence }) }] };
  const facts = ({ from, until }: Partial<GivenRole>) => ({ from, until });
  const changes = [{ field: 'role', after: given.role }, ...changesOf(earlier ? facts(earlier) : {}, facts(given))];
  const about = { about: person.personId };
  const entries = [
    ...(isNew ? [entryOf(ports, asking, given.place, { what: 'person-added', ...about })] : []),
    entryOf(ports, asking, given.place, { what: 'role-given', ...about, changes }),
  ];
  const written = await ports.administration.write([{ edit: 'person', before: isNew ? undefined : person, after }, ...others.value.map((one): Edit => ({ edit: 'stays', membership: one }))], entries);
  return written === 'written' ? ok(after) : fail({ kind: 'conflict', version: person.version, state: 'changed' });
}

interface AddPerson extends Asking, GivenRole {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

async function addOnce(ports: AdminPorts, command: AddPerson, zones: readonly Zone[]): Promise<Result<Person>> {
  const { name, email, language } = command;
  const knownId = await ports.administration.personIdOf(ports.ids.hash(email));
  const known = knownId === undefined ? undefined : await ports.administration.person(knownId);
  if (known) return give(ports, command, known, zones);
  return give(ports, command, { personId: ports.ids.personId(), name, email, language, version: 0, signedIn: false, memberships: [] }, zones, true);
}

/**
 * Adds somebody to a place by their address. Whoever is known under it already keeps their name and language and gets the
 * role. The first sign-in with that address, verified by the issuer, is theirs. Fails as `placeFor`, and with `invalid`.
 */
export async function addPerson(ports: AdminPorts, command: AddPerson): Promise<Result<Person>> {
  const allowed = await placeFor(ports, command.actor, command.place);
  if (!allowed.ok) return allowed;
  const issue = issueOf(command);
  if (issue) return fail({ kind: 'invalid', issues: [issue] });
  const added = await addOnce(ports, command, allowed.value);
  // The same form sent twice in one moment: by now the person is there.
  return added.ok || added.failure.kind !== 'conflict' ? added : addOnce(ports, command, allowed.value);
}

/** Gives a role to somebody the reader sees. Fails as `placeFor` and `viewPerson`, and with `invalid`. */
export async function giveRole(ports: AdminPorts, command: Asking & GivenRole & { readonly personId: string }): Promise<Result<Person>> {
  const [allowed, seen] = await Promise.all([placeFor(ports, command.actor, command.place), viewPerson(ports, command)]);
  if (!seen.ok) return seen;
  if (!allowed.ok) return allowed;
  const issue = issueOf(command);
  return issue ? fail({ kind: 'invalid', issues: [issue] }) : give(ports, command, seen.value.person, allowed.value);
}
