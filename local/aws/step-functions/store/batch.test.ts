import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { Batch } from './batch.ts';

function open(): { db: DatabaseSync; batch: Batch; rows: () => number } {
  const db = new DatabaseSync(':memory:');
  db.exec('CREATE TABLE t (n INTEGER PRIMARY KEY)');
  return {
    db,
    batch: new Batch(db),
    rows: () => Number((db.prepare('SELECT count(*) AS n FROM t').get() as { n: number }).n),
  };
}

describe('a batch', () => {
  it('saves the writes of one turn together', async () => {
    const { db, batch, rows } = open();
    batch.write(() => {
      db.exec('INSERT INTO t VALUES (1)');
    });
    batch.write(() => {
      db.exec('INSERT INTO t VALUES (2)');
    });
    expect(db.isTransaction).toBe(true);
    await batch.saved();
    expect([db.isTransaction, rows()]).toEqual([false, 2]);
  });

  it('saves nothing more once a write has failed, and says so', async () => {
    const { db, batch, rows } = open();
    batch.write(() => {
      db.exec('INSERT INTO t VALUES (1)');
    });
    expect(() => {
      batch.write(() => {
        db.exec('INSERT INTO t VALUES (1)');
      });
    }).toThrow(/UNIQUE/);
    await expect(batch.saved()).rejects.toThrow(/UNIQUE/);
    expect(rows()).toBe(0);
    expect(() => {
      batch.write(() => undefined);
    }).toThrow(/UNIQUE/);
  });

  it('has nothing to wait for when nothing was written', async () => {
    await expect(open().batch.saved()).resolves.toBeUndefined();
  });
});
