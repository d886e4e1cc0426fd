import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { projectOfAssignment } from '#core/domain/assignment-id.ts';
import type { LateAssignments, LateEntry } from '#core/ports/late.ts';

const IndexKey = z.object({ dueSk: z.string() });

/** A suspended project's review lies in the same index under the project's id: it is nobody's answer. */
function entryOf(dueSk: string): LateEntry[] {
  const assignmentId = dueSk.slice(dueSk.indexOf('#') + 1);
  const projectId = projectOfAssignment(assignmentId);
  return projectId === undefined ? [] : [{ projectId, assignmentId, due: dueSk.slice(0, 10) }];
}

async function query(client: DynamoDBDocumentClient, TableName: string, zoneId: string, condition: string, day: Readonly<Record<string, string>>, most: number) {
  const { Items = [], LastEvaluatedKey } = await client.send(new QueryCommand({
    TableName,
    IndexName: 'byDue',
    Limit: most,
    KeyConditionExpression: `duePk = :pk AND ${condition}`,
    ExpressionAttributeValues: { ':pk': `DUE#${zoneId}`, ...day },
  }));
  return { entries: Items.flatMap((item) => entryOf(IndexKey.parse(item).dueSk)), more: LastEvaluatedKey !== undefined };
}

/**
 * What is late or due, from the keys of the due index alone: an entry is some 250 bytes, so 200 of them cost at most 7 read
 * units, and up to 16 half a unit.
 */
export const lateStore = (client: DynamoDBDocumentClient, table: string): LateAssignments => ({
  before: (zoneId, day, most) => query(client, table, zoneId, 'dueSk < :day', { ':day': day }, most),
  on: (zoneId, day, most) => query(client, table, zoneId, 'begins_with(dueSk, :day)', { ':day': `${day}#` }, most),
});
