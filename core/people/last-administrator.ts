import type { Membership, Zone } from '../reference/reference.ts';
import { membershipName } from './membership.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { isLasting } from './administered.ts';
import type { Edit } from './administration-ports.ts';
import type { AdminPorts } from './admin-ports.ts';

/** Another administrator on whom a place can rely when this one has gone; undefined when there is none. */
async function reliesOn(
  { administration }: AdminPorts,
  { scope, scopeId, personId }: Membership,
  zones: readonly Zone[],
): Promise<Membership | undefined> {
  const regionId = zones.find(({ zoneId }) => zoneId === scopeId)?.regionId;
  const places = [
    { scope, scopeId },
    ...(scope === 'zone' && regionId !== undefined ? [{ scope: 'region' as const, scopeId: regionId }] : []),
  ];
  const staff = await Promise.all(places.map((place) => administration.staffOf(place)));
  return staff
    .flat()
    .flatMap(({ memberships }) => memberships)
    .find((one) => isLasting(one) && one.personId !== personId);
}

/** Administrators that must still be there when it is written. Fails with `not-allowed` (`last-administrator`). */
export async function othersFor(
  ports: AdminPorts,
  ending: readonly Membership[],
  zones: readonly Zone[],
): Promise<Result<readonly Membership[]>> {
  const others = new Map<string, Membership>();
  for (const membership of ending.filter(isLasting)) {
    const other = await reliesOn(ports, membership, zones);
    if (other === undefined) return fail({ kind: 'not-allowed', action: 'end-role', because: 'last-administrator' });
    others.set(`${other.personId} ${membershipName(other)}`, other);
  }
  return ok([...others.values()]);
}

/** That those stay, beside what is written; who is written there anyway is held by their version. */
export const staysBeside = (persons: readonly Edit[], others: readonly Membership[]): readonly Edit[] =>
  others
    .filter(({ personId }) => !persons.some((one) => one.edit === 'person' && one.after.personId === personId))
    .map((membership): Edit => ({ edit: 'stays', membership }));
