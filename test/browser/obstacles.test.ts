import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NoticeKind } from '#core/notices/notice.ts';
import { sharedHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { today } from '#test/support/walk.ts';
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

const main = async (page: Page) => (await page.textContent('main')) ?? '';
const press = (page: Page, value: string) => page.click(`main button[value="${value}"]`);

/** The page that the latest email of a kind leads its reader to. */
async function fromMail(projectId: string, notice: NoticeKind, to: string): Promise<string> {
  await host.settle();
  const email = (await host.mailOf(projectId))
    .toReversed()
    .find((one) => one.notice === notice && one.to.startsWith(to));
  if (!email?.links[0]) throw new Error(`No ${notice} leads ${to} anywhere`);
  return email.links[0];
}

describe.each([
  ['without scripts', false],
  ['with scripts', true],
] as const)('%s, on a Kazakh phone', (_, scripts) => {
  it('an obstacle goes from the investor to the office, to the party, and back', async () => {
    const open = async (url: string, as?: string): Promise<Page> => {
      const page = await openPage(browser, { scripts });
      if (as !== undefined) {
        await page.goto(`${host.endpoints.site}/sign-in/start?to=/office&lang=en`);
        await page.click(`button[value="${as}"]`);
      }
      await page.goto(inLanguage(url, 'kk'));
      return page;
    };
    const { projectId, track } = await placeAt(host, 'technical-conditions');

    const investor = await open(`${host.endpoints.site}/l/${track}`);
    await investor.click('a[href$="/obstacles"]');
    await press(investor, 'check');
    expect(await investor.locator('.govuk-error-message').count()).toBe(2);
    await investor.selectOption('select', 'line:power');
    await investor.fill('textarea', 'Мамырдан бері жауап жоқ.');
    await press(investor, 'check');
    await press(investor, 'mend');
    expect([await investor.inputValue('select'), await investor.inputValue('textarea')]).toEqual([
      'line:power',
      'Мамырдан бері жауап жоқ.',
    ]);
    await press(investor, 'check');
    await press(investor, 'send');
    expect(await main(investor)).toContain('Кедергі туралы хабарланды.');

    // Leadership is told that it is there; its own page holds words that are not for them, so nothing leads to it.
    const project = `${host.endpoints.site}/office/projects/${projectId}`;
    const leadership = await open(project, 'leadership');
    expect(await main(leadership)).toContain('Электрмен жабдықтау');
    await leadership.goto(inLanguage(`${host.endpoints.site}/office?zone=aqtobe&obstacles=true`, 'kk'));
    expect(await leadership.locator(`a[href="/office/projects/${projectId}"]`).textContent()).toContain(
      'Электрмен жабдықтау',
    );
    for (const url of [project, `${host.endpoints.site}/office?zone=aqtobe&obstacles=true`]) {
      await leadership.goto(inLanguage(url, 'kk'));
      expect(await leadership.locator('a[href*="/obstacles/"]').count()).toBe(0);
    }

    const officer = await open(await fromMail(projectId, 'obstacle-raised', 'office@'), 'officer');
    expect(await main(officer)).toContain('Мамырдан бері жауап жоқ.');
    await officer.click('a[href$="/hand-over"]');
    await officer.selectOption('select', 'aqtobe-power');
    await officer.fill('textarea', 'Фидерді атаңыз.');
    await press(officer, 'check');
    expect(await officer.locator('details').count()).toBe(2);
    await press(officer, 'send');
    expect(await main(officer)).toContain('Кедергіні жою тапсырылды.');

    const party = await open(await fromMail(projectId, 'obstacle-asked', 'power.'));
    expect(await main(party)).toContain('Фидерді атаңыз.');
    await press(party, 'answer');
    expect(await party.locator('.govuk-error-message').count()).toBe(1);
    await party.fill('textarea', '7-фидер бос.');
    await press(party, 'answer');
    expect(await main(party)).toContain('Хабарламаңыз жіберілді.');
    expect(await party.locator('button[value=resolve]').count()).toBe(0);

    await officer.goto(inLanguage(await fromMail(projectId, 'obstacle-answered', 'office@'), 'kk'));
    await officer.click('a[href$="/resolve"]');
    await officer.fill('textarea', 'Фидер белгілі.');
    await press(officer, 'check');
    await press(officer, 'send');
    expect(await main(officer)).toContain('Кедергі жойылды.');

    await investor.goto(inLanguage(await fromMail(projectId, 'obstacle-resolved', 'plant-'), 'kk'));
    expect(await main(investor)).toMatch(/7-фидер бос\.[^]*Фидер белгілі\./);
    expect(await investor.locator('textarea').count()).toBe(0);
    if (scripts) await expectSound(investor, 'a resolved obstacle');
    // Whoever had it last sees how it ended, and has nothing more to say.
    await party.reload();
    expect(await main(party)).toContain('Фидер белгілі.');
    expect(await party.locator('textarea').count()).toBe(0);
  });

  it('an obstacle is given to a person by name, goes outside and comes back with an answer', async () => {
    const { projectId } = await placeAt(host, 'technical-conditions');
    const raised = await host.ask(`/api/projects/${projectId}/obstacles`, {
      as: 'officer',
      body: { about: { kind: 'line', line: 'power' }, words: 'Үш хатқа жауап жоқ.' },
    });
    expect(raised.status).toBe(200);
    const { obstacleId } = (await host.project(projectId)).obstacles[0] ?? { obstacleId: '' };
    const page = await openPage(browser, { scripts });
    await page.goto(`${host.endpoints.site}/sign-in/start?to=/office&lang=en`);
    await page.click('button[value="head"]');
    await page.goto(inLanguage(`${host.endpoints.site}/office/projects/${projectId}/obstacles/${obstacleId}`, 'kk'));
    await page.click('a[href$="/hand-over"]');
    const person = await page.getAttribute('select option[value^="staff:"]', 'value');
    await page.selectOption('select', person);
    await press(page, 'check');
    await press(page, 'send');
    expect(await main(page)).toContain('Кім жауап береді');
    expect((await host.project(projectId)).obstacles[0]).toMatchObject({ owner: { kind: 'office' }, person });

    const outside = async (action: string, body: string, words: string) => {
      await page.click(`a[href$="/${action}"]`);
      await press(page, 'check');
      expect(await page.locator('.govuk-error-message').count()).toBe(3);
      await page.check(`[value="${body}"]`);
      await page.fill('[name="on"]', await today(host));
      await page.fill('textarea', words);
      await press(page, 'check');
      await press(page, 'send');
    };
    await outside('refer', 'prosecutor', 'Компания үндемейді.');
    expect(await main(page)).toContain('Өтініш жазылды.');
    await outside('referral-answer', 'prosecutor', 'Он күнде жауап берсін.');
    expect(await main(page)).toMatch(/Прокуратура: [^]*жауап күні/);
    expect(await page.locator('a[href$="/referral-answer"]').count()).toBe(0);
    if (scripts) await expectSound(page, 'an obstacle with an answer from outside');
  });

  it('a note is for the office unless it is told otherwise, and a shared one is seen before it goes out', async () => {
    const { projectId, track } = await placeAt(host, 'expertise');
    const page = await openPage(browser, { scripts });
    await page.goto(`${host.endpoints.site}/sign-in/start?to=/office&lang=en`);
    await page.click('button[value="officer"]');
    await page.goto(inLanguage(`${host.endpoints.site}/office/projects/${projectId}/notes`, 'kk'));
    await page.fill('textarea', 'Іштей жазба.');
    await press(page, 'check');
    expect(await main(page)).toContain('Жазба сақталды.');
    await page.fill('textarea', 'Кеңес дүйсенбіде.');
    await page.check('[value=shared]');
    await press(page, 'check');
    expect(await page.locator('details').count()).toBe(1);
    await press(page, 'send');
    const investor = await openPage(browser, { scripts });
    await investor.goto(inLanguage(`${host.endpoints.site}/l/${track}`, 'kk'));
    expect(await main(investor)).toContain('Кеңес дүйсенбіде.');
    expect(await main(investor)).not.toContain('Іштей жазба.');
  });
});
