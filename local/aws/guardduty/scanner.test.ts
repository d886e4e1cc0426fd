import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openObjectStore, type ObjectStore } from '../s3/object-store.ts';
import type { Verdict } from './clamd.ts';
import { openScanner, persistent, type Scanner } from './scanner.ts';

let folder: string;
let store: ObjectStore;
let scanner: Scanner;
const looked: string[] = [];
const told: string[] = [];
const errors: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scanner-'));
  store = openObjectStore(folder, () => 1);
  for (const list of [looked, told, errors]) list.length = 0;
});
afterEach(async () => {
  await scanner.close();
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
const open = (
  verdict: (key: string) => Verdict | Promise<Verdict>,
  publish = async (key: string) => void told.push(key),
) => {
  scanner = openScanner({
    prefix: 'incoming/',
    store,
    look: async ({ key }) => {
      looked.push(key);
      return verdict(key);
    },
    publish: async ({ key }, { kind }) => publish(`${key} ${kind}`),
    onError: (error) => errors.push(String(error)),
    pause: 1,
  });
  return scanner;
};
const gone = (): never => {
  throw new Error('away');
};
const unscanned = () =>
  ['incoming/', 'kept/'].flatMap((folder) => store.list(folder, { unscanned: true, limit: 9 })).map(({ key }) => key);

describe('a scanner', () => {
  it('looks at all that was brought, once each, and at nothing else', async () => {
    await put('incoming/a');
    await put('kept/b');
    open(() => ({ kind: 'clean' })).wake();
    await scanner.settled();
    await put('incoming/c');
    scanner.wake();
    scanner.wake();
    await scanner.settled();
    expect(told).toEqual(['incoming/a clean', 'incoming/c clean']);
    expect(unscanned()).toEqual(['kept/b']);
  });

  it('that is away is asked again and is never taken for clean', async () => {
    await put('incoming/a');
    let isAway = true;
    const back = Promise.withResolvers<undefined>();
    open(
      () => (isAway ? gone() : { kind: 'found', threat: 'x' }),
      async (line) => {
        told.push(line);
        back.resolve(undefined);
      },
    ).wake();
    await scanner.settled();
    expect([told, unscanned(), errors]).toEqual([[], ['incoming/a'], ['Error: away']]);
    isAway = false;
    await back.promise;
    await scanner.settled();
    expect([told, unscanned()]).toEqual([['incoming/a found'], []]);
  });

  it('looks again at what was not told when the host died', async () => {
    await put('incoming/a');
    open(
      () => ({ kind: 'clean' }),
      () => Promise.reject(new Error('killed')),
    ).wake();
    await scanner.settled();
    await scanner.close();
    expect(unscanned()).toEqual(['incoming/a']);
    open(() => ({ kind: 'clean' })).wake();
    await scanner.settled();
    expect([told, unscanned()]).toEqual([['incoming/a clean'], []]);
  });

  it('looks again at what was brought again while it looked', async () => {
    await put('incoming/a');
    let first = true;
    open(async () => {
      if (first) await put('incoming/a');
      first = false;
      return { kind: 'clean' };
    }).wake();
    await scanner.settled();
    scanner.wake();
    await scanner.settled();
    expect(unscanned()).toEqual([]);
  });

  it('looks at nothing more when it is closed', async () => {
    await put('incoming/a');
    open(() => ({ kind: 'clean' }));
    await scanner.close();
    scanner.wake();
    await scanner.settled();
    expect(looked).toEqual([]);
  });

  it('is asked several times before a file cannot be looked at', async () => {
    const answers: Verdict[] = [{ kind: 'failed', because: '1' }, { kind: 'failed', because: '2' }, { kind: 'clean' }];
    expect(await persistent(() => Promise.resolve(answers.shift() ?? gone()))).toEqual({ kind: 'clean' });
    let count = 0;
    expect(await persistent(() => Promise.resolve({ kind: 'failed', because: String((count += 1)) }))).toEqual({
      kind: 'failed',
      because: '3',
    });
    open(() => ({ kind: 'clean' }));
  });
});
