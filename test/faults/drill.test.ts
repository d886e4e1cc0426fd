import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SubmitLetterResponse } from '#core/letter/letter-of-intent.ts';
import { folderCommand, type Said } from '#test/support/folder-command.ts';
import { newFolder } from '#test/support/host.ts';
import { killableHost, type KillableHost } from '#test/support/killed-host.ts';

const above = newFolder();
const file = join(above, 'backup.tar');
const elsewhere = join(above, 'restored');
let first: KillableHost;
let copy: KillableHost;
/** Answered before the backup began. */
let acknowledged: readonly SubmitLetterResponse[];
let made: Said;
let whileRunning: Said;
let letters = 0;

/** As many letters a client as last for a work of seconds: a slow machine is not given more to do. */
const mostLetters = 8;

/** Letters with their signed sheet, two side by side, until it is over. */
async function underLoad(work: () => Promise<void>): Promise<void> {
  const world = first.world();
  let over = false;
  const clients = Array.from({ length: 2 }, async () => {
    for (let own = 0; !over && own < mostLetters; own += 1) {
      await world.submit();
      letters += 1;
    }
  });
  try {
    await work();
  } finally {
    over = true;
    await Promise.all(clients);
  }
}

beforeAll(async () => {
  first = killableHost({ environment: { BUNDLES_DIR: '' } });
  await first.start();
  acknowledged = await Promise.all(Array.from({ length: 6 }, () => first.world().submit()));
  await underLoad(async () => {
    made = await folderCommand(first.dataDir, 'backup', file);
  });
  await underLoad(async () => {
    whileRunning = await folderCommand(first.dataDir, 'check');
  });
  copy = killableHost({ dataDir: elsewhere });
});
afterAll(async () => {
  await first.close();
  await copy.close();
  rmSync(above, { recursive: true, force: true });
});

describe('R6: a backup of a host that takes letters meanwhile', () => {
  it('R6: is one file of its owner, which any tar reads, and is never written over another', async () => {
    expect(made).toMatchObject({ code: 0 });
    expect(letters).toBeGreaterThan(0);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const listed = spawnSync('tar', ['-tf', file], { encoding: 'utf8' }).stdout.trim().split('\n');
    expect(listed).toEqual(
      expect.arrayContaining([
        'table.sqlite',
        'executions.sqlite',
        'objects/index.sqlite',
        'clock.json',
        'link-secret',
      ]),
    );
    expect(listed.at(-1)).toBe('manifest.json');
    // They would lead commands given to the copy to the host that was copied.
    expect(listed).not.toContain('endpoints.json');
    // A start makes them anew.
    expect(listed.filter((name) => name.startsWith('bundles'))).toEqual([]);
    expect(existsSync(join(first.dataDir, 'bundles'))).toBe(true);
    const before = readFileSync(file);
    expect(await folderCommand(first.dataDir, 'backup', file)).toMatchObject({
      code: 1,
      err: expect.stringContaining('is there already') as string,
    });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('R5: check agrees while the host runs', () => {
    expect(whileRunning).toMatchObject({ code: 0 });
    expect(whileRunning.out).not.toContain('DIFFERS');
  });

  it.each([
    [
      'is cut short',
      (damaged: string) => {
        truncateSync(damaged, Math.floor(statSync(damaged).size / 2));
      },
      'not whole',
    ],
    [
      'has one byte changed',
      (damaged: string) => {
        const bytes = readFileSync(damaged);
        bytes[700_000] = (bytes[700_000] ?? 0) ^ 1;
        writeFileSync(damaged, bytes);
      },
      'damaged',
    ],
    [
      'is something else',
      (damaged: string) => {
        writeFileSync(damaged, 'x'.repeat(2_000));
      },
      'not an archive',
    ],
  ])('R6: one that %s is refused, and leaves nothing', async (_, damage, words) => {
    const [damaged, into] = [join(above, 'damaged.tar'), join(above, 'refused')];
    copyFileSync(file, damaged);
    damage(damaged);
    expect(await folderCommand(into, 'restore', damaged)).toMatchObject({
      code: 1,
      err: expect.stringContaining(words) as string,
    });
    expect(spawnSync('ls', ['-A', into], { encoding: 'utf8' }).stdout).toBe('');
  });

  it('R6: restored elsewhere it agrees with itself and has all that was answered before it began', async () => {
    expect(await folderCommand(elsewhere, 'restore', file)).toMatchObject({
      code: 0,
      err: expect.stringContaining('HELD') as string,
    });
    const checked = await folderCommand(elsewhere, 'check');
    expect(checked.out).not.toContain('DIFFERS');
    expect(checked.code).toBe(0);
    expect(await folderCommand(elsewhere, 'restore', file)).toMatchObject({
      code: 1,
      err: expect.stringContaining('not empty') as string,
    });
  });

  it('R6: the copy runs beside the first host, and no email leaves it until it is told so', async () => {
    await copy.start();
    const world = copy.world();
    for (const { projectId, number } of acknowledged) expect((await world.project(projectId)).number).toBe(number);
    const before = (await world.mail()).length;
    const { projectId } = await world.submit();
    await world.advance('PT5M');
    expect(await world.mail()).toHaveLength(before);
    const list = (type: string) =>
      fetch(world.endpoints.mailbox, { headers: { accept: type } }).then((response) => response.text());
    expect(await list('application/json')).toContain('restored from a backup');
    expect(await list('text/html')).toContain('No email leaves this host');

    expect(await folderCommand(elsewhere, 'send', '--release')).toMatchObject({ code: 0 });
    await world.advance('PT2H');
    expect((await world.mailOf(projectId)).map(({ notice }) => notice)).toContain('receipt');
    expect(await list('text/html')).not.toContain('No email leaves this host');
    const checked = await folderCommand(elsewhere, 'check');
    expect(checked.out).not.toContain('DIFFERS');
  });
});
