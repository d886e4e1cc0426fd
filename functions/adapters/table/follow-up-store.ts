import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { FollowUp, type FollowUps } from '#core/work/follow-ups.ts';
import { keys } from './keys.ts';
import { queryAll } from './query-all.ts';

/** In seconds: one that is done is looked up no more after that. */
const doneSeconds = 90 * 86_400;

export const followUpStore = (client: DynamoDBDocumentClient, TableName: string): FollowUps => ({
  open: async (zoneId) => {
    const items = await queryAll(client, {
      TableName,
      KeyConditionExpression: 'PK = :pk',
      ExpressionAttributeValues: { ':pk': keys.followUp(zoneId, '').PK },
    });
    return items.map((item) => FollowUp.parse(item)).filter(({ done }) => done === undefined);
  },
  find: async (zoneId, followUpId) => {
    const { Item } = await client.send(
      new GetCommand({ TableName, Key: keys.followUp(zoneId, followUpId), ConsistentRead: true }),
    );
    return Item && FollowUp.parse(Item);
  },
  write: async (one) => {
    const { zoneId, followUpId, version, done } = one;
    const expires = done && { expiresAt: Math.floor(done.at / 1000) + doneSeconds };
    try {
      await client.send(
        new PutCommand({
          TableName,
          Item: { ...keys.followUp(zoneId, followUpId), ...one, ...expires },
          ConditionExpression: version === 1 ? 'attribute_not_exists(PK)' : 'version = :seen',
          ...(version > 1 && { ExpressionAttributeValues: { ':seen': version - 1 } }),
        }),
      );
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return 'conflict';
      throw error;
    }
    return 'written';
  },
});
