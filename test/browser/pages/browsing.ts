import { gunzipSync } from 'node:zlib';
import type { Page, Request, Response } from 'playwright-core';
import { expect } from 'vitest';
import { languages, type Language } from '#core/kernel/common.ts';
import { languageTags } from '#core/texts/index.ts';
import { request as ask } from '#local/kit/request.ts';
import type { TestHost } from '#test/support/host.ts';
import { cookieOf } from '#test/support/staff-session.ts';
import type { Bench, Sight } from './bench.ts';
import type { State } from './state.ts';
import { hangMs, type Screens } from '../browser.ts';

/** What a first visit may weigh over the wire, with style and script. */
const mostBytes = 40 * 1024;

/** Somebody who looks at one state after the other, as whoever the state is for. */
export interface Browsing {
  /**
   * Loads the state in one language, and has the same answer in every other one laid out beside it; loads those too whose page is
   * built otherwise. Rejects when the state is not sound, not light, or not in its language.
   */
  readonly look: (state: State) => Promise<void>;
  readonly close: () => Promise<void>;
}

interface Desk {
  readonly page: Page;
  /** Bytes of each style and script so far. */
  readonly assets: Map<string, number>;
  /** What was asked of somebody else, fonts, and what the browser complained of. */
  readonly troubles: string[];
  /** The request whose answer the page is. */
  readonly asked: () => Request;
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
  browser: Screens,
  host: TestHost,
  language: Language,
  account: string | undefined,
): Promise<Desk> {
  const context = await browser.newContext({ viewport: { width: 320, height: 800 }, locale: 'de-DE' });
  // No verdict hangs on speed.
  context.setDefaultTimeout(hangMs);
  const page = await context.newPage();
  let asked: Request | undefined;
  const desk: Desk = {
    page,
    assets: new Map(),
    troubles: [],
    asked: () => {
      if (!asked) throw new Error('Nothing was asked');
      return asked;
    },
  };
  await setCookies(page, `${host.endpoints.site}/cookies`, [
    `__Host-lang=${language}`,
    ...(account === undefined ? [] : [await cookieOf(host, account)]),
  ]);
  page.on('request', (request) => {
    const isOurs =
      request.url().startsWith('data:') || new URL(request.url()).origin === new URL(host.endpoints.site).origin;
    if (!isOurs || request.resourceType() === 'font') desk.troubles.push(`asks for ${request.url()}`);
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) asked = request;
  });
  page.on('requestfinished', (request) => {
    if (['stylesheet', 'script'].includes(request.resourceType()))
      void request.sizes().then(({ responseBodySize }) => {
        if (responseBodySize > 0) desk.assets.set(request.url(), responseBodySize);
      });
  });
  page.on('console', (message) => {
    // The browser tells of every answer that is a problem, which some states are.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      desk.troubles.push(message.text());
  });
  page.on('pageerror', ({ message }) => {
    desk.troubles.push(message);
  });
  return desk;
}

const weightOf = ({ assets }: Desk): number => [...assets.values()].reduce((sum, size) => sum + size, 0);

interface Answer {
  readonly html: string;
  readonly status: number;
  /** Over the wire. */
  readonly bytes: number;
}

/** Asks once more what the desk's browser asked last, with its cookies, in another language. */
async function askIn(language: Language, { page, asked }: Desk): Promise<Answer> {
  const request = asked();
  const cookies = (await page.context().cookies(request.url())).filter(({ name }) => name !== '__Host-lang');
  const body = request.postDataBuffer();
  const { status, bytes } = await ask(request.url(), {
    method: request.method(),
    headers: {
      accept: 'text/html',
      'accept-encoding': 'gzip',
      cookie: [...cookies, { name: '__Host-lang', value: language }]
        .map(({ name, value }) => `${name}=${value}`)
        .join('; '),
      ...(body && { 'content-type': request.headers()['content-type'] ?? '' }),
      origin: new URL(request.url()).origin,
    },
    ...(body && { body }),
  });
  return { html: gunzipSync(bytes).toString('utf8'), status, bytes: bytes.length };
}

function expectInLanguage({ lang, title, headings, tooWide }: Sight, language: Language, what: string): void {
  expect(lang, what).toBe(languageTags[language]);
  expect(title, what).not.toBe('');
  expect(headings, `h1 of ${what}`).toBe(1);
  expect(tooWide, what).toEqual([]);
}

/** All of a page but its words. */
const builtOf = ({ structure, sources, words }: Sight): string => JSON.stringify([structure, sources, words]);

/** @param seen structures of pages that axe has seen, in any language */
export function browsing(
  browser: Screens,
  host: TestHost,
  { language: own, bench, seen }: { readonly language: Language; readonly bench: Bench; readonly seen: Set<string> },
): Browsing {
  const desks = new Map<string, Promise<Desk>>();
  const deskFor = (language: Language, account: string | undefined): Promise<Desk> => {
    const key = `${language} ${account ?? ''}`;
    const desk = desks.get(key) ?? deskOf(browser, host, language, account);
    desks.set(key, desk);
    return desk;
  };

  async function load({ name, path, as, act, status = 200, printed = false }: State, language: Language) {
    const what = `${name} in ${language} (${path})`;
    const desk = await deskFor(language, as);
    const { page, troubles } = desk;
    const response = await page.goto(host.endpoints.site + path);
    expect(response?.status(), what).toBe(status);
    await expectLight(response, desk, what);
    await act?.(page);
    const { html, scrollWidth } = await page.evaluate(() => ({
      html: `<!doctype html>${document.documentElement.outerHTML}`,
      scrollWidth: document.documentElement.scrollWidth,
    }));
    const [sight] = await bench.see([html]);
    if (!sight) throw new Error(what);
    expectInLanguage(sight, language, what);
    expect(scrollWidth, what).toBeLessThanOrEqual(320);
    if (!seen.has(sight.structure)) {
      seen.add(sight.structure);
      expect((await bench.violations(html)).join('\n'), what).toBe('');
    }
    if (printed) await expectPrintable([html], what);
    expect(troubles, what).toEqual([]);
    return { desk, sight };
  }

  async function expectPrintable(htmls: readonly string[], what: string): Promise<void> {
    expect(await bench.print(htmls), what).toEqual(htmls.map(() => ({ tooWide: [], useless: 0, heading: true })));
  }

  return {
    look: async (state) => {
      const { desk, sight } = await load(state, own);
      const others = languages.filter((one) => one !== own);
      const answers = await Promise.all(others.map((language) => askIn(language, desk)));
      const sights = await bench.see(answers.map(({ html }) => html));
      for (const [at, language] of others.entries()) {
        const [answer, other] = [answers[at], sights[at]];
        if (!answer || !other) throw new Error(state.name);
        if (builtOf(other) !== builtOf(sight)) {
          await load(state, language);
          continue;
        }
        const what = `${state.name} in ${language} (${state.path})`;
        expectInLanguage(other, language, what);
        expect(answer.bytes, what).toBeGreaterThan(0);
        expect(answer.bytes + weightOf(desk), `bytes of ${what}`).toBeLessThanOrEqual(mostBytes);
        if (state.printed) await expectPrintable([answer.html], what);
      }
    },
    close: async () => {
      for (const desk of desks.values()) await (await desk).page.context().close();
    },
  };
}

async function expectLight(response: Response | null, desk: Desk, what: string): Promise<void> {
  const { responseBodySize = 0 } = (await response?.request().sizes()) ?? {};
  expect(responseBodySize + weightOf(desk), `bytes of ${what}`).toBeLessThanOrEqual(mostBytes);
  expect(responseBodySize, what).toBeGreaterThan(0);
}
