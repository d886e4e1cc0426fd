import { setTimeout as pause } from 'node:timers/promises';
import type { DynamoDBRecord } from 'aws-lambda';
import { request } from '../../kit/request.ts';

export interface Shard {
  readonly id: string;
  readonly parent: string | undefined;
}

export interface Page {
  readonly records: readonly DynamoDBRecord[];
  /** `undefined` at the end of a closed shard. */
  readonly next: string | undefined;
}

export interface StreamClient {
  shards(): Promise<Shard[]>;
  /** An iterator after a sequence number, or from the oldest record on. */
  iterator(shardId: string, after: string | undefined): Promise<string>;
  /** At most 1,000 records; throws a `StreamError`. */
  records(iterator: string): Promise<Page>;
}

export class StreamError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(`${code}: ${message}`);
    this.name = 'StreamError';
    this.code = code;
  }
}

interface Answer {
  readonly StreamDescription?: {
    readonly Shards?: readonly { readonly ShardId: string; readonly ParentShardId?: string }[];
    readonly LastEvaluatedShardId?: string;
  };
  readonly ShardIterator?: string;
  readonly Records?: readonly DynamoDBRecord[];
  readonly NextShardIterator?: string;
}

export function openStreamClient(endpoint: string, streamArn: string): StreamClient {
  const headers = {
    'content-type': 'application/x-amz-json-1.0',
    // An engine on loopback wants a signature to be there and does not check it.
    authorization:
      'AWS4-HMAC-SHA256 Credential=local/20250101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=local',
    'x-amz-date': '20250101T000000Z',
  };
  const ask = async (action: string, input: object): Promise<Answer> => {
    const { status, text } = await request(endpoint, {
      method: 'POST',
      headers: { ...headers, 'x-amz-target': `DynamoDBStreams_20120810.${action}` },
      body: JSON.stringify(input),
    });
    const answer = JSON.parse(text) as Answer & { __type?: string; message?: string };
    if (status !== 200) throw new StreamError(answer.__type?.split('#').pop() ?? String(status), answer.message ?? '');
    return answer;
  };
  const call = (action: string, input: object): Promise<Answer> => patiently(() => ask(action, input));
  return {
    async shards() {
      const found: Shard[] = [];
      for (let after: string | undefined, first = true; first || after !== undefined; first = false) {
        const { StreamDescription } = await call('DescribeStream', {
          StreamArn: streamArn,
          ExclusiveStartShardId: after,
        });
        found.push(
          ...(StreamDescription?.Shards ?? []).map((shard) => ({ id: shard.ShardId, parent: shard.ParentShardId })),
        );
        after = StreamDescription?.LastEvaluatedShardId;
      }
      return found;
    },
    async iterator(shardId, after) {
      const from =
        after === undefined
          ? { ShardIteratorType: 'TRIM_HORIZON' }
          : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: after };
      const { ShardIterator } = await call('GetShardIterator', { StreamArn: streamArn, ShardId: shardId, ...from });
      return ShardIterator ?? '';
    },
    async records(iterator) {
      const { Records, NextShardIterator } = await call('GetRecords', { ShardIterator: iterator });
      return { records: Records ?? [], next: NextShardIterator };
    },
  };
}

/** Before each repetition, ms: an engine that was lost is back within these. */
const pauses = [25, 100, 400, 1_600, 3_200];

/** A connection that breaks or is refused is an engine that is being started again; every call here only reads. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (const wait of pauses) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && !(error instanceof StreamError))) throw error;
      await pause(wait);
    }
  }
  return ask();
}
