import type { AdminPorts } from '#core/people/admin-ports.ts';
import type { PersonView } from '#core/people/people.ts';
import { namesIn, type PeopleNames } from '#pages/admin/names.ts';

export async function colleagues(
  { administration }: AdminPorts,
  { own }: Pick<PersonView, 'own'>,
): Promise<PeopleNames> {
  const staff = await Promise.all(own.map(({ scope, scopeId }) => administration.staffOf({ scope, scopeId })));
  return namesIn(staff.flat());
}
