import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '#core/reference/reference.ts';
import type { Problem } from '#core/api/views.ts';
import { ids } from '#functions/adapters/ids.ts';
import { keys } from '#functions/adapters/table/keys.ts';
import { referenceStore } from '#functions/adapters/table/reference-store.ts';
import { firstSignIns } from '#functions/adapters/table/sign-in-link.ts';
import { accountOf, openOwnIssuerHost, type OwnIssuerHost } from '#test/support/own-issuer.ts';
import { signedInAt } from '#test/support/site-sign-in.ts';

/** The id under which somebody was added; the issuer has an account that calls itself so. */
const borrowedId = ids.personId();
let host: OwnIssuerHost;
beforeAll(async () => {
  host = await openOwnIssuerHost([
    accountOf('chief'),
    accountOf('zoe'),
    accountOf('accomplice'),
    accountOf('boss'),
    accountOf('deputy'),
    accountOf('earlier'),
    accountOf('fresh'),
    accountOf('borrowed', { sub: borrowedId }),
    accountOf('moved', { email: 'new.address@example.org' }),
    accountOf('spaced', { roles: ['x administrator', 'officer,administrator'] }),
  ]);
  await host.putByHand('sub-of-chief', 'chief@example.org', { ...region, role: 'administrator' });
});
afterAll(() => host.close());

const zone = { scope: 'zone', scopeId: 'aqtobe' } as const;
const region = { scope: 'region', scopeId: 'aqtobe-region' } as const;
const inRegion = '/api/admin/people?scope=region&scopeId=aqtobe-region';
const inZone = '/api/assignments?zone=aqtobe';

type Answer = { readonly person: Person } & Problem;
const as = async (account: string, path: string, body?: object) =>
  host.bearing<Answer>((await host.tokensOf(account)).access, path, body);
const add = (by: string, account: string, given: object) =>
  as(by, '/api/admin/people', { name: account, email: `${account}@example.org`, language: 'en', ...given });
const put = (Item: Record<string, unknown>) =>
  host.table.send(new PutCommand({ TableName: host.endpoints.tableName, Item }));

describe('a zone administrator who claims an address in advance', () => {
  it('S2: gains nothing by it, and the one whose address it is gets in', async () => {
    // 1. and 2.: an administrator of a zone adds an accomplice, who signs in.
    expect((await add('chief', 'zoe', { ...zone, role: 'administrator' })).status).toBe(200);
    await signedInAt(host, 'zoe');
    const {
      body: { person },
    } = await add('zoe', 'accomplice', { ...zone, role: 'officer' });
    const site = await signedInAt(host, 'accomplice');
    const { access } = await host.tokensOf('accomplice');
    const opens = async () => [
      (await host.bearing(access, inZone)).status,
      (await site.get('/office?zone=aqtobe')).status,
      (await host.bearing(access, inRegion)).status,
    ];
    expect(await opens()).toEqual([200, 200, 403]);
    // 3.: the accomplice gets the address of somebody who is yet to come, and is out.
    const changed = await as('zoe', `/api/admin/people/${person.personId}`, {
      version: person.version + 1,
      name: 'Boss New',
      email: 'boss@example.org',
      language: 'en',
    });
    expect(changed).toMatchObject({ status: 200, body: { person: { signedIn: false } } });
    expect(await opens()).toEqual([404, 404, 404]);
    await signedInAt(host, 'accomplice');
    expect(await opens()).toEqual([404, 404, 404]);
    // 4.: whoever adds the real one is asked whom they mean.
    const asked = await add('chief', 'boss', { ...region, role: 'administrator' });
    expect(asked).toMatchObject({
      status: 409,
      body: {
        type: 'urn:zholkarta:problem:known-person',
        known: {
          personId: person.personId,
          name: 'Boss New',
          signedIn: false,
          memberships: [{ role: 'officer' }],
          elsewhere: 0,
        },
      },
    });
    const known = { personId: person.personId, version: asked.body.known?.version };
    expect(
      (await add('chief', 'boss', { ...region, role: 'administrator', known: { ...known, version: 1 } })).status,
    ).toBe(409);
    expect((await add('chief', 'boss', { ...region, role: 'administrator', known })).status).toBe(200);
    // 5.: what the accomplice holds opens nothing; the real one gets in.
    expect(await opens()).toEqual([404, 404, 404]);
    await signedInAt(host, 'boss');
    expect((await as('boss', inRegion)).status).toBe(200);
    // From here on the administrator of the zone does not decide about this person.
    expect(
      await as('zoe', `/api/admin/people/${person.personId}`, {
        version: 99,
        name: 'x',
        email: 'accomplice@example.org',
        language: 'en',
      }),
    ).toMatchObject({ status: 409, body: { state: 'elsewhere' } });
  });

  it('S2: cannot change whom a role goes to between the look and the gift', async () => {
    const {
      body: { person },
    } = await add('zoe', 'colleague', { ...zone, role: 'officer' });
    const seen = (await as('chief', `/api/admin/people/${person.personId}`)).body.person;
    await as('zoe', `/api/admin/people/${person.personId}`, {
      version: seen.version,
      name: 'Colleague',
      email: 'accomplice@example.org',
      language: 'en',
    });
    const give = (version: number) =>
      as('chief', `/api/admin/people/${person.personId}/roles`, { version, ...region, role: 'leadership' });
    expect((await give(seen.version)).status).toBe(409);
  });
});

describe('somebody put by hand', () => {
  it('S2: is nobody either once their address is another, until an account with that one comes', async () => {
    await host.putByHand('sub-of-earlier', 'earlier@example.org', { ...zone, role: 'officer' });
    expect((await as('earlier', inZone)).status).toBe(200);
    const moved = (version: number, email: string) =>
      as('chief', '/api/admin/people/sub-of-earlier', { version, name: 'Earlier', email, language: 'en' });
    expect((await moved(0, 'new.address@example.org')).status).toBe(200);
    expect((await as('earlier', inZone)).status).toBe(404);
    await signedInAt(host, 'earlier');
    expect((await as('earlier', inZone)).status).toBe(404);
    await signedInAt(host, 'moved');
    expect((await as('moved', inZone)).status).toBe(200);
    // Back again, for an account that was known before: it is linked anew.
    const { version } = (await as('chief', '/api/admin/people/sub-of-earlier')).body.person;
    expect((await moved(version, 'earlier@example.org')).status).toBe(200);
    expect((await as('moved', inZone)).status).toBe(404);
    await signedInAt(host, 'earlier');
    expect((await as('earlier', inZone)).status).toBe(200);
    expect((await as('moved', inZone)).status).toBe(404);
  });
});

describe('a subject of the issuer', () => {
  const membership = (personId: string) => ({ personId, ...zone, role: 'officer' as const });
  const profile = (personId: string) => ({
    ...keys.person(personId),
    personId,
    name: 'x',
    email: `${personId}@example.org`,
    language: 'en',
    version: 3,
    signedIn: true,
  });
  const earlierLink = (subject: string, personId: string) => ({ PK: `PERSON#${subject}`, SK: 'LINK', personId });
  const own = (personId: string) => ({ ...keys.membership(membership(personId)), ...membership(personId) });

  it("S11: that is equal to a person's id is nobody", async () => {
    for (const item of [profile(borrowedId), own(borrowedId)]) await put(item);
    expect((await as('borrowed', inZone)).status).toBe(404);
    expect((await (await signedInAt(host, 'borrowed')).get('/office?zone=aqtobe')).status).toBe(404);
  });

  it('S11: is found by a link of the release before, which the next sign-in carries over', async () => {
    const personId = ids.personId();
    for (const item of [profile(personId), own(personId), earlierLink('sub-of-deputy', personId)]) await put(item);
    expect((await as('deputy', inZone)).status).toBe(200);
    await signedInAt(host, 'deputy');
    // The link of before is no longer what counts.
    await put(earlierLink('sub-of-deputy', 'nobody'));
    expect((await as('deputy', inZone)).status).toBe(200);
  });

  it('S2: by a link of the release before is out too when the person gets another address', async () => {
    const personId = ids.personId();
    await put({ ...profile(personId), signedIn: false });
    for (const item of [own(personId), earlierLink('sub-of-moved', personId)]) await put(item);
    expect((await as('moved', inZone)).status).toBe(404);
  });

  it('S11: is linked once, to a person who is awaited, whatever tries at once', async () => {
    const personId = ids.personId();
    const email = `${personId}@example.org`;
    await put({ ...profile(personId), signedIn: false });
    await put({ ...keys.email(ids.hash(email)), personId, awaited: true });
    const arrivals = firstSignIns(host.table, host.endpoints.tableName);
    await Promise.all(['one', 'two', 'three'].map((subject) => arrivals.link(`race-${subject}`, email)));
    await arrivals.link('race-late', email);
    const reference = referenceStore(host.table, host.endpoints.tableName);
    const found = await Promise.all(
      ['one', 'two', 'three', 'late'].map(async (subject) => (await reference.person(`race-${subject}`)).personId),
    );
    expect(found.filter((one) => one === personId)).toHaveLength(1);
  });
});

describe('a token', () => {
  it('S9: that only says who somebody is opens no part of the API', async () => {
    const { access, id } = await host.tokensOf('chief');
    expect(id).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    expect((await host.bearing(access, inRegion)).status).toBe(200);
    expect((await host.bearing(id, inRegion)).status).toBe(401);
    expect((await host.bearing(id, inZone)).status).toBe(401);
  });

  it('S10: whose one group has a role in its name has none of it, nor has a session', async () => {
    await host.putByHand('sub-of-spaced', 'spaced@example.org', { ...region, role: 'administrator' });
    expect((await as('spaced', inRegion)).status).toBe(404);
    expect((await (await signedInAt(host, 'spaced')).get('/admin')).location).toBe('/office/access');
  });
});

describe('S13: a role that is given', () => {
  it('is told by email, and opens nothing to who was signed in already until they sign in anew', async () => {
    const toNewcomer = async () => {
      await host.settle();
      return (await host.mail()).filter(({ notice, to }) => notice === 'roles' && to === 'fresh@example.org');
    };
    const {
      body: { person },
    } = await add('chief', 'fresh', { ...zone, role: 'officer', until: '2098-06-30' });
    const [told] = await toNewcomer();
    expect(told).toMatchObject({ subject: 'You have a new role' });
    expect(told?.text).toMatch(/Officer · .*Aqtöbe.* · until 30 June 2098/);
    expect(told?.text).toContain('sign out first');
    const site = await signedInAt(host, 'fresh');
    expect((await site.get('/office?zone=aqtobe')).status).toBe(200);
    const seen = (await as('chief', `/api/admin/people/${person.personId}`)).body.person;
    expect(
      (
        await as('chief', `/api/admin/people/${person.personId}/roles`, {
          version: seen.version,
          ...region,
          role: 'administrator',
        })
      ).status,
    ).toBe(200);
    expect((await site.get('/admin')).status).toBe(403);
    expect((await site.get('/office?zone=aqtobe')).status).toBe(200);
    expect((await toNewcomer()).at(-1)?.text).toContain('Administrator · region: ');
    expect((await (await signedInAt(host, 'fresh')).get('/admin')).status).toBe(200);
    await as('chief', `/api/admin/people/${person.personId}/end`, {});
    const ended = (await toNewcomer()).at(-1);
    expect(ended).toMatchObject({ subject: 'A role of yours has ended' });
    for (const role of ['Officer · ', 'Administrator · ', 'Dear colleague,']) expect(ended?.text).toContain(role);
    // It has ended now, whatever day it was given until.
    expect(ended?.text).not.toContain('until 30 June 2098');
  });

  it('is not told as new where it only has other days: nobody is sent to sign in for that', async () => {
    const {
      body: { person },
    } = await add('chief', 'longer', { ...zone, role: 'officer', until: '2098-06-30' });
    const { version } = (await as('chief', `/api/admin/people/${person.personId}`)).body.person;
    expect(
      (
        await as('chief', `/api/admin/people/${person.personId}/roles`, {
          version,
          ...zone,
          role: 'officer',
          until: '2098-12-31',
        })
      ).status,
    ).toBe(200);
    await host.settle();
    const told = (await host.mail()).findLast(({ notice, to }) => notice === 'roles' && to === 'longer@example.org');
    expect(told).toMatchObject({ subject: 'A role of yours has new dates' });
    expect(told?.text).toMatch(/Officer · .*until 31 December 2098/);
    expect(told?.text).not.toContain('sign out');
  });
});

describe('a deputy', () => {
  const today = async () => ((await (await fetch(host.endpoints.clock)).json()) as { now: string }).now.slice(0, 10);
  const later = (day: string, days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
  const holder = { ...zone, role: 'head' } as const;

  it('S8: ends with the one they stand in for, also where the table says otherwise', async () => {
    const day = await today();
    await host.putByHand('holder', 'holder@example.org', { ...holder, until: later(day, 2) });
    const {
      body: { person },
    } = await add('chief', 'zoe', {
      ...zone,
      role: 'officer',
      known: (await add('chief', 'zoe', { ...zone, role: 'officer' })).body.known,
    });
    const set = (until: string) =>
      as('chief', '/api/admin/people/holder/deputy', {
        membership: 'zone#aqtobe#head',
        deputy: { deputyId: person.personId, from: day, until },
      });
    expect(await set(later(day, 60))).toMatchObject({
      status: 400,
      body: { issues: [{ path: 'until', code: 'after-role' }] },
    });
    expect((await set(later(day, 2))).status).toBe(200);
    for (const membership of ['zone#aqtobe#officer', 'zone#aqtobe#administrator'])
      expect((await as('chief', `/api/admin/people/${person.personId}/end`, { membership })).status).toBe(200);
    // As a release before has written it.
    const stood = { personId: person.personId, ...holder, from: day, until: later(day, 60), insteadOf: 'holder' };
    await put({ ...keys.membership(stood), ...stood });
    expect((await as('zoe', inZone)).status).toBe(200);
    await host.advance('P5D');
    expect((await as('zoe', inZone)).status).toBe(404);
  });
});
