import type { Party, PartyPerson } from './reference.ts';

type Addressed = Pick<Party, 'email' | 'colleagues' | 'people'>;

/** Where its emails go: its own address first. */
export const addressesOf = ({ email, colleagues = [] }: Pick<Party, 'email' | 'colleagues'>): readonly string[] => [
  email,
  ...colleagues,
];

export const personBehind = ({ people = [] }: Addressed, address: string): PartyPerson | undefined =>
  people.find(({ email }) => email.toLowerCase() === address.toLowerCase());

/** One a line: address, name and telephone. */
export const peopleText = (people: readonly PartyPerson[] = []): string =>
  people.map(({ email, name, phone }) => [email, name, ...(phone === undefined ? [] : [phone])].join('; ')).join('\n');

/** What was typed as `peopleText` writes it, checked by nothing yet. */
export const peopleIn = (typed: string): readonly Partial<PartyPerson>[] =>
  typed
    .split('\n')
    .map((one) => one.split(/[;\t]/).map((part) => part.trim()))
    .filter(([email = '', name = '']) => email !== '' || name !== '')
    .map(([email = '', name = '', phone = '']) => ({ email, name, ...(phone !== '' && { phone }) }));
