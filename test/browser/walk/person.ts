import type { Locator, Page, Response } from 'playwright-core';
import type { Language } from '#core/kernel/common.ts';
import { frameTexts, type FrameTexts } from '#core/texts/areas/frame.ts';
import type { Watch } from './watch.ts';
import { hangMs, type Screens } from '../browser.ts';

/** How one run goes about it. */
export interface Manner {
  readonly scripts: boolean;
  /** Of every screen, in CSS pixels. */
  readonly width: number;
}

/** Somebody with a browser of their own who finds everything on a page by its role and its name, as it reads in their language. */
export interface Person {
  readonly page: Page;
  readonly language: Language;
  readonly words: FrameTexts;
  /** Goes to an address out of an email, or the site's own. */
  readonly open: (url: string) => Promise<Response | null>;
  /** Follows a link. */
  readonly follow: (name: string | RegExp, within?: Locator) => Promise<void>;
  readonly press: (name: string | RegExp) => Promise<void>;
  readonly type: (label: string, value: string, within?: Locator) => Promise<void>;
  readonly select: (label: string, option: string, within?: Locator) => Promise<void>;
  /** Chooses among radios, or ticks a box. */
  readonly choose: (label: string, choice: string) => Promise<void>;
  readonly group: (label: string) => Locator;
  /** What the main part of the page says. */
  readonly reads: () => Promise<string>;
}

interface Being extends Manner {
  readonly language: Language;
  /** What their browser asks for; a person's own language unless told otherwise. */
  readonly locale: string;
}

/** A person before an empty page. Each page they come to is looked at (`watch.ts`). */
export async function personOf(
  browser: Screens,
  watch: Watch,
  { scripts, width, language, locale }: Being,
): Promise<Person> {
  const context = await browser.newContext({ javaScriptEnabled: scripts, viewport: { width, height: 800 }, locale });
  // No verdict hangs on speed.
  context.setDefaultTimeout(hangMs);
  const page = await context.newPage();
  watch.follow(page);
  const words = frameTexts(language);
  const main = page.locator('main');
  const group = (label: string): Locator => main.getByRole('group', { name: label, exact: true });
  const labelled = (label: string, within: Locator): Locator =>
    within.getByLabel(label, { exact: true }).or(within.getByLabel(`${label} (${words.optional})`, { exact: true }));
  // A page of our own: the sign-in's is somebody else's, and a stranger's start page follows the browser.
  const isTheirs = (): boolean => /^\/(office|region|l)\//.test(new URL(page.url()).pathname);
  const look = () => watch.look(page, isTheirs() ? language : undefined);
  const leave = async (by: Locator): Promise<void> => {
    await Promise.all([page.waitForEvent('load'), by.click()]);
    await look();
  };
  return {
    page,
    language,
    words,
    group,
    open: async (url) => {
      const response = await page.goto(url);
      await look();
      return response;
    },
    follow: (name, within = page.locator('body')) => leave(within.getByRole('link', { name, exact: true })),
    press: (name) => leave(main.getByRole('button', { name, exact: true })),
    type: async (label, value, within = main) => labelled(label, within).fill(value),
    select: async (label, option, within = main) => {
      await labelled(label, within).selectOption(option);
    },
    choose: async (label, choice) => {
      const within = group(label);
      await within
        .getByRole('radio', { name: choice, exact: true })
        .or(within.getByRole('checkbox', { name: choice, exact: true }))
        .check();
    },
    reads: async () => main.innerText(),
  };
}
