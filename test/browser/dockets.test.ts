import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#core/calendar/local-date.ts';
import { docketTexts } from '#core/texts/areas/docket.ts';
import { factsOn } from '#local/demo/answers.ts';
import { sharedHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { answer, drive, openOne, today } from '#test/support/walk.ts';
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

const words = docketTexts('kk');
const main = async (page: Page) => (await page.textContent('main')) ?? '';
const press = (page: Page, value: string) => page.click(`main button[value="${value}"]`);

/** A contract whose construction was to begin more than half a year ago. */
async function lateContract() {
  const placed = await placeAt(host, 'contract-and-land');
  const on = await today(host);
  const facts = { ...factsOn(addDays(on, -400), 'contract'), startBy: addDays(on, -200) };
  await answer(host, openOne(await host.project(placed.projectId), 'contract'), { outcome: 'done', facts });
  await drive(host, placed.projectId, ({ stage }) => stage === 'technical-conditions');
  return { ...placed, on };
}

describe.each([
  ['without scripts', false],
  ['with scripts', true],
] as const)('%s, on a Kazakh phone', (_, scripts) => {
  it('a docket goes from the project’s page to the end of the contract, each step looked at before', async () => {
    const { projectId, track, on } = await lateContract();
    const project = inLanguage(`${host.endpoints.site}/office/projects/${projectId}`, 'kk');
    const at = async (account: string): Promise<Page> => {
      const page = await signedInAtOffice(browser, host, account, { scripts });
      await page.goto(project);
      return page;
    };
    const step = async (page: Page, act: string, values: Readonly<Record<string, string>>) => {
      await page.click(`a[href$="do=${act}"]`);
      await fillIn(page, values);
      await press(page, 'check');
      expect(await main(page)).toContain(words.check);
      await press(page, 'send');
      expect(new URL(page.url()).pathname).toBe(`/office/projects/${projectId}`);
    };

    const officer = await at('officer');
    await step(officer, 'open', { words: 'Телім бос тұр.' });
    await officer.click('a[href$="do=act-of-breach"]');
    await press(officer, 'check');
    expect(await officer.locator('.govuk-error-message').count()).toBe(4);
    await officer.goto(project);
    await step(officer, 'act-of-breach', { number: 'A-1', on, cureDays: '60', words: 'Құрылыс басталған жоқ.' });
    expect(await officer.locator('#docket a[href*="do="]').count()).toBe(0);
    if (scripts) await expectSound(officer, 'a docket on the page of a project');

    const head = await at('head');
    expect(await main(head)).toContain(words.groundNames.late);
    await step(head, 'decision', { ground: 'late', number: 'R-1', on, words: 'Құрылыс басталмады.' });
    await step(head, 'contract-ended', { number: 'E-1', on, pledgee: 'Дала банкі' });
    expect(await head.locator('#docket a[href*="-told"]').count()).toBe(3);

    const leadership = await at('leadership');
    expect(await main(leadership)).toContain(words.steps['contract-ended']);
    expect(await leadership.locator('#docket a').count()).toBe(0);
    await leadership.goto(inLanguage(`${host.endpoints.site}/region/dockets?zone=aqtobe`, 'kk'));
    expect(await leadership.locator(`a[href="/office/projects/${projectId}"]`).count()).toBe(1);
    if (scripts) await expectSound(leadership, 'frozen land');

    await host.settle();
    const investor = await openPage(browser, { scripts });
    await investor.goto(inLanguage(`${host.endpoints.site}/l/${track}`, 'kk'));
    const told = await main(investor);
    for (const text of [words.steps['act-of-breach'], words.articles['20-3'], 'Құрылыс басталмады.'])
      expect(told).toContain(text);
    expect(told).not.toContain('Дала банкі');
  });
});
