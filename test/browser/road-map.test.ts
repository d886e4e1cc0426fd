import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roadMapTexts } from '#core/texts/areas/road-map.ts';
import { sharedHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { sharedBrowser, type SharedBrowser } from './browser.ts';
import { fillIn } from './fill-in.ts';
import { expectSound, inLanguage, openPage } from './page-checks.ts';
import { signedInAtOffice } from './signed-in.ts';

let host: TestHost;
let browser: SharedBrowser;
beforeAll(async () => {
  [host, browser] = await Promise.all([sharedHost(), sharedBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await host.close();
});

const words = roadMapTexts('kk');
const main = async (page: Page) => (await page.textContent('main')) ?? '';
const press = (page: Page, value: string) => page.click(`main button[value="${value}"]`);

/** Somebody in every list that names nobody yet, nobody twice for one holder. */
async function nameEverybody(page: Page): Promise<void> {
  const holders = await page
    .locator('select[name$=".deputy"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('name') ?? ''));
  for (const deputy of holders) {
    const person = deputy.replace(/deputy$/, 'person');
    if ((await page.locator(`[name="${person}"]`).inputValue()) === '')
      await page.selectOption(`[name="${person}"]`, { index: 1 });
    const isOffice = deputy.startsWith('holders.office');
    const values = await page
      .locator(`[name="${deputy}"] option`)
      .evaluateAll((all) => all.map((one) => one.getAttribute('value') ?? ''));
    const staff = values.filter((value) => value.startsWith('staff:'));
    await page.selectOption(`[name="${deputy}"]`, staff[isOffice ? 1 : 0] ?? '');
  }
}

describe.each([
  ['without scripts', false],
  ['with scripts', true],
] as const)('%s, on a Kazakh phone', (_, scripts) => {
  it('a road map is filled in by one form, refused, approved by the head, and changed', async () => {
    const { projectId, track } = await placeAt(host, 'contract-and-land');
    const project = inLanguage(`${host.endpoints.site}/office/projects/${projectId}`, 'kk');
    const at = async (account: string): Promise<Page> => {
      const page = await signedInAtOffice(browser, host, account, { scripts });
      await page.goto(project);
      await page.click('#care a[href$="/road-map"]');
      return page;
    };
    const head = await at('head');
    await head.click('a[href$="do=approve"]');
    expect(await main(head)).toContain(words.missingText);
    expect(await head.locator('#missing a[href*="do=row"]').count()).toBeGreaterThan(5);

    const officer = await at('officer');
    await officer.click('a[href$="do=fill"]');
    await nameEverybody(officer);
    if (scripts) await expectSound(officer, 'the form of a road map');
    await press(officer, 'check');
    expect(await main(officer)).toContain(words.check);
    await press(officer, 'send');
    expect(await main(officer)).toContain(words.done.fill);
    expect(await main(officer)).toContain(words.nothingMissing);

    await head.reload();
    await head.goto(inLanguage(`${host.endpoints.site}/office/projects/${projectId}/road-map?do=approve`, 'kk'));
    await press(head, 'send');
    expect(await main(head)).toContain(words.done.approve);
    expect(await main(head)).toContain(words.holds);
    if (scripts) await expectSound(head, 'an approved road map');

    await officer.reload();
    await officer.click('a[href$="do=row&row=expertise"]');
    await fillIn(officer, { target: '2026-12-01', reason: 'supplier-late', words: 'Желі кешікті.' });
    await press(officer, 'check');
    await press(officer, 'send');
    expect(await main(officer)).toContain(words.waits);
    await head.reload();
    await head.click('a[href*="do=answer"]');
    await fillIn(head, { accepted: 'true' });
    await press(head, 'check');
    await press(head, 'send');
    expect(await main(head)).toContain(words.accepted);
    expect(await main(head)).toContain('Желі кешікті.');

    const investor = await openPage(browser, { scripts });
    await investor.goto(inLanguage(`${host.endpoints.site}/l/${track}`, 'kk'));
    expect(await main(investor)).toContain(words.title);
    expect(await main(investor)).not.toContain('power.aqtobe@');
  });
});
