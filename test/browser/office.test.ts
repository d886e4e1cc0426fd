import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHost, type TestHost } from '#test/support/host.ts';
import { placeAt, placeToCheck } from '#test/support/place.ts';
import { openOne } from '#test/support/walk.ts';
import { sharedBrowser, type SharedBrowser } from './browser.ts';
import { fillIn } from './fill-in.ts';
import type { openPage } from './page-checks.ts';
import { inLanguage } from './page-checks.ts';
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

const signedIn = (account: string, options?: Parameters<typeof openPage>[1]) =>
  signedInAtOffice(browser, host, account, options);

const go = (page: Page, path: string, language = 'en') => page.goto(inLanguage(host.endpoints.site + path, language));
const main = async (page: Page) => (await page.textContent('main')) ?? '';
const openKind = async (projectId: string, kind: Parameters<typeof openOne>[1], line?: string) =>
  openOne(await host.project(projectId), kind, line).assignmentId;

/** An approval from a form that was opened while the gate was open. */
async function approveLate(page: Page, office: string, language?: string): Promise<void> {
  await go(page, `/office/assignments/${office}?outcome=returned`, language);
  await page.locator('input[name="outcome"]').evaluate((field) => {
    field.setAttribute('value', 'approved');
  });
  await submit(page);
}

const submit = (page: Page, step = 'check') => page.click(`main button[value="${step}"]`);

describe('the work list', () => {
  it('is where an officer arrives: what the office must answer, the most urgent first, and only their own zone', async () => {
    const first = await placeToCheck(host);
    await host.submit({ zoneId: 'kokand' });
    await host.settle();
    const page = await signedIn('officer');
    await go(page, '/office');
    const entries = await page.locator('.desk tbody tr').allTextContents();
    expect(entries.length).toBeGreaterThan(1);
    const { number } = await host.project(first.projectId);
    expect(entries.join()).toContain(number);
    expect(entries.join()).not.toContain('KOK-');
    await page.click(`.desk tr:has-text("${number}") a`);
    expect(await main(page)).toContain('Check of the documents');
  });

  it("finds a project by number, by the company's number and by the beginning of its name; filters by stage, party and what is overdue", async () => {
    const { projectId } = await placeAt(host, 'technical-conditions', {
      company: { country: 'KZ', name: 'Zhanga Qurylys LLP', number: '987654321012' },
    });
    const { number } = await host.project(projectId);
    const page = await signedIn('officer');
    for (const text of [number, '987654321012', 'Qurylys']) {
      await go(page, '/office');
      await page.fill('#q', text);
      await page.click('form[role=search] button');
      expect(await page.locator('.desk tbody tr').allTextContents(), text).toEqual([expect.stringContaining(number)]);
    }
    for (const [group, choice] of [
      ['By stage', 'Technical conditions'],
      ['By responsible party', 'Power company'],
    ] as const) {
      await go(page, '/office');
      await page.click('summary:has-text("All lists")');
      await page.click(`h2:has-text("${group}") + ul a:has-text("${choice}")`);
      expect(await page.textContent('h1'), group).toContain(choice);
      expect(await main(page), group).toContain(number);
    }
    await go(page, '/office?zone=aqtobe&overdue=true');
    expect(await main(page)).toContain('There is no such project.');
    await go(page, '/office?zone=aqtobe&q=nothing-of-this-name');
    expect(await main(page)).toContain('There is no such project.');
  });
});

describe('an answer', () => {
  it('that is not filled in says what is wrong on top and beside the field, and keeps what was typed; then shows the email, and goes out', async () => {
    const { projectId } = await placeAt(host, 'contract-and-land');
    const page = await signedIn('officer');
    await go(page, `/office/projects/${projectId}`);
    await page.click('h2:has-text("What you can answer") + ul a:has-text("Decision of the office")');
    await page.click('a:has-text("Return for correction")');
    await fillIn(page, { reason: '<b>The charter</b>\nis missing.', daysToCure: 'seven' });
    await submit(page);
    expect(await page.title()).toMatch(/^Error: /);
    expect(
      await page
        .locator('.govuk-error-summary a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
    ).toEqual(['#reasonCode', '#daysToCure']);
    expect(await page.textContent('#daysToCure-error')).toContain('Working days');
    expect([await page.inputValue('[name=reason]'), await page.inputValue('[name=daysToCure]')]).toEqual([
      '<b>The charter</b>\nis missing.',
      'seven',
    ]);

    await fillIn(page, { reasonCode: 'incomplete', daysToCure: '7' });
    await submit(page);
    expect(await page.textContent('h1')).toContain('Check before it is sent');
    const preview = await main(page);
    expect(preview).toContain('<b>The charter</b>');
    expect(preview).toContain('correction needed');
    expect(preview).not.toContain('/l/');
    expect((await host.project(projectId)).phase).toBe('open');

    await submit(page, 'mend');
    expect(await page.inputValue('[name=daysToCure]')).toBe('7');
    await submit(page);
    await submit(page, 'send');
    expect(await main(page)).toContain('Your answer is recorded.');
    await host.settle();
    expect((await host.project(projectId)).phase).toBe('correcting');
    expect((await host.mailOf(projectId)).map(({ text }) => text).join()).toContain('The charter');
  });

  it('on paper is recorded for a party with its number and date, and the party is told', async () => {
    const { projectId } = await placeAt(host, 'technical-conditions');
    const page = await signedIn('officer');
    await go(page, `/office/assignments/${await openKind(projectId, 'technical-condition', 'power')}?outcome=issued`);
    await fillIn(page, {
      'onBehalf.date': '2025-12-11',
      issuedNumber: '12-07/58',
      issuedDate: '2025-12-11',
      validUntil: '2027-12-11',
      capacity: '4500 kW',
      connectionPoint: 'Feeder 7',
      'cost.amount': '9 000 000',
    });
    await submit(page);
    expect(await page.textContent('#onBehalf-number-error')).toContain('Number of the letter');
    await fillIn(page, { 'onBehalf.number': '03-11/214' });
    await submit(page);
    expect(await main(page)).toContain('₸9,000,000');
    await submit(page, 'send');
    await host.settle();
    const answered = (await host.project(projectId)).assignments.find(({ line }) => line === 'power');
    expect(answered?.answer).toMatchObject({
      outcome: 'issued',
      onBehalf: true,
      facts: { cost: { amountMinor: 900_000_000 } },
    });
    await go(page, `/office/projects/${projectId}/history`);
    expect(await main(page)).toContain('From letter no. 03-11/214 of 11 December 2025.');
    await go(page, `/office/assignments/${answered?.assignmentId ?? ''}`);
    expect(await main(page)).toContain('This assignment has been answered.');
  });

  it('to a gate that is closed says what is missing', async () => {
    const { projectId } = await placeAt(host, 'technical-conditions');
    const page = await signedIn('officer');
    const office = await openKind(projectId, 'office-decision');
    await go(page, `/office/assignments/${office}?outcome=approved`);
    expect(await page.locator('main button[value="check"]').count(), 'no form for an approval').toBe(0);
    expect(await main(page)).toContain('technical conditions not settled: power');
    await approveLate(page, office);
    expect(await page.textContent('.govuk-error-summary')).toContain('technical conditions not settled: power');
  });

  it('that comes too late shows the state that won, and what was typed', async () => {
    const { projectId } = await placeAt(host, 'contract-and-land');
    const path = `/office/assignments/${await openKind(projectId, 'office-decision')}?outcome=returned`;
    const [one, other] = await Promise.all([signedIn('officer'), signedIn('head')]);
    for (const page of [one, other]) {
      await go(page, path);
      await fillIn(page, { reasonCode: 'incomplete', reason: 'Typed with care.', daysToCure: '5' });
      await submit(page);
    }
    await submit(one, 'send');
    await submit(other, 'send');
    const lost = await main(other);
    for (const part of ['Someone else has already answered', 'Returned for correction', 'Typed with care.'])
      expect(lost).toContain(part);
  });

  it('of a project brings statements and phases, a row at a time', async () => {
    const [council, start] = [await placeToCheck(host), await placeAt(host, 'construction-start')];
    const page = await signedIn('officer');
    await go(page, `/office/assignments/${await openKind(council.projectId, 'document-check')}`);
    // What is there is ours to say: nobody ticks it.
    expect(await page.locator('[name=documents]').count()).toBe(0);
    await page.locator('main input[type=checkbox]').first().check();
    await submit(page);
    expect(await page.locator('.govuk-error-summary a').count()).toBe(1);
    for (const box of await page.locator('main input[type=checkbox]').all()) await box.check();
    await submit(page);
    await submit(page, 'send');
    expect(
      (await host.project(council.projectId)).assignments.find(({ kind }) => kind === 'document-check')?.state,
    ).toBe('answered');

    await go(page, `/office/assignments/${await openKind(start.projectId, 'start-notification')}`);
    await fillIn(page, { 'phases.0.name': 'Foundations', 'phases.0.from': '2026-01-10', 'phases.0.to': '2026-04-10' });
    await page.click('button[name=more]');
    expect(await page.inputValue('[name="phases.0.name"]')).toBe('Foundations');
    expect(await page.locator('[name="phases.1.name"]').count()).toBe(1);
  });
});

describe('an action of the head', () => {
  it('suspends, resumes and terminates, each time with the emails shown before', async () => {
    const { projectId } = await placeAt(host, 'technical-conditions');
    const page = await signedIn('head');
    await go(page, `/office/projects/${projectId}`);
    await page.click('a:has-text("Suspend the project")');
    await page.check('[name=fault][value=third-party]');
    await fillIn(page, { reasonCode: 'supplier-late', reason: 'The substation is rebuilt.', reviewOn: '2030-01-01' });
    await submit(page);
    expect(await page.textContent('#reviewOn-error')).toContain('too far ahead');
    await fillIn(page, { reviewOn: '2026-01-15' });
    await submit(page);
    expect(await main(page)).toContain('emails will go out');
    await submit(page, 'send');
    expect(await main(page)).toContain('Suspended. Review on 15 January 2026');
    for (const [action, phase] of [
      ['Resume', 'open'],
      ['Terminate', 'ended'],
    ] as const) {
      await page.click(`a:has-text("${action} the project")`);
      if (action === 'Terminate') await fillIn(page, { reasonCode: 'not-started', reason: 'Never began.' });
      await submit(page);
      await submit(page, 'send');
      expect((await host.project(projectId)).phase).toBe(phase);
    }
    expect(await page.locator('a:has-text("Suspend the project")').count()).toBe(0);
  });

  it('S12: what ends a project stands apart from what suspends it, in another colour; what the office chooses is a command', async () => {
    const { projectId } = await placeAt(host, 'contract-and-land');
    const page = await signedIn('head');
    await go(page, `/office/projects/${projectId}`);
    const groups = await page
      .locator('h2:has-text("Other actions") ~ .govuk-button-group')
      .evaluateAll((all) =>
        all.map((group) =>
          [...group.querySelectorAll('a')].map((link) => [link.textContent, link.className.includes('warning')]),
        ),
      );
    expect(groups).toEqual([
      expect.arrayContaining([['Suspend the project', false]]),
      [
        ['Record that the investor withdraws', true],
        ['Terminate the project', true],
      ],
    ]);
    expect(groups[0]?.every(([, isWarning]) => isWarning === false)).toBe(true);
    await page.click('.call a:has-text("Decision of the office"), ul a:has-text("Decision of the office")');
    const choices = await page.locator('.govuk-task-list a').allTextContents();
    for (const choice of ['Return for correction', 'Send back to an earlier stage'])
      expect(
        choices.some((text) => text.includes(choice)),
        choice,
      ).toBe(true);
    expect(choices.join()).not.toMatch(/Returned|Rejected|Sent back/);
  });

  it('extends what the reader may extend, to a working day', async () => {
    const { projectId } = await placeAt(host, 'technical-conditions');
    const page = await signedIn('officer');
    await go(page, `/office/projects/${projectId}/actions/extend`);
    expect(await page.locator('[name=target][value=stage]').count()).toBe(0);
    const power = await openKind(projectId, 'technical-condition', 'power');
    await page.check(`[name=target][value="${power}"]`);
    await fillIn(page, { to: '2026-03-14', reasonCode: 'weather', reason: 'Frost.' });
    await submit(page);
    expect(await page.textContent('#to-error')).toContain('working day');
    await fillIn(page, { to: '2026-03-13' });
    await submit(page);
    await submit(page, 'send');
    expect((await host.project(projectId)).assignments.find(({ assignmentId }) => assignmentId === power)?.due).toBe(
      '2026-03-13',
    );
  });

  it('reports a utility line of the zone', async () => {
    const page = await signedIn('officer');
    await go(page, '/office/zones/aqtobe/lines');
    await page.selectOption('[name=utility]', 'heat');
    await page.check('[name=state][value=committed]');
    await page.click('main form button');
    expect(await page.textContent('#readyBy-error')).toContain('Ready by');
    await fillIn(page, { readyBy: '2026-09-01' });
    await page.click('main form button');
    expect(await page.textContent('tr:has-text("Heat")')).toContain('Will be ready by 1 September 2026');
  });
});

describe('a letter on paper', () => {
  const letter = {
    'company.name': 'Paper Mill LLP',
    'company.number': '111222333444',
    production: 'Paper from reed',
    sector: 'paper',
    'investment.amount': '5 000 000 000',
    jobs: '90',
    exportShare: '10',
    'utilities.power': '1200',
    landHectares: '3',
    wantedStart: '2026-11-16',
    'contact.name': 'Representative',
    'contact.email': 'paper-mill@example.org',
    forum: 'aqtobe-investment-forum-2025',
  };

  async function typeLetter(page: Page): Promise<void> {
    for (const [name, value] of [
      ['company.country', 'KZ'],
      ['financing', 'mixed'],
      ['contact.language', 'kk'],
    ])
      await page.check(`[name="${name}"][value="${value}"]`);
    await fillIn(page, { zoneId: 'aqtobe', ...letter });
    await page.check('[name=consent]');
  }

  it('is typed on one page, counted once however often it is sent, and warns of a company that is here already', async () => {
    const page = await signedIn('officer');
    await go(page, '/office');
    await page.click('a:has-text("Enter a letter on paper")');
    await page.click('main form button');
    expect(await page.locator('.govuk-error-summary a').count()).toBeGreaterThan(8);
    await typeLetter(page);
    const key = await page.inputValue('[name=key]');
    await page.click('main form button');
    const number = /AQT-\d{4}-\d{4}/.exec(await main(page))?.[0] ?? '';
    expect(await main(page)).toContain(`entered under number ${number}`);
    expect(await page.inputValue('[name=forum]')).toBe('aqtobe-investment-forum-2025');
    expect(await page.inputValue('[name=key]')).not.toBe(key);
    await host.settle();
    expect((await host.mail()).filter(({ to }) => to.includes('paper-mill@example.org'))).toHaveLength(1);

    // The same form once more, as after a lost connection.
    await typeLetter(page);
    await page.locator('[name=key]').evaluate((field, value) => {
      field.setAttribute('value', value);
    }, key);
    await page.click('main form button');
    expect(await main(page)).toContain(`entered under number ${number}`);

    await typeLetter(page);
    await page.click('main form button');
    expect(await main(page)).toContain(`${number} · Paper Mill LLP`);
    expect(await page.inputValue('[name="company.name"]')).toBe('Paper Mill LLP');
    await page.check('[name=despite]');
    await page.check('[name=signed]');
    await page.click('main form button');
    const second = /AQT-\d{4}-\d{4}/.exec(await main(page))?.[0] ?? '';
    expect(second).not.toBe(number);

    // The sheet that is signed is at the office: only the letter without one cannot be approved.
    await host.settle();
    for (const [entered, isSigned] of [
      [number, false],
      [second, true],
    ] as const) {
      await go(page, `/office?zone=aqtobe&q=${entered}`);
      await page.click('.desk a');
      expect((await main(page)).includes('no signed letter')).toBe(!isSigned);
    }
  });
});
