import type { ActorRef } from '../project/event.ts';
import type { Membership } from '../reference/reference.ts';
import { acting, actedAs, type Place } from '../kernel/actor.ts';
import { staffDay } from './membership.ts';
import type { Ports, RoleChange } from '../kernel/ports.ts';

interface Act {
  readonly by: ActorRef;
  readonly at: number;
}

type Role = Pick<Membership, 'scope' | 'scopeId' | 'role'>;

const isSameRole = (one: Role, other: Role): boolean =>
  one.scope === other.scope && one.scopeId === other.scopeId && one.role === other.role;

/** The roles somebody had at an instant: those of today, with what was given and ended since undone. @param changes latest first */
function rolesThen(today: readonly Membership[], changes: readonly RoleChange[], at: number): readonly Role[] {
  const day = staffDay(at);
  const held = today.filter(({ from = day }) => from <= day);
  return changes
    .filter((one) => one.at > at)
    .reduce<readonly Role[]>(
      (roles, one) => (one.what === 'ended' ? [...roles, one] : roles.filter((role) => !isSameRole(role, one))),
      held,
    );
}

const isUntold = ({ by }: Act): boolean => by.kind === 'staff' && by.as === undefined;

/** For acts whose log tells no role (earlier releases), from today's roles and their trail. Else reads nothing. */
export async function tellRoles(
  { reference }: Pick<Ports, 'reference'>,
  place: Place,
  acts: readonly Act[],
): Promise<(act: Act) => ActorRef> {
  const untold = acts.filter(isUntold);
  if (untold.length === 0) return ({ by }) => by;
  const [staff, changes] = await Promise.all([
    reference.staff(place),
    reference.roleChanges(place, Math.min(...untold.map(({ at }) => at))),
  ]);
  return (act) => {
    const { by, at } = act;
    if (by.kind !== 'staff' || !isUntold(act)) return by;
    const today = staff.find(({ personId }) => personId === by.personId)?.memberships ?? [];
    const as = actedAs(
      rolesThen(
        today,
        changes.filter(({ personId }) => personId === by.personId),
        at,
      ),
      place,
      acting,
    );
    return { ...by, ...(as && { as }) };
  };
}
