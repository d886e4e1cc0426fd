import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AssignmentView } from '#core/api/views.ts';
import { goodAnswer } from '#local/demo/answers.ts';
import { sharedHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { holderLink, openOne, today } from '#test/support/walk.ts';
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

type Kind = AssignmentView['kind'];

async function asked(stage: 'technical-conditions' | 'expertise' | 'contract-and-land', kind: Kind, line?: string) {
  const { projectId } = await placeAt(host, stage);
  const assignment = openOne(await host.project(projectId), kind, line);
  const url = `${host.endpoints.site}/l/${await holderLink(host, assignment)}`;
  const state = async () => {
    await host.settle();
    return (await host.project(projectId)).assignments.find(
      ({ assignmentId }) => assignmentId === assignment.assignmentId,
    );
  };
  return { url, projectId, assignment, state };
}

async function open(url: string, language = 'en'): Promise<Page> {
  const page = await openPage(browser);
  await page.goto(inLanguage(url, language));
  return page;
}

/** Presses, and waits for the page that it leads to. */
async function press(page: Page, button: string): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.click(button)]);
}
/** Looks at what was filled in once more. */
const toCheck = (page: Page): Promise<void> => press(page, 'main button[value=check]');
/** Sends it from there. */
const send = (page: Page): Promise<void> => press(page, 'main button[value=send]');

async function choose(page: Page, outcome: string): Promise<void> {
  await page.check(`input[value="${outcome}"]`);
  await page.click('main button');
}

const issued = {
  issuedNumber: '12-07/58',
  issuedDate: '2025-12-01',
  validUntil: '2027-12-01',
  capacity: '900 kW',
  connectionPoint: 'Substation 110/10 kV',
};

describe('a party without an account, without a script', () => {
  it('sees what is asked, for whom and until when, and what the plant needs', async () => {
    const { url, state } = await asked('technical-conditions', 'technical-condition', 'power');
    const page = await open(url);
    const text = await page.textContent('main');
    for (const part of [
      'Answer by',
      'Tested Plant',
      'Technical conditions (power)',
      'Capacity needed from your network',
      'kW',
      'Investment',
      'Jobs',
    ])
      expect(text).toContain(part);
    expect((await state())?.state).toBe('open');
  });

  it('issues technical conditions once; what was typed wrong is named beside its field and kept', async () => {
    const { url, state } = await asked('technical-conditions', 'technical-condition', 'power');
    const page = await open(url);
    await page.click('main button');
    expect(await page.textContent('.govuk-error-summary')).toContain('Answer');
    await choose(page, 'issued');
    await fillIn(page, { ...issued, issuedNumber: '', capacity: '<b>900</b>', 'cost.amount': 'much' });
    await toCheck(page);
    expect(await page.title()).toMatch(/^Error: /);
    expect(
      await page
        .locator('.govuk-error-summary a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
    ).toEqual(['#issuedNumber', '#cost-amount']);
    expect(await page.inputValue('[name=capacity]')).toBe('<b>900</b>');
    expect(await page.inputValue('[name="cost.amount"]')).toBe('much');
    await fillIn(page, { issuedNumber: issued.issuedNumber, 'cost.amount': '9 000 000' });
    await toCheck(page);
    expect(await page.textContent('main')).toContain('Check your answer');
    expect((await state())?.state).toBe('open');
    await send(page);
    expect(await page.textContent('main')).toContain('This assignment has been answered');
    expect(await page.textContent('main')).toContain('₸9,000,000');
    expect((await state())?.answer).toMatchObject({
      outcome: 'issued',
      facts: { issuedNumber: '12-07/58', cost: { amountMinor: 900_000_000, currency: 'KZT' } },
    });
    await page.goto(`${url}?answer=refused`);
    expect(await page.locator('main form').count()).toBe(0);
  });

  it.each([
    ['refused', { reasonCode: 'no-capacity', reason: 'The substation is full.' }, 'answered'],
    ['returned', { reasonCode: 'remarks', reason: 'The load is missing.', daysToCure: '5' }, 'answered'],
    ['suspended', { reasonCode: 'supplier-late', reason: 'The transformer is late.', until: '2026-01-10' }, 'paused'],
    ['issued-with-conditions', { ...issued, conditions: 'A cable of its own.' }, 'answered'],
  ] as const)('a line is %s', async (outcome, values, becomes) => {
    const { url, state } = await asked('technical-conditions', 'technical-condition', 'gas');
    const page = await open(url);
    await choose(page, outcome);
    await toCheck(page);
    expect(await page.locator('.govuk-error-summary').count()).toBe(1);
    await fillIn(page, values);
    await toCheck(page);
    await send(page);
    expect((await state())?.state).toBe(becomes);
    if (becomes === 'paused') expect(await page.textContent('main')).toContain('10 January 2026');
  });

  it.each([
    ['contract-and-land', 'plot', { cadastralNumber: '02-036', hectares: '4,5', leaseNumber: 'Z-311' }],
    ['technical-conditions', 'architectural-planning', { assignmentNumber: 'APZ-77', assignmentDate: '2025-12-01' }],
    ['expertise', 'expertise', { expertiseNumber: '01-0451/26', conclusionDate: '2025-12-01', remarkRounds: '1' }],
    ['expertise', 'financing', { confirmationNumber: 'B-19', confirmationDate: '2025-12-01' }],
  ] as const)('answers in %s: %s', async (stage, kind, values) => {
    const { url, state } = await asked(stage, kind);
    const page = await open(url);
    await choose(page, 'done');
    await fillIn(page, values);
    await toCheck(page);
    await send(page);
    expect((await state())?.answer?.outcome).toBe('done');
  });

  it('hears plainly that somebody was faster, and still has what it typed', async () => {
    const { url, assignment } = await asked('technical-conditions', 'technical-condition', 'power');
    const page = await open(url);
    await choose(page, 'refused');
    await fillIn(page, { reasonCode: 'no-capacity', reason: 'We have no spare megawatt.' });
    await toCheck(page);
    const decision = goodAnswer('technical-condition', await today(host));
    await host.ask(`/api/assignments/${assignment.assignmentId}/decision`, {
      as: 'officer',
      body: { decision, onBehalf: { number: '1', date: '2025-12-12' } },
    });
    await send(page);
    const text = await page.textContent('main');
    for (const part of ['someone has already answered', 'from a paper letter', 'We have no spare megawatt.'])
      expect(text).toContain(part);
  });
});

describe('a form that is not ours', () => {
  it('is refused from another site, and nothing is answered', async () => {
    const { url, state } = await asked('expertise', 'financing');
    const body = new URLSearchParams({ answer: 'done', confirmationNumber: 'B-19', confirmationDate: '2025-12-01' });
    const reply = await fetch(url, { method: 'POST', body, headers: { origin: 'https://elsewhere.example.org' } });
    expect(reply.status).toBe(403);
    expect((await state())?.state).toBe('open');
  });

  it.each(['approved', 'not-needed', 'issued', '__proto__'])(
    'a party of the bank cannot answer "%s"',
    async (outcome) => {
      const { url, state } = await asked('expertise', 'financing');
      const reply = await fetch(url, { method: 'POST', body: new URLSearchParams({ answer: outcome }) });
      expect(reply.status).toBe(400);
      expect((await state())?.state).toBe('open');
    },
  );

  it("an investor's link takes no party's answer", async () => {
    const { track } = await placeAt(host, 'expertise');
    const reply = await fetch(`${host.endpoints.site}/l/${track}`, {
      method: 'POST',
      body: new URLSearchParams({ answer: 'done' }),
    });
    expect(reply.status).toBe(404);
  });
});
