import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { DescribeExecutionCommand, ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { stateMachine } from '#infra/manifest/index.ts';
import type { Email } from '../aws/ses/message.ts';
import { type Endpoints, readEndpoints } from './endpoints.ts';
import { type Host, type HostOptions, startHost } from './host.ts';
import { fixtureDefinition, fixtureFunctions } from './testing/fixture-functions.ts';

const start = Date.parse('2025-12-12T09:00:00+05:00');
let dataDir: string;
let host: Host | undefined;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'host-'));
});
afterEach(() => host?.close());

async function open(change: Partial<HostOptions> = {}): Promise<Host> {
  host = await startHost({
    dataDir,
    port: 0,
    empty: false,
    seed: async () => undefined,
    functions: fixtureFunctions,
    definition: fixtureDefinition,
    ...change,
  });
  return host;
}

const submit = ({ api }: Endpoints, id: string, to = 'investor@example.org') =>
  fetch(`${api}/api/letters-of-intent`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id, to }),
  });
const mails = async ({ mailbox }: Endpoints) =>
  ((await (await fetch(mailbox, { headers: { accept: 'application/json' } })).json()) as { emails: Email[] }).emails;
const workflow = ({ states, credentials }: Endpoints) =>
  new SFNClient({ endpoint: states, region: 'eu-central-1', credentials });
const output = async (endpoints: Endpoints, id: string) => {
  const { status, output: text } = await workflow(endpoints).send(
    new DescribeExecutionCommand({
      executionArn: `${endpoints.stateMachineArn.replace('stateMachine', 'execution')}:${id}`,
    }),
  );
  return `${status} ${text ?? ''}`.trim();
};
async function notes({ dynamodb, tableName, credentials }: Endpoints, about: string): Promise<string[]> {
  const table = new DynamoDBClient({ endpoint: dynamodb, region: 'eu-central-1', credentials });
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName: tableName,
      KeyConditionExpression: 'PK = :pk',
      ExpressionAttributeValues: { ':pk': { S: `NOTE#${about}` } },
    }),
  );
  return Items.map(({ SK }) => SK?.S ?? '');
}
const token = (account: string) =>
  new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    execFile(
      process.execPath,
      [fileURLToPath(new URL('./token.ts', import.meta.url)), account].filter(Boolean),
      { env: { ...process.env, DATA_DIR: dataDir } },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });

describe('a host', () => {
  it('carries a letter from the form to the decision', async () => {
    const { endpoints, idle } = await open();
    const submitted = await submit(endpoints, 'one');
    expect(submitted.status).toBe(201);
    const { at } = (await submitted.json()) as { at: number };
    expect(at).toBeGreaterThanOrEqual(start);
    expect(at).toBeLessThan(start + 60_000);
    await idle();
    expect(await mails(endpoints)).toMatchObject([
      { to: 'investor@example.org', notice: 'receipt', subject: 'Letter one', links: [`${endpoints.site}/l/one`] },
    ]);
    expect(await notes(endpoints, 'delivery')).toEqual(['Letter one Delivery']);
    expect(await output(endpoints, 'one')).toBe('RUNNING');

    const decide = (authorization: string) =>
      fetch(`${endpoints.api}/api/assignments/one/decision`, { method: 'POST', headers: { authorization } });
    expect((await decide('')).status).toBe(401);
    expect((await decide(`Bearer ${(await token('officer')).stdout.trim()}`)).status).toBe(204);
    await idle();
    expect(await output(endpoints, 'one')).toBe('SUCCEEDED {"by":"demo-officer"}');
  });

  it('says where everything is', async () => {
    const { endpoints } = await open();
    expect(readEndpoints(dataDir)).toEqual(endpoints);
    expect(Object.keys(endpoints).sort()).toEqual([
      'accounts',
      'api',
      'clock',
      'credentials',
      'dynamodb',
      'email',
      'issuer',
      'mailbox',
      'objects',
      'secrets',
      'site',
      'stateMachineArn',
      'states',
      'tableName',
    ]);
    expect(endpoints.stateMachineArn).toBe(
      `arn:aws:states:eu-central-1:000000000000:stateMachine:${stateMachine.name}`,
    );
    // What no route takes is the public function's to tell, which this host has not.
    expect((await fetch(`${endpoints.site}/nowhere`)).status).toBe(500);
  });

  it('does what is due on the way when the clock is moved, in order and at its time', async () => {
    const { endpoints, idle } = await open();
    await submit(endpoints, 'one', 'bounce@example.org');
    await idle();
    expect(await notes(endpoints, 'delivery')).toEqual(['Letter one Bounce']);
    const moved = await fetch(endpoints.clock, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"advance":"P31D"}',
    });
    expect(await moved.json()).toMatchObject({ ran: 32 });
    const days = await notes(endpoints, 'run-day');
    expect(days).toEqual(
      Array.from({ length: 31 }, (_, day) =>
        new Date(Date.UTC(2025, 11, 13 + day, 1, 30)).toISOString().replace('.000', ''),
      ),
    );
    expect(await output(endpoints, 'one')).toBe('SUCCEEDED {"by":"nobody"}');
    const { stopDate } = await workflow(endpoints).send(
      new DescribeExecutionCommand({
        executionArn: `${endpoints.stateMachineArn.replace('stateMachine', 'execution')}:one`,
      }),
    );
    expect(stopDate?.toISOString().slice(0, 10)).toBe('2026-01-11');
    expect(
      (
        await fetch(endpoints.clock, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: '{"to":"2025-12-13T00:00:00Z"}',
        })
      ).status,
    ).toBe(400);
  });

  it('comes back as it was: addresses, time, work, sign-in; the seed runs once', async () => {
    const seeded: boolean[] = [];
    const seed: HostOptions['seed'] = async ({ demo, now, tableName }) => {
      expect(tableName).toBe('zholkarta');
      expect(now).toBeGreaterThanOrEqual(start);
      seeded.push(demo);
    };
    const first = await open({ seed });
    await submit(first.endpoints, 'one');
    await first.idle();
    await first.advance('P10D');
    const bearer = `Bearer ${(await token('head')).stdout.trim()}`;
    await first.close();

    const second = await open({ seed });
    expect(second.endpoints).toEqual(first.endpoints);
    expect(seeded).toEqual([true]);
    const { now } = (await (await fetch(second.endpoints.clock)).json()) as { now: string };
    expect(now.slice(0, 10)).toBe('2025-12-22');
    expect(
      (
        await fetch(`${second.endpoints.api}/api/assignments/one/decision`, {
          method: 'POST',
          headers: { authorization: bearer },
        })
      ).status,
    ).toBe(204);
    await second.idle();
    expect(await output(second.endpoints, 'one')).toBe('SUCCEEDED {"by":"demo-head"}');
    expect(await mails(second.endpoints)).toHaveLength(1);
  });

  it('R11: tells at a later start what became of an email when nobody took it at once, and gives it up once', async () => {
    const failing: HostOptions['functions'] = (name) =>
      name === 'record-delivery'
        ? { module: new URL('../aws/testing/odd-functions.ts', import.meta.url).href, export: 'rejects' }
        : fixtureFunctions(name);
    const letters = () => readFileSync(join(dataDir, 'dead-letters.jsonl'), 'utf8').trim().split('\n');
    const first = await open({ functions: failing });
    await submit(first.endpoints, 'one');
    await first.idle();
    expect(letters()).toHaveLength(1);
    await first.close();
    const second = await open({ functions: failing });
    await second.idle();
    expect(letters()).toHaveLength(1);
    expect(await notes(second.endpoints, 'delivery')).toEqual([]);
    await second.close();
    const third = await open();
    await third.idle();
    expect(await notes(third.endpoints, 'delivery')).toEqual(['Letter one Delivery']);
  });

  it('is on real time without demo data', async () => {
    const seeded: boolean[] = [];
    const { endpoints } = await open({ empty: true, seed: async ({ demo }) => void seeded.push(demo) });
    const { now } = (await (await fetch(endpoints.clock)).json()) as { now: string };
    expect(Math.abs(Date.parse(now) - Date.now())).toBeLessThan(60_000);
    expect(seeded).toEqual([false]);
  });

  it('refuses a folder or a port that is taken, leaves nothing behind when it cannot start, and runs beside another', async () => {
    const { endpoints } = await open();
    const other = {
      port: 0,
      empty: false,
      seed: async () => undefined,
      functions: fixtureFunctions,
      definition: fixtureDefinition,
    };
    await expect(startHost({ ...other, dataDir })).rejects.toThrow('in use by another host');
    const folder = mkdtempSync(join(tmpdir(), 'host-'));
    await expect(startHost({ ...other, dataDir: folder, port: Number(new URL(endpoints.site).port) })).rejects.toThrow(
      'is in use. Set PORT',
    );
    await expect(startHost({ ...other, dataDir: folder, definition: '{"StartAt":"x","States":{}}' })).rejects.toThrow(
      'CreateStateMachine',
    );
    expect(existsSync(join(folder, 'endpoints.json'))).toBe(false);
    const beside = await startHost({ ...other, dataDir: folder });
    await submit(beside.endpoints, 'beside');
    await beside.idle();
    expect(await mails(beside.endpoints)).toHaveLength(1);
    expect(await mails(endpoints)).toHaveLength(0);
    await beside.close();
  });

  it('keeps what functions print for its log, without links or tokens of the path', async () => {
    const { endpoints, close } = await open();
    await fetch(`${endpoints.api}/api/links/very-secret`);
    await close();
    const log = readFileSync(join(dataDir, 'host.log'), 'utf8');
    expect(log).toContain('{"said":"by a function"}\n');
    expect(log).toContain('"access":"GET /api/links/{link}"');
    expect(log).not.toContain('very-secret');
  });
});

describe('npm run token', () => {
  it('prints a token alone, for an account or a role, and lists the accounts otherwise', async () => {
    expect(await token('officer')).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('No host has run'),
    });
    const { endpoints, close } = await open();
    for (const name of ['officer-kokand', 'administrator'])
      expect(await token(name)).toMatchObject({
        code: 0,
        stdout: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+\n$/),
        stderr: '',
      });
    const unknown = await token('governor');
    expect(unknown).toMatchObject({ code: 2, stdout: '' });
    for (const { account } of endpoints.accounts) expect(unknown.stderr).toContain(`  ${account} (`);
    expect(await token('')).toMatchObject({ code: 2, stderr: expect.stringContaining('Name an account') });
    await close();
    expect(await token('officer')).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('No host answers'),
    });
  });
});

describe('a host that is killed', () => {
  const run = async () => {
    const child = spawn(process.execPath, [fileURLToPath(new URL('./testing/fixture-host.ts', import.meta.url))], {
      env: { ...process.env, DATA_DIR: dataDir, PORT: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    await once(child.stdout, 'data');
    const endpoints = readEndpoints(dataDir);
    if (!endpoints) throw new Error('no endpoints');
    return { child, endpoints, kill: async () => (child.kill('SIGKILL'), once(child, 'exit')) };
  };

  it('at any moment goes on at the next start: every letter has its execution and its email', async () => {
    const ids = Array.from({ length: 12 }, (_, position) => `letter-${position}`);
    const taken = new Set<string>();
    for (let round = 0; taken.size < ids.length; round++) {
      const { endpoints, kill } = await run();
      const wanted = ids.filter((id) => !taken.has(id)).slice(0, 4);
      const answers = wanted.map(async (id) => (await submit(endpoints, id)).ok && taken.add(id));
      await Promise.race(answers);
      await kill();
      await Promise.allSettled(answers);
    }
    const { endpoints, idle } = await open();
    await idle();
    const { executions = [] } = await workflow(endpoints).send(
      new ListExecutionsCommand({ stateMachineArn: endpoints.stateMachineArn }),
    );
    expect(executions.map(({ name }) => name).sort()).toEqual([...ids].sort());
    const subjects = (await mails(endpoints)).map(({ subject }) => subject);
    expect([...new Set(subjects)].sort()).toEqual(ids.map((id) => `Letter ${id}`).sort());
    expect((await notes(endpoints, 'delivery')).sort()).toEqual(ids.map((id) => `Letter ${id} Delivery`).sort());
  });
});
