import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { outboxShards } from '#functions/adapters/table/keys.ts';
import { indexes } from '#infra/manifest/index.ts';

/**
 * When the next row of the outbox is due, in ms; `undefined` when none waits. One cheap read a shard of the sparse index
 * `byOutbox`, whose sort key begins with the time (functions/adapters/table/items.ts).
 */
export async function outboxDueAt(client: DynamoDBClient, tableName: string): Promise<number | undefined> {
  const index = indexes.find(({ name }) => name === 'byOutbox');
  if (!index) throw new Error('The manifest has no index byOutbox.');
  const first = async (shard: number): Promise<number | undefined> => {
    const { Items } = await client.send(
      new QueryCommand({
        TableName: tableName,
        IndexName: index.name,
        KeyConditionExpression: '#pk = :pk',
        ExpressionAttributeNames: { '#pk': index.partitionKey },
        ExpressionAttributeValues: { ':pk': { S: `OUTBOX#${shard}` } },
        Limit: 1,
      }),
    );
    const due = Items?.[0]?.[index.sortKey]?.S;
    return due === undefined ? undefined : Number(due.split('#', 1)[0]);
  };
  const found = await Promise.all(Array.from({ length: outboxShards }, (_, shard) => first(shard)));
  const due = found.filter((at) => at !== undefined);
  return due.length === 0 ? undefined : Math.min(...due);
}
