import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Endpoints } from '#local/host/endpoints.ts';
import { startHost, type Host } from '#local/host/host.ts';
import { filesBucket } from '#local/host/files.ts';
import { seed } from '#local/seeding/seed.ts';
import { newFolder, openHost, type TestHost } from '#test/support/host.ts';
import { openBrowser } from './browser.ts';

const otherName = 'evil.example';
let host: TestHost;
/** For people from elsewhere, with an issuer of theirs. */
let published: Host;
const publishedDir = newFolder();
let browser: Browser;
/** Serves the page of another site, at a port of this machine and under a name that leads here. */
let other: Server;
/** A program that lets every page in, as the engine does: what the page tries there works. */
let unguarded: Server;
let posted: string[];
const portOf = (server: Server) => (server.address() as AddressInfo).port;

beforeAll(async () => {
  host = await openHost();
  await host.submit();
  await host.settle();
  published = await startHost({
    dataDir: publishedDir,
    port: 0,
    empty: true,
    seed,
    bundlesDir: process.env['BUNDLES_DIR'],
    siteUrl: 'https://zholkarta.example.org',
    issuer: { url: 'https://id.example.org', clientId: 'zholkarta' },
  });
  browser = await openBrowser(`--host-resolver-rules=MAP ${otherName} 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`);
  other = createServer((_, response) =>
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>Another site</title><body>'),
  ).listen(0, '127.0.0.1');
  posted = [];
  unguarded = createServer((request, response) => {
    let body = '';
    request
      .setEncoding('utf8')
      .on('data', (part: string) => {
        body += part;
      })
      .on('end', () => {
        if (request.method === 'POST') posted.push(`${request.headers['content-type'] ?? ''} ${body}`);
        const headers = {
          'access-control-allow-origin': '*',
          'access-control-allow-headers': request.headers['access-control-request-headers'] ?? '*',
          'content-type': 'text/html',
        };
        response.writeHead(200, headers).end('<!doctype html><p>secret');
      });
  }).listen(0, '127.0.0.1');
  await Promise.all(
    [other, unguarded].filter((server) => !server.listening).map((server) => once(server, 'listening')),
  );
});
afterAll(async () => {
  await browser.close();
  other.close();
  unguarded.close();
  await host.close();
  await published.close();
  rmSync(publishedDir, { recursive: true, force: true });
});

interface Target {
  readonly name: string;
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

const pretended = {
  'x-amz-date': '20260101T000000Z',
  authorization: 'AWS4-HMAC-SHA256 Credential=x/20260101/r/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
};
const amz = (target: string) => ({
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-target': target,
  ...pretended,
});
const json = { 'content-type': 'application/json' };

function targets({
  dynamodb,
  states,
  email,
  secrets,
  objects,
  mailbox,
  clock,
  tableName,
  stateMachineArn,
}: Endpoints): readonly Target[] {
  const issuer = clock.replace('clock', 'issuer');
  const post = (name: string, url: string, headers: Target['headers'], body: unknown): Target => ({
    name,
    url,
    method: 'POST',
    headers,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return [
    post('reads the table', dynamodb, amz('DynamoDB_20120810.Scan'), { TableName: tableName }),
    post('writes the table', dynamodb, amz('DynamoDB_20120810.PutItem'), {
      TableName: tableName,
      Item: { PK: { S: 'EVIL' }, SK: { S: 'x' } },
    }),
    post('starts an execution', `${states}/`, amz('AWSStepFunctions.StartExecution'), {
      stateMachineArn,
      name: 'evil',
      input: '{}',
    }),
    post(
      'sends an email',
      `${email}/v2/email/outbound-emails`,
      { ...json, ...pretended },
      {
        FromEmailAddress: 'a@example.org',
        Destination: { ToAddresses: ['victim@example.org'] },
        Content: { Simple: { Subject: { Data: 'evil' }, Body: { Text: { Data: 'x' } } } },
      },
    ),
    post('reads the secret', `${secrets}/`, amz('secretsmanager.GetSecretValue'), { SecretId: 'zholkarta/links' }),
    {
      name: 'puts a file',
      url: `${objects}/${filesBucket}/kept/evil`,
      method: 'PUT',
      headers: pretended,
      body: 'evil',
    },
    { name: 'reads the mail', url: mailbox, method: 'GET', headers: { accept: 'application/json' } },
    post('moves the clock', clock, json, { advance: 'P365D' }),
    { name: 'reads the time', url: clock, method: 'GET', headers: {} },
    post('switches email off', `${email}/outage`, json, { down: true }),
    post(
      'asks for a token',
      `${issuer}/token`,
      { 'content-type': 'application/x-www-form-urlencoded' },
      'grant_type=authorization_code&client_id=zholkarta&code=x',
    ),
    {
      name: 'reads what the issuer says of itself',
      url: `${issuer}/.well-known/openid-configuration`,
      method: 'GET',
      headers: {},
    },
  ];
}

/** All ways of a page to ask something of an address; what it could read of the answers. Runs in the browser. */
async function tryAll({ url, method, headers, body }: Omit<Target, 'name'>): Promise<readonly string[]> {
  const read: string[] = [];
  const ask = async (way: string, init: RequestInit) => {
    const text = await fetch(url, init).then(
      (answer) => (answer.type === 'opaque' ? '' : answer.text()),
      () => '',
    );
    if (text !== '') read.push(`${way}: ${text}`);
  };
  const content = body === undefined ? {} : { body };
  await ask('fetch', { method, headers, ...content });
  await ask('fetch with cookies', { method, headers, ...content, credentials: 'include' });
  await ask('fetch by GET', {});
  await ask('fetch by HEAD', { method: 'HEAD' });
  if (method === 'POST') await ask('fetch as text', { method, ...content });
  await ask('fetch without reading', { mode: 'no-cors' });
  await ask('post without reading', { mode: 'no-cors', method: 'POST', body: body ?? 'x' });
  await ask('post without a type', { mode: 'no-cors', method: 'POST', body: new Blob([body ?? 'x']) });
  navigator.sendBeacon(url, body ?? 'x');
  const ended = (element: HTMLElement) =>
    new Promise((resolve) => {
      element.onload = resolve;
      element.onerror = resolve;
    });
  for (const [tag, attribute] of [
    ['img', 'src'],
    ['script', 'src'],
    ['link', 'href'],
  ] as const) {
    const element = document.createElement(tag);
    if (tag === 'link') element.setAttribute('rel', 'stylesheet');
    element.setAttribute(attribute, url);
    const end = ended(element);
    document.body.append(element);
    await end;
  }
  const frame = document.createElement('iframe');
  frame.name = 'posted';
  document.body.append(frame);
  // A text/plain form sends `name=value`: the equals sign goes into a string of the JSON.
  const form = Object.assign(document.createElement('form'), {
    action: url,
    method: 'post',
    enctype: 'text/plain',
    target: 'posted',
  });
  const field = Object.assign(document.createElement('input'), {
    name: (body ?? 'x').replace(/\}$/, ',"a":"'),
    value: '"}',
  });
  form.append(field);
  document.body.append(form);
  const sent = ended(frame);
  form.submit();
  await sent;
  const framed = document.createElement('iframe');
  framed.src = url;
  const shown = ended(framed);
  document.body.append(framed);
  await shown;
  await new Promise<void>((resolve) => {
    const socket = new WebSocket(url.replace('http', 'ws'));
    socket.onopen = () => {
      read.push('socket');
      resolve();
    };
    socket.onerror = () => {
      resolve();
    };
  });
  return read;
}

async function atAnotherSite<T>(
  origin: string,
  work: (page: Page, statuses: readonly string[]) => Promise<T>,
  { dynamodb, clock }: Endpoints = host.endpoints,
): Promise<T> {
  const page = await browser.newPage();
  const local = [dynamodb, clock].map((address) => new URL(address).origin);
  const statuses: string[] = [];
  page.on('response', (response) => {
    if (local.includes(new URL(response.url()).origin))
      statuses.push(`${response.request().method()} ${String(response.status())}`);
  });
  try {
    await page.goto(origin);
    return await work(page, statuses);
  } finally {
    await page.close();
  }
}

/** All that a page could have changed. */
async function state({ dynamodb, states, tableName, stateMachineArn, credentials }: Endpoints, dataDir: string) {
  const aws = { region: 'eu-central-1', credentials };
  const { Items = [] } = await new DynamoDBClient({ ...aws, endpoint: dynamodb }).send(
    new ScanCommand({ TableName: tableName }),
  );
  const { executions = [] } = await new SFNClient({ ...aws, endpoint: states }).send(
    new ListExecutionsCommand({ stateMachineArn }),
  );
  return {
    items: Object.fromEntries(Items.map((item) => [`${item['PK']?.S ?? ''} ${item['SK']?.S ?? ''}`, item])),
    executions: executions.map(({ name, status }) => `${name ?? ''} ${status ?? ''}`).sort(),
    emails: readdirSync(join(dataDir, 'mail')),
    files: readdirSync(join(dataDir, 'objects', 'contents')),
    clock: readFileSync(join(dataDir, 'clock.json'), 'utf8'),
  };
}

describe.each([
  ['at another port of this machine', () => `http://127.0.0.1:${String(portOf(other))}`],
  ['under another name', () => `http://${otherName}:${String(portOf(other))}`],
])('a page %s', (_, originOf) => {
  it('reads and writes where nothing guards: the tries are good ones', async () => {
    await atAnotherSite(originOf(), async (page) => {
      posted.length = 0;
      const read = await page.evaluate(tryAll, {
        url: `http://127.0.0.1:${String(portOf(unguarded))}/`,
        method: 'POST',
        headers: { ...amz('x') },
        body: '{"advance":"P365D"}',
      });
      expect(read.filter((text) => text.includes('secret')).map((text) => text.split(':')[0])).toEqual([
        'fetch',
        'fetch by GET',
        'fetch as text',
      ]);
      expect(posted.filter((text) => text.startsWith('text/plain'))).toContain(
        'text/plain {"advance":"P365D","a":"="}\r\n',
      );
    });
  });

  it.each([
    ['on this machine', () => ({ endpoints: host.endpoints, dataDir: host.dataDir })],
    ['that is published', () => ({ endpoints: published.endpoints, dataDir: publishedDir })],
  ])(
    'S1, S12: reads nothing of any local service of a host %s, changes nothing, and is refused each time',
    async (__, hostOf) => {
      const { endpoints, dataDir } = hostOf();
      const before = await state(endpoints, dataDir);
      for (const { name, ...target } of targets(endpoints)) {
        await atAnotherSite(
          originOf(),
          async (page, statuses) => {
            expect(await page.evaluate(tryAll, target), name).toEqual([]);
            expect(statuses.length, name).toBeGreaterThan(5);
            expect(
              statuses.filter((status) => !status.endsWith(' 403')),
              name,
            ).toEqual([]);
          },
          endpoints,
        );
      }
      expect(await state(endpoints, dataDir)).toEqual(before);
    },
  );

  it('S12: has not switched email off', async () => {
    const before = (await host.mail()).length;
    await host.submit();
    await host.settle();
    expect((await host.mail()).length).toBeGreaterThan(before);
  });

  it('S1: finds no engine where it tries ports', async () => {
    const ports = Object.values(host.endpoints)
      .filter((value): value is string => typeof value === 'string' && value.startsWith('http'))
      .map((address) => Number(new URL(address).port));
    const near = [...new Set(ports.flatMap((port) => [port - 1, port, port + 1]))];
    const found = await atAnotherSite(originOf(), (page) =>
      page.evaluate(
        async ({ list, headers }) => {
          const answers = await Promise.all(
            list.map((port) =>
              fetch(`http://127.0.0.1:${String(port)}/`, { method: 'POST', headers, body: '{}' }).then(
                (answer) => answer.text(),
                () => '',
              ),
            ),
          );
          return answers.filter((text) => text.includes('TableNames'));
        },
        { list: near, headers: amz('DynamoDB_20120810.ListTables') },
      ),
    );
    expect(found).toEqual([]);
  });

  it('S1, S12: is refused when its name comes to lead to a local port', async () => {
    for (const address of [
      host.endpoints.dynamodb,
      host.endpoints.clock,
      host.endpoints.mailbox,
      `${host.endpoints.issuer}/.well-known/openid-configuration`,
    ]) {
      const page = await browser.newPage();
      const answer = await page.goto(address.replace('127.0.0.1', otherName));
      expect(answer?.status(), address).toBe(403);
      await page.close();
    }
  });

  it('S16: cannot show the sign-in or the mailbox in a frame of its own', async () => {
    await atAnotherSite(originOf(), async (page) => {
      for (const address of [`${host.endpoints.site}/sign-in/start?to=/office&lang=en`, host.endpoints.mailbox]) {
        await page.evaluate(async (src) => {
          const frame = Object.assign(document.createElement('iframe'), { src });
          const shown = new Promise((resolve) => {
            frame.onload = resolve;
          });
          document.body.append(frame);
          await shown;
        }, address);
      }
      const texts = await Promise.all(
        page
          .frames()
          .slice(1)
          .map((frame) => frame.content().catch(() => '')),
      );
      for (const text of texts) expect(text).not.toMatch(/name="account"|Mailbox/);
    });
  });

  it('may lead somebody to the sign-in, which then works', async () => {
    await atAnotherSite(originOf(), async (page) => {
      await page.evaluate((href) => {
        location.href = href;
      }, `${host.endpoints.site}/sign-in/start?to=/office&lang=en`);
      await page.click('button[value="officer"]');
      await page.waitForURL(`${host.endpoints.site}/office**`);
    });
  });
});

describe('the pages of the local port', () => {
  it('S12: are read in a browser as before', async () => {
    const page = await browser.newPage();
    expect((await page.goto(host.endpoints.mailbox))?.status()).toBe(200);
    await page.click('tbody tr:last-child a');
    expect(await page.locator('pre').textContent()).toContain(host.endpoints.site);
    expect(await page.frameLocator('iframe').locator('body').textContent()).not.toBe('');
    await page.click('text=Mailbox');
    expect(await page.textContent('h1')).toBe('Mailbox of this host');
    await page.close();
  });
});
