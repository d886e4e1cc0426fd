import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fill } from '#core/texts/index.ts';
import { handlingTexts } from '#core/texts/areas/handling.ts';
import { frameTexts } from '#core/texts/areas/frame.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import { letterOf, sharedHost, type TestHost } from '#test/support/host.ts';
import { visitorOf } from '#test/support/staff-session.ts';
import { openOne, today } from '#test/support/walk.ts';

let host: TestHost;
beforeAll(async () => {
  host = await sharedHost();
});
afterAll(() => host.close());

const phone = '+7 701 555 00 11';

it('S16: a letter on paper needs no email address: it counts, nothing is emailed to its investor, and an address is added later', async () => {
  const officer = await visitorOf(host, 'officer');
  const letter = letterOf();
  const { paper, project: words } = officeTexts('en');
  const { emails } = frameTexts('en');
  const fields = {
    key: randomUUID(),
    receivedOn: await today(host),
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
    'contact.name': 'Farmer',
    'contact.language': 'kk',
  };
  const unheard = await officer.post('/office/letters?zone=aqtobe&lang=en', fields);
  expect([unheard.status, unheard.text.includes(paper.phone)]).toEqual([400, true]);
  const entered = await officer.post('/office/letters?zone=aqtobe', { ...fields, 'contact.phone': phone });
  expect(entered.status).toBe(303);
  const projectId = new URL(entered.location ?? '', host.endpoints.site).searchParams.get('project') ?? '';
  await host.settle();
  const project = await host.project(projectId);
  expect(project).toMatchObject({ confirmed: true, counted: true, contact: { name: 'Farmer', phone } });
  expect((await host.mailOf(projectId)).map(({ notice }) => notice)).toEqual(['letter-received']);
  const page = await officer.get(`/office/projects/${projectId}?lang=en`);
  expect(page.text).toContain(fill(words.noEmail, { phone }));
  const { assignmentId } = openOne(project, 'office-decision');
  const asked = await officer.post(`/office/assignments/${assignmentId}?lang=en`, {
    outcome: 'returned',
    reasonCode: 'remarks',
    reason: 'The land plan is missing.',
    daysToCure: '5',
    step: 'check',
  });
  expect(asked.text).toContain(fill(emails.noAddress, { phone }));
  expect(asked.text).toContain(emails.none);
  const form = await officer.get(`/office/projects/${projectId}/contact?lang=en`);
  const { firstAddress, steps } = handlingTexts('en');
  expect([form.text.includes(firstAddress), form.text.includes(steps.contact.text)]).toEqual([true, false]);
  const added = await officer.post(`/office/projects/${projectId}/contact`, {
    name: 'Farmer',
    phone,
    email: letter.contact.email,
    step: 'send',
  });
  expect(added.status).toBe(303);
  await host.settle();
  expect(
    (await host.mailOf(projectId)).filter(({ to }) => to === letter.contact.email).map(({ notice }) => notice),
  ).toEqual(['address-corrected']);
  expect((await host.project(projectId)).confirmed).toBe(false);
});
