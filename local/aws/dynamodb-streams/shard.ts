import type { DynamoDBRecord } from 'aws-lambda';
import type { Checkpoint } from './checkpoint.ts';
import { type Page, type StreamClient, StreamError } from './client.ts';
import { openPartitions } from './partitions.ts';
import { trackProgress } from './progress.ts';

export interface OpenShard {
  /** Reads one page into the partitions; returns how many records it held, `'end'` after the last page of a closed shard. */
  read(): Promise<number | 'end'>;
  readonly open: number;
  settled(): Promise<void>;
}

interface Options {
  readonly id: string;
  readonly client: StreamClient;
  readonly checkpoint: Checkpoint;
  readonly lanes: number;
  readonly batchSize: number;
  readonly accepts: (record: DynamoDBRecord) => boolean;
  readonly process: (records: readonly DynamoDBRecord[]) => Promise<void>;
}

/** Records in memory before reading waits for the partitions. */
const room = 5_000;

export function openShard({ id, client, checkpoint, lanes: count, batchSize, accepts, process }: Options): OpenShard {
  let mark = checkpoint.of(id).after;
  let saved = mark;
  let lastRead = mark;
  let iterator: string | undefined;
  const progress = trackProgress<string>((next) => (mark = next));
  const save = () => {
    if (mark !== undefined && mark !== saved) checkpoint.save(id, { after: (saved = mark) });
  };
  const partitions = openPartitions<DynamoDBRecord>({ count, batchSize, process });
  const take = (record: DynamoDBRecord) => {
    const sequence = record.dynamodb?.SequenceNumber ?? '';
    const finish = progress.take(sequence);
    lastRead = sequence;
    if (!accepts(record)) return finish();
    partitions.add(JSON.stringify(Object.entries(record.dynamodb?.Keys ?? {}).sort()[0]), {
      record,
      finish: () => (finish(), save()),
    });
  };
  const page = async (): Promise<Page> => {
    try {
      return await client.records((iterator ??= await client.iterator(id, lastRead)));
    } catch (error) {
      iterator = undefined;
      if (!(error instanceof StreamError)) throw error;
      // Older than the stream keeps: go on with the oldest record there is. Old iterators are simply asked for again.
      if (error.code === 'TrimmedDataAccessException') lastRead = undefined;
      else if (error.code !== 'ExpiredIteratorException') throw error;
      return page();
    }
  };
  return {
    async read() {
      if (progress.open > room) await partitions.settled();
      const { records, next } = await page();
      iterator = next;
      records.forEach(take);
      save();
      return next === undefined ? 'end' : records.length;
    },
    get open() {
      return progress.open;
    },
    settled: partitions.settled,
  };
}
