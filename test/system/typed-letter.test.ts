import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProjectPage, ProjectView } from '#core/api/views.ts';
import type * as z from 'zod/mini';
import { letterOf, newKey, sharedHost, type TestHost } from '#test/support/host.ts';
import { newDraft, signerOf } from './authorisation/objects.ts';

let host: TestHost;
beforeAll(async () => {
  host = await sharedHost();
});
afterAll(() => host.close());

const post = (path: string, fields: Readonly<Record<string, string>>) =>
  fetch(host.endpoints.site + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'accept-language': 'ru' },
    body: new URLSearchParams(fields),
  });
const page = async (path: string, language: string): Promise<string> =>
  (await (await fetch(host.endpoints.site + path, { headers: { 'accept-language': language } })).text()).replace(
    /[\u00a0\u202f]/g,
    ' ',
  );
const draftPath = async (): Promise<string> =>
  `/letter/${signerOf(host)({ kind: 'draft', draftId: await newDraft(host) })}`;

const company = {
  zoneId: 'aqtobe',
  'company.country': 'KZ',
  'company.name': 'Slab \u202eWorks\u202c LLP',
  'company.number': '\u200e251 140 012 374',
};
const production = {
  production: 'Slabs',
  sector: 'other',
  'investment.amount': '500,000',
  'investment.amount.in': 'ru',
  'investment.currency': 'USD',
  jobs: '1,200',
  exportShare: '5 %',
  financing: 'mixed',
};

describe('a letter as people type it', () => {
  it('X17, X20, X23, S14, D26, D28: is asked about what may be two numbers, warned of what cannot be right, and comes in as it was meant', async () => {
    const path = await draftPath();
    expect((await post(`${path}/company`, company)).status).toBe(303);
    expect((await post(`${path}/production`, production)).headers.get('location')).toBe(`${path}/production?tried`);
    const asked = await fetch(`${host.endpoints.site}${path}/production?tried&lang=ru`);
    const question = (await asked.text()).replace(/[\u00a0\u202f]/g, ' ');
    expect(asked.status).toBe(400);
    expect(question).toContain('value="500,000"');
    expect(question).toContain('Это можно прочитать как два разных числа. Выберите верное.');
    expect((await post(`${path}/production`, { ...production, 'investment.amount.meant': '500000' })).status).toBe(303);
    expect(
      (
        await post(`${path}/utilities`, {
          'utilities.power': '4,500',
          'utilities.power.in': 'en',
          'utilities.gas.unknown': 'true',
        })
      ).status,
    ).toBe(303);
    expect(
      (await post(`${path}/land`, { landHectares: '4,5', wantedStart: '2024-01-15' })).headers.get('location'),
    ).toBe(`${path}/land?tried`);
    expect((await post(`${path}/land`, { landHectares: '4,5', wantedStart: '2026-11-16' })).status).toBe(303);
    expect(
      (
        await post(`${path}/contact`, {
          'contact.name': 'Somebody',
          'contact.email': 'info@зауыт.қаз',
          'contact.phone': '8 701 000 00 00',
          'contact.language': 'en',
        })
      ).status,
    ).toBe(303);
    // Read in another language than it was typed in, it means the same.
    const review = await page(`${path}/check`, 'en');
    for (const text of ['$500,000', '1,200', '4,500', 'Needed, quantity not known yet', 'govuk-warning-text'])
      expect(review).toContain(text);
    const file = new FormData();
    file.set('kind', 'signed-letter');
    file.set('file', new File(['\r\n%PDF-1.7'], 'letter.pdf'));
    expect(
      (await fetch(`${host.endpoints.site}${path}/documents`, { method: 'POST', redirect: 'manual', body: file }))
        .status,
    ).toBe(303);
    expect((await post(`${path}/check`, { consent: 'true' })).status).toBe(303);
    // Words to search by are written behind the answer.
    await host.settle();
    const {
      body: { entries },
    } = await host.ask<z.infer<typeof ProjectPage>>('/api/projects?zone=aqtobe&q=251140012374', { as: 'officer' });
    const { body } = await host.ask<ProjectView>(`/api/projects/${entries[0]?.projectId ?? ''}`, { as: 'officer' });
    expect(body).toMatchObject({
      company: 'Slab Works LLP',
      companyDetails: { number: '251140012374' },
      lines: ['power', 'gas'],
      utilities: { power: { kilowatts: 4500 }, gas: { notKnown: true } },
      figures: {
        investment: { amountMinor: 50_000_000, currency: 'USD' },
        jobs: 1200,
        exportShare: 5,
        landHectares: 4.5,
      },
      contact: { email: 'info@xn--80an8ad4b.xn--80ao21a', phone: '8 701 000 00 00' },
    });
    expect(
      (await host.mail()).some(({ to, notice }) => to === 'info@xn--80an8ad4b.xn--80ao21a' && notice === 'receipt'),
    ).toBe(true);
  });

  it.each([
    ['X29', new File([], 'letter.pdf'), 'The file is empty.'],
    ['X31', new File(['PK\u0003\u0004'], 'letter.docx'), 'Word and Excel files are not accepted.'],
    ['X31', new File(['x'], 'letter.txt'), 'Choose a PDF, JPEG or PNG'],
    ['X30', new File(['0\u0082'], 'letter.pdf.p7s'), 'An electronic signature file does not replace the document'],
  ])('%s: is told why its file is not taken', async (_, file, words) => {
    const body = new FormData();
    body.set('kind', 'signed-letter');
    body.set('file', file);
    const answer = await fetch(`${host.endpoints.site}${await draftPath()}/documents`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'accept-language': 'en' },
      body,
    });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(words);
  });

  it('X22, X26, S14: the API refuses what cannot be, names the field, and takes a need without a figure', async () => {
    const send = (change: object) =>
      host.ask<{ issues?: readonly { path: string }[] }>('/api/letters-of-intent', {
        body: { ...letterOf(), ...change },
        headers: { 'idempotency-key': newKey() },
      });
    expect(
      (await send({ company: { country: 'KZ', name: '\u200b', number: '251140012347' } })).body.issues?.[0]?.path,
    ).toBe('company.name');
    expect((await send({ wantedStart: '2020-01-01' })).body.issues?.[0]?.path).toBe('wantedStart');
    expect((await send({ jobs: '120' })).status).toBe(400);
    expect((await send({ utilities: { gas: {} } })).status).toBe(400);
    expect((await send({ utilities: { gas: { notKnown: true } } })).status).toBe(201);
  });
});
