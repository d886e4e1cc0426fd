import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalJWKSet, createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAuthorizer } from '../api-gateway/authorizer.ts';
import { localServices } from '../http/local-services.ts';
import { type HttpServer, serve } from '../http/server.ts';
import { freePort } from '../../kit/free-port.ts';
import { testSigner as signer } from '../testing/signer.ts';
import { demoAccounts } from '../../host/demo-accounts.ts';
import { type Account, findAccount } from './accounts.ts';
import { signIn } from './code-flow.ts';
import { openSignIn, type SignIn } from './index.ts';
import { signOutPage } from './pages.ts';
import { openSessionStore } from './session-store.ts';
import { clientId, redirectPaths } from './provider.ts';

const accounts: Account[] = [
  { account: 'officer', sub: 'demo-officer', email: 'officer@example.org', language: 'kk', roles: ['officer', 'head'] },
  {
    account: 'leadership',
    sub: 'demo-leadership',
    email: 'leadership@example.org',
    language: 'kk',
    roles: ['leadership'],
  },
];
const dataDir = mkdtempSync(join(tmpdir(), 'sign-in-'));
let port: number;
let server: HttpServer;
let service: SignIn;
let issuer: string;
let site: string;
async function open() {
  site = `http://127.0.0.1:${port}`;
  issuer = `${site}/_local/issuer`;
  service = await openSignIn({ dataDir, sites: [site], issuer, accounts, onError: (error) => errors.push(error) });
  server = await serve({
    port,
    dispatch: localServices({ services: { issuer: { access: 'sign-in', service: service.service } }, signer }),
    onError: (error) => errors.push(error),
    onAnswer: () => undefined,
  });
}
const close = async () => {
  await server.close();
  service.close();
};
const errors: unknown[] = [];
beforeAll(async () => {
  port = await freePort();
  await open();
});
afterAll(close);

const token = (account: string) => signIn({ issuer, clientId, redirectUri: site + redirectPaths.token, account });

describe('signing in', () => {
  it('by the code flow gives a token like Cognito gives', async () => {
    const discovery = (await (await fetch(`${issuer}/.well-known/openid-configuration`)).json()) as {
      issuer: string;
      jwks_uri: string;
    };
    expect(discovery.issuer).toBe(issuer);
    const { payload, protectedHeader } = await jwtVerify(
      await token('officer'),
      createRemoteJWKSet(new URL(discovery.jwks_uri)),
    );
    expect(protectedHeader.alg).toBe('RS256');
    expect(payload).toMatchObject({
      iss: issuer,
      sub: 'demo-officer',
      client_id: clientId,
      aud: clientId,
      token_use: 'access',
      username: 'officer',
      'cognito:groups': ['officer', 'head'],
    });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(3_600);
    expect(JSON.stringify(service.keys)).not.toMatch(/"(d|p|q)":/);
  });

  it('satisfies the authorizer, also after a restart', async () => {
    const before = await token('leadership');
    await close();
    await open();
    const authorize = makeAuthorizer({ issuer, audience: clientId, keys: createLocalJWKSet(service.keys) });
    expect(await authorize(`Bearer ${before}`)).toMatchObject({
      sub: 'demo-leadership',
      'cognito:groups': '[leadership]',
    });
    expect(await authorize(`Bearer ${await token('officer')}`)).toMatchObject({ 'cognito:groups': '[officer head]' });
    for (const file of ['sign-in-keys.json']) expect(statSync(join(dataDir, file)).mode & 0o777).toBe(0o600);
  });

  it('needs PKCE and an address of the client', async () => {
    const ask = async (change: Record<string, string>) => {
      const query = new URLSearchParams({
        client_id: clientId,
        response_type: 'code',
        scope: 'openid',
        redirect_uri: site + redirectPaths.site,
        ...change,
      });
      return fetch(`${issuer}/auth?${query}`, { redirect: 'manual' });
    };
    expect((await ask({})).headers.get('location')).toContain('error=invalid_request');
    expect(
      (
        await ask({
          redirect_uri: 'http://elsewhere.example.org/',
          code_challenge: 'x'.repeat(43),
          code_challenge_method: 'S256',
        })
      ).status,
    ).toBe(400);
    const refused = await ask({ client_id: '<b>' });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('<h1>Sign in did not work</h1>');
  });

  it('ends by signing out, on pages that run nothing', async () => {
    const response = await fetch(`${issuer}/session/end/success`);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await response.text()).toContain('<h1>Signed out</h1>');
    expect(signOutPage('<form id="op.logoutForm"></form>').body).toContain(
      '<form id="op.logoutForm"></form><button form="op.logoutForm" name="logout" value="yes">',
    );
  });

  it('S16: is on pages that no other page may frame, and whose forms say where they stand', async () => {
    const query = new URLSearchParams({
      client_id: clientId,
      response_type: 'code',
      scope: 'openid',
      redirect_uri: site + redirectPaths.site,
      code_challenge: 'x'.repeat(43),
      code_challenge_method: 'S256',
    });
    const begun = await fetch(`${issuer}/auth?${query}`, { redirect: 'manual' });
    const choice = new URL(begun.headers.get('location') ?? '', issuer);
    const cookie = begun.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    const pages = [
      [choice, 'name="account"'],
      [`${issuer}/auth`, 'did not work'],
      [`${issuer}/session/end`, 'session/end/confirm'],
      [`${issuer}/session/end/success`, 'Signed out'],
    ] as const;
    errors.length = 0;
    for (const [address, text] of pages) {
      const answer = await fetch(address, { headers: { cookie } });
      expect(await answer.text()).toContain(text);
      expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(answer.headers.get('referrer-policy')).not.toBe('no-referrer');
    }
    errors.length = 0;
    const chosen = (origin: string) =>
      fetch(choice, {
        method: 'POST',
        headers: { cookie, origin },
        body: new URLSearchParams({ account: 'officer' }),
        redirect: 'manual',
      });
    for (const origin of ['https://elsewhere.example.org', 'http://127.0.0.1:1', 'null'])
      expect((await chosen(origin)).status).toBe(403);
    expect((await chosen(site)).status).toBe(303);
  });

  it('shows the accounts, and refuses one that is not there and a page out of its time', async () => {
    await expect(token('nobody')).rejects.toThrow('status 400');
    const lost = await fetch(`${issuer}/interaction/unknown`);
    expect(lost.status).toBe(400);
    expect(await lost.text()).toContain('begin again');
    expect(errors).toHaveLength(1);
  });
});

describe('accounts', () => {
  it('are found by name, else by role', () => {
    expect(findAccount(accounts, 'officer')?.sub).toBe('demo-officer');
    expect(findAccount(accounts, 'head')?.sub).toBe('demo-officer');
    expect(findAccount(accounts, 'governor')).toBeUndefined();
  });

  it('of the demo have names and subjects of their own, and every role', () => {
    for (const key of ['account', 'sub', 'email'] as const)
      expect(new Set(demoAccounts.map((account) => account[key])).size).toBe(demoAccounts.length);
    for (const role of ['officer', 'head', 'headquarters', 'leadership', 'administrator'])
      expect(findAccount(demoAccounts, role)?.roles).toContain(role);
  });
});

describe('the session store', () => {
  it('forgets what has expired and what was revoked, and marks what was used', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'sessions-')), 'sign-in.sqlite');
    let now = 1_000_000;
    const store = openSessionStore(file, () => now);
    const codes = store.adapter('AuthorizationCode');
    await codes.upsert('a', { grantId: 'g', uid: 'u' }, 60);
    await codes.upsert('b', { grantId: 'g' }, 600);
    expect(await codes.find('a')).toEqual({ grantId: 'g', uid: 'u' });
    expect(await store.adapter('Session').find('a')).toBeUndefined();
    expect(await codes.findByUid('u')).toEqual({ grantId: 'g', uid: 'u' });
    await codes.consume('a');
    expect(await codes.find('a')).toMatchObject({ consumed: 1_000 });
    now += 61_000;
    expect(await codes.find('a')).toBeUndefined();
    await codes.revokeByGrantId('g');
    expect(await codes.find('b')).toBeUndefined();
    store.close();
  });
});
