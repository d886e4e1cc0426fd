import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { engineBinary } from '../../aws/dynamodb/binary.ts';
import { startEngine } from '../../aws/dynamodb/engine.ts';
import { place } from '../../host/data-folder.ts';

export const tableName = 'zholkarta';

export async function withTable<Result>(
  dataDir: string,
  work: (client: DynamoDBClient) => Promise<Result>,
): Promise<Result> {
  const binary = engineBinary();
  if (binary === undefined)
    throw new Error('There is no DynamoDB engine for this platform: change the table where it lies.');
  const engine = await startEngine({ binary, databaseFile: join(dataDir, 'table.sqlite') });
  const client = new DynamoDBClient({
    endpoint: engine.endpoint,
    region: place.region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  try {
    return await work(client);
  } finally {
    client.destroy();
    await engine.stop();
  }
}
