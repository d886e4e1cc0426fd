import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileOf } from '#test/support/files.ts';
import { sharedHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { sharedBrowser, type SharedBrowser } from './browser.ts';
import { inLanguage, openPage } from './page-checks.ts';

let host: TestHost;
let browser: SharedBrowser;
beforeAll(async () => {
  [host, browser] = await Promise.all([sharedHost(), sharedBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await host.close();
});

const upload = (name: string, content: Uint8Array) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(content),
});
const text = (page: Page, place: string): Promise<string> => page.locator(place).innerText();

/** A project's page of documents, as its investor opens it. */
async function opened(scripts: boolean, language = 'en'): Promise<{ page: Page; track: string; projectId: string }> {
  const placed = await placeAt(host, 'council-approval');
  const page = await openPage(browser, { scripts });
  await page.goto(inLanguage(`${host.endpoints.site}/l/${placed.track}/documents`, language));
  return { page, ...placed };
}

/** Chooses a file for a document and sends it. */
async function send(page: Page, place: string, file: ReturnType<typeof upload>): Promise<void> {
  await page.locator(`${place} input[type=file]`).first().setInputFiles(file);
  await page.locator(`${place} .upload button`).first().click();
}

describe.each([
  ['without a script', false],
  ['with scripts', true],
])('a document, %s', (_, scripts) => {
  it('is brought, replaced and downloaded; both versions stay', async () => {
    const { page } = await opened(scripts);
    await Promise.all([page.waitForEvent('load'), send(page, '#charter', upload('жарғы <b>.pdf', fileOf('first')))]);
    expect(await text(page, '.govuk-notification-banner')).toContain('The document has been added');
    expect(await text(page, '#charter-1')).toContain('жарғы <b>.pdf');
    await page.locator('#charter-1 summary', { hasText: 'Replace' }).click();
    await Promise.all([page.waitForEvent('load'), send(page, '#charter-1', upload('second.pdf', fileOf('second')))]);
    expect(await text(page, '#charter-1')).toContain('Version 2');
    await page.locator('#charter-1 summary', { hasText: 'Earlier' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#charter-1 details a').click()]);
    expect(download.suggestedFilename()).toContain('жарғы');
  });

  it('that is not what its name says is refused beside its field, and nothing is kept', async () => {
    const { page } = await opened(scripts);
    await send(page, '#charter', upload('charter.pdf', new TextEncoder().encode('<script>alert(1)</script>')));
    await page.locator('#charter .govuk-error-message').waitFor();
    expect(await text(page, '#charter')).toContain('This type of file is not accepted, whatever its name ends with');
    expect(await page.locator('#charter-1').count()).toBe(0);
  });
});

describe('the script of uploads', () => {
  it('shows how far a large file is, can be stopped, and begins again', async () => {
    const { page } = await opened(true, 'kk');
    const held = Promise.withResolvers<undefined>();
    await page.route('**/store/**', async (route) => {
      await held.promise;
      // What was stopped meanwhile goes nowhere.
      await route.continue().catch(() => undefined);
    });
    await send(page, '#application', upload('өтінім.pdf', fileOf('large', 'application/pdf', 6_000_000)));
    await page.locator('#application progress').waitFor();
    expect(await page.locator('#application [role=status]').count()).toBe(1);
    await page.locator('#application button[type=button]').click();
    await page.locator('#application .govuk-error-message').waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('file');
    held.resolve(undefined);
    await page.unroute('**/store/**');
    await Promise.all([page.waitForEvent('load'), page.locator('#application .upload button').first().click()]);
    expect(await text(page, '#application-1')).toContain('6 МБ');
  });

  it('says at once that no file is chosen, and of an unreachable store that it broke off', async () => {
    const { page } = await opened(true);
    await page.locator('#charter .upload button').first().click();
    expect(await text(page, '#charter .govuk-error-message')).toContain('Choose a file first');
    await page.route('**/store/**', (route) => route.abort());
    await send(page, '#charter', upload('charter.pdf', fileOf('x')));
    await page.locator('#charter .govuk-error-message', { hasText: 'was interrupted' }).waitFor();
    expect(await page.locator('#charter .govuk-error-message').count()).toBe(1);
  });
});

describe('without a script', () => {
  it('a file beyond what the function takes is refused in words', async () => {
    const { page } = await opened(false);
    await Promise.all([
      page.waitForEvent('load'),
      send(page, '#charter', upload('large.pdf', fileOf('x', 'application/pdf', 4_300_000))),
    ]);
    expect(await text(page, '#charter .govuk-error-message')).toContain('larger than 4 MB');
  });
});
