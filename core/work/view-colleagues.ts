import type { StaffRole } from '../reference/reference.ts';
import { rolesAt } from '../kernel/actor.ts';
import type { Ports } from '../kernel/ports.ts';

/** Somebody of the staff, as far as it is known who they are. The log names people by id alone. */
export interface Colleague {
  readonly personId: string;
  /** Absent for who was put in by hand, and for who was erased. */
  readonly name?: string | undefined;
  /** What they are in the zone now; absent for who is there no longer. */
  readonly role?: StaffRole | undefined;
}

/** Those who act in a zone, the highest first. */
const acting = ['head', 'officer', 'headquarters'] as const;

/**
 * Who some people of the log are; two queries, and one batch read for those who have left. Only for pages that have shown their reader a
 * project of the zone.
 */
export async function colleaguesOf(
  { reference }: Pick<Ports, 'reference'>,
  zoneId: string,
  personIds: readonly string[],
): Promise<readonly Colleague[]> {
  const wanted = [...new Set(personIds)];
  const context = wanted.length > 0 ? await reference.setting(zoneId) : undefined;
  if (context === undefined) return [];
  const staff = new Map((await reference.staff(context.zone)).map((one) => [one.personId, one]));
  const unnamed = wanted.filter((personId) => staff.get(personId)?.name === undefined);
  const names = unnamed.length > 0 ? await reference.names(unnamed) : new Map<string, string>();
  return wanted.map((personId) => {
    const roles = rolesAt(staff.get(personId)?.memberships ?? [], context.zone);
    return {
      personId,
      name: staff.get(personId)?.name ?? names.get(personId),
      role: acting.find((one) => roles.includes(one)),
    };
  });
}
