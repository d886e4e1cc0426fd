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

/**
 * What is late, from the keys of the due index alone: an entry is some 250 bytes, so 200 of them cost at most 7 read units,
 * and up to 16 half a unit.
 */
export const lateStore = (client: DynamoDBDocumentClient, table: string): LateAssignments => ({
  before: async (zoneId, day, most) => {
    const { Items = [], LastEvaluatedKey } = await client.send(new QueryCommand({
      TableName: table,
      IndexName: 'byDue',
      Limit: most,
      KeyConditionExpression: 'duePk = :pk AND dueSk < :day',
      ExpressionAttributeValues: { ':pk': `DUE#${zoneId}`, ':day': day },
    }));
    return { entries: Items.flatMap((item) => entryOf(IndexKey.parse(item).dueSk)), more: LastEvaluatedKey !== undefined };
  },
});
