import { DatabaseSync } from 'node:sqlite';

export type Unlock = () => void;

/** SQLite's own exclusive lock on a file beside the store: it goes with the process. Throws when another holds it. */
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
