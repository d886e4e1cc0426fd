import { copyFileSync, createReadStream, linkSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { backup as copyStore, DatabaseSync } from 'node:sqlite';
import { readIdentity } from './identity.ts';
import { hostTimeOf, Manifest, manifestName, type Part } from './manifest.ts';
import { type Moment, takeMoment } from './moment.ts';
import { backupDraft, emailFiles, looseFiles } from './parts.ts';
import { tarWriter, type Write } from './tar.ts';

/** Files of one moment, each by a name of its own in the draft folder: what a host writes or removes since is another file. */
export interface Pinned {
  readonly moment: Moment;
  readonly loose: readonly { readonly name: string; readonly bytes: number }[];
  readonly emails: readonly string[];
  readonly contents: readonly string[];
  readonly missing: readonly string[];
}

/** So often a file may vanish while its moment is pinned (a refused one, one nobody kept) until we give up. */
const attempts = 5;

/** Of one moment; holds secrets and personal data. Throws: no store, changed too often, another is being made. */
export const writeBackup = (dataDir: string, write: Write, madeAt: Date): Promise<Manifest> =>
  ofOneMoment(dataDir, (draft, pinned) => writeArchive(dataDir, draft, pinned, write, madeAt));

/** Calls with a folder of drafts and what is kept still. Throws: no store, changed too often, a backup is being made. */
export async function ofOneMoment<Result>(
  dataDir: string,
  work: (draft: string, pinned: Pinned) => Promise<Result>,
): Promise<Result> {
  const unlock = lockBackups(dataDir);
  const draft = join(dataDir, backupDraft);
  try {
    rmSync(draft, { recursive: true, force: true });
    const pinned = pin(dataDir, draft);
    try {
      return await work(draft, pinned);
    } finally {
      pinned.moment.close();
    }
  } finally {
    rmSync(draft, { recursive: true, force: true });
    unlock();
  }
}

/** The operating system's lock: a killed backup leaves none. */
function lockBackups(dataDir: string): () => void {
  if (!statSync(dataDir, { throwIfNoEntry: false }))
    throw new Error(`There is no ${dataDir}: set DATA_DIR to the data folder.`);
  const lock = new DatabaseSync(join(dataDir, 'backup.lock'), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    throw new Error(`Another backup of ${dataDir} is being made.`);
  }
  return () => {
    lock.close();
  };
}

function pin(dataDir: string, draft: string): Pinned {
  const contentsOf = join(draft, 'contents');
  mkdirSync(contentsOf, { recursive: true, mode: 0o700 });
  for (let attempt = 1; ; attempt += 1) {
    const { moment, found } = takeMoment(dataDir, () => ({
      loose: looseFiles(dataDir).map((name) => keep(dataDir, draft, name)),
      emails: emailFiles(dataDir),
    }));
    try {
      const contents = namedContents(moment.store('objects/index.sqlite'));
      const absent = contents.filter((sha256) => !keepContent(dataDir, contentsOf, sha256));
      const live = new Set(absent.length === 0 ? [] : namedNow(dataDir));
      // What no row names any more went since the moment: another moment is taken, which is whole.
      if (absent.every((sha256) => live.has(sha256))) {
        const missing = new Set(absent);
        return { moment, ...found, contents: contents.filter((sha256) => !missing.has(sha256)), missing: absent };
      }
      if (attempt === attempts)
        throw new Error('Files were removed again and again while the backup began. Try again.');
    } catch (error) {
      moment.close();
      throw error;
    }
    moment.close();
  }
}

/** Another name for the file that is there now: whoever writes it anew makes another file. What is appended to it is not of this moment. */
function keep(dataDir: string, draft: string, name: string): { name: string; bytes: number } {
  const to = join(draft, name);
  rmSync(to, { force: true });
  linkOrCopy(join(dataDir, name), to);
  return { name, bytes: statSync(to).size };
}

/** Contents never change: one that is kept already stays. Returns whether it is there. */
function keepContent(dataDir: string, folder: string, sha256: string): boolean {
  const to = join(folder, sha256);
  if (statSync(to, { throwIfNoEntry: false })) return true;
  try {
    linkOrCopy(join(dataDir, 'objects', 'contents', sha256), to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/** Some file systems have no second names. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'ENOSYS'].includes(codeOf(error))) throw error;
    copyFileSync(from, to);
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

const namedContents = (index: DatabaseSync): string[] =>
  index
    .prepare('SELECT DISTINCT sha256 FROM objects ORDER BY sha256')
    .all()
    .map((row) => String(row['sha256']));

function namedNow(dataDir: string): string[] {
  const index = new DatabaseSync(join(dataDir, 'objects', 'index.sqlite'), { readOnly: true });
  try {
    return namedContents(index);
  } finally {
    index.close();
  }
}

async function writeArchive(
  dataDir: string,
  draft: string,
  pinned: Pinned,
  write: Write,
  madeAt: Date,
): Promise<Manifest> {
  const { moment, loose, emails, contents } = pinned;
  const archive = tarWriter(write);
  const parts: Part[] = [];
  const add = async (name: string, path: string, bytes = statSync(path).size) => {
    const content = bytes === 0 ? [] : (createReadStream(path, { end: bytes - 1 }) as AsyncIterable<Buffer>);
    parts.push({ name, bytes, sha256: await archive.add(name, bytes, content) });
  };
  for (const name of moment.names) {
    const copy = join(draft, 'store.sqlite');
    await copyStore(moment.store(name), copy, { rate: 2_000 });
    await add(name, copy);
    rmSync(copy);
  }
  for (const { name, bytes } of loose) await add(name, join(draft, name), bytes);
  for (const name of emails) await add(`mail/${name}`, join(dataDir, 'mail', name));
  for (const sha256 of contents) await add(`objects/contents/${sha256}`, join(draft, 'contents', sha256));
  const manifest = manifestOf(draft, pinned, parts, madeAt);
  const text = Buffer.from(`${JSON.stringify(manifest, undefined, 1)}\n`);
  await archive.add(manifestName, text.length, [text]);
  await archive.finish();
  return manifest;
}

function manifestOf(
  draft: string,
  { moment, emails, contents, missing }: Pinned,
  parts: readonly Part[],
  madeAt: Date,
): Manifest {
  const count = (store: string, text: string) => Number(moment.store(store).prepare(text).get()?.['count'] ?? 0);
  const identity = readIdentity(draft);
  return Manifest.parse({
    backup: 1,
    madeAt: madeAt.toISOString(),
    hostTime: hostTimeOf(draft, madeAt),
    ...(identity && { folder: identity.id }),
    format: identity?.format ?? 1,
    node: process.version,
    counts: {
      projects: count('table.sqlite', `SELECT count(*) AS count FROM zholkarta WHERE sk = 'S:STATE#PROJECT'`),
      running: count('executions.sqlite', `SELECT count(*) AS count FROM executions WHERE status = 'RUNNING'`),
      emails: emails.length,
      files: contents.length,
    },
    missing,
    parts,
  });
}
