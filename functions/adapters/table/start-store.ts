import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { DateText } from '#core/kernel/common.ts';
import { StageName } from '#core/stages/decision.ts';
import type { PlannedStart, StartStanding, Starts } from '#core/figures/start-ports.ts';
import { linesOf, startPartition } from './items.ts';

const IndexKey = z.object({ startSk: z.string() });
/** Written before the needed lines were told, a key has seven parts. */
const Parts = z.tuple(
  [DateText, z.string(), z.string(), DateText, DateText, StageName, z.union([DateText, z.literal('')])],
  z.string(),
);

function startIn(startSk: string): PlannedStart {
  const [planned, number, projectId, wanted, receivedOn, stage, endsOn, lines = ''] = Parts.parse(startSk.split('#'));
  return {
    planned,
    number,
    projectId,
    wanted,
    receivedOn,
    stage,
    lines: linesOf(lines),
    ...(endsOn !== '' && { endsOn }),
  };
}

/** Starts by their plan, from the keys of an index alone: an entry is some 350 bytes, so twelve cost a read unit at most. */
export function startStore(client: DynamoDBDocumentClient, table: string): Starts {
  const query = (zoneId: string, standing: StartStanding, most: number, select: 'COUNT' | 'ALL_PROJECTED_ATTRIBUTES') =>
    client.send(
      new QueryCommand({
        TableName: table,
        IndexName: 'byStart',
        Limit: most,
        Select: select,
        KeyConditionExpression: 'startPk = :pk',
        ExpressionAttributeValues: { ':pk': startPartition(zoneId, standing) },
      }),
    );
  return {
    of: async (zoneId, standing, most) => {
      const { Items = [], LastEvaluatedKey } = await query(zoneId, standing, most, 'ALL_PROJECTED_ATTRIBUTES');
      return {
        entries: Items.map((item) => startIn(IndexKey.parse(item).startSk)),
        more: LastEvaluatedKey !== undefined,
      };
    },
    unconfirmed: async (zoneId, most) => (await query(zoneId, 'unconfirmed', most, 'COUNT')).Count ?? 0,
  };
}
