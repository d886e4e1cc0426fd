import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '#functions/adapters/table/keys.ts';
import { referenceStore } from '#functions/adapters/table/reference-store.ts';
import { demoPeople } from '#seeds/people.ts';
import { zones } from '#seeds/zones.ts';
import type { TableService } from '#local/aws/dynamodb/index.ts';
import { openTable } from '#local/host/table.ts';
import { putFirstData } from './first-data.ts';

const tableName = 'first-data';
let dataDir: string;
let service: TableService;
let client: DynamoDBDocumentClient;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'first-data-'));
  service = await openTable({ dataDir, tableName, region: 'eu-central-1' });
  client = DynamoDBDocumentClient.from(service.client);
});
afterAll(async () => {
  await service.stop();
  rmSync(dataDir, { recursive: true });
});

describe('the first data of a deployed table', () => {
  it('are zones with all a letter needs, and nobody of the demo', async () => {
    expect(await putFirstData(client, tableName)).toBeGreaterThan(zones.length);
    const reference = referenceStore(client, tableName);
    expect((await reference.zones()).map(({ zoneId }) => zoneId).sort()).toEqual(
      zones.map(({ zoneId }) => zoneId).sort(),
    );
    const setting = await reference.setting('aqtobe');
    expect(setting?.parties).not.toEqual([]);
    expect(setting?.durations).not.toEqual([]);
    for (const { id } of demoPeople) expect((await reference.person(id)).memberships).toEqual([]);
  });

  it('never overwrite what an office changed', async () => {
    const [zone] = zones;
    if (!zone) throw new Error('no zone');
    await client.send(
      new PutCommand({
        TableName: tableName,
        Item: { ...keys.zone(zone.zoneId), ...zone, mailbox: 'changed@example.org' },
      }),
    );
    expect(await putFirstData(client, tableName)).toBe(0);
    expect((await referenceStore(client, tableName).setting(zone.zoneId))?.zone.mailbox).toBe('changed@example.org');
  });
});
