import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { DueDates } from '#core/kernel/ports.ts';
import { reminderPartition } from './items.ts';
import { fromToken, pageOf, startKey } from './paging.ts';

const PartitionKey = z.object({ PK: z.string() });

export function dueStore(client: DynamoDBDocumentClient, table: string): DueDates {
  const between = async (value: string, from: string, until: string, after: string | undefined) =>
    pageOf(
      await fromToken(after, () =>
        client.send(
          new QueryCommand({
            TableName: table,
            IndexName: 'byDue',
            KeyConditionExpression: 'duePk = :pk AND dueSk BETWEEN :from AND :until',
            // '$' follows '#': everything of that day is before it.
            ExpressionAttributeValues: { ':pk': value, ':from': from, ':until': `${until}$` },
            ...startKey(after, { name: 'duePk', value }),
          }),
        ),
      ),
      (item) => PartitionKey.parse(item).PK.replace('PROJECT#', ''),
    );
  return {
    // '0' is before every date.
    projects: (zoneId, until, after) => between(`DUE#${zoneId}`, '0', until, after),
    reminders: (zoneId, { from, until }, after) => between(reminderPartition(zoneId), from, until, after),
  };
}
