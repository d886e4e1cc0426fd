import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../ports.ts';
import { type HttpServer, serve } from './server.ts';

let server: HttpServer;
let origin: string;
const errors: unknown[] = [];
beforeAll(async () => {
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  server = await serve({
    port,
    local: {
      clock: ({ method, url }) => ({ status: 200, body: `clock ${method} ${url}` }),
      issuer: { raw: (incoming, response) => void response.end(`issuer ${incoming.url} ${String(Reflect.get(incoming, 'originalUrl'))}`) },
      broken: () => Promise.reject(new Error('broken')),
    },
    open: new Set(['issuer']),
    site: ({ url, body }) => ({ status: 200, body: `site ${url} ${body.length}` }),
    onError: (error) => errors.push(error),
    onAnswer: () => undefined,
  });
});
afterAll(() => server.close());

/** Node's own client, which lets a test name any host. */
const ask = (path: string, headers: Record<string, string>) =>
  new Promise<number | undefined>((resolve, reject) => request(origin + path, { headers }, (response) => (response.resume(), resolve(response.statusCode))).on('error', reject).end());
const text = async (path: string) => (await fetch(origin + path)).text();

describe('the server', () => {
  it.each([
    ['/', 'site / 0'],
    ['/api/x?y=1', 'site /api/x?y=1 0'],
    ['/_localelse', 'site /_localelse 0'],
    ['/_local/clock', 'clock GET /'],
    ['/_local/clock?a=1', 'clock GET /?a=1'],
    ['/_local/clock/deep?a=1', 'clock GET /deep?a=1'],
    ['/_local/issuer/auth?a=1', 'issuer /auth?a=1 /_local/issuer/auth?a=1'],
    ['/_local/unknown', '{"message":"Not Found"}'],
    ['/_local/constructor', '{"message":"Not Found"}'],
    ['/_local/', '{"message":"Not Found"}'],
  ])('%s: %s', async (path, expected) => expect(await text(path)).toBe(expected));

  it('keeps its local services from other sites and public names, but for the sign-in', async () => {
    expect(await ask('/_local/clock', { host: 'zholkarta.example.org' })).toBe(403);
    expect(await ask('/_local/clock', { 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await ask('/_local/clock', { host: 'localhost:4000', 'sec-fetch-site': 'same-origin' })).toBe(200);
    expect(await ask('/_local/issuer/', { host: 'zholkarta.example.org', 'sec-fetch-site': 'cross-site' })).toBe(200);
    expect(await ask('/', { host: 'zholkarta.example.org' })).toBe(200);
  });

  it('answers 500 to a fault and tells the host', async () => {
    expect((await fetch(`${origin}/_local/broken`)).status).toBe(500);
    expect(errors).toEqual([new Error('broken')]);
  });

  it('answers 413 to a body over 10 MB', async () => {
    const body = Buffer.alloc(10 * 1024 * 1024 + 1);
    expect((await fetch(origin, { method: 'POST', body })).status).toBe(413);
    expect(await text('/')).toBe('site / 0');
  });
});
