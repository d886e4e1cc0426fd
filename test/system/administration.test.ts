import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PeopleView } from '#core/people/administration.ts';
import type { Person } from '#core/reference/reference.ts';
import type { Problem, ProjectView } from '#core/api/views.ts';
import type * as z from 'zod/mini';
import { administrationStore } from '#functions/adapters/table/administration-store.ts';
import { keys } from '#functions/adapters/table/keys.ts';
import { signIn } from '#local/aws/cognito/code-flow.ts';
import { clientId, redirectPaths } from '#local/aws/cognito/provider.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { signedInAt } from '#test/support/site-sign-in.ts';

let host: TestHost;
beforeAll(async () => {
  host = await openHost();
});
afterAll(() => host.close());

const zone = { scope: 'zone', scopeId: 'aqtobe' } as const;
const newcomer = { name: 'Newcomer', email: 'newcomer@example.org', language: 'kk' } as const;
const add = (body: object, as = 'administrator') =>
  host.ask<{ person: Person } & Problem>('/api/admin/people', {
    as,
    body: { ...newcomer, ...zone, role: 'officer', ...body },
  });
/** Adds somebody who is known already, as the answer to the first try names them. */
const addKnown = async (body: object) => {
  const { known } = (await add(body)).body;
  return add({ ...body, known: known && { personId: known.personId, version: known.version } });
};
/** With a token of this moment: one from before a role was given does not count for it. */
async function askAnew<Body>(account: string, path: string) {
  const { issuer, site } = host.endpoints;
  const token = await signIn({ issuer, clientId, redirectUri: site + redirectPaths.token, account });
  return host.ask<Body>(path, { headers: { authorization: `Bearer ${token}` } });
}
const worksAs = async (account: string) => (await askAnew(account, '/api/assignments?zone=aqtobe')).status;

describe('somebody an administrator adds by their address', () => {
  let personId: string;

  it('is nobody before', async () => {
    expect(await worksAs('newcomer')).toBe(404);
    expect((await (await signedInAt(host, 'newcomer')).get('/office?zone=aqtobe')).status).toBe(404);
  });

  it('is found at the first sign-in and works, once the address is that of the account', async () => {
    const { body, status } = await add({});
    expect(status).toBe(200);
    ({ personId } = body.person);
    expect(body.person).toMatchObject({
      ...newcomer,
      signedIn: false,
      memberships: [{ personId, ...zone, role: 'officer' }],
    });
    // A bearer token of an account that has not come by the site yet is nobody's.
    expect(await worksAs('newcomer')).toBe(404);
    await placeAt(host, 'council-approval');
    expect((await (await signedInAt(host, 'newcomer')).get('/office?zone=aqtobe')).status).toBe(200);
    expect(await worksAs('newcomer')).toBe(200);
    expect(
      (await host.ask<{ person: Person }>(`/api/admin/people/${personId}`, { as: 'administrator' })).body.person,
    ).toMatchObject({ signedIn: true });
  });

  it('stays one person when added again, and gets the other role as well', async () => {
    expect((await add({ name: 'Another name' })).body.person).toMatchObject({ personId, name: 'Newcomer' });
    expect((await addKnown({ role: 'head', from: '2026-01-12' })).body.person.memberships).toHaveLength(2);
    const { body } = await host.ask<z.infer<typeof PeopleView>>('/api/admin/people?scope=zone&scopeId=aqtobe&q=newc', {
      as: 'administrator',
    });
    expect(body.people).toHaveLength(1);
  });

  it('is out at once when deactivated, session and token, and in no list', async () => {
    const site = await signedInAt(host, 'newcomer');
    expect((await site.get('/office?zone=aqtobe')).status).toBe(200);
    expect((await host.ask(`/api/admin/people/${personId}/end`, { as: 'administrator', body: {} })).status).toBe(200);
    expect((await site.get('/office?zone=aqtobe')).status).toBe(404);
    expect(await worksAs('newcomer')).toBe(404);
    const { body } = await host.ask<z.infer<typeof PeopleView>>('/api/admin/people?scope=zone&scopeId=aqtobe', {
      as: 'administrator',
    });
    expect(body.people.map((one) => one.personId)).not.toContain(personId);
  });

  it('comes back under the same id', async () => {
    expect((await addKnown({})).body.person.personId).toBe(personId);
    expect(await worksAs('newcomer')).toBe(200);
  });

  it('leaves a trail without a name or an address', async () => {
    const { body } = await host.ask<{ entries: { what: string }[] }>('/api/admin/changes?scope=zone&scopeId=aqtobe', {
      as: 'administrator',
    });
    expect(body.entries.map(({ what }) => what).toSorted()).toEqual([
      'person-added',
      'role-ended',
      'role-ended',
      'role-given',
      'role-given',
      'role-given',
    ]);
    expect(JSON.stringify(body)).not.toMatch(/newcomer|Newcomer/);
  });
});

describe('an address', () => {
  it('finds nobody a second time: who comes later with it is a stranger', async () => {
    const other = await signedInAt(host, 'leadership-kokand');
    expect((await other.get('/office?zone=aqtobe')).status).toBe(404);
  });
});

describe('a deputy', () => {
  it('acts while the other is away, and no longer', async () => {
    const give = (path: string, body: object) => host.ask(`/api/admin/people/${path}`, { as: 'administrator', body });
    const {
      body: { people },
    } = await host.ask<z.infer<typeof PeopleView>>('/api/admin/people?scope=zone&scopeId=aqtobe&q=newcomer', {
      as: 'administrator',
    });
    const deputyId = people[0]?.personId ?? '';
    const { projectId } = await placeAt(host, 'technical-conditions');
    const mayTerminate = async () =>
      (await askAnew<ProjectView>('newcomer', `/api/projects/${projectId}`)).body.allowedActions.includes('terminate');
    expect(await mayTerminate()).toBe(false);
    expect(
      (
        await give('demo-head/deputy', {
          membership: 'zone#aqtobe#head',
          deputy: { deputyId, from: '2025-12-15', until: '2025-12-16' },
        })
      ).status,
    ).toBe(200);
    expect(await mayTerminate()).toBe(false);
    await host.advance('P3D');
    expect(await mayTerminate()).toBe(true);
    await host.advance('P2D');
    expect(await mayTerminate()).toBe(false);
  });
});

describe('nobody goes too far', () => {
  it.each([
    ['gives a role at a place of others', { scopeId: 'kokand' }, 404],
    ['gives a role a region does not have', { scope: 'region', scopeId: 'aqtobe-region', role: 'officer' }, 400],
    ['gives a role that ends before it begins', { from: '2026-02-01', until: '2026-01-01' }, 400],
    ['adds somebody without a name', { name: ' ' }, 400],
  ])('an administrator %s', async (_, body, status) => {
    expect((await add(body)).status).toBe(status);
  });

  it('whose role got a last day meanwhile is nobody to rely on', async () => {
    const { tableName } = host.endpoints;
    const membership = { personId: 'lasting', scope: 'region', scopeId: 'lasting', role: 'administrator' } as const;
    const stays = async () => administrationStore(host.table, tableName).write([{ edit: 'stays', membership }], []);
    expect(await stays()).toBe('conflict');
    await host.table.send(
      new PutCommand({ TableName: tableName, Item: { ...keys.membership(membership), ...membership } }),
    );
    expect(await stays()).toBe('written');
    await host.table.send(
      new PutCommand({
        TableName: tableName,
        Item: { ...keys.membership(membership), ...membership, until: '2026-12-31' },
      }),
    );
    expect(await stays()).toBe('conflict');
  });

  it('the last administrator of a region stays; a second one may go, knowing it', async () => {
    const end = (body: object) =>
      host.ask<{ state?: string }>('/api/admin/people/demo-administrator/end', { as: 'administrator', body });
    expect(await end({})).toMatchObject({ status: 409, body: { state: 'own-role' } });
    expect(await end({ confirmOwn: true })).toMatchObject({ status: 409, body: { state: 'last-administrator' } });
  });
});
