import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sharedHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { holderLink, openOne } from '#test/support/walk.ts';
import { sharedBrowser, type SharedBrowser } from './browser.ts';
import { inLanguage, openPage } from './page-checks.ts';
import { draftUpTo } from './pages/letter-draft.ts';

let host: TestHost;
let browser: SharedBrowser;
beforeAll(async () => {
  [host, browser] = await Promise.all([sharedHost(), sharedBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await host.close();
});

interface Form {
  readonly name: string;
  readonly path: () => Promise<string>;
  readonly account?: string;
}

const power = async () =>
  openOne(await host.project((await placeAt(host, 'technical-conditions')).projectId), 'technical-condition', 'power');

const forms: readonly Form[] = [
  { name: 'a page of the letter', path: async () => `${await draftUpTo(host.endpoints.site, 'company')}/company` },
  { name: 'the answer of a party', path: async () => `/l/${await holderLink(host, await power())}?answer=refused` },
  {
    name: 'the answer of an investor',
    path: async () => {
      const { projectId, track } = await placeAt(host, 'construction-start');
      return `/l/${track}/answer/${openOne(await host.project(projectId), 'start-notification').assignmentId}`;
    },
  },
  {
    name: 'an answer on paper',
    path: async () => `/office/assignments/${(await power()).assignmentId}?outcome=issued`,
    account: 'officer',
  },
  { name: 'a letter on paper', path: () => Promise.resolve('/office/letters?zone=aqtobe'), account: 'officer' },
];

interface Part {
  /** Of a group of radios one is reached. */
  readonly name: string;
  /** How it looks, with its label. */
  readonly looks: string;
}

/** Run in the page: what can be operated, in its order, and which part has the focus. */
const tellParts = () => {
  const looksOf = (one: Element): string =>
    [
      getComputedStyle(one),
      getComputedStyle(one, '::before'),
      ...(one.nextElementSibling ? [getComputedStyle(one.nextElementSibling, '::before')] : []),
    ]
      .map(({ outline, boxShadow, backgroundColor, borderColor, borderWidth }) =>
        [outline, boxShadow, backgroundColor, borderColor, borderWidth].join(' '),
      )
      .join('; ');
  const all = [
    ...document.querySelectorAll<HTMLElement>(
      'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]',
    ),
  ].filter((one) => one.checkVisibility());
  const partOf = (one: Element | null): Part => ({
    name:
      one instanceof HTMLInputElement && one.type === 'radio'
        ? one.name
        : String(all.findIndex((other) => other === one)),
    looks: one ? looksOf(one) : '',
  });
  const parts = new Map(all.map((one) => [partOf(one).name, partOf(one)]).toReversed() as [string, Part][]);
  return { parts: [...parts.values()].toReversed(), focused: partOf(document.activeElement) };
};

/** Presses the tabulator until another part has the focus: a date has a part for the day, the month, the year and its picker. */
async function nextPart(page: Page, before: string): Promise<Part> {
  for (let press = 0; press < 6; press += 1) {
    await page.keyboard.press('Tab');
    const { focused } = await page.evaluate(tellParts);
    if (focused.name !== before) return focused;
  }
  throw new Error(`The keyboard does not leave part ${before}`);
}

describe.each(forms)('with the keyboard alone, $name', ({ path, account }) => {
  async function opened(): Promise<Page> {
    const page = await openPage(browser, { scripts: true, width: 1280 });
    if (account) {
      await page.goto(`${host.endpoints.site}/sign-in/start?to=/office&lang=en`);
      await page.click(`button[value="${account}"]`);
    }
    await page.goto(inLanguage(host.endpoints.site + (await path()), 'kk'));
    return page;
  }

  it('is reached part by part in the order of the page, each in sight, after the link that skips to it', async () => {
    const page = await opened();
    const { parts } = await page.evaluate(tellParts);
    const unseen: string[] = [];
    let last = '';
    for (const { name, looks } of parts) {
      const reached = await nextPart(page, last);
      expect(reached.name).toBe(name);
      if (reached.looks === looks) unseen.push(name);
      last = name;
    }
    expect(unseen).toEqual([]);
    await page.reload();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  });

  it('is sent, and its mistakes are reached from their summary, which has the focus', async () => {
    const page = await opened();
    await page.locator('main form[method=post] button:not(.govuk-button--secondary)').last().focus();
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('govuk-error-summary');
    const hrefs = await page
      .locator('.govuk-error-summary a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(hrefs.length).toBeGreaterThan(0);
    for (const [at, href] of hrefs.entries()) {
      await page.locator('.govuk-error-summary a').nth(at).focus();
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => `#${document.activeElement?.id ?? ''}`)).toBe(href);
    }
  });
});
