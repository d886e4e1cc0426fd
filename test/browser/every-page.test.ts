import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '#core/kernel/common.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { sharedBrowser, type SharedBrowser } from './browser.ts';
import { browsing } from './pages/browsing.ts';
import { pageList, pageRoutes, statesOf } from './pages/page-list.ts';
import names from '#pages/assets/names.json' with { type: 'json' };
import { openBench, type Bench } from './pages/bench.ts';
import type { Entries } from './pages/state.ts';
import { pagesWorld } from './pages/world.ts';

let host: TestHost;
let browser: SharedBrowser;
let entries: Entries;
let bench: Bench;
const seen = new Set<string>();
beforeAll(async () => {
  [host, browser] = await Promise.all([openHost(), sharedBrowser()]);
  const { site } = host.endpoints;
  const style = await (await fetch(`${site}/assets/${names.style}`)).text();
  bench = await openBench(browser, site, style);
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
  it.each(languages)('looked at in %s, laid out in all languages', async (language) => {
    const looking = browsing(browser, host, { language, bench, seen });
    const failed: string[] = [];
    // Each state is loaded in one language; every language has its share of every kind of page.
    const share = statesOf(entries).filter((_, at) => languages[at % languages.length] === language);
    for (const state of share) {
      await looking.look(state).catch((error: unknown) => {
        failed.push(error instanceof Error ? error.message : String(error));
      });
    }
    expect(failed).toEqual([]);
    await looking.close();
  });
});
