import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { expiry } from './index.ts';
import { openObjectStore, type ObjectStore } from './object-store.ts';

const rule = { prefix: 'incoming/', days: 8 };
let folder: string;
let now = Date.parse('2026-01-10T12:00:00Z');
let store: ObjectStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'expiry-'));
  store = openObjectStore(folder, () => now);
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});
const put = async (key: string) =>
  store.put(
    await store.receive(
      (async function* () {
        yield Buffer.from(key);
      })(),
    ),
    { key, type: 'text/plain' },
  );
const all = () => ['incoming/', 'kept/'].flatMap((folder) => store.list(folder, { limit: 9 })).map(({ key }) => key);

it('what was brought goes at the midnight after its days, what was kept stays', async () => {
  const work = expiry(store, rule, () => now);
  expect(work.nextAt(true)).toBeUndefined();
  await put('incoming/first');
  await put('kept/first');
  now += 86_400_000;
  await put('incoming/second');
  const due = await work.nextAt(true);
  expect(due).toBe(Date.parse('2026-01-19T00:00:00Z'));
  expect((due ?? 0) - Date.parse('2026-01-10T00:00:00Z')).toBe((rule.days + 1) * 86_400_000);
  now = (due ?? 0) - 1;
  await work.run();
  expect(all()).toHaveLength(3);
  now = due ?? 0;
  await work.run();
  expect(all()).toEqual(['incoming/second', 'kept/first']);
  expect(await work.nextAt(true)).toBe(Date.parse('2026-01-20T00:00:00Z'));
});

it('many go at once', async () => {
  const work = expiry(store, rule, () => now);
  for (let count = 0; count < 501; count += 1) await put(`incoming/${String(count)}`);
  now += (rule.days + 1) * 86_400_000;
  await work.run();
  expect(all()).toEqual([]);
});
