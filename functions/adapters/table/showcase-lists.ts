import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ListedItem, type Showcase } from '#core/showcase/showcase.ts';
import { keys } from './keys.ts';
import { queryAll } from './query-all.ts';

/** Rows of the showcase alone: for those who only look. */
export const showcaseLists = (client: DynamoDBDocumentClient, TableName: string): Pick<Showcase, 'list'> => ({
  list: async (zoneId) => {
    const items = await queryAll(client, {
      TableName,
      KeyConditionExpression: 'PK = :pk',
      ExpressionAttributeValues: { ':pk': keys.showcaseListed(zoneId, '').PK },
    });
    return items.map((item) => ListedItem.parse(item['listed']));
  },
});
