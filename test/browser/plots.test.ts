import { afterAll, beforeAll, expect, it } from 'vitest';
import { openHost, type TestHost } from '#test/support/host.ts';
import { sharedBrowser, type SharedBrowser } from './browser.ts';
import { fillIn } from './fill-in.ts';
import { openPage } from './page-checks.ts';
import { signedInAtOffice } from './signed-in.ts';

let host: TestHost;
let browser: SharedBrowser;
beforeAll(async () => {
  [host, browser] = await Promise.all([openHost(), sharedBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await host.close();
});

it('an officer enters a plot and its line without scripts; a visitor finds it by what the plant needs and begins a letter with it', async () => {
  const office = await signedInAtOffice(browser, host, 'officer', { scripts: false });
  await office.locator('main a[href="/office/zones/aqtobe/plots"]').click();
  await office.locator('main a[href*="/plots/new"]').click();
  await fillIn(office, {
    code: '017',
    cadastre: '02-036-098-017',
    hectares: '3,5',
    ownership: 'state',
    rentAYear: '4200000',
    currency: 'KZT',
    state: 'free',
    outline: '57.18 50.30\n57.19 50.30\n57.19 50.31',
    reason: 'Surveyed.',
  });
  await office.locator('main form button').click();
  expect(await office.locator('.govuk-notification-banner').count()).toBe(1);
  await office.locator('main a[href$="do=line"]').click();
  await fillIn(office, {
    utility: 'power',
    distanceMetres: '150',
    spare: '4000',
    point: 'L-3',
    from: '2025-12-01',
    asOf: '2025-06-16',
    reason: 'By the letter of the supplier.',
  });
  await office.locator('main form button').click();
  // The supplier's word is older than a hundred days.
  expect(await office.locator('main .late').count()).toBe(1);

  const visitor = await openPage(browser, { scripts: false });
  await visitor.goto(`${host.endpoints.site}/plots?lang=en`);
  await fillIn(visitor, { hectares: '3', powerKw: '4 000', sector: 'food' });
  await visitor.locator('main form[role="search"] button').click();
  const row = visitor.locator('main tbody tr', { hasText: '02-036-098-017' });
  const text = (await row.innerText()).replaceAll(/\s/g, ' ');
  for (const told of ['4,000 kW', '150 m', 'L-3', 'older than 100 days', 'A priority activity (list of'])
    expect(text).toContain(told);
  await row.locator('button[name="plotId"]').click();
  expect(await visitor.inputValue('[name="zoneId"]')).toBe('aqtobe');
  const draft = new URL(visitor.url()).pathname.split('/').slice(0, 3).join('/');
  await visitor.goto(`${host.endpoints.site}${draft}/check?lang=en`);
  const letter = (await visitor.locator('main').innerText()).replaceAll(/\s/g, ' ');
  for (const carried of ['02-036-098-017', '4,000', 'Food']) expect(letter).toContain(carried);
});
