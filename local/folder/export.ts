import { once } from 'node:events';
import { closeSync, createReadStream, existsSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { createGzip } from 'node:zlib';
import { ofOneMoment, type Pinned } from './backup.ts';
import { currentFormat, earlierRelease, formatIssue, readIdentity } from './identity.ts';
import { hostTimeOf, manifestName } from './manifest.ts';
import { type ExportedFile, type ExportManifest, ofTheRun, readmeName, readmeOf, rowStores } from './open-files.ts';
import { tarWriter, type Write } from './tar.ts';

/** A whole data folder of one moment in open files, one .tar.gz. Holds secrets and personal data. Throws as a backup does, and for a folder of another release. */
export async function writeExport(dataDir: string, write: Write, madeAt: Date): Promise<ExportManifest> {
  if (!existsSync(dataDir)) throw new Error(`There is no ${dataDir}: set DATA_DIR to the data folder.`);
  const identity = readIdentity(dataDir);
  if (identity === undefined) throw new Error(earlierRelease(dataDir));
  const unread = formatIssue(dataDir, identity.format);
  if (unread !== undefined) throw new Error(unread);
  const zipped = zip(write);
  const manifest = await ofOneMoment(dataDir, (draft, pinned) =>
    writeArchive(dataDir, draft, pinned, zipped.write, { folder: identity.id, madeAt }),
  );
  await zipped.finish();
  return manifest;
}

function zip(write: Write): { readonly write: Write; readonly finish: () => Promise<void> } {
  const gzip = createGzip();
  const written = (async () => {
    for await (const chunk of gzip as AsyncIterable<Buffer>) await write(chunk);
  })();
  // Whoever writes next is told.
  written.catch(() => undefined);
  return {
    write: async (bytes) => {
      if (bytes.length > 0 && !gzip.write(bytes)) await Promise.race([once(gzip, 'drain'), written]);
    },
    finish: async () => {
      gzip.end();
      await written;
    },
  };
}

async function writeArchive(
  dataDir: string,
  draft: string,
  { moment, loose, emails, contents, missing }: Pinned,
  write: Write,
  { folder, madeAt }: { readonly folder: string; readonly madeAt: Date },
): Promise<ExportManifest> {
  const archive = tarWriter(write);
  const files: ExportedFile[] = [];
  const add = async (name: string, path: string, bytes = statSync(path).size, count = 1) => {
    const content = bytes === 0 ? [] : (createReadStream(path, { end: bytes - 1 }) as AsyncIterable<Buffer>);
    files.push({ name, bytes, sha256: await archive.add(name, bytes, content), count });
  };
  const addLines = async (name: string, lines: Iterable<string>) => {
    const path = join(draft, 'lines.jsonl');
    const count = writeLines(path, lines);
    await add(name, path, undefined, count);
    rmSync(path);
  };
  const table = moment.store('table.sqlite');
  for (const kind of kindsIn(table)) await addLines(`table/${kind.toLowerCase()}.jsonl`, itemsOf(table, kind));
  for (const { store, folder: into } of rowStores.filter(({ store: name }) => moment.names.includes(name)))
    for (const name of tablesIn(moment.store(store)))
      await addLines(`${into}/${name}.jsonl`, rowsOf(moment.store(store), name));
  for (const { name, bytes } of loose.filter((one) => !ofTheRun.test(one.name)))
    await add(`host/${name}`, join(draft, name), bytes);
  for (const name of emails) await add(`mail/${name}`, join(dataDir, 'mail', name));
  for (const sha256 of contents) await add(`files/contents/${sha256}`, join(draft, 'contents', sha256));
  const addText = async (name: string, text: string) => archive.add(name, Buffer.byteLength(text), [Buffer.from(text)]);
  const manifest: ExportManifest = {
    export: 1,
    madeAt: madeAt.toISOString(),
    hostTime: hostTimeOf(draft, madeAt),
    folder,
    format: currentFormat,
    missing: [...missing],
    files,
  };
  await addText(readmeName, readmeOf(files, manifest.madeAt));
  await addText(manifestName, `${JSON.stringify(manifest, undefined, 1)}\n`);
  await archive.finish();
  return manifest;
}

/** Written together, in characters: a write for each line takes longer than all else. */
const portion = 1_000_000;

function writeLines(path: string, lines: Iterable<string>): number {
  const file = openSync(path, 'w', 0o600);
  let count = 0;
  let waiting = '';
  try {
    for (const line of lines) {
      count += 1;
      waiting += `${line}\n`;
      if (waiting.length < portion) continue;
      writeSync(file, waiting);
      waiting = '';
    }
    writeSync(file, waiting);
  } finally {
    closeSync(file);
  }
  return count;
}

/** The words with which partitions begin. The engine's own layout (Dynoxide 1.2.1, pinned). */
const kindsIn = (table: DatabaseSync): string[] =>
  table
    .prepare(`SELECT DISTINCT substr(pk, 3, instr(pk || '#', '#') - 3) AS kind FROM zholkarta ORDER BY kind`)
    .all()
    .map((row) => String(row['kind']));

function* itemsOf(table: DatabaseSync, kind: string): Generator<string> {
  // '$' comes next after '#'.
  const items = table.prepare(
    'SELECT item_json FROM zholkarta WHERE pk = :alone OR (pk >= :from AND pk < :to) ORDER BY pk, sk',
  );
  for (const row of items.iterate({ alone: `S:${kind}`, from: `S:${kind}#`, to: `S:${kind}$` }))
    yield JSON.stringify({ Item: inOrder(JSON.parse(String(row['item_json']))) });
}

/** Names of attributes and members of sets come in any order: the same item is always written the same. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(
    entries.map(([name, inner]) => [
      name,
      ['SS', 'NS'].includes(name) && Array.isArray(inner) && inner.every((one) => typeof one === 'string')
        ? inner.toSorted()
        : inOrder(inner),
    ]),
  );
}

/** Without the stamp, which `folder.json` says. */
const tablesIn = (store: DatabaseSync): string[] =>
  store
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'folder' ORDER BY name`,
    )
    .all()
    .map((row) => String(row['name']));

function* rowsOf(store: DatabaseSync, table: string): Generator<string> {
  const key = store
    .prepare('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk')
    .all(table)
    .map((row) => `"${String(row['name'])}"`);
  for (const row of store.prepare(`SELECT * FROM "${table}" ORDER BY ${key.join(', ')}`).iterate())
    yield JSON.stringify(row);
}
