import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { GetCommand, TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Guest, Promised, type Forums } from '#core/forums/forum-record.ts';
import { Meeting, type MeetingChange } from '#core/forums/meetings.ts';
import { Plan } from '#core/forums/plan.ts';
import { outboxItem } from './items.ts';
import { keys, type Key } from './keys.ts';
import { queryAll } from './query-all.ts';

/** Guests and promises of a zone's forums lie in one partition: those of a forum, and promises of all, are one query. */
export function forumStore(client: DynamoDBDocumentClient, TableName: string): Forums {
  const under = ({ PK, SK }: Key) =>
    queryAll(client, {
      TableName,
      ConsistentRead: true,
      KeyConditionExpression: 'PK = :pk AND begins_with(SK, :under)',
      ExpressionAttributeValues: { ':pk': PK, ':under': SK },
    });
  const put = (key: Key, one: Guest | Promised | Meeting | Plan) => ({
    Put: {
      TableName,
      Item: { ...key, ...one },
      ...(one.version === 1
        ? { ConditionExpression: 'attribute_not_exists(PK)' }
        : { ConditionExpression: 'version = :seen', ExpressionAttributeValues: { ':seen': one.version - 1 } }),
    },
  });
  /** With what it holds: nobody else has the table at that time, nor the guest. */
  const meetingItems = (zoneId: string, forumId: string, { meeting, take, free }: MeetingChange) => [
    put(keys.meetingOf(zoneId, forumId, meeting.meetingId), meeting),
    ...take.map((name) => ({
      Put: {
        TableName,
        Item: { ...keys.forumSlot(zoneId, forumId, name), meetingId: meeting.meetingId },
        ConditionExpression: 'attribute_not_exists(PK)',
      },
    })),
    ...free.map((name) => ({ Delete: { TableName, Key: keys.forumSlot(zoneId, forumId, name) } })),
  ];
  return {
    guests: async (zoneId, forumId) => (await under(keys.guest(zoneId, forumId, ''))).map((item) => Guest.parse(item)),
    guest: async (zoneId, forumId, guestId) => {
      const Key = keys.guest(zoneId, forumId, guestId);
      const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return Item && Guest.parse(Item);
    },
    promises: async (zoneId, forumId) => {
      const { PK, SK } = keys.promise(zoneId, forumId ?? '', '');
      const items = await under({ PK, SK: forumId === undefined ? SK.slice(0, -1) : SK });
      return items.map((item) => Promised.parse(item));
    },
    plan: async (zoneId, forumId) => {
      const Key = keys.forumPlan(zoneId, forumId);
      const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return Item && Plan.parse(Item);
    },
    meetings: async (zoneId, forumId) =>
      (await under(keys.meetingOf(zoneId, forumId, ''))).map((item) => Meeting.parse(item)),
    commit: async ({ zoneId, forumId, guests, promises, meeting, plan, event, rows = [] }) => {
      try {
        await client.send(
          new TransactWriteCommand({
            TransactItems: [
              ...guests.map((one) => put(keys.guest(zoneId, forumId, one.guestId), one)),
              ...promises.map((one) => put(keys.promise(zoneId, forumId, one.promiseId), one)),
              ...(plan ? [put(keys.forumPlan(zoneId, forumId), plan)] : []),
              ...(meeting ? meetingItems(zoneId, forumId, meeting) : []),
              ...rows.map((row) => ({ Put: { TableName, Item: outboxItem(row) } })),
              { Put: { TableName, Item: { ...keys.forumEvent(zoneId, forumId, event.at, event.about), event } } },
            ],
          }),
        );
        return 'committed';
      } catch (error) {
        if (error instanceof TransactionCanceledException) {
          const codes = error.CancellationReasons?.map(({ Code }) => Code) ?? [];
          if (codes.includes('ConditionalCheckFailed') || codes.includes('TransactionConflict')) return 'conflict';
        }
        throw error;
      }
    },
  };
}
