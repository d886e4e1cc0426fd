import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { DynamoDBClient, UpdateTableCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, describe, expect, it } from 'vitest';
import { folderCommand } from '#test/support/folder-command.ts';
import { openHost } from '#test/support/host.ts';
import { migratedFolder, oldFolder, tamper } from '#test/support/old-folder.ts';
import { engineBinary } from '../../aws/dynamodb/binary.ts';
import { startEngine } from '../../aws/dynamodb/engine.ts';
import { checkFolder } from '../check/index.ts';
import { hasFindings } from '../check/finding.ts';
import { currentFormat, readIdentity, writeIdentity } from '../identity.ts';

const folders: string[] = [];
const folder = (): string => {
  const dataDir = oldFolder();
  folders.push(dataDir);
  return dataDir;
};
const backupsOf = (dataDir: string): readonly string[] =>
  readdirSync(dirname(dataDir))
    .filter((name) => name.startsWith(`${basename(dataDir)}.format-`))
    .map((name) => join(dirname(dataDir), name));
afterEach(() => {
  for (const one of folders.splice(0))
    for (const path of [one, ...backupsOf(one)]) rmSync(path, { recursive: true, force: true });
});

/** As a release left it that knew fewer lists: no such indexes, no keys of them in the items, no counters. */
async function madeOlder(dataDir: string): Promise<void> {
  const engine = await startEngine({ binary: engineBinary() ?? '', databaseFile: join(dataDir, 'table.sqlite') });
  const client = new DynamoDBClient({
    endpoint: engine.endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  for (const IndexName of ['bySector', 'byStart', 'byAssignee']) {
    await client.send(
      new UpdateTableCommand({ TableName: 'zholkarta', GlobalSecondaryIndexUpdates: [{ Delete: { IndexName } }] }),
    );
  }
  client.destroy();
  await engine.stop();
  tamper(
    dataDir,
    'table.sqlite',
    `UPDATE zholkarta SET item_json = json_remove(item_json, '$.sectorPk', '$.sectorSk', '$.startPk', '$.startSk')`,
    `DELETE FROM zholkarta WHERE pk LIKE 'S:COUNT#%'`,
  );
}

describe('R5: migrate', () => {
  it('R5: gives a folder of the last release its identity, after a backup, and does nothing when asked again', async () => {
    const dataDir = folder();
    const { code, err } = await folderCommand(dataDir, 'migrate');
    expect({ code, err }).toMatchObject({
      code: 0,
      err: expect.stringMatching(
        /indexes of the table: added byWork[^]*words of searches: \d+ written, \d+ removed/,
      ) as string,
    });
    expect(readIdentity(dataDir)).toMatchObject({ format: currentFormat, kind: 'demo' });
    expect(backupsOf(dataDir)).toHaveLength(1);
    expect(hasFindings(await checkFolder(dataDir))).toBe(false);
    const identity = readFileSync(join(dataDir, 'folder.json'), 'utf8');
    expect(await folderCommand(dataDir, 'migrate')).toMatchObject({
      code: 0,
      err: expect.stringContaining('nothing to do') as string,
    });
    expect(readFileSync(join(dataDir, 'folder.json'), 'utf8')).toBe(identity);
    expect(backupsOf(dataDir)).toHaveLength(1);
  });

  it('R5: adds the indexes an older table lacks, puts projects into its lists and counts anew; the host then answers from them', async () => {
    const dataDir = folder();
    await madeOlder(dataDir);
    const { code, err } = await folderCommand(dataDir, 'migrate');
    expect(code).toBe(0);
    expect(err).toContain('added bySector, byStart, byAssignee');
    expect(err).toContain('counters of aqtobe anew');
    expect((await checkFolder(dataDir)).filter(({ findings }) => findings.length > 0)).toEqual([]);
    const host = await openHost({ dataDir });
    try {
      const { body } = await host.ask<{ entries: readonly { sector: string }[] }>(
        '/api/projects?zone=aqtobe&limit=100',
        { as: 'officer' },
      );
      const [{ sector } = { sector: '' }] = body.entries;
      const listed = await host.ask<{ entries: readonly unknown[] }>(
        `/api/projects?zone=aqtobe&sector=${sector}&limit=100`,
        { as: 'officer' },
      );
      expect(listed.body.entries).toHaveLength(body.entries.filter((one) => one.sector === sector).length);
    } finally {
      await host.close();
    }
  });

  it('S7: writes the words of searches anew, of a folder of the last format too; every project is found by its number and its name', async () => {
    const dataDir = await migratedFolder();
    folders.push(dataDir);
    const identity = readIdentity(dataDir);
    if (identity === undefined) throw new Error('No identity.');
    writeIdentity(dataDir, { ...identity, format: 2 });
    tamper(dataDir, 'table.sqlite', `DELETE FROM zholkarta WHERE pk LIKE 'S:WORD#%'`);
    expect((await folderCommand(dataDir, 'migrate')).err).toContain(`format of the folder: ${String(currentFormat)}`);
    expect(readIdentity(dataDir)).toMatchObject({ id: identity.id, format: currentFormat });
    // One of the format just before is raised too, whatever else there is to do for it.
    writeIdentity(dataDir, { ...identity, format: currentFormat - 1 });
    expect(await folderCommand(dataDir, 'migrate')).toMatchObject({ code: 0 });
    expect(readIdentity(dataDir)).toMatchObject({ id: identity.id, format: currentFormat });
    const host = await openHost({ dataDir });
    try {
      const { body } = await host.ask<{ entries: readonly { projectId: string; number: string; company: string }[] }>(
        '/api/projects?zone=aqtobe&limit=100',
        { as: 'officer' },
      );
      expect(body.entries.length).toBeGreaterThan(0);
      for (const { projectId, number, company } of body.entries) {
        for (const text of [number, number.split('-').at(-1) ?? '', company]) {
          const found = await host.ask<typeof body>(`/api/projects?zone=aqtobe&q=${encodeURIComponent(text)}`, {
            as: 'officer',
          });
          expect(
            found.body.entries.map((one) => one.projectId),
            text,
          ).toContain(projectId);
        }
      }
    } finally {
      await host.close();
    }
  });

  it('R5: killed after any of its steps it goes on when it is called again, however often', async () => {
    const dataDir = folder();
    await madeOlder(dataDir);
    for (const line of [
      'backup of before',
      'indexes of the table',
      'places of projects in lists',
      'counters of zones',
      'words of searches',
    ]) {
      const script = fileURLToPath(new URL('../commands/migrate.ts', import.meta.url));
      const child = spawn(process.execPath, [script], {
        env: { ...process.env, DATA_DIR: dataDir },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      const gone = once(child, 'close');
      for await (const text of createInterface({ input: child.stderr }))
        if (text.startsWith(line)) child.kill('SIGKILL');
      await gone;
      expect(child.signalCode, line).toBe('SIGKILL');
      expect(readIdentity(dataDir), line).toBeUndefined();
    }
    expect(await folderCommand(dataDir, 'migrate')).toMatchObject({ code: 0 });
    expect((await checkFolder(dataDir)).filter(({ findings }) => findings.length > 0)).toEqual([]);
  });

  it('R5: refuses a folder that a host runs on, and one of a newer version, and changes neither', async () => {
    const dataDir = await migratedFolder();
    folders.push(dataDir);
    const host = await openHost({ dataDir });
    try {
      expect(await folderCommand(dataDir, 'migrate')).toMatchObject({
        code: 1,
        err: expect.stringContaining('in use by another host') as string,
      });
    } finally {
      await host.host.close();
    }
    writeIdentity(dataDir, {
      id: 'x',
      format: currentFormat + 1,
      kind: 'demo',
      site: null,
      issuer: null,
      createdAt: '2026-01-01T00:00:00Z',
      complete: true,
      secrets: {},
    });
    expect(await folderCommand(dataDir, 'migrate')).toMatchObject({
      code: 1,
      err: expect.stringContaining('newer version') as string,
    });
    expect(backupsOf(dataDir)).toEqual([]);
  });

  it('R5: a real folder is not stamped without being told whose it is', async () => {
    const dataDir = folder();
    writeFileSync(
      join(dataDir, 'seeded.json'),
      JSON.stringify({ at: '2025-12-12T04:00:00.000Z', demo: false, people: false }),
    );
    expect(await folderCommand(dataDir, 'migrate')).toMatchObject({
      code: 1,
      err: expect.stringContaining('SITE_URL') as string,
    });
    expect(readIdentity(dataDir)).toBeUndefined();
  });
});
