import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TableService } from '../dynamodb/index.ts';
import { openTable } from '../../host/table.ts';
import type { InvokeResult } from '../lambda/runtime.ts';
import { openReader } from './reader.ts';

const newFolder = () => realpathSync(mkdtempSync(join(tmpdir(), 'reader-')));
const now = Date.parse('2025-12-12T09:00:00+05:00');
let table: TableService;
beforeAll(async () => {
  table = await openTable({ dataDir: newFolder(), tableName: 'zholkarta', region: 'eu-central-1' });
});
afterAll(() => table.stop());

const put = (PK: string, SK: string) =>
  table.client.send(new PutItemCommand({ TableName: 'zholkarta', Item: { PK: { S: PK }, SK: { S: SK } } }));
const keyOf = ({ dynamodb }: DynamoDBRecord) => `${dynamodb?.Keys?.['PK']?.S} ${dynamodb?.Keys?.['SK']?.S}`;
const done: InvokeResult = { kind: 'ok', payload: { batchItemFailures: [] } };

/** A reader of rows whose sort key begins with `prefix`, and what it saw. */
function read(
  prefix: string,
  options: {
    file?: string;
    version?: () => number | undefined;
    answer?: (records: readonly DynamoDBRecord[]) => Promise<InvokeResult> | InvokeResult;
  } = {},
) {
  const seen: DynamoDBRecord[] = [];
  const given: string[] = [];
  const reader = openReader({
    endpoint: table.endpoint,
    streamArn: table.streamArn,
    settings: {
      batchSize: 10,
      parallelizationFactor: 3,
      retryAttempts: 2,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      filter: { eventName: ['INSERT'], dynamodb: { Keys: { SK: { S: [{ prefix }] } } } },
    },
    checkpointFile: options.file ?? join(newFolder(), 'stream.json'),
    clock: { now: () => now },
    version: options.version ?? table.version,
    region: 'eu-central-1',
    invoke: async ({ Records }) => {
      seen.push(...Records);
      return options.answer ? options.answer(Records) : done;
    },
    giveUp: (records, condition) => given.push(...records.map((record) => `${keyOf(record)}: ${condition}`)),
    onError: (error) => expect.fail(String(error)),
  });
  return { reader, seen, given, keys: () => seen.map(keyOf) };
}

describe('a reader of the stream', () => {
  it("gets what its filter wants, stamped with the host's clock, in order by key", async () => {
    const { reader, seen, keys } = read('A#');
    for (let count = 0; count < 30; count++) await put(`p${count % 3}`, `A#${count}`);
    await put('p0', 'OTHER#1');
    await put('p0', 'A#0');
    await reader.drain();
    for (const key of ['p0', 'p1', 'p2']) {
      const numbers = keys()
        .filter((one) => one.startsWith(key))
        .map((one) => Number(one.split('#')[1]));
      expect(numbers).toEqual(Array.from({ length: 10 }, (_, position) => position * 3 + Number(key.slice(1))));
    }
    expect(seen[0]).toMatchObject({
      eventName: 'INSERT',
      awsRegion: 'eu-central-1',
      eventSourceARN: table.streamArn,
      dynamodb: { ApproximateCreationDateTime: now / 1_000 },
    });
    await reader.close();
  });

  it('drains also what dealing with a record writes', async () => {
    const { reader, keys } = read('B#', {
      answer: async (records) => {
        const depth = Number(keyOf(records[0] ?? {}).split('#')[1]);
        if (depth < 4) await put('chain', `B#${depth + 1}`);
        return done;
      },
    });
    await put('chain', 'B#0');
    await reader.drain();
    expect(keys()).toEqual([0, 1, 2, 3, 4].map((depth) => `chain B#${depth}`));
    await reader.close();
  });

  it('asks only when something was written, and always where nothing tells', async () => {
    let version: number | undefined = 1;
    const { reader, keys } = read('E#', { version: () => version });
    await reader.drain();
    await put('k', 'E#0');
    await reader.drain();
    expect(keys()).toEqual([]);
    version = 2;
    await reader.drain();
    expect(keys()).toEqual(['k E#0']);
    version = undefined;
    await put('k', 'E#1');
    await reader.drain();
    expect(keys()).toEqual(['k E#0', 'k E#1']);
    await reader.close();
  });

  it('goes on from its checkpoint, and repeats what was under way when it was stopped', async () => {
    const file = join(newFolder(), 'stream.json');
    const first = read('C#', {
      file,
      answer: async (records) =>
        keyOf(records[0] ?? {}) === 'k C#1'
          ? { kind: 'function-error', errorType: 'Error', errorMessage: 'down' }
          : done,
    });
    await put('k', 'C#0');
    await first.reader.drain();
    const begun = first.seen.length;
    await put('k', 'C#1');
    while (first.seen.length === begun) await new Promise((resolve) => setImmediate(resolve));
    await first.reader.close();
    expect(first.given).toEqual([]);

    const second = read('C#', { file });
    await second.reader.drain();
    expect(second.keys()).toEqual(['k C#1']);
    await second.reader.close();
    const third = read('C#', { file });
    await third.reader.drain();
    expect(third.keys()).toEqual([]);
    await third.reader.close();
  });

  it('sets a poison record aside and goes on', async () => {
    const { reader, given, keys } = read('D#', {
      answer: (records) => ({
        kind: 'ok',
        payload: {
          batchItemFailures: records
            .filter((record) => keyOf(record).endsWith('D#1'))
            .map(({ dynamodb }) => ({ itemIdentifier: dynamodb?.SequenceNumber })),
        },
      }),
    });
    for (const number of [0, 1, 2]) await put('k', `D#${number}`);
    await reader.drain();
    expect(given).toEqual(['k D#1: BatchItemFailures']);
    expect(keys()).toContain('k D#2');
    expect(reader.consumed()).toBeTypeOf('bigint');
    await reader.close();
  });
});
