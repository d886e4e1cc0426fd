import { existsSync, realpathSync } from 'node:fs';
import { lockFolder } from '../../host/lock.ts';
import { writeBackup } from '../backup.ts';
import { currentFormat, readIdentity } from '../identity.ts';
import { openOutput } from '../output.ts';
import { addMissingIndexes } from './add-missing-indexes.ts';
import { giveIdentity } from './give-identity.ts';
import type { Migration } from './migration.ts';
import { raiseFormat } from './raise-format.ts';
import { recountZones } from './recount-zones.ts';
import { rewriteLists } from './rewrite-lists.ts';
import { rewriteWords } from './rewrite-words.ts';

/** A released step is never changed: what it did is in somebody's folder. Those that change stores come first. */
const migrations: readonly Migration[] = [
  addMissingIndexes,
  rewriteLists,
  recountZones,
  rewriteWords,
  { ...addMissingIndexes, to: 4 },
  { ...rewriteLists, to: 4, name: 'open work of zones' },
  { ...rewriteLists, to: 5, name: 'what open work needs of lines' },
  { ...recountZones, to: 6, name: 'how far zones are built' },
  giveIdentity,
  raiseFormat,
];

interface Options {
  readonly dataDir: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly now: Date;
  /** Where the backup goes that is made first; beside the folder unless told. */
  readonly backupFile?: string | undefined;
  readonly say: (text: string) => void;
}

/** After a backup; broken off it goes on when called again. Throws when a host runs, or the folder is newer. */
export async function migrate({ dataDir: folder, environment, now, backupFile, say }: Options): Promise<void> {
  if (!existsSync(folder)) throw new Error(`There is no ${folder}: set DATA_DIR to the data folder.`);
  // The engine is known by the path of its file: an orphan is found however the folder is spelled.
  const dataDir = realpathSync(folder);
  const lock = lockFolder(dataDir);
  try {
    const from = readIdentity(dataDir)?.format ?? 1;
    if (from > currentFormat)
      throw new Error(
        `${dataDir} is of format ${String(from)}, which a newer version made; this version reads ${String(currentFormat)}. Nothing was changed.`,
      );
    if (from === currentFormat) return say(`${dataDir} is of format ${String(currentFormat)} already: nothing to do.`);
    const stamp = now.toISOString().replace(/[-:.]/g, '');
    await backUp(dataDir, backupFile ?? `${dataDir}.format-${String(from)}.${stamp}.tar`, now, say);
    const steps = migrations.filter(({ to }) => to > from);
    for (const { name, run } of steps) say(`${name}: ${await run({ dataDir, environment, now })}`);
    say(`${dataDir} is of format ${String(currentFormat)} now. Look: npm run check`);
  } finally {
    lock.release();
  }
}

async function backUp(dataDir: string, file: string, now: Date, say: Options['say']): Promise<void> {
  const output = await openOutput(file);
  try {
    await writeBackup(dataDir, output.write, now);
    await output.finish();
  } catch (error) {
    await output.drop();
    throw error;
  }
  say(`backup of before: ${file}`);
}
