import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { type AttributeValue, BatchWriteItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { openSessionStore } from '../aws/cognito/session-store.ts';
import { openIndex } from '../aws/s3/object-index.ts';
import { Store } from '../aws/step-functions/store/store.ts';
import { place } from '../host/data-folder.ts';
import { openTable } from '../host/table.ts';
import { stores } from './examine.ts';
import { manifestName, type Part } from './manifest.ts';
import { tableName } from './migrations/with-table.ts';
import { type ExportManifest, plainFolders, readExportManifest, readmeName, rowStores } from './open-files.ts';
import { isLoose } from './parts.ts';
import { compareParts, fillEmptyFolder, refuseUsedFolder, unpackOne } from './restore.ts';
import { writeStamp } from './stamps.ts';
import { allOf, type Entry, readTar } from './tar.ts';

/** Fills an empty data folder. Everything is compared before the first byte is written; throws, leaving nothing: not empty, damaged, not of an export, of another version. */
export async function importFolder(file: string, dataDir: string, now: Date): Promise<ExportManifest> {
  refuseUsedFolder(dataDir, 'Import');
  const manifest = await verify(file);
  return fillEmptyFolder(dataDir, now, async (draft) => {
    await fill(file, draft);
    for (const name of [stores.executions, stores.objects]) writeStamp(join(draft, name), manifest.folder);
    return { result: manifest, because: `imported from an export of ${manifest.madeAt}` };
  });
}

/** To the end of the file: a sum behind the archive is compared too. */
async function eachEntry(file: string, look: (entry: Entry) => Promise<void>): Promise<void> {
  await pipeline(createReadStream(file), createGunzip(), async (source: AsyncIterable<Buffer>) => {
    const bytes = (async function* () {
      yield* source;
    })();
    for await (const entry of readTar(bytes)) await look(entry);
    await allOf(bytes);
  });
}

async function verify(file: string): Promise<ExportManifest> {
  const found = new Map<string, Part>();
  let manifest: ExportManifest | undefined;
  try {
    await eachEntry(file, async ({ name, bytes, content }) => {
      if (name === manifestName) manifest = readExportManifest((await allOf(content)).toString());
      else found.set(name, { name, bytes, sha256: await hashOf(content) });
    });
    if (manifest === undefined) throw new Error(`It has no ${manifestName}.`);
    found.delete(readmeName);
    compareParts(manifest.files, found, 'export');
    for (const name of found.keys()) placeOf(name);
    return manifest;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`${file} is no whole export of this version (\`npm run export\`): ${why} Nothing was changed.`, {
      cause: error,
    });
  }
}

async function hashOf(content: AsyncIterable<Buffer>): Promise<string> {
  const sha256 = createHash('sha256');
  for await (const chunk of content) sha256.update(chunk);
  return sha256.digest('hex');
}

type Place =
  | { readonly kind: 'items' }
  | { readonly kind: 'rows'; readonly store: string; readonly table: string }
  | { readonly kind: 'file'; readonly path: string };

/** Where a file of an export goes. Throws for one that goes nowhere. */
function placeOf(name: string): Place {
  if (/^table\/[a-z-]+\.jsonl$/.test(name)) return { kind: 'items' };
  const cut = name.lastIndexOf('/');
  const [folder, last] = [name.slice(0, cut), name.slice(cut + 1)];
  const table = /^(\w+)\.jsonl$/.exec(last)?.[1];
  const rows = rowStores.find((one) => one.folder === folder);
  if (rows && table !== undefined) return { kind: 'rows', store: rows.store, table };
  const into = (plainFolders as Readonly<Record<string, string>>)[folder];
  if (into === undefined || !/^\w[\w.-]*$/.test(last) || !isLoose(last))
    throw new Error(`It holds ${JSON.stringify(name)}, which no export has.`);
  return { kind: 'file', path: join(into, last) };
}

async function fill(file: string, draft: string): Promise<void> {
  mkdirSync(join(draft, 'objects'), { recursive: true, mode: 0o700 });
  new Store(join(draft, stores.executions)).close();
  rmSync(join(draft, `${stores.executions}.lock`), { force: true });
  openIndex(join(draft, stores.objects)).close();
  const table = await openTable({ dataDir: draft, tableName, region: place.region });
  try {
    await eachEntry(file, async (entry) => {
      if (entry.name === manifestName || entry.name === readmeName) return void (await allOf(entry.content));
      const goal = placeOf(entry.name);
      if (goal.kind === 'items') await putItems(table.client, entry.content);
      else if (goal.kind === 'rows') await putRows(join(draft, goal.store), goal.table, entry.content);
      else {
        mkdirSync(dirname(join(draft, goal.path)), { recursive: true, mode: 0o700 });
        await unpackOne({ ...entry, name: goal.path }, draft);
      }
    });
    // What was only brought is nothing new: rows that still wait are found by the sweep. The newest record stays.
    while (table.trim(2n ** 62n));
  } finally {
    await table.stop();
  }
  const written = new DatabaseSync(join(draft, stores.table), { timeout: 5_000 });
  written.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  written.close();
}

/** As many as the engine takes in one request. */
const most = 25;

async function putItems(client: DynamoDBClient, content: AsyncIterable<Buffer>): Promise<void> {
  let waiting: Record<string, AttributeValue>[] = [];
  const put = async () => {
    let requests = waiting.map((Item) => ({ PutRequest: { Item } }));
    waiting = [];
    while (requests.length > 0) {
      const { UnprocessedItems } = await client.send(
        new BatchWriteItemCommand({ RequestItems: { [tableName]: requests } }),
      );
      requests = (UnprocessedItems?.[tableName] ?? []) as typeof requests;
    }
  };
  for await (const line of linesOf(content)) {
    waiting.push((JSON.parse(line) as { Item: Record<string, AttributeValue> }).Item);
    if (waiting.length === most) await put();
  }
  await put();
}

/** In one transaction. Throws for a table or a column that the store of this version does not have. */
async function putRows(file: string, table: string, content: AsyncIterable<Buffer>): Promise<void> {
  if (file.endsWith('sign-in.sqlite')) openSessionStore(file, () => 0).close();
  const database = new DatabaseSync(file, { timeout: 5_000 });
  try {
    const columns = database
      .prepare('SELECT name FROM pragma_table_info(?)')
      .all(table)
      .map((row) => String(row['name']));
    if (columns.length === 0) throw new Error(`This version has no table ${table}: the export is of another version.`);
    const insert = database.prepare(
      `INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    );
    database.exec('BEGIN IMMEDIATE');
    for await (const line of linesOf(content)) {
      const row = JSON.parse(line) as Record<string, SQLInputValue>;
      if (Object.keys(row).length !== columns.length || columns.some((name) => !(name in row)))
        throw new Error(`Rows of ${table} are of another version.`);
      insert.run(...columns.map((name) => row[name] ?? null));
    }
    database.exec('COMMIT');
  } finally {
    database.close();
  }
}

async function* linesOf(content: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let held: Buffer[] = [];
  for await (const chunk of content) {
    let from = 0;
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, from)) {
      yield Buffer.concat([...held, chunk.subarray(from, at)]).toString();
      held = [];
      from = at + 1;
    }
    held.push(chunk.subarray(from));
  }
}
