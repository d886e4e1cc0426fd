import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import type { DocketPage, PipelineView } from '#core/api/views.ts';
import { languages, type Language } from '#core/kernel/common.ts';
import { addDays } from '#core/calendar/local-date.ts';
import { docketTexts } from '#core/texts/areas/docket.ts';
import { emailTextsOf } from '#core/texts/areas/emails.ts';
import { dateText } from '#core/texts/index.ts';
import { factsOn } from '#local/demo/answers.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { placeAt, type Placed } from '#test/support/place.ts';
import { visitorOf } from '#test/support/staff-session.ts';
import { answer, drive, openOne, ready, today } from '#test/support/walk.ts';

let host: TestHost;
beforeAll(async () => {
  host = await openHost({ zones: ['aqtobe', 'kokand'] });
});
afterAll(() => host.close());

/** A contract that is signed today; its construction is to begin in so many days. */
async function underContract(days: number, language: Language = 'en'): Promise<Placed & { readonly startBy: string }> {
  const placed = await placeAt(host, 'contract-and-land', {}, language);
  const startBy = addDays(await today(host), days);
  const facts = { ...factsOn(await today(host), 'contract'), startBy };
  const { status } = await answer(host, openOne(await host.project(placed.projectId), 'contract'), {
    outcome: 'done',
    facts,
  });
  expect(status).toBe(200);
  await drive(host, placed.projectId, ({ stage }) => stage === 'technical-conditions');
  return { ...placed, startBy };
}

const act = (projectId: string, body: object, as = 'head') =>
  host.ask<{ readonly because?: string }>(`/api/projects/${projectId}/docket`, { as, body });
const docketOf = async (projectId: string) => (await host.project(projectId)).docket;
const mailOf = async (projectId: string, notice: string) => {
  await host.settle();
  return (await host.mailOf(projectId)).filter((email) => email.notice === notice);
};
const listed = async () =>
  (await host.ask<z.infer<typeof DocketPage>>('/api/dockets?zone=aqtobe', { as: 'leadership' })).body.entries;
/** Whether a digest of the officer has named a step. */
const digested = async (step: string) =>
  (await host.mail()).some(
    ({ notice, to, text }) =>
      notice === 'digest' && to === 'officer@example.org' && text.replaceAll(/\s+/g, ' ').includes(step),
  );
const frozen = async () =>
  (await host.ask<PipelineView>('/api/pipeline?zone=aqtobe', { as: 'leadership' })).body.zones[0]?.frozen ?? [];
const words = 'Nothing has been built on the plot.';
const told = ['tax-body-told', 'centre-told', 'akimat-told'] as const;

/** The term has passed, and the office has drawn up the act of breach. */
async function inBreach(): Promise<Placed & { readonly on: string }> {
  const placed = await underContract(20);
  // Past any holidays: a docket opens on a working day.
  await host.advance('P30D');
  const on = await today(host);
  expect(
    (await act(placed.projectId, { step: 'act-of-breach', number: 'A-1', on, cureDays: 10, words }, 'officer')).status,
  ).toBe(200);
  return { ...placed, on };
}

describe('a contract whose construction does not begin', () => {
  it('from the reminder to a free plot: each step with its paper, told and counted', async () => {
    const { projectId, track, startBy } = await underContract(40);
    await host.advance('P18D');
    expect([await mailOf(projectId, 'start-reminder'), await frozen()]).toEqual([[], []]);
    await host.advance('P7D');
    const [reminder] = await mailOf(projectId, 'start-reminder');
    expect(reminder?.text.replaceAll(/\s+/g, ' ')).toContain(dateText('en', startBy));
    expect(reminder?.text.replaceAll(/\s+/g, ' ')).toContain(docketTexts('en').articles['20-2']);
    expect(await digested(docketTexts('kk').steps.reminder)).toBe(true);
    expect((await act(projectId, { step: 'open', words }, 'officer')).status).toBe(409);

    await host.advance('P18D');
    expect(await docketOf(projectId)).toMatchObject({
      state: 'open',
      frozenSince: addDays(startBy, 1),
      next: [{ step: 'act-of-breach' }],
    });
    expect(await listed()).toMatchObject([
      { projectId, plot: '02-036-158-1042', hectares: 4.5, frozenSince: addDays(startBy, 1) },
    ]);
    expect(await frozen()).toEqual([{ since: addDays(startBy, 1).slice(0, 7), projects: 1, hectares: 4.5 }]);
    const on = await today(host);
    expect(await digested(docketTexts('kk').steps['act-of-breach'])).toBe(true);
    const cure = { step: 'act-of-breach', number: 'A-1', on, cureDays: 30, words };
    for (const [body, as, status] of [
      [{ step: 'decision', number: 'R-1', on, ground: 'not-cured', words }, 'head', 409],
      [{ ...cure, cureDays: 61 }, 'officer', 400],
      [{ ...cure, on: addDays(on, 1) }, 'officer', 400],
      [{ ...cure, on: startBy }, 'officer', 400],
      [cure, 'leadership', 403],
      [cure, 'headquarters', 403],
      [cure, 'officer', 200],
      [cure, 'officer', 200],
      [{ step: 'decision', number: 'R-1', on, ground: 'not-cured', words }, 'officer', 403],
      [{ step: 'decision', number: 'R-1', on, ground: 'not-cured', words }, 'head', 400],
      [{ step: 'contract-ended', number: 'E-1', on }, 'head', 409],
    ] as const)
      expect([body.step, as, (await act(projectId, body, as)).status]).toEqual([body.step, as, status]);
    expect(await mailOf(projectId, 'breach-act')).toHaveLength(1);
    expect(
      (
        await host.ask(`/api/projects/${projectId}/terminate`, {
          as: 'head',
          body: { reasonCode: 'not-started', reason: words },
        })
      ).status,
    ).toBe(409);

    await host.advance('P31D');
    const decidedOn = await today(host);
    expect(
      (await act(projectId, { step: 'decision', number: 'R-1', on: decidedOn, ground: 'not-cured', words })).status,
    ).toBe(200);
    const [decision] = await mailOf(projectId, 'docket-decided');
    expect(decision?.text.replaceAll(/\s+/g, ' ')).toContain(docketTexts('en').articles['20-3']);
    expect(
      (await act(projectId, { step: 'contract-ended', number: 'E-1', on: decidedOn, pledgee: 'Bank of the Steppe' }))
        .status,
    ).toBe(200);
    await host.settle();
    expect(await host.project(projectId)).toMatchObject({ phase: 'ended', ending: 'terminated' });
    expect(await host.execution(projectId)).toBe('SUCCEEDED');
    expect([
      (await mailOf(projectId, 'contract-ended')).length,
      (await mailOf(projectId, 'terminated')).length,
    ]).toEqual([1, 0]);
    expect((await frozen())[0]?.projects).toBe(1);

    await host.advance('P7D');
    expect((await docketOf(projectId))?.next[0]?.late).toBeGreaterThan(0);
    expect((await act(projectId, { step: 'pledgee-told', number: 'P-1', on: decidedOn })).status).toBe(409);
    for (const step of [...told, 'pledgee-told', 'entry-annulled', 'plot-free'])
      expect([step, (await act(projectId, { step, number: step, on: decidedOn }, 'officer')).status]).toEqual([
        step,
        200,
      ]);
    expect([await listed(), await frozen(), (await docketOf(projectId))?.state]).toEqual([[], [], 'done']);
    expect((await host.ask(`/api/projects/${projectId}/reopen`, { as: 'head', body: { reason: words } })).status).toBe(
      409,
    );
    const page = (await (await visitorOf(host)).get(`/l/${track}`)).text;
    expect(page).toContain(docketTexts('en').steps['contract-ended']);
    expect(page).not.toContain('Bank of the Steppe');
    const history = (await (await visitorOf(host, 'head')).get(`/office/projects/${projectId}/history`)).text;
    for (const step of ['act-of-breach', ...told, 'plot-free'] as const)
      expect(history).toContain(docketTexts('en').steps[step]);
  });

  it('is cured: the start has another day, and the project goes on', async () => {
    const { projectId, on } = await inBreach();
    const cured = { step: 'close', because: 'cured', number: 'C-1', on, startBy: addDays(on, 60), words };
    expect((await act(projectId, cured, 'officer')).status).toBe(403);
    expect((await act(projectId, { ...cured, startBy: on })).status).toBe(400);
    expect((await act(projectId, cured)).status).toBe(200);
    expect(await docketOf(projectId)).toMatchObject({ state: 'closed', contract: { startBy: addDays(on, 60) } });
    expect([await mailOf(projectId, 'docket-closed'), await frozen()]).toMatchObject([[{}], []]);
    await host.advance('P70D');
    expect(await docketOf(projectId)).toMatchObject({ state: 'open', steps: [] });
    expect(
      (
        await act(projectId, {
          ...cured,
          number: 'C-2',
          on: await today(host),
          startBy: addDays(await today(host), 900),
        })
      ).status,
    ).toBe(200);
  });

  it('begins meanwhile', async () => {
    const { projectId } = await inBreach();
    await drive(host, projectId, ready('construction-start'));
    expect(await docketOf(projectId)).toMatchObject({ state: 'open' });
    expect(
      (await answer(host, openOne(await host.project(projectId), 'office-decision'), { outcome: 'approved' })).status,
    ).toBe(200);
    expect(await host.project(projectId)).toMatchObject({
      ending: 'construction-started',
      docket: { state: 'closed', closed: { because: 'started' } },
    });
    expect(await frozen()).toEqual([]);
  });

  it('an end taken back stands at its decision, and the plot is still frozen', async () => {
    const { projectId, on } = await inBreach();
    await host.advance('P12D');
    const day = await today(host);
    expect(
      (await act(projectId, { step: 'decision', number: 'R-1', on: day, ground: 'not-cured', words })).status,
    ).toBe(200);
    expect((await act(projectId, { step: 'contract-ended', number: 'E-1', on: day })).status).toBe(200);
    await host.settle();
    expect((await host.ask(`/api/projects/${projectId}/reopen`, { as: 'head', body: { reason: words } })).status).toBe(
      200,
    );
    await host.settle();
    expect(await docketOf(projectId)).toMatchObject({ state: 'open', next: [{ step: 'contract-ended' }] });
    expect((await frozen())[0]?.projects).toBe(1);
    expect(
      (
        await act(projectId, {
          step: 'close',
          because: 'no-breach',
          number: 'N',
          on: day,
          startBy: addDays(on, 900),
          words,
        })
      ).status,
    ).toBe(200);
  });

  it.each(languages)('the investor is reminded in %s', async (language) => {
    const { projectId } = await underContract(8, language);
    await host.advance('P14D');
    const [email] = await mailOf(projectId, 'start-reminder');
    const text = email?.text.replaceAll(/\s+/g, ' ') ?? '';
    const [first = ''] = emailTextsOf(language).notices['start-reminder'].investor.paragraphs;
    expect(text).toContain(first);
    expect(text).toContain(docketTexts(language).articles['20-2']);
    expect(text).not.toMatch(/[{}]|undefined/);
  });
});

describe('the pages of a docket', () => {
  it('the office takes a step through its form, with the email it will send; leadership reads and takes none', async () => {
    const { projectId } = await underContract(3);
    await host.advance('P13D');
    const on = await today(host);
    const [officer, leader] = [await visitorOf(host, 'officer'), await visitorOf(host, 'leadership')];
    const form = `/office/projects/${projectId}/docket?do=act-of-breach`;
    expect((await officer.get(`/office/projects/${projectId}`)).text).toContain(`href="${form}"`);
    const seen = (await leader.get(`/office/projects/${projectId}`)).text;
    expect([seen.includes(docketTexts('en').heading), seen.includes(form)]).toEqual([true, false]);
    expect((await leader.get(form)).status).toBe(403);
    const empty = await officer.post(form, { step: 'check' });
    expect(empty.status).toBe(400);
    const typed = { number: 'A-9', on, cureDays: '60', words };
    const check = await officer.post(form, { ...typed, step: 'check' });
    expect([check.status, check.text.includes(dateText('en', addDays(on, 60))), check.text.includes(words)]).toEqual([
      200,
      true,
      true,
    ]);
    expect(await docketOf(projectId)).toMatchObject({ steps: [] });
    expect((await officer.post(form, { ...typed, step: 'send' })).status).toBe(303);
    expect(await docketOf(projectId)).toMatchObject({
      steps: [{ step: 'act-of-breach', number: 'A-9', cureUntil: addDays(on, 60) }],
    });
    const list = (await leader.get('/region/dockets?zone=aqtobe')).text;
    expect([list.includes(`/office/projects/${projectId}`), list.includes('4.5')]).toEqual([true, true]);
    expect((await leader.get('/region?zone=aqtobe')).text).toContain('/region/dockets?zone=aqtobe');
    expect((await leader.get('/region/dockets?zone=aqtobe&form=csv')).text).toContain('02-036-158-1042');
    expect((await leader.get('/region/dockets?zone=kokand')).status).toBe(404);
  });
});
