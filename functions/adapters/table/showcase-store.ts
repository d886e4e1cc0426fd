import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Item, ListedItem, type Showcase } from '#core/showcase/showcase.ts';
import { keys, statePrefix } from './keys.ts';
import { queryAll } from './query-all.ts';

/** An item with all that was said of it is one partition; lists read narrow rows of a zone. */
export function showcaseStore(client: DynamoDBDocumentClient, TableName: string): Showcase {
  return {
    list: async (zoneId) => {
      const items = await queryAll(client, {
        TableName,
        KeyConditionExpression: 'PK = :pk',
        ExpressionAttributeValues: { ':pk': keys.showcaseListed(zoneId, '').PK },
      });
      return items.map((item) => ListedItem.parse(item['listed']));
    },
    load: async (itemId) => {
      const items = await queryAll(client, {
        TableName,
        ConsistentRead: true,
        KeyConditionExpression: 'PK = :pk AND begins_with(SK, :states)',
        ExpressionAttributeValues: { ':pk': keys.showcaseItem(itemId).PK, ':states': statePrefix },
      });
      return items[0] && { item: Item.parse(items[0]['item']) };
    },
    commit: async ({ after: { item }, event }) => {
      const { itemId, zoneId, version } = item;
      try {
        await client.send(
          new TransactWriteCommand({
            TransactItems: [
              {
                Put: {
                  TableName,
                  Item: { ...keys.showcaseItem(itemId), item, version },
                  ...(version === 1
                    ? { ConditionExpression: 'attribute_not_exists(PK)' }
                    : { ConditionExpression: 'version = :seen', ExpressionAttributeValues: { ':seen': version - 1 } }),
                },
              },
              { Put: { TableName, Item: { ...keys.showcaseListed(zoneId, itemId), listed: { item } } } },
              { Put: { TableName, Item: { ...keys.showcaseEvent(itemId, version), event } } },
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
