import { signIn } from '#local/aws/cognito/code-flow.ts';
import { clientId, redirectPaths } from '#local/aws/cognito/provider.ts';
import type { TestHost } from '#test/support/host.ts';
import { cookieOf, formTokenIn } from '#test/support/staff-session.ts';
import type { Signer, Target } from './objects.ts';
import { accounts, persons, type Person, type Place } from './persons.ts';
import type { Row } from './rows.ts';

/** What a person carries: somebody who signs in both a token and a session, so that each door finds its own. */
export interface Credentials {
  readonly token?: string;
  readonly cookie?: string;
  readonly formToken?: string;
}

async function credentialsOf({ endpoints, ...host }: TestHost, person: Person): Promise<Credentials> {
  const account = accounts[person];
  if (account === undefined) return {};
  const token = await signIn({
    issuer: endpoints.issuer,
    clientId,
    redirectUri: endpoints.site + redirectPaths.token,
    account,
  });
  const cookie = await cookieOf({ endpoints, ...host }, account);
  const formToken = formTokenIn(await (await fetch(`${endpoints.site}/office`, { headers: { cookie } })).text());
  if (formToken === undefined) throw new Error(`No form of ${account} carries a proof`);
  return { token, cookie, formToken };
}

export async function credentialsOfAll(host: TestHost): Promise<ReadonlyMap<Person, Credentials>> {
  const all = new Map<Person, Credentials>();
  for (const person of persons) all.set(person, await credentialsOf(host, person));
  return all;
}

const madeUp = 'A'.repeat(32);

/**
 * The link with which a person comes for an object: their own where it is theirs; else one they made of it, the object's id
 * under the signature that they hold.
 * @param own the objects of each place: the investor is at home here, the other one elsewhere
 * @param ownLink their own link whatever the object, which something else names
 */
export function linkFor(
  sign: Signer,
  person: Person,
  target: Target,
  own: Readonly<Record<Place, Target>>,
  { link = 'track', ownLink }: { readonly link: Row['link'] | undefined; readonly ownLink: boolean },
): string {
  const investors: Partial<Record<Person, Place>> = { investor: 'here', 'another investor': 'elsewhere' };
  const parties: Partial<Record<Person, string>> = { party: 'power', 'party of another assignment': 'gas' };
  const home = investors[person];
  const ofInvestor = (of: Target): string =>
    sign(
      link === 'draft'
        ? { kind: link, draftId: of.draftId }
        : { kind: link === 'party' ? 'track' : link, projectId: of.projectId, version: 0 },
    );
  const ofParty = ({ zoneId, projectId, assignment }: Target, line: string): string =>
    link === 'party'
      ? sign({ kind: link, zoneId, partyId: `${zoneId}-${line}` })
      : sign({ kind: 'assignment', projectId, assignmentId: assignment('technical-condition', line), version: 0 });
  const forged = (its: string, mine: string): string => [...its.split('.').slice(0, 2), mine.split('.')[2]].join('.');
  if (home !== undefined)
    return ownLink || target.place === home
      ? ofInvestor(ownLink ? own[home] : target)
      : forged(ofInvestor(target), ofInvestor(own[home]));
  const line = parties[person];
  if (line === undefined) return forged(ofInvestor(target), `t.x.${madeUp}`);
  const theirs = line === 'power' && target.place === 'here';
  if (ownLink || theirs) return ofParty(ownLink ? own.here : target, line);
  return forged(ofParty(target, 'power'), ofParty(own.here, line));
}
