import type { Page } from 'playwright-core';
import type { TestHost } from '#test/support/host.ts';
import type { Screens } from './browser.ts';
import { openPage } from './page-checks.ts';

/** A page of the office's, of somebody who has signed in as people do. */
export async function signedInAtOffice(
  browser: Screens,
  host: TestHost,
  account: string,
  options: Parameters<typeof openPage>[1] = {},
): Promise<Page> {
  const page = await openPage(browser, options);
  await page.goto(`${host.endpoints.site}/sign-in/start?to=/office&lang=en`);
  await page.click(`button[value="${account}"]`);
  return page;
}
