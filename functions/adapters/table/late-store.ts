import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { projectOfAssignment } from '#core/stages/assignment-id.ts';
import type { LateAssignments, LateEntry } from '#core/figures/late-ports.ts';
import { latePartition } from './items.ts';
import { fromToken, pageOf, startKey } from './paging.ts';

const DueKey = z.object({ dueSk: z.string() });
const LateKey = z.object({ overdueSk: z.string() });

/** A suspended project's review lies in the index of due dates under the project's id: it is nobody's answer. */
function entryOf(sortKey: string): LateEntry[] {
  const assignmentId = sortKey.slice(sortKey.indexOf('#') + 1);
  const projectId = projectOfAssignment(assignmentId);
  return projectId === undefined ? [] : [{ projectId, assignmentId, due: sortKey.slice(0, 10) }];
}

async function query(
  client: DynamoDBDocumentClient,
  TableName: string,
  zoneId: string,
  condition: string,
  day: Readonly<Record<string, string>>,
  most: number,
) {
  const { Items = [], LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName,
      IndexName: 'byDue',
      Limit: most,
      KeyConditionExpression: `duePk = :pk AND ${condition}`,
      ExpressionAttributeValues: { ':pk': `DUE#${zoneId}`, ...day },
    }),
  );
  return { entries: Items.flatMap((item) => entryOf(DueKey.parse(item).dueSk)), more: LastEvaluatedKey !== undefined };
}

/** From the keys of indexes alone: an entry is some 250 bytes, so 200 cost at most 7 read units, 16 half a unit. */
export const lateStore = (client: DynamoDBDocumentClient, table: string): LateAssignments => ({
  before: (zoneId, day, most) => query(client, table, zoneId, 'dueSk < :day', { ':day': day }, most),
  on: (zoneId, day, most) => query(client, table, zoneId, 'begins_with(dueSk, :day)', { ':day': `${day}#` }, most),
  through: async (zoneId, holder, { limit, after }) => {
    const value = latePartition(zoneId, holder);
    const found = pageOf(
      await fromToken(after, () =>
        client.send(
          new QueryCommand({
            TableName: table,
            IndexName: 'byOverdue',
            Limit: limit,
            KeyConditionExpression: 'overduePk = :pk',
            ExpressionAttributeValues: { ':pk': value },
            ...startKey(after, { name: 'overduePk', value }),
          }),
        ),
      ),
      (item) => entryOf(LateKey.parse(item).overdueSk),
    );
    return { ...found, entries: found.entries.flat() };
  },
});
