import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LinkView, ObstacleView, ProjectView } from '#core/api/views.ts';
import type { ZoneObstacleView } from '#core/api/zone-obstacle-view.ts';
import { calendarOf } from '#core/calendar/calendar.ts';
import { addWorkingDays } from '#core/calendar/working-days.ts';
import type { AgendaView } from '#core/headquarters/view-headquarters.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { today } from '#test/support/walk.ts';
import { visitorOf } from '#test/support/staff-session.ts';

let host: TestHost;
beforeAll(async () => {
  host = await openHost();
});
afterAll(() => host.close());

const powered = { utilities: { power: { kilowatts: 900 } } };
const gassed = { utilities: { gas: { cubicMetresPerHour: 200 } } };
const words = 'The main substation has no free feeder.';

it('what stands in the way of many projects is one record: shown on each, counted once, settled once', async () => {
  const one = await placeAt(host, 'technical-conditions', powered);
  const two = await placeAt(host, 'contract-and-land', powered);
  const other = await placeAt(host, 'technical-conditions', gassed);
  const raised = await host.ask<{ obstacle: { obstacleId: string } }>('/api/zones/aqtobe/obstacles', {
    as: 'head',
    body: { about: { kind: 'line', line: 'power' }, words },
  });
  expect(raised.status).toBe(200);
  const { obstacleId } = raised.body.obstacle;
  const path = `/api/zones/aqtobe/obstacles/${obstacleId}`;
  const seen = await host.ask<ZoneObstacleView>(path, { as: 'officer' });
  expect(seen.body.projects.map(({ projectId }) => projectId)).toEqual(
    expect.arrayContaining([one.projectId, two.projectId]),
  );
  expect(seen.body.projects.map(({ projectId }) => projectId)).not.toContain(other.projectId);

  // What a function has read of a zone it trusts for some seconds: the next morning all know of it.
  await host.advance('P1D');
  const ofProject = async (projectId: string) =>
    (await host.ask<ProjectView>(`/api/projects/${projectId}`, { as: 'officer' })).body.obstacles;
  expect(await ofProject(one.projectId)).toMatchObject([{ obstacleId, zoneWide: true, state: 'open' }]);
  expect(await ofProject(two.projectId)).toMatchObject([{ obstacleId }]);
  expect(await ofProject(other.projectId)).toEqual([]);
  const { body: link } = await host.ask<LinkView>(`/api/links/${one.track}`);
  expect(link.obstacles).toMatchObject([{ obstacleId, zoneWide: true }]);
  const investor = await host.ask<ObstacleView>(`/api/links/${one.track}/obstacles/${obstacleId}`);
  expect(investor.body.said.map(({ text }) => text)).toEqual([words]);
  expect((await host.ask(`/api/links/${other.track}/obstacles/${obstacleId}`)).status).toBe(404);
  const page = await (await fetch(`${host.endpoints.site}/l/${one.track}/obstacles/${obstacleId}?lang=en`)).text();
  expect(page).toContain(words);

  const list = async () =>
    (await host.ask<{ entries: readonly ObstacleView[] }>('/api/obstacles?zone=aqtobe', { as: 'leadership' })).body
      .entries;
  expect((await list()).filter((entry) => entry.obstacleId === obstacleId)).toHaveLength(1);
  const { body: agenda } = await host.ask<AgendaView>('/api/headquarters/aqtobe/agenda', { as: 'head' });
  const items = agenda.sections.find(({ section }) => section === 'obstacles')?.items ?? [];
  expect(items.filter((item) => item.obstacleId === obstacleId)).toHaveLength(1);

  const head = await visitorOf(host, 'head');
  const form = `/office/zones/aqtobe/obstacles/${obstacleId}/resolve`;
  expect((await head.post(form, { words: 'Feeder 7 is free.', step: 'send' })).status).toBe(303);
  expect((await host.ask<ZoneObstacleView>(path, { as: 'officer' })).body).toMatchObject({
    state: 'resolved',
    projects: [],
  });
  await host.advance('P1D');
  expect([await ofProject(one.projectId), await ofProject(two.projectId), await list()]).toEqual([[], [], []]);
});

it('something to do on a day stands in the own list and in the email of that day, until it is done', async () => {
  const { projectId } = await placeAt(host, 'expertise');
  const officer = await visitorOf(host, 'officer');
  const form = `/office/projects/${projectId}/follow-ups`;
  const on = addWorkingDays(calendarOf('KZ'), await today(host), 3);
  const who =
    (await officer.get(form)).text.match(/<option value="([^"]+)"/g)?.map((one) => one.split('"')[1])[0] ?? '';
  expect((await officer.post(form, { text: 'Ask the bank.', on, who, step: 'send' })).status).toBe(303);
  const mine = '/office/zones/aqtobe/follow-ups';
  const [, id = ''] = /follow-ups\?id=([a-z0-9-]+)/.exec((await officer.get(mine)).text) ?? [];
  const told = async () => {
    await host.settle();
    return (await host.mail()).filter(({ links }) => links.some((url) => url.endsWith(`follow-ups?id=${id}`))).length;
  };
  expect(await told()).toBe(0);
  while ((await today(host)) < on) await host.advance('P1D');
  expect(await told()).toBe(1);
  const moved = await host.ask(`/api/projects/${projectId}/follow-ups/${id}`, {
    as: 'officer-kokand',
    body: { act: 'done' },
  });
  expect(moved.status).toBe(404);
  expect((await officer.post(`${form}?id=${id}`, { act: 'done', step: 'send' })).status).toBe(303);
  expect((await officer.get(mine)).text).not.toContain(id);
  await host.advance('P4D');
  expect(await told()).toBe(1);
});

it('projects that nobody has verified for 30 days stand in a list, in Monday’s digest, until somebody looks', async () => {
  const { projectId } = await placeAt(host, 'technical-conditions', powered);
  await host.advance('P40D');
  await host.settle();
  const stale = async () =>
    (await host.ask<{ projects: { projectId: string }[] }>('/api/stale?zone=aqtobe', { as: 'head' })).body.projects.map(
      (one) => one.projectId,
    );
  expect(await stale()).toContain(projectId);
  const digests = (await host.mail()).filter(({ notice, to }) => notice === 'digest' && to.startsWith('head@'));
  expect(digests.some(({ links }) => links.some((url) => url.endsWith('/office/zones/aqtobe/stale')))).toBe(true);
  const officer = await visitorOf(host, 'officer');
  const list = '/office/zones/aqtobe/stale';
  expect((await officer.get(list)).text).toContain(projectId);
  expect((await officer.post(list, { project: projectId })).status).toBe(303);
  expect(await stale()).not.toContain(projectId);
  expect((await (await visitorOf(host, 'leadership')).get(list)).status).toBe(403);
});
