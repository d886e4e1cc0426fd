import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BoardView } from '#core/board/board-view.ts';
import { ObligationsView } from '#core/obligations/obligation-facts.ts';
import { obligationTexts } from '#core/texts/areas/obligations.ts';
import { languages } from '#core/kernel/common.ts';
import { request } from '#local/kit/request.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { visitorOf } from '#test/support/staff-session.ts';
import { drive, today } from '#test/support/walk.ts';

let host: TestHost;
beforeAll(async () => {
  host = await openHost();
});
afterAll(() => host.close());

const viewOf = async (projectId: string): Promise<ObligationsView> => {
  const { body } = await host.ask<unknown>(`/api/projects/${projectId}/obligations`, { as: 'leadership' });
  return ObligationsView.parse(body);
};
const board = async (): Promise<BoardView> =>
  (await host.ask<BoardView>('/api/board?zone=aqtobe', { as: 'officer' })).body;

describe('an expansion', () => {
  it('is a letter of its own that begins with the company, the contact and the production that are there', async () => {
    const { projectId, track } = await placeAt(host, 'construction-start');
    await drive(host, projectId, ({ phase }) => phase === 'ended');
    const { text } = await request(`${host.endpoints.site}/l/${track}/obligations`);
    const fields = [...text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']): [string, string] => [name, value],
    );
    const begun = await request(`${host.endpoints.site}/letter`, {
      method: 'POST',
      body: new URLSearchParams([...fields, ['jobs', '7']]),
    });
    expect(begun.status).toBe(303);
    const step = `${host.endpoints.site}${begun.headers.get('location') ?? ''}`;
    const { company } = await host.project(projectId);
    expect((await request(step)).text).toContain(`value="${company}"`);
    expect((await request(step.replace(/[^/]+$/, 'production'))).text).not.toContain('value="7"');
  });
});

describe('three years of obligations', () => {
  it('are reported by link and confirmed, but for one that is asked for, missed, visited and reported late', async () => {
    const { projectId, track } = await placeAt(host, 'construction-start');
    await drive(host, projectId, ({ phase }) => phase === 'ended');
    const thisYear = Number((await today(host)).slice(0, 4));
    const [first, second, third] = [thisYear - 2, thisYear - 1, thisYear].map(String) as [string, string, string];
    const officer = await visitorOf(host, 'officer');
    const office = `/office/projects/${projectId}/obligations`;
    const send = async (query: string, fields: Readonly<Record<string, string>>) =>
      (await officer.post(`${office}?${query}`, { ...fields, step: 'send' })).location;
    for (const year of [first, second, third])
      expect(await send('do=plan', { year, every: 'year', output: '12 500 000', jobs: '80' })).toBe(
        `${office}?done=plan`,
      );

    const page = `${host.endpoints.site}/l/${track}/obligations`;
    const report = async (period: string, fields: Readonly<Record<string, string>>) =>
      request(`${page}?do=report&period=${period}`, {
        method: 'POST',
        body: new URLSearchParams({ ...fields, step: 'send' }),
      });
    // A year that is not over.
    expect((await report(third, { output: '1' })).headers.get('location')).toContain('check');
    const sent = await report(first, { output: '9 200 000', jobs: '40' });
    expect(sent.headers.get('location')).toContain('done=report');
    expect((await request(`${page}?do=report&period=${second}&lang=en`)).text).toMatch(/9[\s,\u00a0]200[\s,\u00a0]000/);
    expect(await send(`do=confirm&period=${first}`, { output: '9 000 000', jobs: '40', words: 'By the return.' })).toBe(
      `${office}?done=confirm`,
    );
    const years = (await viewOf(projectId)).years;
    expect(years[0]).toMatchObject({
      reported: { output: { amountMinor: 920_000_000 } },
      confirmed: { output: { amountMinor: 900_000_000 } },
      rest: { output: { amountMinor: 350_000_000 }, jobs: 40 },
    });
    expect(years[1]).not.toHaveProperty('reported');
    expect((await report(second, { output: '12 500 000', jobs: '60' })).headers.get('location')).toContain(
      'done=report',
    );

    // Nobody reports the third: it is asked for, missed, and after half a year somebody goes there.
    for (let month = 0; (await viewOf(projectId)).visit === undefined && month < 11; month += 1)
      await host.advance('P30D');
    const missed = await viewOf(projectId);
    expect(missed.periods.map(({ state }) => state)).toEqual(['confirmed', 'reported', 'not-reported']);
    expect(missed).toMatchObject({ behind: 1, visit: { period: third } });
    const log = await host.ask<{ entries: { body: { type: string; period?: string } }[] }>(
      `/api/projects/${projectId}/events?limit=100`,
      { as: 'leadership' },
    );
    const told = log.body.entries
      .filter(({ body }) => body.type.startsWith('obligations-'))
      .map(({ body }) => body.type);
    expect(told.slice(-5)).toEqual([
      'obligations-asked',
      'obligations-missed',
      'obligations-missed',
      'obligations-missed',
      'obligations-visit-opened',
    ]);
    expect((await board()).obligations.find(({ year }) => String(year) === third)).toMatchObject({
      reported: { output: [] },
      missing: 1,
    });

    const on = await today(host);
    expect(await send('do=visit', { on, words: 'The hall is empty.' })).toBe(`${office}?done=visit`);
    const act = { number: '3-07/9', on, cureDays: '30', words: 'No report.' };
    expect(await send('do=breach', act)).toBe(`${office}?done=breach`);
    expect((await report(third, { output: '12 500 000' })).headers.get('location')).toContain('done=report');
    const late = await viewOf(projectId);
    expect(late).toMatchObject({ behind: 0, breach: { number: '3-07/9' } });
    expect((await board()).obligations.find(({ year }) => String(year) === third)).toMatchObject({
      reported: { output: [{ amountMinor: 1_250_000_000 }] },
      confirmed: { output: [] },
      missing: 0,
    });
    for (const language of languages)
      expect((await request(`${page}?lang=${language}`)).text).toContain(obligationTexts(language).states.reported);
  });
});
