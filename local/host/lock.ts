import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { readText, writeWhole } from '../kit/files.ts';

export interface Lock {
  release(): void;
}

/** Kept in sight: a connection that is collected as garbage lets go of its lock. */
const held = new Set<DatabaseSync>();

/** The system's lock (SQLite's): `kill -9` frees it; `host.pid` is for people. Throws when another host holds it. */
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
