import { TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { milestoneKey, TimetableMilestone, type Timetables } from '#core/timetable/timetable.ts';
import { keys } from './keys.ts';
import { queryAll } from './query-all.ts';

export const timetableStore = (client: DynamoDBDocumentClient, TableName: string): Timetables => ({
  of: async (zoneId) => {
    const items = await queryAll(client, {
      TableName,
      KeyConditionExpression: 'PK = :pk',
      ExpressionAttributeValues: { ':pk': keys.timetable(zoneId, '').PK },
    });
    return items.map((item) => TimetableMilestone.parse(item));
  },
  write: async (milestones) => {
    if (milestones.length === 0) return;
    await client.send(
      new TransactWriteCommand({
        TransactItems: milestones.map((one) => ({
          Put: { TableName, Item: { ...keys.timetable(one.zoneId, milestoneKey(one)), ...one } },
        })),
      }),
    );
  },
});
