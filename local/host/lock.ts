import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { readText, writeWhole } from '../kit/files.ts';

export interface Lock {
  release(): void;
}

/** Kept in sight: a connection that is collected as garbage lets go of its lock. */
const held = new Set<DatabaseSync>();

/**
 * Makes this process the only host of a data folder until `release` or its end, however it ends.
 *
 * The lock is one the operating system holds for the process (SQLite's), so `kill -9` frees it and nothing stale stays;
 * `host.pid` only names the holder to people. Throws when another host, in this process or another, holds the folder.
 */
export function lockFolder(dataDir: string): Lock {
  const database = new DatabaseSync(join(dataDir, 'host.lock'), { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch {
    database.close();
    const holder = readText(join(dataDir, 'host.pid'))?.trim();
    throw new Error(
      `${dataDir} is in use by another host${holder ? ` (process ${holder})` : ''}. Stop it, or set DATA_DIR to another folder.`,
    );
  }
  writeWhole(join(dataDir, 'host.pid'), `${process.pid}\n`);
  held.add(database);
  return {
    release() {
      held.delete(database);
      database.close();
    },
  };
}
