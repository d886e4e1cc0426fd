import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DynamoDBRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { openCheckpoint } from './checkpoint.ts';
import { type StreamClient, StreamError } from './client.ts';
import { openShard } from './shard.ts';
import { openShards } from './shards.ts';

const record = (sequence: string): DynamoDBRecord => ({
  dynamodb: { SequenceNumber: sequence, Keys: { PK: { S: 'p' }, SK: { S: sequence } } },
});

/** A stream whose shards close: three generations of one lineage, as DynamoDB makes them every few hours. */
function stream(pages: Record<string, string[]>, parents: Record<string, string>, faults: string[] = []): StreamClient {
  return {
    shards: async () => Object.keys(pages).map((id) => ({ id, parent: parents[id] })),
    iterator: async (id, after) => `${id} ${after === undefined ? 0 : (pages[id]?.indexOf(after) ?? 0) + 1}`,
    records: async (iterator) => {
      const fault = faults.shift();
      if (fault) throw new StreamError(fault, 'again');
      const [id = '', from] = iterator.split(' ');
      const rest = (pages[id] ?? []).slice(Number(from));
      return { records: rest.slice(0, 2).map(record), next: rest.length > 2 ? `${id} ${Number(from) + 2}` : undefined };
    },
  };
}

async function readAll(client: StreamClient, file: string): Promise<string[]> {
  const seen: string[] = [];
  const checkpoint = openCheckpoint(file, 'arn');
  const process = async (records: readonly DynamoDBRecord[]) =>
    void seen.push(...records.map(({ dynamodb }) => dynamodb?.SequenceNumber ?? ''));
  const shards = openShards({
    client,
    checkpoint,
    openShard: (id) => openShard({ id, client, checkpoint, lanes: 4, batchSize: 10, accepts: () => true, process }),
  });
  for (let quiet = 0; quiet < 3;) quiet = (await shards.look()).found === 0 ? quiet + 1 : 0;
  expect(shards.open).toBe(0);
  checkpoint.flush();
  return seen;
}

const newFile = () => join(mkdtempSync(join(tmpdir(), 'shards-')), 'stream.json');
const pages = { c: ['5', '6'], b: ['3', '4'], a: ['1', '2', '2a'] };
const parents = { c: 'b', b: 'a', a: 'long gone' };

describe('shards that close', () => {
  it('are read parents first, to the end, and once', async () => {
    const file = newFile();
    expect(await readAll(stream(pages, parents), file)).toEqual(['1', '2', '2a', '3', '4', '5', '6']);
    expect(await readAll(stream(pages, parents), file)).toEqual([]);
  });

  it.each(['ExpiredIteratorException', 'TrimmedDataAccessException'])('are asked again after %s', async (fault) => {
    expect(await readAll(stream(pages, parents, [fault]), newFile())).toEqual(['1', '2', '2a', '3', '4', '5', '6']);
  });

  it('report other faults', async () => {
    await expect(readAll(stream(pages, parents, ['InternalServerError']), newFile())).rejects.toThrow(
      'InternalServerError',
    );
  });
});
