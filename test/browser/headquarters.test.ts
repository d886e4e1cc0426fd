import { afterAll, beforeAll, expect, it } from 'vitest';
import { openHost, type TestHost } from '#test/support/host.ts';
import { sharedBrowser, type SharedBrowser } from './browser.ts';
import { expectSound } from './page-checks.ts';
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

it('a meeting in the hall: matter by matter with the arrow keys, recorded as it falls, kept and accepted, read on a phone', async () => {
  const at = (view: string) => `${host.endpoints.site}/office/headquarters?zone=aqtobe&view=${view}`;
  const head = await signedInAtOffice(browser, host, 'head', { width: 1920, scripts: true });
  const main = head.locator('main');
  const record = async (action: string, text: string, deadline = '') => {
    await main.locator(`[value="${action}"]`).check();
    await main.locator('[name="text"]').fill(text);
    await main.locator('[name="deadline"]').fill(deadline);
    await main.locator('form button').click();
  };
  const done = main.locator('.govuk-notification-banner');
  await head.goto(at('protocol'));
  const today = await main.locator('[name="on"]').inputValue();
  for (const text of ['Name a connection point.', 'Set the poles.']) {
    await main.locator('[name="responsible"]').selectOption('party:aqtobe-power');
    await record('instruct', text, today);
    await done.waitFor();
  }

  await main.locator('a[href*="view=hall"]').click();
  await main.locator('h1', { hasText: 'Name a connection point.' }).waitFor();
  await expectSound(head, 'the hall on a projector');
  await head.keyboard.press('ArrowRight');
  await main.locator('h1', { hasText: 'Set the poles.' }).waitFor();
  expect(await main.locator('[name="responsible"]').inputValue()).toBe('party:aqtobe-power');
  // Whoever writes stays on the page.
  await main.locator('[name="text"]').press('ArrowLeft');
  await record('instruct', 'Pour the footing.');
  await main.locator('.govuk-error-summary a[href="#deadline"]').waitFor();
  expect(await main.locator('[name="text"]').inputValue()).toBe('Pour the footing.');
  await expectSound(head, 'an error in the hall');
  await record('decide', 'Works begin in May.');
  await done.waitFor();
  expect(await main.locator('h1').innerText()).toContain('Set the poles.');
  await main.locator('a[href$="view=protocol"]').click();
  await main.locator('li', { hasText: 'Works begin in May.' }).waitFor();

  // The party has no account: the office brings its evidence, the secretary accepts it on a phone.
  await head.goto(`${at('instruction')}&id=i2`);
  await main.locator('[name="text"]').fill('Twelve poles stand.');
  await main.locator('form button').click();
  await done.waitFor();
  const secretary = await signedInAtOffice(browser, host, 'officer', { scripts: true });
  await secretary.goto(at('hall'));
  await expectSound(secretary, 'the hall on a phone');
  await secretary.goto(`${at('instruction')}&id=i2`);
  await secretary.locator('[value="accept"]').check();
  await secretary.locator('main form button').click();
  await secretary.locator('main .govuk-notification-banner').waitFor();

  const leader = await signedInAtOffice(browser, host, 'leadership');
  await leader.goto(at('instructions'));
  expect(await leader.locator('main tbody tr', { hasText: 'Set the poles.' }).innerText()).toContain('Kept in time');
  expect(await leader.locator('main a[href*="view=hall"]').count()).toBe(0);
});
