import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages, type Language } from '#core/kernel/common.ts';
import type { DocumentList } from '#core/documents/document-views.ts';
import { countText } from '#core/texts/count-text.ts';
import { documentTexts } from '#core/texts/areas/documents.ts';
import { textsOf } from '#core/texts/index.ts';
import { uploadByLink } from '#local/demo/upload.ts';
import { goodAnswer } from '#local/demo/answers.ts';
import { frameTexts } from '#core/texts/areas/frame.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import { trackingTexts } from '#core/texts/areas/tracking.ts';
import { letterOf, newKey, openHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { visitorOf } from '#test/support/staff-session.ts';
import { answer, holdOriginals, letterAt, linkFromMail, linkOf, openOne, today } from '#test/support/walk.ts';

let host: TestHost;
beforeAll(async () => {
  host = await openHost({ zones: ['aqtobe'] });
});
afterAll(() => host.close());

const plain = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', '’')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
const pageOf = async (track: string, language: Language = 'en'): Promise<string> =>
  (await fetch(`${host.endpoints.site}/l/${track}?lang=${language}`)).text();
const readsIn = async (track: string, language: Language = 'en'): Promise<string> =>
  plain(await pageOf(track, language));
const boxOf = (page: string): string => /<section class="(call[^"]*)"/.exec(page)?.[1] ?? '';
const opened = async (path: string, as = 'head'): Promise<string> => (await (await visitorOf(host, as)).get(path)).text;
const why = { reasonCode: 'not-priority', reason: 'The zone is for food.' } as const;

describe('an investor’s page says what is true now', () => {
  it('B1: documents that a stage needs are asked for by page and email, by name, with a date and a count', async () => {
    const { projectId, track } = await placeAt(host, 'council-approval');
    await host.settle();
    const page = await pageOf(track);
    expect(boxOf(page)).toBe('call');
    expect(plain(page)).toContain('0 of 14 are there.');
    for (const kind of ['application', 'charter', 'tax-certificate'] as const)
      expect(plain(page)).toContain(documentTexts('en').names[kind]);
    const email = (await host.mailOf(projectId)).findLast(({ text }) => text.includes('Documents needed'));
    expect(email?.text).toMatch(/- Application\n\n- Questionnaire\n/);
    expect(email?.links).toEqual([`${host.endpoints.site}/l/${track}/documents`]);

    await uploadByLink(host, track, 'charter');
    expect(await readsIn(track)).toContain('1 of 14 are there.');
    expect(plain(page)).not.toContain(trackingTexts('en').nothing);
    await holdOriginals(host, await host.project(projectId));
    const calm = await pageOf(track);
    expect(boxOf(calm)).toBe('call call--calm');
    expect(plain(calm)).toContain('Documents (14 of 14)');
  });

  it('S4: one document is returned with its reason; the investor reads and hears it, and the stage goes on', async () => {
    const { projectId, track } = await placeAt(host, 'council-approval');
    await uploadByLink(host, track, 'charter');
    await holdOriginals(host, await host.project(projectId));
    const { body: list } = await host.ask<DocumentList>(`/api/projects/${projectId}/documents`, { as: 'officer' });
    const charter = list.documents.find(({ kind }) => kind === 'charter');
    expect(charter?.versions[0]?.mayReturn).toBe(true);
    const path = `/api/projects/${projectId}/documents/${charter?.documentId ?? ''}/1/return`;
    expect((await host.ask(path, { as: 'leadership', body: why })).status).toBe(403);
    expect(
      (await host.ask(path, { as: 'officer', body: { reasonCode: 'incomplete', reason: 'Page 3 is missing.' } }))
        .status,
    ).toBe(200);
    expect((await host.ask(path, { as: 'officer', body: why })).status).toBe(409);
    const project = await host.project(projectId);
    expect(project).toMatchObject({
      phase: 'open',
      missing: expect.arrayContaining([{ what: 'document', name: 'charter' }]),
    });
    expect(
      (await answer(host, openOne(project, 'document-check'), goodAnswer('document-check', await today(host)))).status,
    ).toBe(409);
    const read = await readsIn(track);
    expect(read).toContain('13 of 14 are there.');
    expect(read).toContain('Charter – returned');
    await host.settle();
    expect((await host.mailOf(projectId)).findLast(({ notice }) => notice === 'document-returned')?.text).toMatch(
      /Document: Charter[^]*> Page 3 is missing\./,
    );
  });

  it('S4: a letter without a signature says so plainly', async () => {
    const {
      body: { projectId, trackingUrl },
    } = await host.ask<{ projectId: string; trackingUrl: string }>('/api/letters-of-intent', {
      body: letterOf(),
      headers: { 'idempotency-key': newKey() },
    });
    await host.settle();
    const track = linkOf(trackingUrl);
    const { unsigned } = trackingTexts('en').documents;
    expect(await readsIn(track)).toContain(unsigned);
    expect(boxOf(await pageOf(track))).toBe('call');
    expect((await host.ask(`/api/projects/${projectId}/original`, { as: 'officer', body: {} })).status).toBe(200);
    expect(await readsIn(track)).not.toContain(unsigned);
  });

  it('B2: a rejected project shows decision, date, reason, words and appeal in a red box, and no expected dates', async () => {
    const { projectId } = await letterAt(host, ({ phase }) => phase === 'open');
    await answer(host, openOne(await host.project(projectId), 'office-decision'), {
      outcome: 'rejected',
      ...why,
      appeal: 'To the akimat within 30 days.',
    });
    await host.settle();
    const track = await linkFromMail(host, projectId, 't.');
    const page = await pageOf(track);
    expect(boxOf(page)).toBe('call call--wrong');
    for (const words of [
      why.reason,
      'To the akimat within 30 days.',
      textsOf('en').reasons['not-priority'],
      trackingTexts('en').states.rejected,
    ])
      expect(plain(page)).toContain(words);
    expect(plain(page)).toMatch(/Letter of intent Rejected: \d+ \w+ \d{4}/);
    for (const language of languages) {
      const read = await readsIn(track, language);
      expect(read).toContain(why.reason);
      expect(read).toContain(trackingTexts(language).states.rejected);
      expect(read).not.toContain(frameTexts(language).stageDates.planned.split('{')[0]?.trim());
      expect(read.split(frameTexts(language).stageDates.never).length - 1).toBe(6);
    }
  });

  it('B2: a project that was withdrawn stands in a grey box with its day, and its stages promise nothing', async () => {
    const { projectId, track } = await placeAt(host, 'expertise');
    await host.ask(`/api/projects/${projectId}/withdraw`, { as: 'officer', body: { reason: 'Sold.' } });
    const page = await pageOf(track);
    expect(boxOf(page)).toBe('call call--over');
    expect(plain(page)).toContain('Sold.');
    expect(plain(page)).not.toContain('Expected by');
  });

  it('S3: a refused line shows reason and words and what happens next; an issued one its figures and conditions', async () => {
    const { projectId, track } = await placeAt(host, 'technical-conditions');
    const project = await host.project(projectId);
    await answer(host, openOne(project, 'technical-condition', 'power'), {
      outcome: 'refused',
      reasonCode: 'no-capacity',
      reason: 'No feeder is free.',
    });
    const { facts } = goodAnswer('technical-condition', await today(host)) as { facts: Record<string, unknown> };
    await answer(host, openOne(project, 'technical-condition', 'gas'), {
      outcome: 'issued-with-conditions',
      facts: { ...facts, conditions: 'A station of its own.' },
    });
    await host.settle();
    expect(boxOf(await pageOf(track))).toBe('call call--over');
    const read = await readsIn(track);
    for (const words of [
      'Power: refused – no spare capacity',
      'No feeder is free.',
      textsOf('en').reasons['no-capacity'],
      trackingTexts('en').line.next,
      'The zone office decides what follows',
      'A station of its own.',
      '12-07/58',
      'feeder 7',
    ]) {
      expect(read.toLowerCase()).toContain(words.toLowerCase());
    }
  });

  it('S3: a suspended line is shown with its date', async () => {
    const { projectId, track } = await placeAt(host, 'technical-conditions');
    const until = '2026-01-30';
    const { status } = await answer(host, openOne(await host.project(projectId), 'technical-condition', 'power'), {
      outcome: 'suspended',
      reasonCode: 'supplier-late',
      reason: 'Rebuilt.',
      until,
    });
    expect(status).toBe(200);
    expect(await readsIn(track)).toContain('Suspended until 30 January 2026');
  });

  it('A23, A22: withdrawing names the project and the company; a page that is over leads back to the project', async () => {
    const { projectId, track } = await placeAt(host, 'expertise');
    const { number, company } = await host.project(projectId);
    const page = plain(await (await fetch(`${host.endpoints.site}/l/${track}/withdraw?lang=kk`)).text());
    expect(page).toContain(`${number} · ${company}`);
    expect(page).toContain(trackingTexts('kk').withdraw.keep);
    await host.ask(`/api/projects/${projectId}/withdraw`, { as: 'officer', body: {} });
    const over = await fetch(`${host.endpoints.site}/l/${track}/obstacles`);
    expect(over.status).toBe(409);
    expect(await over.text()).toContain(`href="/l/${track}"`);
  });
});

describe('an officer decides by what was answered', () => {
  it('B1: the letter’s quantities with units and its financing stand on the project, the decision and in the API', async () => {
    const { projectId } = await placeAt(host, 'technical-conditions', {
      utilities: { power: { kilowatts: 4500 }, rail: { wagonsPerDay: 3 } },
      financing: 'bank-loan',
    });
    const project = await host.project(projectId);
    expect(project).toMatchObject({
      utilities: { power: { kilowatts: 4500 }, rail: { wagonsPerDay: 3 } },
      financing: 'bank-loan',
    });
    for (const path of [
      `/office/projects/${projectId}?lang=en`,
      `/office/assignments/${openOne(project, 'office-decision').assignmentId}?lang=en`,
    ]) {
      const read = plain(await opened(path));
      expect(read).toMatch(/4,500 kW/);
      expect(read).toContain(officeTexts('en').project.financing);
    }
  });

  it('B3: the decision begins with every answer of the stage: its words, its paper and who entered it', async () => {
    const { projectId } = await placeAt(host, 'technical-conditions');
    const project = await host.project(projectId);
    const paper = { number: '03-11/214', date: '2025-12-12' };
    const power = openOne(project, 'technical-condition', 'power');
    await host.ask(`/api/assignments/${power.assignmentId}/decision`, {
      as: 'officer',
      body: {
        decision: { outcome: 'refused', reasonCode: 'no-capacity', reason: 'No feeder is free.' },
        onBehalf: paper,
      },
    });
    const read = plain(await opened(`/office/assignments/${openOne(project, 'office-decision').assignmentId}?lang=en`));
    for (const words of [
      officeTexts('en').answer.given,
      'No feeder is free.',
      paper.number,
      officeTexts('en').answer.enteredBy,
    ])
      expect(read).toContain(words);
    expect(read.indexOf(officeTexts('en').answer.given)).toBeLessThan(read.indexOf(officeTexts('en').answer.choose));
  });

  it('S3: outcomes that are not possible stand there with their reason, and no form opens by itself', async () => {
    const { projectId } = await placeAt(host, 'council-approval');
    const { assignmentId } = openOne(await host.project(projectId), 'office-decision');
    for (const [account, reasons] of [
      ['officer', ['head', 'gate']],
      ['head', ['gate']],
    ] as const) {
      const page = await opened(`/office/assignments/${assignmentId}?lang=en`, account);
      expect(page).not.toContain('name="daysToCure"');
      expect(plain(page)).toContain(officeTexts('en').answer.impossible);
      const because = officeTexts('en').because[reasons[0]];
      expect(plain(page)).toContain(`${officeTexts('en').choices.approved} – ${because}`);
    }
  });
});

describe('lateness of others is as plain as the investor’s own', () => {
  it('S1: days late stand in the holder’s line and the stage list with what one can do; one email tells of the stage', async () => {
    const { projectId, track } = await placeAt(host, 'contract-and-land');
    await host.advance('P70D');
    await host.settle();
    const read = await readsIn(track);
    expect(read).toMatch(/It was due by \d+ \w+ \d{4}, \d+ working days late/);
    expect(read.match(/\d+ working days late/g)?.length).toBeGreaterThan(2);
    expect(read).toContain(trackingTexts('en').late.text);
    expect((await host.mailOf(projectId)).filter(({ notice }) => notice === 'stage-late').length).toBe(1);
    for (const language of languages)
      expect(await readsIn(track, language)).toContain(
        countText(language, frameTexts(language).lateBy, 3).replace('3', '').trim().split(' ').at(-1),
      );
  });
});
