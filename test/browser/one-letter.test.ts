import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AssignmentKind } from '#core/stages/facts.ts';
import { factsOn, goodAnswer } from '#local/demo/answers.ts';
import { letterOf, newKey, openHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { answer, holdOriginals, linkFromMail, openOne, today } from '#test/support/walk.ts';
import { sharedBrowser, type SharedBrowser } from './browser.ts';
import { fillIn } from './fill-in.ts';
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

const lines = ['power', 'gas', 'water', 'sewage', 'rail'] as const;

/** An officer without scripts, whose clicks (ticks and choices are clicks) and page loads are counted; typing is not. */
class Officer {
  clicks = 0;
  loads = 0;
  readonly #page: Page;
  readonly #projectId: string;

  constructor(page: Page, projectId: string) {
    this.#page = page;
    this.#projectId = projectId;
    page.on('load', () => {
      this.loads += 1;
    });
  }

  async press(selector: string): Promise<void> {
    this.clicks += 1;
    await Promise.all([this.#page.waitForEvent('load'), this.#page.locator(selector).first().click()]);
  }
  /** What stays on the page: a tick, a part that is opened. */
  async touch(selector: string): Promise<void> {
    for (const one of await this.#page.locator(selector).all()) {
      this.clicks += 1;
      await one.click();
    }
  }
  /** From wherever they are to the work list, and to this letter. */
  async comesFromTheList(): Promise<void> {
    await this.press('.site-header__menu a[href="/office"]');
    await this.press(`main a[href*="${this.#projectId}"]`);
  }
  async opensAndSends(): Promise<void> {
    await this.touch('.decide > summary');
    await this.press('.decide button[value="send"]');
  }
  async looksAndSends(button = 'button[value="check"]'): Promise<void> {
    await this.press(`main ${button}`);
    await this.press('main button[value="send"]');
  }
  /** Types what a good answer brings; what the form says already stays. */
  async types(kind: AssignmentKind, more: Readonly<Record<string, string>> = {}): Promise<void> {
    const facts = Object.entries(factsOn(await today(host), kind)).flatMap(([name, value]): [string, string][] =>
      typeof value === 'object' && value !== null && 'amountMinor' in value
        ? [[`${name}.amount`, String(Number(value.amountMinor) / 100)]]
        : [[name, String(value)]],
    );
    const empty: [string, string][] = [];
    for (const [name, value] of facts)
      if ((await this.#page.inputValue(`[name="${name}"]`)) === '') empty.push([name, value]);
    await fillIn(this.#page, { ...Object.fromEntries(empty), ...more });
  }
}

/** Everybody but the officer does their part: parties and the investor by their links, the head for the council. */
async function others(projectId: string, kinds: readonly AssignmentKind[], but?: string): Promise<void> {
  for (;;) {
    const { assignments } = await host.project(projectId);
    const next = assignments.find(
      ({ state, kind, line }) => state === 'open' && kinds.includes(kind) && (but === undefined || line !== but),
    );
    if (next === undefined) return;
    const { status } = await answer(host, next, goodAnswer(next.kind, await today(host)));
    if (status !== 200) throw new Error(`${next.kind}: ${String(status)}`);
    await host.settle();
  }
}

describe('one letter from form to construction start', () => {
  it('costs an officer at most 35 clicks and 30 page loads, always by way of the work list', async () => {
    // Its signed original comes on paper.
    const { projectId } = await host.anonymously<{ readonly projectId: string }>('/api/letters-of-intent', letterOf(), {
      'idempotency-key': newKey(),
    });
    await host.settle();
    await host.ask(`/api/links/${await linkFromMail(host, projectId, 'c.')}/confirm`, { body: {} });
    await host.settle();
    const page = await signedInAtOffice(browser, host, 'officer', { width: 1280 });
    await page.waitForLoadState();
    const officer = new Officer(page, projectId);
    const spent: Record<string, string> = {};
    const stage = async (name: string, work: () => Promise<void>) => {
      const [clicks, loads] = [officer.clicks, officer.loads];
      await officer.comesFromTheList();
      await work();
      await host.settle();
      spent[name] = `${String(officer.clicks - clicks)} / ${String(officer.loads - loads)}`;
    };

    await stage('letter of intent', async () => {
      await officer.press('form[action$="/original"] button');
      await officer.opensAndSends();
    });
    await holdOriginals(host, await host.project(projectId));
    await host.settle();
    await stage('council', async () => {
      await officer.touch('main input[type=checkbox]');
      await officer.looksAndSends();
    });
    await others(projectId, ['council-protocol']);
    const council = openOne(await host.project(projectId), 'office-decision');
    await answer(host, council, goodAnswer('office-decision', await today(host)));
    await host.settle();
    await others(projectId, ['plot']);
    await stage('contract and land', async () => {
      await officer.types('contract');
      await officer.looksAndSends();
      await officer.types('register-entry');
      await officer.looksAndSends('button[name="approve"]');
    });
    await others(projectId, ['technical-condition', 'architectural-planning'], 'power');
    await stage('technical conditions, one on paper', async () => {
      await officer.press('main .answers a[href*="outcome=issued"]');
      const day = await today(host);
      await officer.types('technical-condition', { 'onBehalf.number': '03-11/214', 'onBehalf.date': day });
      await officer.looksAndSends('button[name="approve"]');
    });
    await others(projectId, ['documentation']);
    await stage('design documentation', () => officer.opensAndSends());
    for (const line of lines)
      await host.ask(`/api/zones/aqtobe/lines/${line}`, { as: 'officer', body: { state: 'ready' } });
    await others(projectId, ['expertise', 'financing']);
    await stage('expertise', () => officer.opensAndSends());
    await others(projectId, ['start-notification']);
    await stage('construction start', async () => {
      await officer.types('site-confirmation');
      await officer.looksAndSends('button[name="approve"]');
    });

    expect((await host.project(projectId)).ending).toBe('construction-started');
    expect(officer.clicks, JSON.stringify(spent)).toBeLessThanOrEqual(35);
    expect(officer.loads, JSON.stringify(spent)).toBeLessThanOrEqual(30);
  });
});

describe('a decision where the project is read', () => {
  const opened = async (page: Page, projectId: string): Promise<void> => {
    await page.goto(`${host.endpoints.site}/office/projects/${projectId}?lang=en`);
    await page.click('.decide > summary');
  };
  const banner = (page: Page) => page.locator('.govuk-notification-banner');

  it('leads to the next project of the list; what a colleague works on is left to them', async () => {
    const [first, second] = [await placeAt(host, 'letter-of-intent'), await placeAt(host, 'letter-of-intent')];
    const page = await signedInAtOffice(browser, host, 'officer');
    await opened(page, first.projectId);
    await page.click('.decide button');
    expect(page.url()).toContain(second.projectId);
    expect(await banner(page).innerText()).toContain((await host.project(first.projectId)).number);
    await page.click('.govuk-notification-banner a');
    expect(page.url()).toContain(first.projectId);

    const third = await placeAt(host, 'letter-of-intent');
    const { assignmentId } = openOne(await host.project(third.projectId), 'office-decision');
    expect((await host.ask(`/api/assignments/${assignmentId}/take`, { as: 'head', body: {} })).status).toBe(200);
    await opened(page, second.projectId);
    await page.click('.decide button');
    expect(page.url()).toContain(second.projectId);
    expect(await banner(page).getByRole('link', { name: 'Work list' }).count()).toBe(1);
  });

  it('that comes too late is told what won', async () => {
    const { projectId } = await placeAt(host, 'letter-of-intent');
    const page = await signedInAtOffice(browser, host, 'officer');
    await opened(page, projectId);
    const { assignmentId } = openOne(await host.project(projectId), 'office-decision');
    const decision = { outcome: 'approved' };
    await host.ask(`/api/assignments/${assignmentId}/decision`, { as: 'head', body: { decision } });
    await page.click('.decide button');
    expect(await page.textContent('h1')).toContain('Someone else has already answered');
  });

  it('shows on what it rests: what others answered, and a contract begins with what the letter says', async () => {
    const page = await signedInAtOffice(browser, host, 'officer');
    const { projectId } = await placeAt(host, 'contract-and-land');
    await page.goto(`${host.endpoints.site}/office/projects/${projectId}?lang=en`);
    expect(await page.inputValue('[name=committedJobs]')).toBe('120');
    await others(projectId, ['plot']);
    await page.reload();
    expect(await page.textContent('.call')).toContain('02-036-158-1042');
  });
});
