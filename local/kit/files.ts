import { closeSync, fsyncSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Patience, realPatience } from './patience.ts';

/** A start after `kill -9` sees the old text or the new one, never a part. `durable` waits for the disk (1 ms). */
export function writeWhole(path: string, text: string, options: { durable?: boolean; mode?: number } = {}): void {
  const draft = `${path}.${process.pid}.draft`;
  try {
    const file = openSync(draft, 'w', options.mode ?? 0o600);
    try {
      writeSync(file, text);
      if (options.durable) fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** As `writeWhole` with `durable`, without holding up other work meanwhile. */
export async function writeDurably(path: string, text: string): Promise<void> {
  const draft = `${path}.${process.pid}.draft`;
  try {
    const file = await open(draft, 'w', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Removes what a process that was killed while it wrote has left in a folder. */
export function removeDrafts(folder: string): void {
  for (const name of readdirSync(folder)) if (/\.\d+\.draft$/.test(name)) rmSync(join(folder, name), { force: true });
}

export interface Notebook {
  note(text: string): void;
  flush(): void;
}

/** Up to so many ms of notes are lost when the process is killed; a note that could not be written is tried again after a second. */
const noteDelay = { first: 50, again: 1_000 } as const;

export function openNotebook(path: string, patience: Patience = realPatience): Notebook {
  let waiting: string | undefined;
  let forget: (() => void) | undefined;
  const flush = () => {
    forget?.();
    forget = undefined;
    if (waiting !== undefined) writeWhole(path, waiting);
    waiting = undefined;
  };
  // Where nobody waits for it nothing is lost: a note says how far something has come, and is repeated by what comes after it.
  const flushOrLater = () => {
    try {
      flush();
    } catch {
      forget = patience.after(noteDelay.again, flushOrLater);
    }
  };
  return {
    note(text) {
      waiting = text;
      forget ??= patience.after(noteDelay.first, flushOrLater);
    },
    flush,
  };
}

/** The JSON of a file, or `undefined` when there is no such file; a file that is not JSON throws. @param remedy what the operator is to do then */
export function readJson(path: string, remedy = 'put it back from a backup of this folder'): unknown {
  const text = readText(path);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${path} is not JSON: ${remedy}.`);
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
