import { closeSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { folderCommand } from '#test/support/folder-command.ts';
import { openHost } from '#test/support/host.ts';
import { migratedFolder, tamper } from '#test/support/old-folder.ts';
import { checkFolder } from './index.ts';
import { repairFolder } from './repair.ts';

const folders: string[] = [];
const folder = async (): Promise<string> => {
  const dataDir = await migratedFolder();
  folders.push(dataDir);
  return dataDir;
};
afterEach(() => {
  for (const one of folders.splice(0)) rmSync(one, { recursive: true, force: true });
});

const differing = async (dataDir: string): Promise<Record<string, readonly string[]>> =>
  Object.fromEntries(
    (await checkFolder(dataDir)).flatMap(({ name, findings }) =>
      findings.length > 0 ? [[name, findings.map(({ what }) => what)]] : [],
    ),
  );

const first = (dataDir: string, place: string): string =>
  join(dataDir, place, readdirSync(join(dataDir, place)).toSorted()[0] ?? '');

const nobodysExecution = `INSERT INTO executions (arn, machine, status, started, body)
  SELECT replace(arn, ':p', ':q'), machine, status, started, body FROM executions WHERE status = 'RUNNING' LIMIT 1`;

/** What somebody broke, and the one line of the table that must say so. */
const damages: readonly (readonly [string, (dataDir: string) => void, string])[] = [
  [
    'an event was lost',
    (dataDir) =>
      tamper(
        dataDir,
        'table.sqlite',
        `DELETE FROM zholkarta WHERE rowid = (SELECT min(rowid) FROM zholkarta WHERE sk = 'S:EVENT#000002')`,
      ),
    'logs are gapless and lead to the state',
  ],
  [
    'an event says something else',
    (dataDir) =>
      tamper(
        dataDir,
        'table.sqlite',
        `UPDATE zholkarta SET item_json = replace(item_json, '"jobs":{"N":"', '"jobs":{"N":"9') WHERE rowid = (SELECT min(rowid) FROM zholkarta WHERE sk = 'S:EVENT#000001')`,
      ),
    'logs are gapless and lead to the state',
  ],
  [
    'a counter drifted',
    (dataDir) =>
      tamper(
        dataDir,
        'table.sqlite',
        `DELETE FROM zholkarta WHERE rowid = (SELECT min(rowid) FROM zholkarta WHERE pk LIKE 'S:COUNT#%' AND sk LIKE 'S:ZONE#%')`,
      ),
    'counters equal a recount',
  ],
  [
    'an execution was lost',
    (dataDir) =>
      tamper(
        dataDir,
        'executions.sqlite',
        `DELETE FROM executions WHERE id = (SELECT min(id) FROM executions WHERE status = 'RUNNING')`,
      ),
    'open projects have one running execution',
  ],
  [
    "an execution is nobody's",
    (dataDir) => tamper(dataDir, 'executions.sqlite', nobodysExecution),
    'running executions have an open project',
  ],
  [
    'a token was lost',
    (dataDir) =>
      tamper(dataDir, 'executions.sqlite', 'DELETE FROM tokens WHERE token = (SELECT min(token) FROM tokens)'),
    'what is waited for has a living token',
  ],
  ['an email is gone', (dataDir) => rmSync(first(dataDir, 'mail')), 'email rows have their email and state'],
  ['an email is half written', (dataDir) => writeFileSync(first(dataDir, 'mail'), '{"id":'), 'emails can be read'],
  [
    'a row waits where nobody looks',
    (dataDir) =>
      tamper(
        dataDir,
        'table.sqlite',
        `UPDATE zholkarta SET item_json = replace(item_json, '"state":{"S":"delivered"}', '"state":{"S":"waiting"}') WHERE rowid = (SELECT min(rowid) FROM zholkarta WHERE sk LIKE 'S:OUTBOX#%')`,
      ),
    'email rows have their email and state',
  ],
  ['a file is gone', (dataDir) => rmSync(first(dataDir, 'objects/contents')), 'files are what they are named'],
  [
    'a file is another',
    (dataDir) => writeFileSync(first(dataDir, 'objects/contents'), 'x'),
    'files are what they are named',
  ],
  [
    'the index of files forgot one',
    (dataDir) =>
      tamper(
        dataDir,
        'objects/index.sqlite',
        `DELETE FROM objects WHERE key = (SELECT min(key) FROM objects WHERE key LIKE 'kept/%')`,
      ),
    'documents have their file',
  ],
  [
    'a project lies in the wrong list',
    (dataDir) =>
      tamper(
        dataDir,
        'table.sqlite',
        `UPDATE zholkarta SET item_json = replace(item_json, 'STAGE#aqtobe#', 'STAGE#kokand#') WHERE rowid = (SELECT min(rowid) FROM zholkarta WHERE sk = 'S:STATE#PROJECT')`,
      ),
    'projects lie in the lists they must',
  ],
  [
    'a page of the table is zeroed',
    (dataDir) => {
      const path = join(dataDir, 'table.sqlite');
      const file = openSync(path, 'r+');
      writeSync(file, Buffer.alloc(8_192), 0, 8_192, Math.floor(statSync(path).size / 8_192) * 4_096);
      closeSync(file);
    },
    'table.sqlite is whole',
  ],
];

describe('R5: check', () => {
  it('R5: finds nothing in a folder where all agrees, says how much it looked at, and changes nothing', async () => {
    const dataDir = await folder();
    const before = readFileSync(join(dataDir, 'table.sqlite'));
    const { code, out } = await folderCommand(dataDir, 'check');
    expect({ code, differs: out.includes('DIFFERS') }).toEqual({ code: 0, differs: false });
    expect(out).toMatch(/logs are gapless and lead to the state +28\n/);
    expect(readFileSync(join(dataDir, 'table.sqlite')).equals(before)).toBe(true);
  });

  it.each(damages)('R5: %s: it says so', async (_, damage, line) => {
    const dataDir = await folder();
    damage(dataDir);
    expect(Object.keys(await differing(dataDir))).toContain(line);
  });

  it('R5: says it with exit code 1, and what --mend can do about it', async () => {
    const dataDir = await folder();
    tamper(dataDir, 'table.sqlite', `DELETE FROM zholkarta WHERE pk LIKE 'S:COUNT#%'`);
    expect(await folderCommand(dataDir, 'check')).toMatchObject({
      code: 1,
      out: expect.stringContaining('DIFFERS  counters equal a recount') as string,
      err: expect.stringContaining('--mend') as string,
    });
  });

  it('R4, R5: --mend starts what does not run and counts anew, notes both, and touches nothing else; the host goes on with it', async () => {
    const dataDir = await folder();
    tamper(dataDir, 'table.sqlite', `DELETE FROM zholkarta WHERE pk LIKE 'S:COUNT#%'`);
    tamper(
      dataDir,
      'executions.sqlite',
      'DELETE FROM executions',
      'DELETE FROM threads',
      'DELETE FROM tokens',
      'DELETE FROM events',
    );
    rmSync(first(dataDir, 'mail'));
    const done = await repairFolder(dataDir);
    expect(
      done
        .map(
          (what) => /^started execution p\w+-(\d+) of AQT-2025-\d+ at ([\w-]+)$/.exec(what)?.slice(1).join(' ') ?? what,
        )
        .toSorted(),
    ).toEqual([
      '2 letter-of-intent',
      '2 letter-of-intent',
      '2 letter-of-intent',
      '2 technical-conditions',
      'wrote 13 counters of aqtobe anew',
    ]);
    expect(readFileSync(join(dataDir, 'host.log'), 'utf8').match(/"message":"mended"/g)).toHaveLength(done.length);
    expect(await repairFolder(dataDir)).toEqual([]);
    expect(Object.keys(await differing(dataDir))).toEqual(['email rows have their email and state']);
    const host = await openHost({ dataDir });
    try {
      await host.settle();
      await host.host.idle();
      // The new executions stored new tokens; the lost email stays lost.
      expect(Object.keys(await differing(dataDir))).toEqual(['email rows have their email and state']);
      await expect(repairFolder(dataDir)).rejects.toThrow('in use by another host');
    } finally {
      await host.close();
    }
  });
});
