import { Membership, type Person, type Scope, type StaffRole, type Zone } from '../reference/reference.ts';
import type { Language } from '../kernel/common.ts';
import { membershipName, staffDay } from './membership.ts';
import { fail, ok, type Failure, type Issue, type Result } from '../kernel/result.ts';
import { administers, isBothRanks, isLasting, isOneself, rolesOfScope } from './administered.ts';
import { changesOf, entryOf, placeFor, tellingOf, type AdminPorts, type Asking } from './admin-ports.ts';
import { deputyDays } from './deputy-days.ts';
import { othersFor, staysBeside } from './last-administrator.ts';
import type { AccessRequest } from './access-request.ts';
import type { Edit } from './administration-ports.ts';
import { viewPerson } from './people.ts';

/** Roles of one person (ours): all of them can be ended, and told of in the trail, in one transaction. */
export const mostRoles = 30;

export interface GivenRole {
  readonly place: Scope;
  readonly role: StaffRole;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

export const issueOf = ({ place, role, from, until }: GivenRole): Issue | undefined => {
  if (!rolesOfScope[place.scope].includes(role)) return { path: 'role', code: 'invalid_value' };
  return from !== undefined && until !== undefined && until < from
    ? { path: 'until', code: 'not-after-beginning' }
    : undefined;
};

const membershipOf = (personId: string, { place, role, from, until }: GivenRole): Membership => ({
  personId,
  ...place,
  role,
  ...(from !== undefined && { from }),
  ...(until !== undefined && { until }),
});

const isSameRole = (one: Membership, other: Membership): boolean =>
  JSON.stringify(Membership.parse({ ...one, absence: undefined, givenAt: undefined })) ===
  JSON.stringify(Membership.parse(other));

const earlierOf = ({ memberships }: Person, membership: Membership): Membership | undefined =>
  memberships.find((one) => membershipName(one) === membershipName(membership));

interface Giving extends Asking, GivenRole {
  /** The person has just been thought of: nobody has written them yet. */
  readonly isNew?: boolean;
  /** They asked for it themselves; `isLinked`: their account is known to be theirs. */
  readonly asked?: { readonly request: AccessRequest; readonly isLinked: boolean };
}

/** With a role that was asked for: the request is done with, and the account that asked is the person's. */
const askedEdits = ({ asked }: Giving, personId: string): readonly Edit[] =>
  asked === undefined
    ? []
    : [
        { edit: 'asked', request: asked.request },
        ...(asked.isLinked ? [] : [{ edit: 'link' as const, personId, subject: asked.request.subject }]),
      ];

function refusedFor(
  { actor, now }: Giving,
  person: Person,
  membership: Membership,
  zones: readonly Zone[],
): Failure | undefined {
  const because = isOneself(actor, person.personId)
    ? 'to-oneself'
    : isBothRanks(person.memberships, membership, zones, staffDay(now))
      ? 'both-ranks'
      : !earlierOf(person, membership) && person.memberships.length >= mostRoles
        ? 'too-many-roles'
        : undefined;
  return because === undefined ? undefined : { kind: 'not-allowed', action: 'give-role', because };
}

/** Gives somebody one more role, or other days to one they have; what is so already stays as it is. */
export async function give(
  ports: AdminPorts,
  asking: Giving,
  person: Person,
  zones: readonly Zone[],
): Promise<Result<Person>> {
  const { place, role, from, until, isNew = false, asked } = asking;
  const given = { from, until };
  const membership = membershipOf(person.personId, asking);
  const earlier = earlierOf(person, membership);
  if (earlier && isSameRole(earlier, membership) && asked === undefined) return ok(person);
  const refused = refusedFor(asking, person, membership, zones);
  if (refused) return fail(refused);
  const others = earlier && !isLasting(membership) ? await othersFor(ports, [earlier], zones) : ok([]);
  if (!others.ok) return others;
  const deputy = await deputyDays(ports, asking, earlier, membership);
  const kept = person.memberships.filter((one) => one !== earlier);
  const after = {
    ...person,
    version: person.version + 1,
    memberships: [...kept, { ...membership, ...(deputy.absence && { absence: deputy.absence }) }],
  };
  const changes = [
    { field: 'role', after: role },
    ...changesOf(earlier ? { from: earlier.from, until: earlier.until } : {}, given),
  ];
  const about = { about: person.personId };
  const entries = [
    ...(isNew ? [entryOf(ports, asking, place, { what: 'person-added', ...about })] : []),
    entryOf(ports, asking, place, { what: 'role-given', ...about, changes }),
    ...deputy.entries,
  ];
  const persons = [
    {
      edit: 'person' as const,
      before: isNew ? undefined : person,
      after,
      ...(asked && { since: asked.request.sessionSince }),
    },
    ...deputy.edits,
  ];
  const written = await ports.administration.write(
    [
      ...persons,
      ...staysBeside(persons, others.value),
      ...askedEdits(asking, person.personId),
      ...tellingOf(asking, persons),
    ],
    entries,
  );
  return written === 'written' ? ok(after) : fail({ kind: 'conflict', version: person.version, state: 'changed' });
}

interface AddPerson extends Asking, GivenRole {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  /** The person who is known under the address, as they were seen: it is them who are meant. */
  readonly known?: { readonly personId: string; readonly version: number } | undefined;
}

/** Who is meant is asked before somebody known gets a role by an address: it may have been claimed for another. */
function askedFor({ actor, known }: AddPerson, found: Person, zones: readonly Zone[]): Failure | undefined {
  const { language: _, ...person } = found;
  if (known?.personId === person.personId && known.version === person.version) return undefined;
  const memberships = person.memberships.filter((one) => administers(actor, one, zones));
  return {
    kind: 'known-person',
    known: { ...person, memberships, elsewhere: person.memberships.length - memberships.length },
  };
}

async function addOnce(ports: AdminPorts, command: AddPerson, zones: readonly Zone[]): Promise<Result<Person>> {
  const { name, email, language } = command;
  const foundId = await ports.administration.personIdOf(ports.ids.hash(email));
  const found = foundId === undefined ? undefined : await ports.administration.person(foundId);
  if (found) {
    const membership = membershipOf(found.personId, command);
    const earlier = earlierOf(found, membership);
    const asked = earlier && isSameRole(earlier, membership) ? undefined : askedFor(command, found, zones);
    return asked ? fail(asked) : give(ports, command, found, zones);
  }
  // Whoever was meant has another address by now.
  if (command.known) return fail({ kind: 'conflict', version: command.known.version, state: 'changed' });
  return give(
    ports,
    { ...command, isNew: true },
    { personId: ports.ids.personId(), name, email, language, version: 0, signedIn: false, memberships: [] },
    zones,
  );
}

/** The first verified sign-in with it is theirs. Fails as `placeFor` and `giveRole`, `known-person`, `invalid`. */
export async function addPerson(ports: AdminPorts, command: AddPerson): Promise<Result<Person>> {
  const allowed = await placeFor(ports, command.actor, command.place);
  if (!allowed.ok) return allowed;
  const issue = issueOf(command);
  if (issue) return fail({ kind: 'invalid', issues: [issue] });
  const added = await addOnce(ports, command, allowed.value);
  // The same form sent twice in one moment: by now the person is there.
  return added.ok || added.failure.kind !== 'conflict' ? added : addOnce(ports, command, allowed.value);
}

/**
 * Fails as `placeFor` and `viewPerson`, with `conflict` (the address is another's now), `invalid`, `not-allowed`:
 * one's own role (`to-oneself`), head and headquarters in one hand (`both-ranks`), last administrator, too many roles.
 */
export async function giveRole(
  ports: AdminPorts,
  command: Asking & GivenRole & { readonly personId: string; readonly version: number },
): Promise<Result<Person>> {
  const [allowed, seen] = await Promise.all([
    placeFor(ports, command.actor, command.place),
    viewPerson(ports, command),
  ]);
  if (!seen.ok) return seen;
  if (!allowed.ok) return allowed;
  const issue = issueOf(command);
  if (issue) return fail({ kind: 'invalid', issues: [issue] });
  const { person } = seen.value;
  const membership = membershipOf(person.personId, command);
  const earlier = earlierOf(person, membership);
  if (earlier && isSameRole(earlier, membership)) return ok(person);
  if (person.version !== command.version) return fail({ kind: 'conflict', version: person.version, state: 'changed' });
  return give(ports, command, person, allowed.value);
}
