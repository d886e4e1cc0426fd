import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChangedView } from '#core/api/define.ts';
import { languages } from '#core/kernel/common.ts';
import { keyOf, type Count } from '#core/figures/figures.ts';
import { emailTextsOf } from '#core/texts/areas/emails.ts';
import { fill, textsOf } from '#core/texts/index.ts';
import { historyTexts } from '#core/texts/areas/history.ts';
import { trackingTexts } from '#core/texts/areas/tracking.ts';
import { countStore } from '#functions/adapters/table/count-store.ts';
import { countsAgree } from '#local/demo/checks.ts';
import { sharedHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { visitorOf } from '#test/support/staff-session.ts';
import { answer, drive, inStage, letterAt, openKinds, openOne, ready } from '#test/support/walk.ts';

let host: TestHost;
beforeAll(async () => {
  host = await sharedHost();
});
afterAll(() => host.close());

const reason = 'The decision was meant for another project.';
const act = (projectId: string, action: string, body: object, as = 'head') =>
  host.ask<ChangedView>(`/api/projects/${projectId}/${action}`, { as, body });
const terminate = (projectId: string) =>
  act(projectId, 'terminate', { reasonCode: 'not-started', reason: 'Nothing was built.' });
const counters = async (): Promise<readonly Count[]> =>
  (await countStore(host.table, host.endpoints.tableName).of('aqtobe'))
    .filter(({ amount }) => amount !== 0)
    .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
const mailTo = async (projectId: string, notice: string) =>
  (await host.mailOf(projectId)).filter((email) => email.notice === notice);

describe('an ending taken back', () => {
  it('D19: by the head, on the office’s pages: all are told, the counters are as before, and the project walks on', async () => {
    const { projectId, track } = await placeAt(host, 'contract-and-land');
    const before = [await counters(), openKinds(await host.project(projectId))];
    expect((await terminate(projectId)).status).toBe(200);
    await host.settle();
    expect(await counters()).not.toEqual(before[0]);
    expect(await host.execution(projectId)).toBe('SUCCEEDED');
    const head = await visitorOf(host, 'head');
    const form = `/office/projects/${projectId}/actions/reopen`;
    expect((await head.get(`/office/projects/${projectId}`)).text).toContain(`href="${form}"`);
    expect((await head.post(form, { step: 'check' })).status).toBe(400);
    const check = await head.post(form, { reason, step: 'check' });
    expect(check.status).toBe(200);
    for (const words of ['Your project goes on', 'The project goes on', reason]) expect(check.text).toContain(words);
    expect(await host.project(projectId)).toMatchObject({ phase: 'ended' });
    expect(await head.post(form, { reason, step: 'send' })).toMatchObject({
      status: 303,
      location: `/office/projects/${projectId}?done=acted`,
    });
    await host.settle();
    expect([await counters(), openKinds(await host.project(projectId))]).toEqual(before);
    expect(await countsAgree(host, 'officer', 'leadership', 'aqtobe')).toMatchObject({ holds: true });
    expect([await host.execution(projectId), await host.execution(projectId, 101)]).toEqual(['SUCCEEDED', 'RUNNING']);
    expect((await mailTo(projectId, 'reopened')).map(({ to }) => to.split('@')[0]?.replace(/-\d+$/, ''))).toEqual([
      'plant',
      'office',
      'land-department.aqtobe',
    ]);
    const history = await head.get(`/office/projects/${projectId}/history`);
    expect(history.text).toContain(
      fill(historyTexts('en').sentences.reopened, { stage: textsOf('en').stages['contract-and-land'] }),
    );
    expect(history.text).toContain(reason);
    const page = await (await visitorOf(host)).get(`/l/${track}`);
    expect(page.text).toContain(
      fill(trackingTexts('en').events.reopened, { stage: textsOf('en').stages['contract-and-land'] }),
    );
    expect(page.text).not.toContain(trackingTexts('en').ended);
    await drive(host, projectId, inStage('technical-conditions'));
    expect(await host.project(projectId)).toMatchObject({ stage: 'technical-conditions', phase: 'open' });
    expect(await host.execution(projectId, 101)).toBe('RUNNING');
  });

  it('D19: the last stage, approved by mistake, is decided again, and its closing counts once', async () => {
    const { projectId } = await placeAt(host, 'construction-start');
    await drive(host, projectId, ready('construction-start'));
    const before = await counters();
    const approve = async () =>
      answer(host, openOne(await host.project(projectId), 'office-decision'), { outcome: 'approved' });
    expect((await approve()).status).toBe(200);
    await host.settle();
    const started = await counters();
    expect(await host.project(projectId)).toMatchObject({
      ending: 'construction-started',
      allowedActions: expect.not.arrayContaining(['reopen']) as unknown,
    });
    expect((await act(projectId, 'reopen', { reason })).status).toBe(200);
    await host.settle();
    expect(await counters()).toEqual(before);
    expect(openKinds(await host.project(projectId))).toEqual(['office-decision']);
    expect((await approve()).status).toBe(200);
    await host.settle();
    expect(await counters()).toEqual(started);
    expect(await host.execution(projectId, 101)).toBe('SUCCEEDED');
  });

  it('D19: half of the lines were answered: these hold, the others are asked again and answer by their new links', async () => {
    const { projectId } = await placeAt(host, 'technical-conditions');
    const lines = openKinds(await host.project(projectId));
    const [first = ''] = lines.filter((kind) => kind.startsWith('technical-condition'));
    await drive(host, projectId, (project) => !openKinds(project).includes(first));
    const left = openKinds(await host.project(projectId));
    expect((await act(projectId, 'withdraw', {}, 'officer')).status).toBe(200);
    await host.settle();
    expect((await act(projectId, 'reopen', { reason })).status).toBe(200);
    await host.settle();
    expect(openKinds(await host.project(projectId))).toEqual(left);
    await drive(host, projectId, inStage('design-documentation'));
    expect(await host.project(projectId)).toMatchObject({ stage: 'design-documentation' });
  });

  it.each(languages)('D19: the investor reads that it goes on and why, in %s', async (language) => {
    const { projectId } = await letterAt(host, inStage('letter-of-intent'), [{}, language]);
    await terminate(projectId);
    expect((await act(projectId, 'reopen', { reason })).status).toBe(200);
    await host.settle();
    const [email] = (await mailTo(projectId, 'reopened')).filter(({ to }) => to.startsWith('plant-'));
    const stage = textsOf(language).stages['letter-of-intent'];
    for (const words of emailTextsOf(language).notices.reopened.investor.paragraphs)
      expect(email?.text.replaceAll(/\s+/g, ' ')).toContain(fill(words, { stage }));
    expect(email?.text).toContain(reason);
    expect(email?.text).not.toMatch(/\{|\}/);
  });

  it('D19: not by others, not without words, not twice, and no duplicate that goes on elsewhere', async () => {
    const { projectId, track } = await placeAt(host, 'letter-of-intent');
    expect((await act(projectId, 'reopen', { reason })).status).toBe(409);
    const kept = await placeAt(host, 'council-approval');
    expect((await act(projectId, 'merge', { into: kept.projectId }, 'officer')).status).toBe(200);
    expect((await act(projectId, 'reopen', { reason })).status).toBe(409);
    await terminate(kept.projectId);
    for (const as of ['officer', 'headquarters', 'leadership'])
      expect((await act(kept.projectId, 'reopen', { reason }, as)).status).toBe(403);
    expect((await host.ask(`/api/links/${track}/reopen`, { body: { reason } })).status).toBe(404);
    expect((await act(kept.projectId, 'reopen', { reason: ' ' })).status).toBe(400);
    expect((await act(kept.projectId, 'reopen', { reason })).status).toBe(200);
    expect((await act(kept.projectId, 'reopen', { reason })).status).toBe(409);
  });
});
