import { setTimeout as pause } from 'node:timers/promises';
import type { DynamoDBRecord } from 'aws-lambda';
import type { Clock } from '../../clock/clock.ts';
import type { InvokeResult } from '../lambda/runtime.ts';
import { type BatchSettings, processBatch } from './batch.ts';
import { openCheckpoint } from './checkpoint.ts';
import { openStreamClient } from './client.ts';
import { compileFilter, type Pattern } from './filter.ts';
import { openShard } from './shard.ts';
import { openShards, type Shards } from './shards.ts';
import { makeSleeper } from './sleeper.ts';

export interface ReaderSettings extends BatchSettings {
  readonly batchSize: number;
  readonly parallelizationFactor: number;
  readonly filter: Pattern;
}

export interface StreamReader {
  wake(): void;
  /** Resolves when everything written before the call, and what that led to, has been dealt with. */
  drain(): Promise<void>;
  /** The sequence number up to which all is dealt with, where the stream has one shard (our engine's has). */
  consumed(): bigint | undefined;
  /** Lets running batches end; what waits is taken up at the next start. */
  close(): Promise<void>;
}

interface Options {
  readonly endpoint: string;
  readonly streamArn: string;
  readonly settings: ReaderSettings;
  readonly checkpointFile: string;
  readonly clock: Clock;
  readonly region: string;
  readonly invoke: (event: { Records: readonly DynamoDBRecord[] }) => Promise<InvokeResult>;
  readonly giveUp: (records: readonly DynamoDBRecord[], condition: string) => void;
  readonly onError: (error: unknown) => void;
  /** Another one after each write; the stream is asked only then. `undefined` where nothing tells. */
  readonly version?: () => number | undefined;
  /** While nothing can be written the stream is left alone: what is in it waits. */
  readonly isPaused?: () => boolean;
}

/** Pauses grow from the first to the second, in ms. */
const idlePause = [20, 1_000] as const;
const retryPause = [20, 1_000] as const;
const grow = ([first, last]: readonly [number, number], count: number): number =>
  Math.min(last, first * 2 ** Math.min(count, 10));

/** Lambda's event source mapping for the table's stream: at least once, in order by partition key, from a saved checkpoint. */
export function openReader(options: Options): StreamReader {
  const stop = new AbortController();
  const client = openStreamClient(options.endpoint, options.streamArn);
  const checkpoint = openCheckpoint(options.checkpointFile, options.streamArn);
  const { parallelizationFactor, batchSize, filter } = options.settings;
  const accepts = compileFilter(filter);
  const process = batches(options, stop.signal);
  const shards = openShards({
    client,
    checkpoint,
    openShard: (id) => openShard({ id, client, checkpoint, lanes: parallelizationFactor, batchSize, accepts, process }),
  });
  const watching = watch(shards, stop, options);
  return {
    ...watching,
    async close() {
      await watching.close();
      checkpoint.flush();
    },
    consumed() {
      const only = shards.only();
      const after = only === undefined ? undefined : checkpoint.of(only).after;
      return after === undefined ? undefined : BigInt(after);
    },
  };
}

function batches({ settings, clock, region, streamArn, invoke, giveUp }: Options, stopping: AbortSignal) {
  const stamp = (record: DynamoDBRecord): DynamoDBRecord => ({
    ...record,
    awsRegion: region,
    eventSourceARN: streamArn,
    dynamodb: { ...record.dynamodb, ApproximateCreationDateTime: Math.floor(clock.now() / 1_000) },
  });
  return (records: readonly DynamoDBRecord[]) =>
    processBatch(records, {
      settings,
      invoke: async (batch) => {
        stopping.throwIfAborted();
        return invoke({ Records: batch.map(stamp) });
      },
      pause: (attempt) => pause(grow(retryPause, attempt - 1), undefined, { signal: stopping }),
      giveUp,
    });
}

function watch(
  shards: Shards,
  stop: AbortController,
  { onError, version = () => undefined, isPaused = () => false }: Pick<Options, 'onError' | 'version' | 'isPaused'>,
): Pick<StreamReader, 'wake' | 'drain' | 'close'> {
  let turn: Promise<unknown> = Promise.resolve();
  /** Of which all is read. */
  let read: number | undefined;
  /** How many records it found, and how many were being dealt with when it began. */
  const lookInTurn = (): Promise<{ found: number; open: number }> => {
    const next = turn.then(async () => {
      const { open } = shards;
      const current = version();
      if (current !== undefined && current === read) return { found: 0, open };
      const { found, more } = await shards.look();
      read = more ? undefined : current;
      return { found, open };
    });
    turn = next.catch(() => undefined);
    return next;
  };
  const sleeper = makeSleeper();
  const keepLooking = async () => {
    for (let quiet = 0; !stop.signal.aborted;) {
      const { found } = isPaused()
        ? { found: 0 }
        : await lookInTurn().catch((error: unknown) => (onError(error), { found: 0 }));
      if (found > 0) quiet = 0;
      else quiet = (await sleeper.sleep(grow(idlePause, quiet))) ? 0 : quiet + 1;
    }
  };
  const watching = keepLooking();
  return {
    wake: sleeper.wake,
    async drain() {
      while (!stop.signal.aborted) {
        const { found, open } = await lookInTurn();
        if (found + open === 0) return;
        await shards.settled();
      }
    },
    async close() {
      stop.abort();
      sleeper.wake();
      await watching;
      await shards.settled();
    },
  };
}
