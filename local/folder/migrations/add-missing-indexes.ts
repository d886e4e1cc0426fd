import { DescribeTableCommand, UpdateTableCommand } from '@aws-sdk/client-dynamodb';
import { type IndexSpec, indexes } from '#infra/manifest/index.ts';
import type { Migration } from './migration.ts';
import { tableName, withTable } from './with-table.ts';

const creation = ({ name, partitionKey, sortKey, projection, attributes }: IndexSpec): UpdateTableCommand =>
  new UpdateTableCommand({
    TableName: tableName,
    AttributeDefinitions: [partitionKey, sortKey].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    GlobalSecondaryIndexUpdates: [
      {
        Create: {
          IndexName: name,
          KeySchema: [
            { AttributeName: partitionKey, KeyType: 'HASH' },
            { AttributeName: sortKey, KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: projection, ...(attributes && { NonKeyAttributes: [...attributes] }) },
        },
      },
    ],
  });

/** Indexes of the manifest that the table does not have yet; the engine fills each from the items in one go. */
export const addMissingIndexes: Migration = {
  to: 2,
  name: 'indexes of the table',
  run: ({ dataDir }) =>
    withTable(dataDir, async (client) => {
      const { Table } = await client.send(new DescribeTableCommand({ TableName: tableName }));
      const missing = indexes.filter(
        ({ name }) => !Table?.GlobalSecondaryIndexes?.some(({ IndexName }) => IndexName === name),
      );
      for (const index of missing) await client.send(creation(index));
      return missing.length === 0 ? 'all there' : `added ${missing.map(({ name }) => name).join(', ')}`;
    }),
};
