import { mkdtempSync, rmSync, statfsSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where nothing waits for a disk: what is written here is held as on one by all who ask, until the machine ends, which no test does. */
const memory = '/dev/shm';
/** Bytes: many times what a run needs. */
const roomNeeded = 2 ** 31;

function hasRoom(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= roomNeeded;
  } catch {
    return false;
  }
}

/** A folder for all that a run puts down, in memory where there is room, and in it one of bundles for all hosts, also those in processes of their own; the first that needs them makes them. */
export default function openRun(): (() => void) | undefined {
  // Every project of a run asks for it.
  if (process.env['BUNDLES_DIR'] !== undefined) return undefined;
  const usual = tmpdir();
  const folder = mkdtempSync(join(hasRoom(memory) ? memory : usual, 'zholkarta-run-'));
  // The browser is unpacked once for all runs.
  symlinkSync(join(usual, 'chromium'), join(folder, 'chromium'));
  process.env['TMPDIR'] = folder;
  process.env['BUNDLES_DIR'] = mkdtempSync(join(folder, 'bundles-'));
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}
