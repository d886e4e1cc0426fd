import { DatabaseSync } from 'node:sqlite';

/** Releases the lock of a store. */
export type Unlock = () => void;

/**
 * Locks a store against a second engine, in this process or another. The lock is SQLite's own exclusive lock on a file beside
 * the store, so the operating system drops it when the process dies, however it dies.
 * @param file the store's file; ':memory:' needs no lock
 * @throws Error when another engine holds it
 */
export function lockStore(file: string): Unlock {
  if (file === ':memory:') return () => undefined;
  const guard = new DatabaseSync(`${file}.lock`);
  try {
    guard.exec('PRAGMA busy_timeout = 0; PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE');
  } catch {
    guard.close();
    throw new Error(`Another workflow engine runs on ${file}`);
  }
  return () => {
    guard.close();
  };
}
