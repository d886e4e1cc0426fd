import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';

/**
 * Writes a whole file so that a reader, or a start after `kill -9`, sees the old text or the new one, never a part.
 * `durable` also waits for the disk, which costs about a millisecond.
 */
export function writeWhole(path: string, text: string, options: { durable?: boolean; mode?: number } = {}): void {
  const draft = `${path}.${process.pid}.draft`;
  const file = openSync(draft, 'w', options.mode ?? 0o600);
  try {
    writeSync(file, text);
    if (options.durable) fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
}

/** The JSON of a file, or `undefined` when there is no such file; a file that is not JSON throws. */
export function readJson(path: string): unknown {
  const text = readText(path);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${path} is not JSON; remove it or restore it from a backup.`);
  }
}

/** The text of a file, or `undefined` when there is no such file. */
export function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';
