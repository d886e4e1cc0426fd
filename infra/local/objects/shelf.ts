import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Draft, receive } from './draft.ts';

/** The checksum an object was brought with, as S3 answers it. */
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

type Row = Record<'key' | 'type' | 'etag' | 'sha256', string> & Record<'bytes' | 'at', number> & { algorithm: Checksum['algorithm'] | null; checksum: string | null };

/** Objects on disk. What a method has returned or resolved for survives a power cut. */
export interface Shelf {
  /** Takes bytes in; rejects with EntityTooLarge beyond `most`. */
  readonly receive: (source: AsyncIterable<Buffer>, most?: number) => Promise<Draft>;
  /** Drops what was received and not put. */
  readonly drop: (draft: Draft) => void;
  readonly put: (draft: Draft, object: { readonly key: string; readonly type: string; readonly checksum?: Checksum | undefined }) => StoredObject;
  readonly copy: (from: StoredObject, to: string, checksum: Checksum | undefined) => StoredObject;
  readonly find: (key: string) => StoredObject | undefined;
  readonly open: (object: StoredObject) => Promise<FileHandle>;
  readonly remove: (key: string) => void;
  /** Those below a prefix that came up to a moment, oldest first; with `unscanned` only those no scanner has looked at. */
  readonly list: (prefix: string, filter: { readonly until?: number; readonly unscanned?: true; readonly limit: number }) => readonly StoredObject[];
  /** Notes that a scanner has looked at an object, unless another has taken its place meanwhile. */
  readonly scanned: (object: StoredObject) => void;
  readonly close: () => void;
}

const schema = `
  PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
  CREATE TABLE IF NOT EXISTS objects (
    key TEXT PRIMARY KEY, bytes INTEGER NOT NULL, type TEXT NOT NULL, etag TEXT NOT NULL, sha256 TEXT NOT NULL,
    algorithm TEXT, checksum TEXT, at INTEGER NOT NULL, scanned INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX IF NOT EXISTS bySha256 ON objects (sha256);
  CREATE INDEX IF NOT EXISTS byAge ON objects (at);`;

const objectOf = ({ algorithm, checksum, key, bytes, type, etag, sha256, at }: Row): StoredObject =>
  ({ key, bytes, type, etag, sha256, at, ...(algorithm !== null && checksum !== null && { checksum: { algorithm, value: checksum } }) });

/**
 * Contents are files named by their SHA-256, each once, whatever the number of objects; what is known of an object is a row,
 * written when its content is on disk and removed before its content is. So a kill leaves at most a content that no row
 * names, and drafts: both go at the next start.
 *
 * @param folder of its own @param now the host's clock, ms @param onPut told of each object that was put
 */
export function openShelf(folder: string, now: () => number, onPut: (object: StoredObject) => void = () => undefined): Shelf {
  const [contents, drafts] = [join(folder, 'contents'), join(folder, 'drafts')];
  rmSync(drafts, { recursive: true, force: true });
  for (const one of [contents, drafts]) mkdirSync(one, { recursive: true, mode: 0o700 });
  const db = new DatabaseSync(join(folder, 'index.sqlite'));
  db.exec(schema);
  const pathOf = (sha256: string) => join(contents, sha256);
  const isNamed = db.prepare('SELECT 1 FROM objects WHERE sha256 = ? LIMIT 1');
  for (const sha256 of readdirSync(contents)) if (!isNamed.get(sha256)) rmSync(pathOf(sha256));
  const one = db.prepare('SELECT * FROM objects WHERE key = ?');
  const insert = db.prepare('INSERT OR REPLACE INTO objects (key, bytes, type, etag, sha256, algorithm, checksum, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const deletion = db.prepare('DELETE FROM objects WHERE key = ?');
  const mark = db.prepare('UPDATE objects SET scanned = 1 WHERE key = ? AND sha256 = ? AND at = ?');
  const listed = db.prepare('SELECT * FROM objects WHERE substr(key, 1, length(:prefix)) = :prefix AND at <= :until AND scanned <= :scanned ORDER BY at, key LIMIT :limit');
  const find = (key: string): StoredObject | undefined => {
    const row = one.get(key);
    return row && objectOf(row as unknown as Row);
  };
  const forget = (sha256: string | undefined) => {
    if (sha256 !== undefined && !isNamed.get(sha256)) rmSync(pathOf(sha256), { force: true });
  };
  const write = (object: StoredObject): StoredObject => {
    const before = find(object.key);
    insert.run(object.key, object.bytes, object.type, object.etag, object.sha256, object.checksum?.algorithm ?? null, object.checksum?.value ?? null, object.at);
    forget(before?.sha256);
    return object;
  };
  return {
    receive: (source, most) => receive(drafts, source, most),
    drop: ({ path }) => { rmSync(path, { force: true }); },
    put: (draft, { key, type, checksum }) => {
      // In one go with the row: whoever removes the last row of a content removes the content.
      renameSync(draft.path, pathOf(draft.sha256));
      syncFolder(contents);
      const object = write({ key, type, checksum, bytes: draft.bytes, etag: draft.md5, sha256: draft.sha256, at: now() });
      onPut(object);
      return object;
    },
    copy: (from, key, checksum) => {
      const object = write({ ...from, key, checksum, at: now() });
      onPut(object);
      return object;
    },
    find,
    open: ({ sha256 }) => open(pathOf(sha256)),
    remove: (key) => {
      const before = find(key);
      deletion.run(key);
      forget(before?.sha256);
    },
    list: (prefix, { until = Number.MAX_SAFE_INTEGER, unscanned, limit }) => listed.all({ prefix, until, scanned: unscanned ? 0 : 1, limit }).map((row) => objectOf(row as unknown as Row)),
    scanned: ({ key, sha256, at }) => { mark.run(key, sha256, at); },
    close: () => { db.close(); },
  };
}

/** A name is in a folder for good when the folder is on disk. */
function syncFolder(path: string): void {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
