import {
  CreateTableCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
  type ProjectionType,
  ResourceNotFoundException,
  type StreamViewType,
  type TableDescription,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';

interface Keys {
  readonly partitionKey: string;
  readonly sortKey: string;
}

export interface TableSchema {
  readonly table: Keys & { readonly timeToLive: string; readonly streamView: StreamViewType };
  readonly indexes: readonly (Keys & {
    readonly name: string;
    readonly projection: ProjectionType;
    readonly attributes?: readonly string[];
  })[];
}

/** `created`: made now. Throws when the table that is there lacks an index of the schema. */
export async function ensureTable(
  client: DynamoDBClient,
  tableName: string,
  schema: TableSchema,
): Promise<{ created: boolean; streamArn: string }> {
  const found = await describe(client, tableName);
  if (!found) await client.send(createTable(tableName, schema));
  const table = found ?? (await describe(client, tableName));
  await ensureTimeToLive(client, tableName, schema.table.timeToLive);
  const missing = schema.indexes.filter(
    ({ name }) => !table?.GlobalSecondaryIndexes?.some((index) => index.IndexName === name),
  );
  if (missing.length > 0)
    throw new Error(
      `Table ${tableName} has no index ${missing.map(({ name }) => name).join(', ')}: it was made by another release; see that no host runs on it, then run npm run migrate.`,
    );
  if (!table?.LatestStreamArn) throw new Error(`Table ${tableName} has no stream.`);
  return { created: !found, streamArn: table.LatestStreamArn };
}

async function describe(client: DynamoDBClient, tableName: string): Promise<TableDescription | undefined> {
  try {
    return (await client.send(new DescribeTableCommand({ TableName: tableName }))).Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

function createTable(tableName: string, { table, indexes }: TableSchema): CreateTableCommand {
  const keys = [table, ...indexes].flatMap(({ partitionKey, sortKey }) => [partitionKey, sortKey]);
  const schema = (spec: Keys) => [
    { AttributeName: spec.partitionKey, KeyType: 'HASH' as const },
    { AttributeName: spec.sortKey, KeyType: 'RANGE' as const },
  ];
  return new CreateTableCommand({
    TableName: tableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [...new Set(keys)].map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
    KeySchema: schema(table),
    GlobalSecondaryIndexes: indexes.map((index) => ({
      IndexName: index.name,
      KeySchema: schema(index),
      Projection: {
        ProjectionType: index.projection,
        ...(index.attributes && { NonKeyAttributes: [...index.attributes] }),
      },
    })),
    StreamSpecification: { StreamEnabled: true, StreamViewType: table.streamView },
  });
}

/** Looked at on every start: one that died between the two calls leaves nothing half made. */
async function ensureTimeToLive(client: DynamoDBClient, tableName: string, attribute: string): Promise<void> {
  const { TimeToLiveDescription } = await client.send(new DescribeTimeToLiveCommand({ TableName: tableName }));
  if (TimeToLiveDescription?.TimeToLiveStatus === 'ENABLED') return;
  const TimeToLiveSpecification = { AttributeName: attribute, Enabled: true };
  await client.send(new UpdateTimeToLiveCommand({ TableName: tableName, TimeToLiveSpecification }));
}
