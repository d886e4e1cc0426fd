import chromium from '@sparticuz/chromium';
import { chromium as driver, type Browser, type BrowserContext } from 'playwright-core';

/** What has not come by then never will: it ends a hang and says where, and is far from what a slow machine needs. Milliseconds. */
export const hangMs = 10 * 60_000;

/**
 * A browser out of an npm package: nothing is installed on the machine. It reaches nothing but this machine. Not with the
 * package's own arguments: one process for all ends with the first closed context, and it would not mind origins. @param more arguments
 */
export async function openBrowser(...more: readonly string[]): Promise<Browser> {
  return driver.launch({
    executablePath: await chromium.executablePath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--font-render-hinting=none',
      '--disable-background-networking',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      ...more,
    ],
    headless: true,
  });
}

/** All that who looks at pages needs of a browser. */
export type Screens = Pick<Browser, 'newContext'>;
export type SharedBrowser = Screens & Pick<Browser, 'close'>;

let shared: Promise<Browser> | undefined;

/** The browser of this process, which ends with it; `close` closes what was opened here. */
export async function sharedBrowser(): Promise<SharedBrowser> {
  const browser = await (shared ??= openBrowser());
  const contexts: BrowserContext[] = [];
  return {
    newContext: async (options) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      return context;
    },
    close: async () => {
      await Promise.all(contexts.map((context) => context.close()));
    },
  };
}
