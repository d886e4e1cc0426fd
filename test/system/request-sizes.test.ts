import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyLimits, fileRoutes, mostBytes } from '#core/api/request-bodies.ts';
import { clientId, redirectPaths } from '#local/aws/cognito/provider.ts';
import { signIn } from '#local/aws/cognito/code-flow.ts';
import { problemTextsOf } from '#core/texts/areas/problems.ts';
import { routes } from '#infra/manifest/index.ts';
import { sharedHost, type TestHost } from '#test/support/host.ts';

let host: TestHost;
let token: string;
beforeAll(async () => {
  host = await sharedHost();
  const { issuer, site } = host.endpoints;
  token = await signIn({ issuer, clientId, redirectUri: site + redirectPaths.token, account: 'administrator' });
});
afterAll(() => host.close());

const addressOf = (path: string): string => path.replace(/\{\w+\}/g, 'x');

/** Only the head of a request: whoever answers has not waited for a body. */
const send = (
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  chunks: readonly string[] = [],
) =>
  new Promise<{ status: number; headers: Readonly<Record<string, unknown>>; text: string }>((resolve, reject) => {
    const asked = request(
      host.endpoints.site,
      { path, method, headers: { 'accept-language': 'kk', authorization: `Bearer ${token}`, ...headers } },
      (response) => {
        let text = '';
        response
          .setEncoding('utf8')
          .on('data', (part: string) => {
            text += part;
          })
          .on('end', () => {
            resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
            asked.destroy();
          });
      },
    );
    asked.on('error', reject);
    asked.flushHeaders();
    for (const chunk of chunks) asked.write(chunk);
  });

const typeOf = (path: string): string =>
  path.startsWith('/api/') ? 'application/json' : 'application/x-www-form-urlencoded';
const posts = routes.filter(({ method }) => method === 'POST');
const words = problemTextsOf('kk').problems;

function expectWords(
  reply: Awaited<ReturnType<typeof send>>,
  path: string,
  kind: 'payload-too-large' | 'unsupported-media-type' | 'read-only',
  status: number,
): void {
  expect(reply.status).toBe(status);
  expect(reply.text).toContain(words[kind].title);
  if (!path.startsWith('/api/')) expect(reply.text).toContain('<html lang="kk"');
  else expect(JSON.parse(reply.text)).toMatchObject({ type: `urn:zholkarta:problem:${kind}`, status });
}

describe('S4: every route refuses, before it is read,', () => {
  it.each(posts)('a body longer than $path takes, in the visitor’s words', async ({ method, path }) => {
    const type = typeOf(path);
    const bytes = mostBytes(`${method} ${path}`, type) + 1;
    expectWords(
      await send(method, addressOf(path), { 'content-type': type, 'content-length': String(bytes) }),
      path,
      'payload-too-large',
      413,
    );
  });

  it.each(posts.filter(({ method, path }) => !fileRoutes.has(`${method} ${path}`)))(
    'a form of several parts at $path, which takes no files',
    async ({ method, path }) => {
      const reply = await fetch(host.endpoints.site + addressOf(path), {
        method,
        body: '--x--',
        headers: {
          'accept-language': 'kk',
          authorization: `Bearer ${token}`,
          'content-type': 'multipart/form-data; boundary=x',
        },
      });
      expectWords({ status: reply.status, headers: {}, text: await reply.text() }, path, 'unsupported-media-type', 415);
    },
  );

  it.each(routes.filter(({ method, path }) => method === 'GET' && path !== '/openapi.json').slice(0, 12))(
    'a body of $path, which has none',
    async ({ method, path }) => {
      expect((await send(method, addressOf(path), { 'content-length': '1' })).status).toBe(413);
    },
  );
});

describe('S4: a body', () => {
  it('that does not say how long it is is refused as soon as it is too long', async () => {
    const chunks = Array.from({ length: 9 }, () => '['.repeat(8_192));
    expectWords(
      await send('POST', '/api/letters-of-intent', { 'content-type': 'application/json' }, chunks),
      '/api/',
      'payload-too-large',
      413,
    );
  });

  it('of a form with a file may be as long as a function takes', async () => {
    expect([...fileRoutes].every((route) => posts.some(({ path }) => route === `POST ${path}`))).toBe(true);
    const reply = await send('POST', '/letter/x/documents', {
      'content-type': 'multipart/form-data; boundary=x',
      'content-length': String(bodyLimits.file + 1),
    });
    expectWords(reply, '/letter', 'payload-too-large', 413);
    const body = new FormData();
    body.append('kind', 'signed-letter');
    body.append('file', new File([new Uint8Array(4 * 1024 * 1024)], 'a.pdf'));
    expect((await fetch(`${host.endpoints.site}/letter/x/documents`, { method: 'POST', body })).status).toBe(404);
  });

  it('of JSON with as many escapes as it has room for is read or refused, never an error of ours', async () => {
    for (const body of [
      `"${'\\u0000'.repeat(10_000)}"`,
      '\u0001'.repeat(65_536),
      `{"production":"${'\u0007'.repeat(60_000)}"}`,
    ]) {
      const { status } = await fetch(`${host.endpoints.api}/api/letters-of-intent`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', 'idempotency-key': 'a'.repeat(32) },
      });
      expect(status).toBe(400);
    }
  });

  it('of thousands of wrong things is told of fifty of them', async () => {
    const utilities = Array.from({ length: 20_000 }, () => 1);
    const { body } = await host.ask<{ issues: unknown[] }>('/api/letters-of-intent', {
      body: JSON.stringify({ utilities }),
      headers: { 'idempotency-key': 'a'.repeat(32) },
    });
    expect(body.issues.length).toBeLessThanOrEqual(50);
  });
});
