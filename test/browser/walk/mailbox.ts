import { expect } from 'vitest';
import type { Language } from '#core/kernel/common.ts';
import { wordsOf, type Words } from '#core/notices/words.ts';
import { languageTags } from '#core/texts/index.ts';
import type { Email } from '#local/aws/ses/message.ts';
import type { World } from '#test/support/host.ts';
import type { Person } from './person.ts';

/** What a subject says, in the language of the email. */
export type About = (words: Words) => readonly string[];

/** The mailboxes of everybody in a walk: an email is opened by whom it was sent to, and its link is the only way to a page. */
export interface Mailbox {
  /** Somebody of another zone, who takes no part. */
  readonly leaves: (address: string) => void;
  readonly belongs: (address: string, person: Person) => void;
  /** Opens the newest email to an address of which the subject holds these words, and goes where it leads. @param reader else whose address it is */
  readonly openFor: (address: string, about: About, reader?: Person) => Promise<void>;
  /** Everybody opens what they have not read yet. */
  readonly readTheRest: () => Promise<void>;
  readonly opened: () => number;
}

/** The page of all that a party is asked, which every email to it names below its own. */
const ofAll = (link: string): boolean => new URL(link).pathname.startsWith('/l/p.');

/** An email leads to a page that is there, in its reader's language, about the project of its subject; that is where its reader stays. */
async function follow(email: Email, person: Person): Promise<void> {
  const number = /[A-Z]{3}-\d{4}-\d{4}/.exec(email.text)?.[0];
  expect(email.links, `${email.notice ?? ''}: ${email.subject}`).not.toEqual([]);
  for (const link of email.links.toSorted((one, other) => Number(ofAll(other)) - Number(ofAll(one)))) {
    const response = await person.open(link);
    const what = `${email.notice ?? ''} to ${email.to}: ${email.subject}`;
    expect(response?.status(), what).toBe(200);
    expect(await person.page.getAttribute('html', 'lang'), what).toBe(languageTags[person.language]);
    if (number && !ofAll(link)) expect(await person.reads(), what).toContain(number);
  }
}

/** @param world whose emails these are, when everything due has been sent; what came before today's walk is nobody's */
export async function mailboxOf(world: Pick<World, 'settle' | 'mail'>): Promise<Mailbox> {
  const before = (await world.mail()).length;
  const people = new Map<string, Person>();
  const elsewhere = new Set<string>();
  const read = new Set<string>();
  const readerOf = ({ to }: Email): Person => {
    const person = people.get(to);
    if (person === undefined) throw new Error(`Nobody reads the emails to ${to}`);
    return person;
  };
  const emails = async (): Promise<readonly Email[]> => {
    await world.settle();
    return (await world.mail()).slice(before);
  };
  const open = async (email: Email, reader: Person): Promise<void> => {
    read.add(email.id);
    await follow(email, reader);
  };
  return {
    leaves: (address) => {
      elsewhere.add(address);
    },
    belongs: (address, person) => {
      people.set(address, person);
    },
    openFor: async (address, about, reader) => {
      // A subject says no name twice: what it leaves out stands in the text.
      const isMeant = (within: (email: Email) => string) => (email: Email) =>
        email.to === address &&
        about(wordsOf(email.language as Language)).every((part) =>
          within(email).toLowerCase().includes(part.toLowerCase()),
        );
      const all = await emails();
      const email =
        all.findLast(isMeant(({ subject }) => subject)) ??
        all.findLast(isMeant(({ subject, text }) => `${subject} ${text}`));
      if (email === undefined) throw new Error(`${address} has no email about: ${about(wordsOf('en')).join(', ')}`);
      await open(email, reader ?? readerOf(email));
    },
    readTheRest: async () => {
      for (const email of await emails())
        // The agenda of a meeting is of its week, and of members who need not be of the walk.
        if (!read.has(email.id) && !elsewhere.has(email.to) && email.notice !== 'pack')
          await open(email, readerOf(email));
    },
    opened: () => read.size,
  };
}
