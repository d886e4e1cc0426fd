import { afterAll, beforeAll, expect, it } from 'vitest';
import { goodAnswer } from '#local/demo/answers.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { visitorOf, type PageVisitor } from '#test/support/staff-session.ts';
import { answer, holderLink, openOne, today } from '#test/support/walk.ts';

let host: TestHost;
let visitor: PageVisitor;
beforeAll(async () => {
  host = await openHost();
  visitor = await visitorOf(host);
});
afterAll(() => host.close());

it('an investor has all that they said on one page: the letter with its figures, and each answer', async () => {
  const { projectId, track } = await placeAt(host, 'design-documentation');
  const before = await visitor.get(`/l/${track}/copy?lang=en`);
  expect(before.status).toBe(200);
  const given = goodAnswer('documentation', await today(host));
  if (!('facts' in given) || !('designer' in given.facts)) throw new Error('No designer is named');
  const { designer } = given.facts;
  expect(before.text).not.toContain(designer);
  expect((await answer(host, openOne(await host.project(projectId), 'documentation'), given)).status).toBe(200);
  const { text } = await visitor.get(`/l/${track}/copy?lang=en`);
  for (const said of [String(designer), '@example.org']) expect(text).toContain(said);
  expect((await visitor.get(`/l/${track}?lang=en`)).text).toContain(`/l/${track}/copy`);
});

it('a party has none', async () => {
  const { projectId } = await placeAt(host, 'technical-conditions');
  const link = await holderLink(host, openOne(await host.project(projectId), 'technical-condition', 'power'));
  expect((await visitor.get(`/l/${link}/copy`)).status).toBe(404);
});
