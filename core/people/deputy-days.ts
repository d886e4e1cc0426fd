import type { Membership, Person } from '../reference/reference.ts';
import type { AuditEntry } from './audit.ts';
import { common, isRoleOf } from './membership.ts';
import type { Edit } from './administration-ports.ts';
import { entryOf, type AdminPorts, type Asking } from './admin-ports.ts';
import { partedFrom } from './end-roles.ts';

interface DeputyDays {
  readonly absence: Membership['absence'];
  readonly edits: readonly Edit[];
  readonly entries: readonly AuditEntry[];
}

const shortened = (deputy: Person, role: Membership, days: Pick<Membership, 'from' | 'until'>): Person => ({
  ...deputy,
  version: deputy.version + 1,
  memberships: deputy.memberships.map((one) => (isRoleOf(one, role) ? { ...one, ...days } : one)),
});

/** They stand in only while the holder has the role. @param earlier the role as it was, @param role as it will be */
export async function deputyDays(
  ports: AdminPorts,
  asking: Asking,
  earlier: Membership | undefined,
  role: Membership,
): Promise<DeputyDays> {
  const { absence } = earlier ?? {};
  if (earlier === undefined || absence === undefined) return { absence: undefined, edits: [], entries: [] };
  const about = { about: role.personId };
  const days = common(absence, role);
  if (days === undefined) {
    const entry = entryOf(ports, asking, role, {
      what: 'deputy-ended',
      ...about,
      changes: [{ field: 'role', after: role.role }],
    });
    return { absence: undefined, edits: await partedFrom(ports, [earlier]), entries: [entry] };
  }
  const { from = absence.from, until = absence.until } = days;
  if (from === absence.from && until === absence.until) return { absence, edits: [], entries: [] };
  const deputy = await ports.administration.person(absence.deputyId);
  const changes = [
    { field: 'role', after: role.role },
    { field: 'deputy', after: absence.deputyId },
    { field: 'from', after: from },
    { field: 'until', after: until },
  ];
  return {
    absence: { ...absence, from, until },
    edits: deputy ? [{ edit: 'person', before: deputy, after: shortened(deputy, role, { from, until }) }] : [],
    entries: [entryOf(ports, asking, role, { what: 'deputy-set', ...about, changes })],
  };
}
