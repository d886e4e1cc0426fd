import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { GetCommand, QueryCommand, TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { ZoneObstacles } from '#core/obstacles/zone-obstacle-ports.ts';
import { reported, ZoneObstacle } from '#core/obstacles/zone-obstacle.ts';
import { keys } from './keys.ts';

const mostListed = 100;

/** @param forget what a zone's setting was read as: it is another one now */
export const zoneObstacleStore = (
  client: DynamoDBDocumentClient,
  TableName: string,
  forget: (zoneId: string) => void,
): ZoneObstacles => ({
  all: async (zoneId) => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'PK = :pk',
        ExpressionAttributeValues: { ':pk': keys.zoneObstacle(zoneId, 'z0').PK },
        ScanIndexForward: false,
        ConsistentRead: true,
        Limit: mostListed,
      }),
    );
    return Items.map((item) => ZoneObstacle.parse(item));
  },
  find: async (zoneId, obstacleId) => {
    const { Item } = await client.send(
      new GetCommand({ TableName, Key: keys.zoneObstacle(zoneId, obstacleId), ConsistentRead: true }),
    );
    return Item && ZoneObstacle.parse(Item);
  },
  write: async (one) => {
    const { zoneId, version, obstacle } = one;
    const { obstacleId, state } = obstacle;
    const read = keys.zoneObstacleIn(zoneId, obstacleId);
    try {
      await client.send(
        new TransactWriteCommand({
          TransactItems: [
            {
              Put: {
                TableName,
                Item: { ...keys.zoneObstacle(zoneId, obstacleId), ...one },
                ConditionExpression: version === 1 ? 'attribute_not_exists(PK)' : 'version = :seen',
                ...(version > 1 && { ExpressionAttributeValues: { ':seen': version - 1 } }),
              },
            },
            { Put: { TableName, Item: { ...keys.zoneObstacleChange(zoneId, obstacleId, version), ...one } } },
            state === 'open'
              ? { Put: { TableName, Item: { ...read, ...reported(one) } } }
              : { Delete: { TableName, Key: read } },
          ],
        }),
      );
    } catch (error) {
      if (error instanceof TransactionCanceledException) return 'conflict';
      throw error;
    }
    forget(zoneId);
    return 'written';
  },
});
