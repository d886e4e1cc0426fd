import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../ports.ts';
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
  const page = { service: ({ sourceIp, body }: { sourceIp: string; body: Buffer }) => ({ status: 200, body: `${sourceIp} ${body.length}` }), url: '/' };
  site = await serve({ port: ports[0], dispatch: () => page, sourceIp: proxiedAddress, onError, onAnswer });
  local = await serve({
    port: ports[1],
    dispatch: localServices({
      services: {
        clock: ({ method, url, sourceIp }) => ({ status: 200, body: `clock ${method} ${url} ${sourceIp}` }),
        issuer: { raw: (incoming, response) => void response.end(`issuer ${incoming.url} ${String(Reflect.get(incoming, 'originalUrl'))}`) },
        broken: () => Promise.reject(new Error('broken')),
      },
      open: new Set(['issuer']),
    }),
    onError,
    onAnswer,
  });
});
afterAll(() => Promise.all([site.close(), local.close()]));

interface Asked {
  readonly status: number | undefined;
  readonly text: string;
}

/** Node's own client, which lets a test name any host. */
const ask = (url: string, headers: Record<string, string> = {}) =>
  new Promise<Asked>((resolve, reject) => {
    const sent = request(url, { headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part)).on('end', () => resolve({ status: response.statusCode, text }));
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
  ])('%s: %s', async (path, expected) => expect((await ask(localOrigin + path, { 'x-forwarded-for': '198.51.100.7' })).text).toBe(expected));

  it.each<[string, string, Record<string, string>, number]>([
    ['a public name', 'clock', { host: 'zholkarta.example.org' }, 403],
    ['a public name at the sign-in', 'issuer', { host: 'zholkarta.example.org' }, 403],
    ['a name that only begins as this machine', 'clock', { host: '127.0.0.1.example.org' }, 403],
    ['a page of another site', 'clock', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a page of another site that leads to the sign-in', 'issuer', { 'sec-fetch-site': 'cross-site' }, 200],
    ['this machine', 'clock', { host: 'localhost:4000', 'sec-fetch-site': 'same-origin' }, 200],
    ['this machine by IPv6', 'clock', { host: '[::1]:4000' }, 200],
  ])('asked by %s: %s %s %d', async (_, name, headers, status) => expect((await ask(`${localOrigin}/_local/${name}`, headers)).status).toBe(status));

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
  ])('behind a proxy sees of %s', async (_, headers, expected) => expect((await ask(siteOrigin, { host: 'zholkarta.example.org', ...headers })).text).toBe(`${expected} 0`));

  it('answers 413 to a body over 10 MB', async () => {
    const body = Buffer.alloc(10 * 1024 * 1024 + 1);
    expect((await fetch(siteOrigin, { method: 'POST', body })).status).toBe(413);
    expect((await ask(siteOrigin)).text).toBe('127.0.0.1 0');
  });
});
