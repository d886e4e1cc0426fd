import { spawnSync } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { migrate } from '#local/folder/migrations/index.ts';
import { newFolder } from './host.ts';

/**
 * A data folder made by the release before (format 1, commit 63a0d1f): five letters of Aqtöbe, one of them withdrawn, their
 * documents, emails and executions. Its clock stands ten days after the forum, whenever this is run.
 */
export function oldFolder(): string {
  const dataDir = newFolder();
  const archive = fileURLToPath(new URL('../fixtures/data-folder-of-format-1.tar.gz', import.meta.url));
  const { status, stderr } = spawnSync('tar', ['-xzf', archive, '--no-same-owner', '-C', dataDir], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  writeFileSync(
    join(dataDir, 'clock.json'),
    JSON.stringify({ offset: Date.parse('2025-12-23T09:00:00+05:00') - Date.now() }),
  );
  return dataDir;
}

let migrated: Promise<string> | undefined;

/** The same folder, brought to this release: migrated once a process, and copied. */
export async function migratedFolder(): Promise<string> {
  migrated ??= (async () => {
    const folder = oldFolder();
    await migrate({
      dataDir: folder,
      environment: {},
      now: new Date(),
      backupFile: join(newFolder(), 'before.tar'),
      say: () => undefined,
    });
    return folder;
  })();
  const dataDir = newFolder();
  cpSync(await migrated, dataDir, { recursive: true, preserveTimestamps: true });
  return dataDir;
}

/** Changes a store of a stopped folder behind everybody's back. */
export function tamper(dataDir: string, store: string, ...statements: readonly string[]): void {
  const database = new DatabaseSync(join(dataDir, store));
  try {
    for (const statement of statements) database.exec(statement);
  } finally {
    database.close();
  }
}
