import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { isOwnPersonId } from '../ids.ts';
import type { Item } from './items.ts';
import { keys } from './keys.ts';
import { queryAll } from './query-all.ts';

const Link = z.object({ personId: z.string() });
const Subject = z.object({ subject: z.string() });
const Profile = z.object({ signedIn: z.boolean() });
const SignedOut = z.object({ at: z.int() });

/** Consistent: whoever lost a role or a way in has lost it at the next request. */
const all = (client: DynamoDBDocumentClient, TableName: string, PK: string): Promise<readonly Item[]> =>
  queryAll(client, {
    TableName,
    ConsistentRead: true,
    KeyConditionExpression: 'PK = :pk',
    ExpressionAttributeValues: { ':pk': PK },
  });

export const ofPerson = (client: DynamoDBDocumentClient, table: string, personId: string): Promise<readonly Item[]> =>
  all(client, table, keys.person(personId).PK);

const itemOf = (items: readonly Item[], wanted: string): Item | undefined => items.find(({ SK }) => SK === wanted);

export interface Identity {
  readonly person?: { readonly personId: string; readonly items: readonly Item[] };
  /** Found as the release before wrote it, and still so. */
  readonly isEarlier: boolean;
  /** Epoch ms: what they opened before is closed. */
  readonly signedOutAt?: number;
}

const hasSignedIn = (items: readonly Item[]): boolean => {
  const profile = itemOf(items, 'PERSON');
  return profile === undefined || Profile.parse(profile).signedIn;
};

/** Whom the release before knew by a subject, until their address or subject is another. No id of ours is one. */
async function earlier(client: DynamoDBDocumentClient, table: string, subject: string): Promise<Identity['person']> {
  const items = await ofPerson(client, table, subject);
  const link = itemOf(items, 'LINK');
  const personId = link ? Link.parse(link).personId : subject;
  const found = link ? await ofPerson(client, table, personId) : items;
  if (!link && (isOwnPersonId(subject) || found.length === 0)) return undefined;
  return itemOf(found, 'SUBJECT') === undefined && hasSignedIn(found) ? { personId, items: found } : undefined;
}

export async function identityOf(client: DynamoDBDocumentClient, table: string, subject: string): Promise<Identity> {
  const own = await all(client, table, keys.link(subject).PK);
  const [link, out] = [itemOf(own, 'LINK'), itemOf(own, 'SIGNED-OUT')];
  const signedOut = out ? { signedOutAt: SignedOut.parse(out).at } : {};
  if (link === undefined) {
    const person = await earlier(client, table, subject);
    return { ...signedOut, isEarlier: true, ...(person && { person }) };
  }
  const { personId } = Link.parse(link);
  const items = await ofPerson(client, table, personId);
  const named = itemOf(items, 'SUBJECT');
  const isTheirs = named !== undefined && Subject.parse(named).subject === subject;
  return { ...signedOut, isEarlier: false, ...(isTheirs && { person: { personId, items } }) };
}

/** The subject by whom a person signs in; undefined when nobody has, or only in the release before. */
export const subjectIn = (item: Item | undefined): string | undefined =>
  item === undefined ? undefined : Subject.parse(item).subject;
