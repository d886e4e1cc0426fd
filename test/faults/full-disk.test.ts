import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { afterEach, describe, expect, it } from 'vitest';
import { languages } from '#core/kernel/common.ts';
import { examples } from '#core/api/examples.ts';
import { stateMachineArn } from '#local/host/state-machine.ts';
import { place } from '#local/host/data-folder.ts';
import { problemTextsOf } from '#core/texts/areas/problems.ts';
import { announced, fileOf } from '#test/support/files.ts';
import { draftUpTo } from '#test/browser/pages/letter-draft.ts';
import { letterOf, newFolder, newKey, openHost, type TestHost } from '#test/support/host.ts';

const megabyte = 1_000_000;
const reserve = 8 * megabyte;

let host: TestHost | undefined;
const after: (() => void)[] = [];
afterEach(async () => {
  await host?.close();
  host = undefined;
  for (const act of after.splice(0).reverse()) act();
});

const handIn = async (at: TestHost) =>
  at.ask<{ trackingUrl: string; projectId: string }>('/api/letters-of-intent', {
    body: letterOf(),
    headers: { 'idempotency-key': newKey() },
  });
const linkOf = (url: string): string => url.split('/l/')[1] ?? '';
const bring = async (at: TestHost, link: string) =>
  at.ask<{ fileId: string; form: { url: string; fields: Record<string, string> } }>(`/api/links/${link}/documents`, {
    body: announced(fileOf('more'), 'charter'),
  });

async function sendTo({ url, fields }: { url: string; fields: Readonly<Record<string, string>> }): Promise<Response> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  body.append('file', new Blob([fileOf('more')]));
  return fetch(url, { method: 'POST', body });
}

async function expectReading(at: TestHost, link: string): Promise<void> {
  for (const path of ['/', `/l/${link}`, `/l/${link}/documents`, '/figures'])
    expect((await fetch(at.endpoints.site + path)).status, path).toBe(200);
  expect((await at.ask(`/api/links/${link}`)).status).toBe(200);
}

async function expectNoFiles(
  at: TestHost,
  link: string,
  form: { url: string; fields: Readonly<Record<string, string>> },
): Promise<void> {
  const asked = await bring(at, link);
  expect([asked.status, asked.headers.get('retry-after'), asked.headers.get('content-type')]).toEqual([
    503,
    '3600',
    'application/problem+json',
  ]);
  expect(asked.body).toMatchObject({ type: 'urn:zholkarta:problem:no-room' });
  for (const language of languages) {
    const script = await fetch(`${at.endpoints.site}/l/${link}/documents`, {
      method: 'POST',
      headers: { 'accept-language': language },
      body: new URLSearchParams({
        kind: 'charter',
        step: 'upload',
        fileName: 'a.pdf',
        bytes: '10',
        sha256: 'a'.repeat(64),
        beginning: '25504446',
      }),
    });
    expect(script.status).toBe(503);
    const body = new FormData();
    body.append('kind', 'charter');
    const page = await fetch(`${at.endpoints.site}/l/${link}/documents?lang=${language}`, { method: 'POST', body });
    expect([page.status, page.headers.get('retry-after')]).toEqual([503, '3600']);
    expect(await page.text()).toContain(problemTextsOf(language).problems['no-room'].title);
  }
  // A form that was given out before: the store itself says no.
  const stored = await sendTo(form);
  expect([stored.status, await stored.text()]).toEqual([
    503,
    expect.stringContaining('<Code>ServiceUnavailable</Code>'),
  ]);
}

/** A letter that is filled in on the pages, all but its signed sheet: the page of documents, and the status of handing it in. */
async function pageLetter({ endpoints: { site } }: TestHost): Promise<{ documents: string; sent: number }> {
  const path = await draftUpTo(site, 'documents');
  const documents = await (await fetch(`${site}${path}/documents`)).text();
  const { status: sent } = await fetch(`${site}${path}/check`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ consent: 'true' }),
  });
  return { documents, sent };
}

async function expectReadOnly(at: TestHost): Promise<void> {
  const letter = await handIn(at);
  expect([letter.status, letter.headers.get('retry-after')]).toEqual([503, '600']);
  expect(letter.body).toMatchObject({ type: 'urn:zholkarta:problem:read-only' });
  for (const language of languages) {
    const page = await fetch(`${at.endpoints.site}/letter?lang=${language}`, {
      method: 'POST',
      body: new URLSearchParams(),
    });
    expect([page.status, page.headers.get('retry-after')]).toEqual([503, '600']);
    expect(await page.text()).toContain(problemTextsOf(language).problems['read-only'].title);
  }
}

async function expectWhole(at: TestHost): Promise<void> {
  const later = await handIn(at);
  expect(later.status).toBe(201);
  expect((await bring(at, linkOf(later.body.trackingUrl))).status).toBe(201);
  await at.host.idle();
  expect(await at.execution(later.body.projectId)).toBe('RUNNING');
}

describe('S3, R3: by the free bytes a host is told of', () => {
  it('files are refused below the reserve and letters go on; below a quarter nothing is written and all is read; with room it goes on by itself', async () => {
    let free = 100 * megabyte;
    const notice = `<strong>${problemTextsOf('en').problems['no-room'].title}.</strong>`;
    const at = (host = await openHost({ disk: { reserve, free: () => free } }));
    const link = linkOf((await handIn(at)).body.trackingUrl);
    const { form } = (await bring(at, link)).body;
    free = reserve - 1;
    await expectNoFiles(at, link, form);
    expect((await handIn(at)).status).toBe(201);
    const without = await pageLetter(at);
    expect([without.documents, without.sent]).toEqual([expect.stringContaining(notice), 303]);
    expect(without.documents).toMatch(/href="[^"]+\/check"/);
    await expectReading(at, link);
    free = reserve / 4 - 1;
    await expectReadOnly(at);
    await expectReading(at, link);
    free = 100 * megabyte;
    expect((await sendTo(form)).status).toBe(204);
    expect(await pageLetter(at)).toEqual({ documents: expect.not.stringContaining(notice) as unknown, sent: 400 });
    await expectWhole(at);
  });

  it('a start without room says which folder and how much is needed, and leaves nothing behind', async () => {
    const dataDir = newFolder();
    after.push(() => {
      rmSync(dataDir, { recursive: true, force: true });
    });
    await expect(openHost({ dataDir, disk: { reserve: 200 * megabyte, free: () => 3 * megabyte } })).rejects.toThrow(
      `The disk of ${dataDir} is full: 3 MB are free, the host needs 8 MB to start and 200 MB to take files.`,
    );
    expect(readdirSync(dataDir)).toEqual([]);
  });
});

/** A file system of its own of so many megabytes; undefined where mounting is not allowed. */
function mounted(size: number): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'small-disk-'));
  after.push(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${String(size)}m,mode=700`, 'tmpfs', folder], {
      stdio: 'ignore',
    });
  } catch {
    return undefined;
  }
  after.push(() => {
    execFileSync('umount', ['-l', folder]);
  });
  return folder;
}

describe('R3: on a small file system', () => {
  it('that is filled to the last byte a host reads on, ends by nothing, and goes on by itself when there is room', async ({
    skip,
  }) => {
    const disk = mounted(96);
    if (disk === undefined)
      return skip('This machine does not let a test mount a file system; the test above stands for it.');
    const dataDir = join(disk, 'data');
    mkdirSync(dataDir);
    const filler = join(disk, 'filler');
    const fillTo = (left: number) => {
      rmSync(filler, { force: true });
      const { bavail, bsize } = statfsSync(disk);
      writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - left)));
    };
    const at = (host = await openHost({ dataDir, disk: { reserve } }));
    let died: unknown;
    void at.host.died.then((reason) => {
      died = reason;
    });
    const before = await handIn(at);
    const link = linkOf(before.body.trackingUrl);
    const { form } = (await bring(at, link)).body;
    await at.host.idle();

    fillTo(5 * megabyte);
    await expectNoFiles(at, link, form);
    expect((await handIn(at)).status).toBe(201);
    await at.host.idle();

    fillTo(0);
    await expectReadOnly(at);
    await expectReading(at, link);
    // What happens without a request of the site: the workflow, an email, and notes of both.
    const client = (endpoint: string) => ({
      endpoint,
      region: place.region,
      credentials: at.endpoints.credentials,
      maxAttempts: 1,
    });
    const states = new SFNClient(client(at.endpoints.states));
    const start = async (name: string) =>
      states
        .send(
          new StartExecutionCommand({
            stateMachineArn: stateMachineArn(place),
            name,
            input: JSON.stringify({ note: 'x'.repeat(200_000) }),
          }),
        )
        .then(
          () => 'done',
          () => 'refused',
        );
    // Its journal has some room of its own left.
    let started = 0;
    while (started < 500 && (await start(`full-${String(started)}`)) === 'done') started += 1;
    expect(started).toBeLessThan(500);
    const email = new SESv2Client(client(at.endpoints.email)).send(
      new SendEmailCommand({
        FromEmailAddress: 'a@example.org',
        Destination: { ToAddresses: ['b@example.org'] },
        Content: { Simple: { Subject: { Data: 'x' }, Body: { Text: { Data: 'x'.repeat(100_000) } } } },
      }),
    );
    await expect(email).rejects.toMatchObject({ $metadata: { httpStatusCode: 503 } });
    expect(await start('full-again')).toBe('refused');
    await expectReading(at, link);
    await expect(openHost({ dataDir: join(disk, 'second') })).rejects.toThrow(
      `The disk of ${join(disk, 'second')} is full`,
    );

    rmSync(filler);
    expect(died).toBeUndefined();
    await expectReading(at, link);
    expect(await at.execution(before.body.projectId)).toBe('RUNNING');
    await expectWhole(at);
    expect(
      [dataDir, join(dataDir, 'mail')]
        .filter((folder) => existsSync(folder))
        .flatMap((folder) => readdirSync(folder))
        .filter((name) => name.endsWith('.draft')),
    ).toEqual([]);
    expect(
      (await at.ask('/api/letters-of-intent', { body: examples.letter, headers: { 'idempotency-key': newKey() } }))
        .status,
    ).toBe(201);
  });
});
