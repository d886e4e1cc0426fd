import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { AgendaView } from '#core/headquarters/view-headquarters.ts';
import { localDateOf } from '#core/calendar/local-date.ts';
import { keys } from '#functions/adapters/table/keys.ts';
import { zones } from '#seeds/zones.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { visitorOf, type PageVisitor } from '#test/support/staff-session.ts';
import { answer, drive, openOne, ready } from '#test/support/walk.ts';

let host: TestHost;
let leader: PageVisitor;
const region = 'region=aqtobe-region';
const turkistan = { officer: 'officer-turkistan', head: 'headquarters' };

beforeAll(async () => {
  host = await openHost();
  // One region with two zones: that of Turkistan moves into it.
  for (const zone of zones.filter(({ zoneId }) => zoneId === 'turkistan'))
    for (const key of [keys.zone(zone.zoneId), keys.zoneListed(zone.zoneId)])
      await host.table.send(
        new PutCommand({ TableName: host.endpoints.tableName, Item: { ...key, ...zone, regionId: 'aqtobe-region' } }),
      );
  await host.advance('P1D');
  leader = await visitorOf(host, 'leadership');
});
afterAll(() => host.close());

const address = (view: string, id?: string) =>
  `/office/headquarters?${region}&view=${view}${id === undefined ? '' : `&id=${id}`}`;
const versionIn = (page: string): string => /name="version" value="(\d+)"/.exec(page)?.[1] ?? '';
async function fill(visitor: PageVisitor, path: string, fields: Readonly<Record<string, string>>) {
  const { text } = await visitor.get(path);
  return visitor.post(path, { version: versionIn(text), ...fields });
}
const agenda = async (as = 'leadership') =>
  host.ask<AgendaView>('/api/headquarters/aqtobe-region/agenda?scope=region', { as });
const mailOf = async (start: string) =>
  (await host.mail()).filter(({ tags }) => tags['lane']?.startsWith(start) === true);

describe('a headquarters of a region', () => {
  it('speaks of all its zones, tells each once, ends when all have a first plant, and opens again', async () => {
    expect((await agenda()).status).toBe(404);
    const begun = await fill(leader, address('setting'), {
      members: 'party:turkistan-power',
      secretary: 'demo-headquarters',
      weekday: '3',
      time: '15:00',
      begunOn: localDateOf(await host.settle(), 300),
    });
    expect([begun.status, begun.location]).toEqual([303, `/office/headquarters?${region}&done=set`]);

    const plants = [
      await placeAt(host, 'construction-start'),
      await placeAt(host, 'construction-start', { zoneId: 'turkistan' }),
    ];
    const late: string[] = [];
    for (const zoneId of ['aqtobe', 'turkistan'])
      for (let count = 0; count < 4; count += 1) {
        const { projectId } = await placeAt(host, 'technical-conditions', { zoneId });
        late.push((await host.project(projectId, 'leadership')).number);
      }
    const on = localDateOf(await host.settle(), 300);
    const given = await fill(leader, address('protocol'), {
      action: 'instruct',
      on,
      text: 'Name a connection point.',
      responsible: 'party:turkistan-power',
      deadline: on,
      project: late[7] ?? '',
    });
    expect([given.status, given.location]).toEqual([303, `${address('protocol')}&done=instruct`]);
    await host.advance('P45D');

    const { body } = await agenda();
    expect(body).toMatchObject({ headquartersId: 'aqtobe-region', scope: 'region', time: '15:00' });
    const overdue = body.sections
      .filter(({ section }) => section === 'slipped' || section === 'overdue')
      .flatMap(({ items }) => items.map(({ zoneId, number = '' }) => `${zoneId} ${number}`));
    expect(late.filter((number, at) => overdue.includes(`${at < 4 ? 'aqtobe' : 'turkistan'} ${number}`))).toEqual(late);
    const page = (await leader.get(`/office/headquarters?${region}&lang=en`)).text;
    expect(page).toContain('Region (Aqtöbe Special Economic Zone, ');
    expect(page).toContain('Name a connection point.');

    // Told of once a step, in the digest of the party's own zone, and above to who leads the region; never to the head of the other zone.
    const told = (await host.mail()).filter(
      ({ notice, text }) => notice === 'digest' && text.includes('Name a connection point.'),
    );
    const times = (reader: string) => told.filter(({ to }) => to.startsWith(reader)).length;
    expect({
      party: times('power.turkistan'),
      secretary: times('headquarters@'),
      leadership: times('leadership@'),
      head: times('head@'),
    }).toEqual({ party: 1, secretary: 2, leadership: 1, head: 0 });
    expect(told.find(({ to }) => to.startsWith('leadership@'))?.links).toContain(
      `${host.endpoints.site}${address('instruction', 'i1')}`,
    );
    const packs = await mailOf('digest-pack-region_aqtobe-region-');
    const [toSecretary] = packs.filter(({ to }) => to.startsWith('headquarters@'));
    expect(toSecretary?.links).toEqual([`${host.endpoints.site}/office/headquarters?${region}`]);
    expect(packs.filter(({ to }) => to.startsWith('power.turkistan')).length).toBe(packs.length / 2);

    const start = async (projectId: string, staff?: typeof turkistan) => {
      await drive(host, projectId, ready('construction-start'), staff);
      const open = openOne(await host.project(projectId, staff?.officer), 'office-decision');
      await answer(host, open, { outcome: 'approved' }, staff);
      await host.settle();
    };
    const [first, second] = plants.map(({ projectId }) => projectId);
    await start(first ?? '');
    expect((await agenda()).body.endedOn).toBeUndefined();
    await start(second ?? '', turkistan);
    const today = localDateOf(await host.settle(), 300);
    const ended = (await agenda()).body;
    expect([ended.endedOn, ended.meetingOn]).toEqual([today, undefined]);
    expect((await fill(leader, address('protocol'), { action: 'decide', on: today, text: 'Too late.' })).status).toBe(
      403,
    );
    const sent = (await mailOf('digest-pack-region_')).length;
    await host.advance('P7D');
    expect(await mailOf('digest-pack-region_')).toHaveLength(sent);

    await host.asStaff('head', `/api/projects/${first ?? ''}/reopen`, { reason: 'The wrong plant.' });
    await host.settle();
    expect((await agenda()).body.endedOn).toBeUndefined();
    // To both for the meeting of the next day, and for the one after it.
    await host.advance('P7D');
    expect(await mailOf('digest-pack-region_')).toHaveLength(sent + 4);

    const { Items = [] } = await host.table.send(
      new QueryCommand({
        TableName: host.endpoints.tableName,
        KeyConditionExpression: 'PK = :pk AND begins_with(SK, :event)',
        ExpressionAttributeValues: { ':pk': 'REGION-HEADQUARTERS#aqtobe-region', ':event': 'EVENT#' },
      }),
    );
    expect(Items).toHaveLength(2);
  });

  it('is read by those who lead the region or one of its zones, and is nothing to another region', async () => {
    const asked = async (as: string) => (await agenda(as)).status;
    expect({
      head: await asked('head'),
      headquarters: await asked('headquarters'),
      officer: await asked('officer-turkistan'),
      elsewhere: await asked('leadership-kokand'),
    }).toEqual({ head: 200, headquarters: 200, officer: 403, elsewhere: 404 });
    const stranger = await visitorOf(host, 'head-kokand');
    for (const view of ['agenda', 'protocol', 'instructions', 'setting'])
      expect((await stranger.get(address(view))).status).toBe(404);
    expect((await host.ask(`/api/instructions?${region}`, { as: 'head' })).body).toMatchObject({
      scope: 'region',
      figures: { open: 1, pastDue: 1 },
    });
    expect((await host.ask('/api/instructions', { as: 'head' })).status).toBe(400);
  });
});
