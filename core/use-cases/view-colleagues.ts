import type { StaffRole } from '../contracts/reference.ts';
import { rolesAt } from '../domain/actor.ts';
import type { Ports } from '../ports/index.ts';

/** Somebody who works in a zone's office: by role and id, as the log names them. */
export interface Colleague {
  readonly personId: string;
  readonly role: StaffRole;
}

/** Who works in the office of a zone; two queries. Only for pages that have shown their reader a project of the zone. */
export async function colleaguesOf({ reference }: Pick<Ports, 'reference'>, zoneId: string): Promise<readonly Colleague[]> {
  const setting = await reference.setting(zoneId);
  if (setting === undefined) return [];
  return (await reference.staff(setting.zone)).flatMap(({ personId, memberships }) => {
    const roles = rolesAt(memberships, setting.zone);
    const role = (['head', 'officer'] as const).find((one) => roles.includes(one));
    return role ? [{ personId, role }] : [];
  });
}
