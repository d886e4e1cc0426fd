import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import type { InvokeResult } from '../lambda/runtime.ts';
import { type Authorizer, makeAuthorizer } from './authorizer.ts';
import type { Received } from '../http/server.ts';
import type { HttpEvent } from './event.ts';
import { type FrontRoute, openFront } from './front.ts';

const issuer = 'http://127.0.0.1:4000/_local/issuer';
const now = Date.parse('2025-12-12T09:00:00.5+05:00');
const routes: FrontRoute[] = [
  { method: 'GET', path: '/api/links/{link}', function: 'links', auth: 'none' },
  { method: 'POST', path: '/api/links/{link}/decision', function: 'links', auth: 'none' },
  { method: 'POST', path: '/form', function: 'links', auth: 'none' },
  { method: 'GET', path: '/api/links/known', function: 'office', auth: 'none' },
  { method: 'GET', path: '/pages/{id}/files', function: 'links', auth: 'none' },
  { method: 'GET', path: '/pages/{rest+}', function: 'public', auth: 'none' },
  { method: 'GET', path: '/api/projects', function: 'office', auth: 'jwt' },
];
let authorize: Authorizer;
let sign: (
  claims: Record<string, unknown>,
  options?: { issuer?: string; expires?: string | null; foreign?: boolean },
) => Promise<string>;
beforeAll(async () => {
  const [own, foreign] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  authorize = makeAuthorizer({
    issuer,
    audience: 'zholkarta',
    keys: createLocalJWKSet({ keys: [{ ...(await exportJWK(own.publicKey)), kid: '1', alg: 'RS256' }] }),
  });
  sign = (claims, options = {}) => {
    const token = new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: '1' })
      .setIssuer(options.issuer ?? issuer);
    if (options.expires !== null) token.setExpirationTime(options.expires ?? '1h');
    return token.sign((options.foreign ? foreign : own).privateKey);
  };
});

const request = (change: Partial<Received> = {}): Received => ({
  method: 'GET',
  url: '/api/links/abc',
  headers: {},
  body: Buffer.alloc(0),
  sourceIp: '127.0.0.1',
  protocol: 'HTTP/1.1',
  ...change,
});

/** Sends one request through the front and tells which function got which event, the answer and the log. */
async function send(change: Partial<Received>, result: InvokeResult = { kind: 'ok', payload: { statusCode: 204 } }) {
  const invoked: { name: string; event: HttpEvent }[] = [];
  const log: string[] = [];
  const front = openFront({
    routes,
    authorize,
    clock: { now: () => now },
    log: (line) => log.push(line),
    invoke: async (name, event) => {
      invoked.push({ name, event: event as HttpEvent });
      return result;
    },
  });
  const answer = await front.answer(request(change));
  return { answer, name: invoked[0]?.name, event: invoked[0]?.event, log };
}

describe('the event', () => {
  it('is payload format 2.0', async () => {
    const { event, name } = await send({
      url: '/api/links/a%2Bb%20%D2%9B?x=1&y=%D0%B0&x=2&empty=',
      headers: { host: '127.0.0.1:4000', 'user-agent': 'test', cookie: 'a=1; b=2', 'x-many': ['one', 'two'] as never },
    });
    expect(name).toBe('links');
    expect(event).toEqual({
      version: '2.0',
      routeKey: 'GET /api/links/{link}',
      rawPath: '/api/links/a+b қ',
      rawQueryString: 'x=1&y=%D0%B0&x=2&empty=',
      cookies: ['a=1', 'b=2'],
      headers: { host: '127.0.0.1:4000', 'user-agent': 'test', 'x-many': 'one,two' },
      queryStringParameters: { x: '1,2', y: 'а', empty: '' },
      pathParameters: { link: 'a+b қ' },
      requestContext: {
        accountId: '000000000000',
        apiId: 'local',
        domainName: '127.0.0.1:4000',
        domainPrefix: 'local',
        http: {
          method: 'GET',
          path: '/api/links/a+b қ',
          protocol: 'HTTP/1.1',
          sourceIp: '127.0.0.1',
          userAgent: 'test',
        },
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        routeKey: 'GET /api/links/{link}',
        stage: '$default',
        time: '12/Dec/2025:04:00:00 +0000',
        timeEpoch: now,
      },
      isBase64Encoded: false,
    });
  });

  it.each([
    ['application/json', undefined, false],
    ['application/json; charset=utf-8', undefined, false],
    ['text/plain', undefined, false],
    ['application/x-www-form-urlencoded', undefined, true],
    ['multipart/form-data; boundary=x', undefined, true],
    ['application/json', 'gzip', true],
    [undefined, undefined, true],
  ])('has a body of type %s, encoding %s: base64 %s', async (type, encoding, isBase64Encoded) => {
    const headers = {
      ...(type ? { 'content-type': type } : {}),
      ...(encoding ? { 'content-encoding': encoding } : {}),
    };
    const { event } = await send({ method: 'POST', url: '/form', headers, body: Buffer.from('a=ң') });
    expect(event).toMatchObject({
      isBase64Encoded,
      body: isBase64Encoded ? Buffer.from('a=ң').toString('base64') : 'a=ң',
    });
  });
});

describe('routing', () => {
  it.each([
    ['GET', '/api/links/abc', 'links'],
    ['GET', '/api/links/known', 'office'],
    ['GET', '/pages/a', 'public'],
    ['GET', '/pages/a/files', 'links'],
    ['GET', '/pages/a/files/more/', 'public'],
    ['GET', '/pages/', undefined],
    ['POST', '/api/links/abc/decision', 'links'],
    ['POST', '/api/links/abc', undefined],
    ['GET', '/api/links/', undefined],
    ['GET', '/api/links/abc/', undefined],
    ['GET', '/api/links/%FF', undefined],
    ['GET', '/apiXlinks/abc', undefined],
    ['GET', '/', undefined],
  ])('%s %s goes to %s', async (method, url, expected) => {
    const { name, answer } = await send({ method, url });
    expect(name).toBe(expected);
    if (!expected) expect(answer).toMatchObject({ status: 404, body: '{"message":"Not Found"}' });
  });

  it('refuses a body that is over the limit of a function once encoded', async () => {
    const { answer, name } = await send({ method: 'POST', url: '/form', body: Buffer.alloc(5_000_000) });
    expect(answer).toMatchObject({ status: 413, body: '{"message":"Request Too Long"}' });
    expect(name).toBeUndefined();
  });

  it('S4: says 413, not 500, to a text that is over it only once its escapes are written out', async () => {
    const refused = { kind: 'function-error', errorType: 'RequestEntityTooLargeException', errorMessage: '' } as const;
    expect(
      (
        await send(
          { method: 'POST', url: '/form', headers: { 'content-type': 'text/plain' }, body: Buffer.alloc(200_000, 1) },
          refused,
        )
      ).answer.status,
    ).toBe(413);
  });

  it('logs the route, never the link nor where it came from', async () => {
    const { log } = await send({ url: '/api/links/secret?also=secret', sourceIp: '198.51.100.7' });
    expect(JSON.parse(log[0] ?? '')).toMatchObject({
      access: 'GET /api/links/{link}',
      status: 204,
      time: '2025-12-12T04:00:00.500Z',
    });
    const missed = await send({ url: '/nowhere/secret' });
    expect([...log, ...missed.log].join()).not.toMatch(/secret|198\.51/);
  });
});

describe('the JWT authorizer', () => {
  const ask = async (token: string | undefined) =>
    send({ url: '/api/projects', headers: token === undefined ? {} : { authorization: token } });

  it('hands claims on as strings, lists in brackets', async () => {
    const { event } = await ask(
      `Bearer ${await sign({ sub: 'demo-officer', aud: 'zholkarta', 'cognito:groups': ['officer', 'head'], n: 5 })}`,
    );
    expect(event?.requestContext.authorizer?.jwt.claims).toMatchObject({
      sub: 'demo-officer',
      'cognito:groups': '[officer head]',
      n: '5',
      iss: issuer,
    });
  });

  it('takes the client id where there is no audience', async () => {
    expect((await ask(`Bearer ${await sign({ client_id: 'zholkarta' })}`)).answer.status).toBe(204);
  });

  it.each<[string, () => Promise<string | undefined> | undefined | string]>([
    ['no token', () => undefined],
    ['no JWT', () => 'Bearer abc'],
    ['another scheme', () => 'Basic YTpi'],
    ['a foreign key', () => sign({ client_id: 'zholkarta' }, { foreign: true }).then((token) => `Bearer ${token}`)],
    [
      'a foreign issuer',
      () => sign({ client_id: 'zholkarta' }, { issuer: 'http://elsewhere' }).then((token) => `Bearer ${token}`),
    ],
    ['a foreign audience', () => sign({ aud: 'other', client_id: 'zholkarta' }).then((token) => `Bearer ${token}`)],
    ['an expired token', () => sign({ client_id: 'zholkarta' }, { expires: '-1s' }).then((token) => `Bearer ${token}`)],
    [
      'a token without expiry',
      () => sign({ client_id: 'zholkarta' }, { expires: null }).then((token) => `Bearer ${token}`),
    ],
    [
      'no signature',
      async () =>
        `Bearer ${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{}').toString('base64url')}.x`,
    ],
  ])('answers 401 to %s', async (_, token) => {
    const { answer, name } = await ask(await token());
    expect(answer).toMatchObject({ status: 401, body: '{"message":"Unauthorized"}' });
    expect(name).toBeUndefined();
  });
});

describe('the answer', () => {
  const ok = (payload: unknown): InvokeResult => ({ kind: 'ok', payload });
  it.each<[string, InvokeResult, object]>([
    [
      'status, headers and cookies',
      ok({
        statusCode: 201,
        headers: { 'Content-Type': 'application/json', 'X-N': 5 },
        cookies: ['a=1', 'b=2'],
        body: '{}',
      }),
      {
        status: 201,
        headers: { 'content-type': 'application/json', 'x-n': '5', 'set-cookie': ['a=1', 'b=2'] },
        body: '{}',
      },
    ],
    [
      'bytes',
      ok({ statusCode: 200, isBase64Encoded: true, body: Buffer.from([1, 255]).toString('base64') }),
      { body: Buffer.from([1, 255]) },
    ],
    [
      'a plain object',
      ok({ hello: 1 }),
      { status: 200, headers: { 'content-type': 'application/json' }, body: '{"hello":1}' },
    ],
    ['a string', ok('Hello'), { status: 200, body: 'Hello' }],
    ['no type', ok({ statusCode: 200, body: 'x' }), { headers: { 'content-type': 'text/plain;charset=UTF-8' } }],
    [
      'an error',
      { kind: 'function-error', errorType: 'E', errorMessage: 'secret' },
      { status: 500, body: '{"message":"Internal Server Error"}' },
    ],
    ['a status that is none', ok({ statusCode: 'x' }), { status: 500 }],
    ['a body that is no string', ok({ statusCode: 200, body: {} }), { status: 500 }],
  ])('carries %s', async (_, result, expected) => expect((await send({}, result)).answer).toMatchObject(expected));
});
