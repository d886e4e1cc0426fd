import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NoticeKind } from '#core/notices/notice.ts';
import { mostDelegates } from '#core/links/delegates.ts';
import { takeMoment } from '#local/folder/moment.ts';
import { folderCommand } from '#test/support/folder-command.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { visitorOf } from '#test/support/staff-session.ts';
import { linkOf, openOne } from '#test/support/walk.ts';

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

async function emails(projectId: string, to: string, notice?: NoticeKind) {
  await host.settle();
  return (await host.mailOf(projectId)).filter(
    (one) => one.to === to && (notice === undefined || one.notice === notice),
  );
}

const first = <One>([one]: readonly One[]): One => {
  if (one === undefined) throw new Error('There is none');
  return one;
};

let addresses = 0;
const newAddress = (): string => {
  addresses += 1;
  return `colleague-${String(addresses)}@example.org`;
};

/** Adds a colleague, who confirms; gives the page of the link that they have. */
async function withColleague(track: string, projectId: string, email = newAddress()) {
  const added = await visit(`/l/${track}/people/new`, { name: 'Aru Colleague', email, language: 'kk' });
  expect(added).toMatchObject({ status: 303, to: `/l/${track}/people?done=added` });
  const invited = first(await emails(projectId, email, 'invited'));
  const asked = `/l/${linkOf(first(invited.links))}`;
  const { to } = await visit(`${asked}/confirm`, {});
  expect(to).toMatch(/^\/l\/t\.[^?]*\?done=confirmed$/);
  return { email, asked, page: to.split('?')[0] ?? '', invited };
}

describe('S12: several people of an investor', () => {
  it('a colleague confirms by a link that tells nothing before, and then gets the same emails and is named', async () => {
    const { projectId, track } = await placeAt(host, 'design-documentation');
    const email = newAddress();
    for (const [typed, told] of [
      [{ name: '', email, language: 'kk' }, 'Name: '],
      [{ name: 'Aru', email: 'no address', language: 'kk' }, 'Email: '],
    ] as const)
      expect((await visit((await visit(`/l/${track}/people/new`, typed)).to)).text).toContain(told);
    const { asked, page, invited } = await withColleague(track, projectId, email);
    expect(await emails(projectId, email, 'invited')).toHaveLength(1);
    expect(invited.text).not.toMatch(/Tested Plant|Aru/);
    expect(invited.language).toBe('kk');
    // Pressed again it is there already, and leads nowhere but to what was confirmed.
    expect((await visit(page)).text).toContain('Tested Plant');
    expect((await visit(asked)).text).toContain('Tested Plant');

    await visit(`${page}/questions`, { question: 'Who measures?' });
    const { assignmentId } = openOne(await host.project(projectId), 'question');
    const decision = { outcome: 'done', facts: {}, note: 'We do.' };
    await host.ask(`/api/assignments/${assignmentId}/decision`, { as: 'officer', body: { decision } });
    const toColleague = first(await emails(projectId, email, 'question-answered'));
    expect([toColleague.language, `/l/${linkOf(first(toColleague.links))}`]).toEqual(['kk', page]);
    expect((await host.mailOf(projectId)).filter(({ notice }) => notice === 'question-answered')).toHaveLength(2);
    expect((await visit(`/l/${track}`)).text).toContain('Aru Colleague');
    const { get } = await visitorOf(host, 'officer');
    expect((await get(`/office/projects/${projectId}/history?lang=en`)).text).toContain('Investor, Aru Colleague');
  });

  it('before it is confirmed an address opens nothing of the project, whichever way it is asked', async () => {
    const { projectId, track } = await placeAt(host, 'expertise');
    const email = newAddress();
    await visit(`/l/${track}/people/new`, { name: 'Aru Colleague', email, language: 'en' });
    const asked = linkOf(first(first(await emails(projectId, email, 'invited')).links));
    const shown = await visit(`/l/${asked}`);
    expect([shown.status, shown.text.includes('Confirm my address'), shown.text.includes('Tested Plant')]).toEqual([
      200,
      true,
      false,
    ]);
    for (const below of ['documents', 'questions', 'people', 'obstacles', 'calendar.ics'])
      expect((await visit(`/l/${asked}/${below}`)).text).not.toContain('Tested Plant');
    expect((await host.ask(`/api/links/${asked}`)).status).toBe(403);
    expect((await host.ask(`/api/links/${asked}/withdraw`, { body: {} })).status).toBe(403);
    expect((await emails(projectId, email)).map(({ notice }) => notice)).toEqual(['invited']);
  });

  it('does what the contact does, but for the contact’s own; removed, their link ends at once', async () => {
    const { projectId, track } = await placeAt(host, 'expertise');
    const { email, page } = await withColleague(track, projectId);
    const link = page.replace('/l/', '');
    expect((await host.ask(`/api/links/${link}/withdraw`, { body: {} })).status).toBe(403);
    for (const below of ['people', 'people/new', 'people/own'])
      expect((await visit(`${page}/${below}`)).status).toBe(403);
    expect((await visit(page)).text).not.toMatch(/\/withdraw"|\/people"/);

    const list = (await visit(`/l/${track}/people`)).text;
    expect(list).toContain(email);
    const [, remove = ''] = /href="(\/l\/[^"]*\/people\/\d+)"/.exec(list) ?? [];
    expect((await visit(remove)).text).toContain('Remove this person?');
    for (const _ of ['once', 'twice'])
      expect(await visit(remove, {})).toMatchObject({ status: 303, to: `/l/${track}/people?done=removed` });
    expect((await visit(page)).status).toBe(410);
    expect((await host.ask(`/api/links/${link}/questions`, { body: { question: 'Still there?' } })).status).toBe(410);
    await host.ask(`/api/projects/${projectId}/notes`, { as: 'officer', body: { text: 'For all.', shared: true } });
    expect(await emails(projectId, email, 'note-shared')).toEqual([]);
    expect((await visit(`/l/${track}`)).status).toBe(200);
  });

  it('are few, and an address is not written to over and over', async () => {
    const { track, projectId } = await placeAt(host, 'expertise');
    const add = (email: string) => visit(`/l/${track}/people/new`, { name: 'Aru Colleague', email, language: 'en' });
    const same = newAddress();
    for (const _ of ['once', 'again']) expect((await add(same)).to).toContain('done=added');
    expect(await emails(projectId, same, 'invited')).toHaveLength(1);
    const own = (await host.project(projectId)).contact?.email ?? '';
    expect((await visit((await add(own)).to)).text).toContain('This is your own address');
    for (let at = 1; at < mostDelegates.people; at += 1) expect((await add(newAddress())).to).toContain('done=added');
    expect((await visit(`/l/${track}/people`)).text).toContain('There are five people already');
    expect((await visit((await add(newAddress())).to)).status).toBe(409);
  });
});

describe('S12: the contact’s own', () => {
  it('language changes at once, an address when it is confirmed there; the one before is told', async () => {
    const { track, projectId } = await placeAt(host, 'expertise');
    const before = (await host.project(projectId)).contact?.email ?? '';
    const own = `/l/${track}/people/own`;
    expect((await visit(own)).text).toContain(before);
    expect((await visit(own, { language: 'ru', email: before })).to).toContain('done=saved');
    const share = (text: string) =>
      host.ask(`/api/projects/${projectId}/notes`, { as: 'officer', body: { text, shared: true } });
    await share('First.');
    expect((await emails(projectId, before, 'note-shared')).at(-1)?.language).toBe('ru');

    const after = newAddress();
    expect((await visit(own, { language: 'ru', email: after })).to).toContain('done=moving');
    expect((await visit(`/l/${track}/people`)).text).toContain(`Waiting to be confirmed: ${after}`);
    await share('Second.');
    expect(await emails(projectId, after, 'note-shared')).toEqual([]);
    const asked = linkOf(first(first(await emails(projectId, after, 'invited')).links));
    const { to } = await visit(`/l/${asked}/confirm`, {});
    expect((await visit(to)).text).toContain('Tested Plant');
    expect((await visit(`/l/${track}`)).status).toBe(410);
    const [told, ...more] = await emails(projectId, before, 'address-moved');
    expect([more, told?.links, told?.text.includes(after)]).toEqual([[], [], false]);
    expect(first(await emails(projectId, after, 'address-moved')).links[0]).toContain(to.split('?')[0]);
    await share('Third.');
    expect(await emails(projectId, after, 'note-shared')).toHaveLength(1);
    expect((await host.project(projectId)).confirmed).toBe(true);
    expect((await visit(`/l/${asked}/confirm`, {})).status).toBe(410);
  });
});

describe('S12: erasing', () => {
  it('a colleague’s address takes them off the project, and nothing names them', async () => {
    const { track, projectId } = await placeAt(host, 'expertise');
    const email = 'erasable.colleague@example.org';
    const { page } = await withColleague(track, projectId, email);
    const { code, err } = await folderCommand(host.dataDir, 'erase', email);
    expect({ code, err }).toMatchObject({ code: 0 });
    expect((await visit(page)).status).toBe(410);
    await host.settle();
    const { moment } = takeMoment(host.dataDir, () => undefined);
    const items = moment.store('table.sqlite').prepare('SELECT item_json FROM zholkarta').all();
    moment.close();
    const mail = readdirSync(join(host.dataDir, 'mail')).map((name) =>
      readFileSync(join(host.dataDir, 'mail', name), 'utf8'),
    );
    expect(JSON.stringify([items, mail])).not.toContain(email);
  });
});
