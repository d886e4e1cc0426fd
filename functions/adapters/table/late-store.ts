import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { projectOfAssignment } from '#core/stages/assignment-id.ts';
import type { LateAssignments, LateEntry, RefusedEntry } from '#core/figures/late-ports.ts';
import type { Page, PageRequest } from '#core/kernel/ports.ts';
import { latePartition, refusedPartition } from './items.ts';
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

/** Sort keys of a partition of the index of what is late. */
async function overdue(
  client: DynamoDBDocumentClient,
  TableName: string,
  value: string,
  { limit, after }: PageRequest,
): Promise<Page<string>> {
  return pageOf(
    await fromToken(after, () =>
      client.send(
        new QueryCommand({
          TableName,
          IndexName: 'byOverdue',
          Limit: limit,
          KeyConditionExpression: 'overduePk = :pk',
          ExpressionAttributeValues: { ':pk': value },
          ...startKey(after, { name: 'overduePk', value }),
        }),
      ),
    ),
    (item) => LateKey.parse(item).overdueSk,
  );
}

/** From the keys of indexes alone: an entry is some 250 bytes, so 200 cost at most 7 read units, 16 half a unit. */
export const lateStore = (client: DynamoDBDocumentClient, table: string): LateAssignments => ({
  before: (zoneId, day, most) => query(client, table, zoneId, 'dueSk < :day', { ':day': day }, most),
  on: (zoneId, day, most) => query(client, table, zoneId, 'begins_with(dueSk, :day)', { ':day': `${day}#` }, most),
  through: async (zoneId, holder, page) => {
    const found = await overdue(client, table, latePartition(zoneId, holder), page);
    return { ...found, entries: found.entries.flatMap(entryOf) };
  },
  refused: async (zoneId, stage, what, page) => {
    const found = await overdue(client, table, refusedPartition(zoneId, stage, what), page);
    const entries = found.entries.flatMap((sortKey): RefusedEntry[] => {
      const [at, assignmentId = ''] = sortKey.split('#');
      const projectId = projectOfAssignment(assignmentId);
      return projectId === undefined ? [] : [{ projectId, assignmentId, at: Number(at) }];
    });
    return { ...found, entries };
  },
});
