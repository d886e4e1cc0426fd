import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NoticeKind } from '#core/notices/notice.ts';
import { calendarOf } from '#core/calendar/calendar.ts';
import { addWorkingDays } from '#core/calendar/working-days.ts';
import { sharedHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { visitorOf } from '#test/support/staff-session.ts';
import { answer, holderLink, openOne } from '#test/support/walk.ts';

let host: TestHost;
beforeAll(async () => {
  host = await sharedHost();
});
afterAll(() => host.close());

type Fields = Readonly<Record<string, string>>;

async function visit(path: string, fields?: Fields) {
  const answer = await fetch(new URL(path, host.endpoints.site), {
    redirect: 'manual',
    headers: { cookie: '__Host-lang=en' },
    ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
  });
  return { status: answer.status, to: answer.headers.get('location') ?? '', text: await answer.text() };
}

/** Emails of a kind about a project. */
async function emails(projectId: string, notice: NoticeKind) {
  await host.settle();
  return (await host.mailOf(projectId)).filter((one) => one.notice === notice);
}

/** What a power company is asked, and a day on which it would rather answer. */
async function ofParty() {
  const { projectId } = await placeAt(host, 'technical-conditions');
  const one = openOne(await host.project(projectId), 'technical-condition', 'power');
  const standing = async () =>
    (await host.project(projectId)).assignments.find(({ assignmentId }) => assignmentId === one.assignmentId);
  return {
    projectId,
    one,
    standing,
    page: `/l/${await holderLink(host, one)}`,
    wish: addWorkingDays(calendarOf('KZ', []), one.due, 3),
  };
}

const reason = 'The engineer is on leave.';
/** The form to which the office's email leads, as it stands there. */
const extendPage = (projectId: string, query = '') => `/office/projects/${projectId}/actions/extend${query}`;

describe('A26: more time', () => {
  it('is asked for by a party, told to the office with the form filled in, and given', async () => {
    const { projectId, one, standing, page, wish } = await ofParty();
    expect((await visit(page)).text).toContain('Ask for more time');
    const form = await visit(`${page}?time`);
    expect([form.status, form.text.includes('You have until ')]).toEqual([200, true]);
    for (const [fields, told] of [
      [{ to: one.due, reason }, 'later than the current one'],
      [{ to: wish, reason: '' }, 'Why you need more time'],
    ] as const) {
      // Told after a redirect, also after a reload, with what was typed.
      const { status, to } = await visit(page, { ...fields, step: 'time' });
      expect([status, to]).toEqual([303, `${page}?time&check`]);
      for (const wrong of [await visit(to), await visit(to)])
        expect([
          wrong.status,
          wrong.text.includes('Error: '),
          wrong.text.includes(told),
          wrong.text.includes(fields.reason),
        ]).toEqual([400, true, true, true]);
    }
    for (const _ of ['once', 'the same form again'])
      expect(await visit(page, { to: wish, reason, step: 'time' })).toMatchObject({ status: 303, to: page });
    expect((await visit(page)).text).toContain('You have asked to answer by');
    const told = await emails(projectId, 'time-asked');
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toMatch(/Сұралған мерзім: [^]*> The engineer is on leave\./);
    const query = `?${new URLSearchParams({ target: one.assignmentId, to: wish }).toString()}`;
    expect(told[0]?.links).toEqual([host.endpoints.site + extendPage(projectId, query)]);
    const { get, post } = await visitorOf(host, 'officer');
    const filledIn = (await get(extendPage(projectId, `${query}&lang=en`))).text;
    for (const part of [
      `value="${wish}"`,
      'More time asked for, until',
      'Leave the date as it is',
      'The engineer is on leave.',
    ])
      expect(filledIn).toContain(part);
    for (const page of [`/office/assignments/${one.assignmentId}?lang=en`, `/office/projects/${projectId}?lang=en`])
      expect((await get(page)).text).toContain('The engineer is on leave.');
    expect(
      (
        await post(extendPage(projectId), {
          target: one.assignmentId,
          to: wish,
          answer: 'extend',
          reasonCode: 'supplier-late',
          reason: 'Agreed.',
          step: 'send',
        })
      ).status,
    ).toBe(303);
    expect(await standing()).toMatchObject({ due: wish });
    expect(await standing()).not.toHaveProperty('timeAsked');
    expect((await emails(projectId, 'extended')).map(({ to }) => to.startsWith('power.'))).toEqual([true]);
  });

  it('X52: is asked for from a half-written answer, which is there again afterwards', async () => {
    const { page, wish } = await ofParty();
    expect((await visit(`${page}?answer=refused`)).text).toMatch(/<button[^>]*name="then" value="time"/);
    const away = await visit(page, { answer: 'refused', reason: 'Half a <sen', then: 'time' });
    expect(away).toMatchObject({ status: 303, to: `${page}?time&answer=refused` });
    const form = await visit(away.to);
    expect(form.text).toContain(`href="${page}?answer=refused"`);
    const wrong = await visit(away.to, { to: wish, reason: '' });
    expect(wrong).toMatchObject({ status: 303, to: `${page}?time&answer=refused&check` });
    expect((await visit(wrong.to)).status).toBe(400);
    const sent = await visit(away.to, { to: wish, reason });
    expect(sent).toMatchObject({ status: 303, to: `${page}?answer=refused` });
    const back = await visit(sent.to);
    expect([
      back.text.includes('You have asked to answer by'),
      back.text.includes('Half a &lt;sen</textarea>'),
    ]).toEqual([true, true]);
  });

  it('is not given, with the reason, to the one who asked', async () => {
    const { projectId, one, standing, page, wish } = await ofParty();
    const { post } = await visitorOf(host, 'officer');
    const refuse = (step: string) =>
      post(`${extendPage(projectId)}?lang=en`, {
        target: one.assignmentId,
        to: wish,
        answer: 'refuse',
        reasonCode: 'other',
        reason: 'The investor waits for you.',
        step,
      });
    expect((await refuse('check')).text).toContain('Nobody is waiting');
    await visit(page, { to: wish, reason, step: 'time' });
    const checked = (await refuse('check')).text;
    expect(checked).toContain('Leave the date as it is</dd>');
    expect(checked).toMatch(/value="send">Leave the date as it is</);
    expect(checked).not.toContain('The new date must be');
    expect((await refuse('send')).status).toBe(303);
    expect(await standing()).toMatchObject({ due: one.due });
    const [told, ...more] = await emails(projectId, 'time-refused');
    expect([told?.to.startsWith('power.'), told?.text.includes('> The investor waits for you.'), more.length]).toEqual([
      true,
      true,
      0,
    ]);
    // It may be asked for once more.
    expect((await visit(page, { to: wish, reason: 'She is ill.', step: 'time' })).status).toBe(303);
  });

  it('the email leads to what was asked for, whatever lies there half typed for something else', async () => {
    const { projectId, one, page, wish } = await ofParty();
    const other = openOne(await host.project(projectId), 'technical-condition', 'gas');
    const { get, post } = await visitorOf(host, 'officer');
    await post(extendPage(projectId), {
      target: other.assignmentId,
      to: addWorkingDays(calendarOf('KZ', []), other.due, 9),
      reason: 'Gas is late.',
      step: 'check',
    });
    await visit(page, { to: wish, reason, step: 'time' });
    const asked = extendPage(
      projectId,
      `?${new URLSearchParams({ target: one.assignmentId, to: wish, reason: 'Given by whoever made the link.' }).toString()}`,
    );
    const form = (await get(asked)).text;
    expect(form).toContain(`value="${wish}"`);
    expect(form).toMatch(new RegExp(`value="${one.assignmentId}"[^>]* checked`));
    for (const words of ['Gas is late.', 'Given by whoever']) expect(form).not.toContain(words);
    // Sent from there it is told there, and what lies half typed elsewhere stays.
    expect(
      (await post(asked, { target: one.assignmentId, to: wish, answer: 'extend', reason: 'Agreed.', step: 'check' }))
        .text,
    ).toContain('Agreed.');
    expect((await get(extendPage(projectId))).text).toContain('Gas is late.');
  });

  it('is offered only to whoever can ask for it now', async () => {
    const { projectId, one, page, wish } = await ofParty();
    const act = (action: string, body: object) =>
      host.ask(`/api/projects/${projectId}/${action}`, { as: 'head', body });
    const isOffered = async () => [
      (await visit(page)).text.includes('Ask for more time'),
      (await visit(`${page}?time`)).status,
    ];
    expect(await isOffered()).toEqual([true, 200]);
    const { get } = await visitorOf(host, 'officer');
    const office = `/office/projects/${projectId}?lang=en`;
    expect((await get(office)).text).not.toContain('More time asked for');
    await act('suspend', { fault: 'office', reviewOn: wish, reasonCode: 'weather', reason: 'Floods.' });
    expect(await isOffered()).toEqual([false, 303]);
    await act('resume', {});
    await host.settle();
    await visit(page, { to: addWorkingDays(calendarOf('KZ', []), wish, 5), reason, step: 'time' });
    expect(await isOffered()).toEqual([false, 303]);
    // The office sees it where the project stands; nothing leads to a form that is shut.
    const leads = () =>
      [office, `/office/assignments/${one.assignmentId}?lang=en`].map(async (path) => {
        const { text } = await get(path);
        return [text.includes('More time asked for'), text.includes('actions/extend?target=')];
      });
    expect(await Promise.all(leads())).toEqual([
      [true, true],
      [true, true],
    ]);
    await act('suspend', { fault: 'office', reviewOn: wish, reasonCode: 'weather', reason: 'Floods.' });
    expect(await Promise.all(leads())).toEqual([
      [true, false],
      [true, false],
    ]);
    await act('resume', {});
    await host.settle();
    // The party has put its work off by itself: nothing is left to be said yes or no to.
    expect(
      (
        await answer(host, one, {
          outcome: 'suspended',
          reasonCode: 'other',
          reason: 'A substation is rebuilt.',
          until: wish,
        })
      ).status,
    ).toBe(200);
    await host.settle();
    expect(await isOffered()).toEqual([false, 303]);
    expect((await visit(page)).text).not.toContain('You have asked to answer by');
    expect((await get(`/office/assignments/${one.assignmentId}?lang=en`)).text).not.toContain('More time asked for');
  });

  it('every field that was left empty is named at once, the new date too', async () => {
    const { projectId } = await ofParty();
    const { post } = await visitorOf(host, 'officer');
    const empty = (
      await post(`${extendPage(projectId)}?lang=en`, { target: '', to: '', reasonCode: '', reason: '', step: 'check' })
    ).text;
    expect([...empty.matchAll(/<li><a href="#(\w+)"/g)].map(([, name]) => name)).toEqual([
      'target',
      'to',
      'reasonCode',
      'reason',
    ]);
  });

  it('what was answered meanwhile is named as what is wrong with the form, not as a page that is not there', async () => {
    const { projectId, one, wish } = await ofParty();
    expect((await answer(host, one, { outcome: 'refused', reasonCode: 'other', reason: 'No capacity.' })).status).toBe(
      200,
    );
    await host.settle();
    const { post } = await visitorOf(host, 'officer');
    const late = await post(`${extendPage(projectId)}?lang=en`, {
      target: one.assignmentId,
      to: wish,
      reasonCode: 'other',
      reason: 'Typed at length.',
      step: 'send',
    });
    expect([late.status, late.text.includes('What is extended: '), late.text.includes('Typed at length.')]).toEqual([
      400,
      true,
      true,
    ]);
  });

  it('is asked for by an investor for what they are asked, by nobody for another', async () => {
    const { projectId, track } = await placeAt(host, 'contract-and-land');
    const decision = openOne(await host.project(projectId), 'office-decision');
    await host.ask(`/api/assignments/${decision.assignmentId}/decision`, {
      as: 'officer',
      body: { decision: { outcome: 'returned', reasonCode: 'remarks', reason: 'The plan is missing.', daysToCure: 5 } },
    });
    await host.settle();
    const one = openOne(await host.project(projectId), 'correction');
    const wish = addWorkingDays(calendarOf('KZ', []), one.due, 5);
    const page = `/l/${track}/answer/${one.assignmentId}`;
    const away = await visit(page, { note: 'Half a correction', then: 'time' });
    expect(away).toMatchObject({ status: 303, to: `${page}?time` });
    expect((await visit(away.to)).status).toBe(200);
    expect((await visit(page)).text).toContain('Half a correction</textarea>');
    expect(await visit(page, { to: wish, reason: 'The plan is being drawn.', step: 'time' })).toMatchObject({
      status: 303,
      to: page,
    });
    expect((await visit(page)).text).toContain('You have asked to answer by');
    expect(
      (await visit(page, { to: addWorkingDays(calendarOf('KZ', []), wish, 1), reason: 'Still.', step: 'time' })).status,
    ).toBe(409);
    expect(await emails(projectId, 'time-asked')).toHaveLength(1);
    expect(
      (await visit(`/l/${track}/answer/${decision.assignmentId}`, { to: wish, reason, step: 'time' })).status,
    ).toBe(409);
  });
});
