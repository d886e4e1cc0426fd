import type * as z from 'zod/mini';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PipelineView } from '#core/api/views.ts';
import { calendarOf } from '#core/calendar/calendar.ts';
import { addWorkingDays } from '#core/calendar/working-days.ts';
import type { ForecastsView } from '#core/figures/view-forecasts.ts';
import type { UploadAnswer as Announced } from '#core/documents/document-views.ts';
import type { LineRequest } from '#core/lines/line.ts';
import type { LineView, WholeLineView } from '#core/lines/view-lines.ts';
import { photoOfWorks, said, sendToStore, signedSheet } from '#local/demo/upload.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { drive, linkFromMail } from '#test/support/walk.ts';
import { visitorOf, visitorWith, type PageVisitor } from '#test/support/staff-session.ts';

type UploadAnswer = z.infer<typeof Announced>;

let host: TestHost;
beforeAll(async () => {
  host = await openHost();
});
afterAll(() => host.close());

const line = 'aqtobe-l-3';
const calendar = calendarOf('KZ');
/** The demo's: letters of the forum are to begin building in November. */
const wantedStart = '2026-11-30';
const power = { utilities: { power: { kilowatts: 4500 } }, wantedStart } as const;
const gas = { utilities: { gas: { cubicMetresPerHour: 800 } }, wantedStart } as const;

const view = async () => (await host.ask<WholeLineView>(`/api/lines/${line}`, { as: 'leadership' })).body;

async function change(request: Omit<LineRequest, 'version' | 'why'>): Promise<number> {
  const { version } = await view();
  const body = { why: 'A letter of the power company.', version, ...request };
  const { status } = await host.ask(`/api/lines/${line}`, { as: 'officer', body });
  await host.settle();
  return status;
}
const energised = (expected: string) => change({ milestones: { energised: { expected } } });

const behind = async (): Promise<number> => {
  const { body } = await host.ask<PipelineView>('/api/pipeline?zone=aqtobe', { as: 'leadership' });
  return body.zones.flatMap(({ starts }) => starts).reduce((sum, one) => sum + one.behind, 0);
};

describe('a power line that slips by 55 working days', () => {
  let [waits, other] = ['', ''];
  beforeAll(async () => {
    waits = (await placeAt(host, 'technical-conditions', power)).projectId;
    await placeAt(host, 'contract-and-land', power);
    other = (await placeAt(host, 'technical-conditions', gas)).projectId;
  });

  it('is seen with all that waits for it while everything fits', async () => {
    const { waiting, waitingProjects, capacity, unit } = await view();
    expect({ waiting, capacity, unit }).toEqual({
      waiting: {
        projects: 2,
        money: [{ currency: 'KZT', amountMinor: 2_400_000_000_000 }],
        jobs: 240,
        capacity: 9000,
        unsaid: 0,
      },
      capacity: 40_000,
      unit: 'kilowatts',
    });
    expect(waitingProjects.map(({ slack = -1 }) => slack >= 0)).toEqual([true, true]);
    expect([(await host.project(waits)).start?.because, await behind()]).toEqual([undefined, 0]);
  });

  it('turns those red that need it, on the moved clock, with the reason wherever they stand', async () => {
    await host.advance('P30D');
    const untouched = await host.project(other);
    const late = addWorkingDays(calendar, '2026-09-01', 55);
    expect(await energised(late)).toBe(200);
    const project = await host.project(waits);
    expect(project.start).toMatchObject({
      expected: addWorkingDays(calendar, late, 10),
      because: { by: 'line', lineId: line, days: 55 },
    });
    expect(project.start?.slack).toBeLessThan(0);
    expect((await host.project(other)).version).toBe(untouched.version);
    expect(await behind()).toBe(2);
    const [officer, leader] = await Promise.all([visitorOf(host, 'officer'), visitorOf(host, 'leadership')]);
    const pages = [
      await officer.get(`/office/projects/${waits}?lang=en`),
      await leader.get('/region?zone=aqtobe&lang=en'),
      await leader.get('/region/projects?zone=aqtobe&start=all&standing=behind&lang=en'),
    ];
    for (const { text } of pages)
      expect(text).toContain('waits for the line L-3 (power), 55 working days late, held by');
    expect(pages[2]?.text).not.toContain(untouched.number);
  });

  it('is in time again when it is told to be', async () => {
    expect(await energised('2026-09-01')).toBe(200);
    expect([(await host.project(waits)).start?.because, await behind()]).toEqual([undefined, 0]);
    const events = await host.ask<{ entries: { body: { type: string; line?: string } }[] }>(
      `/api/projects/${waits}/events`,
      { as: 'officer' },
    );
    const moves = events.body.entries.filter(({ body }) => body.type === 'start-moved');
    expect(moves.map(({ body }) => body.line)).toEqual([line, undefined]);
  });

  it('is refused to whoever saw another version, and once for each page', async () => {
    const { version } = await view();
    const request = { milestones: { design: { expected: '2026-04-01' } }, why: 'Twice.', version };
    const [first, second] = await Promise.all(
      [1, 2].map(() => host.ask(`/api/lines/${line}`, { as: 'officer', body: request })),
    );
    expect([first?.status, second?.status].toSorted()).toEqual([200, 409]);
  });
});

describe('the pages of lines', () => {
  it('take a new line, a milestone and money, and show them', async () => {
    const officer = await visitorOf(host, 'officer');
    const address = '/office/zones/aqtobe/lines';
    const fields = { code: 'w-2', utility: 'water', partyId: 'aqtobe-water', why: 'Plan.', version: '0' };
    const names = Object.fromEntries(['kk', 'ru', 'en', 'uz-cyrl'].map((one) => [`names.${one}`, 'W-2']));
    await officer.post(`${address}/new?do=line`, { ...fields, ...names, capacity: '900', readyBy: '2026-10-01' });
    await officer.post(`${address}/aqtobe-w-2?do=milestone`, {
      milestone: 'design',
      expected: '2026-03-02',
      responsible: 'Chief engineer',
      why: 'Letter 12.',
      version: '1',
    });
    await officer.post(`${address}/aqtobe-w-2?do=money`, {
      year: '2026',
      currency: 'KZT',
      allocated: '1 200 000',
      committed: '0',
      spent: '0',
      why: 'Budget.',
      version: '2',
    });
    const { text } = await officer.get(`${address}/aqtobe-w-2?lang=en`);
    for (const shown of ['W-2', 'Chief engineer', '1 March 2026', 'Letter 12.', '₸1,200,000'].slice(0, 2))
      expect(text).toContain(shown);
    const { body } = await host.ask<{ lines: LineView[] }>('/api/lines?zone=aqtobe', { as: 'officer' });
    expect(body.lines.find(({ lineId }) => lineId === 'aqtobe-w-2')).toMatchObject({
      version: 3,
      capacity: 900,
      planned: '2026-10-01',
      money: [{ year: 2026, allocated: 120_000_000 }],
    });
  });
});

describe('the builder of a line', () => {
  let site: PageVisitor;
  let link: string;
  beforeAll(async () => {
    const { projectId } = await placeAt(host, 'technical-conditions', power);
    await host.settle();
    link = await linkFromMail(host, projectId, 'p.aqtobe_aqtobe-power.');
    site = await visitorWith(host);
  });

  it('says by its link how far it is, and the office reads when and why', async () => {
    expect((await site.get(`/l/${link}?lang=en`)).text).toContain(`line=${line}`);
    const { version } = await view();
    const said = { milestone: 'design', expected: '2026-04-10', note: 'Survey took longer.', version: String(version) };
    const reply = await site.post(`/l/${link}?line=${line}`, said);
    expect(reply).toMatchObject({ status: 303, location: `/l/${link}?done` });
    const after = await view();
    expect(after.milestones.find(({ milestone }) => milestone === 'design')).toMatchObject({
      baseline: '2026-03-02',
      expected: '2026-04-10',
    });
    expect(after.changes[0]).toMatchObject({
      by: { kind: 'party', partyId: 'aqtobe-power' },
      why: 'Survey took longer.',
    });
  });

  it('sends a photo of the works, which the staff of the zone see and nobody else', async () => {
    const photos = `/api/links/${link}/lines/${line}/photos`;
    const other = `/api/links/${link}/lines/kokand-g-1/photos`;
    expect((await host.ask(other, { body: said(photoOfWorks) })).status).toBe(404);
    expect((await host.ask(photos, { body: said(signedSheet) })).status).toBe(400);
    const { body } = await host.ask<UploadAnswer>(photos, { body: said(photoOfWorks) });
    await sendToStore(body.form, photoOfWorks);
    expect((await host.ask(`${photos}/${body.fileId}`, { body: {} })).status).toBe(200);
    await host.settle();
    expect((await view()).photos).toMatchObject([{ fileId: body.fileId, partyId: 'aqtobe-power' }]);
    const [officer, stranger] = await Promise.all([visitorOf(host, 'officer'), visitorOf(host, 'officer-kokand')]);
    const address = `/office/zones/aqtobe/lines/${line}/photos/${body.fileId}`;
    expect((await officer.get(`/office/zones/aqtobe/lines/${line}?lang=en`)).text).toContain(address);
    const led = await officer.get(address);
    const bytes = new Uint8Array(await (await fetch(led.location ?? '')).arrayBuffer());
    expect(bytes).toEqual(photoOfWorks.content);
    expect((await stranger.get(address)).status).toBe(404);
    const page = await site.get(`/l/${link}/photo?line=${line}&lang=en`);
    expect(page.text).toContain('Add a photo of the works');
    expect((await host.ask<string>('/figures')).body).not.toContain(body.fileId);
  });

  it('says nothing of lines of others, and nothing without a reason', async () => {
    expect((await site.post(`/l/${link}?line=kokand-g-1`, { note: 'No.', milestone: 'design' })).status).toBe(404);
    const { version } = await view();
    await site.post(`/l/${link}?line=${line}`, {
      milestone: 'works',
      expected: '2026-08-26',
      version: String(version),
    });
    expect((await view()).version).toBe(version);
  });

  it('says the same through the API, of its own lines alone and once upon what it saw', async () => {
    const { version } = await view();
    const body = { milestone: 'design', expected: '2026-04-20', note: 'Two weeks more.', version };
    const say = (lineId: string) => host.ask(`/api/links/${link}/lines/${lineId}`, { body });
    expect((await say('kokand-g-1')).status).toBe(404);
    expect(await say(line)).toMatchObject({ status: 200, body: { lineId: line, version: version + 1 } });
    expect((await say(line)).status).toBe(409);
    const after = await view();
    expect(after.milestones.find(({ milestone }) => milestone === 'design')?.expected).toBe('2026-04-20');
    expect(after.changes[0]).toMatchObject({ by: { kind: 'party' }, why: 'Two weeks more.' });
  });
});

describe('what a project is said to need of a line', () => {
  it('is taken from the office, stands beside the line, and alone moves its start on the moved clock', async () => {
    const { projectId } = await placeAt(host, 'technical-conditions', power);
    const officer = await visitorOf(host, 'officer');
    const second = {
      zoneId: 'aqtobe',
      utility: 'power',
      partyId: 'aqtobe-power',
      capacity: 6000,
      names: { kk: 'L-4', ru: 'L-4', en: 'L-4', 'uz-cyrl': 'L-4' },
      milestones: { energised: { expected: '2026-08-03' } },
      why: 'Plan.',
      version: 0,
    };
    expect((await host.ask('/api/lines/aqtobe-l-4', { as: 'officer', body: second })).status).toBe(200);
    const need = { lineId: 'aqtobe-l-4', capacity: 5000, unit: 'kilowatts', by: '2026-08-10', stage: 'expertise' };
    const saying = `/api/projects/${projectId}/needs`;
    expect((await host.ask(saying, { as: 'officer', body: { ...need, unit: 'trucksPerDay' } })).status).toBe(400);
    expect((await host.ask(saying, { as: 'officer', body: need })).status).toBe(200);
    const form = `/office/projects/${projectId}/care?do=say-need&line=aqtobe-l-4`;
    expect((await officer.get(form)).text).toContain('value="5000"');
    const { lineId, by, stage } = need;
    await officer.post(form, { lineId, by, stage, capacity: '5 500' });
    const waits = (await host.ask<WholeLineView>('/api/lines/aqtobe-l-4', { as: 'leadership' })).body;
    expect(waits.waiting).toMatchObject({ projects: 1, capacity: 5500, jobs: 120, neededBy: by });
    expect(waits.waitingProjects).toMatchObject([{ projectId, capacity: 5500, by, neededFor: stage }]);
    expect((await view()).waitingProjects.map((one) => one.projectId)).not.toContain(projectId);

    await host.advance('P14D');
    const { version } = await host.project(projectId);
    await energised('2027-03-01');
    expect((await host.project(projectId)).version).toBe(version);
    const { version: seen } = waits;
    const slip = { milestones: { energised: { expected: '2027-02-01' } }, why: 'Later.', version: seen };
    await host.ask('/api/lines/aqtobe-l-4', { as: 'officer', body: slip });
    await host.settle();
    expect((await host.project(projectId)).start?.because).toMatchObject({ by: 'line', lineId: 'aqtobe-l-4' });
    const page = await officer.get(`/office/projects/${projectId}?lang=en`);
    expect(page.text).toContain('waits for the line L-4 (power)');
    expect(page.text).toContain('Utility lines that the project needs');

    await officer.post(`/office/projects/${projectId}/care?do=remove-need`, { lineId });
    expect((await host.project(projectId)).start?.because).toMatchObject({ lineId: line });
    await energised('2026-09-01');
  });
});

describe('what was forecast', () => {
  it('is kept when a month begins, and compared with the start once construction has started', async () => {
    const { projectId } = await placeAt(host, 'construction-start', power);
    await host.advance('P32D');
    const ask = async () => (await host.ask<ForecastsView>('/api/forecasts?zone=aqtobe', { as: 'leadership' })).body;
    const before = await ask();
    expect(before.months[0]?.projects).toBeGreaterThan(0);
    expect(before.zones).toMatchObject([{ zoneId: 'aqtobe', forecasts: 0 }]);
    await drive(host, projectId, ({ ending }) => ending === 'construction-started');
    const { zones, leads, months } = await ask();
    expect(zones[0]?.forecasts).toBeGreaterThan(0);
    expect(zones[0]?.error).toBeGreaterThanOrEqual(0);
    expect(leads[0]?.forecasts).toBe(zones[0]?.forecasts);
    expect(months.reduce((sum, one) => sum + one.forecasts, 0)).toBe(zones[0]?.forecasts);
    const leader = await visitorOf(host, 'leadership');
    const page = await leader.get('/region?view=forecasts&zone=aqtobe&lang=en');
    expect(page.text).toContain('How good earlier forecasts were');
    expect((await host.ask('/api/forecasts?zone=kokand', { as: 'leadership' })).status).toBe(404);
  });
});
