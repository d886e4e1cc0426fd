import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Decision } from '#core/stages/decision.ts';
import type { Problem } from '#core/api/views.ts';
import { goodAnswer } from '#local/demo/answers.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { answer, drive, holderLink, linkFromMail, openKinds, openOne, ready, today } from '#test/support/walk.ts';

let host: TestHost;
beforeAll(async () => {
  host = await openHost({ zones: ['aqtobe'] });
});
afterAll(() => host.close());

const one = { utilities: { power: { kilowatts: 900 } } };
const why = { reasonCode: 'no-capacity', reason: 'The substation is full.' } as const;

const settled = async (projectId: string) => {
  await host.settle();
  return host.project(projectId);
};
const power = async (projectId: string) => openOne(await settled(projectId), 'technical-condition', 'power');
const issue = async (): Promise<Decision> => goodAnswer('technical-condition', await today(host));
const last = async (projectId: string, notice: string) =>
  (await host.mailOf(projectId)).filter((email) => email.notice === notice).at(-1);

/** The rest of the stage, and the office's decision: the workflow goes on. */
async function goesOn(projectId: string): Promise<void> {
  await drive(host, projectId, ({ stage, phase }) => stage === 'design-documentation' && phase === 'open');
  expect(await host.execution(projectId)).toBe('RUNNING');
}

describe('a utility line', () => {
  it('is issued with conditions', async () => {
    const { projectId } = await placeAt(host, 'technical-conditions', one);
    const good = await issue();
    const facts = { ...('facts' in good ? good.facts : {}), conditions: 'A cable of its own.' };
    expect((await answer(host, await power(projectId), { outcome: 'issued-with-conditions', facts })).status).toBe(200);
    const project = await settled(projectId);
    expect(project.missing).toEqual([{ what: 'assignment', name: 'architectural-planning' }]);
    expect(await last(projectId, 'line-answered')).toMatchObject({ to: expect.stringContaining('plant-') });
    await goesOn(projectId);
  });

  it('is returned, mended by the investor, asked again and issued', async () => {
    const { projectId } = await placeAt(host, 'technical-conditions', one);
    await answer(host, await power(projectId), {
      outcome: 'returned',
      reasonCode: 'incomplete',
      reason: 'Which voltage?',
      daysToCure: 5,
    });
    const returned = await settled(projectId);
    expect(openKinds(returned)).toContain('cure power');
    expect((await last(projectId, 'correction'))?.text).toContain('Which voltage?');
    const link = await holderLink(host, openOne(returned, 'cure', 'power'));
    expect((await host.ask(`/api/links/${link}/correction`, { body: { note: '10 kV.' } })).status).toBe(200);
    const again = await power(projectId);
    expect(again.assignmentId).toContain('_4-1-2_');
    expect(
      (await host.mailOf(projectId)).filter(({ notice, to }) => notice === 'assignment' && to.startsWith('power.')),
    ).toHaveLength(2);
    expect((await answer(host, again, await issue())).status).toBe(200);
    await goesOn(projectId);
  });

  it('is refused, asked again by the office and issued', async () => {
    const { projectId } = await placeAt(host, 'technical-conditions', one);
    await answer(host, await power(projectId), { outcome: 'refused', ...why });
    const refused = await settled(projectId);
    expect(openKinds(refused)).toContain('refusal power');
    await answer(host, openOne(refused, 'refusal', 'power'), { outcome: 'asked-again', note: 'Half of it would do.' });
    await answer(host, await power(projectId), await issue());
    await goesOn(projectId);
  });

  it('is refused and then waived by the head, not by an officer', async () => {
    const { projectId } = await placeAt(host, 'technical-conditions', one);
    await answer(host, await power(projectId), { outcome: 'refused', ...why });
    const refusal = openOne(await settled(projectId), 'refusal', 'power');
    const body = { decision: { outcome: 'not-needed', reasonCode: 'not-needed', reason: 'A station of their own.' } };
    expect((await host.ask(`/api/assignments/${refusal.assignmentId}/decision`, { as: 'officer', body })).status).toBe(
      403,
    );
    expect((await host.ask(`/api/assignments/${refusal.assignmentId}/decision`, { as: 'head', body })).status).toBe(
      200,
    );
    await goesOn(projectId);
  });

  it('is waived by the head before its party has answered, and the party is spared', async () => {
    const { projectId } = await placeAt(host, 'technical-conditions', one);
    const line = await power(projectId);
    const link = await holderLink(host, line);
    const body = { decision: { outcome: 'not-needed', reasonCode: 'not-needed', reason: 'Not any more.' } };
    expect((await host.ask(`/api/assignments/${line.assignmentId}/decision`, { as: 'officer', body })).status).toBe(
      403,
    );
    expect((await host.ask(`/api/assignments/${line.assignmentId}/decision`, { as: 'head', body })).status).toBe(200);
    expect((await host.ask(`/api/links/${link}/decision`, { body: { decision: await issue() } })).status).toBe(409);
    await goesOn(projectId);
  });

  it('is suspended by its supplier, stands still, and runs on after the day that was named', async () => {
    const { projectId } = await placeAt(host, 'technical-conditions', one);
    const before = await power(projectId);
    await answer(host, before, {
      outcome: 'suspended',
      reasonCode: 'supplier-late',
      reason: 'Repairs.',
      until: '2026-02-02',
    });
    expect(await power(projectId)).toMatchObject({ state: 'paused', due: before.due });
    expect((await last(projectId, 'line-answered'))?.to).toContain('plant-');
    await host.advance('P60D');
    const after = await power(projectId);
    expect(after).toMatchObject({ assignmentId: before.assignmentId, state: 'open', baselineDue: before.baselineDue });
    expect(after.due > '2026-02-02').toBe(true);
    expect((await answer(host, after, await issue())).status).toBe(200);
    await goesOn(projectId);
  });

  it('cannot be suspended until a day that has passed', async () => {
    const { projectId } = await placeAt(host, 'technical-conditions', one);
    const reply = await answer(host, await power(projectId), {
      outcome: 'suspended',
      reasonCode: 'supplier-late',
      reason: 'x',
      until: '2025-12-01',
    });
    expect(reply).toMatchObject({ status: 400, body: { issues: [{ path: 'decision.until', code: 'not-in-future' }] } });
  });

  it('takes no facts that are not what was asked', async () => {
    const { projectId } = await placeAt(host, 'technical-conditions', one);
    const reply = await answer(host, await power(projectId), {
      outcome: 'issued',
      facts: { issuedNumber: '1', issuedDate: 'soon' },
    });
    expect(reply.status).toBe(400);
    const fields = (reply.body as Problem).issues?.map(({ path }) => path);
    expect(fields).toEqual(
      expect.arrayContaining(['decision.facts.issuedDate', 'decision.facts.validUntil', 'decision.facts.capacity']),
    );
    const other = await answer(host, await power(projectId), { outcome: 'approved' });
    expect(other).toMatchObject({ status: 400, body: { issues: [{ path: 'decision.outcome' }] } });
  });
});

describe('an answer that came on paper', () => {
  it('is recorded by an officer with its number and date, and the party is told', async () => {
    const { projectId } = await placeAt(host, 'technical-conditions', one);
    const { assignmentId } = await power(projectId);
    const body = { decision: await issue(), onBehalf: { number: '05-12/88', date: '2025-12-12' } };
    expect((await host.ask(`/api/assignments/${assignmentId}/decision`, { as: 'officer', body })).status).toBe(200);
    const project = await settled(projectId);
    expect(project.assignments.find((found) => found.assignmentId === assignmentId)?.answer).toMatchObject({
      outcome: 'issued',
      onBehalf: true,
      by: 'staff',
      personId: 'demo-officer',
    });
    expect(await last(projectId, 'answer-recorded')).toMatchObject({ to: 'power.aqtobe@example.org', language: 'ru' });
    await goesOn(projectId);
  });

  it('is not recorded by leadership, nor by an officer as if it were their own', async () => {
    const { projectId } = await placeAt(host, 'technical-conditions', one);
    const { assignmentId } = await power(projectId);
    const decision = await issue();
    expect(
      (
        await host.ask(`/api/assignments/${assignmentId}/decision`, {
          as: 'leadership',
          body: { decision, onBehalf: { number: '1', date: '2025-12-12' } },
        })
      ).status,
    ).toBe(403);
    expect(
      (await host.ask(`/api/assignments/${assignmentId}/decision`, { as: 'officer', body: { decision } })).status,
    ).toBe(403);
  });

  it('of the investor too', async () => {
    const { projectId } = await placeAt(host, 'design-documentation');
    const { assignmentId } = openOne(await settled(projectId), 'documentation');
    const decision = goodAnswer('documentation', await today(host));
    expect(
      (
        await host.ask(`/api/assignments/${assignmentId}/decision`, {
          as: 'officer',
          body: { decision, onBehalf: { number: '3', date: '2025-12-12' } },
        })
      ).status,
    ).toBe(200);
    expect(openKinds(await settled(projectId))).toContain('documentation-check');
    expect(await last(projectId, 'answer-recorded')).toMatchObject({ to: expect.stringContaining('plant-') });
  });
});

describe('what a party refuses or returns elsewhere', () => {
  it.each([
    ['plot', 'contract-and-land', 'refused'],
    ['architectural-planning', 'technical-conditions', 'refused'],
    ['expertise', 'expertise', 'refused'],
    ['expertise', 'expertise', 'returned'],
    ['financing', 'expertise', 'refused'],
  ] as const)('%s in %s %s: it is asked again, and the stage can be decided', async (kind, stage, outcome) => {
    const { projectId } = await placeAt(host, stage, one);
    const decision: Decision =
      outcome === 'refused'
        ? { outcome, ...why }
        : { outcome, reasonCode: 'remarks', reason: 'Remarks.', daysToCure: 10 };
    expect((await answer(host, openOne(await settled(projectId), kind), decision)).status).toBe(200);
    const asked = await settled(projectId);
    if (outcome === 'refused') {
      const refusal = openOne(asked, 'refusal');
      const waive = await host.ask(`/api/assignments/${refusal.assignmentId}/decision`, {
        as: 'head',
        body: { decision: { outcome: 'not-needed', reasonCode: 'not-needed', reason: 'x' } },
      });
      expect(waive.status).toBe(stage === 'technical-conditions' ? 400 : 409);
      expect((await answer(host, refusal, { outcome: 'asked-again' })).status).toBe(200);
    } else {
      expect(
        (
          await host.ask(`/api/links/${await linkFromMail(host, projectId, 't.')}/correction`, {
            body: { note: 'Mended.' },
          })
        ).status,
      ).toBe(200);
    }
    expect(openKinds(await settled(projectId))).toContain(kind);
    await drive(host, projectId, ready(stage));
  });
});
