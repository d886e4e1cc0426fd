import { type IncomingHttpHeaders, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../kit/free-port.ts';
import { testSigner as signer } from '../testing/signer.ts';
import { localServices } from './local-services.ts';
import { type HttpServer, serve } from './server.ts';
import { proxiedAddress } from './source-ip.ts';

let site: HttpServer;
let local: HttpServer;
let siteOrigin: string;
let localOrigin: string;
const errors: unknown[] = [];
const onError = (error: unknown) => errors.push(error);
const onAnswer = () => undefined;
beforeAll(async () => {
  const ports = [await freePort(), await freePort()] as const;
  [siteOrigin, localOrigin] = [`http://127.0.0.1:${ports[0]}`, `http://127.0.0.1:${ports[1]}`];
  const page = {
    service: ({ sourceIp, body }: { sourceIp: string; body: Buffer }) => ({
      status: 200,
      body: `${sourceIp} ${body.length}`,
    }),
    url: '/',
  };
  site = await serve({ port: ports[0], dispatch: () => page, sourceIp: proxiedAddress, onError, onAnswer });
  local = await serve({
    port: ports[1],
    dispatch: localServices({
      services: {
        clock: {
          access: 'handle',
          service: ({ method, url, sourceIp }) => ({ status: 200, body: `clock ${method} ${url} ${sourceIp}` }),
        },
        issuer: {
          access: 'sign-in',
          service: {
            raw: (incoming, response) =>
              void response.end(`issuer ${incoming.url} ${String(Reflect.get(incoming, 'originalUrl'))}`),
          },
        },
        broken: { access: 'handle', service: () => Promise.reject(new Error('broken')) },
        states: { access: 'signed', as: 'states', service: () => ({ status: 200, body: 'signed' }) },
        'states/deep': { access: 'handle', service: ({ url }) => ({ status: 200, body: `deep ${url}` }) },
      },
      signer,
    }),
    onError,
    onAnswer,
  });
});
afterAll(() => Promise.all([site.close(), local.close()]));

interface Asked {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Node's own client, which lets a test name any host. */
const ask = (url: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<Asked>((resolve, reject) => {
    const sent = request(url, { headers, method }, (response) => {
      let text = '';
      response
        .setEncoding('utf8')
        .on('data', (part: string) => (text += part))
        .on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }));
    });
    sent.on('error', reject).end();
  });

describe('the local services', () => {
  it.each([
    ['/_local/clock', 'clock GET / 127.0.0.1'],
    ['/_local/clock?a=1', 'clock GET /?a=1 127.0.0.1'],
    ['/_local/clock/deep?a=1', 'clock GET /deep?a=1 127.0.0.1'],
    ['/_local/issuer/auth?a=1', 'issuer /auth?a=1 /_local/issuer/auth?a=1'],
    ['/', '{"message":"Not Found"}'],
    ['/_local/unknown', '{"message":"Not Found"}'],
    ['/_local/constructor', '{"message":"Not Found"}'],
    ['/_local/', '{"message":"Not Found"}'],
  ])('%s: %s', async (path, expected) =>
    expect((await ask(localOrigin + path, { 'x-forwarded-for': '198.51.100.7' })).text).toBe(expected),
  );

  const [json, form] = [{ 'content-type': 'application/json' }, { 'content-type': 'text/plain' }];
  const here = () => ({ origin: localOrigin });
  const led = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
  it.each<[string, string, string, () => Record<string, string>, number]>([
    ['nobody in particular', 'GET', 'clock', () => ({}), 200],
    [
      'this machine by its other name',
      'GET',
      'clock',
      () => ({ host: here().origin.replace('http://127.0.0.1', 'localhost'), 'sec-fetch-site': 'same-origin' }),
      200,
    ],
    ['this machine by IPv6', 'GET', 'clock', () => ({ host: here().origin.replace('http://127.0.0.1', '[::1]') }), 200],
    ['whoever typed the address', 'GET', 'clock', () => ({ 'sec-fetch-site': 'none' }), 200],
    ['its own page', 'GET', 'clock', () => ({ ...here(), 'sec-fetch-site': 'same-origin' }), 200],
    ['its own page', 'POST', 'clock', () => ({ ...here(), ...json, 'sec-fetch-site': 'same-origin' }), 200],
    ['a shell', 'POST', 'clock', () => ({ 'content-type': 'application/json; charset=utf-8' }), 200],
    ['a shell that does not say what it sends', 'POST', 'clock', () => ({}), 415],
    ['a form, without a word on where it stands', 'POST', 'clock', () => form, 415],
    [
      'a form that would be taken for JSON',
      'POST',
      'clock',
      () => ({ 'content-type': 'text/plain; application/json' }),
      415,
    ],
    ['a public name', 'GET', 'clock', () => ({ host: 'zholkarta.example.org' }), 403],
    [
      'a public name at this port',
      'GET',
      'clock',
      () => ({ host: here().origin.replace('http://127.0.0.1', 'zholkarta.example.org') }),
      403,
    ],
    ['a public name at the sign-in', 'GET', 'issuer', () => ({ host: 'zholkarta.example.org' }), 403],
    ['a name that only begins as this machine', 'GET', 'clock', () => ({ host: '127.0.0.1.example.org' }), 403],
    ['this machine at another port', 'GET', 'clock', () => ({ host: '127.0.0.1:1' }), 403],
    ['this machine at a port that is none', 'GET', 'clock', () => ({ host: '127.0.0.1:99999' }), 403],
    ['this machine without a port', 'GET', 'clock', () => ({ host: '127.0.0.1' }), 403],
    ['a page of another site', 'GET', 'clock', () => ({ 'sec-fetch-site': 'cross-site' }), 403],
    [
      'a page of another site that leads there',
      'GET',
      'clock',
      () => ({ ...led, 'sec-fetch-site': 'cross-site' }),
      403,
    ],
    ['a page at another port', 'GET', 'clock', () => ({ 'sec-fetch-site': 'same-site' }), 403],
    [
      'a page at another port, by a browser that only names it',
      'GET',
      'clock',
      () => ({ origin: 'http://127.0.0.1:1' }),
      403,
    ],
    [
      'a page at another port, by a browser that only names it',
      'POST',
      'clock',
      () => ({ ...json, origin: 'http://127.0.0.1:1' }),
      403,
    ],
    [
      'a page at this port under another name',
      'POST',
      'clock',
      () => ({ ...json, origin: here().origin.replace('127.0.0.1', 'localhost') }),
      403,
    ],
    [
      'a page at this port over TLS',
      'POST',
      'clock',
      () => ({ ...json, origin: here().origin.replace('http:', 'https:') }),
      403,
    ],
    ['a page without an origin', 'POST', 'clock', () => ({ ...json, origin: 'null' }), 403],
    [
      'a page that asks first',
      'OPTIONS',
      'clock',
      () => ({ origin: 'http://127.0.0.1:1', 'access-control-request-method': 'POST' }),
      403,
    ],
    ['whoever asks first', 'OPTIONS', 'issuer', () => ({}), 403],
    [
      'a page of another site that leads to the sign-in',
      'GET',
      'issuer',
      () => ({ ...led, 'sec-fetch-site': 'cross-site' }),
      200,
    ],
    [
      'a page of another site that frames the sign-in',
      'GET',
      'issuer',
      () => ({ ...led, 'sec-fetch-dest': 'iframe', 'sec-fetch-site': 'cross-site' }),
      403,
    ],
    [
      'a page of another site that fetches from the sign-in',
      'GET',
      'issuer',
      () => ({ 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'empty', 'sec-fetch-site': 'same-site' }),
      403,
    ],
    [
      'a page of another site that posts to the sign-in',
      'POST',
      'issuer',
      () => ({ ...led, 'sec-fetch-site': 'cross-site' }),
      403,
    ],
    [
      'a page of another site that posts to the sign-in',
      'POST',
      'issuer',
      () => ({ origin: 'http://127.0.0.1:1' }),
      403,
    ],
    ['its own form', 'POST', 'issuer', () => ({ ...here(), ...led, 'sec-fetch-site': 'same-origin' }), 200],
    ['a page of another site for what is not there', 'GET', 'unknown', () => ({ 'sec-fetch-site': 'same-site' }), 403],
    ['nobody in particular', 'POST', 'states', () => json, 403],
    ['its own page', 'POST', 'states', () => ({ ...here(), ...json }), 403],
  ])('S12: asked by %s: %s %s', async (_, method, name, headers, status) => {
    const asked = await ask(`${localOrigin}/_local/${name}`, headers(), method);
    expect([asked.status, Object.keys(asked.headers).filter((header) => header.startsWith('access-control-'))]).toEqual(
      [status, []],
    );
  });

  it('may have a part of one open in another way', async () => {
    expect((await ask(`${localOrigin}/_local/states/deep`)).text).toBe('deep /deep');
    expect((await ask(`${localOrigin}/_local/states/deep/er`)).status).toBe(403);
  });

  it('tell a browser to keep what they answer from pages that do not say where they stand', async () => {
    const { headers } = await ask(`${localOrigin}/_local/clock`);
    expect(headers).toMatchObject({
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
  });

  it('answer 500 to a fault and tell the host', async () => {
    expect((await ask(`${localOrigin}/_local/broken`)).status).toBe(500);
    expect(errors).toEqual([new Error('broken')]);
  });
});

describe('the site', () => {
  it.each<[string, Record<string, string>, string]>([
    ['nothing of a proxy', {}, '127.0.0.1'],
    ['one hop', { 'x-forwarded-for': '198.51.100.7' }, '198.51.100.7'],
    ['what a client made up before it', { 'x-forwarded-for': '203.0.113.1, 198.51.100.7' }, '198.51.100.7'],
    ['IPv6', { 'x-forwarded-for': '2001:db8::7' }, '2001:db8::7'],
    ['no address', { 'x-forwarded-for': 'unknown' }, '127.0.0.1'],
  ])('behind a proxy sees of %s', async (_, headers, expected) =>
    expect((await ask(siteOrigin, { host: 'zholkarta.example.org', ...headers })).text).toBe(`${expected} 0`),
  );

  it('answers 413 to a body over 10 MB', async () => {
    const body = Buffer.alloc(10 * 1024 * 1024 + 1);
    expect((await fetch(siteOrigin, { method: 'POST', body })).status).toBe(413);
    expect((await ask(siteOrigin)).text).toBe('127.0.0.1 0');
  });
});
