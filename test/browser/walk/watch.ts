import type { Page } from 'playwright-core';
import type { Language } from '#core/kernel/common.ts';
import { languageTags } from '#core/texts/index.ts';

/** Looks at every page that anybody comes to, and keeps what is wrong with it. */
export interface Watch {
  /** Hears what the browser complains of. */
  readonly follow: (page: Page) => void;
  /** A page must have a title and one h1, be no wider than its screen, and be in its reader's language, when they have one. */
  readonly look: (page: Page, language?: Language) => Promise<void>;
  readonly troubles: readonly string[];
  readonly looked: () => number;
}

/** @param origins the site and the issuer of the sign-in: nothing may be asked of anybody else */
export function watchOver(...origins: readonly string[]): Watch {
  const troubles: string[] = [];
  let looked = 0;
  return {
    troubles,
    looked: () => looked,
    follow: (page) => {
      const tell = (what: string) => {
        troubles.push(`${new URL(page.url()).pathname}: ${what}`);
      };
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') tell(message.text());
      });
      page.on('pageerror', ({ message }) => {
        tell(message);
      });
      page.on('requestfailed', (request) => {
        tell(`${request.url()} ${request.failure()?.errorText ?? ''}`);
      });
      page.on('response', (response) => {
        if (response.status() >= 400) tell(`${response.url()} ${String(response.status())}`);
      });
      page.on('request', (request) => {
        const { origin, protocol } = new URL(request.url());
        if (protocol !== 'data:' && !origins.includes(origin)) tell(`asks ${origin}`);
      });
    },
    look: async (page, language) => {
      looked += 1;
      const found = await page.evaluate(() => ({
        title: document.title.trim(),
        lang: document.documentElement.lang,
        headings: document.querySelectorAll('h1').length,
        wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      }));
      const path = new URL(page.url()).pathname;
      if (language !== undefined && found.lang !== languageTags[language])
        troubles.push(`${path}: in ${found.lang} for a reader of ${language}`);
      if (found.title === '') troubles.push(`${path}: no title`);
      if (found.headings !== 1) troubles.push(`${path}: ${String(found.headings)} h1`);
      if (found.wide > 0) troubles.push(`${path}: ${String(found.wide)} px wider than the screen`);
    },
  };
}
