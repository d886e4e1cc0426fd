import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockStore } from './lock.ts';

describe('the lock of a store', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'states-lock-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('is had by one at a time', () => {
    const file = join(folder, 'a.db');
    const unlock = lockStore(file);
    expect(() => lockStore(file)).toThrow('Another workflow engine runs on');
    const other = lockStore(join(folder, 'b.db'));
    unlock();
    lockStore(file)();
    other();
  });

  it('is not needed in memory', () => {
    lockStore(':memory:')();
    lockStore(':memory:')();
  });
});
