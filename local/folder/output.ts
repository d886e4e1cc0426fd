import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { link, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Write } from './tar.ts';

/** Where a backup goes. It is there whole, after `finish`, or not at all. */
export interface Output {
  readonly name: string;
  readonly write: Write;
  readonly finish: () => Promise<void>;
  readonly drop: () => Promise<void>;
}

/** A file that is not there yet, its owner's alone and on disk when finished; `-` for standard output. */
export async function openOutput(file: string): Promise<Output> {
  if (file === '-') return standardOutput();
  const there = () => new Error(`${file} is there already; name another file, nothing was written.`);
  if (existsSync(file)) throw there();
  const draft = `${file}.draft`;
  const handle = await open(draft, 'w', 0o600);
  await handle.chmod(0o600);
  return {
    name: file,
    write: async (bytes) => void (await handle.writeFile(bytes)),
    finish: async () => {
      await handle.sync();
      await handle.close();
      await publish(draft, file, there);
    },
    drop: async () => {
      await handle.close().catch(() => undefined);
      await rm(draft, { force: true });
    },
  };
}

/** A second name fails where the file has come to be there meanwhile; a disk without second names looks first. */
async function publish(draft: string, file: string, there: () => Error): Promise<void> {
  try {
    await link(draft, file);
    await rm(draft);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw there();
    if (existsSync(file)) throw there();
    await rename(draft, file);
  }
  const folder = await open(dirname(file), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function standardOutput(): Output {
  const { stdout } = process;
  if (stdout.isTTY)
    throw new Error('A backup is no text for a terminal: name a file, or lead standard output elsewhere.');
  return {
    name: 'standard output',
    write: async (bytes) => {
      if (bytes.length > 0 && !stdout.write(bytes)) await once(stdout, 'drain');
    },
    finish: () =>
      new Promise((resolve) => {
        stdout.end(resolve);
      }),
    drop: () => Promise.resolve(),
  };
}
