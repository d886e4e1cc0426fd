import type { Membership, Person } from '../reference/reference.ts';
import { membershipName } from './membership.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { Edit } from './administration-ports.ts';
import { entryOf, tellingOf, type AdminPorts, type Asking } from './admin-ports.ts';
import { othersFor, staysBeside } from './last-administrator.ts';
import { viewPerson } from './people.ts';

export interface EndRoles extends Asking {
  readonly personId: string;
  /** Name of one role (`membershipName`); without it all that the reader administers: the person is deactivated. */
  readonly membership?: string | undefined;
  readonly confirmOwn: boolean;
}

/** The other side of a role that ends: its stand-in's own entry goes, or its holder is no longer away. */
function parted(other: Person, { scope, scopeId, role, personId, insteadOf }: Membership): Person {
  const pausedDays = membershipName({
    scope,
    scopeId,
    role,
    insteadOf: insteadOf === undefined ? personId : undefined,
  });
  const memberships = other.memberships.flatMap((one): Membership[] => {
    if (membershipName(one) !== pausedDays) return [one];
    return insteadOf === undefined ? [] : [{ ...one, absence: undefined }];
  });
  return { ...other, memberships };
}

/** Everybody else whom the end of these roles concerns, as they are afterwards. */
export async function partedFrom(
  { administration }: AdminPorts,
  ending: readonly Membership[],
): Promise<readonly Edit[]> {
  const others = new Map<string, { readonly before: Person; readonly after: Person }>();
  for (const membership of ending) {
    const otherId = membership.insteadOf ?? membership.absence?.deputyId;
    if (otherId === undefined) continue;
    const before = others.get(otherId)?.before ?? (await administration.person(otherId));
    if (before)
      others.set(otherId, {
        before,
        after: parted(others.get(otherId)?.after ?? { ...before, version: before.version + 1 }, membership),
      });
  }
  return [...others.values()].map((change): Edit => ({ edit: 'person', ...change }));
}

/** Fails with `not-found`, `conflict`, `not-allowed` (`last-administrator`; `own-role`: one's own, unconfirmed). */
export async function endRoles(ports: AdminPorts, command: EndRoles): Promise<Result<Person>> {
  const { actor, personId, membership } = command;
  const seen = await viewPerson(ports, command);
  if (!seen.ok) return seen;
  const { person, own, zones } = seen.value;
  const ending = own.filter((one) => membership === undefined || membershipName(one) === membership);
  if (ending.length === 0) return ok(person);
  if (actor.kind === 'staff' && actor.personId === personId && !command.confirmOwn)
    return fail({ kind: 'not-allowed', action: 'end-role', because: 'own-role' });
  const others = await othersFor(ports, ending, zones);
  if (!others.ok) return others;
  const names = new Set(ending.map(membershipName));
  const after = {
    ...person,
    version: person.version + 1,
    memberships: person.memberships.filter((one) => !names.has(membershipName(one))),
  };
  const persons: readonly Edit[] = [{ edit: 'person', before: person, after }, ...(await partedFrom(ports, ending))];
  const entries = ending.map((one) =>
    entryOf(ports, command, one, {
      what: 'role-ended',
      about: personId,
      changes: [{ field: 'role', before: one.role }],
    }),
  );
  const written = await ports.administration.write(
    [...persons, ...staysBeside(persons, others.value), ...tellingOf(command, persons)],
    entries,
  );
  return written === 'written' ? ok(after) : fail({ kind: 'conflict', version: person.version, state: 'changed' });
}
