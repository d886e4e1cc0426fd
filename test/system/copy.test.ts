import { afterAll, beforeAll, expect, it } from 'vitest';
import { goodAnswer } from '#local/demo/answers.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { visitorOf, type PageVisitor } from '#test/support/staff-session.ts';
import { answer, holderLink, linkOf, openOne, today } from '#test/support/walk.ts';

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
  if (!('facts' in given) || given.facts === undefined || !('designer' in given.facts))
    throw new Error('No designer is named');
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

const copies = async (projectId: string) => {
  await host.settle();
  return (await host.mailOf(projectId)).filter(({ notice }) => notice === 'copy-sent');
};

it('goes by email to the address of the letter alone, in its language, once a day however often it is asked for', async () => {
  const { projectId, track } = await placeAt(host, 'design-documentation', {}, 'ru');
  const given = goodAnswer('documentation', await today(host));
  await answer(host, openOne(await host.project(projectId), 'documentation'), given);
  const project = await host.project(projectId);
  const page = `/l/${track}/copy`;
  const { text: before } = await visitor.get(`${page}?lang=en`);
  expect(before).toMatch(/We can send this copy to plant-\d+@example\.org/);
  for (let press = 0; press < 3; press += 1)
    expect(await visitor.post(page, { email: 'somebody@example.org' })).toMatchObject({ status: 303, location: page });
  const sent = await copies(projectId);
  expect(sent.map(({ to, language }) => [/^plant-\d+@example\.org$/.test(to), language])).toEqual([[true, 'ru']]);
  const [{ text = '', links = [] } = {}] = sent;
  const said = 'facts' in given && given.facts && 'designer' in given.facts ? given.facts.designer : undefined;
  for (const part of [project.company, 'Производство', String(said), sent[0]?.to ?? ''])
    expect(text.replace(/\s+/g, ' ')).toContain(part);
  expect([linkOf(links[0] ?? ''), links[0]?.endsWith('/copy')]).toEqual([track, true]);
  const { text: after } = await visitor.get(`${page}?lang=en`);
  expect(after).toMatch(/was sent to your address today at \d\d:\d\d/);
  expect(after).not.toContain('Send it by email');
  await host.advance('P1D');
  expect((await visitor.get(`${page}?lang=en`)).text).toContain('Last sent: ');
  await visitor.post(page);
  expect(await copies(projectId)).toHaveLength(2);
});

it('is sent to nobody where nobody has confirmed the address or none is known', async () => {
  const letter = await host.submit();
  const opened = await host.mailOf(letter.projectId);
  const confirming = linkOf(opened.flatMap(({ links }) => links)[0] ?? '');
  expect((await visitor.get(`/l/${confirming}/copy?lang=en`)).text).not.toContain('Send it by email');
  expect((await visitor.post(`/l/${confirming}/copy`)).status).toBe(409);
  expect(await copies(letter.projectId)).toEqual([]);
});
