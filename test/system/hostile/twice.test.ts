import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProjectEvent } from '#core/project/event.ts';
import { letterOf, newKey, openHost, type TestHost } from '#test/support/host.ts';
import { gatherFixtures, served, type Fixtures } from '../authorisation/fixtures.ts';
import { newDraft, signerOf, targetAt, type Target } from '../authorisation/objects.ts';
import { rows } from '../authorisation/rows.ts';

/** How often a form is sent at the same moment: more than an impatient finger manages. */
const times = 4;

let host: TestHost;
let crowd: Fixtures;
beforeAll(async () => {
  host = await openHost();
  crowd = await gatherFixtures(host);
});
afterAll(() => host.close());

/** What came of an object: the kinds of its events and of its emails, in order. */
async function traceOf({ projectId, zoneId }: Target): Promise<readonly string[]> {
  await host.settle();
  const officer = zoneId === 'kokand' ? 'officer-kokand' : 'officer';
  const { body } = await host.ask<{ entries: readonly ProjectEvent[] }>(`/api/projects/${projectId}/events?limit=100`, {
    as: officer,
  });
  const emails = (await host.mailOf(projectId)).map(({ notice = '', to }) => `${notice} to ${to.replace(/\d+/, '')}`);
  return [...body.entries.map((event) => event.body.type), ...emails.toSorted()];
}

const changing = rows.filter(({ changes, who }) => changes && who !== 'everybody');

describe.each(
  changing.map((row) => ({
    row,
    name: `${row.route} ${row.params ? JSON.stringify(row.params) : ''} ${row.kind ?? ''}`,
  })),
)('$name', ({ row }) => {
  it('sent at once and again does what it does once', async () => {
    const person = served(row);
    const [once, often] = await Promise.all([targetAt(host, 'here', row), targetAt(host, 'here', row)]);
    await crowd.visit(row, person, once);
    const answers = await Promise.all(Array.from({ length: times }, () => crowd.visit(row, person, often)));
    answers.push(await crowd.visit(row, person, often));
    const success = row.ok ?? 200;
    // What was done already is told as such: no longer open, or a date that is no later than the new one.
    for (const { status, text } of answers) expect([success, 409, 400], text.slice(0, 300)).toContain(status);
    expect(answers.some(({ status }) => status === success)).toBe(true);
    expect(await traceOf(often)).toEqual(await traceOf(once));
  });
});

describe('a letter', () => {
  const projectsOf = async (number: string) => {
    // What it is found by is written behind the answer.
    await host.settle();
    const { body } = await host.ask<{ entries: readonly unknown[] }>(`/api/projects?zone=aqtobe&q=${number}`, {
      as: 'officer',
    });
    return body.entries.length;
  };
  const form = (
    letter: ReturnType<typeof letterOf>,
    more: Readonly<Record<string, string>> = {},
  ): Readonly<Record<string, string>> => ({
    zoneId: 'aqtobe',
    'company.country': 'KZ',
    'company.name': letter.company.name,
    'company.number': letter.company.number,
    production: 'Boards',
    sector: 'construction-materials',
    'investment.amount': '1000',
    'investment.currency': 'KZT',
    jobs: '10',
    exportShare: '5',
    financing: 'mixed',
    'utilities.power': '100',
    landHectares: '2',
    wantedStart: '2026-11-16',
    'contact.name': 'Somebody',
    'contact.email': letter.contact.email,
    'contact.phone': '+7 700 000 00 00',
    'contact.language': 'en',
    ...more,
  });
  const post = (path: string, fields: Readonly<Record<string, string>>, cookie = '') =>
    fetch(host.endpoints.site + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie },
      body: new URLSearchParams(fields),
    });

  it('handed in from its draft by many clicks is one, with one receipt', async () => {
    const letter = letterOf();
    const path = `/letter/${signerOf(host)({ kind: 'draft', draftId: await newDraft(host) })}`;
    for (const step of ['company', 'production', 'utilities', 'land', 'contact'])
      expect((await post(`${path}/${step}`, form(letter))).status, step).toBe(303);
    const file = new FormData();
    file.set('kind', 'signed-letter');
    file.set('file', new File([`%PDF-1.7\n${letter.company.number}`], 'letter.pdf'));
    const uploaded = await fetch(`${host.endpoints.site}${path}/documents`, {
      method: 'POST',
      redirect: 'manual',
      body: file,
    });
    expect(uploaded.status).toBe(303);
    const sent = await Promise.all(Array.from({ length: times }, () => post(`${path}/check`, { consent: 'true' })));
    expect(sent.map(({ status }) => status)).toEqual(sent.map(() => 303));
    expect(await projectsOf(letter.company.number)).toBe(1);
    await host.settle();
    expect(
      (await host.mail()).filter(({ to, notice }) => to === letter.contact.email && notice === 'receipt'),
    ).toHaveLength(1);
  });

  it('typed from paper by many clicks is one', async () => {
    const letter = letterOf();
    const { cookie = '', formToken = '' } = crowd.credentials.get('officer') ?? {};
    const fields = form(letter, { key: newKey(), consent: 'true', signed: 'true', 'form-token': formToken });
    const sent = await Promise.all(
      Array.from({ length: times }, () => post('/office/letters?zone=aqtobe', fields, cookie)),
    );
    expect(sent.map(({ status }) => status)).toEqual(sent.map(() => 303));
    expect(await projectsOf(letter.company.number)).toBe(1);
  });
});

describe('a link that is asked for', () => {
  it('by many clicks comes once', async () => {
    const letter = letterOf();
    const {
      body: { number },
    } = await host.ask<{ number: string }>('/api/letters-of-intent', {
      body: letter,
      headers: { 'idempotency-key': newKey() },
    });
    await host.settle();
    const before = (await host.mail()).filter(({ to }) => to === letter.contact.email).length;
    const ask = () =>
      fetch(`${host.endpoints.site}/another-link`, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({ number, email: letter.contact.email }),
      });
    const sent = await Promise.all(Array.from({ length: times }, ask));
    expect(sent.map(({ status }) => status)).toEqual(sent.map(() => 303));
    await host.settle();
    expect((await host.mail()).filter(({ to }) => to === letter.contact.email).length).toBe(before + 1);
  });
});
