import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openObjectStore, type ObjectStore } from './object-store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'object-store-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
async function* bytes(...parts: string[]) {
  for (const part of parts) yield Buffer.from(part);
}
const put = async (store: ObjectStore, key: string, text: string) =>
  store.put(await store.receive(bytes(text)), { key, type: 'text/plain' });
const contents = () => readdirSync(join(folder, 'contents'));

describe('a killed host', () => {
  it.each([1, 4, 9, 14])('has every object that was put, whole, and no other, after %d of them', async (wanted) => {
    const child = spawn(process.execPath, [fileURLToPath(new URL('../testing/putting.ts', import.meta.url)), folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let told = 0;
    for await (const line of createInterface({ input: child.stdout })) {
      expect(line).toMatch(/^incoming\/\d [0-9a-f]{64}$/);
      told += 1;
      if (told === wanted) child.kill('SIGKILL');
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    expect(child.signalCode).toBe('SIGKILL');
    const store = openObjectStore(folder, () => 0);
    const objects = store.list('incoming/', { limit: 100 });
    expect(objects.length).toBeGreaterThan(0);
    for (const { sha256, bytes: length } of objects) {
      const content = readFileSync(join(folder, 'contents', sha256));
      expect([content.length, hash(content)]).toEqual([length, sha256]);
    }
    expect(contents().sort()).toEqual([...new Set(objects.map(({ sha256 }) => sha256))].sort());
    expect(readdirSync(join(folder, 'drafts'))).toEqual([]);
    store.close();
  });
});

describe('an object store', () => {
  it('R1: is the same after a restart; what nothing names is laid aside, not removed', async () => {
    const first = openObjectStore(folder, () => 7);
    const object = await put(first, 'kept/a', 'letter');
    await first.receive(bytes('half'));
    first.close();
    writeFileSync(join(folder, 'contents', hash(Buffer.from('orphan'))), 'orphan');
    const second = openObjectStore(folder, () => 8);
    expect(second.find('kept/a')).toEqual(object);
    expect(contents()).toEqual([object.sha256]);
    expect(readFileSync(join(folder, 'lost', hash(Buffer.from('orphan'))), 'utf8')).toBe('orphan');
    expect(readdirSync(join(folder, 'drafts'))).toEqual([]);
    second.close();
  });

  it('leaves nothing of what is too long or breaks off', async () => {
    const store = openObjectStore(folder, () => 0);
    await expect(store.receive(bytes('1234', '5678'), 7)).rejects.toMatchObject({ code: 'EntityTooLarge' });
    await expect(
      store.receive(
        (async function* () {
          yield Buffer.from('x');
          throw new Error('gone');
        })(),
      ),
    ).rejects.toThrow('gone');
    expect(readdirSync(join(folder, 'drafts'))).toEqual([]);
    store.close();
  });

  it('keeps a content for as long as an object has it, and for who reads it', async () => {
    const store = openObjectStore(folder, () => 0);
    const object = await put(store, 'incoming/a', 'letter');
    store.copy(object, 'kept/a', undefined);
    store.remove('incoming/a');
    expect(contents()).toHaveLength(1);
    const reading = await store.open(object);
    store.remove('kept/a');
    expect(contents()).toEqual([]);
    expect(await reading.readFile('utf8')).toBe('letter');
    await reading.close();
    store.close();
  });

  it('lists by prefix, age and whether a scanner has looked', async () => {
    let now = 1;
    const store = openObjectStore(folder, () => now);
    const names = (filter: Parameters<ObjectStore['list']>[1]) => store.list('incoming/', filter).map(({ key }) => key);
    const old = await put(store, 'incoming/old', '1');
    now = 2;
    await put(store, 'incoming/new', '2');
    await put(store, 'kept/new', '3');
    expect(names({ limit: 9 })).toEqual(['incoming/old', 'incoming/new']);
    expect(names({ limit: 1 })).toEqual(['incoming/old']);
    expect(names({ limit: 9, until: 1 })).toEqual(['incoming/old']);
    store.scanned(old);
    expect(names({ limit: 9, unscanned: true })).toEqual(['incoming/new']);
    const again = await put(store, 'incoming/old', '4');
    store.scanned(old);
    expect(names({ limit: 9, unscanned: true })).toEqual(['incoming/new', 'incoming/old']);
    expect(again.at).toBe(2);
    store.close();
  });
});
