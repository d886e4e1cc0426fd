import type { TestHost } from '#test/support/host.ts';
import { addressOf, personIn, send, type Answered } from './ask.ts';
import { signerOf, type Target } from './objects.ts';
import { ok, patterns } from './patterns.ts';
import { persons, type Person, type Place } from './persons.ts';
import type { Row } from './rows.ts';
import { credentialsOfAll, linkFor, type Credentials } from './visitors.ts';

export interface Visited extends Answered {
  /** The answer without what differs by the object and by chance. */
  readonly plain: string;
}

/** How a visit differs from the row. */
export interface Visit {
  /** The objects of each place, to make links of; the visited one everywhere unless told. */
  readonly own?: Readonly<Partial<Record<Place, Target>>>;
  /** Instead of the person's own proof; undefined for none. */
  readonly proof?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Everybody at one host, with what they carry. */
export interface Fixtures {
  readonly credentials: ReadonlyMap<Person, Credentials>;
  readonly link: (row: Row, person: Person, target: Target, own?: Visit['own']) => string;
  readonly visit: (row: Row, person: Person, target: Target, visit?: Visit) => Promise<Visited>;
}

/** Whether a row serves a person at a place, with whatever success it states. */
export const isServed = (row: Row, person: Person, place: Place): boolean =>
  patterns[row.who](401)[person][place] === ok;

/** Somebody whom a row serves here: what they send is looked at, not turned away at the door. */
export const served = (row: Row): Person =>
  persons.toReversed().find((person) => isServed(row, person, 'here')) ?? 'head';

/** A link beside an object that something else names stays the person's own. */
const namesBeside = ({ route, ownLink }: Row): boolean =>
  ownLink ?? (route.includes('{link}') && route.includes('{assignmentId}'));

export async function gatherFixtures(host: TestHost): Promise<Fixtures> {
  const sign = signerOf(host);
  // Of each zone one, on a line that none of its projects needs.
  for (const [zoneId, as] of [
    ['aqtobe', 'head'],
    ['kokand', 'head-kokand'],
  ] as const)
    await host.asStaff(as, `/api/zones/${zoneId}/obstacles`, {
      about: { kind: 'line', line: 'rail' },
      words: 'For the test.',
    });
  const credentials = await credentialsOfAll(host);
  const link: Fixtures['link'] = (row, person, target, own = {}) => {
    const at = { here: target, elsewhere: target, nowhere: target, ...own, [target.place]: target };
    return linkFor(sign, person, target, at, { link: row.link, ownLink: namesBeside(row) });
  };
  return {
    credentials,
    link,
    visit: async (row, person, target, { own, headers, ...forged } = {}) => {
      const who = credentials.get(person) ?? {};
      const its = link(row, person, target, own);
      const proof = 'proof' in forged ? forged.proof : who.formToken;
      const answer = await send(host, row, {
        target,
        link: its,
        who,
        proof: row.unproven ? undefined : proof,
        ...(headers && { headers }),
      });
      const ids = [addressOf(row, target, its), its, target.projectId, personIn(target), target.zoneId, target.draftId];
      const region = row.query?.(target)['region'];
      if (region !== undefined) ids.unshift(region);
      const text = ids.reduce(
        (all, id) => all.replaceAll(id, '…').replaceAll(encodeURIComponent(id), '…'),
        `${String(answer.status)} ${answer.location ?? ''} ${answer.text}`,
      );
      // The number under which an answer is found in the log.
      return { ...answer, plain: text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…') };
    },
  };
}
