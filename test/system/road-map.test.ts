import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod/mini';
import type { Problem } from '#core/api/views.ts';
import type { EventPage, ProjectPage } from '#core/api/views.ts';
import { addDays } from '#core/calendar/local-date.ts';
import type { RoadMapView } from '#core/road-map/view-road-map.ts';
import { careTexts } from '#core/texts/areas/care.ts';
import { emailTextsOf } from '#core/texts/areas/emails.ts';
import { textsOf } from '#core/texts/index.ts';
import { roadMapTexts } from '#core/texts/areas/road-map.ts';
import { languages } from '#core/kernel/common.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { readCalendar } from '#test/support/read-calendar.ts';
import { request } from '#local/kit/request.ts';
import { visitorOf, type PageVisitor } from '#test/support/staff-session.ts';
import { choices, fillRoadMap } from '#test/support/road-map.ts';
import { today } from '#test/support/walk.ts';

let host: TestHost;
let officer: PageVisitor;
let head: PageVisitor;
beforeAll(async () => {
  host = await openHost();
  [officer, head] = await Promise.all([visitorOf(host, 'officer'), visitorOf(host, 'head')]);
});
afterAll(() => host.close());

const roadMapOf = async (projectId: string): Promise<RoadMapView> =>
  (await host.ask<RoadMapView>(`/api/projects/${projectId}/road-map`, { as: 'officer' })).body;
const approve = (projectId: string, as = 'head') =>
  host.ask<z.infer<typeof Problem>>(`/api/projects/${projectId}/road-map/approve`, { as, body: {} });
const page = (projectId: string, query = '') => `/office/projects/${projectId}/road-map${query}`;
const fillIn = (projectId: string, more: Readonly<Record<string, string>> = {}): Promise<void> =>
  fillRoadMap(host, officer, projectId, more);

describe('the road map of a project', () => {
  it('is made, filled in by one form, refused with reasons, approved, and changed by somebody above', async () => {
    const { projectId, track } = await placeAt(host, 'contract-and-land');
    const drawn = await roadMapOf(projectId);
    expect(drawn).toMatchObject({ state: 'drawn', actions: ['fill'], range: { needed: 10 } });
    expect((await officer.get(page(projectId))).text).toContain('id="range"');
    expect(drawn.rows.find(({ row }) => row === 'contract-and-land.plot')).toMatchObject({
      person: { kind: 'party' },
      lacks: ['deputy'],
    });

    const refused = await approve(projectId);
    expect(refused.status).toBe(400);
    expect(refused.body.issues?.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        'contract-and-land.person',
        'contract-and-land.plot.deputy',
        'construction-start.person',
      ]),
    );
    const shown = await head.post(page(projectId, '?do=approve'), { step: 'send' });
    expect(shown.status).toBe(400);
    expect(shown.text).toContain(page(projectId, '?do=row&amp;row=contract-and-land.plot'));

    const expertise = addDays(await today(host), 300);
    await fillIn(projectId, { 'rows.expertise.target': expertise });
    expect((await approve(projectId, 'officer')).status).toBe(403);
    expect((await approve(projectId)).status).toBe(200);
    const approved = await roadMapOf(projectId);
    expect(approved.rows.find(({ row }) => row === 'expertise')).toMatchObject({
      baseline: expertise,
      target: expertise,
    });

    // Whoever reads the log can compute the hash without this program.
    const log = await host.ask<z.infer<typeof EventPage>>(`/api/projects/${projectId}/events?limit=100`, {
      as: 'leadership',
    });
    const event = log.body.entries.findLast(({ body }) => body.type === 'road-map-approved')?.body;
    if (event?.type !== 'road-map-approved' || event.rows === undefined) throw new Error('Nothing was approved');
    const rows = event.rows
      .map(({ row, date = '', person = '', deputy = '' }) => [row, date, person, deputy])
      .toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1));
    const hash = createHash('sha256')
      .update(JSON.stringify([projectId, ...rows]))
      .digest('hex');
    expect(event.hash).toBe(hash);
    expect(approved.approved).toMatchObject({ hash, holds: true });
    expect((await officer.get(page(projectId))).text).toContain(hash);
    expect((await host.project(projectId)).stages.find(({ stage }) => stage === 'expertise')?.baseline).toBe(expertise);

    const later = addDays(expertise, 30);
    const asked = await officer.post(page(projectId, '?do=row&row=expertise'), {
      target: later,
      reason: 'supplier-late',
      words: 'The line is late.',
      step: 'send',
    });
    expect(asked.location).toBe(page(projectId, '?done=change'));
    await host.settle();
    const [told] = (await host.mailOf(projectId)).filter(({ notice }) => notice === 'road-map-change');
    expect(told?.text).toContain('The line is late.');
    const [change] = (await roadMapOf(projectId)).changes;
    const answer = page(projectId, `?do=answer&change=${String(change?.change)}`);
    expect((await officer.get(answer)).status).toBe(403);
    const accepted = await head.post(answer, { accepted: 'true', step: 'send' });
    expect(accepted.location).toBe(page(projectId, '?done=answer'));
    expect((await roadMapOf(projectId)).rows.find(({ row }) => row === 'expertise')).toMatchObject({
      baseline: expertise,
      target: later,
    });

    // The investor reads it in short: days and offices, no names.
    const investor = (await request(`${host.endpoints.site}/l/${track}?lang=en`)).text;
    expect(investor).toContain(roadMapTexts('en').title);
    expect(investor).not.toContain(hash);
  });

  it('is a calendar whose entries keep their names', async () => {
    const { projectId } = await placeAt(host, 'contract-and-land');
    const read = async () =>
      readCalendar((await officer.get(page(projectId, '?as=ics&lang=kk'))).text).events.map((one) => one['UID']);
    const [first, again] = [await read(), await read()];
    const { rows } = await roadMapOf(projectId);
    expect(first).toHaveLength(rows.filter(({ target }) => target !== undefined).length);
    expect(new Set(first).size).toBe(first.length);
    expect(again).toEqual(first);
  });

  it('is there for a letter that nobody has accepted yet, and cannot be approved', async () => {
    const { projectId } = await placeAt(host, 'letter-of-intent');
    const { state, rows } = await roadMapOf(projectId);
    expect([state, rows.length > 15]).toEqual([state === 'before' ? 'before' : 'drawn', true]);
  });
});

describe('what others call a project', () => {
  const care = (projectId: string, act: string, fields: Readonly<Record<string, string>> = {}) =>
    officer.post(`/office/projects/${projectId}/care?do=${act}`, fields);
  const found = async (q: string) =>
    (
      await host.ask<z.infer<typeof ProjectPage>>(`/api/projects?zone=aqtobe&q=${encodeURIComponent(q)}`, {
        as: 'officer',
      })
    ).body.entries.map(({ projectId }) => projectId);

  it('is checked by its kind, shown, and found until it is removed', async () => {
    const { projectId } = await placeAt(host, 'contract-and-land');
    const wrong = await care(projectId, 'note-number', { kind: 'cadastre', number: '12' });
    expect(wrong.status).toBe(400);
    await care(projectId, 'note-number', { kind: 'cadastre', number: '02 – 036 – 977 – 123' });
    await host.settle();
    expect((await host.project(projectId)).numbers).toEqual([{ kind: 'cadastre', number: '02-036-977-123' }]);
    expect(await found('02-036-977-123')).toEqual([projectId]);
    expect((await officer.get(`/office/projects/${projectId}?lang=ru`)).text).toContain(careTexts('ru').kinds.cadastre);
    await care(projectId, 'remove-number', { number: 'cadastre 02-036-977-123' });
    await host.settle();
    expect(await found('02-036-977-123')).toEqual([]);
    expect(await found((await host.project(projectId)).number)).toContain(projectId);
  });

  it('a companion is named on pages and in emails to the investor, and the project is verified', async () => {
    const { projectId, track } = await placeAt(host, 'contract-and-land');
    const form = (await officer.get(`/office/projects/${projectId}/care?do=name-companion`)).text;
    const [personId = ''] = choices(form, 'personId');
    await care(projectId, 'name-companion', { personId });
    await care(projectId, 'verify');
    const { companion, verified } = await host.project(projectId);
    expect([companion, verified?.by]).toEqual([personId, expect.any(String)]);
    const tracking = (await request(`${host.endpoints.site}/l/${track}?lang=en`)).text;
    expect(tracking).toContain(careTexts('en').companion);
    await officer.post(`/office/projects/${projectId}/notes`, { text: 'Come to us.', who: 'shared', step: 'send' });
    await host.settle();
    const [note] = (await host.mailOf(projectId)).filter(({ notice }) => notice === 'note-shared');
    const said = languages.map((language) => emailTextsOf(language).email.companion.split('{name}')[0] ?? '');
    expect(said.some((words) => note?.text.includes(words.trim()))).toBe(true);
    // One mechanism for every page behind the link, and for the office's own prints.
    for (const path of ['documents', 'obstacles', 'questions', 'people', 'copy', 'withdraw'])
      expect((await request(`${host.endpoints.site}/l/${track}/${path}?lang=en`)).text, path).toContain(
        `${textsOf('en').office.companion}: `,
      );
    for (const path of ['print', 'history'])
      expect((await officer.get(`/office/projects/${projectId}/${path}?lang=en`)).text).toContain(
        `${careTexts('en').companion}: `,
      );
  });
});
