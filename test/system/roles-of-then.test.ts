import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '#core/reference/reference.ts';
import { membershipName } from '#core/people/membership.ts';
import { keys } from '#functions/adapters/table/keys.ts';
import { signIn } from '#local/aws/cognito/code-flow.ts';
import { clientId, redirectPaths } from '#local/aws/cognito/provider.ts';
import type { Events } from '#local/demo/host-client.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { placeToCheck } from '#test/support/place.ts';
import { signedInAt } from '#test/support/site-sign-in.ts';
import { visitorOf, type PageVisitor } from '#test/support/staff-session.ts';

const aqtobe = { scope: 'zone', scopeId: 'aqtobe' } as const;
const name = 'Дана Ерболқызы';
let host: TestHost;
let officer: PageVisitor;
let person: Person;
let projectId = '';

/** With a token of this moment: one from before a role was given does not count for it. */
async function note(text: string): Promise<{ readonly status: number }> {
  const { issuer, site } = host.endpoints;
  const token = await signIn({ issuer, clientId, redirectUri: site + redirectPaths.token, account: 'newcomer' });
  return host.ask(`/api/projects/${projectId}/notes`, {
    headers: { authorization: `Bearer ${token}` },
    body: { text, shared: false },
  });
}
const pages = async (): Promise<readonly string[]> =>
  Promise.all(
    ['history', 'notes'].map(async (page) => (await officer.get(`/office/projects/${projectId}/${page}?lang=en`)).text),
  );
const own = async (): Promise<Person> =>
  (await host.ask<{ person: Person }>(`/api/admin/people/${person.personId}`, { as: 'administrator' })).body.person;

async function give(role: Person['memberships'][number]['role']): Promise<void> {
  const { version } = await own();
  expect(
    (
      await host.ask(`/api/admin/people/${person.personId}/roles`, {
        as: 'administrator',
        body: { version, ...aqtobe, role },
      })
    ).status,
  ).toBe(200);
}

async function end(role: Person['memberships'][number]['role']): Promise<void> {
  const ending = person.memberships.find((one) => one.role === role);
  expect(
    (
      await host.ask(`/api/admin/people/${person.personId}/end`, {
        as: 'administrator',
        body: { membership: ending && membershipName(ending) },
      })
    ).status,
  ).toBe(200);
}

beforeAll(async () => {
  host = await openHost();
  ({ person } = (
    await host.ask<{ person: Person }>('/api/admin/people', {
      as: 'administrator',
      body: { name, email: 'newcomer@example.org', language: 'kk', ...aqtobe, role: 'officer' },
    })
  ).body);
  await signedInAt(host, 'newcomer');
  ({ projectId } = await placeToCheck(host));
  officer = await visitorOf(host, 'officer');
});
afterAll(() => host.close());

describe('in histories and notes everybody is what they were when they did it', () => {
  it('an officer who becomes the head stays the officer of then, and is the head from then on', async () => {
    expect((await note('As an officer.')).status).toBe(200);
    for (const text of await pages()) expect(text).toContain(`${name} (Officer)`);
    await host.advance('P1D');
    await give('leadership');
    await end('officer');
    for (const text of await pages()) expect(text).toContain(`${name} (Officer)`);
    await give('head');
    expect((await note('As the head.')).status).toBe(200);
    for (const text of await pages())
      for (const role of ['Officer', 'Head of office']) expect(text).toContain(`${name} (${role})`);
  });

  it('the log tells role and place, and no name', async () => {
    const { entries } = await host.asStaff<Events>('officer', `/api/projects/${projectId}/events?limit=100`);
    const written = entries.find(({ body }) => body.type === 'note-added');
    expect(written).toMatchObject({
      actor: { kind: 'staff', personId: person.personId, as: { ...aqtobe, role: 'officer' } },
    });
    expect(JSON.stringify(entries)).not.toContain(name);
  });

  it('nor when they have left the zone', async () => {
    expect((await host.ask(`/api/admin/people/${person.personId}/end`, { as: 'administrator', body: {} })).status).toBe(
      200,
    );
    for (const text of await pages())
      for (const role of ['Officer', 'Head of office']) expect(text).toContain(`${name} (${role})`);
  });

  it('what an earlier release wrote is told by the trail of roles', async () => {
    const log = async () =>
      (await host.asStaff<Events>('officer', `/api/projects/${projectId}/events?limit=100`)).entries;
    const entries = await log();
    const { sequence = 0, actor } = entries.find(({ body }) => body.type === 'note-added') ?? {};
    expect(actor).toBeDefined();
    await host.table.send(
      new UpdateCommand({
        TableName: host.endpoints.tableName,
        Key: keys.event(projectId, sequence),
        UpdateExpression: 'REMOVE #event.actor.#as',
        ExpressionAttributeNames: { '#event': 'event', '#as': 'as' },
      }),
    );
    expect((await log()).find((one) => one.sequence === sequence)?.actor).toEqual({
      kind: 'staff',
      personId: person.personId,
    });
    expect((await pages())[0]).toContain(`${name} (Officer)`);
  });
});
