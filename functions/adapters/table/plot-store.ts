import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { GetCommand, QueryCommand, TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Plot, PlotChange, RegisteredZone, type Plots } from '#core/plots/plot.ts';
import type { Item } from './items.ts';
import { keys, padded } from './keys.ts';
import { countItem, countsIn, movedCount } from './plot-counts.ts';
import { queryAll } from './query-all.ts';

const bySizeKey = ({ registerId, hectares, plotId }: Plot) => keys.plotBySize(registerId, hectares, plotId);
const changePrefix = 'CHANGE#';

/** It holds only upon the version that was seen; 0: there is none yet. */
const seen = (version: number) =>
  version === 0
    ? { ConditionExpression: 'attribute_not_exists(PK)' }
    : { ConditionExpression: 'version = :seen', ExpressionAttributeValues: { ':seen': version } };

const finder =
  (client: DynamoDBDocumentClient, TableName: string): Plots['find'] =>
  async (plotId) => {
    const { Item: item } = await client.send(
      new GetCommand({ TableName, Key: keys.plot(plotId), ConsistentRead: true }),
    );
    return item && Plot.parse(item);
  };

export function plotStore(client: DynamoDBDocumentClient, TableName: string): Plots {
  const find = finder(client, TableName);
  const partition = (PK: string) =>
    queryAll(client, { TableName, KeyConditionExpression: 'PK = :pk', ExpressionAttributeValues: { ':pk': PK } });
  const transact = async (TransactItems: readonly object[]): Promise<'written' | 'conflict'> => {
    try {
      await client.send(new TransactWriteCommand({ TransactItems: [...TransactItems] }));
    } catch (error) {
      if (error instanceof TransactionCanceledException) return 'conflict';
      throw error;
    }
    return 'written';
  };
  const put = (Item: Item) => ({ Put: { TableName, Item: { ...Item } } });
  const remove = (Key: { readonly PK: string; readonly SK: string }) => ({ Delete: { TableName, Key } });

  return {
    register: async () => (await partition(keys.registered('').PK)).map((item) => RegisteredZone.parse(item)),
    counts: async () => new Map((await partition(keys.registerCount('').PK)).flatMap(countsIn)),
    ofProject: async (projectId) => {
      const found = await Promise.all((await partition(keys.land(projectId, '').PK)).map(({ SK }) => find(String(SK))));
      return found.flatMap((plot) => plot ?? []);
    },
    find,
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
    changes: async (plotId, most) => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName,
          Limit: most,
          ScanIndexForward: false,
          KeyConditionExpression: 'PK = :pk AND begins_with(SK, :prefix)',
          ExpressionAttributeValues: { ':pk': keys.plot(plotId).PK, ':prefix': changePrefix },
        }),
      );
      return Items.map((item) => PlotChange.parse(item));
    },
    write: (plot, before, change) => {
      const own = keys.plot(plot.plotId);
      const { projectId } = plot;
      const isElsewhere = before !== undefined && bySizeKey(before).SK !== bySizeKey(plot).SK;
      const isOthers = before?.projectId !== projectId;
      return transact([
        { Put: { TableName, Item: { ...own, ...plot }, ...seen(before?.version ?? 0) } },
        put({ ...bySizeKey(plot), ...plot }),
        put({ PK: own.PK, SK: `${changePrefix}${padded(plot.version, 6)}`, ...change }),
        ...movedCount(TableName, plot, before),
        ...(isElsewhere ? [remove(bySizeKey(before))] : []),
        ...(isOthers && projectId !== undefined ? [put({ ...keys.land(projectId, plot.plotId) })] : []),
        ...(isOthers && before?.projectId !== undefined ? [remove(keys.land(before.projectId, plot.plotId))] : []),
      ]);
    },
    writeZone: (zone, before, change) => {
      const { registerId, version = 1 } = zone;
      const isSeeded = before !== undefined && before.version === undefined;
      return transact([
        {
          Put: {
            TableName,
            Item: { ...keys.registered(registerId), ...zone },
            ...(isSeeded ? { ConditionExpression: 'attribute_not_exists(version)' } : seen(before?.version ?? 0)),
          },
        },
        put({ ...keys.registerChange(registerId, version), ...change }),
        // A zone that is new has no plots that were not counted.
        ...(before === undefined ? [put(countItem(registerId, []))] : []),
      ]);
    },
  };
}
