import { gunzipSync } from 'node:zlib';
import type { Page, Request } from 'playwright-core';
import { expect } from 'vitest';
import { languages, type Language } from '#core/kernel/common.ts';
import { languageTags } from '#core/texts/index.ts';
import { request as ask } from '#local/kit/request.ts';
import type { TestHost } from '#test/support/host.ts';
import { cookieOf } from '#test/support/staff-session.ts';
import type { Bench, Sight } from './bench.ts';
import type { RoutedState as State } from './page-list.ts';
import { hangMs, type Screens } from '../browser.ts';

/** What a first visit may weigh over the wire, with style and script. */
const mostBytes = 40 * 1024;

/** Somebody who looks at one state after the other, as whoever the state is for. */
export interface Browsing {
  /**
   * Has the state's answer in every language laid out; loads it in one, and in those whose page is built otherwise, where a script
   * has something to do, something is done on it, or its route was loaded by nobody yet. Rejects when the state is not sound, not light, or not in its language.
   */
  readonly look: (state: State) => Promise<void>;
  readonly close: () => Promise<void>;
}

interface Desk {
  readonly page: Page;
  /** What was asked of somebody else, fonts, and what the browser complained of. */
  readonly troubles: string[];
  /** The request whose answer the page is. */
  readonly asked: () => Request;
  /** One tab for all readers: a browser's process for each costs as much as all that is loaded there. */
  readonly become: (language: Language, account: string | undefined) => Promise<void>;
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
  sessionOf: (account: string) => Promise<string>,
): Promise<Desk> {
  const context = await browser.newContext({ viewport: { width: 320, height: 800 }, locale: 'de-DE' });
  // No verdict hangs on speed.
  context.setDefaultTimeout(hangMs);
  const page = await context.newPage();
  let asked: Request | undefined;
  let reader = '';
  const desk: Desk = {
    page,
    troubles: [],
    asked: () => {
      if (!asked) throw new Error('Nothing was asked');
      return asked;
    },
    become: async (language, account) => {
      if (reader === `${language} ${account ?? ''}`) return;
      await context.clearCookies();
      await setCookies(page, `${host.endpoints.site}/cookies`, [
        `__Host-lang=${language}`,
        ...(account === undefined ? [] : [await sessionOf(account)]),
      ]);
      reader = `${language} ${account ?? ''}`;
    },
  };
  page.on('request', (request) => {
    const isOurs =
      request.url().startsWith('data:') || new URL(request.url()).origin === new URL(host.endpoints.site).origin;
    if (!isOurs || request.resourceType() === 'font') desk.troubles.push(`asks for ${request.url()}`);
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) asked = request;
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

interface Answer {
  readonly html: string;
  readonly status: number;
  /** Over the wire. */
  readonly bytes: number;
}

/** What is asked, without the language of whoever asks. */
interface Question {
  readonly url: string;
  readonly method: string;
  readonly cookie: string;
  readonly body?: Buffer | undefined;
  readonly type?: string | undefined;
}

async function askIn(language: Language, { url, method, cookie, body, type = '' }: Question): Promise<Answer> {
  const { status, bytes } = await ask(url, {
    method,
    headers: {
      accept: 'text/html',
      'accept-encoding': 'gzip',
      cookie: `${cookie}${cookie && '; '}__Host-lang=${language}`,
      ...(body && { 'content-type': type }),
      origin: new URL(url).origin,
    },
    ...(body && { body }),
  });
  return { html: bytes.length === 0 ? '' : gunzipSync(bytes).toString('utf8'), status, bytes: bytes.length };
}

/** What the desk's browser asked last, with its cookies. */
async function lastOf({ page, asked }: Desk): Promise<Question> {
  const request = asked();
  const cookies = (await page.context().cookies(request.url())).filter(({ name }) => name !== '__Host-lang');
  return {
    url: request.url(),
    method: request.method(),
    cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
    body: request.postDataBuffer() ?? undefined,
    type: request.headers()['content-type'],
  };
}

/** A script changes what is in the HTML of these. */
const isScripted = (html: string): boolean => html.includes('data-uploads=');

function expectInLanguage({ lang, title, headings, tooWide }: Sight, language: Language, what: string): void {
  expect(lang, what).toBe(languageTags[language]);
  expect(title, what).not.toBe('');
  expect(headings, `h1 of ${what}`).toBe(1);
  expect(tooWide, what).toEqual([]);
}

/** All of a page but its words. */
const builtOf = ({ structure, sources, words }: Sight): string => JSON.stringify([structure, sources, words]);

/** What all who browse have seen. */
export interface Seen {
  /** Structures of pages that axe has seen, in any language. */
  readonly structures: Set<string>;
  /** Routes of which a page was loaded. */
  readonly routes: Set<string>;
  /** Languages in which a route was loaded because of a script that changes it. */
  readonly scripted: Set<string>;
  /** Bytes of each style and script over the wire. */
  readonly assets: Map<string, Promise<number>>;
}
export const nothingSeen = (): Seen => ({
  structures: new Set(),
  routes: new Set(),
  scripted: new Set(),
  assets: new Map(),
});

export function browsing(
  browser: Screens,
  host: TestHost,
  { language: own, bench, seen }: { readonly language: Language; readonly bench: Bench; readonly seen: Seen },
): Browsing {
  const { site } = host.endpoints;
  const sessions = new Map<string, Promise<string>>();
  const sessionOf = (account: string): Promise<string> => {
    const session = sessions.get(account) ?? cookieOf(host, account);
    sessions.set(account, session);
    return session;
  };
  const opened = deskOf(browser, host, sessionOf);
  const sizeOf = (source: string): Promise<number> => {
    const known =
      seen.assets.get(source) ??
      ask(site + source, { headers: { 'accept-encoding': 'gzip' } }).then(({ bytes }) => bytes.length);
    seen.assets.set(source, known);
    return known;
  };

  async function expectLight(bytes: number, { sources }: Sight, what: string): Promise<void> {
    const assets = await Promise.all(sources.filter((source) => source.startsWith('/assets/')).map(sizeOf));
    expect(bytes, what).toBeGreaterThan(0);
    expect(
      assets.reduce((sum, size) => sum + size, bytes),
      `bytes of ${what}`,
    ).toBeLessThanOrEqual(mostBytes);
  }

  async function expectAccessible(html: string, { structure }: Sight, what: string): Promise<void> {
    if (seen.structures.has(structure)) return;
    seen.structures.add(structure);
    expect((await bench.violations(html)).join('\n'), what).toBe('');
  }

  async function expectPrintable(htmls: readonly string[], what: string): Promise<void> {
    expect(await bench.print(htmls), what).toEqual(htmls.map(() => ({ tooWide: [], useless: 0, heading: true })));
  }

  async function load({ name, path, as, act, status = 200, printed = false }: State, language: Language) {
    const what = `${name} in ${language} (${path})`;
    const desk = await opened;
    const { page, troubles } = desk;
    await desk.become(language, as);
    const response = await page.goto(site + path);
    expect(response?.status(), what).toBe(status);
    const { responseBodySize = 0 } = (await response?.request().sizes()) ?? {};
    await act?.(page);
    const { html, scrollWidth } = await page.evaluate(() => ({
      html: `<!doctype html>${document.documentElement.outerHTML}`,
      scrollWidth: document.documentElement.scrollWidth,
    }));
    const [sight] = await bench.see([html]);
    if (!sight) throw new Error(what);
    expectInLanguage(sight, language, what);
    await expectLight(responseBodySize, sight, what);
    expect(scrollWidth, what).toBeLessThanOrEqual(320);
    await expectAccessible(html, sight, what);
    if (printed) await expectPrintable([html], what);
    expect(troubles, what).toEqual([]);
    return { desk, sight };
  }

  /** As it is answered, laid out in each of the languages. */
  async function layOut(question: Question, asked: readonly Language[]) {
    const answers = await Promise.all(
      asked.map(async (language) => ({ language, ...(await askIn(language, question)) })),
    );
    const sights = await bench.see(answers.map(({ html }) => html));
    return answers.map((answer, at) => {
      const sight = sights[at];
      if (!sight) throw new Error(question.url);
      return { ...answer, sight };
    });
  }
  type LaidOut = Awaited<ReturnType<typeof layOut>>[number];

  async function expectSound({ name, path, printed }: State, { language, html, bytes, sight }: LaidOut): Promise<void> {
    const what = `${name} in ${language} (${path})`;
    expectInLanguage(sight, language, what);
    await expectLight(bytes, sight, what);
    if (printed) await expectPrintable([html], what);
  }

  /** True when it was enough to lay the state out. */
  async function lookWithoutLoading(state: State, cookie: string): Promise<boolean> {
    const all = await layOut({ url: site + state.path, method: 'GET', cookie }, languages);
    // A browser follows to where it is led.
    if (all.some(({ status, html }) => (status >= 300 && status < 400) || isScripted(html))) return false;
    for (const one of all) {
      const what = `${state.name} in ${one.language} (${state.path})`;
      expect(one.status, what).toBe(state.status ?? 200);
      expect(
        one.sight.sources.filter((source) => !/^(\/(?!\/)|data:)/.test(source)),
        what,
      ).toEqual([]);
      await expectSound(state, one);
      await expectAccessible(one.html, one.sight, what);
    }
    return true;
  }

  /** Texts that a script writes are as wide as they are: where one works, each language is loaded, once a route. */
  const isNewTo = (language: Language, { route }: State): boolean => {
    const key = `${language} ${route}`;
    const isNew = !seen.scripted.has(key);
    seen.scripted.add(key);
    return isNew;
  };

  return {
    look: async (state) => {
      if (state.act === undefined && seen.routes.has(state.route)) {
        const cookie = state.as === undefined ? '' : await sessionOf(state.as);
        if (await lookWithoutLoading(state, cookie)) return;
      }
      seen.routes.add(state.route);
      const { desk, sight } = await load(state, own);
      const all = await layOut(await lastOf(desk), languages);
      const isChanged = all.some(({ html }) => isScripted(html));
      const answered = isChanged ? all.find(({ language }) => language === own)?.sight : sight;
      for (const other of all) {
        if (other.language === own) continue;
        const isAlike = answered && builtOf(other.sight) === builtOf(answered);
        if (!isAlike || (isChanged && isNewTo(other.language, state))) await load(state, other.language);
        else await expectSound(state, other);
      }
    },
    close: async () => {
      await (await opened).page.context().close();
    },
  };
}
