import { afterAll, beforeAll, expect, it } from 'vitest';
import { openHost, type TestHost } from '#test/support/host.ts';
import { signedInAt, walkSignIn } from '#test/support/site-sign-in.ts';
import { visitorOf, type PageVisitor } from '#test/support/staff-session.ts';

let host: TestHost;
let newcomer: PageVisitor;
beforeAll(async () => {
  host = await openHost();
  newcomer = await signedInAt(host, 'newcomer');
});
afterAll(() => host.close());

const wanted = { name: 'Somebody New', language: 'ru', scopeId: 'zone#aqtobe', role: 'officer', text: 'Order 12' };
const linkIn = (page: string): string =>
  (/href="(\/admin\/access\/answer[^"]+)"/.exec(page)?.[1] ?? '').replaceAll('&amp;', '&');
const emailsTo = async (to: string, subject: RegExp) => {
  await host.settle();
  return (await host.mail()).filter((one) => one.to.includes(to) && subject.test(one.subject));
};

it('somebody without a role is led to where they ask for one', async () => {
  expect((await newcomer.get('/office')).location).toBe('/office/access');
  expect((await newcomer.get('/region')).location).toBe('/office/access');
  expect((await newcomer.get('/admin')).location).toBe('/office/access');
  expect(await newcomer.get('/office?zone=aqtobe')).toMatchObject({ status: 404 });
  const { text } = await newcomer.get('/office/access?lang=en');
  expect(text).toContain('newcomer@example.org');
});

it('what is missing is told beside the field, with nothing lost', async () => {
  const { text } = await newcomer.post('/office/access', { ...wanted, name: '' });
  expect(text).toContain('Order 12');
  expect(text).toContain('id="name-error"');
});

it('the head and the administrator are told, once each', async () => {
  expect((await newcomer.post('/office/access', wanted)).location).toBe('/office/access?done=sent');
  expect((await newcomer.post('/office/access', wanted)).location).toBe('/office/access?done=sent');
  for (const to of ['head@example.org', 'administrator@example.org'])
    expect(await emailsTo(to, /Somebody New/), to).toHaveLength(1);
  const { text } = await (await visitorOf(host, 'head')).get('/office/desk');
  expect(text).toContain('/admin/access?zone=aqtobe');
});

it('the head refuses with a reason; it is read on the page and by email', async () => {
  const head = await visitorOf(host, 'head');
  const answer = linkIn((await head.get('/admin/access?zone=aqtobe')).text);
  const form = await head.get(`${answer}&lang=en`);
  expect(form.text).toContain('Order 12');
  expect((await head.post(answer, { answer: 'refuse', role: 'officer' })).text).toContain('id="reason-error"');
  expect((await head.post(answer, { answer: 'refuse', role: 'officer', reason: 'Which department?' })).status).toBe(
    303,
  );
  expect((await newcomer.get('/office/access?lang=en')).text).toContain('Which department?');
  expect(await emailsTo('newcomer@example.org', /отказано/)).toHaveLength(1);
});

it('the head gives the role, which counts in the session in which it was asked for', async () => {
  await newcomer.post('/office/access', { ...wanted, text: 'Department of land' });
  const head = await visitorOf(host, 'head');
  const answer = linkIn((await head.get('/admin/access?zone=aqtobe')).text);
  expect((await head.post(answer, { answer: 'give', role: 'officer' })).status).toBe(303);
  expect((await newcomer.get('/office?zone=aqtobe')).status).toBe(200);
  const [told] = await emailsTo('newcomer@example.org', /запросили/);
  expect(told?.text).toContain('/office');
  expect((await head.get('/admin/access?zone=aqtobe')).text).not.toContain('/admin/access/answer');
});

it('pages come in the language of the person, unless the browser has chosen one', async () => {
  const own = await walkSignIn(host.endpoints, '/sign-in/start', 'newcomer');
  expect(own.cookies.get('__Host-lang')).toBe('ru');
  const chosen = await walkSignIn(host.endpoints, '/sign-in/start', 'newcomer', { '__Host-lang': 'en' });
  expect(chosen.cookies.get('__Host-lang')).toBe('en');
});

it('the head says who stands in for an officer, and for nobody else', async () => {
  const head = await visitorOf(host, 'head');
  const { text } = await head.get('/office/desk');
  const form = (/href="(\/admin\/person\/deputy\?person=demo-officer[^"]+)"/.exec(text)?.[1] ?? '').replaceAll(
    '&amp;',
    '&',
  );
  const { text: page } = await head.get(form);
  const deputies = [...page.matchAll(/name="deputyId" value="([^"]+)"/g)].map(([, id = '']) => id);
  expect(deputies).not.toContain('demo-head');
  const sent = await head.post(form, { deputyId: deputies[0] ?? '', from: '2025-12-15', until: '2025-12-16' });
  expect(sent).toMatchObject({ status: 303, location: '/office/desk?zone=aqtobe' });
  const own = form.replace('demo-officer', 'demo-head').replace('officer', 'head');
  expect((await head.get(own)).status).toBe(403);
});
