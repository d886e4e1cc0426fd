import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LinkView, Problem } from '#core/api/views.ts';
import { languages } from '#core/kernel/common.ts';
import { goodAnswer } from '#local/demo/answers.ts';
import { emailTextsOf } from '#core/texts/areas/emails.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { placeAt, placeToCheck } from '#test/support/place.ts';
import { readCalendar } from '#test/support/read-calendar.ts';
import { cookieOf, visitorOf } from '#test/support/staff-session.ts';
import { answer, drive, holderLink, letterAt, linkOf, openOne, today } from '#test/support/walk.ts';

let host: TestHost;
beforeAll(async () => {
  host = await openHost({ zones: ['aqtobe'] });
});
afterAll(() => host.close());

const reason = { reasonCode: 'other-party', reason: 'The feeder is theirs.' };
const lines = () => placeAt(host, 'technical-conditions');
const power = async (projectId: string) => openOne(await host.project(projectId), 'technical-condition', 'power');
const mails = async (projectId: string) =>
  (await host.mailOf(projectId)).map(({ to, subject }) => `${String(to)}: ${subject}`);
const opened = async (link: string) => await host.ask<LinkView & Problem>(`/api/links/${link}`);
const post = (id: string, step: string, body: unknown, as = 'officer') =>
  host.ask<Problem>(`/api/assignments/${id}/${step}`, { as, body });

describe('an assignment sent again', () => {
  it('brings the same email with the same link, three times a day', async () => {
    const { projectId } = await lines();
    const one = await power(projectId);
    const link = await holderLink(host, one);
    const before = (await host.mailOf(projectId)).length;
    for (const status of [200, 200, 200, 429])
      expect((await post(one.assignmentId, 'send-again', {})).status).toBe(status);
    await host.settle();
    const sent = (await host.mailOf(projectId)).slice(before);
    expect(sent.map(({ links }) => linkOf(links[0] ?? ''))).toEqual([link, link, link]);
    expect((await power(projectId)).sentAgain).toBe(3);
    await host.advance('P1D');
    expect((await post(one.assignmentId, 'send-again', {})).status).toBe(200);
    const { body } = await host.ask<{ entries: { body: { type: string } }[] }>(`/api/projects/${projectId}/events`, {
      as: 'officer',
    });
    expect(body.entries.filter((event) => event.body.type === 'assignment-sent-again')).toHaveLength(4);
  });
});

describe('an assignment given to another party', () => {
  it('is the other’s: the old link says so and tells nothing, the new one answers, the path goes on', async () => {
    const { projectId } = await lines();
    const one = await power(projectId);
    const old = await holderLink(host, one);
    const before = (await host.mailOf(projectId)).length;
    expect((await post(one.assignmentId, 'hand-over', { ...reason, partyId: 'aqtobe-gas' })).status).toBe(200);
    await host.settle();
    const given = (await host.mailOf(projectId)).slice(before);
    expect(given.map(({ to }) => String(to))).toEqual(['power.aqtobe@example.org', 'gas.aqtobe@example.org']);
    expect(given[0]?.links.filter((link) => !linkOf(link).startsWith('p.'))).toEqual([]);
    expect((await power(projectId)).due).toBe(one.due);

    const refused = await opened(old);
    expect(refused.status).toBe(410);
    expect(refused.body.type).toContain('link-given-on');
    const page = await fetch(`${host.endpoints.site}/l/${old}`, { headers: { 'accept-language': 'kk' } });
    const text = await page.text();
    expect([page.status, text.includes('Бұл тапсырма басқа орындаушыға берілді')]).toEqual([410, true]);
    const { number, company } = await host.project(projectId);
    for (const word of [number, company]) expect(text).not.toContain(word);
    const late = await host.ask(`/api/links/${old}/decision`, {
      body: { decision: goodAnswer('technical-condition', await today(host)) },
    });
    expect(late.status).toBe(410);

    expect(
      await drive(host, projectId, ({ stage, phase }) => stage === 'design-documentation' && phase === 'open'),
    ).toContainEqual({ stage: 'technical-conditions', kind: 'technical-condition' });
  });
});

describe('links', () => {
  it('of the first version go on; a renewed one takes their place, also in the next morning’s digest', async () => {
    const { projectId, track } = await lines();
    const one = await power(projectId);
    const old = await holderLink(host, one);
    expect((await opened(old)).status).toBe(200);
    expect((await post(one.assignmentId, 'renew-link', { linkVersion: 0 })).status).toBe(200);
    expect((await post(one.assignmentId, 'renew-link', { linkVersion: 0 })).status).toBe(200);
    await host.settle();
    const next = await holderLink(host, one);
    expect(next).not.toBe(old);
    expect((await opened(old)).body).toMatchObject({
      status: 410,
      type: expect.stringContaining('link-replaced') as string,
    });
    expect((await opened(next)).body.number).toBe((await host.project(projectId)).number);
    expect((await opened(track)).status).toBe(200);
    // As its due date comes near, the digest leads to the page as well.
    await host.advance('P28D');
    const digests = (await host.mail()).filter(
      ({ to, tags }) => String(to) === 'power.aqtobe@example.org' && tags['lane']?.startsWith('digest-'),
    );
    const links = digests.flatMap((email) => email.links.map(linkOf)).filter((link) => link.includes(projectId));
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(link).toBe(next);
  });

  it('of an investor: a new one by the office, the earlier ones open nothing', async () => {
    const project = await letterAt(host, ({ stage, phase }) => stage === 'council-approval' && phase === 'open');
    const { projectId } = project;
    const old = (await host.mailOf(projectId))
      .flatMap(({ links }) => links.map(linkOf))
      .filter((link) => /^[tc]\./.test(link));
    expect((await host.ask(`/api/projects/${projectId}/renew-link`, { as: 'head', body: {} })).status).toBe(200);
    await host.settle();
    for (const link of new Set(old)) expect((await opened(link)).status).toBe(410);
    const { links = [], to } = (await host.mailOf(projectId)).at(-1) ?? {};
    expect(String(to)).toContain('plant-');
    expect((await opened(linkOf(links[0] ?? ''))).status).toBe(200);
    expect(await (await fetch(`${host.endpoints.site}/l/${old[0] ?? ''}`)).text()).toContain('/another-link');
  });

  it('show what was answered for 90 days, and where a project ended longer', async () => {
    const { projectId, track } = await lines();
    const one = await power(projectId);
    const link = await holderLink(host, one);
    expect((await answer(host, one, goodAnswer('technical-condition', await today(host)))).status).toBe(200);
    const twice = await host.ask<Problem>(`/api/links/${link}/decision`, {
      body: { decision: { outcome: 'refused', reasonCode: 'no-capacity', reason: 'Another answer.' } },
    });
    expect([twice.status, twice.body.state]).toEqual([409, 'issued']);
    expect(
      (
        await host.ask(`/api/projects/${projectId}/terminate`, {
          as: 'head',
          body: { reasonCode: 'other', reason: 'x' },
        })
      ).status,
    ).toBe(200);
    await host.advance('P89D');
    expect((await opened(link)).status).toBe(200);
    await host.advance('P2D');
    expect((await opened(link)).body).toMatchObject({
      status: 410,
      type: expect.stringContaining('link-expired') as string,
    });
    expect((await opened(track)).status).toBe(200);
  });
});

describe('a wrong address', () => {
  it('is mended: the next email goes to the right one, which is confirmed anew', async () => {
    const { projectId } = await host.submit({
      contact: { name: 'Representative', email: 'wrong@example.org', language: 'en' },
    });
    await host.settle();
    const old =
      (await host.mailOf(projectId)).flatMap(({ links }) => links.map(linkOf)).find((link) => link.startsWith('c.')) ??
      '';
    const mended = await host.ask(`/api/projects/${projectId}/contact`, {
      as: 'officer',
      body: { name: 'Representative', email: 'right@example.org' },
    });
    expect(mended.status).toBe(200);
    await host.settle();
    expect((await mails(projectId)).at(-1)).toContain('right@example.org');
    expect((await host.ask(`/api/links/${old}/confirm`, { body: {} })).status).toBe(410);
    const link = linkOf((await host.mailOf(projectId)).at(-1)?.links[0] ?? '');
    expect((await host.ask(`/api/links/${link}/confirm`, { body: {} })).status).toBe(200);
    expect((await host.project(projectId)).confirmed).toBe(true);
    const { body } = await host.ask(`/api/projects/${projectId}/events`, { as: 'officer' });
    expect(JSON.stringify(body)).not.toMatch(/right@|wrong@/);
    // Whoever has the old address hears of it, with nothing by which they would come to the new one.
    const [told] = (await host.mailOf(projectId)).filter(({ tags }) => tags['notice'] === 'address-changed');
    expect([told?.to, told?.links]).toEqual(['wrong@example.org', []]);
  });
});

describe('calendar files', () => {
  const calendarOf = async (path: string, headers: Readonly<Record<string, string>> = {}) => {
    const response = await fetch(host.endpoints.site + path, { headers });
    expect([response.status, response.headers.get('content-type')], path).toEqual([
      200,
      'text/calendar; charset=utf-8',
    ]);
    return readCalendar(await response.text());
  };
  const day = (date: string) => date.replaceAll('-', '');

  it('hold the party’s own day, move it under the same name, and strike it out when it is answered', async () => {
    const { projectId } = await lines();
    const one = await power(projectId);
    const link = await holderLink(host, one);
    const [first] = (await calendarOf(`/l/${link}/calendar.ics?lang=en`)).events;
    expect(first).toMatchObject({
      'DTSTART;VALUE=DATE': day(one.due),
      UID: `${one.assignmentId}@${new URL(host.endpoints.site).host}`,
      'URL;VALUE=URI': `${host.endpoints.site}/l/${link}`,
    });
    await host.ask(`/api/projects/${projectId}/extend`, {
      as: 'officer',
      body: { ...reason, assignmentId: one.assignmentId, to: '2027-01-18' },
    });
    const [moved] = (await calendarOf(`/l/${link}/calendar.ics?lang=en`)).events;
    expect(moved).toMatchObject({ 'DTSTART;VALUE=DATE': day((await power(projectId)).due), UID: first?.['UID'] });
    await answer(host, one, goodAnswer('technical-condition', await today(host)));
    const [over] = (await calendarOf(`/l/${link}/calendar.ics?lang=en`)).events;
    expect(over).toMatchObject({ UID: first?.['UID'], STATUS: 'CANCELLED' });
    const order = [first, moved, over].map((event) => Number(event?.['SEQUENCE']));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(new Set(order).size).toBeGreaterThan(1);
  });

  it('hold the investor’s own days and the stage’s', async () => {
    const { projectId, track } = await placeAt(host, 'design-documentation');
    const { due = '' } = await host.project(projectId);
    const own = openOne(await host.project(projectId), 'documentation');
    const all = (await calendarOf(`/l/${track}/calendar.ics?lang=kk`)).events;
    // What was of earlier stages is struck out.
    const events = all.filter((event) => event['STATUS'] !== 'CANCELLED');
    expect(events.map((event) => event['DTSTART;VALUE=DATE'])).toEqual([day(own.due), day(due)]);
    expect(events[1]?.['SUMMARY']).toMatch(/кезеңі бойынша шешім/);
  });

  it('of the office hold its own days and nothing personal, page after page', async () => {
    const { projectId } = await placeToCheck(host);
    const cookie = await cookieOf(host, 'officer');
    const { events, name } = await calendarOf('/office/calendar.ics?zone=aqtobe&lang=en', { cookie });
    const check = openOne(await host.project(projectId), 'document-check');
    expect(events.find((event) => event['UID']?.startsWith(`${check.assignmentId}@`))).toMatchObject({
      'URL;VALUE=URI': `${host.endpoints.site}/office/assignments/${check.assignmentId}`,
    });
    expect(name).toContain('Aqt');
    expect(JSON.stringify(events)).not.toMatch(/Tested Plant|plant-|example\.org/);
    const project = await calendarOf(`/office/projects/${projectId}/calendar.ics?lang=ru`, { cookie });
    expect(project.events.map((event) => event['DTSTART;VALUE=DATE'])).toContain(day(check.due));
    expect(project.events.at(-1)?.['SUMMARY']).toContain('решение по этапу');
  });
});

describe('the office’s own', () => {
  it('somebody works on: seen by all, taken over by name, and marked in the digest', async () => {
    const { projectId } = await placeToCheck(host);
    const { assignmentId } = openOne(await host.project(projectId), 'document-check');
    expect((await post(assignmentId, 'take', {})).status).toBe(200);
    const { assignee } = openOne(await host.project(projectId), 'document-check');
    expect((await post(assignmentId, 'take', {}, 'head')).status).toBe(409);
    expect((await post(assignmentId, 'take', { from: assignee }, 'head')).status).toBe(200);
    const { get } = await visitorOf(host, 'officer');
    expect((await get(`/office/assignments/${assignmentId}?lang=en`)).text).toMatch(
      /Who works on it<\/dt><dd[^>]*>head</,
    );
    await host.advance('P7D');
    const digest = (await host.mail())
      .filter(({ tags }) => tags['lane']?.startsWith('digest-staff'))
      .map(({ to, text }) => `${String(to)} ${text ?? ''}`);
    const marks = languages.flatMap((language) => Object.values(emailTextsOf(language).digest.worker));
    expect(digest.some((text) => marks.some((mark) => text.includes(mark)))).toBe(true);
  });
});
