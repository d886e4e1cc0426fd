import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import type { streamReaders } from '#infra/manifest/index.ts';
import type { KeptTable } from '../stacks/data.ts';
import type { DeadLetters } from './dead-letters.ts';
import type { HouseFunction } from './house-function.ts';

/** Returns where batches end that failed to the last: positions in the stream, whose rows the sweep finds anyway. */
export function readStream(reader: HouseFunction, table: KeptTable, spec: (typeof streamReaders)[number]): DeadLetters {
  const { tableStreamArn: stream } = table;
  if (!stream) throw new Error('The table has no stream');
  const failed = reader.ownDeadLetters();
  // CDK's DynamoEventSource would add ListStreams on every stream of the account.
  reader.addToRolePolicy(
    new PolicyStatement({
      actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
      resources: [stream],
    }),
  );
  const mapping = new EventSourceMapping(reader, 'Stream', {
    target: reader,
    eventSourceArn: stream,
    // From the oldest record: rows written between two deployments are read too.
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: spec.batchSize,
    maxBatchingWindow: Duration.seconds(spec.maximumBatchingWindowSeconds),
    parallelizationFactor: spec.parallelizationFactor,
    retryAttempts: spec.retryAttempts,
    bisectBatchOnError: spec.bisectBatchOnError,
    reportBatchItemFailures: spec.reportBatchItemFailures,
    filters: [{ pattern: JSON.stringify(spec.filter) }],
    onFailure: failed,
  });
  // Lambda tries the role's rights when the mapping is made.
  if (reader.role) mapping.node.addDependency(reader.role);
  return failed;
}
