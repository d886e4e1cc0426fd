import middy from '@middy/core';
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { runPartition } from '#core/notices/run-partition.ts';
import { log } from '../observe.ts';
import { errandPorts, onFailure, onPartitionFailure } from './message-ports.ts';

const ports = errandPorts();

const partitionPrefix = 'LANE#';

function partitionsOf({ Records }: DynamoDBStreamEvent): ReadonlyMap<string, number> {
  const partitions = new Map<string, number>();
  for (const { dynamodb } of Records) {
    const partition = dynamodb?.Keys?.['PK']?.S ?? '';
    const at = (dynamodb?.ApproximateCreationDateTime ?? 0) * 1000;
    if (partition.startsWith(partitionPrefix)) partitions.set(partition.slice(partitionPrefix.length), at);
  }
  return partitions;
}

/** A partition that fails is logged and left to the sweep: no record is given back and none blocks the shard. */
export const handler = middy<DynamoDBStreamEvent, DynamoDBBatchResponse>().handler(async (event) => {
  const partitions = partitionsOf(event);
  const done = await Promise.all(
    [...partitions].map(async ([partition, at]) => {
      try {
        return await runPartition(ports, partition, at, onFailure);
      } catch (error) {
        onPartitionFailure(partition, error);
        return 0;
      }
    }),
  );
  log('lanes-worked-off', { lanes: partitions.size, errands: done.reduce((sum, one) => sum + one, 0) });
  return { batchItemFailures: [] };
});
