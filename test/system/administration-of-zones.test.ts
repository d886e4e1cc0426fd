import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AdminZoneView, PreviewView } from '#core/people/administration.ts';
import type { Party } from '#core/reference/reference.ts';
import type { Problem } from '#core/api/views.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { openOne } from '#test/support/walk.ts';

let host: TestHost;
beforeAll(async () => {
  host = await openHost();
});
afterAll(() => host.close());

const zonePath = '/api/admin/zones/aqtobe';
const view = async () => (await host.ask<AdminZoneView>(zonePath, { as: 'administrator' })).body;
const post = <Body = unknown>(path: string, body: object) =>
  host.ask<Body>(`${zonePath}${path}`, { as: 'administrator', body });
const day = (date: string, change: object = {}) => ({
  change: 'set-day',
  date,
  working: false,
  reason: 'Day moved',
  ...change,
});
/** A warm function trusts a zone for some seconds of real time: one that has just begun has read nothing yet. */
async function trusted(): Promise<void> {
  const { dataDir } = host;
  await host.host.close();
  host = await openHost({ dataDir });
}

describe('a party', () => {
  it('with a mended address gets there what was still waiting', async () => {
    await fetch(`${host.endpoints.email}/outage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"down": true}',
    });
    const { projectId } = await placeAt(host, 'technical-conditions', {
      utilities: { gas: { cubicMetresPerHour: 5 } },
    });
    const party = (await view()).parties.find(({ kind }) => kind === 'gas');
    const { names, language } = party!;
    expect(
      (await post(`/parties/aqtobe-gas`, { version: 0, names, language, email: 'mended@example.org' })).status,
    ).toBe(200);
    expect(
      await post<Problem>(`/parties/aqtobe-gas`, { version: 0, names, language, email: 'other@example.org' }),
    ).toMatchObject({ status: 409, body: { version: 1 } });
    await fetch(`${host.endpoints.email}/outage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"down": false}',
    });
    await host.advance('PT2H');
    const toGas = (await host.mailOf(projectId)).filter(
      ({ notice, to }) => notice === 'assignment' && /gas|mended/.test(to),
    );
    expect(toGas.map(({ to }) => to)).toEqual(['mended@example.org']);
  });

  it('that has to answer stays; without anything open it is asked no more, and the office is asked instead', async () => {
    expect(await post<Problem>('/parties/aqtobe-gas/end', {})).toMatchObject({
      status: 409,
      body: { state: 'holds-assignments' },
    });
    expect(await post<{ party: Party }>('/parties/aqtobe-rail/end', {})).toMatchObject({
      status: 200,
      body: { party: { endedOn: expect.any(String) } },
    });
    expect((await view()).missing).toEqual(['rail']);
    const added = {
      kind: 'rail',
      names: Object.fromEntries(['kk', 'ru', 'en', 'uz', 'uz-cyrl'].map((one) => [one, 'Rail'])),
      email: 'rail@example.org',
      language: 'kk',
    };
    const [first, second] = await Promise.all([
      post<{ party: Party }>('/parties', added),
      post<{ party: Party }>('/parties', added),
    ]);
    expect(
      new Set([first, second].flatMap(({ body, status }) => (status === 200 ? [body.party.partyId] : []))).size,
    ).toBe(1);
    expect((await view()).parties.filter(({ kind }) => kind === 'rail')).toHaveLength(2);
    expect((await view()).missing).toEqual([]);
  });
});

describe('a day of the calendar', () => {
  it('is looked at before it is changed: what moves, and what was told and stays', async () => {
    const { projectId } = await placeAt(host, 'technical-conditions', { utilities: { power: { kilowatts: 5 } } });
    const { due, assignmentId } = openOne(await host.project(projectId), 'technical-condition', 'power');
    const stages = (await host.project(projectId)).stages;
    const preview = (await post<PreviewView>('/preview', day(due))).body;
    expect(preview.told.map((one) => one.assignmentId)).toContain(assignmentId);
    const move = preview.moved.find((one) => one.projectId === projectId);
    const start = stages.find(({ stage }) => stage === 'construction-start');
    expect(move?.startBefore).toBe(start?.target);
    expect((await host.project(projectId)).stages).toEqual(stages);
    expect((await post('/setting', day(due))).status).toBe(200);
    await trusted();
    const after = await host.project(projectId);
    expect(after.stages.find(({ stage }) => stage === 'construction-start')).toMatchObject({
      target: move?.startAfter,
      baseline: start?.baseline,
    });
    expect(openOne(after, 'technical-condition', 'power').due).toBe(due);
    expect((await post('/setting', day(due))).status).toBe(200);
    expect((await view()).zone.overrides.filter(({ date }) => date === due)).toHaveLength(1);
    expect((await post('/setting', { change: 'clear-day', date: due })).status).toBe(200);
    expect((await view()).zone.overrides).toEqual([]);
  });

  it.each([
    ['today', '2025-12-12', 'not-in-future'],
    ['before today', '2025-01-01', 'not-in-future'],
    ['too far ahead', '2031-01-01', 'too-late'],
  ])('%s is not changed', async (_, date, code) => {
    expect(await post<Problem>('/setting', day(date))).toMatchObject({
      status: 400,
      body: { issues: [{ path: 'date', code }] },
    });
  });

  it('two at once are both kept', async () => {
    const both = await Promise.all([post('/setting', day('2026-11-10')), post('/setting', day('2026-11-11'))]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect((await view()).zone.overrides.map(({ date }) => date)).toEqual(['2026-11-10', '2026-11-11']);
  });
});

describe('a duration of the zone', () => {
  const duration = (effectiveFrom: string, workingDays = 40) => ({
    change: 'set-duration',
    stage: 'expertise',
    workingDays,
    source: { title: 'Order No. 1' },
    effectiveFrom,
  });

  it('begins on its day, for stages that begin then, and cannot be written over', async () => {
    const running = await placeAt(host, 'expertise');
    const before = await host.project(running.projectId);
    expect((await post<PreviewView>('/preview', duration('2026-01-12'))).body.moved.length).toBeGreaterThan(0);
    expect((await post('/setting', duration('2026-01-12'))).status).toBe(200);
    expect((await post('/setting', duration('2026-01-12'))).status).toBe(200);
    expect(await post<Problem>('/setting', duration('2026-01-12', 50))).toMatchObject({
      status: 400,
      body: { issues: [{ code: 'taken' }] },
    });
    await trusted();
    const after = await host.project(running.projectId);
    expect(after.due).toBe(before.due);
    await host.advance('P32D');
    const later = await placeAt(host, 'expertise');
    expect((await host.project(later.projectId)).due).not.toBe(before.due);
    expect(
      await post<Problem>('/setting', { change: 'withdraw-duration', stage: 'expertise', effectiveFrom: '2026-01-12' }),
    ).toMatchObject({ status: 400 });
  });

  it('whose day has not come can be withdrawn', async () => {
    const own = async () =>
      (await view()).durations.filter(
        ({ zoneId, effectiveFrom }) => zoneId === 'aqtobe' && effectiveFrom === '2026-06-01',
      );
    expect((await post('/setting', duration('2026-06-01'))).status).toBe(200);
    expect(await own()).toHaveLength(1);
    expect(
      (await post('/setting', { change: 'withdraw-duration', stage: 'expertise', effectiveFrom: '2026-06-01' })).status,
    ).toBe(200);
    expect(await own()).toEqual([]);
  });
});

describe('a forum of the zone', () => {
  const names = Object.fromEntries(['kk', 'ru', 'en', 'uz', 'uz-cyrl'].map((one) => [one, 'Autumn forum']));
  const forum = { names, firstDay: '2026-11-12', lastDay: '2026-11-13' };
  const held = async () => (await view()).zone.forums.filter(({ firstDay }) => firstDay.startsWith('2026-11'));

  it('is added once by the same form many times at once, and can be named by a letter; of two changes one is kept', async () => {
    const added = await Promise.all([post('/forums', forum), post('/forums', forum)]);
    expect(added.some(({ status }) => status === 200)).toBe(true);
    const [one, ...more] = await held();
    expect(more).toEqual([]);
    const { forumId } = one!;
    const { version } = (await view()).zone;
    const changes = await Promise.all(
      ['2026-11-14', '2026-11-15'].map((lastDay) =>
        post<Problem>(`/forums/${forumId}`, { ...forum, version, lastDay }),
      ),
    );
    expect(changes.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await held()).toMatchObject([
      { forumId, lastDay: changes[0]?.status === 200 ? '2026-11-14' : '2026-11-15' },
    ]);
    await trusted();
    const {
      body: { zones },
    } = await host.ask<{ zones: { zoneId: string; forums: { forumId: string }[] }[] }>('/api/zones');
    expect(zones.find(({ zoneId }) => zoneId === 'aqtobe')?.forums.map((each) => each.forumId)).toContain(forumId);
  });

  it('cannot end before it begins', async () => {
    expect(await post<Problem>('/forums', { ...forum, lastDay: '2026-11-11' })).toMatchObject({
      status: 400,
      body: { issues: [{ path: 'lastDay' }] },
    });
  });
});
