import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Starts } from '#core/figures/start-ports.ts';
import { startPartition } from './items.ts';

/** Letters that nobody has confirmed, from the keys of an index alone: an entry is some 350 bytes. */
export const startStore = (client: DynamoDBDocumentClient, table: string): Starts => ({
  unconfirmed: async (zoneId, most) => {
    const { Count = 0 } = await client.send(
      new QueryCommand({
        TableName: table,
        IndexName: 'byStart',
        Limit: most,
        Select: 'COUNT',
        KeyConditionExpression: 'startPk = :pk',
        ExpressionAttributeValues: { ':pk': startPartition(zoneId, 'unconfirmed') },
      }),
    );
    return Count;
  },
});
