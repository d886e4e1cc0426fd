import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '#core/kernel/common.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { sharedBrowser, type SharedBrowser } from './browser.ts';
import { browsing, nothingSeen } from './pages/browsing.ts';
import { pageList, pageRoutes, statesOf } from './pages/page-list.ts';
import names from '#pages/assets/names.json' with { type: 'json' };
import { openBench, type Bench } from './pages/bench.ts';
import type { Entries } from './pages/state.ts';
import { pagesWorld } from './pages/world.ts';

let host: TestHost;
let browser: SharedBrowser;
let entries: Entries;
let bench: Bench;
const seen = nothingSeen();
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

it.each([
  ['image-alt', '<img src="/assets/x.svg">'],
  ['label', '<input type="text" name="x">'],
  ['color-contrast', '<p style="color:#bbb;background:#fff">Hardly seen</p>'],
  ['target-size', '<a href="/1">1</a><a href="/2">2</a>'],
  ['aria-allowed-attr', '<p aria-checked="true">Checked</p>'],
])('what is wrong is found: %s', async (rule, wrong) => {
  const page = (lang: string, title: string, content: string) =>
    `<!doctype html><html${lang}><head>${title}</head><body><main><h1>Page</h1>${content}</main></body></html>`;
  const found = async (html: string) => (await bench.violations(html)).map((one) => one.split(':')[0]);
  expect(await found(page(' lang="en"', '<title>Page</title>', '<p>Good</p>'))).toEqual([]);
  expect(await found(page(' lang="en"', '<title>Page</title>', wrong))).toEqual([rule]);
  expect(await found(page('', '', ''))).toEqual(['document-title', 'html-has-lang']);
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
