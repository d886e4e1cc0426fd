import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ExecutionRow } from '../interpreter/execution.ts';
import { newThread } from '../interpreter/thread.ts';
import { Store } from './store.ts';

const draft = (name: string, due?: number): Omit<ExecutionRow, 'id'> => ({
  arn: `arn:${name}`,
  machine: 'arn:m',
  status: 'RUNNING',
  started: 1,
  ...(due === undefined ? {} : { due }),
  body: { name, definition: 1, role: '', input: '{}', threads: 0, events: 0, redrives: 0, timeout: 0 },
});

describe('the store', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'states-store-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('refuses a file of another layout, and lets go of it', () => {
    const file = join(folder, 'other.db');
    new Store(file).close();
    const db = new DatabaseSync(file);
    db.exec('PRAGMA user_version = 7');
    db.close();
    expect(() => new Store(file)).toThrow('has layout 7, this engine reads 1');
    expect(() => new Store(file)).toThrow('has layout 7, this engine reads 1');
  });

  it('tells what is due, earliest first, of executions and their threads', async () => {
    const store = new Store(':memory:');
    store.batch.write(() => {
      const [late, early] = [store.insertExecution(draft('late', 30)), store.insertExecution(draft('early', 90))];
      store.saveThread(early, {
        ...newThread({ id: 0, parent: -1, index: 0, path: [] }, 'A', null, 1),
        phase: { kind: 'waiting', until: 10 },
      });
      store.saveThread(late, newThread({ id: 0, parent: -1, index: 0, path: [] }, 'A', null, 1));
    });
    await store.batch.saved();
    expect(store.nextDue()).toBe(10);
    expect(store.due(30, 9)).toEqual([
      { execution: 2, thread: 0, at: 10 },
      { execution: 1, thread: undefined, at: 30 },
    ]);
    expect(store.unfinished()).toEqual([1]);
    store.close();
  });

  it('gives events in order and backwards, in pages', async () => {
    const store = new Store(':memory:');
    store.batch.write(() => {
      for (const id of [1, 2, 3, 4]) store.addEvent(1, { id, type: 'T', previous: id - 1, time: id });
    });
    await store.batch.saved();
    expect(store.events(1, 2, 2, false).map(({ id }) => id)).toEqual([2, 3]);
    expect(store.events(1, 3, 9, true).map(({ id }) => id)).toEqual([3, 2, 1]);
    store.close();
  });
});
