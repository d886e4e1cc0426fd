import { createHash } from 'node:crypto';
import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTable } from '../host/table.ts';
import { type Host, type HostOptions, startHost } from '../host/host.ts';
import { openObjectStore } from '../aws/s3/object-store.ts';
import { seed } from '../seeding/seed.ts';
import { fixtureDefinition, fixtureFunctions } from '../host/testing/fixture-functions.ts';
import { stampFolder } from './folder.ts';
import { currentFormat, type Identity, readIdentity, writeIdentity } from './identity.ts';
import { readStamp } from './stamps.ts';

const folders: string[] = [];
const newFolder = (): string => {
  folders.push(mkdtempSync(join(tmpdir(), 'folder-')));
  return folders.at(-1) ?? '';
};
const none: HostOptions['seed'] = async () => undefined;
const start = (dataDir: string, change: Partial<HostOptions> = {}): Promise<Host> =>
  startHost({
    dataDir,
    port: 0,
    empty: true,
    seed: none,
    functions: fixtureFunctions,
    definition: fixtureDefinition,
    ...change,
  });
/** Starts and ends a host. */
const run = async (dataDir: string, change: Partial<HostOptions> = {}): Promise<void> =>
  (await start(dataDir, change)).close();
const published = {
  siteUrl: 'https://zholkarta.example.org',
  issuer: { url: 'https://id.example.org/staff', clientId: 'zholkarta' },
};

/** Every file but what a lock leaves, with its bytes. */
function tree(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => !/^host\.(lock|pid)|\.sqlite-(wal|shm)$/.test(name) && statSync(join(folder, name)).isFile(),
  );
  return Object.fromEntries(
    names.sort().map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  );
}

async function putFiles(dataDir: string, count: number): Promise<void> {
  const store = openObjectStore(join(dataDir, 'objects'), () => 0);
  for (let at = 0; at < count; at++) {
    const draft = await store.receive(
      (async function* () {
        yield Buffer.from(`file ${String(at)}`);
      })(),
    );
    store.put(draft, { key: `kept/${String(at)}`, type: 'text/plain' });
  }
  store.close();
}

let whole: string;
let another: string;
/** A folder of its own to do something to, as the whole one was. */
const copy = (from = whole): string => {
  const folder = newFolder();
  cpSync(from, folder, { recursive: true });
  return folder;
};
beforeAll(async () => {
  [whole, another] = [newFolder(), newFolder()];
  await Promise.all([run(whole), run(another)]);
  await putFiles(whole, 5);
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const remove = (name: string) => (folder: string) => {
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(folder, name + suffix), { recursive: true, force: true });
};
const write = (name: string, text: string) => (folder: string) => {
  writeFileSync(join(folder, name), text);
};
const replace = (name: string) => (folder: string) => {
  remove(name)(folder);
  cpSync(join(another, name), join(folder, name), { recursive: true });
};
/** As a bad block of a disk. */
const zero = (name: string) => (folder: string) => {
  const file = openSync(join(folder, name), 'r+');
  writeSync(file, Buffer.alloc(Math.min(65_536, statSync(join(folder, name)).size - 4_096)), 0, undefined, 4_096);
  closeSync(file);
};
const change = (difference: Partial<Identity>) => (folder: string) => {
  const identity = readIdentity(folder);
  if (identity) writeIdentity(folder, { ...identity, ...difference });
};

describe('a start is refused, with one sentence that says what to do and nothing written,', () => {
  it.each<[string, (folder: string) => void, RegExp]>([
    [
      'R4: without its table',
      remove('table.sqlite'),
      /table\.sqlite is missing: put back the one of this folder, or restore a backup/,
    ],
    ['R4: without its executions', remove('executions.sqlite'), /executions\.sqlite is missing: put back/],
    ['R1: without its index of files', remove('objects/index.sqlite'), /index\.sqlite is missing: put back/],
    [
      'R1: without its files',
      remove('objects/contents'),
      /contents holds none of the 5 files .*: put back the contents/,
    ],
    ['R4: without its emails', remove('mail'), /mail is missing: put back/],
    [
      'R4: without the secret of its links',
      remove('link-secret'),
      /link-secret is missing: put it back from a backup; or, .* --new-secrets/,
    ],
    ['R4: without the key of its files', remove('access-key'), /access-key is missing/],
    ['R4: without the keys of its sign-in', remove('sign-in-keys.json'), /sign-in-keys\.json is missing/],
    [
      'R4: without what it is',
      remove('folder.json'),
      /folder\.json is missing \(the stores beside it are of folder [0-9a-f-]{36}\): put it back/,
    ],
    [
      'R4: with a broken word on what it is',
      write('folder.json', '{"id":'),
      /folder\.json does not say what this folder is: restore this one file/,
    ],
    ['R12: without its clock', remove('clock.json'), /clock\.json is missing: put back .* write \{"offset":0\}/],
    ['R12: with a broken clock', write('clock.json', '{"off'), /clock\.json holds no clock offset: put back/],
    [
      'R12: with an absurd clock',
      write('clock.json', '{"offset":1e17}'),
      /clock\.json holds the offset 100000000000000000 ms, .*: put back/,
    ],
    [
      'R4: with a table of another folder',
      replace('table.sqlite'),
      /table\.sqlite is not of this folder \(it is of folder [0-9a-f-]{36}\): put back/,
    ],
    ['R4: with executions of another folder', replace('executions.sqlite'), /executions\.sqlite is not of this folder/],
    [
      'R1: with an index of files of another folder',
      replace('objects/index.sqlite'),
      /index\.sqlite is not of this folder/,
    ],
    ['R4: with a link secret of another folder', replace('link-secret'), /link-secret is not the one of this folder/],
    [
      'R4: with a zeroed block in its table',
      zero('table.sqlite'),
      /table\.sqlite is damaged \(.+\): keep a copy .* restore a backup/,
    ],
    ['R4: with a zeroed block in its executions', zero('executions.sqlite'), /executions\.sqlite is damaged/],
    [
      'R4: with an index of files cut in half',
      (folder) => {
        truncateSync(join(folder, 'objects/index.sqlite'), 6_000);
      },
      /index\.sqlite is damaged/,
    ],
    [
      'R1: with an index of an earlier day',
      (folder) => {
        const index = new DatabaseSync(join(folder, 'objects/index.sqlite'));
        index.exec("DELETE FROM objects WHERE key >= 'kept/2'");
        index.close();
      },
      /index\.sqlite does not name 3 of the 5 files .*: the two are of different moments; put back the index/,
    ],
    [
      'R4: with a format of a later release',
      change({ format: currentFormat + 1 }),
      new RegExp(
        `made by a newer release \\(format ${String(currentFormat + 1)}, this one reads ${String(currentFormat)}\\): start that release`,
      ),
    ],
    ['R4: with a format of an earlier release', change({ format: 1 }), /made by an earlier release: .*npm run migrate/],
  ])('%s', async (_, harm, message) => {
    const folder = copy();
    harm(folder);
    const before = tree(folder);
    await expect(start(folder)).rejects.toThrow(message);
    expect(tree(folder)).toEqual(before);
  });

  it('R1: with an index that was made anew beside its files', async () => {
    const folder = copy();
    remove('objects/index.sqlite')(folder);
    new DatabaseSync(join(folder, 'objects/index.sqlite')).exec('CREATE TABLE objects (key TEXT)');
    await expect(start(folder)).rejects.toThrow('is not of this folder (it was made anew)');
    expect(readdirSync(join(folder, 'objects/contents'))).toHaveLength(5);
  });

  it('R4: in a folder of the last release, and in one of which only a part is left', async () => {
    const last = copy();
    asOfLastRelease(last);
    await expect(start(last)).rejects.toThrow('made by an earlier release');
    remove('table.sqlite')(last);
    await expect(start(last)).rejects.toThrow('table.sqlite is missing beside executions.sqlite');
  });
});

/** Without anything by which it knows itself. */
function asOfLastRelease(folder: string): void {
  remove('folder.json')(folder);
  for (const [name, statement] of [
    ['table.sqlite', "DELETE FROM zholkarta WHERE pk = 'S:FOLDER#'"],
    ['executions.sqlite', 'DROP TABLE folder'],
    ['objects/index.sqlite', 'DROP TABLE folder'],
  ] as const) {
    const store = new DatabaseSync(join(folder, name));
    store.exec(statement);
    store.close();
  }
}

describe('a folder', () => {
  it('starts again as it is, and carries its id in every store', async () => {
    const folder = copy();
    await run(folder);
    const identity = readIdentity(folder);
    expect(identity).toMatchObject({ format: currentFormat, kind: 'demo', site: null, issuer: null, complete: true });
    expect(Object.keys(identity?.secrets ?? {}).sort()).toEqual(['access-key', 'link-secret', 'sign-in-keys.json']);
    for (const name of ['executions.sqlite', 'objects/index.sqlite'])
      expect(readStamp(join(folder, name))).toEqual({ id: identity?.id, damage: undefined });
    expect(readStamp(join(folder, 'table.sqlite'), 'zholkarta').id).toBe(identity?.id);
    expect(readdirSync(join(folder, 'objects/contents'))).toHaveLength(5);
  });

  it('R1: one file that no row names, as a kill leaves it, is laid aside and not removed', async () => {
    const folder = copy();
    writeFileSync(join(folder, 'objects/contents', 'f'.repeat(64)), 'acknowledged by nobody');
    await run(folder);
    expect(readFileSync(join(folder, 'objects/lost', 'f'.repeat(64)), 'utf8')).toBe('acknowledged by nobody');
    expect(readdirSync(join(folder, 'objects/contents'))).toHaveLength(5);
  });

  it('of which the first start was cut off goes on, whatever was there by then', async () => {
    for (const missing of [
      ['table.sqlite'],
      ['executions.sqlite', 'clock.json'],
      ['table.sqlite', 'executions.sqlite', 'link-secret', 'objects', 'mail'],
    ]) {
      const folder = copy(another);
      change({ complete: false, secrets: {} })(folder);
      for (const name of missing) remove(name)(folder);
      await run(folder);
      expect(readIdentity(folder)?.complete).toBe(true);
    }
  });

  it('R4: takes other secrets when it is told to', async () => {
    const folder = copy();
    remove('link-secret')(folder);
    await run(folder, { newSecrets: true });
    await run(folder);
    expect(readIdentity(folder)?.secrets['link-secret']).not.toBe(readIdentity(whole)?.secrets['link-secret']);
  });

  it('of the last release becomes one of this by stamping, as often as it is cut off', async () => {
    const folder = copy();
    asOfLastRelease(folder);
    const table = await openTable({ dataDir: folder, tableName: 'zholkarta', region: 'eu-central-1' });
    const about = { kind: 'demo', site: null, issuer: null, now: 0 } as const;
    rmSync(join(folder, 'executions.sqlite.away'), { force: true });
    cpSync(join(folder, 'executions.sqlite'), join(folder, 'executions.sqlite.away'));
    remove('executions.sqlite')(folder);
    await expect(stampFolder(folder, table.client, 'zholkarta', about)).rejects.toThrow('executions.sqlite is missing');
    cpSync(join(folder, 'executions.sqlite.away'), join(folder, 'executions.sqlite'));
    const { id } = await stampFolder(folder, table.client, 'zholkarta', about);
    await table.stop();
    await run(folder);
    expect(readIdentity(folder)).toMatchObject({ id, format: currentFormat, complete: true });
  });
});

describe('real and demo', () => {
  it('R7: a folder of a published host starts with the settings it was begun with, or with others on purpose', async () => {
    const folder = newFolder();
    await run(folder, published);
    expect(readIdentity(folder)).toMatchObject({ kind: 'real', site: published.siteUrl, issuer: published.issuer.url });
    await expect(start(folder)).rejects.toThrow(
      `holds real data, whose staff sign in at ${published.issuer.url}: set ISSUER_URL`,
    );
    await expect(start(folder, { issuer: published.issuer })).rejects.toThrow('SITE_URL is not set: set it back');
    const moved = { ...published, siteUrl: 'https://other.example.org' };
    await expect(start(folder, moved)).rejects.toThrow(
      'SITE_URL is https://other.example.org: set it back, or start once with npm start -- --moved',
    );
    const elsewhere = { ...moved, issuer: { ...published.issuer, url: 'https://login.example.org' } };
    await expect(start(folder, elsewhere)).rejects.toThrow('ISSUER_URL is https://login.example.org: set it back');
    await expect(start(folder, { moved: true })).rejects.toThrow('holds real data');
    await run(folder, { ...elsewhere, moved: true });
    await run(folder, elsewhere);
    await expect(start(folder, published)).rejects.toThrow('ISSUER_URL is https://id.example.org/staff');
  });

  it('R7: a demo never becomes real', async () => {
    await expect(start(copy(), { ...published, moved: true })).rejects.toThrow('was begun with demo people');
  });
});

describe('the first data', () => {
  const item = (host: Host, PK: string, SK: string) => ({
    TableName: host.endpoints.tableName,
    Key: { PK: { S: PK }, SK: { S: SK } },
  });
  const client = ({ endpoints }: Host) =>
    new DynamoDBClient({ endpoint: endpoints.dynamodb, region: 'eu-central-1', credentials: endpoints.credentials });
  const zone = ['ZONE#aqtobe', 'ZONE'] as const;

  it('R2: never come back over what was set since, whatever becomes of the notes beside the table', async () => {
    const folder = newFolder();
    const first = await start(folder, { seed });
    const member = { PK: { S: 'PERSON#demo-head' }, SK: { S: 'PERSON' } };
    await client(first).send(
      new UpdateItemCommand({
        ...item(first, ...zone),
        UpdateExpression: 'SET mailbox = :set',
        ExpressionAttributeValues: { ':set': { S: 'real@aqtobe.example' } },
      }),
    );
    expect(
      (await client(first).send(new GetItemCommand({ TableName: first.endpoints.tableName, Key: member }))).Item,
    ).toBeDefined();
    await client(first).send(new DeleteItemCommand({ TableName: first.endpoints.tableName, Key: member }));
    await first.close();
    expect(existsSync(join(folder, 'seeded.json'))).toBe(false);
    writeFileSync(join(folder, 'seeded.json'), '{"at":');
    const second = await start(folder, { seed });
    expect((await client(second).send(new GetItemCommand(item(second, ...zone)))).Item?.['mailbox']?.S).toBe(
      'real@aqtobe.example',
    );
    expect(
      (await client(second).send(new GetItemCommand({ TableName: second.endpoints.tableName, Key: member }))).Item,
    ).toBeUndefined();
    await second.close();
  });

  it('R2: are put where nothing is yet, and only there, when their writing was cut off', async () => {
    const folder = newFolder();
    const half: HostOptions['seed'] = async ({ client: table, tableName }) => {
      await table.send(
        new PutItemCommand({
          TableName: tableName,
          Item: { PK: { S: zone[0] }, SK: { S: zone[1] }, mailbox: { S: 'set@aqtobe.example' } },
        }),
      );
      throw new Error('cut off');
    };
    await expect(start(folder, { seed: half })).rejects.toThrow('cut off');
    const host = await start(folder, { seed });
    expect((await client(host).send(new GetItemCommand(item(host, ...zone)))).Item?.['mailbox']?.S).toBe(
      'set@aqtobe.example',
    );
    expect((await client(host).send(new GetItemCommand(item(host, 'ZONES', 'kokand')))).Item).toBeDefined();
    await host.close();
  });

  it('R2: of a named endpoint are of the folder that began the table, and of no other', async () => {
    const owner = await openTable({ dataDir: newFolder(), tableName: 'zholkarta', region: 'eu-central-1' });
    const folder = newFolder();
    await run(folder, { dynamodbEndpoint: owner.endpoint });
    await run(folder, { dynamodbEndpoint: owner.endpoint });
    await expect(start(newFolder(), { dynamodbEndpoint: owner.endpoint })).rejects.toThrow(
      /The table zholkarta is of folder [0-9a-f-]{36}, not of /,
    );
    await expect(start(folder)).rejects.toThrow('table.sqlite is missing');
    await owner.stop();
  });
});

it('a folder of somebody else is left alone', async () => {
  const folder = newFolder();
  mkdirSync(join(folder, 'mail'));
  await expect(start(folder)).rejects.toThrow('table.sqlite is missing beside mail');
});
