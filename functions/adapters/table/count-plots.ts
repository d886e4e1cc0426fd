import { PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { countItem } from './plot-counts.ts';
import { plotStore } from './plot-store.ts';

/** Counts the plots of a zone of the register from scratch; nobody writes one meanwhile. */
export async function countPlots(client: DynamoDBDocumentClient, TableName: string, registerId: string): Promise<void> {
  const plots = await plotStore(client, TableName).bySize(registerId, 0);
  await client.send(new PutCommand({ TableName, Item: { ...countItem(registerId, plots) } }));
}

/** Zones of the register that are new, or of a release that did not count. */
export async function countMissing(client: DynamoDBDocumentClient, tableName: string): Promise<void> {
  const store = plotStore(client, tableName);
  const [register, counts] = await Promise.all([store.register(), store.counts()]);
  for (const { registerId } of register) if (!counts.has(registerId)) await countPlots(client, tableName, registerId);
}
