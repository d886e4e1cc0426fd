import { join } from 'node:path';
import { DescribeTableCommand, DynamoDBClient, UpdateTableCommand } from '@aws-sdk/client-dynamodb';
import { type IndexSpec, indexes } from '#infra/manifest/index.ts';
import { engineBinary } from '../../dynamodb/binary.ts';
import { startEngine } from '../../dynamodb/engine.ts';
import { place } from '../../ground.ts';
import type { Migration } from './migration.ts';

const TableName = 'zholkarta';

const creation = ({ name, partitionKey, sortKey, projection }: IndexSpec): UpdateTableCommand => new UpdateTableCommand({
  TableName,
  AttributeDefinitions: [partitionKey, sortKey].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
  GlobalSecondaryIndexUpdates: [{
    Create: {
      IndexName: name,
      KeySchema: [{ AttributeName: partitionKey, KeyType: 'HASH' }, { AttributeName: sortKey, KeyType: 'RANGE' }],
      Projection: { ProjectionType: projection },
    },
  }],
});

/** Indexes of the manifest that the table does not have yet; the engine fills each from the items in one go. */
export const addMissingIndexes: Migration = {
  to: 2,
  name: 'indexes of the table',
  run: async ({ dataDir }) => {
    const binary = engineBinary();
    if (binary === undefined) throw new Error('There is no DynamoDB engine for this platform: change the table where it lies.');
    const engine = await startEngine({ binary, databaseFile: join(dataDir, 'table.sqlite') });
    const client = new DynamoDBClient({ endpoint: engine.endpoint, region: place.region, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } });
    try {
      const { Table } = await client.send(new DescribeTableCommand({ TableName }));
      const missing = indexes.filter(({ name }) => !Table?.GlobalSecondaryIndexes?.some(({ IndexName }) => IndexName === name));
      for (const index of missing) await client.send(creation(index));
      return missing.length === 0 ? 'all there' : `added ${missing.map(({ name }) => name).join(', ')}`;
    } finally {
      client.destroy();
      await engine.stop();
    }
  },
};
