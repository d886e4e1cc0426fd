import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface BundleFolder {
  readonly path: string;
  /** By several hosts at once: none removes what another may run. */
  readonly isShared: boolean;
}

/** Bundles of a state of the sources, or what a process that was killed had of them. */
const ours = /^[0-9a-f]{32}(\.[0-9a-f-]{36}\.draft)?$/;
const root = fileURLToPath(new URL('../../', import.meta.url));
/** All that a bundle depends on, but for packages, which the two last speak for: what is locked, and what was installed. */
const sources = [
  'core',
  'functions',
  'pages',
  'infra/bundled',
  'infra/manifest',
  'infra/bundling.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
  'node_modules/.package-lock.json',
];

/** Makes the bundles of all functions as the sources are now, unless they are there. Returns their folder: each is `<function>.mjs`. */
export async function openBundles({ path, isShared }: BundleFolder): Promise<string> {
  const name = stateOf(root, sources);
  const made = join(path, name);
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (!isShared)
    for (const other of readdirSync(path))
      if (other !== name && ours.test(other)) rmSync(join(path, other), { recursive: true, force: true });
  if (!existsSync(made)) await inTurn(() => make(made));
  return made;
}

/** A name for a state of files and folders: which files there are, how long, and when they were changed. */
export function stateOf(folder: string, names: readonly string[]): string {
  const state = createHash('sha256');
  for (const file of names.flatMap((name) => filesOf(join(folder, name)))) {
    const { size, mtimeMs } = statSync(file);
    state.update(`${file} ${String(size)} ${String(mtimeMs)}\n`);
  }
  return state.digest('hex').slice(0, 32);
}

function filesOf(path: string): readonly string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found ? [path] : [];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .toSorted();
}

let last: Promise<unknown> = Promise.resolve();

/** One build at a time: each ends esbuild's process, of which there is one in this. */
async function inTurn(make: () => Promise<void>): Promise<void> {
  const mine = last.then(make);
  last = mine.catch(() => undefined);
  await mine;
}

/** They are on disk before they have their name, so a kill or a power cut leaves nothing half under it. */
async function make(made: string): Promise<void> {
  if (existsSync(made)) return;
  const draft = `${made}.${randomUUID()}.draft`;
  try {
    await mkdir(draft, { mode: 0o700 });
    const files = await build();
    await Promise.all([...files].map(([name, content]) => writeSafely(join(draft, name), content)));
    await rename(draft, made);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // Another host was first, with the same.
    if (!existsSync(made)) throw error;
  }
}

/** The bundler is loaded only where there is something to bundle, and its process does not outlive that. */
async function build(): Promise<ReadonlyMap<string, Uint8Array>> {
  const [{ bundleTogether }, { stop }] = await Promise.all([import('#infra/bundling.ts'), import('esbuild')]);
  try {
    return await bundleTogether();
  } finally {
    await stop();
  }
}

async function writeSafely(path: string, content: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}
