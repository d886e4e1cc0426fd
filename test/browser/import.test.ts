import { afterAll, beforeAll, expect, it } from 'vitest';
import { openHost, type TestHost } from '#test/support/host.ts';
import { sharedBrowser, type SharedBrowser } from './browser.ts';
import { signedInAtOffice } from './signed-in.ts';

let host: TestHost;
let browser: SharedBrowser;
beforeAll(async () => {
  [host, browser] = await Promise.all([openHost(), sharedBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await host.close();
});

it('a head brings in a timetable without scripts: errors by row and column, then written, then told to anybody with its reasons', async () => {
  const page = await signedInAtOffice(browser, host, 'head', { scripts: false });
  await page.locator('main a[href^="/office/import"]').click();
  const choose = async (text: string) => {
    await page.locator('[value="milestones"]').check();
    await page.locator('[name="isPublic"]').check();
    await page
      .locator('[name="file"]')
      .setInputFiles({ name: 'plan.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await page.locator('main form button').click();
  };
  await page.locator('main form button').click();
  expect(await page.locator('.govuk-error-summary li').count()).toBe(2);

  const head = 'Проект;Milestone;Baseline;Target;Reason\n';
  const right = 'Кольцевая дорога;Мост;03.11.2025;01.04.2026;Паводок\nКольцевая дорога;Насыпь;03.11.2025;01.04.2026;\n';
  await choose(`${head}${right}Кольцевая дорога;Съезд;скоро;;\n`);
  const main = page.locator('main');
  expect(await main.locator('tbody tr').allInnerTexts()).toEqual([expect.stringContaining('First planned')]);
  const errors = await page.request.get(
    new URL((await main.locator('a[href*="as=csv"]').getAttribute('href')) ?? '', host.endpoints.site).href,
  );
  expect((await errors.text()).trim().split('\r\n').length).toBe(2);
  const figures = async () =>
    (await (await fetch(`${host.endpoints.site}/figures?lang=ru`)).text()).includes('Кольцевая дорога');
  await main.locator('[name="confirm"]').click();
  await host.advance('PT1M');
  await page.reload();
  expect(await main.locator('.govuk-notification-banner').innerText()).toContain('2');

  await page.locator('main a[href="/office/import"]').last().click();
  await choose(head + right);
  expect(await main.locator('[name="confirm"]').count()).toBe(0);
  expect(await figures()).toBe(true);
  await page.goto(`${host.endpoints.site}/figures`);
  const rows = await main.locator('tr', { hasText: 'Кольцевая дорога' }).allInnerTexts();
  expect(rows.map((row) => [row.includes('Паводок'), row.includes('No reason was given.')])).toEqual([
    [true, false],
    [false, true],
  ]);
});
