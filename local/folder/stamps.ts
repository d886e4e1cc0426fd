import { DatabaseSync } from 'node:sqlite';

/** Under which the table keeps whose it is. The local host alone reads and writes it. */
export const folderKey = { PK: 'FOLDER#', SK: 'FOLDER' } as const;

export interface Stamp {
  /** Of the folder; `undefined` in a store that carries none. */
  readonly id: string | undefined;
  /** What SQLite says is wrong with the file; `undefined` for a whole one. */
  readonly damage: string | undefined;
}

/** Reads a store of SQLite without writing to it: its id, and whether its pages hang together (some 70 ms for 100 MB). @param tableName of the engine's file, where the id is an item */
export function readStamp(file: string, tableName?: string): Stamp {
  try {
    const database = new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
    try {
      const found = String(database.prepare('PRAGMA quick_check(1)').get()?.['quick_check']);
      return found === 'ok'
        ? { id: idIn(database, tableName), damage: undefined }
        : { id: undefined, damage: found.replace(/\s+/g, ' ') };
    } finally {
      database.close();
    }
  } catch (error) {
    return { id: undefined, damage: error instanceof Error ? error.message : String(error) };
  }
}

function idIn(database: DatabaseSync, tableName: string | undefined): string | undefined {
  const name = tableName ?? 'folder';
  if (database.prepare('SELECT 1 FROM sqlite_schema WHERE type = ? AND name = ?').get('table', name) === undefined)
    return undefined;
  // The engine's private layout (Dynoxide 1.2.1, pinned; a test guards it).
  const row =
    tableName === undefined
      ? database.prepare('SELECT id FROM folder').get()
      : database
          .prepare(`SELECT json_extract(item_json, '$.id.S') AS id FROM "${tableName}" WHERE pk = ? AND sk = ?`)
          .get(`S:${folderKey.PK}`, `S:${folderKey.SK}`);
  return typeof row?.['id'] === 'string' ? row['id'] : undefined;
}

/** Puts the folder's id into a store of SQLite, whoever else has it open; durable when it returns. */
export function writeStamp(file: string, id: string): void {
  const database = new DatabaseSync(file, { timeout: 5_000 });
  try {
    database.exec(
      'PRAGMA synchronous = FULL; BEGIN IMMEDIATE; CREATE TABLE IF NOT EXISTS folder (id TEXT NOT NULL) STRICT; DELETE FROM folder',
    );
    database.prepare('INSERT INTO folder (id) VALUES (?)').run(id);
    database.exec('COMMIT');
  } finally {
    database.close();
  }
}
