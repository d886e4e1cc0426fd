import type { Guest } from '#core/forums/forum-record.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { forumPlanTexts } from '#core/texts/areas/forum-plan.ts';
import { fill } from '#core/texts/index.ts';
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

const forum = 'aqtobe-investment-forum-2025';
const words = forumPlanTexts('en');

it('a note from the hall whose line was cut in the middle is kept on the phone and done once', async () => {
  const { guests } = await host.asStaff<{ guests: Guest[] }>('officer', `/api/forums/${forum}`, {
    action: 'invite',
    guests: [{ name: 'Aru', company: 'Isolation Works' }],
  });
  const [aru] = guests;
  const page = await signedInAtOffice(browser, host, 'officer', { width: 390, scripts: true });
  await page.goto(`${host.endpoints.site}/office/forums?forum=${forum}&view=in-hall&lang=en`);
  // What is sent arrives, and its answer is lost; then nothing gets through at all.
  let cut: 'answer' | 'line' | undefined = 'answer';
  await page.route(/\/office\/forums/, async (route) => {
    if (route.request().method() !== 'POST' || cut === undefined) return route.continue();
    if (cut === 'answer') await route.fetch({ maxRedirects: 0 });
    cut = 'line';
    return route.abort('internetdisconnected');
  });
  const note = async (outcome: string) => {
    await page.selectOption('[name="guestId"]', aru?.guestId ?? '');
    await page.fill('[name="outcome"]', outcome);
    await page.click('main form button.govuk-button');
  };
  const says = (text: string) => page.locator('[role="status"]', { hasText: text }).waitFor();
  await note('They need 2 MW.');
  await says(fill(words.kept, { count: '1' }));
  expect(await page.inputValue('[name="outcome"]')).toBe('');
  await page.fill('[name="nextStep"]', 'Show them the plots');
  await page.selectOption('[name="owner"]', { index: 1 });
  await page.fill('[name="due"]', '2025-12-22');
  await note('They want a plot at the railway.');
  await says(fill(words.kept, { count: '2' }));
  // Closed in between, the phone has it still.
  await page.reload();
  await says(fill(words.kept, { count: '2' }));
  cut = undefined;
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await says(words.sentNow);
  const shown = await page.context().newPage();
  await shown.goto(`${host.endpoints.site}/office/forums?forum=${forum}&view=guest&id=${aru?.guestId ?? ''}`);
  expect(await shown.textContent('main')).toContain('They want a plot at the railway.');
  expect(await shown.textContent('main')).toContain('Show them the plots');
  // Two notes, whatever was sent how often: the invitation is the first version.
  expect(await shown.inputValue('[name="version"]')).toBe('3');
});
