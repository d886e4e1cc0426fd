import { afterAll, beforeAll, expect, it } from 'vitest';
import { goodAnswer } from '#local/demo/answers.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { answer, drive, openOne, ready, today } from '#test/support/walk.ts';

let host: TestHost;
beforeAll(async () => {
  host = await openHost({ zones: ['kyzylorda'] });
});
afterAll(() => host.close());

const officer = 'officer-kyzylorda';
const staff = { officer, head: officer };

it('a path longer than 400 days goes on in another execution, with its open line alone', async () => {
  await host.asStaff(officer, '/api/zones/kyzylorda/lines/gas', { state: 'ready' });
  const { projectId } = await placeAt(host, 'technical-conditions', {
    zoneId: 'kyzylorda',
    utilities: { power: { kilowatts: 5 }, gas: { cubicMetresPerHour: 5 } },
  });
  const project = () => host.project(projectId, officer);
  const day = await today(host);
  for (const kind of ['technical-condition', 'architectural-planning'] as const)
    await answer(host, openOne(await project(), kind), goodAnswer(kind, day));
  const waiting = openOne(await project(), 'technical-condition');
  await host.advance('P331D');
  expect(await host.execution(projectId, 1)).toBe('SUCCEEDED');
  expect(await host.execution(projectId, 2)).toBe('RUNNING');
  const rolled = await project();
  expect(openOne(rolled, 'technical-condition').assignmentId).toBe(waiting.assignmentId);
  expect(rolled.assignments.filter(({ kind }) => kind === 'technical-condition')).toHaveLength(2);
  expect(
    (await host.mailOf(projectId)).filter(
      ({ to, notice }) => to.startsWith(`${waiting.line!}.`) && notice === 'assignment',
    ),
  ).toHaveLength(1);
  await drive(host, projectId, ready('design-documentation'), staff);
  await host.advance('P80D');
  await drive(host, projectId, () => false, staff);
  expect(await project()).toMatchObject({ ending: 'construction-started' });
  expect(await host.execution(projectId, 2)).toBe('SUCCEEDED');
  expect(await host.execution(projectId, 3)).toBeUndefined();
});
