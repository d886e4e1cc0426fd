import { DatabaseSync } from 'node:sqlite';

export interface Checksum {
  readonly algorithm: 'SHA256' | 'CRC32';
  /** Base64. */
  readonly value: string;
}

export interface StoredObject {
  readonly key: string;
  readonly bytes: number;
  readonly type: string;
  /** Without quotes. */
  readonly etag: string;
  readonly checksum?: Checksum | undefined;
  /** Hexadecimal; the name of its content. */
  readonly sha256: string;
  /** When it came, ms of the host's clock. */
  readonly at: number;
}

/** Which objects of a folder: those that came up to a moment; with `unscanned` only those no scanner has looked at. */
export interface Filter {
  readonly until?: number;
  readonly unscanned?: true;
  readonly limit: number;
}

/** What a method has returned from survives a power cut. */
export interface ObjectIndex {
  readonly find: (key: string) => StoredObject | undefined;
  /** An object of that key before is no more; no scanner has looked at this one. */
  readonly save: (object: StoredObject) => void;
  readonly remove: (key: string) => void;
  readonly isNamed: (sha256: string) => boolean;
  /** Objects of a folder (`incoming/`), oldest first. */
  readonly list: (folder: string, filter: Filter) => readonly StoredObject[];
  readonly scanned: (object: StoredObject) => void;
  readonly close: () => void;
}

type Row = Record<'key' | 'type' | 'etag' | 'sha256', string> &
  Record<'bytes' | 'at', number> & { algorithm: Checksum['algorithm'] | null; checksum: string | null };

const folderOf = "substr(key, 1, instr(key, '/'))";
const schema = `
  PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
  CREATE TABLE IF NOT EXISTS objects (
    key TEXT PRIMARY KEY, bytes INTEGER NOT NULL, type TEXT NOT NULL, etag TEXT NOT NULL, sha256 TEXT NOT NULL,
    algorithm TEXT, checksum TEXT, at INTEGER NOT NULL, scanned INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX IF NOT EXISTS bySha256 ON objects (sha256);
  CREATE INDEX IF NOT EXISTS byFolder ON objects (${folderOf}, at);`;

function objectOf(row: unknown): StoredObject {
  const { algorithm, checksum, key, bytes, type, etag, sha256, at } = row as Row;
  return {
    key,
    bytes,
    type,
    etag,
    sha256,
    at,
    ...(algorithm !== null && checksum !== null && { checksum: { algorithm, value: checksum } }),
  };
}

export function openIndex(file: string): ObjectIndex {
  // A backup holds it for milliseconds.
  const db = new DatabaseSync(file, { timeout: 5_000 });
  db.exec(schema);
  const one = db.prepare('SELECT * FROM objects WHERE key = ?');
  const insert = db.prepare(
    'INSERT OR REPLACE INTO objects (key, bytes, type, etag, sha256, algorithm, checksum, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const deletion = db.prepare('DELETE FROM objects WHERE key = ?');
  const named = db.prepare('SELECT 1 FROM objects WHERE sha256 = ? LIMIT 1');
  const mark = db.prepare('UPDATE objects SET scanned = 1 WHERE key = ? AND sha256 = ? AND at = ?');
  const listed = db.prepare(
    `SELECT * FROM objects WHERE ${folderOf} = :folder AND at <= :until AND scanned <= :scanned ORDER BY at, key LIMIT :limit`,
  );
  return {
    find: (key) => {
      const row = one.get(key);
      return row && objectOf(row);
    },
    save: ({ key, bytes, type, etag, sha256, checksum, at }) => {
      insert.run(key, bytes, type, etag, sha256, checksum?.algorithm ?? null, checksum?.value ?? null, at);
    },
    remove: (key) => {
      deletion.run(key);
    },
    isNamed: (sha256) => named.get(sha256) !== undefined,
    list: (folder, { until = Number.MAX_SAFE_INTEGER, unscanned, limit }) =>
      listed.all({ folder, until, scanned: unscanned ? 0 : 1, limit }).map(objectOf),
    scanned: ({ key, sha256, at }) => {
      mark.run(key, sha256, at);
    },
    close: () => {
      db.close();
    },
  };
}
