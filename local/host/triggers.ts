import type { NetConnectOpts } from 'node:net';
import { schedules, streamReaders, indexes } from '#infra/manifest/index.ts';
import { type DueWork, keepTime, type Timekeeper } from '../clock/timekeeper.ts';
import type { TableService } from '../aws/dynamodb/index.ts';
import type { Feedback } from '../aws/ses/feedback.ts';
import { type DataFolder, place } from './data-folder.ts';
import { invokeAsync } from '../aws/lambda/asynchronous.ts';
import type { LambdaRuntime } from '../aws/lambda/runtime.ts';
import type { Objects } from '../aws/s3/index.ts';
import { startScanning } from './scanning.ts';
import { scheduledEvent } from '../aws/scheduler/event.ts';
import { openSchedules } from '../aws/scheduler/schedules.ts';
import type { StatesEngine } from '../aws/step-functions/index.ts';
import { openReader, type StreamReader } from '../aws/dynamodb-streams/reader.ts';
import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { outboxShards } from '#functions/adapters/table/keys.ts';

/** In ms; `undefined` when none waits. A cheap read a shard of the sparse index `byOutbox`, sorted by time. */
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

interface Options {
  readonly dataFolder: DataFolder;
  readonly runtime: LambdaRuntime;
  readonly objects: Objects;
  readonly table: TableService;
  readonly tableName: string;
  readonly engine: StatesEngine;
  readonly feedback: Feedback;
  readonly clamd: NetConnectOpts | undefined;
  readonly mailWork: readonly DueWork[];
  readonly cleanup: AsyncDisposableStack;
}

export interface Triggers {
  readonly time: Timekeeper;
  readonly readers: readonly StreamReader[];
  /** Resolves when nothing runs, nothing is queued and nothing can go on without time passing. */
  idle(): Promise<void>;
}

export function startTriggers(options: Options): Triggers {
  const { dataFolder, runtime, objects, engine, feedback, clamd, cleanup } = options;
  cleanup.defer(() => runtime.settled());
  cleanup.defer(() => feedback.close());
  const scanner = clamd && startScanning({ dataFolder, runtime, objects, clamd });
  if (scanner) cleanup.defer(() => scanner.close());
  const readers = streamReaders.map((settings) => reader(settings, options));
  for (const one of readers) cleanup.defer(() => one.close());
  const idle = async () => {
    for (;;) {
      const { begun } = runtime;
      await runtime.settled();
      await engine.idle();
      await feedback.settled();
      await scanner?.settled();
      for (const one of readers) await one.drain();
      if (runtime.begun === begun) return;
    }
  };
  const workflow: DueWork = { nextAt: () => engine.nextDueAt(), run: () => engine.runDue() };
  const outbox = lookOnce(options);
  const time = keepTime({
    clock: dataFolder.clock,
    work: [workflow, ...dueSchedules(options, outbox), dueOutbox(options, outbox), objects.expiry, ...options.mailWork],
    idle: async () => {
      await idle();
      outbox.forget();
    },
    isPaused: () => !dataFolder.disk.isWritable(),
    onError: dataFolder.report,
  });
  cleanup.defer(() => time.close());
  startTrimming(options.table, readers, cleanup, dataFolder.report);
  return { time, readers, idle };
}

function reader(settings: (typeof streamReaders)[number], { dataFolder, runtime, table }: Options): StreamReader {
  return openReader({
    endpoint: table.endpoint,
    streamArn: table.streamArn,
    settings,
    checkpointFile: dataFolder.file(`stream-${settings.function}.json`),
    clock: dataFolder.clock,
    version: table.version,
    isPaused: () => !dataFolder.disk.isWritable(),
    region: place.region,
    invoke: (event) => runtime.invoke(settings.function, event),
    giveUp: (Records, condition) => dataFolder.giveUp({ function: settings.function, condition, event: { Records } }),
    onError: dataFolder.report,
  });
}

interface Outbox {
  /** As it was since it was forgotten. */
  readonly dueAt: () => Promise<number | undefined>;
  /** Where something was written since, or nothing tells. */
  readonly forget: () => void;
}

function lookOnce({ table, tableName }: Options): Outbox {
  let seen: Promise<number | undefined> | undefined;
  let version: number | undefined;
  return {
    dueAt: () => (seen ??= outboxDueAt(table.client, tableName)),
    forget: () => {
      const current = table.version();
      if (current === undefined || current !== version) seen = undefined;
      version = current;
    },
  };
}

function dueSchedules({ dataFolder, runtime }: Options, outbox: Outbox): DueWork[] {
  return openSchedules({
    schedules,
    clock: dataFolder.clock,
    file: dataFolder.file('schedules.json'),
    fire: async (name, at) =>
      void (await invokeAsync(name, scheduledEvent(name, at, place), {
        runtime,
        giveUp: (function_, event, condition) => dataFolder.giveUp({ function: function_, condition, event }),
      })),
    worthFrom: { 'sweep-outbox': outbox.dueAt },
  });
}

/** How often real time looks into the outbox, and how long a sweep is waited for that left something due. */
const outboxPause = { look: 5_000, again: 60_000 } as const;

/** What waited to be taken back goes out when its time is over, not at the next full minute as on AWS: nobody here waits for a minute to see an email. */
function dueOutbox({ dataFolder, runtime }: Options, outbox: Outbox): DueWork {
  const { clock } = dataFolder;
  let [looked, ran] = [-Infinity, -Infinity];
  let next: number | undefined;
  return {
    nextAt: async (advancing) => {
      if (!advancing && performance.now() - looked < outboxPause.look) return next;
      looked = performance.now();
      if (!advancing) outbox.forget();
      const due = await outbox.dueAt();
      // An event tells whole seconds.
      next = due === undefined ? undefined : Math.ceil(Math.max(due, ran + outboxPause.again) / 1000) * 1000;
      return next;
    },
    run: async () => {
      [looked, ran] = [-Infinity, clock.now()];
      await invokeAsync('sweep-outbox', scheduledEvent('sweep-outbox', clock.now(), place), {
        runtime,
        giveUp: (function_, event, condition) => dataFolder.giveUp({ function: function_, condition, event }),
      });
    },
  };
}

/** Looks once a minute; while there is more to trim, ten times a second, a portion each. */
const trimPause = { rest: 60_000, more: 100 } as const;

function startTrimming(
  table: TableService,
  readers: readonly StreamReader[],
  cleanup: AsyncDisposableStack,
  onError: (error: unknown) => void,
): void {
  let timer = setTimeout(trim, trimPause.more);
  function trim(): void {
    let hasMore = false;
    try {
      const marks = readers.map((one) => one.consumed());
      const consumed = marks.reduce((least, mark) =>
        least === undefined || mark === undefined ? undefined : mark < least ? mark : least,
      );
      hasMore = consumed !== undefined && table.trim(consumed);
    } catch (error) {
      onError(error);
    }
    timer = setTimeout(trim, hasMore ? trimPause.more : trimPause.rest);
  }
  cleanup.defer(() => clearTimeout(timer));
}
