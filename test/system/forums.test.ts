import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#core/calendar/local-date.ts';
import type { CohortView, PromisesView } from '#core/forums/view-forum.ts';
import { forumLane, type Guest, type Promised } from '#core/forums/forum-record.ts';
import type { Meeting } from '#core/forums/meetings.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { visitorOf, visitorWith } from '#test/support/staff-session.ts';
import { drive, today } from '#test/support/walk.ts';

let host: TestHost;
beforeAll(async () => {
  host = await openHost({ zones: ['aqtobe', 'kokand'] });
});
afterAll(() => host.close());

const forum = 'aqtobe-investment-forum-2025';
const act = (body: object, as = 'officer') =>
  host.ask<{ guests: Guest[]; promises: Promised[]; meetings?: Meeting[] }>(`/api/forums/${forum}`, { as, body });
const cohort = async (age = '', as = 'leadership') => {
  const { body } = await host.ask<CohortView>(`/api/forums/${forum}/cohort${age}`, { as });
  return Object.fromEntries(body.cohort.steps.map((one) => [one.step, one]));
};
const stale = async (promiseId: string) => {
  const { body } = await host.ask<PromisesView>('/api/promises?zone=aqtobe', { as: 'leadership' });
  return body.promises.find((one) => one.promiseId === promiseId)?.stale;
};

/** What a form begins with: texts and what is chosen of a list. */
const fieldsIn = (page: string): Record<string, string> =>
  Object.fromEntries(
    [...page.matchAll(/<input[^>]*name="([^"]+)"[^>]*value="([^"]+)"/g)]
      .filter(([tag]) => !/type="(radio|checkbox)"/.test(tag) || tag.includes('checked'))
      .map(([, name = '', value = '']) => [name, value]),
  );

/** What of a letter no memorandum says. */
const beside = {
  sector: 'construction-materials',
  production: 'Thermal insulation',
  exportShare: '10',
  financing: 'own-funds',
  'investment.currency': 'USD',
  'company.country': 'KZ',
  'company.number': '251140012374',
  'utilities.power.unknown': 'true',
  landHectares: '2',
  wantedStart: '2026-11-02',
  'contact.language': 'en',
  signed: 'true',
  consent: 'true',
};

describe('a forum', () => {
  it('from the first invitation to what came of it a year later', async () => {
    const before = await cohort();
    const invited = await act({
      action: 'invite',
      owner: 'demo-officer',
      guests: [
        { name: 'Aru', company: 'Isolation Works', email: 'aru@example.org' },
        { name: 'Berik', company: 'Lift Plant', email: 'berik@example.org' },
      ],
    });
    expect(invited.status).toBe(200);
    const [aru, berik] = invited.body.guests;
    // Each has a link of their own: they answer by it, and it opens nothing else.
    await host.settle();
    const visitor = await visitorWith(host);
    const lane = forumLane('aqtobe', forum);
    const links = await Promise.all((await host.mailOf(lane)).map(({ text }) => /\/l\/g\.\S+/.exec(text)?.[0] ?? ''));
    expect(new Set(links).size).toBe(2);
    const [ofAru = ''] = links.filter((one) => one.includes(aru?.guestId ?? ''));
    expect((await visitor.get(ofAru)).text).toContain('Isolation Works');
    expect((await visitor.get(`${ofAru}/copy`)).status).toBe(404);
    expect((await visitor.post(ofAru, { action: 'accepted' })).location).toBe(`${ofAru}?done`);
    // One table, two times: each is given once, to whoever asks first, by link or in the office.
    const day = await today(host);
    await act({ action: 'hall', version: 0, tables: 1, from: '09:00', until: '10:00', minutes: 30 });
    const askedOf = (time: string) => visitor.post(`${ofAru}?meeting=new`, { time: `${day} ${time}` });
    expect((await askedOf('09:00')).location).toBe(ofAru);
    const forBerik = (at: string) => act({ action: 'ask-meeting', guestId: berik?.guestId, on: day, at });
    expect((await forBerik('09:00')).status).toBe(400);
    expect((await forBerik('09:30')).status).toBe(200);
    expect((await askedOf('09:30')).location).toContain('check');
    const { body: hall } = await act({ action: 'ask-meeting', guestId: aru?.guestId, on: day, at: '09:00' });
    const [meeting] = hall.meetings ?? [];
    const take = { action: 'take-meeting', meetingId: meeting?.meetingId, version: meeting?.version };
    expect(await act(take)).toMatchObject({ status: 200, body: { meetings: [{ state: 'accepted' }] } });
    const calendar = (await visitor.get(`${ofAru}/calendar.ics`)).text;
    expect(calendar).toContain(`DTSTART:${day.replaceAll('-', '')}T040000Z`);
    expect((await visitor.get(`/forums/${forum}`)).status).toBe(200);
    // Nobody writes to a guest who is another's already.
    const again = { name: 'Aru A.', company: 'Isolation', email: 'ARU@example.org' };
    expect(await act({ action: 'invite', owner: 'demo-head', guests: [again] }, 'head')).toMatchObject({ status: 400 });
    const on = (one: Guest | undefined, action: string, more = {}) => ({
      action,
      guestId: one?.guestId,
      version: one?.version,
      ...more,
    });
    expect((await act(on(berik, 'declined', { reason: 'Another forum.' }))).status).toBe(200);
    const met = on(aru && { ...aru, version: 2 }, 'met', { outcome: 'They need 2 MW.' });
    expect((await act(met)).body.guests[0]).toMatchObject({ outcome: 'They need 2 MW.', version: 3 });
    // The line was lost and the phone sends it once more.
    expect((await act(met)).status).toBe(409);

    const signed = await act({
      action: 'sign',
      kind: 'memorandum',
      parties: 'Isolation Works',
      signedOn: await today(host),
      money: { amountMinor: 5_000_000_00, currency: 'USD' },
      jobs: 40,
      owner: 'demo-officer',
      guestId: aru?.guestId,
    });
    const promiseId = signed.body.promises[0]?.promiseId ?? '';
    const now = await cohort();
    expect(now['invited']?.count).toBe((before['invited']?.count ?? 0) + 2);
    expect(now['met']?.count).toBe((before['met']?.count ?? 0) + 1);
    expect(now['promised']?.money).toContainEqual({ amountMinor: 5_000_000_00, currency: 'USD' });

    await host.advance('P30D');
    expect(await stale(promiseId)).toBe('owner');
    await host.advance('P30D');
    expect(await stale(promiseId)).toBe('head');
    await host.advance('P30D');
    expect(await stale(promiseId)).toBe('leadership');

    // Owner, head and leadership have read of it; now it becomes a letter, and what was signed is not typed again.
    const told = (await host.mail()).filter(({ text }) => text.includes(promiseId)).map(({ to }) => to);
    // Leadership is two people there.
    expect(new Set(told).size).toBe(4);
    const officer = await visitorOf(host, 'officer');
    const form = await officer.get(`/office/letters?zone=aqtobe&forum=${forum}&promise=${promiseId}`);
    for (const typed of ['Isolation Works', 'aru@example.org', 'value="5000000"', 'value="40"'])
      expect(form.text).toContain(typed);
    const begun = fieldsIn(form.text);
    const entered = await officer.post(`/office/letters?zone=aqtobe&forum=${forum}&promise=${promiseId}`, {
      ...begun,
      ...beside,
    });
    const wrong = [...entered.text.matchAll(/href="#([^"]+)"/g)]
      .map(([, name]) => name)
      .filter((name) => name !== 'main');
    expect([entered.status, wrong]).toEqual([303, []]);
    await host.settle();
    const { body } = await host.ask<PromisesView>('/api/promises?zone=aqtobe', { as: 'officer' });
    expect(entered.location).toContain(body.promises.find((one) => one.promiseId === promiseId)?.project?.projectId);
    expect(await stale(promiseId)).toBeUndefined();
    // At the age of a day there was neither letter nor paper.
    expect((await cohort('?age=P1D'))['letters']?.count).toBe(0);

    const { projectId } = await placeAt(host, 'construction-start', { forum });
    // That on paper counts once its address is confirmed; this one does.
    const letters = (await cohort())['letters'];
    expect(letters?.count).toBe((before['letters']?.count ?? 0) + 1);
    // What could start by a day: nothing the day before it is expected, it on that day.
    const launch = async (by: string) =>
      (await host.ask<CohortView>(`/api/forums/${forum}/cohort?by=${by}`, { as: 'leadership' })).body;
    const expected = (await launch('2025-01-01')).launch.find((one) => one.projectId === projectId)?.expected ?? '';
    const [dayBefore, onDay] = await Promise.all([launch(addDays(expected, -1)), launch(expected)]);
    expect(onDay.couldStart?.by).toBe(expected);
    expect(onDay.couldStart?.count).toBeGreaterThan(dayBefore.couldStart?.count ?? Infinity);
    await drive(host, projectId, ({ ending }) => ending === 'construction-started');
    expect((await cohort())['started']?.count).toBe((before['started']?.count ?? 0) + 1);
  });

  it('is kept by its office and read by whoever has a role there', async () => {
    const body = { action: 'invite', owner: 'demo-officer', guests: [{ name: 'Dana', company: 'Rebar' }] };
    expect((await act(body, 'leadership')).status).toBe(403);
    expect((await act(body, 'head-kokand')).status).toBe(404);
    const officer = await visitorOf(host, 'officer');
    const sent = await officer.post(`/office/forums?forum=${forum}&view=invite`, {
      owner: 'demo-officer',
      guests: 'Dana; Rebar Works; dana@example.org\n"Erlan";"Ceramics"',
    });
    expect(sent.status).toBe(303);
    const page = await officer.get(`/office/forums?forum=${forum}&view=guests`);
    expect(page.text).toContain('Dana');
    expect(page.text).toContain('Ceramics');
  });
});
