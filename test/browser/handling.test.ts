import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sharedHost, type TestHost } from '#test/support/host.ts';
import { placeAt, placeToCheck } from '#test/support/place.ts';
import { holderLink, linkOf, openOne } from '#test/support/walk.ts';
import { sharedBrowser, type SharedBrowser } from './browser.ts';
import { inLanguage, openPage } from './page-checks.ts';
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

const signedIn = (account: string, options?: Parameters<typeof openPage>[1]) =>
  signedInAtOffice(browser, host, account, options);

const go = (page: Page, path: string, language = 'en') => page.goto(inLanguage(host.endpoints.site + path, language));
const main = async (page: Page) => (await page.textContent('main')) ?? '';
const press = (page: Page, text: string) => page.click(`main >> text="${text}"`);
const power = async (projectId: string) => openOne(await host.project(projectId), 'technical-condition', 'power');

describe('an officer on a phone, without a script', () => {
  it('gives an assignment to another party, after seeing both emails; the old link says so', async () => {
    const { projectId } = await placeAt(host, 'technical-conditions');
    const one = await power(projectId);
    const old = await holderLink(host, one);
    const page = await signedIn('officer');
    await go(page, `/office/assignments/${one.assignmentId}`);
    await press(page, 'Give it to another party');
    await press(page, 'Check and see the emails');
    expect(await page.locator('.govuk-error-summary li').count()).toBe(3);
    await page.check('[value="aqtobe-gas"]');
    await page.selectOption('[name="reasonCode"]', 'other-party');
    await page.fill('[name="reason"]', 'The feeder is theirs.');
    await press(page, 'Check and see the emails');
    expect(await page.locator('details summary').allTextContents()).toEqual([
      expect.stringContaining('power.aqtobe@example.org'),
      expect.stringContaining('gas.aqtobe@example.org'),
    ]);
    expect((await power(projectId)).holder).toEqual(one.holder);
    await press(page, 'Change');
    expect(await page.inputValue('[name="reason"]')).toBe('The feeder is theirs.');
    await press(page, 'Check and see the emails');
    await press(page, 'Give it to this party');
    expect(await main(page)).toContain('The assignment has been passed to the other party.');
    expect(await main(page)).toContain('Gas company');
    const party = await openPage(browser);
    await go(party, `/l/${old}`);
    expect(await main(party)).toContain('This request has been passed to someone else');
  });

  it('sends an email again, and makes a new link', async () => {
    const { projectId } = await placeAt(host, 'technical-conditions');
    const one = await power(projectId);
    const page = await signedIn('officer');
    await go(page, `/office/assignments/${one.assignmentId}`);
    await press(page, 'Send the email again');
    await press(page, 'Send it again');
    expect(await main(page)).toContain('The email has been sent.');
    await press(page, 'Make a new link');
    await press(page, 'Make and send the new link');
    expect(await main(page)).toContain('earlier links no longer work');
    await host.settle();
    const [again, renewed] = (await host.mailOf(projectId)).slice(-2).map(({ links }) => linkOf(links[0] ?? ''));
    const party = await openPage(browser);
    await go(party, `/l/${again ?? ''}`);
    expect(await main(party)).toContain('replaced by a new one');
    expect(await party.locator('a[href="/another-link"]').count()).toBe(0);
    await go(party, `/l/${renewed ?? ''}`);
    expect(await main(party)).toContain('What is your answer?');
  });

  it('takes an assignment; a colleague who comes later is told whose it is, and takes it over; the list shows it', async () => {
    const { projectId } = await placeToCheck(host);
    const { assignmentId } = openOne(await host.project(projectId), 'document-check');
    const [officer, head] = [await signedIn('officer'), await signedIn('head')];
    await go(officer, `/office/assignments/${assignmentId}/take`);
    await go(head, `/office/assignments/${assignmentId}/take`);
    await press(officer, 'I will work on it');
    expect(await main(officer)).toContain('You are now working on it.');
    await press(head, 'I will work on it');
    expect(await main(head)).toContain('officer is working on it now.');
    await press(head, 'Take it over from this colleague');
    expect(await main(head)).toContain('in place of your colleague');
    const { number } = await host.project(projectId);
    await go(head, '/office?zone=aqtobe&mine=true');
    expect(await main(head)).toContain(number);
    await go(officer, '/office?zone=aqtobe&mine=true');
    expect(await main(officer)).not.toContain(number);
    await go(officer, '/office?zone=aqtobe&holder=office&worker=demo-head');
    const row = officer.locator('.desk tbody tr', { hasText: number }).filter({ hasText: 'Check of the documents' });
    expect(await row.textContent()).toMatch(/working days?head/);
  });

  it('corrects the contact of an investor, whom the next email reaches', async () => {
    const { projectId } = await placeAt(host, 'design-documentation');
    const page = await signedIn('officer');
    await go(page, `/office/projects/${projectId}/contact`);
    await page.fill('[name="email"]', 'not an address');
    await press(page, 'Check and see the emails');
    expect(await page.locator('.govuk-error-summary').count()).toBe(1);
    expect(await page.inputValue('[name="email"]')).toBe('not an address');
    await page.fill('[name="email"]', 'right@example.org');
    await press(page, 'Check and see the emails');
    await press(page, 'Correct the contact');
    expect(await main(page)).toContain('The contact has been corrected.');
    await host.settle();
    const { to, links } = (await host.mailOf(projectId)).at(-1) ?? {};
    expect(String(to)).toBe('right@example.org');
    const investor = await openPage(browser);
    await go(investor, `/l/${linkOf(links?.[0] ?? '')}`);
    await press(investor, 'Confirm my address');
    expect(await main(investor)).toContain('Your address is confirmed.');
  });

  it('narrows a list, and comes back to it from a project', async () => {
    const { projectId } = await placeAt(host, 'expertise');
    const { company } = await host.project(projectId);
    const page = await signedIn('officer');
    await go(page, '/office?zone=aqtobe&all=true');
    await page.click('text=Filter the list');
    await page.selectOption('[name="stage"]', 'expertise');
    await page.check('[name="sort"]');
    await press(page, 'Show');
    const narrowed = new URL(page.url());
    expect([narrowed.searchParams.get('stage'), narrowed.searchParams.get('sort')]).toEqual(['expertise', 'due']);
    await page.click(`text=${company}`);
    await page.click('.govuk-back-link');
    expect(await page.inputValue('[name="stage"]')).toBe('expertise');
    expect(await page.isChecked('[name="sort"]')).toBe(true);
    await press(page, 'Clear the filters');
    expect(new URL(page.url()).searchParams.get('stage')).toBeNull();
  });
});
