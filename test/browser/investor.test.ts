import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProjectView } from '#core/api/views.ts';
import { languages } from '#core/kernel/common.ts';
import { sharedHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { answer, drive, linkFromMail, openOne } from '#test/support/walk.ts';
import { sharedBrowser, type SharedBrowser } from './browser.ts';
import { fillIn } from './fill-in.ts';
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

const at = (path: string, language = 'en'): string => inLanguage(`${host.endpoints.site}${path}`, language);
const next = (page: Page): Promise<void> => page.click('main .govuk-button:not(.govuk-button--secondary)');
const pdf = {
  name: 'хат <b>.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(600_000, 7)]),
};

const pages = [
  {
    zoneId: 'aqtobe',
    'company.country': 'KZ',
    'company.name': 'Тақта <b>зауыты</b> ЖШС',
    'company.number': '251240009876',
  },
  {
    production: 'Базальт тақталары\nекі жол',
    sector: 'construction-materials',
    'investment.amount': '12 000 000 000',
    jobs: '120',
    exportShare: '30',
    financing: 'mixed',
  },
  { 'utilities.power': '4 500', 'utilities.gas': '800,5' },
  { landHectares: '4,5', wantedStart: '2026-11-16' },
  { 'contact.name': 'Өкіл', 'contact.email': 'investor-in-a-browser@example.org', 'contact.language': 'kk' },
] as const;

const signedField = '[name="file.signed-letter"]';

/** Brings the signed letter on the page of documents; the script goes on by itself. */
async function bring(page: Page, file: typeof pdf = pdf): Promise<void> {
  await page.setInputFiles(signedField, file);
  await Promise.all([page.waitForEvent('load'), page.locator('#signed-letter button').click()]);
}

/** From the start page to the check of the answers. */
async function fillLetter(page: Page, language = 'kk'): Promise<void> {
  await page.goto(at('/?forum=aqtobe-investment-forum-2025', language));
  await next(page);
  expect(await page.inputValue('[name=zoneId]')).toBe('aqtobe');
  for (const values of pages) {
    await fillIn(page, values);
    await next(page);
  }
  await bring(page);
  await next(page);
}

/** The project of a letter that has no number yet, by its reference. */
const projectOf = async (reference: string): Promise<ProjectView> => {
  const { body } = await host.ask<{ entries: { projectId: string }[] }>(
    `/api/projects?zone=aqtobe&limit=1&q=${encodeURIComponent(reference)}`,
    { as: 'officer' },
  );
  return host.project(body.entries[0]?.projectId ?? '');
};

describe.each([
  ['without a script', false],
  ['with scripts', true],
])('a letter of intent, %s', (_, scripts) => {
  it('is filled in, checked and handed in, in Kazakh on a phone; its address is confirmed from the email', async () => {
    const page = await openPage(browser, { scripts });
    await fillLetter(page);
    expect(await page.textContent('main')).toContain('12 000 000 000 ₸'.replaceAll(' ', '\u00a0'));
    await next(page);
    expect(
      await page
        .locator('.govuk-error-summary a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
    ).toEqual(['#consent']);
    await page.check('[name=consent]');
    await next(page);
    const number = await page.textContent('.govuk-panel strong');
    await page.reload();
    expect(await page.textContent('.govuk-panel strong')).toBe(number);
    await host.settle();
    const project = await projectOf(number ?? '');
    expect(project).toMatchObject({
      number,
      company: 'Тақта <b>зауыты</b> ЖШС',
      lines: ['power', 'gas'],
      forum: 'aqtobe-investment-forum-2025',
      missing: [],
      counted: false,
      wantedStart: '2026-11-16',
      figures: {
        investment: { amountMinor: 1_200_000_000_000, currency: 'KZT' },
        jobs: 120,
        landHectares: 4.5,
        exportShare: 30,
      },
    });
    const confirm = `${host.endpoints.site}/l/${await linkFromMail(host, project.projectId, 'c.')}`;
    await page.goto(confirm);
    expect((await host.project(project.projectId)).counted).toBe(false);
    await next(page);
    expect(await page.locator('.govuk-notification-banner--success').count()).toBe(1);
    expect((await host.project(project.projectId)).counted).toBe(true);
  });
});

describe('the start page', () => {
  it.each(languages)('begins a letter on the first screen of a phone: %s', async (language) => {
    const page = await openPage(browser);
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto(at('/', language));
    const button = await page.locator('main form button').boundingBox();
    expect((button?.y ?? 800) + (button?.height ?? 0)).toBeLessThan(800);
    expect((await page.getAttribute('meta[name=description]', 'content'))?.length).toBeGreaterThan(100);
  });

  it('tells of every zone its office and lines as reported, and leads to figures, project and sign-in', async () => {
    const page = await openPage(browser);
    await page.goto(at('/'));
    const cards = await page.locator('.zone-card').allTextContents();
    expect(cards).toHaveLength(4);
    expect(cards[0]).toMatch(/Kazakhstan.*\+7 7132 55 00 10.*Ready: .*Reported by the office on/);
    for (const path of ['/figures', '/another-link', '/sign-in'])
      expect(await page.locator(`a[href="${path}"]`).count(), path).toBe(1);
  });
});

describe('the letter', () => {
  it('keeps wrong answers as they were typed, names them beside their field, and does not go on', async () => {
    const page = await openPage(browser);
    await page.goto(at('/'));
    await next(page);
    await next(page);
    expect(await page.title()).toMatch(/^Error: /);
    expect(
      await page
        .locator('.govuk-error-summary a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
    ).toEqual(['#zoneId', '#company-country', '#company-name', '#company-number']);
    await fillIn(page, {
      zoneId: 'kokand',
      'company.country': 'UZ',
      'company.name': '"><script>alert(1)</script>',
      'company.number': '12',
    });
    await next(page);
    expect(await page.textContent('#company-number-error')).toContain('A TIN has 9 digits');
    expect(await page.inputValue('[name="company.name"]')).toBe('"><script>alert(1)</script>');
    await page.goto(inLanguage(page.url(), 'ru'));
    expect(await page.inputValue('[name="company.number"]')).toBe('12');
    expect(await page.getAttribute('html', 'lang')).toBe('ru');
    await page.goto(at('/').replace('?lang=en', ''));
    expect(await page.getAttribute('html', 'lang')).toBe('ru');
  });

  it('is gone on with by the link in an email, where it was left', async () => {
    const page = await openPage(browser);
    await page.goto(at('/'));
    await next(page);
    await fillIn(page, pages[0]);
    await next(page);
    await fillIn(page, { jobs: 'many' });
    await page.click('button[value=save]');
    await next(page);
    expect(await page.textContent('#email-error')).toContain('Fill in this field');
    await fillIn(page, { email: 'comes-back@example.org' });
    await next(page);
    await host.settle();
    const email = (await host.mail()).findLast(({ to }) => to.includes('comes-back@example.org'));
    const [link = ''] = email?.links ?? [];
    const elsewhere = await openPage(browser);
    await elsewhere.goto(link);
    expect(elsewhere.url()).toMatch(/\/production$/);
    expect(await elsewhere.inputValue('[name=jobs]')).toBe('many');
  });

  it('opens for nobody without its link', async () => {
    const page = await openPage(browser);
    for (const path of [
      '/letter/d.x.y/company',
      '/letter/d.x.y',
      '/l/t.x.y',
      '/l/c.x.y/withdraw',
      '/letter/x/unknown',
    ]) {
      expect((await page.goto(at(path)))?.status(), path).toBe(404);
      expect(await page.textContent('h1')).toBe(path.startsWith('/l/') ? 'This link does not work' : 'Page not found');
    }
  });
});

describe('the page of a project', () => {
  const track = (link: string) => `/l/${link}`;

  it('asks for a correction with the reason of the office, and takes the answer once', async () => {
    const { projectId } = await host.submit();
    await drive(host, projectId, ({ phase }) => phase === 'open');
    const project = await host.project(projectId);
    await answer(host, openOne(project, 'office-decision'), {
      outcome: 'returned',
      reasonCode: 'incomplete',
      reason: 'The figures\nof 2024 are missing.',
      daysToCure: 5,
    });
    await host.settle();
    const page = await openPage(browser);
    await page.goto(at(track(await linkFromMail(host, projectId, 't.'))));
    expect(await page.textContent('.call')).toContain('of 2024 are missing.');
    await page.click('.call a.govuk-button');
    const form = page.url();
    await next(page);
    expect(await page.locator('.govuk-error-summary').count()).toBe(1);
    await fillIn(page, { note: 'They are attached.' });
    await next(page);
    expect(await page.textContent('.govuk-notification-banner')).toContain('Your answer has been sent');
    await host.settle();
    expect((await host.project(projectId)).phase).toBe('open');
    await page.goto(form);
    expect(await page.textContent('h1')).toBe('This is not possible now');
  });

  it('takes the documentation and the notification of the start with its phases', async () => {
    for (const [stage, kind, values] of [
      [
        'design-documentation',
        'documentation',
        {
          designer: 'Institute',
          designerLicence: 'L-1',
          sketchApprovalNumber: 'E-12',
          volumes: '14',
          'estimate.amount': '10 400 000',
        },
      ],
      [
        'construction-start',
        'start-notification',
        {
          contractor: 'Contractor',
          contractorLicence: 'L-2',
          supervision: 'Supervision',
          notificationNumber: 'N-1',
          notificationDate: '2025-12-12',
          'phases.0.name': 'Foundations',
          'phases.0.from': '2026-03-02',
          'phases.0.to': '2026-05-02',
        },
      ],
    ] as const) {
      const placed = await placeAt(host, stage);
      const page = await openPage(browser);
      await page.goto(at(track(placed.track)));
      await page.click('.call a.govuk-button');
      await fillIn(page, values);
      if (kind === 'start-notification') {
        await page.click('button[name=more]');
        await fillIn(page, { 'phases.1.name': 'Frame' });
        await page.click('main form div > button.govuk-button');
        expect(await page.textContent('main')).toContain('From: Fill in this field');
        await fillIn(page, { 'phases.1.from': '2026-05-03', 'phases.1.to': '2026-09-01' });
      }
      await page.click('main form div > button.govuk-button:not(.govuk-button--secondary)');
      expect(await page.locator('.govuk-notification-banner--success').count(), kind).toBe(1);
      await host.settle();
      const given = (await host.project(placed.projectId)).assignments.find((one) => one.kind === kind)?.answer;
      expect(given, kind).toMatchObject({ outcome: 'done', by: 'investor' });
      if (kind === 'start-notification') expect(given?.facts['phases']).toHaveLength(2);
    }
  });

  it('lets the investor withdraw after asking once more, and says so', async () => {
    const { track: link, projectId } = await placeAt(host, 'technical-conditions');
    const page = await openPage(browser);
    await page.goto(at(track(link)));
    await page.click('a[href$="/withdraw"]');
    await page.click('button.govuk-button--warning');
    expect(await page.textContent('.govuk-notification-banner')).toContain('withdrawn');
    await host.settle();
    expect((await host.project(projectId)).ending).toBe('withdrawn');
    expect(await page.locator('a[href$="/withdraw"]').count()).toBe(0);
  });

  it('is found again by number and address, and by nobody else', async () => {
    const { number, projectId } = await host.submit();
    await host.settle();
    const { contact } = await host.project(projectId);
    const page = await openPage(browser);
    const linksSent = async () =>
      (await host.mail()).filter(({ tags }) => tags['notice'] === 'link' && tags['lane'] === `link-${projectId}`)
        .length;
    for (const [email, sent] of [
      ['stranger@example.org', 0],
      [contact?.email ?? '', 1],
    ] as const) {
      await page.goto(at('/another-link'));
      await fillIn(page, { number: number.toLowerCase(), email });
      await next(page);
      expect(await page.textContent('h1')).toBe('Check your email');
      await host.settle();
      expect(await linksSent()).toBe(sent);
    }
  });
});

describe('signing in', () => {
  it('ends with a session that a form of another site cannot use, and that signing out ends', async () => {
    const page = await openPage(browser);
    await page.goto(at('/sign-in?to=/sign-in'));
    await page.click('main a.govuk-button');
    await page.click('button[value=officer]');
    const cookies = await page.context().cookies();
    const session = cookies.find(({ name }) => name === '__Host-session');
    expect(session).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax' });
    const cookie = `__Host-session=${session?.value ?? ''}`;
    const post = (headers: Record<string, string>) =>
      fetch(`${host.endpoints.site}/sign-out`, { method: 'POST', headers: { cookie, ...headers }, redirect: 'manual' });
    for (const headers of [{}, { 'sec-fetch-site': 'cross-site' }, { origin: 'https://elsewhere.example.org' }])
      expect((await post(headers)).status).toBe(403);
    await page.goto(at('/office'));
    await page.click('form[action="/sign-out"] button');
    expect(await page.textContent('.govuk-notification-banner')).toContain('You have signed out');
    expect((await fetch(at('/office'), { headers: { cookie }, redirect: 'manual' })).headers.get('location')).toMatch(
      /^\/sign-in/,
    );
    await page.goto(`${host.endpoints.site}/sign-in/start?to=https://elsewhere.example.org/`);
    await page.click('button[value=officer]');
    expect(new URL(page.url()).origin).toBe(host.endpoints.site);
  });

  it('needs the browser that began it', async () => {
    const page = await openPage(browser);
    expect((await page.goto(`${host.endpoints.site}/sign-in/callback?code=x&state=y`))?.status()).toBe(401);
  });
});
