import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AdminZoneView } from '#core/people/administration.ts';
import type { Problem } from '#core/api/views.ts';
import { goodAnswer } from '#local/demo/answers.ts';
import { submittedDraft } from '#test/browser/pages/letter-draft.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { visitorOf } from '#test/support/staff-session.ts';
import { holderLink, linkOf, openOne, today } from '#test/support/walk.ts';

let host: TestHost;
beforeAll(async () => {
  host = await openHost();
});
afterAll(() => host.close());

const outage = (down: boolean) =>
  fetch(`${host.endpoints.email}/outage`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ down }),
  });
const post = (path: string, fields: Record<string, string>) =>
  fetch(host.endpoints.site + path, { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) });

describe('the link to a project, asked for by its number', () => {
  it('S13: is answered alike for everybody, and sent once the provider is back', async () => {
    const email = 'asks-for-link@example.org';
    const { projectId, number } = await host.submit({ contact: { name: 'Asker', email, language: 'en' } });
    await host.settle();
    const linksSent = async () => (await host.mailOf(`link-${projectId}`)).length;
    await outage(true);
    const answers = [];
    for (const asked of [
      { number, email },
      { number, email: 'stranger@example.org' },
      { number: 'AQT-2025-9999', email },
      { number: 'XXX-2025-0001', email },
    ]) {
      const answer = await post('/another-link', asked);
      answers.push([answer.status, answer.headers.get('location'), await answer.text()]);
    }
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    await host.settle();
    expect(await linksSent()).toBe(0);
    await outage(false);
    await host.advance('PT2H');
    expect(await linksSent()).toBe(1);
    expect((await host.mailOf(`link-${projectId}`)).map(({ to }) => to)).toEqual([email]);
  });
});

const events = async (projectId: string) => {
  const { body } = await host.ask<{
    entries: readonly { readonly actor: unknown; readonly body: { readonly type: string } }[];
  }>(`/api/projects/${projectId}/events?limit=100`, { as: 'officer' });
  return body.entries;
};
/** The link in the newest email to an address. */
const linkTo = async (address: string) =>
  linkOf((await host.mail()).findLast(({ to }) => to === address)?.links[0] ?? '');

describe('the link to an address that the office has written', () => {
  const asked = { about: { kind: 'stage', stage: 'letter-of-intent' }, words: 'x' };
  /** Everything that a link can do and read, as its address, its body and what refuses it. */
  const doors = (link: string, assignmentId: string): readonly (readonly [string, unknown])[] => [
    [`/api/links/${link}/withdraw`, {}],
    [`/api/links/${link}/correction`, { note: 'x' }],
    [`/api/links/${link}/obstacles`, asked],
    [`/api/links/${link}/decision`, { assignmentId, decision: { outcome: 'done', facts: {} } }],
    [`/api/links/${link}/documents`, undefined],
    [
      `/api/links/${link}/documents`,
      { kind: 'other', fileName: 'a.pdf', bytes: 9, sha256: 'a'.repeat(64), mediaType: 'application/pdf' },
    ],
  ];

  it('S7: does nothing before it is confirmed, then says in the history whose address it was; the former address is told', async () => {
    const contact = { name: 'Representative', email: 'rightful@example.org', language: 'en' } as const;
    const { projectId } = await host.submit({ contact });
    await host.settle();
    await host.ask(`/api/links/${await linkTo(contact.email)}/confirm`, { body: {} });
    const email = 'officers-own@example.org';
    expect(
      (await host.ask(`/api/projects/${projectId}/contact`, { as: 'officer', body: { name: contact.name, email } }))
        .status,
    ).toBe(200);
    await host.settle();
    const told = (await host.mail()).findLast(({ to }) => to === contact.email);
    expect(told?.subject).toContain('address changed');
    for (const part of [told?.text, told?.html]) expect(part).not.toMatch(/officers-own|\/l\//);

    const link = await linkTo(email);
    const before = (await host.project(projectId)).version;
    for (const [path, body] of doors(link, `${projectId}_1-1-1_correction`))
      expect([path, (await host.ask(path, body === undefined ? {} : { body })).status]).toEqual([path, 403]);
    for (const path of ['withdraw', 'documents', 'calendar.ics', 'obstacles'])
      expect((await fetch(`${host.endpoints.site}/l/${link}/${path}`)).status, path).not.toBe(200);
    const page = await (await fetch(`${host.endpoints.site}/l/${link}?lang=en`)).text();
    const { company, number } = await host.project(projectId);
    expect(page).toContain(number);
    for (const hidden of [company, '/withdraw', '/documents']) expect(page).not.toContain(hidden);
    expect((await host.project(projectId)).version).toBe(before);

    expect((await host.ask(`/api/links/${link}/confirm`, { body: {} })).status).toBe(200);
    expect((await host.ask(`/api/links/${link}/withdraw`, { body: {} })).status).toBe(200);
    const ended = (await events(projectId)).find(({ body }) => body.type === 'ended');
    expect(ended?.actor).toMatchObject({
      kind: 'investor',
      entered: { by: expect.any(String) as string, at: expect.any(Number) as number },
    });
    expect(JSON.stringify(await events(projectId))).not.toContain('@');
    const { get } = await visitorOf(host, 'head');
    expect((await get(`/office/projects/${projectId}/history?lang=en`)).text).toContain(
      'by a link to the address that',
    );
  });

  it('S7: is changed a second time within 30 days by the head, on the page as by the interface', async () => {
    const { projectId } = await host.submit();
    await host.settle();
    const change = (email: string, as: string) =>
      host.ask(`/api/projects/${projectId}/contact`, { as, body: { name: 'Representative', email } });
    expect((await change('first-change@example.org', 'officer')).status).toBe(200);
    expect((await change('second-change@example.org', 'officer')).status).toBe(403);
    const form = { name: 'Representative', email: 'second-change@example.org', step: 'check' };
    const refused = await (
      await visitorOf(host, 'officer')
    ).post(`/office/projects/${projectId}/contact?lang=en`, form);
    expect([refused.status, refused.text.includes('Only the head of the office')]).toEqual([400, true]);
    expect(
      (await (await visitorOf(host, 'head')).post(`/office/projects/${projectId}/contact?lang=en`, form)).text,
    ).toContain('second-change@example.org');
    expect((await change('second-change@example.org', 'head')).status).toBe(200);
  });
});

describe('the link to a party’s former address', () => {
  it('S6: ends with the address, and all that is open is at the new one, shown beforehand on the page', async () => {
    const lines = { utilities: { power: { kilowatts: 5 } } };
    const placed = [
      await placeAt(host, 'technical-conditions', lines),
      await placeAt(host, 'technical-conditions', lines),
    ];
    const old = await Promise.all(
      placed.map(async ({ projectId }) =>
        holderLink(host, openOne(await host.project(projectId), 'technical-condition', 'power')),
      ),
    );
    const {
      body: { parties },
    } = await host.ask<AdminZoneView>('/api/admin/zones/aqtobe', { as: 'administrator' });
    const { names, language, version = 0 } = parties.find(({ partyId }) => partyId === 'aqtobe-power')!;
    const email = 'power-mended@example.org';
    const form = {
      ...Object.fromEntries(Object.entries(names).map(([of, name]) => [`names.${of}`, name])),
      email,
      language,
      version: String(version),
    };
    const { post: send } = await visitorOf(host, 'administrator');
    const address = '/admin/zones/aqtobe/party?party=aqtobe-power';
    const preview = await send(`${address}&lang=en`, form);
    expect([
      preview.status,
      preview.text.includes('The links to 2 open assignments, sent to the former address, end at once.'),
      preview.text.includes('/l/a.'),
    ]).toEqual([200, true, false]);
    for (const { projectId } of placed) expect(preview.text).toContain((await host.project(projectId)).number);
    expect((await host.ask(`/api/links/${old[0] ?? ''}`)).status).toBe(200);

    await outage(true);
    expect((await send(address, { ...form, step: 'send' })).status).toBe(303);
    const decision = goodAnswer('technical-condition', await today(host));
    for (const link of old) {
      const looked = await host.ask<Problem>(`/api/links/${link}`);
      expect([looked.status, looked.body.type]).toEqual([410, expect.stringContaining('link-replaced')]);
      expect((await host.ask(`/api/links/${link}/decision`, { body: { decision } })).status).toBe(410);
      expect((await host.ask(`/api/links/${link}/documents`)).status).toBe(410);
      const late = { answer: 'refused', reasonCode: 'no-capacity', reason: 'Typed while it ended.', step: 'check' };
      const page = await post(`/l/${link}`, late);
      expect([page.status, (await page.text()).includes('Typed while it ended.')]).toEqual([410, true]);
    }
    await outage(false);
    await host.advance('PT2H');
    const sent = (await host.mail()).filter(({ to, tags }) => to === email && tags['notice'] === 'party-links');
    expect(sent.map(({ links }) => links.length)).toEqual([3]);
    for (const link of sent[0]?.links.map(linkOf).slice(0, 2) ?? [])
      expect((await host.ask(`/api/links/${link}/decision`, { body: { decision } })).status).toBe(200);
  });
});

describe('the link to a draft', () => {
  it('S16: after handing in says so and sends the tracking link once more, but shows it to nobody', async () => {
    const path = await submittedDraft(host.endpoints.site);
    await host.settle();
    const receipt = await (await fetch(host.endpoints.site + path)).text();
    const number = /[A-Z]{3}-\d{4}-[A-Z\d]{6}/.exec(receipt)?.[0];
    expect(receipt).not.toContain('/l/');
    const sent = async () =>
      (await host.mail()).filter(
        ({ subject, tags }) => tags['notice'] === 'link' && subject.includes(number ?? 'none'),
      );
    expect(await sent()).toEqual([]);
    // Whoever has the draft's link cannot choose where it goes.
    const again = await post(`${path}/save`, { email: 'somebody-else@example.org' });
    expect([again.status, again.headers.get('location')]).toEqual([303, `${path}?sent`]);
    await host.settle();
    const [email] = await sent();
    expect(email?.to).not.toContain('somebody-else');
    expect((await host.ask(`/api/links/${linkOf(email?.links[0] ?? '')}`)).status).toBe(200);
    expect(await (await fetch(`${host.endpoints.site}${path}?sent&lang=en`)).text()).toContain('on its way again');
  });
});
