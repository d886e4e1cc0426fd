import { mkdtempSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { indexes } from '#infra/manifest/index.ts';
import { engineBinary } from './binary.ts';
import { startEngine } from './engine.ts';
import { openTable } from '../../host/table.ts';
import { enginesOn } from './orphan.ts';

const newFolder = () => realpathSync(mkdtempSync(join(tmpdir(), 'dynamodb-')));
const open = (dataDir: string, more: { endpoint?: string; binary?: string } = {}) =>
  openTable({ dataDir, tableName: 'zholkarta', region: 'eu-central-1', ...more });
const put = (id: string) => new PutItemCommand({ TableName: 'zholkarta', Item: { PK: { S: id }, SK: { S: 'x' } } });

describe('the table', () => {
  it('is made from the manifest once and keeps its content', async () => {
    const dataDir = newFolder();
    const first = await open(dataDir);
    expect(first.created).toBe(true);
    const { Table } = await first.client.send(new DescribeTableCommand({ TableName: 'zholkarta' }));
    expect(Table?.GlobalSecondaryIndexes?.map((index) => index.IndexName).sort()).toEqual(
      indexes.map(({ name }) => name as string).sort(),
    );
    expect(Table?.StreamSpecification).toEqual({ StreamEnabled: true, StreamViewType: 'KEYS_ONLY' });
    const ttl = await first.client.send(new DescribeTimeToLiveCommand({ TableName: 'zholkarta' }));
    expect(ttl.TimeToLiveDescription?.AttributeName).toBe('expiresAt');
    await first.client.send(put('kept'));
    await first.stop();
    expect(enginesOn(join(dataDir, 'table.sqlite'))).toEqual([]);

    const second = await open(dataDir);
    expect(second).toMatchObject({ created: false, isForeign: false, streamArn: first.streamArn });
    const { Item } = await second.client.send(
      new GetItemCommand({ TableName: 'zholkarta', Key: { PK: { S: 'kept' }, SK: { S: 'x' } } }),
    );
    expect(Item).toBeDefined();
    await second.stop();
  });

  it('ends an engine that a killed host left behind', async () => {
    const dataDir = newFolder();
    const left = await startEngine({ binary: engineBinary() ?? '', databaseFile: join(dataDir, 'table.sqlite') });
    const [orphan] = enginesOn(join(dataDir, 'table.sqlite'));
    const next = await open(dataDir);
    expect(await left.died).toContain('The DynamoDB engine ended');
    const running = enginesOn(join(dataDir, 'table.sqlite'));
    expect(running).toHaveLength(1);
    expect(running).not.toContain(orphan);
    await next.stop();
  });

  it('is looked for at an endpoint that was named', async () => {
    const owner = await open(newFolder());
    const guest = await open(newFolder(), { endpoint: owner.endpoint });
    expect(guest).toMatchObject({ isForeign: true, created: false, streamArn: owner.streamArn });
    expect(guest.trim(1n)).toBe(false);
    await guest.stop();
    await owner.stop();
  });

  it('says what went wrong when the engine does not start', async () => {
    await expect(open(newFolder(), { binary: '/bin/false' })).rejects.toThrow('The DynamoDB engine ended (1)');
    await expect(open(newFolder(), { binary: '/nowhere/dynoxide' })).rejects.toThrow('ENOENT');
  });
});

describe('stream records of the pinned engine', () => {
  it('are of the version and the shape that the care for them was written for', () => {
    const { version } = createRequire(import.meta.url)('@dynoxide/linux-x64/package.json') as { version: string };
    expect(version).toBe('1.2.1');
  });

  it('find the next sequence number by the index, and the newest outlives trimming', async () => {
    const dataDir = newFolder();
    const table = await open(dataDir);
    for (let count = 1; count <= 623; count++) await table.client.send(put(`p${count}`));
    const database = new DatabaseSync(join(dataDir, 'table.sqlite'));
    const plan = database
      .prepare(
        "EXPLAIN QUERY PLAN SELECT COALESCE(MAX(CAST(sequence_number AS INTEGER)), 0) + 1 FROM _stream_records WHERE table_name = 'zholkarta'",
      )
      .all();
    expect(JSON.stringify(plan)).toContain('_stream_records_by_sequence');
    const numbers = () =>
      database
        .prepare('SELECT sequence_number AS n FROM _stream_records ORDER BY id')
        .all()
        .map(({ n }) => Number(n));
    expect(table.trim(520n)).toBe(true);
    expect(table.trim(520n)).toBe(false);
    expect(numbers()).toEqual(Array.from({ length: 103 }, (_, position) => 521 + position));
    expect(table.trim(9_999n)).toBe(false);
    expect(numbers()).toEqual([623]);
    await table.client.send(put('after'));
    expect(numbers()).toEqual([623, 624]);
    database.close();
    await table.stop();
  });
});
