import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { GetCommand, QueryCommand, TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Plot, RegisteredZone, type Plots } from '#core/plots/plot.ts';
import { keys, padded } from './keys.ts';
import { queryAll } from './query-all.ts';

const ownKey = ({ registerId, hectares, plotId }: Plot) => keys.plotBySize(registerId, hectares, plotId);

export const plotStore = (client: DynamoDBDocumentClient, TableName: string): Plots => ({
  register: async () =>
    (
      await queryAll(client, {
        TableName,
        KeyConditionExpression: 'PK = :pk',
        ExpressionAttributeValues: { ':pk': keys.registered('').PK },
      })
    ).map((item) => RegisteredZone.parse(item)),
  find: async (plotId) => {
    const { Item: item } = await client.send(
      new GetCommand({ TableName, Key: keys.plot(plotId), ConsistentRead: true }),
    );
    return item && Plot.parse(item);
  },
  bySize: async (registerId, from, most) => {
    const start = keys.plotBySize(registerId, from, '');
    const asked = {
      TableName,
      KeyConditionExpression: 'PK = :pk AND SK >= :from',
      ExpressionAttributeValues: { ':pk': start.PK, ':from': start.SK },
    };
    const items =
      most === undefined
        ? await queryAll(client, asked)
        : ((await client.send(new QueryCommand({ ...asked, Limit: most }))).Items ?? []);
    return items.map((item) => Plot.parse(item));
  },
  write: async (plot, before, change) => {
    const own = keys.plot(plot.plotId);
    const isElsewhere = before !== undefined && ownKey(before).SK !== ownKey(plot).SK;
    try {
      await client.send(
        new TransactWriteCommand({
          TransactItems: [
            {
              Put: {
                TableName,
                Item: { ...own, ...plot },
                ConditionExpression: before === undefined ? 'attribute_not_exists(PK)' : 'version = :seen',
                ...(before !== undefined && { ExpressionAttributeValues: { ':seen': before.version } }),
              },
            },
            { Put: { TableName, Item: { ...ownKey(plot), ...plot } } },
            { Put: { TableName, Item: { PK: own.PK, SK: `CHANGE#${padded(plot.version, 6)}`, ...change } } },
            ...(isElsewhere ? [{ Delete: { TableName, Key: ownKey(before) } }] : []),
          ],
        }),
      );
    } catch (error) {
      if (error instanceof TransactionCanceledException) return 'conflict';
      throw error;
    }
    return 'written';
  },
});
