import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sharedHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';

let host: TestHost;
beforeAll(async () => {
  host = await sharedHost();
});
afterAll(() => host.close());

const at = (path: string): string => host.endpoints.site + path;
const ask = (path: string, init: RequestInit = {}) => fetch(at(path), { redirect: 'manual', ...init });

/** A path as it is, which `fetch` would tidy. */
const raw = (path: string): Promise<{ status: number; location: string | undefined }> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(host.endpoints.site);
    request({ hostname, port, path }, (answer) => {
      answer.resume();
      resolve({ status: answer.statusCode ?? 0, location: answer.headers.location });
    })
      .on('error', reject)
      .end();
  });

describe('HEAD', () => {
  it('A25, X1: is answered as GET on pages, behind links and to strangers, without a body', async () => {
    const { track, projectId } = await placeAt(host, 'technical-conditions');
    const before = (await host.project(projectId)).version;
    for (const path of [
      '/',
      '/figures',
      '/figures.csv',
      '/figures.xlsx',
      '/openapi.json',
      '/office',
      '/letter/none',
      `/l/${track}`,
      `/l/${track}/documents`,
      `/l/${track}/calendar.ics`,
      '/l/t.x.y',
      '/nowhere',
      `/api/links/${track}`,
    ]) {
      const [got, head] = [await ask(path), await ask(path, { method: 'HEAD' })];
      expect([
        path,
        head.status,
        head.headers.get('content-type'),
        head.headers.get('location'),
        (await head.text()).length,
      ]).toEqual([path, got.status, got.headers.get('content-type'), got.headers.get('location'), 0]);
    }
    expect((await host.project(projectId)).version).toBe(before);
  });
});

describe('an address', () => {
  it.each([
    ['/office/', '/office'],
    ['/figures/?a=1', '/figures?a=1'],
    ['/l/t.x.y/', '/l/t.x.y'],
    ['/admin//', '/admin'],
    ['//office', '/office'],
    ['//elsewhere.example.org/', '/elsewhere.example.org'],
    ['/a//..//b/', '/a/../b'],
    ['/%5C%5Celsewhere.example.org/', '/%5C%5Celsewhere.example.org'],
  ])('X4: %s leads to %s, always of this site', async (path, to) => {
    const answer = await raw(path);
    expect(answer).toEqual({ status: 301, location: to });
    expect(new URL(answer.location ?? '', host.endpoints.site).origin).toBe(new URL(host.endpoints.site).origin);
  });

  it.each([
    ['kk', 'Мұнда ештеңе табылмады'],
    ['ru', 'Здесь ничего не найдено'],
    ['en', 'Page not found'],
  ])('X4: that nothing stands at is told in %s', async (language, words) => {
    for (const [path, init] of [
      ['/nowhere', {}],
      ['/nowhere', { method: 'POST', body: 'x=1' }],
      ['/l/a/b/c/d', { method: 'DELETE' }],
    ] as const) {
      const answer = await ask(path, { ...init, headers: { 'accept-language': language } });
      const text = await answer.text();
      expect([path, answer.status, answer.headers.get('content-type'), text.includes(words)]).toEqual([
        path,
        404,
        'text/html; charset=utf-8',
        true,
      ]);
    }
  });

  it('X4: of the interface that nothing stands at is told as a problem', async () => {
    const answer = await ask('/api/nowhere');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
  });

  it('S19: takes no more than it can, and says so on a page of ours', async () => {
    const { track } = await placeAt(host, 'council-approval');
    const form = new FormData();
    form.append('kind', 'charter');
    form.append('file.charter', new Blob([new Uint8Array(6_000_000)]), 'photo.jpg');
    const answer = await ask(`/l/${track}/documents`, { method: 'POST', body: form });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([413, 'text/html; charset=utf-8']);
    expect(await answer.text()).toContain('govuk-heading-l');
  });
});

describe('search engines', () => {
  it('X5: are told to leave alone all that stands behind a link or a sign-in, and where they may look', async () => {
    const { track } = await placeAt(host, 'technical-conditions');
    for (const path of [
      `/l/${track}`,
      `/l/${track}/calendar.ics`,
      `/l/${track}/`,
      '/l/t.x.y',
      '/letter/none',
      '/sign-in',
      `/api/links/${track}`,
      '/another-link',
      '/office',
    ])
      expect([path, (await ask(path)).headers.get('x-robots-tag')]).toEqual([path, 'noindex']);
    for (const path of ['/', '/figures']) {
      const answer = await ask(path);
      expect([path, answer.headers.get('x-robots-tag'), (await answer.text()).includes('name="robots"')]).toEqual([
        path,
        null,
        false,
      ]);
    }
    const robots = await ask('/robots.txt');
    expect([robots.status, robots.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
    expect(await robots.text()).toMatch(/Allow: \/\$\n[^]*Disallow: \/\n/);
  });
});
