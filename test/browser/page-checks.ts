import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { hangMs, type Screens } from './browser.ts';

/** Without a script, so that what is checked works for everybody. */
export async function openPage(
  browser: Screens,
  { width = 360, scripts = false }: { readonly width?: number; readonly scripts?: boolean } = {},
): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: scripts,
    viewport: { width, height: 900 },
    locale: 'en-GB',
  });
  // No verdict hangs on speed.
  context.setDefaultTimeout(hangMs);
  return context.newPage();
}

/** The address of a page in one language. */
export const inLanguage = (url: string, language: string): string =>
  `${url}${url.includes('?') ? '&' : '?'}lang=${language}`;

/** A phone, a desktop at 200 % and a desktop: CSS pixels. */
export const widths = [320, 640, 1280] as const;

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Without reading the styles anew: the one rule that wants that is about screens that may not be turned. */
const wcag: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  resultTypes: ['violations'],
  preload: false,
};

/** axe in the page itself: its own builder opens a second page for each, which takes three times as long. */
export const prepareAxe = (page: Page): Promise<unknown> => page.evaluate(axe);

/** Of a page that is prepared. Only what is found is brought here: all that was looked at is many times as much. */
export const violationsOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async (options) => {
    const { axe } = globalThis as unknown as {
      readonly axe: { readonly run: (options: RunOptions) => Promise<AxeResults> };
    };
    const { violations } = await axe.run(options);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  }, wcag);

async function expectNoViolations(page: Page, what: string): Promise<void> {
  await prepareAxe(page);
  expect((await violationsOf(page)).join('\n'), what).toBe('');
}

const factsOf = (page: Page) =>
  page.evaluate(() => ({ title: document.title, headings: document.querySelectorAll('h1').length }));

/** WCAG 2.2 AA as far as axe sees it, a title, one h1, and a page no wider than its screen whatever that is. The page needs scripts for axe. */
export async function expectSound(page: Page, what: string): Promise<void> {
  await expectNoViolations(page, what);
  const { title, headings } = await factsOf(page);
  expect(title, what).not.toBe('');
  expect(headings, `h1 of ${what}`).toBe(1);
  const before = page.viewportSize();
  for (const width of widths) {
    // To change the size costs more than to look: most come at the first one.
    if (page.viewportSize()?.width !== width) await page.setViewportSize({ width, height: 900 });
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth),
      `${what} at ${String(width)} px`,
    ).toBeLessThanOrEqual(width);
  }
  if (before && page.viewportSize()?.width !== before.width) await page.setViewportSize(before);
}
