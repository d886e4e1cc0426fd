import { GetCommand, QueryCommand, TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { keys } from './keys.ts';
import { emailHash } from './person-items.ts';

const Awaited = z.object({ personId: z.string(), awaited: z.optional(z.boolean()) });

/** First sign-ins: somebody whom an administrator added by their address. */
export interface FirstSignIns {
  /** A subject with an address that the issuer has verified becomes the person who is awaited under it: once, and never one we know already. */
  readonly link: (subject: string, email: string) => Promise<void>;
}

export const firstSignIns = (client: DynamoDBDocumentClient, TableName: string): FirstSignIns => ({
  link: async (subject, email) => {
    const { PK } = keys.link(subject);
    const { Count } = await client.send(new QueryCommand({ TableName, Limit: 1, ConsistentRead: true, KeyConditionExpression: 'PK = :pk', ExpressionAttributeValues: { ':pk': PK } }));
    if (Count !== 0) return;
    const Key = keys.email(emailHash(email));
    const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    const awaited = Item && Awaited.parse(Item);
    if (!awaited?.awaited) return;
    const { personId } = awaited;
    try {
      await client.send(new TransactWriteCommand({
        TransactItems: [
          { Update: { TableName, Key, UpdateExpression: 'REMOVE awaited', ConditionExpression: 'attribute_exists(awaited) AND personId = :person', ExpressionAttributeValues: { ':person': personId } } },
          { Put: { TableName, Item: { ...keys.link(subject), personId }, ConditionExpression: 'attribute_not_exists(PK)' } },
          // Part of what an administrator sees, so a form made before it is made anew.
          { Update: { TableName, Key: keys.person(personId), UpdateExpression: 'SET signedIn = :yes ADD #version :one', ConditionExpression: 'attribute_exists(PK)', ExpressionAttributeNames: { '#version': 'version' }, ExpressionAttributeValues: { ':yes': true, ':one': 1 } } },
        ],
      }));
    } catch (error) {
      // Another tab was faster.
      if (!(error instanceof TransactionCanceledException)) throw error;
    }
  },
});
