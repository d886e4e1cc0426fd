import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The stores that change together: a moment holds all of them still. */
export const heldStores = ['table.sqlite', 'executions.sqlite', 'objects/index.sqlite'] as const;
export const signInStore = 'sign-in.sqlite';

/** What a backup is made from; one that was killed leaves it to the next. */
export const backupDraft = 'backup.draft';
/** What a restore has read and not put in its place; while it is there the folder is not whole. */
export const restoreDraft = 'restore.draft';

/** `endpoints.json` must not be restored: a command given to the copy would go to the host that was copied. */
const ofTheHost =
  /^(host\.(lock|pid|log(\.1)?)|endpoints\.json|.*\.lock(-journal)?|.*\.sqlite(-wal|-shm|-journal)?|.*\.draft)$/;

export const isLoose = (name: string): boolean => !ofTheHost.test(name);

export const looseFiles = (dataDir: string): readonly string[] =>
  readdirSync(dataDir, { withFileTypes: true })
    .flatMap((entry) => (entry.isFile() && isLoose(entry.name) ? [entry.name] : []))
    .toSorted();

/** Oldest first. */
export const emailFiles = (dataDir: string): readonly string[] =>
  namesIn(join(dataDir, 'mail'))
    .filter((name) => /^\d{9,}\.json$/.test(name))
    .toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));

export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
