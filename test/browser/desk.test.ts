import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { assets } from '#infra/assets/assets.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { sharedBrowser, type SharedBrowser } from './browser.ts';
import { inLanguage, openPage } from './page-checks.ts';

let host: TestHost;
let browser: SharedBrowser;
beforeAll(async () => {
  [host, browser] = await Promise.all([openHost(), sharedBrowser()]);
  for (let at = 0; at < 20; at += 1)
    await placeAt(host, at % 2 === 0 ? 'contract-and-land' : 'letter-of-intent', {
      company: {
        country: 'KZ',
        name: `ТОО «Завод строительных конструкций ${String(at)}»`,
        number: String(260140012300 + at),
      },
    });
});
afterAll(async () => {
  await browser.close();
  await host.close();
});

async function desk(scripts: boolean, language = 'ru', path = '/office?zone=aqtobe'): Promise<Page> {
  const page = await openPage(browser, { scripts, width: 1280 });
  await page.goto(`${host.endpoints.site}/sign-in/start?to=/office&lang=en`);
  await page.click('button[value="officer"]');
  await page.goto(inLanguage(host.endpoints.site + path, language));
  return page;
}

it.each(['kk', 'ru', 'en', 'uz', 'uz-cyrl'])('has 25 rows and more on a laptop, in %s', async (language) => {
  const page = await desk(true, language);
  const bottoms = await page
    .locator('.desk tbody tr')
    .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().bottom));
  expect(bottoms.length).toBeGreaterThan(25);
  expect(bottoms.filter((bottom) => bottom <= 900).length).toBeGreaterThanOrEqual(25);
});

it('is sorted and narrowed without a script, and keeps the order when it is narrowed', async () => {
  const page = await desk(false, 'en');
  await page.click('.desk thead a:has-text("Company")');
  expect(await page.getAttribute('.desk th[aria-sort]', 'aria-sort')).toBe('ascending');
  await page.click('.desk thead a:has-text("Company")');
  expect(await page.getAttribute('.desk th[aria-sort]', 'aria-sort')).toBe('descending');
  await page.click('summary:has-text("Filter the list")');
  await page.selectOption('#stage', 'contract-and-land');
  await page.click('button:has-text("Show")');
  const names = await page.locator('tbody .desk__company a').allTextContents();
  expect(names.length).toBeGreaterThan(5);
  expect(names).toEqual(names.toSorted((a, b) => new Intl.Collator('en').compare(b, a)));
});

it('is worked with by boxes without a script: ticked, looked at, taken', async () => {
  const page = await desk(false, 'en');
  const [first, second] = await page.locator('.desk [name=pick]').all();
  await first?.check();
  await second?.check();
  await page.click('button:has-text("Take")');
  await page.click('main form button:has-text("Take 2")');
  expect(await page.textContent('main')).toContain('Done: 2');
  await page.click('main a:has-text("Back to the list")');
  expect(await page.locator('.desk tbody tr:has-text("You")').count()).toBe(2);
});

it('is moved through by keys, which are letters where somebody types', async () => {
  const page = await desk(true, 'en');
  const focused = () => page.evaluate(() => document.activeElement?.closest('tr')?.sectionRowIndex);
  await page.keyboard.press('j');
  expect(await focused()).toBe(0);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  expect(await focused()).toBe(1);
  await page.keyboard.press('x');
  expect(await page.locator('.desk [name=pick]').nth(1).isChecked()).toBe(true);
  await page.keyboard.press('?');
  expect(await page.locator('.desk-keys').isVisible()).toBe(true);
  await page.keyboard.press('/');
  await page.keyboard.type('jk?');
  expect(await page.inputValue('#q')).toBe('jk?');
});

it('its script weighs at most 2 KiB', () => {
  expect(Buffer.byteLength(assets().list.text)).toBeLessThanOrEqual(2048);
});
