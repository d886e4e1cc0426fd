import { createHash } from 'node:crypto';
import { DeleteCommand, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '#functions/adapters/table/keys.ts';
import { idleSeconds, Session, sessionStore, usedSessions } from '#functions/adapters/table/session-store.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { signedInAt, walkSignIn } from '#test/support/site-sign-in.ts';
import { cookieOf, visitorWith } from '#test/support/staff-session.ts';

let host: TestHost;
beforeAll(async () => {
  host = await openHost();
});
afterAll(() => host.close());

const hashIn = (cookie: string): string =>
  createHash('sha256').update(cookie.replace('__Host-session=', '')).digest('base64url');
const kept = async (cookie: string) =>
  (
    await host.table.send(
      new GetCommand({ TableName: host.endpoints.tableName, Key: keys.session(hashIn(cookie)), ConsistentRead: true }),
    )
  ).Item;
/** As if nobody had used it for so long. */
const leave = async (cookie: string, seconds: number) => {
  const seenAt = Session.parse(await kept(cookie)).seenAt ?? 0;
  await host.table.send(
    new UpdateCommand({
      TableName: host.endpoints.tableName,
      Key: keys.session(hashIn(cookie)),
      UpdateExpression: 'SET seenAt = :at',
      ExpressionAttributeValues: { ':at': seenAt - seconds },
    }),
  );
};
const office = '/office?zone=aqtobe';

describe('a browser', () => {
  it('S16: that signs in again leaves nothing open of before', async () => {
    const first = await walkSignIn(host.endpoints, '/sign-in/start', 'officer');
    const cookie = (jar: ReadonlyMap<string, string>) => `__Host-session=${jar.get('__Host-session') ?? ''}`;
    const second = await walkSignIn(host.endpoints, '/sign-in/start', 'head', Object.fromEntries(first.cookies));
    expect(cookie(second.cookies)).not.toBe(cookie(first.cookies));
    expect((await (await visitorWith(host, cookie(second.cookies))).get(office)).status).toBe(200);
    expect((await (await visitorWith(host, cookie(first.cookies))).get(office)).location).toMatch(/^\/sign-in\?to=/);
    expect(await kept(cookie(first.cookies))).toBeUndefined();
  });

  it.each([
    ['office', 'officer', office],
    ['admin', 'administrator', '/admin'],
    ['region', 'leadership', '/region'],
  ])('S16: that is left alone for an hour is signed out: %s', async (_, account, path) => {
    const cookie = await cookieOf(host, account);
    const site = await visitorWith(host, cookie);
    expect((await site.get(path)).status).toBe(200);
    await leave(cookie, idleSeconds + 60);
    expect((await site.get(path)).location).toBe(`/sign-in?to=${encodeURIComponent(path)}`);
    expect((await site.get('/sign-in/stay?to=/office')).location).toBe('/sign-in?to=%2Foffice');
  });

  it("S16: that is used goes on; what is written of it is a minute's matter, not each request's", async () => {
    const cookie = await cookieOf(host, 'officer');
    const site = await visitorWith(host, cookie);
    await leave(cookie, 120);
    const before = await kept(cookie);
    expect((await site.get(office)).status).toBe(200);
    expect(await kept(cookie)).toEqual(before);
    await leave(cookie, idleSeconds - 300);
    expect((await site.get(office)).status).toBe(200);
    await leave(cookie, idleSeconds - 300);
    expect((await site.get(office)).status).toBe(200);
  });

  it('S16: is kept by pages whose function may not write, by way of one that may', async () => {
    const cookie = await cookieOf(host, 'leadership');
    const site = await visitorWith(host, cookie);
    await leave(cookie, idleSeconds / 2);
    const sentOn = await site.get('/region?zone=aqtobe');
    expect(sentOn).toMatchObject({
      status: 303,
      location: `/sign-in/stay?to=${encodeURIComponent('/region?zone=aqtobe')}`,
    });
    expect((await site.get(sentOn.location ?? '')).location).toBe('/region?zone=aqtobe');
    expect((await site.get('/region?zone=aqtobe')).status).toBe(200);
  });

  it.each([
    'https://elsewhere.example.org/',
    '//elsewhere.example.org',
    '/.//elsewhere.example.org',
    'javascript:alert(1)',
  ])('S16: is led to no other site on the way: %s', async (to) => {
    const site = await visitorWith(host, await cookieOf(host, 'leadership'));
    expect((await site.get(`/sign-in/stay?to=${encodeURIComponent(to)}`)).location).toBe('/');
  });
});

describe('signing out everywhere', () => {
  it("S16: closes every session and token of that person, and nobody else's; signing in again opens", async () => {
    const sites = await Promise.all(['officer', 'officer'].map((account) => signedInAt(host, account)));
    const other = await signedInAt(host, 'head');
    const api = async () => (await host.ask('/api/assignments?zone=aqtobe', { as: 'officer' })).status;
    const statuses = async () => Promise.all(sites.map(async ({ get }) => (await get(office)).status));
    expect([...(await statuses()), await api()]).toEqual([200, 200, 200]);
    const [site] = sites;
    expect((await site?.get(office))?.text).toContain('action="/sign-out/everywhere"');
    expect((await site?.post('/sign-out/everywhere', {}, false))?.status).toBe(403);
    expect(await statuses()).toEqual([200, 200]);
    expect((await site?.post('/sign-out/everywhere'))?.location).toBe('/sign-in?out');
    expect([...(await statuses()), await api()]).toEqual([303, 303, 401]);
    expect((await other.get(office)).status).toBe(200);
    expect((await (await signedInAt(host, 'officer')).get(office)).status).toBe(200);
  });
});

describe('a session', () => {
  const store = () => sessionStore(host.table, host.endpoints.tableName);
  const used = () => usedSessions(host.table, host.endpoints.tableName);
  const now = 1_900_000_000;
  const begun = {
    personId: 'demo-officer',
    groups: ['officer'],
    expiresAt: now + 12 * 3600,
    begunAt: now * 1000,
    seenAt: now,
  };

  it('S16: ends after twelve hours, however much it is used', async () => {
    await store().begin('busy', begun);
    for (let at = now; at < now + 12 * 3600; at += 600)
      expect(await used().find('busy', at), String(at - now)).toBeDefined();
    expect(await used().find('busy', now + 12 * 3600)).toBeUndefined();
  });

  it('S16: of the release before is taken as seen when it began', async () => {
    const { begunAt: _, seenAt: __, ...earlier } = begun;
    await store().begin('earlier', earlier);
    expect(await store().find('earlier', now + idleSeconds)).toBeDefined();
    expect(await store().find('earlier', now + idleSeconds + 1)).toBeUndefined();
  });

  it('S16: that ends while it is being used stays ended', async () => {
    await store().begin('ending', begun);
    await host.table.send(new DeleteCommand({ TableName: host.endpoints.tableName, Key: keys.session('ending') }));
    expect(await used().find('ending', now + 600)).toBeUndefined();
    await store().begin('ending', begun);
    await Promise.all([used().find('ending', now + 600), store().end('ending')]);
    expect(await store().find('ending', now + 600)).toBeUndefined();
  });
});
