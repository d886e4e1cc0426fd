import type { Browser, Page, Response } from 'playwright-core';
import { expect } from 'vitest';
import type { Language } from '#core/kernel/common.ts';
import { languageTags } from '#core/texts/index.ts';
import type { TestHost } from '#test/support/host.ts';
import { cookieOf } from '#test/support/staff-session.ts';
import { expectSound, type Seen } from '../page-checks.ts';
import type { State } from './state.ts';
import { hangMs } from '../browser.ts';

/** What a first visit may weigh over the wire, with style and script. */
const mostBytes = 40 * 1024;

/** A sheet of A4 without its margins, in CSS pixels. */
const sheetWidth = 690;

/** Somebody who looks at one state after the other in one language, as whoever the state is for. */
export interface Browsing {
  /** Rejects when the state is not sound, not light, or not in the language. */
  readonly look: (state: State) => Promise<void>;
  readonly close: () => Promise<void>;
}

interface Desk {
  readonly page: Page;
  /** Bytes of each style and script so far. */
  readonly assets: Map<string, number>;
  /** What was asked of somebody else, fonts, and what the browser complained of. */
  readonly troubles: string[];
}

/** As an answer would: the driver itself sets none that are bound to a host. */
async function setCookies(page: Page, url: string, cookies: readonly string[]): Promise<void> {
  await page.route(url, (route) =>
    route.fulfill({
      headers: { 'set-cookie': cookies.map((one) => `${one}; Path=/; Secure; HttpOnly; SameSite=Lax`).join('\n') },
      body: '',
    }),
  );
  await page.goto(url);
  await page.unroute(url);
}

async function deskOf(
  browser: Browser,
  host: TestHost,
  language: Language,
  account: string | undefined,
): Promise<Desk> {
  const context = await browser.newContext({ viewport: { width: 320, height: 800 }, locale: 'de-DE' });
  // No verdict hangs on speed.
  context.setDefaultTimeout(hangMs);
  const desk: Desk = { page: await context.newPage(), assets: new Map(), troubles: [] };
  await setCookies(desk.page, `${host.endpoints.site}/cookies`, [
    `__Host-lang=${language}`,
    ...(account === undefined ? [] : [await cookieOf(host, account)]),
  ]);
  desk.page.on('request', (request) => {
    const isOurs =
      request.url().startsWith('data:') || new URL(request.url()).origin === new URL(host.endpoints.site).origin;
    if (!isOurs || request.resourceType() === 'font') desk.troubles.push(`asks for ${request.url()}`);
  });
  desk.page.on('requestfinished', (request) => {
    if (['stylesheet', 'script'].includes(request.resourceType()))
      void request.sizes().then(({ responseBodySize }) => {
        if (responseBodySize > 0) desk.assets.set(request.url(), responseBodySize);
      });
  });
  desk.page.on('console', (message) => {
    // The browser tells of every answer that is a problem, which some states are.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      desk.troubles.push(message.text());
  });
  desk.page.on('pageerror', ({ message }) => {
    desk.troubles.push(message);
  });
  return desk;
}

async function expectLight(response: Response | null, { assets }: Desk, what: string): Promise<void> {
  const { responseBodySize = 0 } = (await response?.request().sizes()) ?? {};
  const weight = [...assets.values()].reduce((sum, size) => sum + size, responseBodySize);
  expect(weight, `bytes of ${what}`).toBeLessThanOrEqual(mostBytes);
  expect(responseBodySize, what).toBeGreaterThan(0);
}

async function expectPrintable(page: Page, what: string): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: sheetWidth, height: 976 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth), `${what} on paper`).toBeLessThanOrEqual(
    sheetWidth,
  );
  expect(
    await page
      .locator('nav, form, .no-print')
      .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height > 0).length),
    `${what} on paper`,
  ).toBe(0);
  expect(await page.locator('h1').isVisible()).toBe(true);
  await page.emulateMedia({ media: null });
}

/** @param seen structures of pages that axe has seen, in any language */
export function browsing(browser: Browser, host: TestHost, language: Language, seen: Seen): Browsing {
  const desks = new Map<string, Promise<Desk>>();
  const deskFor = (account: string | undefined): Promise<Desk> => {
    const desk = desks.get(account ?? '') ?? deskOf(browser, host, language, account);
    desks.set(account ?? '', desk);
    return desk;
  };
  return {
    look: async ({ name, path, as, act, status = 200, printed = false }) => {
      const what = `${name} in ${language} (${path})`;
      const desk = await deskFor(as);
      const { page, troubles } = desk;
      if (page.viewportSize()?.width !== 320) await page.setViewportSize({ width: 320, height: 800 });
      const response = await page.goto(host.endpoints.site + path);
      expect(response?.status(), what).toBe(status);
      await expectLight(response, desk, what);
      await act?.(page);
      expect(await page.getAttribute('html', 'lang'), what).toBe(languageTags[language]);
      await expectSound(page, what, seen);
      if (printed) await expectPrintable(page, what);
      expect(troubles, what).toEqual([]);
    },
    close: async () => {
      for (const desk of desks.values()) await (await desk).page.context().close();
    },
  };
}
