import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  GetCommand,
  PutCommand,
  TransactWriteCommand,
  type DynamoDBDocumentClient,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { Language } from '#core/kernel/common.ts';
import { identityOf, type Identity } from './identity.ts';
import { keys } from './keys.ts';
import { emailHash, linkItems } from './person-items.ts';

const Awaited = z.object({ personId: z.string(), awaited: z.optional(z.boolean()) });
const Profile = z.object({ version: z.int() });

export interface FirstSignIns {
  /** A subject with an address that the issuer has verified becomes the person who is awaited under it: once, and never one we know already. */
  readonly link: (subject: string, email: string) => Promise<void>;
  readonly carryOver: (subject: string) => Promise<void>;
  /** In which language they are written to, and read pages unless they choose another; undefined: nobody we know. */
  readonly languageOf: (subject: string) => Promise<Language | undefined>;
  /** Closes all that a subject has opened until now (epoch ms). */
  readonly signOut: (subject: string, at: number) => Promise<void>;
}

type Writes = NonNullable<TransactWriteCommandInput['TransactItems']>;

/** Somebody else, or another tab, was faster: then there is nothing left to do. */
async function attempt(client: DynamoDBDocumentClient, TransactItems: Writes): Promise<void> {
  try {
    await client.send(new TransactWriteCommand({ TransactItems }));
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
  }
}

/** Both sides of a link. What an earlier person of the subject left behind opens nothing, and is written over. */
const linked = (TableName: string, personId: string, subject: string): Writes => {
  const [link, named] = linkItems(personId, subject);
  return [
    { Put: { TableName, Item: link } },
    { Put: { TableName, Item: named, ConditionExpression: 'attribute_not_exists(PK)' } },
  ];
};

async function linkAwaited(
  client: DynamoDBDocumentClient,
  TableName: string,
  subject: string,
  email: string,
): Promise<void> {
  const Key = keys.email(emailHash(email));
  const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
  const awaited = Item && Awaited.parse(Item);
  if (!awaited?.awaited) return;
  const { personId } = awaited;
  await attempt(client, [
    {
      Update: {
        TableName,
        Key,
        UpdateExpression: 'REMOVE awaited',
        ConditionExpression: 'attribute_exists(awaited) AND personId = :person',
        ExpressionAttributeValues: { ':person': personId },
      },
    },
    ...linked(TableName, personId, subject),
    // Part of what an administrator sees, so a form made before it is made anew.
    {
      Update: {
        TableName,
        Key: keys.person(personId),
        UpdateExpression: 'SET signedIn = :yes ADD #version :one',
        ConditionExpression: 'attribute_exists(PK)',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':yes': true, ':one': 1 },
      },
    },
  ]);
}

/** Only somebody with a profile: its version holds off a change of the address in the same moment. */
async function carryOver(
  client: DynamoDBDocumentClient,
  TableName: string,
  subject: string,
  { person, isEarlier }: Identity,
): Promise<void> {
  const profile = person?.items.find(({ SK }) => SK === 'PERSON');
  if (!isEarlier || !person || !profile) return;
  const { version } = Profile.parse(profile);
  await attempt(client, [
    ...linked(TableName, person.personId, subject),
    {
      Update: {
        TableName,
        Key: keys.person(person.personId),
        UpdateExpression: 'SET signedIn = :yes',
        ConditionExpression: '#version = :seen',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':yes': true, ':seen': version },
      },
    },
  ]);
}

export const firstSignIns = (client: DynamoDBDocumentClient, TableName: string): FirstSignIns => ({
  link: async (subject, email) => {
    const { person } = await identityOf(client, TableName, subject);
    if (person === undefined) await linkAwaited(client, TableName, subject, email);
  },
  carryOver: async (subject) => carryOver(client, TableName, subject, await identityOf(client, TableName, subject)),
  languageOf: async (subject) => {
    const { person } = await identityOf(client, TableName, subject);
    const profile = person?.items.find(({ SK }) => SK === 'PERSON');
    return profile && Language.parse(profile['language']);
  },
  signOut: async (subject, at) => {
    await client.send(new PutCommand({ TableName, Item: { ...keys.signedOut(subject), at } }));
  },
});
