import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileOf } from '#test/support/files.ts';
import { sharedHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { sharedBrowser, type SharedBrowser } from './browser.ts';
import { expectSound, inLanguage, openPage } from './page-checks.ts';

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

/** What is there is folded while others lack. */
const unfold = (page: Page): Promise<void> => page.locator('summary', { hasText: 'Documents already there' }).click();

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
    expect(await page.locator('#charter-1').isVisible()).toBe(false);
    expect(await text(page, 'main')).toContain('Documents already there (1)');
    await unfold(page);
    expect(await text(page, '#charter-1')).toContain('жарғы <b>.pdf');
    await page.locator('#charter-1 summary', { hasText: 'Replace' }).click();
    await Promise.all([page.waitForEvent('load'), send(page, '#charter-1', upload('second.pdf', fileOf('second')))]);
    await unfold(page);
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
    await page.locator('summary', { hasText: 'Бар құжаттар' }).click();
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

describe('several files at once', () => {
  const nine = [
    'application',
    'questionnaire',
    'registration',
    'Устав',
    'IMG_1',
    'Feasibility study',
    'IMG_2',
    'Tax debt',
    'IMG_3',
  ].map((name) => upload(`${name}.pdf`, fileOf(name)));
  const button = '#another button:not([type=button])';

  it('are nine documents in one page load, each what its name says or the next that lacks', async () => {
    const { page } = await opened(true);
    let loads = 0;
    page.on('load', () => (loads += 1));
    await page.locator('#files').setInputFiles(nine);
    expect(await text(page, '#another [role=status]')).toContain('Files chosen: 9');
    expect(await page.locator('#another li').count()).toBe(9);
    await Promise.all([page.waitForURL('**done=several'), page.locator(button).click()]);
    expect(await text(page, '.govuk-notification-banner')).toContain('The documents have been added');
    expect(await text(page, 'main')).toContain('9 of 15 documents are there');
    await unfold(page);
    expect(await text(page, '#charter-1')).toContain('Устав.pdf');
    expect(await text(page, '#feasibility-study-1')).toContain('Feasibility study.pdf');
    expect(loads).toBe(1);
  });

  it('are asked about where two are one document; what fails stays with its reason, what was done is done', async () => {
    const { page } = await opened(true);
    await page
      .locator('#files')
      .setInputFiles([
        upload('charter 1.pdf', fileOf('1')),
        upload('charter 2.pdf', fileOf('2')),
        upload('application.pdf', new TextEncoder().encode('MZ')),
      ]);
    await page.locator(button).click();
    const errors = page.locator('#another .govuk-error-message');
    expect(await errors.allInnerTexts()).toEqual([expect.stringContaining('Say which document')]);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT');
    const second = page.locator('#another li').nth(1);
    await second.locator('select').selectOption({ label: 'Charter' });
    await page.locator(button).click();
    expect(await errors.allInnerTexts()).toEqual([expect.stringContaining('chosen for another file')]);
    await second.locator('select').selectOption({ label: 'Questionnaire' });
    await page.locator(button).click();
    await page.locator('#another [role=status]', { hasText: 'Files uploaded: 2 of 3' }).waitFor();
    expect(await errors.allInnerTexts()).toEqual([expect.stringContaining('This type of file is not accepted')]);
    await expectSound(page, 'a file that failed among others');
    await page.locator('#another li button').click();
    await page.locator('#questionnaire-1').waitFor({ state: 'attached' });
    await unfold(page);
    expect(await text(page, '#charter-1')).toContain('charter 1.pdf');
  });

  it('left half way are there as far as they were sent', async () => {
    const { page } = await opened(true);
    const [held, second] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
    let sendings = 0;
    await page.route('**/store/**', async (route) => {
      sendings += 1;
      if (sendings === 2) {
        second.resolve(undefined);
        await held.promise;
      }
      await route.continue().catch(() => undefined);
    });
    await page.locator('#files').setInputFiles(nine.slice(0, 3));
    await page.locator(button).click();
    await second.promise;
    await page.reload();
    held.resolve(undefined);
    expect(await text(page, 'main')).toContain('1 of 15 documents are there');
    await unfold(page);
    expect(await text(page, '#application-1')).toContain('application.pdf');
  });

  it('come by one form without a script', async () => {
    const { page } = await opened(false);
    for (const [at, name] of ['first', 'second', 'third'].entries())
      await page.locator(`#row-${String(at + 1)}-file`).setInputFiles(upload(`${name}.pdf`, fileOf(name)));
    await page.locator('#row-2-place').selectOption({ label: 'Charter' });
    await page.locator('#row-3-place').selectOption({ label: 'Charter' });
    await Promise.all([page.waitForEvent('load'), page.locator(button).click()]);
    expect(await text(page, '.govuk-error-summary')).toContain('File 3: This document is chosen for another file too');
    expect(await text(page, '.govuk-notification-banner')).toContain('Files uploaded: 2 of 3');
    await unfold(page);
    expect(await text(page, '#charter-1')).toContain('second.pdf');
    await page.locator('#row-3-file').setInputFiles(upload('third.pdf', fileOf('third')));
    await page.locator('#row-3-place').selectOption({ label: 'Application' });
    await Promise.all([page.waitForEvent('load'), page.locator(button).click()]);
    await unfold(page);
    expect(await text(page, '#application-1')).toContain('third.pdf');
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
