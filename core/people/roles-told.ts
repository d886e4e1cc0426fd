import type { OutboxRow, RolesTold } from '../notices/outbox.ts';
import type { Membership, Person } from '../reference/reference.ts';
import { isHeld, membershipName } from './membership.ts';

const toldRole = ({ scope, scopeId, role, from, until, insteadOf }: Membership): RolesTold['given'][number] => ({
  scope,
  scopeId,
  role,
  ...(from !== undefined && { from }),
  ...(until !== undefined && { until }),
  ...(insteadOf !== undefined && { insteadOf }),
});

const isThere = (
  memberships: readonly Membership[],
  role: Membership,
  isSame: (other: Membership) => boolean = () => true,
): boolean => memberships.some((one) => membershipName(one) === membershipName(role) && isSame(one));

/** What somebody is told of a change of their roles; undefined when nothing has changed that they have or had. */
export function rolesTold(
  before: Person | undefined,
  after: Person,
  { by, now, asked }: { readonly by: string; readonly now: number; readonly asked: boolean },
): RolesTold | undefined {
  const earlier = before?.memberships ?? [];
  const given = after.memberships.filter(
    (role) => !isThere(earlier, role, ({ from, until }) => from === role.from && until === role.until),
  );
  const ended = earlier.filter((role) => !isThere(after.memberships, role));
  if (given.length + ended.length === 0) return undefined;
  const held = given.length > 0 && given.every((role) => isThere(earlier, role, (before) => isHeld(before, role, now)));
  return {
    personId: after.personId,
    by,
    given: given.map(toldRole),
    ended: ended.map(toldRole),
    ...(held && { held: true }),
    ...(asked && { asked }),
  };
}

/** The row of that email, in a partition of the person's own; the same change is the same row. */
export const rolesRow = (told: RolesTold, { version }: Person, now: number): OutboxRow => ({
  laneId: `roles-${told.personId}`,
  rowId: String(version).padStart(6, '0'),
  errand: { kind: 'roles', told },
  state: 'waiting',
  attempts: 0,
  createdAt: now,
  nextAttemptAt: now,
});
