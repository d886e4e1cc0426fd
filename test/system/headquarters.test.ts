import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod/mini';
import type { HeadquartersEvent } from '#core/headquarters/headquarters.ts';
import type { AgendaView, RegisterView } from '#core/headquarters/view-headquarters.ts';
import { localDateOf } from '#core/calendar/local-date.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { visitorOf, type PageVisitor } from '#test/support/staff-session.ts';
import { answer, drive, openOne, ready } from '#test/support/walk.ts';

type Register = z.infer<typeof RegisterView>;

let host: TestHost;
let head: PageVisitor;
let officer: PageVisitor;
beforeAll(async () => {
  host = await openHost({ zones: ['aqtobe', 'kokand'] });
  head = await visitorOf(host, 'head');
  officer = await visitorOf(host, 'officer');
});
afterAll(() => host.close());

const address = (view: string, id?: string) =>
  `/office/headquarters?zone=aqtobe&view=${view}${id === undefined ? '' : `&id=${id}`}`;
const versionIn = (page: string): string => /name="version" value="(\d+)"/.exec(page)?.[1] ?? '';

/** Sends a form of a page as it was shown. */
async function fill(visitor: PageVisitor, path: string, fields: Readonly<Record<string, string>>) {
  const { text } = await visitor.get(path);
  return visitor.post(path, { version: versionIn(text), ...fields });
}
const record = (fields: Readonly<Record<string, string>>) => fill(head, address('protocol'), fields);
const judge = (visitor: PageVisitor, id: string, action: string, text = '') =>
  fill(visitor, address('instruction', id), { instructionId: id, action, text });
const agenda = async (as = 'leadership') => host.ask<AgendaView>('/api/headquarters/aqtobe/agenda', { as });
const register = async (query = '') =>
  (await host.ask<Register>(`/api/instructions?zone=aqtobe${query}`, { as: 'leadership' })).body;
const sectionsOf = ({ sections }: AgendaView) => sections.map(({ section }) => section);

describe('a headquarters in the hall', () => {
  it('goes matter by matter, shows what was instructed before, and loses nothing where two record at once', async () => {
    const chair = await visitorOf(host, 'head-kokand');
    const of = (view: string, item = '') =>
      `/office/headquarters?zone=kokand&view=${view}${item && `&item=${encodeURIComponent(item)}`}`;
    const version = async () => versionIn((await chair.get(of('protocol'))).text);
    const on = (await chair.get(of('hall'))).text.match(/name="on" value="([^"]+)"/)?.[1] ?? '';
    for (const text of ['Lay the pipe.', 'Fence the site.'])
      await chair.post(of('protocol'), {
        version: await version(),
        action: 'instruct',
        on,
        text,
        responsible: 'party:kokand-gas',
        deadline: on,
      });
    const second = (await chair.get(`${of('hall', 'instructionsDue.i2')}&lang=en`)).text;
    expect(second).toMatch(/<h1.*Matter \d+ of \d+.*Fence the site\.<\/h1>/s);
    expect(second).toContain('id=i2');
    expect(second).not.toContain('Lay the pipe.');
    expect(second).toMatch(/rel="prev"/);
    expect(second).toMatch(/value="party:kokand-gas" selected|selected value="party:kokand-gas"/);

    const here = of('hall', 'instructionsDue.i2');
    const seen = versionIn(second);
    const decide = { version: seen, action: 'decide', on };
    const noDeadline = await chair.post(here, { ...decide, action: 'instruct', text: 'Hang the gate.' });
    expect(noDeadline.text).toContain('Hang the gate.');
    expect(noDeadline.text).toContain('href="#deadline');
    const first = await chair.post(here, { ...decide, text: 'Works go on.' });
    expect([first.status, first.location]).toEqual([303, `${here}&done=decide`]);
    const late = await (await visitorOf(host, 'head-kokand')).post(here, { ...decide, text: 'Works stop.' });
    expect(late.text).toContain('Works stop.');
    expect((await chair.get(of('protocol'))).text).not.toContain('<li>Works stop.</li>');
    await chair.post(here, { ...decide, version: versionIn(late.text), text: 'Works stop.' });
    const protocol = (await chair.get(of('protocol'))).text;
    for (const text of ['Works go on.', 'Works stop.']) expect(protocol).toContain(`<li>${text}</li>`);

    const leader = await visitorOf(host, 'leadership-kokand');
    expect((await leader.get(of('hall'))).status).toBe(403);
  });
});

describe('a headquarters', () => {
  it('meets every week for eight weeks, keeps what it instructed, and ends by itself', async () => {
    expect((await agenda()).body).toMatchObject({ meetingOn: '2025-12-17', time: '10:00', since: '2025-12-12' });
    const plant = await placeAt(host, 'construction-start');
    const late = await placeAt(host, 'technical-conditions');

    await host.advance('P5D');
    const instruct = { action: 'instruct', on: '2025-12-17', responsible: 'party:aqtobe-power' };
    const given = await record({ ...instruct, text: 'Name a connection point.', deadline: '2025-12-24' });
    expect([given.status, given.location]).toEqual([303, `${address('protocol')}&done=instruct`]);
    const { number } = await host.project(late.projectId);
    await record({ ...instruct, text: 'Set the poles.', deadline: '2025-12-24', project: number });
    await record({ action: 'decide', on: '2025-12-17', text: 'Works begin in May.' });
    // The same form once more comes from an older state: it is told, and nothing is written twice.
    const stale = await head.post(address('protocol'), {
      version: '1',
      action: 'decide',
      on: '2025-12-17',
      text: 'Works begin in May.',
    });
    expect(stale.text).toContain('Works begin in May.');
    expect((await head.get(address('protocol'))).text.match(/<li>Works begin in May\.<\/li>/g)).toHaveLength(1);

    // In time, after evidence that the secretary did not accept.
    expect((await judge(head, 'i1', 'give-evidence', 'A letter is on its way.')).status).toBe(303);
    expect((await judge(head, 'i1', 'accept')).status).toBe(403);
    expect((await judge(officer, 'i1', 'refuse', 'A letter is no connection point.')).status).toBe(303);
    await host.advance('P6D');
    await judge(head, 'i1', 'give-evidence', 'Feeder 7.');
    await host.advance('P3D');
    await judge(officer, 'i1', 'accept');
    // Past its deadline.
    expect(sectionsOf((await agenda()).body)).toContain('instructions');
    expect((await register()).figures).toEqual({ keptInTime: 1, keptLate: 0, open: 1, pastDue: 1 });
    await judge(head, 'i2', 'give-evidence', 'Twelve poles stand.');
    await judge(officer, 'i2', 'accept');
    const { instructions } = await register('&person=party:aqtobe-power');
    expect(instructions.map(({ standing, keptOn, project }) => [standing, keptOn, project?.number])).toEqual([
      ['kept-in-time', '2025-12-23', undefined],
      ['kept-late', '2025-12-26', number],
    ]);
    const page = (await officer.get(`${address('instructions')}&standing=kept-late&lang=en`)).text;
    expect(page).toContain('Set the poles.');
    expect(page).not.toContain('Name a connection point.');
    expect((await officer.get(`${address('instructions')}&as=csv&lang=en`)).text).toMatch(/Set the poles\..*Kept late/);

    // A third one is not carried out: told of once a step, each in their language, in the digest of a morning.
    await record({ ...instruct, on: '2025-12-26', text: 'Pour the footing.', deadline: '2026-01-14', project: number });

    // Eight weeks: Wednesday after Wednesday, the holiday of 7 January on the next working day.
    const meetings: string[] = [];
    for (let week = 0; week < 8; week += 1) {
      const { meetingOn = '' } = (await agenda()).body;
      meetings.push(meetingOn);
      await host.advance('P7D');
    }
    expect(meetings).toEqual([
      '2025-12-31',
      '2026-01-08',
      '2026-01-14',
      '2026-01-21',
      '2026-01-28',
      '2026-02-04',
      '2026-02-11',
      '2026-02-18',
    ]);
    expect(sectionsOf((await agenda()).body)).toEqual(expect.arrayContaining(['overdue']));
    const told = (await host.mail()).filter(
      ({ notice, text }) => notice === 'digest' && text.includes('Pour the footing.'),
    );
    const daysTo = (reader: string) =>
      told.filter(({ to }) => to.startsWith(reader)).map(({ at }) => localDateOf(Date.parse(at), 300));
    expect(
      Object.fromEntries(['power', 'officer', 'head@', 'headquarters', 'leadership@'].map((to) => [to, daysTo(to)])),
    ).toEqual({
      power: ['2025-12-29', '2026-01-06', '2026-01-13', '2026-01-15'],
      officer: ['2026-01-19'],
      'head@': ['2026-01-19'],
      headquarters: ['2026-01-26'],
      'leadership@': ['2026-01-26'],
    });
    const [toParty] = told;
    expect([toParty?.language, toParty?.text]).toEqual([
      'ru',
      expect.stringContaining('Поручение № 3, заседание 26 декабря 2025'),
    ]);
    expect(toParty?.text).not.toContain('/office');
    const toLeader = told.find(({ to }) => to.startsWith('leadership'));
    expect(toLeader?.links).toContain(`${host.endpoints.site}${address('instruction', 'i3')}`);

    // The agenda goes out in the morning of the working day before each meeting: to staff all of it, to a party its own.
    const packsSent = async () =>
      (await host.mail()).filter(({ tags }) => tags['lane']?.startsWith('digest-pack-aqtobe-') === true);
    const packs = await packsSent();
    const packDays = (reader: string) =>
      packs.filter(({ to }) => to.startsWith(reader)).map(({ at }) => localDateOf(Date.parse(at), 300));
    const before = ['2025-12-15', '2025-12-23', '2025-12-30', '2026-01-06', '2026-01-13', '2026-01-20', '2026-01-27'];
    for (const reader of ['officer@', 'head@', 'headquarters@', 'leadership@', 'power.', 'gas.'])
      expect(packDays(reader), reader).toEqual([...before, '2026-02-03', '2026-02-10', '2026-02-17']);
    const packTo = (reader: string, day: string) =>
      packs.find(({ to, at }) => to.startsWith(reader) && localDateOf(Date.parse(at), 300) === day);
    const toHead = packTo('head@', '2026-01-20');
    expect([toHead?.language, toHead?.links]).toEqual([
      'kk',
      [`${host.endpoints.site}/office/headquarters?zone=aqtobe`],
    ]);
    expect(toHead?.text).toContain('Pour the footing.');
    const [power, gas] = [packTo('power.', '2026-01-20'), packTo('gas.', '2026-01-20')];
    expect(power?.text).toContain('Pour the footing.');
    expect(gas?.text).not.toContain('Pour the footing.');
    for (const email of [power, gas]) {
      expect(email?.text).not.toContain('/office');
      expect(email?.links).toEqual([expect.stringContaining('/l/p.')]);
    }

    const { projectId } = plant;
    await drive(host, projectId, ready('construction-start'));
    await answer(host, openOne(await host.project(projectId), 'office-decision'), { outcome: 'approved' });
    await host.settle();
    expect((await host.project(projectId)).ending).toBe('construction-started');
    const ended = (await agenda()).body;
    expect(ended.endedOn).toBe('2026-02-20');
    expect(ended.meetingOn).toBeUndefined();
    expect((await record({ action: 'decide', on: '2026-02-20', text: 'Too late.' })).status).toBe(403);

    const sent = async () => (await packsSent()).length;
    const untilEnd = await sent();
    await host.advance('P7D');
    expect(await sent()).toBe(untilEnd);

    await host.asStaff('head', `/api/projects/${projectId}/reopen`, { reason: 'The wrong plant.' });
    await host.settle();
    expect((await agenda()).body.meetingOn).toBe('2026-03-04');
    await host.advance('P4D');
    expect(await sent()).toBe(untilEnd + 6);

    const { Items = [] } = await host.table.send(
      new QueryCommand({
        TableName: host.endpoints.tableName,
        KeyConditionExpression: 'PK = :pk AND begins_with(SK, :event)',
        ExpressionAttributeValues: { ':pk': 'HEADQUARTERS#aqtobe', ':event': 'EVENT#' },
      }),
    );
    expect(Items.map(({ event }) => (event as HeadquartersEvent).what)).toEqual([
      'begun',
      'instructed',
      'instructed',
      'decided',
      'evidence-given',
      'refused',
      'evidence-given',
      'accepted',
      'evidence-given',
      'accepted',
      'instructed',
    ]);
  });

  it('is nothing to somebody of another zone', async () => {
    const stranger = await visitorOf(host, 'head-kokand');
    for (const view of ['agenda', 'protocol', 'instructions', 'setting'])
      expect((await stranger.get(address(view))).status).toBe(404);
    expect((await agenda('officer-kokand')).status).toBe(404);
    expect((await host.ask('/api/instructions?zone=aqtobe', { as: 'officer-kokand' })).status).toBe(404);
    expect((await stranger.post(address('protocol'), { version: '1', action: 'decide' })).status).toBe(404);
  });

  it('is begun by the head of an office on a page, and changed there', async () => {
    const wrong = await fill(head, address('setting'), {
      secretary: '',
      weekday: '5',
      time: '9',
      begunOn: '2025-12-12',
    });
    expect(wrong.status).toBe(400);
    const right = await fill(head, address('setting'), {
      members: 'staff:demo-head',
      secretary: 'demo-head',
      weekday: '5',
      time: '09:30',
      begunOn: '2025-12-12',
    });
    expect([right.status, right.location]).toEqual([303, '/office/headquarters?zone=aqtobe&done=set']);
    expect((await agenda()).body).toMatchObject({ meetingOn: '2026-03-06', time: '09:30' });
  });
});
