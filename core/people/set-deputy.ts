import type { Actor } from '../kernel/actor.ts';
import type { Membership, Person, StaffPerson, Zone } from '../reference/reference.ts';
import { holdsOn, membershipName, staffDay } from './membership.ts';
import { fail, ok, type Failure, type Issue, type Result } from '../kernel/result.ts';
import { administers, isBothRanks, isOneself, isSamePlace, leads } from './administered.ts';
import type { Edit } from './administration-ports.ts';
import { entryOf, tellingOf, type AdminPorts, type Asking } from './admin-ports.ts';
import { partedFrom } from './end-roles.ts';
import { viewPerson, type PersonView } from './people.ts';

export interface SetDeputy extends Asking {
  readonly personId: string;
  /** Name of the role (`membershipName`). */
  readonly membership: string;
  /** Who stands in, from day to day; without it nobody does any longer. */
  readonly deputy?: { readonly deputyId: string; readonly from: string; readonly until: string } | undefined;
}

/** Whose absences somebody says: an administrator everybody's, the head of an office its officers'. */
const saysAbsence = (actor: Actor, membership: Membership, zones: readonly Zone[]): boolean =>
  administers(actor, membership, zones) || leads(actor, membership, membership.role, zones);

/** A person with the roles whose absences the reader says. Fails as `viewPerson`. */
export const viewAbsences = (
  ports: AdminPorts,
  command: Asking & { readonly personId: string },
): Promise<Result<PersonView>> => viewPerson(ports, command, saysAbsence);

/** Nobody stands in for a role on a day on which its holder does not have it. */
function issueOf({ now, personId, deputy }: SetDeputy, role: Membership): Issue | undefined {
  if (deputy === undefined) return undefined;
  if (deputy.deputyId === personId) return { path: 'deputyId', code: 'invalid_value' };
  if (deputy.until < deputy.from) return { path: 'until', code: 'not-after-beginning' };
  if (role.from !== undefined && deputy.from < role.from) return { path: 'from', code: 'before-role' };
  if (role.until !== undefined && deputy.until > role.until) return { path: 'until', code: 'after-role' };
  return deputy.until < staffDay(now) ? { path: 'until', code: 'not-in-future' } : undefined;
}

const isSame = (absence: Membership['absence'], deputy: SetDeputy['deputy']): boolean =>
  absence?.deputyId === deputy?.deputyId && absence?.from === deputy?.from && absence?.until === deputy?.until;

const withRole = (person: Person, membership: Membership): Person => ({
  ...person,
  memberships: [...person.memberships.filter((one) => membershipName(one) !== membershipName(membership)), membership],
});

/** Who may not stand in here: somebody the reader does not see or who is not of the place, oneself, who would have both ranks then. */
async function refusedAs(
  ports: AdminPorts,
  { actor, now }: SetDeputy,
  role: Membership,
  { deputyId, from, until }: NonNullable<SetDeputy['deputy']>,
): Promise<Failure | undefined> {
  const seen = await viewAbsences(ports, { actor, now, personId: deputyId });
  if (!seen.ok || !seen.value.person.memberships.some((one) => one.insteadOf === undefined && isSamePlace(one, role)))
    return { kind: 'invalid', issues: [{ path: 'deputyId', code: 'invalid_value' }] };
  const because = isOneself(actor, deputyId)
    ? 'to-oneself'
    : isBothRanks(
          seen.value.person.memberships,
          { ...role, personId: deputyId, from, until },
          seen.value.zones,
          staffDay(now),
        )
      ? 'both-ranks'
      : undefined;
  return because === undefined ? undefined : { kind: 'not-allowed', action: 'set-deputy', because };
}

/** All who change: the holder is away, the old deputy goes, the new one gets a role of their own. */
async function editsOf(
  ports: AdminPorts,
  person: Person,
  role: Membership,
  { deputyId, from, until }: NonNullable<SetDeputy['deputy']>,
): Promise<readonly Edit[] | undefined> {
  const earlier = await partedFrom(ports, [role]);
  const freed = earlier.find(
    (one): one is Extract<Edit, { edit: 'person' }> => one.edit === 'person' && one.after.personId === deputyId,
  );
  const deputy = freed?.before ?? (await ports.administration.person(deputyId));
  if (deputy === undefined) return undefined;
  const { scope, scopeId } = role;
  const base = freed?.after ?? { ...deputy, version: deputy.version + 1 };
  const pausedDays = withRole(base, {
    personId: deputyId,
    scope,
    scopeId,
    role: role.role,
    from,
    until,
    insteadOf: person.personId,
  });
  const away = withRole({ ...person, version: person.version + 1 }, { ...role, absence: { from, until, deputyId } });
  return [
    { edit: 'person', before: person, after: away },
    ...earlier.filter((one) => one !== freed),
    { edit: 'person', before: deputy, after: pausedDays },
  ];
}

/**
 * A deputy of the same place whom the reader sees, within the role's days. Fails with `not-found`, `invalid`,
 * `conflict`, `not-allowed` (`stands-in`: the role is itself held for another; `to-oneself`; `both-ranks`).
 */
export async function setDeputy(ports: AdminPorts, command: SetDeputy): Promise<Result<Person>> {
  const { personId, deputy } = command;
  const seen = await viewAbsences(ports, command);
  if (!seen.ok) return seen;
  const { person, own } = seen.value;
  const role = own.find((one) => membershipName(one) === command.membership);
  if (role === undefined) return fail({ kind: 'not-found' });
  if (role.insteadOf !== undefined) return fail({ kind: 'not-allowed', action: 'set-deputy', because: 'stands-in' });
  if (isSame(role.absence, deputy)) return ok(person);
  const issue = issueOf(command, role);
  const refused = issue
    ? { kind: 'invalid' as const, issues: [issue] }
    : deputy && (await refusedAs(ports, command, role, deputy));
  if (refused) return fail(refused);
  const ended: readonly Edit[] = [
    {
      edit: 'person',
      before: person,
      after: withRole({ ...person, version: person.version + 1 }, { ...role, absence: undefined }),
    },
  ];
  const edits = deputy ? await editsOf(ports, person, role, deputy) : [...ended, ...(await partedFrom(ports, [role]))];
  if (edits === undefined) return fail({ kind: 'not-found' });
  const changes = [
    { field: 'role', after: role.role },
    ...(deputy
      ? [
          { field: 'deputy', after: deputy.deputyId },
          { field: 'from', after: deputy.from },
          { field: 'until', after: deputy.until },
        ]
      : []),
  ];
  const entry = entryOf(ports, command, role, {
    what: deputy ? 'deputy-set' : 'deputy-ended',
    about: personId,
    changes,
  });
  const written = await ports.administration.write([...edits, ...tellingOf(command, edits)], [entry]);
  const [first] = edits;
  return written === 'written' && first?.edit === 'person'
    ? ok(first.after)
    : fail({ kind: 'conflict', version: person.version, state: 'changed' });
}

/** Who can be named to stand in: the other people of the place who have a role of their own today, as far as the reader sees them; not the reader. */
export async function deputiesFor(
  { administration }: AdminPorts,
  { actor, now }: Asking,
  { scope, scopeId, personId }: Membership,
  zones: readonly Zone[],
): Promise<readonly StaffPerson[]> {
  const there = await administration.staffOf({ scope, scopeId });
  return there.filter(
    (one) =>
      one.personId !== personId &&
      !isOneself(actor, one.personId) &&
      one.memberships.some((role) => role.insteadOf === undefined && holdsOn(role, staffDay(now))) &&
      one.memberships.some((role) => saysAbsence(actor, role, zones)),
  );
}
