import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { DueDates } from '#core/ports/index.ts';
import { pageOf, startKey } from './paging.ts';

const PartitionKey = z.object({ PK: z.string() });

/** The index of due dates: keys only, so a page is many entries for little. */
export const dueStore = (client: DynamoDBDocumentClient, table: string): DueDates => ({
  projects: async (zoneId, until, after) => pageOf(
    await client.send(new QueryCommand({
      TableName: table,
      IndexName: 'byDue',
      KeyConditionExpression: 'duePk = :pk AND dueSk < :until',
      // '$' follows '#': everything of that day is before it.
      ExpressionAttributeValues: { ':pk': `DUE#${zoneId}`, ':until': `${until}$` },
      ...startKey(after, { name: 'duePk', value: `DUE#${zoneId}` }),
    })),
    (item) => PartitionKey.parse(item).PK.replace('PROJECT#', ''),
  ),
});
