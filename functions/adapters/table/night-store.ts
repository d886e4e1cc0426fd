import { GetCommand, PutCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Night, type Named, type Nights } from '#core/open-data/night-ports.ts';
import { wasWritten } from './conditional-write.ts';
import { keys } from './keys.ts';
import { queryAll } from './query-all.ts';

/** Projects whose company may be named. */
export const namedStore = (client: DynamoDBDocumentClient, TableName: string): Named => ({
  all: async () =>
    (
      await queryAll(client, {
        TableName,
        KeyConditionExpression: 'PK = :pk',
        ExpressionAttributeValues: { ':pk': keys.named('').PK },
      })
    ).map(({ SK }) => String(SK)),
});

export const nightStore = (client: DynamoDBDocumentClient, TableName: string): Nights => ({
  find: async (day) => {
    const { Item: item } = await client.send(new GetCommand({ TableName, Key: keys.night(day), ConsistentRead: true }));
    return item && Night.parse(item);
  },
  latest: async (most, before = '~') => {
    const { PK, SK } = keys.night(before);
    const { Items: items = [] } = await client.send(
      new QueryCommand({
        TableName,
        Limit: most,
        ScanIndexForward: false,
        KeyConditionExpression: 'PK = :pk AND SK < :before',
        ExpressionAttributeValues: { ':pk': PK, ':before': SK },
      }),
    );
    return items.map((item) => Night.parse(item));
  },
  write: async (night) => {
    await wasWritten(
      client.send(
        new PutCommand({
          TableName,
          Item: { ...keys.night(night.day), ...night },
          ConditionExpression: 'attribute_not_exists(PK)',
        }),
      ),
    );
  },
});
