import { taskOf } from '#test/support/samples.ts';
import { DeleteCommand, GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAssignment } from '#core/stages/open-assignment.ts';
import { waitingRow } from '#core/notices/outbox.ts';
import { nameKeys } from '#core/search/search.ts';
import { outboxIndex, outboxItem } from '#functions/adapters/table/items.ts';
import { keys, type Key } from '#functions/adapters/table/keys.ts';
import { outboxStore } from '#functions/adapters/table/outbox-store.ts';
import { projectStore, taskTokens } from '#functions/adapters/table/project-store.ts';
import { referenceStore } from '#functions/adapters/table/reference-store.ts';
import type { Email } from '#local/aws/ses/message.ts';
import { letterOf, openHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { linkFromMail, openOne } from '#test/support/walk.ts';

let host: TestHost;
let TableName: string;
beforeAll(async () => {
  host = await openHost();
  ({ tableName: TableName } = host.endpoints);
});
afterAll(() => host.close());

const approve = async (projectId: string, account = 'officer') => {
  const { assignmentId } = openOne(await host.project(projectId), 'office-decision');
  await host.asStaff(account, `/api/assignments/${assignmentId}/decision`, { decision: { outcome: 'approved' } });
};
const outage = async (down: boolean) =>
  fetch(`${host.endpoints.email}/outage`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ down }),
  });
const rowsOf = async (projectId: string) => {
  const { Items = [] } = await host.table.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'PK = :pk',
      ExpressionAttributeValues: { ':pk': `LANE#${projectId}` },
    }),
  );
  return Items;
};
const rowIds = (emails: readonly Email[]) => emails.map(({ tags }) => tags['row'] ?? '');
const sorted = (texts: readonly string[]) => texts.toSorted();

describe('an email provider that is down for three days', () => {
  it('holds up nobody, and then everything arrives once and in order', async () => {
    const before = (await host.mail()).length;
    await outage(true);
    const submitted = await Promise.all([1, 2, 3].map(() => host.submit()));
    const placed = await Promise.all([1, 2].map(() => placeAt(host, 'letter-of-intent')));
    const ids = [...submitted, ...placed].map(({ projectId }) => projectId);
    for (const projectId of ids) {
      await host.settle();
      await approve(projectId);
    }
    await host.advance('P3D');
    expect(await host.mail()).toHaveLength(before);
    for (const projectId of ids) {
      expect(await host.project(projectId)).toMatchObject({ stage: 'council-approval', phase: 'open' });
      expect(await host.execution(projectId)).toBe('RUNNING');
    }
    await outage(false);
    await host.advance('PT2H');
    for (const projectId of ids) {
      const sent = rowIds(await host.mailOf(projectId));
      const emails = (await rowsOf(projectId)).filter(({ errand }) => (errand as { kind: string }).kind === 'email');
      expect(sent).toEqual(sorted(emails.map(({ rowId }) => String(rowId))));
      expect(sent.length).toBeGreaterThanOrEqual(2);
      expect(new Set(emails.map(({ state }) => String(state)))).toEqual(new Set(['delivered']));
      // Asked less and less often, in the end every hour; what waits behind it is not tried at all.
      expect(Math.max(...emails.map(({ attempts }) => Number(attempts)))).toBeLessThan(90);
      expect(emails.filter(({ attempts }) => Number(attempts) > 1)).toHaveLength(1);
    }
  });

  it('lets no digest of those days get lost', async () => {
    const digests = (await host.mail()).filter(({ notice }) => notice === 'digest');
    expect(new Set(digests.map(({ tags, to }) => `${to} ${tags['row'] ?? ''}`)).size).toBe(digests.length);
  });
});

describe('words that a search finds a letter by', () => {
  const search = async (text: string): Promise<readonly string[]> => {
    const { body } = await host.ask<{ readonly entries: readonly { readonly projectId: string }[] }>(
      `/api/projects?zone=aqtobe&limit=100&q=${encodeURIComponent(text)}`,
      { as: 'officer' },
    );
    return body.entries.map(({ projectId }) => projectId);
  };

  it('are written behind the answer with the end of their row, and by nobody who read it before', async () => {
    const { company } = letterOf();
    const { projectId } = await placeAt(host, 'letter-of-intent', { company });
    const found = (name: string) => ({ zoneId: 'aqtobe', company, words: nameKeys(name) });
    const store = outboxStore(host.table, TableName, () => undefined);
    const row = waitingRow({ laneId: projectId, rowId: '900001-000' }, { kind: 'search' }, await host.settle());
    expect(await search(company.name)).toContain(projectId);
    // Done already: whoever read it before writes nothing any more.
    expect(await store.index(row, found('Zarafshon'), [])).toBe('gone');
    expect(await search('Zarafshon')).toEqual([]);
    expect((await rowsOf(projectId)).filter(({ errand }) => (errand as { kind: string }).kind === 'search')).toEqual(
      [],
    );
  });
});

describe('a row that nobody can read', () => {
  it('is set aside, and what comes before and after it goes on', async () => {
    const [one, other] = [await placeAt(host, 'letter-of-intent'), await placeAt(host, 'letter-of-intent')];
    const now = await host.settle();
    const poison = {
      ...keys.outbox(one.projectId, '000001-000'),
      errand: { kind: 'sacrifice' },
      state: 7,
      ...outboxIndex(one.projectId, now),
    };
    await host.table.send(new PutCommand({ TableName, Item: poison }));
    for (const { projectId } of [one, other]) await approve(projectId);
    await host.settle();
    for (const { projectId } of [one, other]) {
      expect(await host.project(projectId)).toMatchObject({ stage: 'council-approval', phase: 'open' });
      expect((await host.mailOf(projectId)).map(({ notice }) => notice)).toContain('stage-approved');
    }
    const { Item } = await host.table.send(
      new GetCommand({ TableName, Key: keys.outbox(one.projectId, '000001-000') }),
    );
    expect(Item).toMatchObject({ state: 'set-aside', because: 'unreadable' });
    expect(Item).not.toHaveProperty('outboxPk');
  });

  it('of a lane that belongs to nothing is set aside by the sweep', async () => {
    const now = await host.settle();
    const poison = { ...keys.outbox('nobody', '000001-000'), ...outboxIndex('nobody', now) };
    await host.table.send(new PutCommand({ TableName, Item: poison }));
    await host.advance('PT10M');
    const [row] = await rowsOf('nobody');
    expect(row).toMatchObject({ state: 'set-aside' });
  });
});

it('an email that can never be put together is tried on, and those behind it arrive', async () => {
  const { projectId } = await placeAt(host, 'letter-of-intent');
  const now = await host.settle();
  await host.table.send(new PutCommand({ TableName, Item: { ...keys.note(projectId, 'broken'), text: 7 } }));
  const notice = {
    notice: 'withdrawn',
    recipient: { to: 'office' },
    stage: 'letter-of-intent',
    noteId: 'broken',
  } as const;
  const row = {
    laneId: projectId,
    rowId: '000001-500',
    errand: { kind: 'email', notice },
    state: 'waiting',
    attempts: 0,
    createdAt: now,
    nextAttemptAt: now,
  } as const;
  await host.table.send(new PutCommand({ TableName, Item: outboxItem(row) }));
  await approve(projectId);
  await host.advance('PT3H');
  const told = async () => (await host.mailOf(projectId)).map((email) => email.notice);
  expect(await told()).toContain('stage-approved');
  expect(await told()).not.toContain('withdrawn');
  await host.table.send(new PutCommand({ TableName, Item: { ...keys.note(projectId, 'broken'), text: 'Mended.' } }));
  await host.advance('PT2H');
  expect(await told()).toContain('withdrawn');
});

describe('an errand that the stream forgot', () => {
  it('is done by the sweep', async () => {
    const { projectId } = await host.submit();
    const now = await host.settle();
    const [sent] = await host.mailOf(projectId);
    const { outboxPk, outboxSk } = outboxIndex(projectId, now) as { outboxPk: string; outboxSk: string };
    // A row that is there again without having been inserted: what a restored table looks like to the stream.
    await host.table.send(
      new UpdateCommand({
        TableName,
        Key: keys.outbox(projectId, sent?.tags['row'] ?? ''),
        UpdateExpression: 'SET #state = :waiting, nextAttemptAt = :now, outboxPk = :pk, outboxSk = :sk',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':waiting': 'waiting', ':now': now, ':pk': outboxPk, ':sk': outboxSk },
      }),
    );
    await host.settle();
    const count = async () => rowIds(await host.mailOf(projectId)).filter((row) => row === sent?.tags['row']).length;
    const early = await count();
    await host.advance('PT10M');
    // The provider of this machine knows the email and keeps it once; that the row was worked off says the table.
    expect([early, await count()]).toEqual([1, 1]);
    const { Item } = await host.table.send(
      new GetCommand({ TableName, Key: keys.outbox(projectId, sent?.tags['row'] ?? '') }),
    );
    expect(Item).toMatchObject({ attempts: 2 });
    expect(['sent', 'delivered']).toContain(Item?.['state']);
  });
});

describe('the answer to a task token', () => {
  const tokenKey = async (projectId: string): Promise<Key> => {
    const { Items = [] } = await host.table.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'PK = :pk AND begins_with(SK, :token)',
        ExpressionAttributeValues: { ':pk': `PROJECT#${projectId}`, ':token': 'TOKEN#stage' },
      }),
    );
    return { PK: String(Items[0]?.['PK']), SK: String(Items[0]?.['SK']) };
  };
  const tokenOf = async (Key: Key): Promise<string> =>
    String((await host.table.send(new GetCommand({ TableName, Key }))).Item?.['token']);

  it('that comes before the token is stored is given when it is', async () => {
    const { projectId } = await placeAt(host, 'letter-of-intent');
    const Key = await tokenKey(projectId);
    const taskToken = await tokenOf(Key);
    await host.table.send(new DeleteCommand({ TableName, Key }));
    await approve(projectId);
    await host.settle();
    expect(await host.project(projectId)).toMatchObject({ stage: 'council-approval', phase: 'entering' });
    const ports = {
      projects: projectStore(host.table, TableName),
      reference: referenceStore(host.table, TableName),
      tokens: taskTokens(host.table, TableName),
      outbox: outboxStore(host.table, TableName, () => undefined),
    };
    const enteredAt = new Date(await host.settle()).toISOString();
    await openAssignment(ports, {
      schemaVersion: 1,
      projectId,
      enteredAt,
      task: taskOf(taskToken),
      wait: 'stage',
      stage: 'letter-of-intent',
    });
    await host.settle();
    expect(await host.project(projectId)).toMatchObject({ stage: 'council-approval', phase: 'open' });
  });

  it('that the workflow refuses is given again until it takes it', async () => {
    const { projectId } = await placeAt(host, 'letter-of-intent');
    const Key = await tokenKey(projectId);
    const token = await tokenOf(Key);
    await host.table.send(new PutCommand({ TableName, Item: { ...Key, token: 'unreadable' } }));
    await approve(projectId);
    await host.advance('PT20M');
    expect(await host.project(projectId)).toMatchObject({ stage: 'council-approval', phase: 'entering' });
    await host.table.send(new PutCommand({ TableName, Item: { ...Key, token } }));
    await host.advance('PT2H');
    expect(await host.project(projectId)).toMatchObject({ stage: 'council-approval', phase: 'open' });
    expect((await rowsOf(projectId)).filter(({ errand }) => (errand as { kind: string }).kind === 'answer')).toEqual(
      [],
    );
  });

  it('is not given a second time when the workflow opens the same wait again', async () => {
    const { projectId } = await placeAt(host, 'letter-of-intent');
    const taskToken = await tokenOf(await tokenKey(projectId));
    await approve(projectId);
    const enteredAt = new Date(await host.settle()).toISOString();
    const ports = {
      projects: projectStore(host.table, TableName),
      reference: referenceStore(host.table, TableName),
      tokens: taskTokens(host.table, TableName),
      outbox: outboxStore(host.table, TableName, () => undefined),
    };
    const before = await host.project(projectId);
    for (let time = 0; time < 3; time += 1)
      await openAssignment(ports, {
        schemaVersion: 1,
        projectId,
        enteredAt,
        task: taskOf(taskToken),
        wait: 'stage',
        stage: 'letter-of-intent',
      });
    await host.settle();
    expect(await host.project(projectId)).toEqual(before);
    expect(await host.execution(projectId)).toBe('RUNNING');
  });
});

describe('an email that bounces', () => {
  it('opens one assignment for the office, which closes it', async () => {
    const { contact } = letterOf();
    const { projectId } = await host.submit({ contact: { ...contact, email: 'bounce-plant@example.org' } });
    await host.settle();
    const project = await host.project(projectId);
    const bounced = project.assignments.filter(({ kind }) => kind === 'bounced-email');
    expect(bounced).toHaveLength(1);
    const { body } = await host.ask<{ entries: { notice: string; state: string }[] }>(
      `/api/projects/${projectId}/emails`,
      { as: 'officer' },
    );
    expect(body.entries.find(({ notice }) => notice === 'receipt')?.state).toBe('bounced');
    await host.asStaff('officer', `/api/assignments/${bounced[0]?.assignmentId ?? ''}/decision`, {
      decision: { outcome: 'done', facts: {} },
    });
    expect(
      (await host.project(projectId)).assignments.filter(
        ({ kind, state }) => kind === 'bounced-email' && state === 'open',
      ),
    ).toEqual([]);
    expect(await linkFromMail(host, projectId, 'c.')).toMatch(/^c\./);
  });
});
