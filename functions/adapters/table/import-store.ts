import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  GetCommand,
  PutCommand,
  TransactWriteCommand,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { Import, ImportRow, Serials, type Imports } from '#core/imports/import.ts';
import { serialUpdate } from './commit.ts';
import { keys } from './keys.ts';

/** Of real time, as all that is forgotten. */
const keptSeconds = 14 * 86_400;
const expiry = (): { readonly expiresAt: number } => ({ expiresAt: Math.floor(Date.now() / 1000) + keptSeconds });

export const importStore = (client: DynamoDBDocumentClient, TableName: string): Imports => ({
  find: async (importId) => {
    const { Item } = await client.send(
      new GetCommand({ TableName, Key: keys.imported(importId), ConsistentRead: true }),
    );
    return Item && Import.parse(Item['import']);
  },
  begin: async (one, parts) => {
    const ahead = parts.entries();
    const worker = async (): Promise<void> => {
      for (const [part, rows] of ahead)
        await client.send(
          new PutCommand({ TableName, Item: { ...keys.importPart(one.importId, part), rows, ...expiry() } }),
        );
    };
    await Promise.all(Array.from({ length: 8 }, worker));
    const { state, next } = one;
    await client.send(
      new PutCommand({ TableName, Item: { ...keys.imported(one.importId), import: one, state, next, ...expiry() } }),
    );
  },
  part: async (importId, part) => {
    const { Item } = await client.send(
      new GetCommand({ TableName, Key: keys.importPart(importId, part), ConsistentRead: true }),
    );
    return {
      rows: Item ? z.array(ImportRow).parse(Item['rows']) : [],
      serials: z.optional(Serials).parse(Item?.['serials']),
    };
  },
  reserve: async ({ importId, part }, serials, blocks) => {
    const transaction = new TransactWriteCommand({
      TransactItems: [
        {
          Update: {
            TableName,
            Key: keys.importPart(importId, part),
            UpdateExpression: 'SET serials = :serials',
            ConditionExpression: 'attribute_exists(PK) AND attribute_not_exists(serials)',
            ExpressionAttributeValues: { ':serials': serials },
          },
        },
        ...blocks.map(({ last, upTo, ...of }) => ({ Update: serialUpdate(TableName, of, { last, upTo }) })),
      ],
    });
    try {
      await client.send(transaction);
      return true;
    } catch (error) {
      if (error instanceof TransactionCanceledException) return false;
      throw error;
    }
  },
  go: async (one, seen) => {
    const { state, next } = one;
    try {
      await client.send(
        new PutCommand({
          TableName,
          Item: { ...keys.imported(one.importId), import: one, state, next, ...expiry() },
          ConditionExpression: '#state = :state AND #next = :next',
          ExpressionAttributeNames: { '#state': 'state', '#next': 'next' },
          ExpressionAttributeValues: { ':state': seen.state, ':next': seen.next },
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  },
  forget: async (importId, part) => {
    await client.send(new DeleteCommand({ TableName, Key: keys.importPart(importId, part) }));
  },
});
