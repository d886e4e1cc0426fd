import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChangedView } from '#core/api/define.ts';
import type { Problem } from '#core/api/views.ts';
import { sharedHost, type TestHost } from '#test/support/host.ts';
import { placeAt, placeToCheck } from '#test/support/place.ts';
import { goodAnswer } from '#local/demo/answers.ts';
import { answer, holderLink, letterAt, openOne, ready, today } from '#test/support/walk.ts';

let host: TestHost;
beforeAll(async () => {
  host = await sharedHost();
});
afterAll(() => host.close());

const decide = (account: string, assignmentId: string, decision: object) =>
  host.ask<ChangedView & Problem>(`/api/assignments/${assignmentId}/decision`, { as: account, body: { decision } });
const rejection = {
  outcome: 'rejected',
  reasonCode: 'not-priority',
  reason: 'Not among the priorities.',
  appeal: 'To the akimat within 20 days.',
};

describe('two officers who decide at once', () => {
  it('one wins, the other is told what won', async () => {
    const {
      assignments: [intake],
      projectId,
    } = await letterAt(host, ({ phase }) => phase === 'open');
    const assignmentId = intake?.assignmentId ?? '';
    const replies = await Promise.all([
      decide('officer', assignmentId, { outcome: 'approved' }),
      decide('head', assignmentId, rejection),
    ]);
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const won = replies[0]?.status === 200 ? 'approved' : 'rejected';
    const lost = replies.find(({ status }) => status === 409);
    expect(lost?.body).toMatchObject({ type: 'urn:zholkarta:problem:conflict', state: won });
    await host.settle();
    const project = await host.project(projectId);
    expect(lost?.body.version).toBeLessThanOrEqual(project.version);
    expect(project).toMatchObject(
      won === 'approved' ? { stage: 'council-approval', phase: 'open' } : { ending: 'rejected' },
    );
  });

  it('of twenty at once one wins', async () => {
    const { projectId } = await placeAt(host, 'letter-of-intent');
    const { assignmentId } = openOne(await host.project(projectId), 'office-decision');
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        decide(at % 2 === 0 ? 'officer' : 'head', assignmentId, { outcome: 'approved' }),
      ),
    );
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(replies.filter(({ status, body }) => status === 409 && body.state === 'approved')).toHaveLength(19);
    await host.settle();
    const mail = await host.mailOf(projectId);
    expect(mail.filter(({ notice }) => notice === 'stage-approved')).toHaveLength(1);
  });
});

it('a second click is told what the first one did', async () => {
  const { projectId } = await placeAt(host, 'letter-of-intent');
  const { assignmentId } = openOne(await host.project(projectId), 'office-decision');
  expect((await decide('officer', assignmentId, { outcome: 'approved' })).status).toBe(200);
  expect(await decide('officer', assignmentId, { outcome: 'approved' })).toMatchObject({
    status: 409,
    body: { state: 'approved' },
  });
});

it('a decision on a state that has changed since it was looked at does not count', async () => {
  const { projectId } = await placeToCheck(host);
  const looked = await host.project(projectId);
  const { assignmentId } = openOne(looked, 'office-decision');
  await answer(host, openOne(looked, 'document-check'), goodAnswer('document-check', await today(host)));
  const stale = await decide('head', assignmentId, {
    outcome: 'returned',
    reasonCode: 'incomplete',
    reason: 'x',
    daysToCure: 3,
    version: looked.version,
  });
  expect(stale).toMatchObject({ status: 409, body: { state: 'open' } });
  expect(stale.body.version).toBeGreaterThan(looked.version);
});

it('a party that clicks twice answers once', async () => {
  const { projectId } = await placeAt(host, 'technical-conditions', { utilities: { power: { kilowatts: 10 } } });
  const line = openOne(await host.project(projectId), 'technical-condition', 'power');
  const decision = goodAnswer('technical-condition', await today(host));
  const link = await holderLink(host, line);
  const replies = await Promise.all(
    Array.from({ length: 5 }, () => host.ask(`/api/links/${link}/decision`, { body: { decision } })),
  );
  // The same answer once more is the first one.
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  const {
    body: { entries },
  } = await host.ask<{ entries: readonly { body: { type: string; assignmentId?: string } }[] }>(
    `/api/projects/${projectId}/events?limit=100`,
    { as: 'officer' },
  );
  expect(
    entries.filter(({ body }) => body.type === 'assignment-answered' && body.assignmentId === line.assignmentId),
  ).toHaveLength(1);
});

it('a party and an officer who records its letter at once: one wins', async () => {
  const { projectId } = await placeAt(host, 'technical-conditions', { utilities: { gas: { cubicMetresPerHour: 10 } } });
  const line = openOne(await host.project(projectId), 'technical-condition', 'gas');
  const decision = goodAnswer('technical-condition', await today(host));
  const link = await holderLink(host, line);
  const replies = await Promise.all([
    host.ask(`/api/links/${link}/decision`, { body: { decision } }),
    host.ask(`/api/assignments/${line.assignmentId}/decision`, {
      as: 'officer',
      body: { decision, onBehalf: { number: '7', date: '2025-12-12' } },
    }),
  ]);
  expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409]);
});

it('different lines answered at once are all kept', async () => {
  const { projectId } = await placeAt(host, 'technical-conditions');
  const project = await host.project(projectId);
  const decision = goodAnswer('technical-condition', await today(host));
  const lines = project.lines.map((line) => openOne(project, 'technical-condition', line));
  const replies = await Promise.all(lines.map((line) => answer(host, line, decision)));
  expect(replies.map(({ status }) => status)).toEqual(lines.map(() => 200));
  await answer(
    host,
    openOne(project, 'architectural-planning'),
    goodAnswer('architectural-planning', await today(host)),
  );
  await host.settle();
  expect(ready('technical-conditions')(await host.project(projectId))).toBe(true);
});
