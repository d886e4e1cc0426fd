import { mkdtempSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enginesOn } from '../aws/dynamodb/orphan.ts';
import type { Endpoints } from './endpoints.ts';
import { type Host, startHost } from './host.ts';
import { filesBucket } from './files.ts';
import { fixtureDefinition, fixtureFunctions } from './testing/fixture-functions.ts';
import { signedHeaders } from '../aws/testing/sign.ts';
import { testSigner } from '../aws/testing/signer.ts';

const json = { 'content-type': 'application/json' };
const amz = (target: string) => ({ 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': target });
const otherOrigin = 'http://evil.example';

/** What somebody would do to the host if they could. */
interface Operation {
  readonly name: string;
  readonly url: (endpoints: Endpoints) => string;
  readonly method: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The service's name in signatures, where it wants one. */
  readonly as?: string;
  /** What whoever may do it is answered. */
  readonly done: number;
}

const protocols: readonly Operation[] = [
  {
    name: 'the table',
    as: 'dynamodb',
    url: ({ dynamodb }) => `${dynamodb}/`,
    method: 'POST',
    headers: amz('DynamoDB_20120810.PutItem'),
    body: JSON.stringify({ TableName: 'zholkarta', Item: { PK: { S: 'EVIL' }, SK: { S: 'x' } } }),
    done: 200,
  },
  {
    name: 'its stream',
    as: 'dynamodb',
    url: ({ dynamodb }) => `${dynamodb}/`,
    method: 'POST',
    headers: amz('DynamoDBStreams_20120810.ListStreams'),
    body: '{}',
    done: 200,
  },
  {
    name: 'states',
    as: 'states',
    url: ({ states }) => `${states}/`,
    method: 'POST',
    headers: amz('AWSStepFunctions.StartExecution'),
    body: JSON.stringify({
      stateMachineArn: 'arn:aws:states:eu-central-1:000000000000:stateMachine:zholkarta-onboarding',
      name: 'evil',
      input: '{"id":"evil"}',
    }),
    done: 200,
  },
  {
    name: 'email',
    as: 'ses',
    url: ({ email }) => `${email}/v2/email/outbound-emails`,
    method: 'POST',
    headers: json,
    body: JSON.stringify({
      FromEmailAddress: 'a@example.org',
      Destination: { ToAddresses: ['victim@example.org'] },
      Content: { Simple: { Subject: { Data: 'evil' }, Body: { Text: { Data: 'x' } } } },
    }),
    done: 200,
  },
  {
    name: 'secrets',
    as: 'secretsmanager',
    url: ({ secrets }) => `${secrets}/`,
    method: 'POST',
    headers: { ...amz('secretsmanager.GetSecretValue'), 'content-type': 'application/x-amz-json-1.1' },
    body: '{"SecretId":"zholkarta/links"}',
    done: 200,
  },
  {
    name: 'objects',
    as: 's3',
    url: ({ objects }) => `${objects}/${filesBucket}/kept/evil`,
    method: 'PUT',
    headers: { 'content-type': 'text/html' },
    body: 'evil',
    done: 200,
  },
];
const mailboxOf: Omit<Operation, 'done'> = {
  name: 'mailbox',
  url: ({ mailbox }) => mailbox,
  method: 'GET',
  headers: { accept: 'application/json' },
};
const clock: Omit<Operation, 'done'> = {
  name: 'clock',
  url: ({ clock: address }) => address,
  method: 'POST',
  headers: json,
  body: '{"advance":"P1D"}',
};
const time: Operation = { name: 'the time', url: ({ clock: address }) => address, method: 'GET', done: 200 };
const outage: Omit<Operation, 'done'> = {
  name: 'outage',
  url: ({ email }) => `${email}/outage`,
  method: 'POST',
  headers: json,
  body: '{"down":true}',
};
const issuer: Operation = {
  name: 'the sign-in',
  url: ({ issuer: address }) => `${address}/token`,
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: 'grant_type=authorization_code&client_id=zholkarta&code=x',
  done: 400,
};
const unknown: Operation = {
  name: 'what is not there',
  url: ({ clock: address }) => address.replace('clock', 'nothing'),
  method: 'GET',
  done: 404,
};

/** What whoever found the port attempts with an operation, with the key or without. */
interface Attempt {
  readonly name: string;
  readonly headers?: (endpoints: Endpoints, url: URL) => Record<string, string>;
  readonly method?: string;
  /** Signs with another key than the folder's; `false`: nobody signs. */
  readonly key?: false | { readonly accessKeyId?: string; readonly secret?: string; readonly region?: string };
  readonly only?: 'signed';
}

const attempts: readonly Attempt[] = [
  {
    name: 'a page of another site',
    headers: () => ({ origin: otherOrigin, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' }),
  },
  { name: 'a page of another site that only names itself', headers: () => ({ origin: otherOrigin }) },
  { name: 'a page without an origin', headers: () => ({ origin: 'null' }) },
  { name: 'a page at the port of the site', headers: ({ site }) => ({ origin: site, 'sec-fetch-site': 'same-site' }) },
  { name: 'a page at another port that only names itself', headers: ({ site }) => ({ origin: site }) },
  {
    name: 'a picture in a page of another site',
    headers: () => ({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' }),
  },
  {
    name: 'a form of another site',
    headers: () => ({
      origin: otherOrigin,
      'content-type': 'text/plain',
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    }),
  },
  {
    name: 'a page that asks first',
    method: 'OPTIONS',
    headers: () => ({
      origin: otherOrigin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,x-amz-target,x-amz-date,content-type',
      'access-control-request-private-network': 'true',
    }),
  },
  { name: 'a name that leads here', headers: (_, { port }) => ({ host: `evil.example:${port}` }) },
  { name: 'a name that leads here without its port', headers: () => ({ host: 'evil.example' }) },
  { name: 'another port of this machine', headers: () => ({ host: '127.0.0.1:1' }) },
  { name: 'nobody who signed', key: false, only: 'signed' },
  { name: 'a key that anybody knows', key: { secret: 'local' }, only: 'signed' },
  { name: 'the key of somebody else', key: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secret: 'x' }, only: 'signed' },
  {
    name: 'a program that makes the engine content',
    key: false,
    only: 'signed',
    headers: () => ({
      'x-amz-date': '20260101T000000Z',
      authorization: 'AWS4-HMAC-SHA256 Credential=x/20260101/r/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
    }),
  },
];

interface Answered {
  readonly status: number;
  readonly text: string;
  readonly open: readonly string[];
}

/** Node's own client, which names any host. */
const send = (url: string, method: string, headers: Record<string, string>, body?: string) =>
  new Promise<Answered>((resolve, reject) => {
    const sent = request(
      url,
      {
        method,
        headers: { ...headers, ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }) },
      },
      (response) => {
        let text = '';
        response
          .setEncoding('utf8')
          .on('data', (part: string) => {
            text += part;
          })
          .on('end', () => {
            resolve({
              status: response.statusCode ?? 0,
              text,
              open: Object.keys(response.headers).filter((name) => name.startsWith('access-control-')),
            });
          });
      },
    );
    sent.on('error', reject).end(body);
  });

function does(
  endpoints: Endpoints,
  operation: Operation,
  { method = operation.method, headers = () => ({}), key = {} }: Omit<Attempt, 'name'> = {},
): Promise<Answered> {
  const url = operation.url(endpoints);
  const { host, ...more } = headers(endpoints, new URL(url));
  const all = { ...operation.headers, ...more };
  const body = method === 'GET' || method === 'OPTIONS' ? undefined : operation.body;
  const ours = {
    ...testSigner,
    accessKeyId: endpoints.credentials.accessKeyId,
    secret: endpoints.credentials.secretAccessKey,
  };
  const asked = {
    service: operation.as ?? '',
    method,
    url: host === undefined ? url : url.replace(new URL(url).host, host),
    headers: all,
    ...(body !== undefined && { body }),
  };
  return send(
    url,
    method,
    {
      ...(operation.as === undefined || key === false ? all : signedHeaders(asked, { ...ours, ...key })),
      ...(host !== undefined && { host }),
    },
    body,
  );
}

const modes: readonly {
  readonly mode: string;
  readonly siteUrl?: string;
  readonly operations: readonly Operation[];
}[] = [
  {
    mode: 'a host on this machine',
    operations: [
      ...protocols,
      { ...mailboxOf, done: 200 },
      time,
      { ...clock, done: 200 },
      { ...outage, done: 200 },
      issuer,
      unknown,
    ],
  },
  // Nobody moves its clock or switches its email off, and its emails are for who has the key.
  {
    mode: 'a published host',
    siteUrl: 'https://zholkarta.example.org',
    operations: [
      ...protocols,
      { ...mailboxOf, as: 'mailbox', done: 200 },
      time,
      { ...clock, done: 405 },
      { ...outage, as: 'ses', done: 404 },
      unknown,
    ],
  },
];

describe.each(modes)('$mode', ({ siteUrl, operations }) => {
  let host: Host;
  let dataDir: string;
  let table: DynamoDBClient;
  let workflow: SFNClient;
  beforeAll(async () => {
    dataDir = realpathSync(mkdtempSync(join(tmpdir(), 'shut-')));
    const issuer = siteUrl === undefined ? undefined : { url: 'https://id.example.org', clientId: 'zholkarta' };
    host = await startHost({
      dataDir,
      port: 0,
      empty: true,
      seed: async () => undefined,
      functions: fixtureFunctions,
      definition: fixtureDefinition,
      siteUrl,
      issuer,
    });
    const { credentials, dynamodb, states } = host.endpoints;
    table = new DynamoDBClient({ region: 'eu-central-1', credentials, endpoint: dynamodb });
    workflow = new SFNClient({ region: 'eu-central-1', credentials, endpoint: states });
  });
  afterAll(async () => {
    await host.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  /** All that an operation could change. */
  async function state() {
    const { tableName, stateMachineArn } = host.endpoints;
    const { Items = [] } = await table.send(new ScanCommand({ TableName: tableName }));
    const { executions = [] } = await workflow.send(new ListExecutionsCommand({ stateMachineArn }));
    return {
      items: Items.filter(({ PK }) => !PK?.S?.startsWith('NOTE#')).length,
      executions: executions.length,
      emails: readdirSync(join(dataDir, 'mail')),
      clock: readFileSync(join(dataDir, 'clock.json'), 'utf8'),
      objects: readdirSync(join(dataDir, 'objects', 'contents')),
    };
  }

  describe.each(operations)('$name', (operation) => {
    it.each(attempts.filter(({ only }) => only === undefined || operation.as !== undefined))(
      'S1, S12: refuses $name',
      async (one) => {
        const before = await state();
        const { status, text, open } = await does(host.endpoints, operation, one);
        // A header that is no signature at all is to S3 a bad request.
        expect(operation.as === 's3' && status === 400 ? 403 : status).toBe(403);
        expect(open).toEqual([]);
        expect(text).not.toMatch(/SecretString|emails|"now"|Attributes|executionArn/);
        expect(await state()).toEqual(before);
      },
    );

    it(`S12: answers ${String(operation.done)} to whoever may ask`, async () => {
      expect((await does(host.endpoints, operation)).status).toBe(operation.done);
      // What it began has ended before the next one counts.
      await host.idle();
    });
  });

  it('S1: has its engine nowhere that a page or a file would tell of', async () => {
    const engines = enginesOn(join(dataDir, 'table.sqlite'));
    expect(engines).toHaveLength(1);
    const addresses = engines.flatMap(listeningAddresses);
    expect(addresses).toHaveLength(1);
    for (const [first = 0, second = 0] of addresses) expect([first, second >> 6]).toEqual([127, 1]);
    const told = readdirSync(dataDir, { recursive: true, encoding: 'utf8' })
      .map((name) => join(dataDir, name))
      .filter(
        (file) =>
          statSync(file).isFile() && addresses.some((address) => readFileSync(file).includes(address.join('.'))),
      );
    expect(told).toEqual([]);
  });

  it('S1: keeps its key in a file of its owner', () => {
    const file = join(dataDir, 'endpoints.json');
    expect([statSync(dataDir).mode & 0o777, statSync(file).mode & 0o777]).toEqual([0o700, 0o600]);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      credentials: { accessKeyId: 'local', secretAccessKey: readFileSync(join(dataDir, 'access-key'), 'utf8') },
    });
  });
});

/** The addresses at which a process waits for connections, as four numbers. */
function listeningAddresses(process: number): readonly (readonly number[])[] {
  const sockets = readdirSync(`/proc/${String(process)}/fd`).map(
    (name) => /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${String(process)}/fd/${name}`))?.[1],
  );
  const lines = readFileSync('/proc/net/tcp', 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/));
  const listening = '0A';
  return lines
    .filter((columns) => columns[3] === listening && sockets.includes(columns[9]))
    .map(([, address = '']) =>
      (address.split(':')[0]?.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16)).reverse(),
    );
}
