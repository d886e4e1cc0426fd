import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PipelineView } from '#core/api/views.ts';
import { calendarOf } from '#core/calendar/calendar.ts';
import { addDays } from '#core/calendar/local-date.ts';
import { addWorkingDays, receivedOn } from '#core/calendar/working-days.ts';
import { dateText, shortDateText } from '#core/texts/index.ts';
import { openHost, letterOf, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { visitorOf, type PageVisitor } from '#test/support/staff-session.ts';
import { answer, holderLink, linkFromMail, openOne, today } from '#test/support/walk.ts';

let host: TestHost;
let head: PageVisitor;
let leader: PageVisitor;
beforeAll(async () => {
  host = await openHost();
  head = await visitorOf(host, 'head');
  leader = await visitorOf(host, 'leadership');
});
afterAll(() => host.close());

const calendar = calendarOf('KZ');
const en = (date: string | undefined): string => dateText('en', date ?? '');
const why = { reasonCode: 'supplier-late', reason: 'The substation is under repair.' } as const;
const act = (projectId: string, action: string, body: object) =>
  host.ask(`/api/projects/${projectId}/${action}`, { as: 'head', body: { ...why, ...body } });
const page = async (path: string, visitor = head): Promise<string> =>
  (await visitor.get(`${path}${path.includes('?') ? '&' : '?'}lang=en`)).text;
const tracking = async (track: string): Promise<string> =>
  (await fetch(`${host.endpoints.site}/l/${track}?lang=en`)).text();

it('B2: one power line extended by 55 working days turns the road map red, on pages and in the API', async () => {
  const { projectId, track } = await placeAt(host, 'technical-conditions', { wantedStart: '2026-09-01' });
  // The zone has promised its power line for 1 September: ten working days later, whatever the project's own dates are.
  expect((await host.project(projectId)).start?.expected).toBe(addWorkingDays(calendar, '2026-09-01', 10));
  for (const utility of ['power', 'gas'])
    expect(
      (await host.ask(`/api/zones/aqtobe/lines/${utility}`, { as: 'officer', body: { state: 'ready' } })).status,
    ).toBe(200);
  const before = await host.project(projectId);
  const line = openOne(before, 'technical-condition', 'power');
  expect(before.start?.slack).toBeGreaterThan(0);
  expect(await page('/region?zone=aqtobe', leader)).not.toContain(before.number);
  const to = addWorkingDays(calendar, line.due, 55);
  expect((await act(projectId, 'extend', { assignmentId: line.assignmentId, to })).status).toBe(200);
  const after = await host.project(projectId);
  const expected = addWorkingDays(calendar, before.start!.expected, 55);
  expect(after.start).toMatchObject({ expected, slack: before.start!.slack - 55 });
  expect(after.start!.slack).toBeLessThan(0);
  expect([after.endsOn, after.due]).toEqual([to, before.due]);
  expect(after.stages.map(({ target }) => target)).toEqual(expect.arrayContaining([to, expected]));
  expect(await page(`/office/projects/${projectId}`)).toMatch(new RegExp(`${en(expected)}[\\s\\S]*class="late"`));
  expect(await tracking(track)).toContain(en(expected));
  const {
    body: {
      zones: [zone],
    },
  } = await host.ask<PipelineView>('/api/pipeline?zone=aqtobe', { as: 'leadership' });
  expect(zone?.starts.reduce((sum, { behind }) => sum + behind, 0)).toBe(1);
  for (const path of ['/region?zone=aqtobe', '/region/projects?zone=aqtobe&start=all&standing=behind']) {
    const text = await page(path, leader);
    const isDated = text.includes(en(expected)) || text.includes(shortDateText('en', expected));
    expect([text.includes(after.number), isDated], path).toEqual([true, true]);
  }
  expect(await page('/office?zone=aqtobe&all=true')).toContain(shortDateText('en', to));
});

it('S6, B2: a suspended project says until when wherever it stands, and its start moves at once', async () => {
  const { projectId, track } = await placeAt(host, 'contract-and-land');
  const before = await host.project(projectId);
  const reviewOn = addDays(await today(host), 60);
  expect((await act(projectId, 'suspend', { fault: 'third-party', reviewOn })).status).toBe(200);
  const after = await host.project(projectId);
  expect(after).toMatchObject({ suspended: true, suspendedUntil: reviewOn });
  expect(after.start!.expected > before.start!.expected).toBe(true);
  const told = `Suspended until ${en(reviewOn)}`;
  expect(await page(`/office/projects/${projectId}`)).toContain(told);
  for (const path of ['/office?zone=aqtobe', '/office?zone=aqtobe&all=true'])
    expect(await page(path), path).toContain(`suspended until ${shortDateText('en', reviewOn)}`);
  expect(await tracking(track)).toContain(told);
  expect((await act(projectId, 'resume', {})).status).toBe(200);
});

it('S2: a line that its supplier pauses says until when to everybody, moves the start and stands in the log', async () => {
  const { projectId, track } = await placeAt(host, 'technical-conditions');
  await host.settle();
  const before = await host.project(projectId);
  const line = openOne(before, 'technical-condition', 'power');
  const link = await holderLink(host, line);
  const until = addDays(await today(host), 70);
  expect((await answer(host, line, { outcome: 'suspended', until, ...why })).status).toBe(200);
  const after = await host.project(projectId);
  expect(after.assignments.find(({ assignmentId }) => assignmentId === line.assignmentId)).toMatchObject({
    state: 'paused',
    pausedUntil: until,
  });
  expect([after.endsOn! > until, after.start!.expected > before.start!.expected]).toEqual([true, true]);
  const told = `Suspended until ${en(until)}`;
  for (const text of [await tracking(track), await tracking(link), await page(`/office/projects/${projectId}`)])
    expect(text).toContain(told);
  expect(await tracking(track)).toContain(`suspended until ${en(until)} by the responsible party`);
});

it('D1, S16, D17: a letter and an answer on paper have a day of receipt of their own, and the clocks run from it', async () => {
  const officer = await visitorOf(host, 'officer');
  const letter = letterOf();
  const typedOn = await today(host);
  const came = addWorkingDays(calendar, typedOn, -3);
  const fields = {
    key: randomUUID(),
    receivedOn: came,
    consent: 'true',
    signed: 'true',
    production: letter.production,
    sector: letter.sector,
    jobs: '12',
    exportShare: '10',
    financing: letter.financing,
    'investment.amount': '1000',
    'investment.currency': 'KZT',
    'company.country': 'KZ',
    'company.name': letter.company.name,
    'company.number': letter.company.number,
    landHectares: '2',
    wantedStart: letter.wantedStart,
    'contact.name': 'Representative',
    'contact.email': letter.contact.email,
    'contact.language': 'en',
  };
  const tomorrow = await officer.post('/office/letters?zone=aqtobe', { ...fields, receivedOn: addDays(typedOn, 1) });
  expect([tomorrow.status, tomorrow.text.includes('receivedOn')]).toEqual([400, true]);
  const entered = await officer.post('/office/letters?zone=aqtobe', fields);
  expect(entered.status).toBe(303);
  const projectId = new URL(entered.location ?? '', host.endpoints.site).searchParams.get('project') ?? '';
  await host.settle();
  const project = await host.project(projectId);
  expect([project.receivedOn, project.due]).toEqual([came, addWorkingDays(calendar, came, 5)]);
  expect(await page(`/office/projects/${projectId}/history`)).toContain(`Received on: ${en(came)}`);
  const { projectId: other } = await placeAt(host, 'technical-conditions');
  const { assignmentId } = openOne(await host.project(other), 'technical-condition', 'power');
  const paused = (onBehalf: object) =>
    host.ask(`/api/assignments/${assignmentId}/decision`, {
      as: 'officer',
      body: { decision: { outcome: 'refused', ...why }, onBehalf: { number: '7', date: typedOn, ...onBehalf } },
    });
  expect(await paused({ receivedOn: addDays(typedOn, -1) })).toMatchObject({
    status: 400,
    body: { issues: [{ path: 'onBehalf.receivedOn', code: 'before-letter' }] },
  });
  expect(await paused({ receivedOn: addDays(typedOn, 1) })).toMatchObject({
    status: 400,
    body: { issues: [{ path: 'onBehalf.receivedOn', code: 'in-future' }] },
  });
  expect((await paused({ receivedOn: typedOn })).status).toBe(200);
  expect(
    (await host.project(other)).assignments.find((one) => one.assignmentId === assignmentId)?.answer,
  ).toMatchObject({ onBehalf: true, receivedOn: typedOn });
  expect(await page(`/office/projects/${other}/history`)).toContain(`Received on: ${en(typedOn)}`);
});

it('D9, D6: a letter of a Saturday names one day of receipt and one due date in email, page, calendar and API', async () => {
  const weekday = new Date((await today(host)) + 'T00:00:00Z').getUTCDay();
  await host.advance(`P${String((6 - weekday + 7) % 7)}D`);
  const saturday = await today(host);
  const { projectId } = await host.submit();
  await host.settle();
  const project = await host.project(projectId);
  const counts = receivedOn(calendar, Date.parse(`${saturday}T06:00:00Z`));
  expect([project.receivedOn, project.due]).toEqual([counts, addWorkingDays(calendar, counts, 5)]);
  const receipt = (await host.mailOf(projectId)).find(({ notice }) => notice === 'receipt');
  expect(receipt?.text).toContain(`Day of receipt: ${en(counts)}`);
  expect(receipt?.text).toContain(`answer by: ${en(project.due)}`);
  const link = await linkFromMail(host, projectId, 'c.');
  const text = await tracking(link);
  expect([text.includes(`Day of receipt: ${en(counts)}`), text.includes(en(project.due))]).toEqual([true, true]);
  expect(await (await fetch(`${host.endpoints.site}/l/${link}/calendar.ics`)).text()).toContain(
    `DTSTART;VALUE=DATE:${project.due?.replaceAll('-', '') ?? ''}`,
  );
});
