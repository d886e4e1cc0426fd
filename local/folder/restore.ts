import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { holdSending } from '../aws/ses/hold.ts';
import { lockFolder } from '../host/lock.ts';
import { syncFolder } from '../aws/s3/object-store.ts';
import { currentFormat } from './identity.ts';
import { Manifest, manifestName, type Part } from './manifest.ts';
import { namesIn, restoreDraft } from './parts.ts';
import { allOf, type Entry, readTar } from './tar.ts';

/** Names of a data folder's own making; nothing that leads out of it. */
const safeName = /^(?!.*(?:^|\/)\.)[\w.-]+(?:\/[\w.-]+){0,2}$/;

/** Compared with the manifest before anything takes its place. Throws, leaving nothing: not empty, whole or ours. */
export async function restore(source: AsyncIterable<Buffer>, dataDir: string, now: Date): Promise<Manifest> {
  refuseUsedFolder(dataDir, 'Restore');
  return fillEmptyFolder(dataDir, now, async (draft) => {
    const result = await unpack(source, draft);
    return { result, because: `restored from a backup of ${result.madeAt}` };
  });
}

export function refuseUsedFolder(dataDir: string, what: 'Restore' | 'Import'): void {
  if (namesIn(dataDir).length > 0)
    throw new Error(`${dataDir} is not empty. ${what} into an empty folder (DATA_DIR); nothing was changed.`);
}

/** What `fill` puts into a draft takes its place at once, with sending held; when it throws nothing is left. */
export async function fillEmptyFolder<Result>(
  dataDir: string,
  now: Date,
  fill: (draft: string) => Promise<{ readonly result: Result; readonly because: string }>,
): Promise<Result> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  chmodSync(dataDir, 0o700);
  const lock = lockFolder(dataDir);
  const draft = join(dataDir, restoreDraft);
  try {
    mkdirSync(draft, { mode: 0o700 });
    const { result, because } = await fill(draft);
    for (const folder of ['mail', 'objects/contents']) mkdirSync(join(draft, folder), { recursive: true, mode: 0o700 });
    holdSending(draft, because, now);
    for (const name of readdirSync(draft)) renameSync(join(draft, name), join(dataDir, name));
    syncFolder(dataDir);
    // Its being there says that a restore has not come to its end.
    rmSync(draft, { recursive: true });
    return result;
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  } finally {
    lock.release();
    for (const name of ['host.lock', 'host.pid']) rmSync(join(dataDir, name), { force: true });
  }
}

async function unpack(source: AsyncIterable<Buffer>, draft: string): Promise<Manifest> {
  const found = new Map<string, Part>();
  let manifest: Manifest | undefined;
  for await (const entry of readTar(source)) {
    if (manifest) throw new Error('The backup goes on after its manifest: it was not made by `npm run backup`.');
    if (entry.name === manifestName) manifest = manifestOf((await allOf(entry.content)).toString());
    else found.set(entry.name, await unpackOne(entry, draft));
  }
  if (!manifest) throw new Error('The backup has no manifest: it is not whole, or was not made by `npm run backup`.');
  compareParts(manifest.parts, found, 'backup');
  const folders = new Set([...found.keys()].map((name) => join(draft, dirname(name))));
  folders.forEach(syncFolder);
  return manifest;
}

function manifestOf(text: string): Manifest {
  const { success, data } = Manifest.safeParse(JSON.parse(text));
  if (!success) throw new Error('The manifest of the backup cannot be read: it was made by another version.');
  if (data.format > currentFormat)
    throw new Error(
      `The backup is of a data folder of format ${String(data.format)}; this version reads up to ${String(currentFormat)}. Restore it with the version that made it, or a newer one.`,
    );
  return data;
}

export async function unpackOne({ name, bytes, content }: Entry, draft: string): Promise<Part> {
  if (!safeName.test(name))
    throw new Error(
      `The backup holds a file with the name ${JSON.stringify(name)}: it was not made by \`npm run backup\`.`,
    );
  const path = join(draft, name);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, 'wx', 0o600);
  const sha256 = createHash('sha256');
  try {
    for await (const chunk of content) {
      sha256.update(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { name, bytes, sha256: sha256.digest('hex') };
}

/** Throws where a part is missing, another, or one too many. */
export function compareParts(
  parts: readonly Part[],
  found: ReadonlyMap<string, Part>,
  what: 'backup' | 'export',
): void {
  const wrong = parts.filter(({ name, bytes, sha256 }) => {
    const one = found.get(name);
    // Contents are named by their hash, whatever the manifest says.
    const named = /^(?:objects|files)\/contents\/(.+)$/.exec(name)?.[1] ?? sha256;
    return one?.bytes !== bytes || one.sha256 !== sha256 || named !== sha256;
  });
  if (wrong.length > 0)
    throw new Error(
      `The ${what} is damaged: ${wrong
        .slice(0, 5)
        .map(({ name }) => name)
        .join(
          ', ',
        )}${wrong.length > 5 ? ` and ${String(wrong.length - 5)} more` : ''} ${wrong.length === 1 ? 'is' : 'are'} missing or not what the manifest says.`,
    );
  if (found.size !== parts.length) throw new Error(`The ${what} holds files that its manifest does not name.`);
}
