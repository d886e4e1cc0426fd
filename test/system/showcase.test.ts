import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ShowcaseLinkView } from '#core/showcase/showcase-views.ts';
import type { Showcased, ShowcaseView } from '#core/showcase/showcase.ts';
import { languages } from '#core/kernel/common.ts';
import { examples } from '#core/api/examples.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { folderCommand } from '#test/support/folder-command.ts';
import { visitorOf } from '#test/support/staff-session.ts';
import { linkOf } from '#test/support/walk.ts';

let host: TestHost;
beforeAll(async () => {
  host = await openHost();
});
afterAll(() => host.close());

const itemId = 'drip-pipe';
const bank = (number: number) => ({
  kind: 'bank',
  names: Object.fromEntries(languages.map((one) => [one, `Bank ${String(number)}`])),
  email: `bank-${String(number)}.aqtobe@example.org`,
  language: 'ru',
});
const officer = 'officer';
const act = (body: object) => host.ask<Showcased>(`/api/showcase/${itemId}`, { as: officer, body });
const byLink = (link: string, body: object) => host.ask<ShowcaseLinkView>(`/api/links/${link}/showcase`, { body });
/** The link of the last email to somebody. */
async function linkIn(address: string): Promise<string> {
  await host.settle();
  const email = (await host.mail()).findLast(({ to }) => to === address);
  return linkOf(email?.links.find((link) => link.includes('/l/s.')) ?? '');
}
const propose = (more: object = {}) =>
  host.ask<{ proposalId: string }>(`/api/showcase/${itemId}/proposals`, { body: { ...examples.proposal, ...more } });
const post = (path: string, fields: Record<string, string> | FormData) =>
  fetch(host.endpoints.site + path, {
    method: 'POST',
    redirect: 'manual',
    body: fields instanceof FormData ? fields : new URLSearchParams(fields),
  });
const page = async (path: string) => (await fetch(`${host.endpoints.site}${path}`)).text();

describe('from idea to shelf', () => {
  it('an item finds proposals, one of them a bank’s yes, and becomes a letter of intent', async () => {
    const added: string[] = [];
    for (const number of [2, 3]) {
      const { body } = await host.ask<{ party: { partyId: string } }>('/api/admin/zones/aqtobe/parties', {
        as: 'administrator',
        body: bank(number),
      });
      added.push(body.party.partyId);
    }
    const item = { ...examples.showcaseItem, zoneId: 'aqtobe' };
    const kept = { as: officer, method: 'PUT' as const, body: item };
    expect((await host.ask(`/api/showcase/${itemId}`, kept)).status).toBe(200);
    const { body: shown } = await host.ask<ShowcaseView>('/api/showcase?zone=aqtobe');
    expect(shown.items.map((one) => one.itemId)).toContain(itemId);
    expect(JSON.stringify(shown)).not.toContain('@');

    // Two proposals; nobody sees them before their addresses are confirmed.
    const other = { ...examples.proposal, district: 'Otyrar', offer: 'Bought granulate.' };
    const contact = { name: 'Berik', email: 'berik@example.org', language: 'ru' };
    expect((await propose()).status).toBe(201);
    expect((await propose({ ...other, contact })).status).toBe(201);
    const aru = await linkIn('aru@example.org');
    const berik = await linkIn('berik@example.org');
    expect((await host.ask<Showcased>(`/api/showcase/${itemId}`, { as: officer })).body.proposals).toEqual([]);
    for (const link of [aru, berik]) expect((await byLink(link, { action: 'confirm' })).status).toBe(200);

    // The governor sees what nobody has answered.
    const leadership = await visitorOf(host, 'leadership');
    expect((await leadership.get('/region/showcase')).text).toContain('Drip Works');

    // A question of one is answered for all.
    await byLink(aru, { action: 'question', text: 'Which wall tolerance?' });
    const buyer = await linkIn('purchasing@lifts.example.org');
    const side = await byLink(buyer, { action: 'answer', questionId: 'r0', text: 'x' });
    expect(side.status).toBe(404);
    const { body: seen } = await host.ask<ShowcaseLinkView>(`/api/links/${buyer}/showcase`);
    expect(seen.proposals.map(({ district }) => district)).toEqual(expect.arrayContaining(['Sauran', 'Otyrar']));
    expect(JSON.stringify(seen.proposals)).not.toContain('@');
    const [question] = seen.questions;
    expect((await byLink(buyer, { action: 'answer', questionId: question?.questionId, text: '±5 %.' })).status).toBe(
      200,
    );
    expect(await linkIn('berik@example.org')).toBe(berik);
    expect(await page(`/showcase/${itemId}`)).toContain('±5 %.');

    const own = seen.proposals.find(({ district }) => district === 'Sauran')?.proposalId ?? '';
    const lost = seen.proposals.find(({ district }) => district === 'Otyrar')?.proposalId ?? '';
    expect((await byLink(buyer, { action: 'accept', proposalId: own })).status).toBe(200);
    expect((await act({ action: 'decline', proposalId: lost, reason: 'Dearer.' })).status).toBe(200);

    // A sample of the proposer, and three banks side by side; one asks, one refuses, one says yes, one is late.
    const due = '2026-01-12';
    const asked = await act({ action: 'ask', proposalId: own, kind: 'sample', of: ['proposer'], due });
    const sample = asked.body.asked[0]?.askedId;
    const banks = ['aqtobe-bank', ...added];
    expect((await act({ action: 'ask', proposalId: own, kind: 'financing', of: banks, due })).status).toBe(200);
    const [first, second, third] = [
      await linkIn('bank.aqtobe@example.org'),
      await linkIn('bank-2.aqtobe@example.org'),
      await linkIn('bank-3.aqtobe@example.org'),
    ];
    expect(new Set([first, second, third]).size).toBe(3);
    expect(await page(`/l/${first}`)).toContain('Drip Works');
    await byLink(first, { action: 'inquire', text: 'Which collateral?' });
    const { body: mine } = await host.ask<ShowcaseLinkView>(`/api/links/${aru}/showcase`);
    const inquired = mine.asked.find(({ talk }) => talk.length > 0);
    await byLink(aru, { action: 'reply', askedId: inquired?.askedId, text: 'The line itself.' });
    await byLink(aru, { action: 'report', askedId: sample, outcome: 'done' });
    await byLink(second, { action: 'report', outcome: 'no', reason: 'Outside our plan.' });
    const amount = { amountMinor: 25_000_000_000, currency: 'KZT' };
    expect((await byLink(first, { action: 'report', outcome: 'yes', amount })).body.asked[0]).toMatchObject({
      answer: { outcome: 'yes', amount },
    });
    // Nothing is decided twice.
    expect((await byLink(first, { action: 'report', outcome: 'no', reason: 'x' })).status).toBe(409);

    // The third bank is late: its digest reminds it, then the office and the head read of it.
    await host.advance('P45D');
    const told = async (start: string) =>
      (await host.mail()).filter(({ to, text }) => to.startsWith(start) && text.includes('Drip Works')).length;
    expect(await told('bank-3.aqtobe')).toBeGreaterThan(3);
    expect(await told('officer')).toBeGreaterThan(2);
    expect(await told('head@')).toBeGreaterThan(0);
    expect(await told('officer')).toBeGreaterThan(await told('head@'));
    expect((await leadership.get('/region/showcase?lang=en')).text).toContain('Overdue requests');

    // What was typed is in the letter already; handed in, the proposal has its number.
    const begun = await post('/letter', { proposal: aru });
    const draft = (begun.headers.get('location') ?? '').split('/').slice(0, 3).join('/');
    const company = await page(`${draft}/company`);
    for (const text of ['Drip Works', '251240000001']) expect(company).toContain(text);
    expect(await page(`${draft}/contact`)).toContain('aru@example.org');
    const production = {
      sector: 'construction-materials',
      exportShare: '0',
      financing: 'mixed',
      production: 'Drip pipe',
    };
    const money = { 'investment.amount': '320000000', 'investment.currency': 'KZT', jobs: '24' };
    expect(await page(`${draft}/production`)).toContain('320000000');
    await post(`${draft}/production`, { ...production, ...money });
    await post(`${draft}/utilities`, { 'utilities.power': '400' });
    await post(`${draft}/land`, { landHectares: '2', wantedStart: '2026-11-16' });
    const signed = new FormData();
    signed.set('kind', 'signed-letter');
    signed.set('file', new Blob(['%PDF-1.7\n'], { type: 'application/pdf' }), 'letter.pdf');
    await post(`${draft}/documents`, signed);
    expect((await post(`${draft}/check`, { consent: 'true' })).status).toBe(303);
    const { body: end } = await host.ask<Showcased>(`/api/showcase/${itemId}`, { as: officer });
    const made = end.proposals.find(({ proposalId }) => proposalId === own);
    expect(made?.outcome).toMatchObject({
      kind: 'letter',
      project: { number: expect.stringMatching(/^AQT-/) as string },
    });
    // Nobody waits for the third bank any more.
    expect(end.asked.filter(({ state }) => state === 'open')).toEqual([]);
    expect((await host.ask(`/api/links/${third}/showcase`)).status).toBe(410);
  });

  it('who proposes is erased by their address, also before they confirmed it; what was offered stays', async () => {
    const never = { name: 'Never Confirmed', email: 'never@example.org', language: 'en' };
    expect((await propose({ ...examples.proposal, contact: never })).status).toBe(201);
    await host.settle();
    const stored = async () => JSON.stringify((await host.table.send(new ScanCommand({ TableName }))).Items);
    const TableName = host.endpoints.tableName;
    expect(await stored()).toContain('Never Confirmed');
    expect(await stored()).toContain('"name":"Berik"');
    for (const email of [never.email, 'berik@example.org'])
      expect(await folderCommand(host.dataDir, 'erase', email)).toMatchObject({ code: 0 });
    expect(await stored()).not.toMatch(/Never Confirmed|"name":"Berik"|berik@/);
    const { body } = await host.ask<Showcased>(`/api/showcase/${itemId}`, { as: officer });
    expect(body.proposals.map(({ district }) => district)).toContain('Otyrar');
  });
});
