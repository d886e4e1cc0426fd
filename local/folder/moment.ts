import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { heldStores, signInStore } from './parts.ts';

export interface Moment {
  /** A reader of a store, by its name in the folder. Throws for one that is not there. */
  store(name: string): DatabaseSync;
  readonly names: readonly string[];
  close(): void;
}

/** A writer of ours waits so long for one of the host's, ms, and then lets go of all and begins again. */
const patience = 500;
const attempts = 60;

/**
 * Holds every store still for some ms, beside a running host too; readers see this moment until they are closed.
 * `during` takes no time. Throws when a store is missing, or a writer holds one for half a minute.
 */
export function takeMoment<Found>(
  dataDir: string,
  during: () => Found,
): { readonly moment: Moment; readonly found: Found } {
  const missing = heldStores.filter((name) => !existsSync(join(dataDir, name)));
  if (missing.length > 0)
    throw new Error(
      `${dataDir} has no ${missing.join(', ')}. Is it the data folder (DATA_DIR)? A table that lies at an endpoint of its own is kept there.`,
    );
  for (let attempt = 1; ; attempt += 1) {
    const writers: DatabaseSync[] = [];
    try {
      for (const name of heldStores) writers.push(lock(join(dataDir, name)));
      const moment = openReaders(dataDir);
      return { moment, found: during() };
    } catch (error) {
      if (!isBusy(error) || attempt === attempts) throw error;
    } finally {
      for (const writer of writers) writer.close();
    }
  }
}

function lock(file: string): DatabaseSync {
  const writer = new DatabaseSync(file, { timeout: patience });
  try {
    writer.exec('BEGIN IMMEDIATE');
    return writer;
  } catch (error) {
    writer.close();
    throw error;
  }
}

function openReaders(dataDir: string): Moment {
  const names = [...heldStores, signInStore].filter((name) => existsSync(join(dataDir, name)));
  const readers = new Map(
    names.map((name): [string, DatabaseSync] => [
      name,
      new DatabaseSync(join(dataDir, name), { readOnly: true, timeout: patience }),
    ]),
  );
  for (const reader of readers.values()) {
    reader.exec('BEGIN');
    // A transaction sees the moment of its first look.
    reader.prepare('SELECT count(*) FROM sqlite_schema').get();
  }
  return {
    names,
    store: (name) => {
      const reader = readers.get(name);
      if (!reader) throw new Error(`There is no ${name}.`);
      return reader;
    },
    close: () =>
      readers.forEach((reader) => {
        reader.close();
      }),
  };
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && [5, 6].includes(Number(error.errcode) & 0xff);
