import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Endpoints, readEndpoints } from './endpoints.ts';
import { startHost } from './host.ts';
import { filesBucket } from './files.ts';
import { freePort } from '../kit/free-port.ts';
import { eicar, type FakeClamd, openFakeClamd } from '../aws/testing/fake-clamd.ts';
import { fixtureDefinition, fixtureFunctions } from './testing/fixture-functions.ts';

let dataDir: string;
let clamd: FakeClamd | undefined;
let child: ChildProcess | undefined;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'scanning-'));
});
afterEach(async () => {
  await end('SIGTERM');
  await clamd?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** A host in a process of its own; resolves when it answers. */
async function start(clamdUrl: string): Promise<Endpoints> {
  child = spawn(process.execPath, [fileURLToPath(new URL('./testing/fixture-host.ts', import.meta.url))], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0', CLAMD_URL: clamdUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.stdout) await once(child.stdout, 'data');
  const endpoints = readEndpoints(dataDir);
  if (!endpoints) throw new Error('no endpoints');
  return endpoints;
}
/** Asked to end, it ends its table's engine too; killed, the next host on the folder does. */
async function end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

const aws = ({ credentials }: Endpoints) => ({ region: 'eu-central-1', credentials });
const bring = (endpoints: Endpoints, Key: string, Body: string) =>
  new S3Client({ ...aws(endpoints), endpoint: endpoints.objects, forcePathStyle: true }).send(
    new PutObjectCommand({ Bucket: filesBucket, Key, Body }),
  );
async function recorded(endpoints: Endpoints): Promise<string[]> {
  const { Items = [] } = await new DynamoDBClient({ ...aws(endpoints), endpoint: endpoints.dynamodb }).send(
    new QueryCommand({
      TableName: endpoints.tableName,
      KeyConditionExpression: 'PK = :pk',
      ExpressionAttributeValues: { ':pk': { S: 'NOTE#scan' } },
    }),
  );
  return Items.map(({ SK }) => SK?.S ?? '');
}
/** Moving the clock ends when nothing runs. */
const idle = ({ clock }: Endpoints) =>
  fetch(clock, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ advance: 'PT0S' }),
  });

it('each file that is brought is looked at, and what was found is recorded', async () => {
  clamd = await openFakeClamd();
  const endpoints = await start(clamd.url);
  await bring(endpoints, 'incoming/clean', 'a signed letter');
  await bring(endpoints, 'incoming/bad', `before ${eicar}`);
  await bring(endpoints, 'kept/other', 'not looked at');
  await idle(endpoints);
  expect(await recorded(endpoints)).toEqual(['incoming/bad THREATS_FOUND', 'incoming/clean NO_THREATS_FOUND']);
  expect(clamd.seen).toEqual(['a signed letter', `before ${eicar}`]);
});

it('what was not looked at when the host was killed is looked at when it is back', async () => {
  const away = `tcp://127.0.0.1:${String(await freePort())}`;
  const first = await start(away);
  await bring(first, 'incoming/a', 'a signed letter');
  await idle(first);
  expect(await recorded(first)).toEqual([]);
  await end('SIGKILL');
  expect(readFileSync(join(dataDir, 'host.log'), 'utf8')).toContain('ECONNREFUSED');
  clamd = await openFakeClamd();
  const second = await start(clamd.url);
  await idle(second);
  expect(await recorded(second)).toEqual(['incoming/a NO_THREATS_FOUND']);
});

it('an address that is none stops the start', async () => {
  await expect(
    startHost({
      dataDir,
      port: 0,
      empty: false,
      seed: async () => undefined,
      functions: fixtureFunctions,
      definition: fixtureDefinition,
      clamdUrl: 'clamd:3310',
    }),
  ).rejects.toThrow('CLAMD_URL');
});
