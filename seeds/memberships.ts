import type { Person } from '#core/reference/reference.ts';
import { linkItems, personItems } from '#functions/adapters/table/person-items.ts';
import { demoPeople, type DemoPerson } from '#seeds/people.ts';
import type { Headquarters, HeadquartersEvent } from '#core/headquarters/headquarters.ts';
import { keys } from '#functions/adapters/table/keys.ts';
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

/** The headquarters of which the Aqtöbe source tells (docs/domain.md), and one in the other country; by the people who sign in here. */
const demoHeadquarters: readonly Headquarters[] = [
  {
    headquartersId: 'aqtobe',
    members: [
      ...['headquarters', 'leadership', 'head', 'officer'].map((account) => ({
        kind: 'staff' as const,
        personId: `demo-${account}`,
      })),
      { kind: 'party', partyId: 'aqtobe-power' },
      { kind: 'party', partyId: 'aqtobe-gas' },
    ],
    secretary: 'demo-officer',
    weekday: 3,
    time: '10:00',
    begunOn: '2025-12-12',
    version: 1,
  },
  {
    headquartersId: 'kokand',
    members: [
      { kind: 'staff', personId: 'demo-head-kokand' },
      { kind: 'party', partyId: 'kokand-gas' },
    ],
    secretary: 'demo-officer-kokand',
    weekday: 1,
    time: '09:00',
    begunOn: '2025-12-12',
    version: 1,
  },
];

function headquartersItems(headquarters: Headquarters): readonly Item[] {
  const { secretary: by, begunOn, version } = headquarters;
  const event: HeadquartersEvent = { sequence: version, at: Date.parse(`${begunOn}T04:00:00Z`), by, what: 'begun' };
  return [
    { ...keys.headquarters(headquarters), headquarters, version },
    { ...keys.headquartersEvent(headquarters, version), event },
  ];
}

/** Demo people with their roles, and the headquarters they sit in. */
export const demoMemberships = (): readonly Item[] => [
  ...demoPeople
    .filter(({ memberships }) => memberships.length > 0)
    .flatMap((person) => [...personItems(personOf(person)), ...linkItems(person.id, person.id)]),
  ...demoHeadquarters.flatMap(headquartersItems),
];
