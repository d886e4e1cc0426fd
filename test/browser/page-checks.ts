import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Without a script, so that what is checked works for everybody. axe itself needs scripts: it gets a page of its own. */
export async function openPage(browser: Browser, { width = 360, scripts = false }: { readonly width?: number; readonly scripts?: boolean } = {}): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: scripts, viewport: { width, height: 900 }, locale: 'en-GB' });
  return context.newPage();
}

/** The address of a page in one language. */
export const inLanguage = (url: string, language: string): string => `${url}${url.includes('?') ? '&' : '?'}lang=${language}`;

/** WCAG 2.2 AA as far as axe sees it, one h1, and a page no wider than its screen, at the page's width and at 320 px. */
export async function expectSound(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`), what).toEqual([]);
  expect(await page.locator('h1').count(), what).toBe(1);
  const size = page.viewportSize();
  for (const width of [320, size?.width ?? 320]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `${what} at ${String(width)} px`).toBeLessThanOrEqual(width);
  }
}

/** Every page is at most 40 KiB on a first visit, compressed: 13 of them style and script. */
export async function expectLight(page: Page, what: string): Promise<void> {
  expect(gzipSync(await page.content()).length, what).toBeLessThan(27 * 1024);
}
