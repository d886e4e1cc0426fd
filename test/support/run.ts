import { mkdtempSync, readdirSync, rmSync, statfsSync, symlinkSync } from 'node:fs';
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

const prefix = 'zholkarta-run-';

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

/** What a run that was killed has left takes memory. */
function removeLeft(): void {
  for (const name of readdirSync(memory)) {
    const pid = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(memory, name), { recursive: true, force: true });
  }
}

/** A folder for all that a run puts down, in memory where there is room, and in it one of bundles for all hosts, also those in processes of their own; the first that needs them makes them. */
export default function openRun(): (() => void) | undefined {
  // Every project of a run asks for it.
  if (process.env['BUNDLES_DIR'] !== undefined) return undefined;
  const usual = tmpdir();
  const inMemory = hasRoom(memory);
  if (inMemory) removeLeft();
  const folder = mkdtempSync(join(inMemory ? memory : usual, `${prefix}${String(process.pid)}-`));
  // The browser is unpacked once for all runs.
  symlinkSync(join(usual, 'chromium'), join(folder, 'chromium'));
  process.env['TMPDIR'] = folder;
  // What one process has compiled, also of a host of its own, the next one reads.
  process.env['NODE_COMPILE_CACHE'] = join(folder, 'compiled');
  process.env['BUNDLES_DIR'] = mkdtempSync(join(folder, 'bundles-'));
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}
