import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NoticeKind } from '#core/notices/notice.ts';
import { ownDays } from '#core/stages/deadlines.ts';
import { mostQuestions } from '#core/project/ask-office.ts';
import { calendarOf } from '#core/calendar/calendar.ts';
import { addWorkingDays } from '#core/calendar/working-days.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { visitorOf } from '#test/support/staff-session.ts';
import { holderLink, linkOf, openOne, today } from '#test/support/walk.ts';

let host: TestHost;
beforeAll(async () => {
  host = await openHost();
});
afterAll(() => host.close());

async function visit(path: string, fields?: Readonly<Record<string, string>>) {
  const answer = await fetch(new URL(path, host.endpoints.site), {
    redirect: 'manual',
    headers: { cookie: '__Host-lang=en' },
    ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
  });
  return { status: answer.status, to: answer.headers.get('location') ?? '', text: await answer.text() };
}
async function emails(projectId: string, notice: NoticeKind) {
  await host.settle();
  return (await host.mailOf(projectId)).filter((one) => one.notice === notice);
}
const question = 'May the plot be fenced <before> the contract?';

describe('S11: a question of the investor', () => {
  it('is asked on the page of the link, answered in place by the office, and told by email and there', async () => {
    const { projectId, track } = await placeAt(host, 'contract-and-land');
    const page = `/l/${track}`;
    expect((await visit(page)).text).toContain(`action="${page}/questions"`);
    const empty = await visit(`${page}/questions`, { question: ' ' });
    expect((await visit(empty.to)).text).toContain('Your question: ');
    const before = await host.project(projectId);
    for (const _ of ['pressed', 'pressed twice'])
      expect(await visit(`${page}/questions`, { question })).toMatchObject({ status: 303, to: `${page}?done=asked` });

    const project = await host.project(projectId);
    const asked = project.assignments.filter(({ kind }) => kind === 'question');
    const due = addWorkingDays(calendarOf('KZ', []), await today(host), ownDays.question);
    expect(asked).toMatchObject([{ holder: { kind: 'office' }, due, state: 'open' }]);
    expect([project.holders, project.missing, project.endsOn]).toEqual([before.holders, before.missing, before.endsOn]);
    const [told, ...more] = (await emails(projectId, 'assignment')).filter(({ text }) => text.includes('the plot'));
    expect(more).toEqual([]);
    expect(told?.to).toMatch(/^office@/);
    expect(told?.text).toContain(`> ${question}`);
    const { assignmentId = '' } = asked[0] ?? {};
    expect(told?.links).toEqual([`${host.endpoints.site}/office/assignments/${assignmentId}`]);
    const waiting = (await visit(`${page}?done=asked`)).text;
    for (const part of ['Your question was sent', '&lt;before>', 'The zone office will answer by'])
      expect(waiting.replaceAll('&gt;', '>')).toContain(part);

    const { get, post } = await visitorOf(host, 'officer');
    const shown = (await get(`/office/projects/${projectId}?lang=en`)).text.replaceAll('&gt;', '>');
    for (const part of ['&lt;before>', 'Answer the question']) expect(shown).toContain(part);
    expect((await get('/office?zone=aqtobe&lang=en')).text).toContain('The investor’s question');
    const form = `/office/assignments/${assignmentId}?outcome=done&lang=en`;
    expect((await post(form, { outcome: 'done', note: '', step: 'check' })).text).toContain(
      'it goes to the investor: ',
    );
    const note = 'Yes, with a temporary fence.';
    const check = await post(form, { outcome: 'done', note, step: 'check' });
    expect(check.text).toMatch(/question has been answered|has answered your question/);
    expect((await post(form, { outcome: 'done', note, step: 'send' })).status).toBe(303);

    const [reply, ...others] = await emails(projectId, 'question-answered');
    expect(others).toEqual([]);
    expect(reply?.to).toMatch(/^plant-/);
    expect(reply?.text).toMatch(/> May the plot[^]*> Yes, with a temporary fence\./);
    expect(reply?.links[0]).toBe(`${host.endpoints.site}${page}`);
    const after = (await visit(page)).text;
    for (const part of [note, 'You asked the zone office a question', 'The zone office answered your question'])
      expect(after).toContain(part);
    expect((await get(`/office/projects/${projectId}/history?lang=en`)).text).toContain('the investor’s question');
  });

  it('needs an answer in words, and stays through a return of the stage', async () => {
    const { projectId, track } = await placeAt(host, 'contract-and-land');
    expect((await host.ask(`/api/links/${track}/questions`, { body: { question } })).status).toBe(200);
    const project = await host.project(projectId);
    const { assignmentId } = openOne(project, 'question');
    const answered = (decision: object, id = assignmentId) =>
      host.ask(`/api/assignments/${id}/decision`, { as: 'head', body: { decision } });
    expect(await answered({ outcome: 'done', facts: {} })).toMatchObject({
      status: 400,
      body: { issues: [{ path: 'decision.note', code: 'missing' }] },
    });
    const back = { outcome: 'sent-back', reasonCode: 'other', reason: 'Once more.', to: 'council-approval' };
    expect((await answered(back, openOne(project, 'office-decision').assignmentId)).status).toBe(200);
    expect(openOne(await host.project(projectId), 'question').assignmentId).toBe(assignmentId);
  });

  it('is bounded: so many wait, so many a day, and none of a project that has ended', async () => {
    const { projectId, track } = await placeAt(host, 'expertise');
    const ask = (text: string) => host.ask(`/api/links/${track}/questions`, { body: { question: text } });
    for (let at = 0; at < mostQuestions.open; at += 1) expect((await ask(`Number ${String(at)}?`)).status).toBe(200);
    expect((await ask('Number 0?')).status).toBe(200);
    expect((await ask('One more?')).status).toBe(429);
    expect((await emails(projectId, 'assignment')).filter(({ text }) => text.includes('> Number'))).toHaveLength(
      mostQuestions.open,
    );
    await host.advance('P1D');
    expect((await ask('One more?')).status).toBe(409);
    await host.ask(`/api/links/${track}/withdraw`, { body: {} });
    expect((await ask('After the end?')).status).toBe(409);
    expect((await visit(`/l/${track}`)).text).toContain('The project ended before this was answered.');
  });
});

const phone = '+7 7132 55 00 10';

describe('whom to turn to', () => {
  it('stands on every page behind a link, on what a link is refused with, in emails and on the start page', async () => {
    const { projectId, track } = await placeAt(host, 'technical-conditions');
    const ofParty = await holderLink(host, openOne(await host.project(projectId), 'technical-condition', 'power'));
    const [asked] = (await emails(projectId, 'assignment')).filter(({ to }) => to.startsWith('power.'));
    expect(asked?.text).toContain(`Телефон: ${phone}`);
    const all = linkOf(asked?.links.at(-1) ?? '');
    const paths = [
      `/l/${track}`,
      `/l/${track}/questions`,
      `/l/${track}/documents`,
      `/l/${track}/obstacles`,
      `/l/${track}/withdraw`,
      `/l/${track}/answer/none`,
      `/l/${ofParty}`,
      `/l/${ofParty}/documents`,
      `/l/${all}`,
      '/',
    ];
    const shown = async () =>
      Promise.all(
        paths.map(async (path) => [path, (await visit(path)).text.includes(`href="tel:+77132550010">${phone}`)]),
      );
    expect(await shown()).toEqual(paths.map((path) => [path, true]));
    const page = (await visit(`/l/${track}`)).text;
    for (const part of [
      'Aqtöbe Special Economic Zone',
      'working days 09:00–13:00, 14:30–18:30',
      'mailto:office@',
      '1 Example Street',
    ])
      expect(page).toContain(part);
    expect((await visit(`/l/${track}?lang=kk`)).text).toContain('Мысал көшесі');

    await host.asStaff('officer', `/api/projects/${projectId}/renew-link`, {});
    const old = await visit(`/l/${track}`);
    expect([old.status, old.text.includes(phone)]).toEqual([410, true]);
    expect((await visit('/l/t.none.0.none')).text).not.toContain('tel:');
  });

  it('is the administrator’s to change', async () => {
    const { get, post } = await visitorOf(host, 'administrator');
    const at = '/admin/zones/aqtobe/edit';
    const form = (await get(`${at}?lang=en`)).text;
    const typed = Object.fromEntries(
      [...form.matchAll(/name="((?:names|office|mailbox|version)[^"]*)"[^>]*? value="([^"]*)"/g)].map(
        ([, name, value]) => [name, value],
      ),
    ) as Record<string, string>;
    const sent = { ...typed, language: 'kk', 'office.phone': '+7 7132 55 00 11', 'office.hours': '9:00 - 18:00' };
    expect((await post(at, { ...sent, 'office.hours': 'always' })).text).toContain('Hours on working days: ');
    expect((await post(at, sent)).status).toBe(303);
    const now = (await get('/admin/zones/aqtobe?lang=en')).text;
    for (const part of ['+7 7132 55 00 11', '9:00–18:00', '1 Example Street']) expect(now).toContain(part);
  });
});
