import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One folder of bundles for all hosts of a run, also those in processes of their own; the first host that needs them makes them. */
export default function shareBundles(): (() => void) | undefined {
  // Every project of a run asks for it.
  if (process.env['BUNDLES_DIR'] !== undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'zholkarta-bundles-'));
  process.env['BUNDLES_DIR'] = folder;
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}
