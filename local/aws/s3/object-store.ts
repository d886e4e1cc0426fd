import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { type Draft, receive } from './draft.ts';
import { type Checksum, type ObjectIndex, openIndex, type StoredObject } from './object-index.ts';

/** Objects on disk. What a method has returned or resolved for survives a power cut. */
export interface ObjectStore extends Pick<ObjectIndex, 'find' | 'list'> {
  /** Takes bytes in; rejects with EntityTooLarge beyond `most`. */
  readonly receive: (source: AsyncIterable<Buffer>, most?: number) => Promise<Draft>;
  readonly drop: (draft: Draft) => void;
  readonly put: (
    draft: Draft,
    object: { readonly key: string; readonly type: string; readonly checksum?: Checksum | undefined },
  ) => StoredObject;
  readonly copy: (from: StoredObject, to: string, checksum: Checksum | undefined) => StoredObject;
  readonly open: (object: StoredObject) => Promise<FileHandle>;
  readonly remove: (key: string) => void;
  /** Notes that a scanner has looked at an object, unless another has taken its place meanwhile. */
  readonly scanned: (object: StoredObject) => void;
  readonly close: () => void;
}

/**
 * Contents are files named by their SHA-256, each once; a row is written after its content and removed before it. A
 * kill leaves at most one content without a row, laid aside in `lost/`: it may be the index that is wrong. `now`: ms.
 */
export function openObjectStore(
  folder: string,
  now: () => number,
  onPut: (object: StoredObject) => void = () => undefined,
): ObjectStore {
  const [contents, drafts, lost] = [join(folder, 'contents'), join(folder, 'drafts'), join(folder, 'lost')];
  rmSync(drafts, { recursive: true, force: true });
  for (const one of [contents, drafts]) mkdirSync(one, { recursive: true, mode: 0o700 });
  const index = openIndex(join(folder, 'index.sqlite'));
  const pathOf = (sha256: string) => join(contents, sha256);
  const forget = (sha256: string | undefined) => {
    if (sha256 === undefined || index.isNamed(sha256)) return;
    rmSync(pathOf(sha256), { force: true });
    syncFolder(contents);
  };
  const unnamed = readdirSync(contents).filter((sha256) => !index.isNamed(sha256));
  if (unnamed.length > 0) mkdirSync(lost, { recursive: true, mode: 0o700 });
  for (const sha256 of unnamed) renameSync(pathOf(sha256), join(lost, sha256));
  const save = (object: StoredObject): StoredObject => {
    const before = index.find(object.key);
    index.save(object);
    forget(before?.sha256);
    onPut(object);
    return object;
  };
  return {
    find: index.find,
    list: index.list,
    receive: (source, most) => receive(drafts, source, most),
    drop: ({ path }) => {
      rmSync(path, { force: true });
    },
    put: (draft, { key, type, checksum }) => {
      // In one go with the row: whoever removes the last row of a content removes the content.
      renameSync(draft.path, pathOf(draft.sha256));
      syncFolder(contents);
      return save({ key, type, checksum, bytes: draft.bytes, etag: draft.md5, sha256: draft.sha256, at: now() });
    },
    copy: (from, key, checksum) => save({ ...from, key, checksum, at: now() }),
    open: ({ sha256 }) => open(pathOf(sha256)),
    remove: (key) => {
      const before = index.find(key);
      index.remove(key);
      forget(before?.sha256);
    },
    scanned: index.scanned,
    close: index.close,
  };
}

/** A name is in a folder for good when the folder is on disk. */
export function syncFolder(path: string): void {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
