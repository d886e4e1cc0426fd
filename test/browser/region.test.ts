import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '#functions/adapters/table/keys.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { openBrowser } from './browser.ts';
import { openPage } from './page-checks.ts';

let host: TestHost;
let browser: Browser;

/** Two more regions for the leadership of Aqtöbe, so that zones stand side by side. */
async function leadBoth(): Promise<void> {
  const membership = { personId: 'demo-leadership', scope: 'zone', scopeId: 'kokand', role: 'leadership' } as const;
  const Item = { ...keys.membership(membership), ...membership };
  await host.table.send(new PutCommand({ TableName: host.endpoints.tableName, Item }));
}

beforeAll(async () => {
  [host, browser] = await Promise.all([openHost(), openBrowser()]);
  await leadBoth();
  await placeAt(host, 'technical-conditions', { company: { country: 'KZ', name: '=HYPERLINK("x")', number: '000000000777' } });
  await placeAt(host, 'technical-conditions');
  await placeAt(host, 'expertise', { investment: { amountMinor: 5_000_000_00, currency: 'USD' } });
  await placeAt(host, 'council-approval', { zoneId: 'kokand' });
  await host.submit();
  await host.advance('P40D');
}, 120_000);
afterAll(async () => {
  await browser.close();
  await host.close();
});

/** Signs in as a person would: by the issuer's own page. */
async function signedIn(account: string, options: Parameters<typeof openPage>[1] = {}): Promise<Page> {
  const page = await openPage(browser, options);
  await page.goto(`${host.endpoints.site}/sign-in?to=/region`);
  await page.click('main a.govuk-button');
  await page.click(`button[value="${account}"]`);
  await page.waitForURL(/\/region/);
  return page;
}

const cellsOf = (page: Page, caption: string): Promise<string[][]> =>
  page.locator('table', { has: page.locator('caption', { hasText: caption }) }).locator('tbody tr').evaluateAll((rows) =>
    rows.map((row) => [...row.querySelectorAll('th,td')].map((cell) => (cell.textContent ?? '').replace(/\s+/g, ' ').replace(/ \(.*\)$/, '').trim())));

describe('leadership, without a script', () => {
  it('sees projects by stage, worth by currency, what is late and through whom, which start when, and what is left out', async () => {
    const page = await signedIn('leadership');
    const stages = await cellsOf(page, 'Projects by stage');
    expect(stages.find(([name]) => name === 'Technical conditions')?.slice(1, 3)).toEqual(['2', '2']);
    expect(stages.find(([name]) => name?.startsWith('State expertise'))?.[3]).toBe('$5m');
    expect(await page.textContent('.tiles')).toMatch(/Projects on their path4/);
    const late = await cellsOf(page, 'Overdue, and through whom');
    expect(late.find(([name]) => name?.startsWith('Power company'))?.slice(1, 3)).toEqual(['2', '2']);
    expect(late.some(([name]) => name?.startsWith('Architecture department'))).toBe(true);
    const starts = await cellsOf(page, 'Start of construction by quarter');
    expect(starts.reduce((sum, [, , expected]) => sum + Number(expected), 0)).toBe(4);
    expect(await page.textContent('main')).toMatch(/Letters that do not count yet: address not confirmed\s*1/);
    expect((await cellsOf(page, 'Zones side by side')).map((row) => row[1])).toEqual(['3', '1']);
  });

  it('comes from every figure to the projects behind it', async () => {
    const page = await signedIn('leadership');
    const hrefs = await page.locator('main a[href^="/region/projects"]').evaluateAll((links) => links.map((link) => [link.getAttribute('href') ?? '', Number((link.firstChild?.textContent ?? '').trim())] as const));
    expect(hrefs.length).toBeGreaterThan(10);
    for (const [href, count] of hrefs) {
      await page.goto(host.endpoints.site + href);
      const counted = await page.locator('tbody tr').evaluateAll((rows) => rows.filter((row) => !row.textContent?.includes('not counted yet')).length);
      const all = await page.locator('tbody tr').count();
      // Who is late is told of letters that do not count yet too.
      expect(/uncounted|holder/.test(href) ? all : counted, href).toBe(count);
    }
  });

  it('comes from a list to the project itself', async () => {
    const page = await signedIn('leadership');
    await page.goto(`${host.endpoints.site}/region/projects?stage=expertise`);
    await page.click('tbody a');
    expect(page.url()).toContain('/office/projects/');
    expect(await page.textContent('main')).toContain('Tested Plant');
  });

  it('looks at one zone', async () => {
    const page = await signedIn('leadership');
    await page.click('.choice a[href="/region?zone=kokand"]');
    expect((await cellsOf(page, 'Projects by stage')).reduce((sum, row) => sum + Number(row[1]), 0)).toBe(1);
    expect(await page.locator('caption', { hasText: 'Zones side by side' }).count()).toBe(0);
  });

  it('takes the figures away, for Excel with Russian settings, without a formula', async () => {
    const page = await signedIn('leadership');
    const cookies = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    const fetched = async (path: string) => fetch(host.endpoints.site + path, { headers: { cookie: cookies } });
    const csv = await fetched('/region/figures.csv?lang=ru');
    expect(csv.headers.get('content-disposition')).toMatch(/^attachment; filename="figures-[\d-]+-ru\.csv"$/);
    const bytes = new Uint8Array(await csv.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = new TextDecoder().decode(bytes).split('\r\n').map((row) => row.split(';'));
    expect(rows.find((row) => row[1] === 'Технические условия')?.slice(2, 4)).toEqual(['2', '2']);
    expect(rows.find((row) => row[6] === 'USD')?.[5]).toBe('5000000');
    const book = await fetched('/region/figures.xlsx');
    expect(book.headers.get('content-type')).toContain('spreadsheetml');
    expect(Buffer.from(await book.arrayBuffer()).toString('latin1', 0, 2)).toBe('PK');
  });
});

describe('who may look', () => {
  const paths = ['/region', '/region/projects', '/region/figures.csv', '/region/figures.xlsx'];

  it.each(paths)('%s: nobody without a session', async (path) => {
    const reply = await fetch(host.endpoints.site + path, { redirect: 'manual' });
    expect([reply.status, reply.headers.get('location')?.startsWith('/sign-in?to=')]).toEqual([303, true]);
  });

  it.each(paths)('%s: another zone does not exist for an officer of Turkistan', async (path) => {
    const page = await signedIn('officer-turkistan');
    const reply = await page.context().request.get(`${host.endpoints.site}${path}?zone=aqtobe`, { headers: { cookie: (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ') } });
    expect(reply.status()).toBe(404);
  });

  it('what no figure leads to is not there', async () => {
    const page = await signedIn('leadership');
    for (const query of ['stage=nonsense', 'holder=constructor', 'start=2026-9', 'zone=nowhere']) {
      expect((await page.goto(`${host.endpoints.site}/region/projects?${query}`))?.status(), query).toBe(404);
    }
  });

  it('anybody sees the counts, and neither name nor worth', async () => {
    const page = await openPage(browser);
    await page.goto(`${host.endpoints.site}/figures`);
    const text = await page.textContent('main') ?? '';
    expect(text).toMatch(/Projects on their path4/);
    expect(text).not.toMatch(/Tested Plant|₸|\$|example/);
  });
});
