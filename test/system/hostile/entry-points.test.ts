import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '#core/kernel/common.ts';
import { languageTags } from '#core/texts/index.ts';
import { problemTextsOf } from '#core/texts/areas/problems.ts';
import { letterOf, newKey, openHost, type TestHost } from '#test/support/host.ts';
import { walkSignIn } from '#test/support/site-sign-in.ts';
import { visitorOf } from '#test/support/staff-session.ts';
import { isApi, isPost } from '../authorisation/ask.ts';
import { gatherFixtures, served, type Fixtures } from '../authorisation/fixtures.ts';
import { sharedTargets, targetAt } from '../authorisation/objects.ts';
import { rows } from '../authorisation/rows.ts';

let host: TestHost;
let crowd: Fixtures;
let shared: ReturnType<typeof sharedTargets>;
/** As many again, of somebody else. */
let others: typeof shared;
beforeAll(async () => {
  host = await openHost();
  crowd = await gatherFixtures(host);
  shared = sharedTargets(host);
  others = sharedTargets(host);
});
afterAll(() => host.close());

/** What a browser or a proxy sent, byte for byte: `fetch` mends addresses and headers. */
const sendRaw = (
  path: string,
  {
    method = 'GET',
    headers = {},
    body,
  }: {
    readonly method?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string | Buffer;
  } = {},
  base = host.endpoints.site,
) =>
  new Promise<{ status: number; text: string }>((resolve, reject) => {
    const asked = request(base, { path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') });
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });

describe('headers', () => {
  it('let a browser keep styles and scripts for ever, and nothing else', async () => {
    const [, style = ''] = /href="(\/assets\/[^"]+)"/.exec((await sendRaw('/')).text) ?? [];
    const { headers } = await fetch(host.endpoints.site + style);
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect([headers.get('x-content-type-options'), headers.get('content-type')]).toEqual([
      'nosniff',
      'text/css; charset=utf-8',
    ]);
  });
});

describe('a page that refuses', () => {
  const refusals: readonly (readonly [
    string,
    () => Promise<Response>,
    (texts: ReturnType<typeof problemTextsOf>) => string,
  ])[] = [
    ['a link that is none', () => ask('/l/x'), ({ problems }) => problems['link-unknown'].title],
    [
      'a form of another site',
      () => ask('/letter', { 'sec-fetch-site': 'cross-site' }, ''),
      ({ problems }) => problems.forbidden.title,
    ],
    [
      'a form that is none',
      () => ask('/letter', { 'content-type': 'application/json' }, '{}'),
      ({ problems }) => problems['unsupported-media-type'].title,
    ],
    [
      'a form without end',
      () => ask('/letter', {}, new URLSearchParams({ forum: 'x'.repeat(700_000) })),
      ({ problems }) => problems['payload-too-large'].title,
    ],
    [
      'a sign-in nobody began',
      () => ask('/sign-in/callback?code=x&state=y'),
      ({ problems }) => problems.unauthorized.title,
    ],
  ];
  let language: (typeof languages)[number] = 'en';
  const ask = (
    path: string,
    headers: Readonly<Record<string, string>> = {},
    body?: string | URLSearchParams,
  ): Promise<Response> =>
    fetch(host.endpoints.site + path, {
      redirect: 'manual',
      ...(body !== undefined && { method: 'POST', body }),
      headers: { 'accept-language': language, ...headers },
    });

  it.each(languages.flatMap((one) => refusals.map(([name, send, title]) => ({ one, name, send, title }))))(
    '$name says so in $one',
    async ({ one, send, title }) => {
      language = one;
      const response = await send();
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
      const text = await response.text();
      expect(text).toContain(`<html lang="${languageTags[one]}"`);
      expect(text).toContain(`>${title(problemTextsOf(one))}</h1>`);
    },
  );
});

describe('methods', () => {
  it('that no route has find nothing and change nothing', async () => {
    const target = await targetAt(host, 'here', {});
    const { version } = await host.project(target.projectId);
    const { token = '', cookie = '' } = crowd.credentials.get('head') ?? {};
    const addressOf = (route: string): string =>
      route
        .split(' ')[1]
        ?.replace('{projectId}', target.projectId)
        .replace('{assignmentId}', target.assignment('office-decision'))
        .replace('{zoneId}', 'aqtobe')
        .replace(/\{\w+\}/g, 'x') ?? '';
    const isRoute = new Set(rows.map(({ route }) => `${route.split(' ')[0] ?? ''} ${addressOf(route)}`));
    // Rows that differ by what is sent alone have the same address.
    for (const address of new Set(rows.map(({ route }) => addressOf(route)))) {
      for (const method of ['OPTIONS', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND', 'MERGE']) {
        if (isRoute.has(`${method} ${address}`)) continue;
        const { status } = await sendRaw(address, { method, headers: { authorization: `Bearer ${token}`, cookie } });
        expect(status, `${method} ${address}`).toBe(404);
      }
    }
    expect((await host.project(target.projectId)).version).toBe(version);
  });
});

describe('addresses', () => {
  const climbing = [
    '..',
    '../..',
    '..%2f..%2fpackage.json',
    '%2e%2e%2f%2e%2e%2fpackage.json',
    '....//....//package.json',
    '..%5c..%5cpackage.json',
    '%00',
    'x%00.css',
    '%c0%ae%c0%ae',
    '%',
    '%zz',
    'a'.repeat(4000),
    '%2fetc%2fpasswd',
    'con',
    '~',
  ];

  it.each(climbing)('that climb out of /assets find nothing: %s', async (name) => {
    const { status, text } = await sendRaw(`/assets/${name}`);
    // One with a slash too many leads to the one without, where there is nothing either.
    expect(name.includes('//') ? [301, 404] : [404]).toContain(status);
    expect(text).not.toMatch(/"version":|root:/);
  });

  it.each(climbing)('that climb out of the mailbox find nothing: %s', async (name) => {
    const { status, text } = await sendRaw(`/_local/mailbox/${name}`, {}, new URL(host.endpoints.mailbox).origin);
    // `..` of the mailbox is the mailbox.
    expect(name.startsWith('..') ? [200, 400, 404] : [400, 404]).toContain(status);
    expect(text).not.toMatch(/"version":|root:/);
  });

  it('do not lead to the local services from the site', async () => {
    for (const path of [
      '/_local/mailbox',
      '/_local/clock',
      '/_local/secrets',
      '/_local/states',
      '//_local/mailbox',
      '/x/../_local/mailbox',
      '/%5flocal/mailbox',
    ])
      expect(path.startsWith('//') ? [301] : [404], path).toContain((await sendRaw(path)).status);
  });

  it('put no header into an answer', async () => {
    for (const end of [
      '?lang=kk%0d%0aset-cookie:a=b',
      '?lang=%0d%0ax:y',
      '?forum=%0d%0ax:y',
      '?a=%0d%0aset-cookie:%20c=d',
    ]) {
      const response = await fetch(`${host.endpoints.site}/${end}`);
      expect(response.status).toBe(200);
      expect([...response.headers.keys()].filter((name) => name === 'x')).toEqual([]);
      expect(response.headers.getSetCookie().filter((cookie) => !cookie.startsWith('__Host-lang='))).toEqual([]);
    }
  });
});

describe('where a sign-in leads', () => {
  const outside = [
    'https://elsewhere.example.org',
    '//elsewhere.example.org',
    '///elsewhere.example.org',
    '/\\elsewhere.example.org',
    '\\\\elsewhere.example.org',
    '/\t/elsewhere.example.org',
    '/\n/elsewhere.example.org',
    '/.//elsewhere.example.org',
    '/..//elsewhere.example.org',
    '/x/..//elsewhere.example.org',
    '/%2e//elsewhere.example.org',
    'javascript:alert(1)',
    'data:text/html,x',
    'http:elsewhere.example.org',
    '@elsewhere.example.org',
    '.elsewhere.example.org',
    '',
  ];
  const isOurs = (location: string | null) =>
    location !== null &&
    /^\/(?![/\\])[\x21-\x7e]*$/.test(location) &&
    new URL(location, host.endpoints.site).origin === host.endpoints.site;

  it.each(outside)('is never outside: %j', async (to) => {
    const start = `/sign-in/start?to=${encodeURIComponent(to)}`;
    const page = await (await fetch(`${host.endpoints.site}/sign-in?to=${encodeURIComponent(to)}`)).text();
    expect(/\/sign-in\/start[^"]*/.exec(page)?.[0]).toBe('/sign-in/start');
    const { status, location } = await walkSignIn(host.endpoints, start, 'officer');
    expect(status).toBe(303);
    expect(isOurs(location), String(location)).toBe(true);
    expect(location).toBe('/office');
  });

  it('is the page that was wanted', async () => {
    expect(
      (
        await walkSignIn(
          host.endpoints,
          `/sign-in/start?to=${encodeURIComponent('/office?zone=aqtobe&q=a%20b')}`,
          'officer',
        )
      ).location,
    ).toBe('/office?zone=aqtobe&q=a%20b');
  });

  it('is not what somebody put into the cookie that waits for the return', async () => {
    const put = Buffer.from(JSON.stringify({ state: 's', verifier: 'v', to: '//elsewhere.example.org' })).toString(
      'base64url',
    );
    const { status, location } = await walkSignIn(host.endpoints, '/sign-in/start', 'officer', {
      '__Host-leaving': put,
    });
    expect([status, location]).toEqual([303, '/office']);
    for (const leaving of [
      put,
      'x',
      '',
      Buffer.from('null').toString('base64url'),
      Buffer.from('[]').toString('base64url'),
      Buffer.from('{"state":1}').toString('base64url'),
    ]) {
      expect(
        (await sendRaw('/sign-in/callback?code=a&state=s', { headers: { cookie: `__Host-leaving=${leaving}` } }))
          .status,
      ).toBe(401);
    }
  });
});

describe('a session', () => {
  const office = async (cookie: string) => (await sendRaw('/office', { headers: { cookie } })).status;

  it('is never one that the browser brought along', async () => {
    const fixed = 'A'.repeat(43);
    const { cookies } = await walkSignIn(host.endpoints, '/sign-in/start', 'officer', { '__Host-session': fixed });
    const got = cookies.get('__Host-session') ?? '';
    expect(got).toMatch(/^[\w-]{43}$/);
    expect(got).not.toBe(fixed);
    expect([await office(`__Host-session=${got}`), await office(`__Host-session=${fixed}`)]).toEqual([200, 303]);
  });

  it('ends when somebody signs out, for whoever kept its cookie', async () => {
    const { cookies } = await walkSignIn(host.endpoints, '/sign-in/start', 'officer');
    const cookie = `__Host-session=${cookies.get('__Host-session') ?? ''}`;
    const [, token = ''] =
      /name="form-token" value="([^"]+)"/.exec((await sendRaw('/office', { headers: { cookie } })).text) ?? [];
    const out = await fetch(`${host.endpoints.site}/sign-out`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie },
      body: new URLSearchParams({ 'form-token': token }),
    });
    expect([out.status, out.headers.get('location'), await office(cookie)]).toEqual([303, '/sign-in?out', 303]);
  });

  it('is not opened by a cookie that was tampered with, and never falls over one', async () => {
    const { cookie = '' } = crowd.credentials.get('officer') ?? {};
    const id = cookie.split('=')[1] ?? '';
    for (const tried of [
      `${cookie}x`,
      cookie.slice(0, -1),
      cookie.replace('__Host-session', 'session'),
      cookie.replace('__Host-', '__host-'),
      `__Host-session=${id.toUpperCase()}`,
      `__Host-session="${id}"`,
      '__Host-session=',
      '__Host-session',
      '=',
      ';;;',
      `__Host-session=${'x'.repeat(6000)}`,
      '__Host-session=%00',
      `__Host-session=SESSION#${id}`,
      '__proto__=x',
    ]) {
      expect(await office(tried), tried.slice(0, 60)).toBe(303);
    }
  });

  it('says in its cookie that no script, no other site and no plain line gets it', async () => {
    const response = await fetch(`${host.endpoints.site}/?lang=kk`);
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-lang=kk; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=\d+$/),
    ]);
  });
});

describe('the language', () => {
  it.each([
    'xx',
    'kk%0d%0aSet-Cookie:a=b',
    '__proto__',
    'constructor',
    '<script>',
    'en;DROP',
    'KK',
    '\u0000',
    'a'.repeat(500),
  ])('that nobody speaks is passed over: %j', async (lang) => {
    for (const [path, cookie] of [
      [`/?lang=${encodeURIComponent(lang)}`, ''],
      ['/', `__Host-lang=${encodeURIComponent(lang)}`],
    ] as const) {
      const { status, text } = await sendRaw(path, { headers: { 'accept-language': 'ru', cookie } });
      expect(status).toBe(200);
      expect(text).toContain('<html lang="ru"');
    }
  });
});

describe('bodies', () => {
  const key = () => ({ 'idempotency-key': newKey() });
  const post = (path: string, body: string | Buffer, headers: Readonly<Record<string, string>>) =>
    sendRaw(path, { method: 'POST', body, headers });
  const letters = '/api/letters-of-intent';
  const json = { 'content-type': 'application/json' };

  it.each<[string, () => string | Buffer, Readonly<Record<string, string>>, number]>([
    ['deep without end', () => '['.repeat(60_000), json, 400],
    ['deep and right', () => '['.repeat(30_000) + ']'.repeat(30_000), json, 400],
    ['a number without end', () => `{"jobs":${'9'.repeat(60_000)}}`, json, 400],
    [
      'thousands of fields',
      () => `{${Array.from({ length: 6_000 }, (_, at) => `"a${String(at)}":1`).join(',')}}`,
      json,
      400,
    ],
    ['longer than any letter', () => '['.repeat(65_537), json, 413],
    ['no UTF-8', () => Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]), json, 400],
    ['more than the gateway takes', () => 'x'.repeat(11 * 1024 * 1024), json, 413],
    ['compressed as nobody asked', () => Buffer.from([0x1f, 0x8b, 8, 0]), { ...json, 'content-encoding': 'gzip' }, 400],
    ['a form', () => 'jobs=1', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['text', () => '{}', { 'content-type': 'text/plain' }, 415],
    ['of no kind', () => '{}', {}, 415],
    ['of a kind that only begins so', () => '{}', { 'content-type': 'application/jsonp' }, 415],
    ['a date that is no string', () => '{"wantedStart":{"toString":"x"}}', json, 400],
  ])('of a letter that are %s get an answer', async (_, body, headers, status) => {
    const reply = await post(letters, body(), { ...headers, ...key() });
    expect(reply.status).toBe(status);
  });

  it('with fields that nobody asked for, or named as what every object has, are as if without', async () => {
    const letter = letterOf();
    const body = JSON.stringify({ ...letter, isAdministrator: true, version: 9 }).replace(
      /^\{/,
      '{"__proto__":{"jobs":1,"polluted":true},"constructor":{"prototype":{"polluted":true}},',
    );
    const reply = await host.ask<{ projectId: string }>(letters, { body, headers: key() });
    expect(reply.status).toBe(201);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    const project = await host.project(reply.body.projectId);
    // Its workflow may have begun meanwhile.
    expect(project.version).toBeLessThan(9);
    expect(JSON.stringify(project)).not.toMatch(/polluted|isAdministrator/);
  });

  it('of a form count a field that repeats once', async () => {
    const visitor = await visitorOf(host, 'head');
    const { projectId } = await targetAt(host, 'here', {});
    const { cookie = '', formToken = '' } = crowd.credentials.get('head') ?? {};
    const form = `form-token=${formToken}&reasonCode=other&reasonCode=remarks&reason=one&reason=two&step=send&step=look&fault=office&fault=investor&reviewOn=2026-01-15`;
    const reply = await post(`/office/projects/${projectId}/actions/suspend`, form, {
      cookie,
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(reply.status).toBe(303);
    expect((await visitor.get(`/office/projects/${projectId}/history`)).text).toContain('one');
  });
});

describe('a link', () => {
  const byLink = rows.filter(({ route }) => /\{(link|draft)\}/.test(route));

  it.each(byLink.map((row) => ({ row, name: row.route })))(
    'that is cut, longer, of another kind or of somebody else opens nothing: $name',
    async ({ row }) => {
      const [mine, other] = [await shared(row, 'here'), await others(row, 'here')];
      const own = crowd.link(row, served(row), mine);
      const kinds = ['t', 'c', 'a', 'd', 'x', '']
        .filter((kind) => kind !== own.split('.')[0])
        .map((kind) => own.replace(/^\w/, kind));
      const [letter = '', id = '', mac = ''] = own.split('.');
      const forged = [
        ...kinds,
        own.slice(0, -1),
        `${own}A`,
        own.slice(1),
        own.replaceAll('.', '%2e.'),
        `${letter}.${id}`,
        `${letter}.${id}.`,
        `${letter}.${id}.${mac.toLowerCase()}`,
        `${letter}.${id.toUpperCase()}.${mac}`,
        `${letter}.${id}.1.${mac}`,
        `${letter}.${id}.0.${mac}`,
        `${letter}.${id}.-1.${mac}`,
        `${letter}.${id}.999999.${mac}`,
        crowd.link(row, served(row), other).replace(/\.[^.]+$/, `.${mac}`),
        ` ${own}`,
        `${own} `,
        `${own}\u0000`,
        `${own}/`,
        '.'.repeat(200),
      ];
      const { version } = await host.project(mine.projectId);
      for (const link of forged.filter((one) => one !== own)) {
        const path =
          row.route
            .split(' ')[1]
            ?.replace(/\{(link|draft)\}/, encodeURIComponent(link))
            .replace('{assignmentId}', mine.assignment(row.kind ?? 'office-decision'))
            .replace('{obstacleId}', mine.obstacleId)
            .replace('{step}', row.params?.['step'] ?? 'company') ?? '';
        const body = JSON.stringify(row.body?.(mine) ?? {});
        const form = new URLSearchParams(row.body?.(mine) as Record<string, string> | undefined).toString();
        const { status } = await sendRaw(
          path,
          isPost(row)
            ? {
                method: 'POST',
                body: isApi(row) ? body : form,
                headers: { 'content-type': isApi(row) ? 'application/json' : 'application/x-www-form-urlencoded' },
              }
            : {},
        );
        // A slash too many may lead to the address without it, as everywhere.
        expect(link === `${own}/` ? [301, 404] : [404], link).toContain(status);
      }
      expect((await host.project(mine.projectId)).version).toBe(version);
    },
  );
});
