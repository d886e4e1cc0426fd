import { createHash } from 'node:crypto';
import type { Membership, Person } from '#core/reference/reference.ts';
import type { Item } from './items.ts';
import { keys } from './keys.ts';

/** An address is found by its hash, so that a key tells nothing. */
export const emailHash = (email: string): string => createHash('sha256').update(email.toLowerCase()).digest('hex');

/** A role lies with the person (what may they do?) and with the place (who is there?), where lists and digests need the address. */
export const roleItems = ({ name, email, language }: Person, membership: Membership): readonly [Item, Item] => [
  { ...keys.membership(membership), ...membership },
  { ...keys.staff(membership), ...membership, name, email, language },
];

export const profileItem = ({ memberships: _, ...profile }: Person): Item => ({
  ...keys.person(profile.personId),
  ...profile,
});

/** `awaited`: the first sign-in with this address, verified, is this person. */
export const emailItem = ({ personId, email, signedIn }: Person): Item => ({
  ...keys.email(emailHash(email)),
  personId,
  ...(!signedIn && { awaited: true }),
});

/** The subject of the issuer who is a person, found from either side; it opens something only while both sides say the same. */
export const linkItems = (personId: string, subject: string): readonly [Item, Item] => [
  { ...keys.link(subject), personId },
  { ...keys.subject(personId), subject },
];

export const personItems = (person: Person): readonly Item[] => [
  profileItem(person),
  emailItem(person),
  ...person.memberships.flatMap((membership) => roleItems(person, membership)),
];
