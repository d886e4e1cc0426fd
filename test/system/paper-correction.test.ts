import { afterAll, beforeAll, expect, it } from 'vitest';
import { sharedHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { visitorOf } from '#test/support/staff-session.ts';
import { answer, openOne, today } from '#test/support/walk.ts';

let host: TestHost;
beforeAll(async () => {
  host = await sharedHost();
});
afterAll(() => host.close());

it('X49: a correction that comes on paper is entered field by field too, old beside new before it counts', async () => {
  const { projectId } = await placeAt(host, 'council-approval', {
    company: { country: 'KZ', name: 'Wrongname Works', number: '251140012374' },
    jobs: 100,
    utilities: { power: { kilowatts: 500 } },
  });
  await answer(host, openOne(await host.project(projectId), 'office-decision'), {
    outcome: 'returned',
    daysToCure: 5,
    reasonCode: 'inaccurate',
    reason: 'Not its number.',
    fields: ['company.name', 'company.number', 'jobs', 'utilities.gas'],
  });
  await host.settle();
  const { assignmentId } = openOne(await host.project(projectId), 'correction');
  const { get, post } = await visitorOf(host, 'officer');
  const page = `/office/assignments/${assignmentId}?lang=en`;
  const form = (await get(page)).text;
  for (const part of ['value="Wrongname Works"', 'value="251140012374"', 'value="100"', 'name="onBehalf.number"'])
    expect(form).toContain(part);
  expect(form).not.toContain('name="landHectares"');
  // Whoever reads it is not whoever wrote the letter.
  expect(form).not.toContain('your letter');
  const typed = {
    outcome: 'done',
    'onBehalf.number': '7',
    'onBehalf.date': await today(host),
    note: 'See the register.',
    'company.name': 'Rightname Works',
    'company.country': 'KZ',
    'company.number': '990101000001',
    jobs: '1200',
    'utilities.gas.unknown': 'true',
  };
  const wrong = await post(page, { ...typed, 'company.number': '12345', step: 'check' });
  expect([
    wrong.status,
    wrong.text.includes('A BIN or IIN has 12 digits'),
    wrong.text.includes('value="Rightname Works"'),
  ]).toEqual([400, true, true]);
  const checked = await post(page, { ...typed, step: 'check' });
  expect(checked.status).toBe(200);
  for (const part of ['Wrongname Works', 'Rightname Works', '1,200']) expect(checked.text).toContain(part);
  const again = await post(page, { ...typed, step: 'mend' });
  expect((await get(again.location ?? '')).text).toContain('value="Rightname Works"');
  expect((await post(page, { ...typed, step: 'send' })).status).toBe(303);
  await host.settle();
  expect(await host.project(projectId)).toMatchObject({
    company: 'Rightname Works',
    companyDetails: { number: '990101000001' },
    lines: ['power', 'gas'],
    figures: { jobs: 1200 },
  });
});
