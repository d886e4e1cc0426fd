import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileStore } from '#functions/adapters/aws/file-store.ts';
import { beginningBytes } from '#core/documents/file-type.ts';
import type { Files } from '#core/kernel/ports.ts';
import { functionSettings, openTestStore, testBucket, type TestStore } from '../aws/testing/test-store.ts';

/** The functions' own adapter on the store. */
let store: TestStore;
let files: Files;
const saved = { ...process.env };
beforeAll(async () => {
  store = await openTestStore();
  Object.assign(process.env, functionSettings(store));
  files = fileStore(testBucket, store.url);
});
afterAll(async () => {
  process.env = { ...saved };
  await store.close();
  expect(store.errors).toEqual([]);
});

const content = Buffer.from('ниет хаты'.repeat(20));
const file = (fileId: string) => ({
  fileId,
  bytes: content.length,
  type: 'application/pdf',
  sha256: createHash('sha256').update(content).digest('hex'),
});
const stored = {
  bytes: content.length,
  beginning: Uint8Array.from(content.subarray(0, beginningBytes)),
  sha256: file('').sha256,
};
const places = (fileId: string) => ['incoming', 'kept'].filter((prefix) => store.objects.find(`${prefix}/${fileId}`));

describe('a file through a function', () => {
  it('is put, looked at, kept and removed, each as often as one likes', async () => {
    expect(await files.look('a')).toBeUndefined();
    for (const _ of [1, 2]) await files.put(file('a'), content);
    expect(await files.look('a')).toEqual(stored);
    expect(places('a')).toEqual(['incoming']);
    for (const _ of [1, 2]) expect(await files.keep('a')).toBe('kept');
    expect(places('a')).toEqual(['incoming', 'kept']);
    for (const _ of [1, 2]) await files.remove('a');
    expect(places('a')).toEqual([]);
    expect(await files.look('a')).toBeUndefined();
    expect(await files.keep('a')).toBe('gone');
  });

  it('is kept and looked at where incoming has forgotten it', async () => {
    await files.put(file('b'), content);
    await files.keep('b');
    store.objects.remove('incoming/b');
    expect(await files.keep('b')).toBe('kept');
    expect(await files.look('b')).toEqual(stored);
  });

  it('is refused when its bytes are others', async () => {
    await expect(files.put(file('c'), Buffer.from(content).fill('x', 0, 1))).rejects.toThrow(/did not match/);
    expect(places('c')).toEqual([]);
  });

  it('may be empty', async () => {
    await files.put(
      { fileId: 'd', bytes: 0, type: 'text/plain', sha256: createHash('sha256').digest('hex') },
      new Uint8Array(),
    );
    expect(await files.look('d')).toEqual({
      bytes: 0,
      beginning: new Uint8Array(),
      sha256: createHash('sha256').digest('hex'),
    });
  });
});
