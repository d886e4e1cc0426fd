import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import { outboxIndex } from '#functions/adapters/table/items.ts';
import { openTable } from './table.ts';
import { outboxDueAt } from './triggers.ts';

it('the outbox is due when its earliest waiting row is, whatever lane it is in', async () => {
  const table = await openTable({
    dataDir: mkdtempSync(join(tmpdir(), 'outbox-')),
    tableName: 'zholkarta',
    region: 'eu-central-1',
  });
  const put = async (laneId: string, at?: number) => {
    const index =
      at === undefined
        ? {}
        : Object.fromEntries(Object.entries(outboxIndex(laneId, at)).map(([name, value]) => [name, { S: value }]));
    await table.client.send(
      new PutItemCommand({
        TableName: 'zholkarta',
        Item: { PK: { S: `LANE#${laneId}` }, SK: { S: 'OUTBOX#1' }, ...index },
      }),
    );
  };
  const due = () => outboxDueAt(table.client, 'zholkarta');
  await put('sent');
  expect(await due()).toBeUndefined();
  const start = Date.parse('2025-12-12T09:00:00+05:00');
  for (let partition = 9; partition >= 0; partition--) await put(`lane${partition}`, start + partition * 60_000);
  expect(await due()).toBe(start);
  await put('lane0');
  expect(await due()).toBe(start + 60_000);
  await table.stop();
});
