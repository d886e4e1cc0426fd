import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { GetCommand, TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Moratoria } from '#core/moratoria/moratorium-ports.ts';
import { Moratorium } from '#core/moratoria/moratorium.ts';
import { outboxItem, type Item } from './items.ts';
import { keys, padded } from './keys.ts';

/** @param forget what a zone's setting was read as: it is another one now */
export const moratoriumStore = (
  client: DynamoDBDocumentClient,
  TableName: string,
  forget: (zoneId: string) => void,
): Moratoria => ({
  find: async (moratoriumId) => {
    const { Item: item } = await client.send(
      new GetCommand({ TableName, Key: keys.moratorium(moratoriumId), ConsistentRead: true }),
    );
    return item && Moratorium.parse(item);
  },
  write: async (moratorium, zoneIds, rows) => {
    const { moratoriumId, version } = moratorium;
    const own = keys.moratorium(moratoriumId);
    const items: Item[] = [
      { PK: own.PK, SK: `CHANGE#${padded(version, 6)}`, ...moratorium },
      ...zoneIds.map((zoneId) => ({ ...keys.moratoriumIn(zoneId, moratoriumId), ...moratorium })),
      ...rows.map(outboxItem),
    ];
    const isNew = version === 1;
    try {
      await client.send(
        new TransactWriteCommand({
          TransactItems: [
            {
              Put: {
                TableName,
                Item: { ...own, ...moratorium },
                ConditionExpression: isNew ? 'attribute_not_exists(PK)' : 'version = :seen',
                ...(!isNew && { ExpressionAttributeValues: { ':seen': version - 1 } }),
              },
            },
            ...items.map((Item) => ({ Put: { TableName, Item } })),
          ],
        }),
      );
    } catch (error) {
      if (error instanceof TransactionCanceledException) return 'conflict';
      throw error;
    }
    zoneIds.forEach(forget);
    return 'written';
  },
});
