import type { Membership, StaffPerson, StaffRole } from '../reference/reference.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { holdsOn, isAwayOn } from '../people/membership.ts';
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

/** The role in which somebody answers for a zone's office on a day; those who decide above it have none there. */
export const worksIn = ({ memberships }: StaffPerson, zoneId: string, day: LocalDate): Membership | undefined =>
  memberships.find(
    (one) =>
      one.scope === 'zone' &&
      one.scopeId === zoneId &&
      (one.role === 'officer' || one.role === 'head') &&
      holdsOn(one, day),
  );

/** Colleagues who can be given work in a zone on a day: officers and heads of its office who are not away. */
export const givable = (staff: readonly StaffPerson[], zoneId: string, day: LocalDate): readonly StaffPerson[] =>
  staff.filter((one) => {
    const role = worksIn(one, zoneId, day);
    return role !== undefined && !isAwayOn(role, day);
  });

/** Who looks after an office as a whole. */
export const deskRoles: readonly StaffRole[] = ['head', 'headquarters', 'administrator'];
