import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ObstacleView } from '#core/api/views.ts';
import { calendarOf } from '#core/calendar/calendar.ts';
import { addWorkingDays } from '#core/calendar/working-days.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { visitorOf } from '#test/support/staff-session.ts';
import { today } from '#test/support/walk.ts';

let host: TestHost;
beforeAll(async () => {
  host = await openHost({ zones: ['aqtobe'] });
});
afterAll(() => host.close());

it('an obstacle goes up a rung at a time to the leadership, each told once, and outside with an answer', async () => {
  const { projectId } = await placeAt(host, 'technical-conditions');
  const { number } = await host.project(projectId);
  const due = addWorkingDays(calendarOf('KZ'), await today(host), 1);
  const about = { kind: 'party', partyId: 'aqtobe-power' };
  const body = { about, words: 'No answer to three letters.', due };
  expect((await host.ask(`/api/projects/${projectId}/obstacles`, { as: 'officer', body })).status).toBe(200);
  const { obstacleId } = (await host.project(projectId)).obstacles[0] ?? { obstacleId: '' };
  const path = `/api/projects/${projectId}/obstacles/${obstacleId}`;
  const view = async () => (await host.ask<ObstacleView>(path, { as: 'head' })).body;
  expect((await view()).about).toMatchObject(about);
  await host.advance('P36D');
  await host.settle();
  const told = (await host.mail()).filter(
    ({ notice, to, text }) => notice === 'digest' && to.startsWith('leadership') && text.includes(number),
  );
  expect(told.map(({ to }) => to).toSorted()).toEqual(['leadership-all@example.org', 'leadership@example.org']);
  expect(await view()).toMatchObject({ toldTo: 'leadership' });
  const events = (
    await host.ask<{ entries: readonly { body: { type: string; rung?: string } }[] }>(
      `/api/projects/${projectId}/events?limit=100`,
      { as: 'head' },
    )
  ).body.entries.flatMap(({ body: { type, rung } }) => (type === 'obstacle-escalated' ? [rung] : []));
  expect(events.toSorted()).toEqual(['head', 'headquarters', 'leadership']);

  const outside = (on: string, words: string) => ({ body: 'prosecutor', on, words });
  const refer = { as: 'head', body: outside(due, 'The company is silent.') };
  expect((await host.ask(`${path}/refer`, { ...refer, as: 'officer' })).status).toBe(403);
  expect((await host.ask(`${path}/refer`, refer)).status).toBe(200);
  const list = (query: string) =>
    host.ask<{ entries: readonly ObstacleView[] }>(`/api/obstacles?zone=aqtobe&${query}`, { as: 'leadership' });
  expect((await list('referral=prosecutor&scope=party')).body.entries).toMatchObject([
    { obstacleId, referrals: [{ to: 'prosecutor', on: due, days: expect.any(Number) as number }] },
  ]);
  expect((await list('referral=ombudsman')).body.entries).toEqual([]);
  const leadership = await visitorOf(host, 'leadership');
  expect((await leadership.get('/office?obstacles=1')).text).toContain('Prosecutor: since');
  const answered = { as: 'officer', body: outside(await today(host), 'Answer within ten days.') };
  expect((await host.ask(`${path}/referral-answer`, answered)).status).toBe(200);
  expect((await view()).said.map(({ text }) => text)).toContain('Answer within ten days.');
  expect((await list('referral=prosecutor')).body.entries).toEqual([]);
});
