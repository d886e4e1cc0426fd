import type { Person } from '#core/reference/reference.ts';
import { linkItems, personItems } from '#functions/adapters/table/person-items.ts';
import { demoPeople, type DemoPerson } from '#seeds/people.ts';
import type { Item } from './reference-items.ts';

const personOf = ({ id, account, email, language, memberships }: DemoPerson): Person => ({
  personId: id,
  name: account,
  email,
  language,
  version: 1,
  signedIn: true,
  memberships: memberships.map((membership) => ({
    personId: id,
    role: membership.role,
    ...('zone' in membership
      ? { scope: 'zone', scopeId: membership.zone }
      : { scope: 'region', scopeId: membership.region }),
  })),
});

export const demoMemberships = (): readonly Item[] =>
  demoPeople
    .filter(({ memberships }) => memberships.length > 0)
    .flatMap((person) => [...personItems(personOf(person)), ...linkItems(person.id, person.id)]);
