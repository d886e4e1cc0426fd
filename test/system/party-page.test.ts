import { afterAll, beforeAll, expect, it } from 'vitest';
import { goodAnswer } from '#local/demo/answers.ts';
import type { Project } from '#local/demo/host-client.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { answer, linkFromMail, linkOf, openOne, today } from '#test/support/walk.ts';

let host: TestHost;
let power: string;
let gas: string;
let first: Project;
let second: Project;
beforeAll(async () => {
  host = await openHost();
  const place = async (utilities: object) =>
    host.project((await placeAt(host, 'technical-conditions', { utilities })).projectId);
  first = await place({ power: { kilowatts: 4000 }, gas: { cubicMetresPerHour: 70 } });
  second = await place({ power: { kilowatts: 5 } });
  power = await linkFromMail(host, first.projectId, 'p.aqtobe_aqtobe-power.');
  gas = await linkFromMail(host, first.projectId, 'p.aqtobe_aqtobe-gas.');
});
afterAll(() => host.close());

async function get(link: string, query = '', path = '') {
  const asked = new URLSearchParams(query);
  asked.set('lang', 'en');
  const answered = await fetch(`${host.endpoints.site}/l/${link}${path}?${asked.toString()}`);
  const text = await answered.text();
  const found = [first, second].map(({ number }) => ({ number, at: text.indexOf(number) })).filter(({ at }) => at > 0);
  return { status: answered.status, text, numbers: found.toSorted((a, b) => a.at - b.at).map(({ number }) => number) };
}

it('every email to a party ends with the link to all that it is asked', async () => {
  for (const { projectId } of [first, second]) {
    const emails = (await host.mailOf(projectId)).filter(({ to }) => /power|gas/.test(to));
    expect(emails.length).toBeGreaterThan(0);
    for (const { text, html, to } of emails) {
      const own = to.includes('power') ? power : gas;
      expect(linkOf(text.trim().split('\n').at(-1) ?? '')).toBe(own);
      expect(html).toContain(`/l/${own}"`);
    }
  }
});

it('shows its own alone, with whom it is for and how much is needed, and leads to each answer', async () => {
  const all = await get(power);
  expect([all.status, all.numbers.toSorted()]).toEqual([200, [first.number, second.number].toSorted()]);
  for (const part of [first.company, second.company, '4,000 kW']) expect(all.text).toContain(part);
  for (const [link] of all.text.matchAll(/\/l\/a\.[^"]+/g))
    expect((await fetch(host.endpoints.site + link)).status).toBe(200);
  const other = await get(gas);
  expect(other.numbers).toEqual([first.number]);
  expect(other.text).not.toContain(second.company);
});

it('is sorted by a column, searched, and given as a file of just what is shown', async () => {
  const down = await get(power, 'sort=number&order=down');
  expect(down.numbers).toEqual([first.number, second.number].toSorted().toReversed());
  expect(down.text).toMatch(/aria-sort="descending"><a class="govuk-link" href="[^"]+sort=number"/);
  const search = `q=${encodeURIComponent(second.company.toLowerCase())}`;
  expect((await get(power, search)).numbers).toEqual([second.number]);
  const file = await get(power, search, '/asked.csv');
  expect([file.status, file.numbers, file.text.trim().split('\r\n').length]).toEqual([200, [second.number], 2]);
  expect((await get(power, 'q=nobody')).numbers).toEqual([]);
});

it('says what is late, and keeps what was answered apart', async () => {
  await host.advance('P50D');
  expect((await get(power)).text).toMatch(/Late: 2.+working days late/s);
  const digest = (await host.mail()).findLast(({ notice, to }) => notice === 'digest' && to.includes('power'));
  expect(digest?.text).toContain(`${first.company} · `);
  expect(digest?.text).toMatch(/4\s000 кВт/);
  expect(linkOf(digest?.text.trim().split('\n').at(-1) ?? '')).toBe(power);
  const asked = openOne(await host.project(first.projectId), 'technical-condition', 'power');
  expect((await answer(host, asked, goodAnswer('technical-condition', await today(host)))).status).toBe(200);
  expect((await get(power)).numbers).toEqual([second.number]);
  const answered = await get(power, 'state=answered');
  expect([answered.numbers, answered.text.includes('Issued')]).toEqual([[first.number], true]);
  expect((await get(gas, 'state=answered')).numbers).toEqual([]);
});

it('opens by its own link alone, which opens nothing else', async () => {
  const forged = power.slice(0, -5) + (power.at(-5) === 'x' ? 'y' : 'x') + power.slice(-4);
  for (const link of [power.replace('power', 'rail'), forged, power.replace('aqtobe_', 'kokand_')])
    expect((await get(link)).status).toBe(404);
  const one = await linkFromMail(host, second.projectId, 'a.');
  expect((await get(one, '', '/asked.csv')).status).toBe(404);
  for (const path of ['/documents', '/obstacles', '/withdraw', '/calendar.ics'])
    expect([path, (await get(power, '', path)).status]).toEqual([path, 404]);
  expect((await host.ask(`/api/links/${power}`)).status).toBe(404);
  expect(
    (
      await host.ask(`/api/links/${power}/decision`, {
        body: { decision: goodAnswer('technical-condition', '2026-01-12') },
      })
    ).status,
  ).toBe(404);
});

it('ends with the address it went to, and with the party', async () => {
  const admin = (path: string, body: unknown) =>
    host.ask(`/api/admin/zones/aqtobe/parties/${path}`, { as: 'administrator', body });
  const names = { kk: 'Энергия', ru: 'Энергия', en: 'Power', uz: 'Energiya', 'uz-cyrl': 'Энергия' };
  const changed = await admin('aqtobe-power', { version: 0, names, language: 'en', email: 'power-new@example.org' });
  expect(changed.status).toBe(200);
  expect((await get(power)).status).toBe(410);
  await host.settle();
  const sent = (await host.mail()).findLast(({ to }) => to === 'power-new@example.org');
  const anew = linkOf(sent?.links.at(-1) ?? '');
  expect((await get(anew)).numbers).toEqual([second.number]);

  const asked = openOne(await host.project(first.projectId), 'technical-condition', 'gas');
  await answer(host, asked, goodAnswer('technical-condition', await today(host)));
  expect((await get(gas, 'state=answered')).numbers).toEqual([first.number]);
  expect((await admin('aqtobe-gas/end', {})).status).toBe(200);
  const ended = await get(gas);
  expect([ended.status, ended.text.includes('This link has expired'), ended.numbers]).toEqual([410, true, []]);
});
