import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Decision } from '#core/stages/decision.ts';
import type { EventPage, Problem } from '#core/api/views.ts';
import type * as z from 'zod/mini';
import { nextStage, stageIds, type StageId } from '#core/stages/stage-id.ts';
import { sharedHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { answer, drive, holderLink, openKinds, openOne, ready } from '#test/support/walk.ts';

let host: TestHost;
beforeAll(async () => {
  host = await sharedHost();
});
afterAll(() => host.close());

const returned: Decision = {
  outcome: 'returned',
  reasonCode: 'incomplete',
  reason: 'The statements of 2024 are missing.',
  daysToCure: 5,
};
const rejected: Decision = {
  outcome: 'rejected',
  reasonCode: 'not-priority',
  reason: 'Not among the priorities.',
  appeal: 'To the akimat within 20 days.',
};
const sentBack = (to: StageId): Decision => ({
  outcome: 'sent-back',
  to,
  reasonCode: 'inaccurate',
  reason: 'The figures have changed.',
});

const officeDecides = async (projectId: string, decision: Decision, as = 'head') => {
  const { assignmentId } = openOne(await host.project(projectId), 'office-decision');
  const reply = await host.ask<Problem>(`/api/assignments/${assignmentId}/decision`, { as, body: { decision } });
  await host.settle();
  return reply;
};
const noticesTo = async (projectId: string, to: string) =>
  (await host.mailOf(projectId)).filter((email) => email.to.startsWith(to)).map(({ notice }) => notice);
const isGapless = async (projectId: string) => {
  const {
    body: { entries },
  } = await host.ask<z.infer<typeof EventPage>>(`/api/projects/${projectId}/events?limit=100`, { as: 'officer' });
  return entries.every(({ sequence }, at) => sequence === at + 1);
};

// Side by side: no project may notice another.
describe.concurrent.each(stageIds)('at %s', (stage) => {
  it('a return asks the investor, whose correction brings the stage back', async () => {
    const { projectId } = await placeAt(host, stage);
    const before = openKinds(await host.project(projectId));
    expect((await officeDecides(projectId, returned)).status).toBe(200);
    const correcting = await host.project(projectId);
    expect(correcting).toMatchObject({ stage, phase: 'correcting' });
    expect(openKinds(correcting)).toEqual(['correction']);
    expect(await noticesTo(projectId, 'plant-')).toContain('correction');
    const link = await holderLink(host, openOne(correcting, 'correction'));
    expect((await host.ask(`/api/links/${link}/correction`, { body: { note: 'Attached now.' } })).status).toBe(200);
    await host.settle();
    const again = await host.project(projectId);
    expect(again).toMatchObject({ stage, phase: 'open' });
    expect(again.stages.find((one) => one.stage === stage)).toMatchObject({ round: 2, state: 'running' });
    expect(openKinds(again)).toEqual(before);
    expect(await noticesTo(projectId, 'office@')).toContain('corrected');
    expect(await host.execution(projectId)).toBe('RUNNING');
    expect((await host.ask(`/api/links/${link}/correction`, { body: { note: 'Once more.' } })).status).toBe(409);
    expect(await isGapless(projectId)).toBe(true);
  });

  it('the investor withdraws by link, and all that was asked is closed', async () => {
    const { projectId, track } = await placeAt(host, stage);
    const parties = (await host.project(projectId)).assignments.filter(({ holder }) => holder.kind === 'party');
    expect((await host.ask(`/api/links/${track}/withdraw`, { body: { reason: 'Another site.' } })).status).toBe(200);
    await host.settle();
    const project = await host.project(projectId);
    expect(project).toMatchObject({ phase: 'ended', ending: 'withdrawn', holders: [] });
    expect(openKinds(project)).toEqual([]);
    expect(await noticesTo(projectId, 'plant-')).toContain('withdrawn');
    expect((await host.mailOf(projectId)).filter(({ notice }) => notice === 'assignment-closed')).toHaveLength(
      parties.length + (['council-approval', 'design-documentation', 'construction-start'].includes(stage) ? 1 : 0),
    );
    expect(await host.execution(projectId)).toBe('SUCCEEDED');
    expect((await host.ask(`/api/links/${track}/withdraw`, { body: {} })).status).toBe(409);
  });

  it.each([
    ['an officer records that the investor withdraws', 'officer', 'withdraw', {}, 'withdrawn'],
    [
      'the head terminates',
      'head',
      'terminate',
      { reasonCode: 'not-started', reason: 'Nothing was built.' },
      'terminated',
    ],
  ] as const)('%s', async (_, as, action, body, ending) => {
    const { projectId } = await placeAt(host, stage);
    expect((await host.ask(`/api/projects/${projectId}/${action}`, { as, body })).status).toBe(200);
    await host.settle();
    expect(await host.project(projectId)).toMatchObject({ phase: 'ended', ending });
    expect(await host.execution(projectId)).toBe('SUCCEEDED');
    expect(await noticesTo(projectId, 'plant-')).toContain(ending);
    expect(
      await host.ask<Problem>(`/api/projects/${projectId}/terminate`, {
        as: 'head',
        body: { reasonCode: 'other', reason: 'Again.' },
      }),
    ).toMatchObject({ status: 409, body: { state: ending } });
  });

  const mayReject = ['letter-of-intent', 'council-approval', 'contract-and-land'].includes(stage);
  it(mayReject ? 'a rejection with its appeal route ends the project' : 'a rejection comes too late', async () => {
    const { projectId } = await placeAt(host, stage);
    const reply = await officeDecides(projectId, rejected);
    if (!mayReject)
      return expect(reply).toMatchObject({ status: 409, body: { type: 'urn:zholkarta:problem:not-allowed' } });
    expect(reply.status).toBe(200);
    expect(await host.project(projectId)).toMatchObject({ ending: 'rejected' });
    expect(await host.execution(projectId)).toBe('SUCCEEDED');
    const [email] = (await host.mailOf(projectId)).filter(({ notice }) => notice === 'rejected');
    expect(email?.text).toContain('To the akimat within 20 days.');
  });

  it.each(stageIds.slice(0, stageIds.indexOf(stage)))(
    'the head sends back to %s, and the path goes on from there',
    async (earlier) => {
      const { projectId } = await placeAt(host, stage);
      expect((await officeDecides(projectId, sentBack(earlier))).status).toBe(200);
      const project = await host.project(projectId);
      expect(project).toMatchObject({ stage: earlier, phase: 'open' });
      expect(project.assignments.filter((one) => one.state === 'open').every((one) => one.stage === earlier)).toBe(
        true,
      );
      expect(await noticesTo(projectId, 'plant-')).toContain('sent-back');
      expect(await host.execution(projectId)).toBe('RUNNING');
    },
  );

  it('nobody sends back to where it stands or further on', async () => {
    const { projectId } = await placeAt(host, stage);
    const reply = await officeDecides(projectId, sentBack(stage));
    expect(reply).toMatchObject(
      stage === 'letter-of-intent' ? { status: 409 } : { status: 400, body: { issues: [{ path: 'decision.to' }] } },
    );
  });

  it('an approval needs everything, says what is missing, and then leads on', async () => {
    const { projectId } = await placeAt(host, stage);
    const { missing } = await host.project(projectId);
    const early = await officeDecides(projectId, { outcome: 'approved' });
    if (stage !== 'letter-of-intent')
      expect(early).toMatchObject({ status: 409, body: { type: 'urn:zholkarta:problem:gate-closed', missing } });
    await drive(
      host,
      projectId,
      (project) => ready(stage)(project) || project.stage !== stage || project.phase === 'ended',
    );
    if (stage !== 'letter-of-intent') {
      const withConditions = ['council-approval', 'technical-conditions', 'expertise'].includes(stage);
      expect(
        (
          await officeDecides(
            projectId,
            withConditions
              ? { outcome: 'approved-with-conditions', conditions: 'Within the noise limits.' }
              : { outcome: 'approved' },
          )
        ).status,
      ).toBe(200);
      if (withConditions)
        expect(
          (await host.mailOf(projectId)).filter(({ notice }) => notice === 'stage-approved').at(-1)?.text,
        ).toContain('Within the noise limits.');
    }
    const next = nextStage(stage);
    expect(await host.project(projectId)).toMatchObject(
      next === undefined ? { ending: 'construction-started' } : { stage: next, phase: 'open' },
    );
    expect(await host.execution(projectId)).toBe(next === undefined ? 'SUCCEEDED' : 'RUNNING');
  });
});

it('what was settled before a send-back is asked anew when the path comes by again', async () => {
  const { projectId } = await placeAt(host, 'contract-and-land');
  await drive(host, projectId, ready('contract-and-land'));
  await officeDecides(projectId, sentBack('council-approval'));
  await drive(host, projectId, (project) => project.stage === 'contract-and-land' && project.phase === 'open');
  const project = await host.project(projectId);
  expect(project.missing.map(({ name }) => name).toSorted()).toEqual(['contract', 'plot', 'register-entry']);
  expect(openKinds(project).toSorted()).toEqual(['contract', 'office-decision', 'plot']);
});

it('a correction sent twice at once counts once', async () => {
  const { projectId } = await placeAt(host, 'council-approval');
  await officeDecides(projectId, returned);
  const correction = openOne(await host.project(projectId), 'correction');
  const link = await holderLink(host, correction);
  const replies = await Promise.all(
    [1, 2, 3].map(() => host.ask(`/api/links/${link}/correction`, { body: { note: 'Done.' } })),
  );
  // The same words once more are the first ones.
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
  await host.settle();
  expect((await host.project(projectId)).stages[1]?.round).toBe(2);
});

it('the party whose assignment was closed by a send-back is told, and its link answers no more', async () => {
  const { projectId } = await placeAt(host, 'technical-conditions');
  const line = openOne(await host.project(projectId), 'technical-condition', 'power');
  await officeDecides(projectId, sentBack('contract-and-land'));
  expect(await noticesTo(projectId, 'power.')).toEqual(['assignment', 'assignment-closed']);
  const late = await answer(host, line, { outcome: 'refused', reasonCode: 'no-capacity', reason: 'x' });
  expect(late.status).toBe(409);
});
