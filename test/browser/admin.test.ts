import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { sharedBrowser, type SharedBrowser } from './browser.ts';
import { openPage } from './page-checks.ts';

let host: TestHost;
let browser: SharedBrowser;
beforeAll(async () => {
  [host, browser] = await Promise.all([openHost(), sharedBrowser()]);
  await placeAt(host, 'technical-conditions');
  await placeAt(host, 'council-approval');
});
afterAll(async () => {
  await browser.close();
  await host.close();
});

/** Signs in as a person would: by the issuer's own page. */
async function signedIn(account: string, options: Parameters<typeof openPage>[1] = {}): Promise<Page> {
  const page = await openPage(browser, options);
  await page.goto(`${host.endpoints.site}/sign-in?lang=en`);
  await page.click('main a.govuk-button');
  await page.click(`button[value="${account}"]`);
  await page.waitForURL(`${host.endpoints.site}/**`);
  return page;
}

const go = (page: Page, path: string) => page.goto(host.endpoints.site + path);
const main = async (page: Page): Promise<string> => (await page.textContent('main')) ?? '';
const send = (page: Page) => page.click('main form[method="post"] button');

describe('an administrator, on a phone without a script', () => {
  it('arrives at administration, adds an officer, who signs in and finds the work list', async () => {
    const page = await signedIn('administrator');
    expect(new URL(page.url()).pathname).toBe('/admin');
    await page.click('h2:has-text("Aqtöbe") + ul a:has-text("People and roles") >> nth=-1');
    await page.click('text=Add a person');
    await page.fill('[name="name"]', 'Aliya the New');
    await page.fill('[name="email"]', 'newcomer@');
    await page.check('[name="role"][value="officer"]');
    await send(page);
    expect(await page.title()).toMatch(/^Error/);
    expect(await page.locator('.govuk-error-summary a').allTextContents()).toEqual([
      'Email: The format is wrong.',
      'Language of emails: Fill in this field.',
    ]);
    expect(await page.inputValue('[name="name"]')).toBe('Aliya the New');
    await page.fill('[name="email"]', 'newcomer@example.org');
    await page.check('[name="language"][value="kk"]');
    await send(page);
    expect(await main(page)).toMatch(/Role given.*Aliya the New.*Has not signed in yet/s);
    const officer = await signedIn('newcomer');
    await go(officer, '/office?zone=aqtobe&lang=en');
    expect(await main(officer)).toContain('What the office must answer');
    await page.reload();
    expect(await main(page)).toMatch(/Has signed in/);
    await page.click('text=End all roles');
    await send(page);
    expect(await main(page)).not.toContain('Aliya');
    await officer.reload();
    expect(await main(officer)).not.toContain('What the office must answer');
  });

  it("S2: is asked whom they mean when the address is somebody's, and gives nothing until they say so", async () => {
    const page = await signedIn('administrator');
    const fillIn = async () => {
      await go(page, '/admin/people/new?zone=aqtobe');
      await page.fill('[name="name"]', 'Boss New');
      await page.fill('[name="email"]', 'officer@example.org');
      await page.check('[name="language"][value="en"]');
      await page.check('[name="role"][value="leadership"]');
      await page.fill('[name="until"]', '2026-12-31');
      await send(page);
    };
    await fillIn();
    expect(await page.textContent('h1')).toContain('Is this the person you mean?');
    expect(await main(page)).toMatch(
      /officer@example\.org.*Has signed in.*Officer.*Regional leadership, until 31 December 2026.*You entered the name: Boss New/s,
    );
    await page.click('text=No, enter another address');
    // What was typed is there, to be changed.
    expect(await page.inputValue('[name="email"]')).toBe('officer@example.org');
    await go(page, '/admin/person?person=demo-officer');
    expect(await main(page)).not.toContain('Regional leadership');
    await fillIn();
    await send(page);
    expect(await main(page)).toMatch(/Role given.*Regional leadership, until 31 December 2026/s);
    await page.click('table tr:has-text("Regional leadership") a:has-text("End")');
    await send(page);
  });

  it('S16: learns why they give themselves no role, and why nobody is head and headquarters of one zone', async () => {
    const page = await signedIn('administrator');
    const give = async (person: string, role: string) => {
      await go(page, `/admin/person/role?person=${person}`);
      await page.selectOption('[name="scopeId"]', 'zone#aqtobe');
      await page.check(`[name="role"][value="${role}"]`);
      await send(page);
      return page.textContent('.govuk-error-summary');
    };
    expect(await give('demo-administrator', 'head')).toContain('You cannot give a role to yourself');
    expect(await give('demo-head', 'headquarters')).toContain('cannot also be in the task force');
    await go(page, '/admin/person/edit?person=demo-administrator');
    expect(await main(page)).toContain('has to sign in anew');
    await page.fill('[name="email"]', 'another@example.org');
    await send(page);
    expect(await page.textContent('.govuk-error-summary')).toContain(
      'Your own address is changed by another administrator',
    );
  });

  it('S16: signs out on all devices by the foot of any page', async () => {
    const [one, other] = [await signedIn('administrator'), await signedIn('administrator')];
    await one.click('footer button');
    expect(new URL(one.url()).pathname).toBe('/sign-in');
    expect(await main(one)).toContain('You have signed out.');
    await go(other, '/admin');
    expect(new URL(other.url()).pathname).toBe('/sign-in');
    await go(await signedIn('administrator'), '/admin');
  });

  it('names a deputy and ends that; a role of their own ends only when they know it', async () => {
    const page = await signedIn('administrator');
    await go(page, '/admin/person?person=demo-head');
    await page.click('table a:has-text("Deputy")');
    await send(page);
    expect(await page.locator('.govuk-error-summary a').count()).toBe(3);
    await page.check('[value="demo-officer"]');
    await page.fill('[name="from"]', '2025-12-15');
    await page.fill('[name="until"]', '2026-01-16');
    await send(page);
    expect(await main(page)).toContain('away 15 December 2025 to 16 January 2026, officer stands in');
    await page.click('table a:has-text("Deputy")');
    await page.check('[value="nobody"]');
    await send(page);
    expect(await main(page)).toContain('Deputy ended');
    expect(await page.locator('td, tbody th').allTextContents()).toContain('Head of office');
    await go(page, '/admin/person/end?person=demo-administrator');
    await send(page);
    expect(await page.textContent('.govuk-error-summary')).toContain('This is your own role');
    await page.check('[name="confirmOwn"]');
    await send(page);
    expect(await page.textContent('.govuk-error-summary')).toContain('last administrator');
  });

  it('mends a party, and learns why another cannot end', async () => {
    const page = await signedIn('administrator');
    await go(page, '/admin/zones/aqtobe/parties');
    await page.click('text=Gas company');
    await page.fill('[name="email"]', 'new-gas@example.org');
    await send(page);
    // What ends and what will be sent is seen before; going back keeps what was typed.
    expect(await main(page)).toMatch(/Change the address of the party.*→ new-gas@example\.org/s);
    await page.click('button[value=mend]');
    expect(await page.inputValue('[name="email"]')).toBe('new-gas@example.org');
    await send(page);
    await page.click('button[value=send]');
    expect(await main(page)).toMatch(/Party changed.*new-gas@example\.org/s);
    await page.click('text=Power company');
    await page.click('text=Stop sending assignments to this party');
    expect(await main(page)).toContain('still has assignments to answer');
    const [first] = await page.locator('main li a').all();
    await first?.click();
    expect(await main(page)).toMatch(/technical conditions/i);
    await go(page, '/admin/zones/aqtobe/party/end?party=aqtobe-rail');
    await send(page);
    expect(await main(page)).toContain(
      'There is no party of this kind, so the zone office is asked instead: Railway company',
    );
  });

  it('of two forms of one thing the second is shown what is there now, with what was typed', async () => {
    const page = await signedIn('administrator');
    const other = await page.context().newPage();
    for (const one of [page, other]) await go(one, '/admin/zones/aqtobe/edit');
    await page.fill('[name="mailbox"]', 'first@example.org');
    await send(page);
    await other.fill('[name="mailbox"]', 'second@example.org');
    await send(other);
    expect(await other.textContent('.govuk-error-summary')).toContain('Someone else has changed this in the meantime');
    expect(await other.inputValue('[name="mailbox"]')).toBe('second@example.org');
    await send(other);
    expect(await main(other)).toContain('second@example.org');
  });

  it('sees what a day and a duration would move before saving either', async () => {
    const page = await signedIn('administrator');
    await go(page, '/admin/zones/aqtobe/calendar');
    await page.click('text=Change a day');
    await page.fill('[name="date"]', '2026-02-03');
    await page.check('[name="working"][value="false"]');
    await page.fill('[name="reason"]', 'Storm');
    await send(page);
    expect(await main(page)).toMatch(/2 projects looked at; 2 projects move; \d projects? becomes? late/);
    await page.click('button[value="mend"]');
    expect(await page.inputValue('[name="reason"]')).toBe('Storm');
    await send(page);
    await page.click('button[value="send"]');
    await go(page, '/admin/zones/aqtobe/calendar?year=2026');
    expect(await main(page)).toMatch(/3 February 2026.*Day off.*Storm/s);
    await page.click('table a:has-text("Remove")');
    await send(page);
    await page.click('button[value="send"]');
    expect(await main(page)).toContain('Change of a day removed');
    await go(page, '/admin/zones/aqtobe/duration?stage=expertise');
    await page.fill('[name="workingDays"]', '2000');
    await page.fill('[name="effectiveFrom"]', '2026-02-02');
    await page.fill('[name="source.title"]', 'Order No. 3');
    await send(page);
    expect(await page.locator('.govuk-error-summary a').allTextContents()).toEqual([
      'Working days: The value is too long or too large.',
    ]);
    await page.fill('[name="workingDays"]', '300');
    await send(page);
    expect(await main(page)).toMatch(/becomes late/);
    await page.click('button[value="send"]');
    expect(await main(page)).toMatch(/Duration set.*This zone.*Not yet in force.*Withdraw/s);
    await page.click('a:has-text("Withdraw")');
    await send(page);
    await page.click('button[value="send"]');
    expect(await main(page)).toContain('Duration withdrawn');
    await go(page, '/admin/changes?zone=aqtobe');
    expect(await page.locator('tbody tr').count()).toBeGreaterThan(5);
  });
});
