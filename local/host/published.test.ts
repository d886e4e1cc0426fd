import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Host, type HostOptions, startHost } from './host.ts';
import type { HttpEvent } from '../aws/api-gateway/event.ts';
import { localServices } from '../aws/http/local-services.ts';
import { serve } from '../aws/http/server.ts';
import { freePort } from '../kit/free-port.ts';
import { seed } from '../seeding/seed.ts';
import { demoAccounts } from './demo-accounts.ts';
import { signIn } from '../aws/cognito/code-flow.ts';
import { openSignIn } from '../aws/cognito/index.ts';
import { clientId } from '../aws/cognito/provider.ts';
import { fixtureDefinition, fixtureFunctions } from './testing/fixture-functions.ts';
import { testSigner as signer } from '../aws/testing/signer.ts';

const siteUrl = 'https://zholkarta.example.org';
const oddFunctions = new URL('../aws/testing/odd-functions.ts', import.meta.url).href;
/** `links` answers with the event it got. */
const functions: HostOptions['functions'] = (name) =>
  name === 'links' ? { module: oddFunctions, export: 'echo' } : fixtureFunctions(name);
const newFolder = () => mkdtempSync(join(tmpdir(), 'published-'));
const options = (change: Partial<HostOptions>): HostOptions => ({
  dataDir: newFolder(),
  port: 0,
  empty: true,
  seed,
  functions,
  definition: fixtureDefinition,
  ...change,
});
const cleanup = new AsyncDisposableStack();
let issuer: string;

/** Stands for an issuer of an office, elsewhere. */
beforeAll(async () => {
  const port = await freePort();
  issuer = `http://127.0.0.1:${port}/_local/issuer`;
  const elsewhere = await openSignIn({
    dataDir: newFolder(),
    sites: [siteUrl],
    issuer,
    accounts: demoAccounts,
    onError: (error) => expect.fail(String(error)),
  });
  cleanup.defer(() => elsewhere.close());
  const server = await serve({
    port,
    dispatch: localServices({ services: { issuer: { access: 'sign-in', service: elsewhere.service } }, signer }),
    onError: (error) => expect.fail(String(error)),
    onAnswer: () => undefined,
  });
  cleanup.defer(() => server.close());
});
afterAll(() => cleanup.disposeAsync());

async function people({ endpoints }: Host): Promise<string[]> {
  const table = new DynamoDBClient({
    endpoint: endpoints.dynamodb,
    region: 'eu-central-1',
    credentials: endpoints.credentials,
  });
  const { Items = [] } = await table.send(new ScanCommand({ TableName: endpoints.tableName }));
  expect(Items.length).toBeGreaterThan(10);
  return Items.map(({ PK }) => PK?.S ?? '').filter((key) => /^(PERSON|STAFF)#/.test(key));
}
const decide = ({ endpoints }: Host, bearer: string) =>
  fetch(`${endpoints.api}/api/assignments/none/decision`, {
    method: 'POST',
    headers: { authorization: `Bearer ${bearer}` },
  });
async function sourceIp({ endpoints }: Host): Promise<string> {
  const response = await fetch(`${endpoints.api}/api/links/x`, {
    headers: { 'x-forwarded-for': '203.0.113.1, 198.51.100.7' },
  });
  return ((await response.json()) as { event: HttpEvent }).event.requestContext.http.sourceIp;
}
const tokenOf = (from: string, site: string) =>
  signIn({ issuer: from, clientId, redirectUri: `${site}/sign-in/callback`, account: 'officer' });

describe('a published host', () => {
  it('has no demo people and no sign-in of its own, and believes its issuer', async () => {
    const dataDir = newFolder();
    const host = await startHost(options({ dataDir, siteUrl, issuer: { url: issuer, clientId } }));
    cleanup.defer(() => host.close());
    const { endpoints } = host;
    expect(endpoints).toMatchObject({ issuer, accounts: [] });
    expect(await people(host)).toEqual([]);
    expect(await sourceIp(host)).toBe('198.51.100.7');
    const asked = spawnSync(process.execPath, [fileURLToPath(new URL('./token.ts', import.meta.url)), 'officer'], {
      env: { ...process.env, DATA_DIR: dataDir },
      encoding: 'utf8',
    });
    expect(asked).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(issuer) });
    expect((await fetch(endpoints.clock.replace('clock', 'issuer/.well-known/openid-configuration'))).status).toBe(404);
    const token = await tokenOf(issuer, siteUrl);
    // Past the authorizer: the function of this test has no such assignment.
    expect((await decide(host, token)).status).toBe(500);
    expect((await decide(host, `${token.slice(0, -8)}AAAAAAAA`)).status).toBe(401);

    const other = await startHost(options({ siteUrl, issuer: { url: issuer, clientId: 'another' } }));
    cleanup.defer(() => other.close());
    expect((await decide(other, token)).status).toBe(401);
  });

  it('does not start without an issuer, nor where demo people have rights', async () => {
    const dataDir = newFolder();
    await expect(startHost(options({ dataDir, siteUrl }))).rejects.toThrow('ISSUER_URL and CLIENT_ID');
    const local = await startHost(options({ dataDir }));
    expect((await people(local)).length).toBeGreaterThanOrEqual(2 * demoAccounts.length);
    await local.close();
    await expect(startHost(options({ dataDir, siteUrl, issuer: { url: issuer, clientId } }))).rejects.toThrow(
      'begun with demo people',
    );
  });
});

describe('a host on this machine', () => {
  it('serves nothing local on the port of the site, whatever the proxy before it sends', async () => {
    const host = await startHost(options({}));
    cleanup.defer(() => host.close());
    const { site, ...rest } = host.endpoints;
    for (const address of [rest.mailbox, rest.states, rest.email, rest.clock, rest.issuer, rest.secrets]) {
      expect(new URL(address).port).not.toBe(new URL(site).port);
      // Nothing local answers: it is left to the public function, which this host has not.
      expect((await fetch(site + new URL(address).pathname)).status).toBe(500);
    }
    expect(await sourceIp(host)).toBe('127.0.0.1');
    expect((await decide(host, await tokenOf(rest.issuer, site))).status).toBe(500);
  });
});
