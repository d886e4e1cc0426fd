import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { hostClient } from '#infra/local/demo/host-client.ts';
import { startHostProcess } from '../bench/host-process.ts';
import { openBrowser } from '../browser/browser.ts';

const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));

const desktop = 1100;
const phone = 360;

interface Picture {
  readonly name: string;
  readonly path: string;
  readonly width: number;
  /** Who is signed in; nobody without it. */
  readonly account?: string;
}

const pictures: readonly Picture[] = [
  { name: 'region-kokand-en', path: '/region?lang=en', width: desktop, account: 'leadership-kokand' },
  { name: 'office-kk', path: '/office?lang=kk', width: desktop, account: 'officer' },
  { name: 'start-kk-phone', path: '/?lang=kk', width: phone },
  { name: 'start-en', path: '/?lang=en', width: desktop },
];

async function take(browser: Browser, site: string, { name, path, width, account }: Picture): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height: 800 } });
  const page = await context.newPage();
  if (account !== undefined) {
    await page.goto(`${site}/sign-in/start`);
    await page.locator(`[value="${account}"]`).first().click();
    await page.waitForURL(`${site}/**`);
  }
  await page.goto(site + path);
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: width === phone });
  await context.close();
}

/** The page a party's email leads to, found in the mailbox as the party would. */
async function partyPage(host: Awaited<ReturnType<typeof startHostProcess>>): Promise<Picture | undefined> {
  const emails = await hostClient(host.endpoints).emails();
  const link = emails.find(({ to, notice }) => notice === 'assignment' && to.startsWith('gas.kokand'))?.links[0];
  return link === undefined ? undefined : { name: 'party-uz-phone', path: `${new URL(link).pathname}?lang=uz`, width: phone };
}

// `npm run pictures`: the screenshots of the README, from a fresh demo host.
const host = await startHostProcess();
const browser = await openBrowser();
try {
  mkdirSync(folder, { recursive: true });
  await hostClient(host.endpoints).settle();
  const party = await partyPage(host);
  for (const picture of [...pictures, ...(party ? [party] : [])]) await take(browser, host.endpoints.site, picture);
} finally {
  await browser.close();
  await host.stop();
}
