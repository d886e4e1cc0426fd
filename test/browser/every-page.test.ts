import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '#core/kernel/common.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { openBrowser } from './browser.ts';
import { browsing } from './pages/browsing.ts';
import { pageList, pageRoutes, statesOf } from './pages/page-list.ts';
import type { Seen } from './page-checks.ts';
import type { Entries } from './pages/state.ts';
import { pagesWorld } from './pages/world.ts';

let host: TestHost;
let browser: Browser;
let entries: Entries;
const seen: Seen = new Set();
beforeAll(async () => {
  [host, browser] = await Promise.all([openHost(), openBrowser()]);
  entries = await pageList(await pagesWorld(host));
});
afterAll(async () => {
  await browser.close();
  await host.close();
});

it('every page route has its states', () => {
  expect(Object.keys(entries).toSorted()).toEqual(pageRoutes.toSorted());
  expect(Object.entries(entries).filter(([, entry]) => entry.length === 0)).toEqual([]);
});

describe.concurrent('every page and state is accessible, fits every screen, is light and asks nobody else', () => {
  it.each(languages)('in %s', async (language) => {
    const looking = browsing(browser, host, language, seen);
    const failed: string[] = [];
    for (const state of statesOf(entries)) {
      await looking.look(state).catch((error: unknown) => {
        failed.push(error instanceof Error ? error.message : String(error));
      });
    }
    expect(failed).toEqual([]);
    await looking.close();
  });
});
