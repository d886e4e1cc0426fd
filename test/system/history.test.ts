import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOf } from '#test/support/drawn.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { placeAt, type Placed } from '#test/support/place.ts';
import { decisionOf } from '#test/support/samples.ts';
import { visitorOf, type PageVisitor } from '#test/support/staff-session.ts';
import { answer, openOne } from '#test/support/walk.ts';

let host: TestHost;
let officer: PageVisitor;
let placed: Placed;
beforeAll(async () => {
  host = await openHost();
  placed = await placeAt(host, 'technical-conditions');
  const { projectId } = placed;
  const body = { reasonCode: 'law-changed', reason: 'A new decree.', fault: 'office', reviewOn: '2026-01-30' };
  expect((await host.ask(`/api/projects/${projectId}/suspend`, { as: 'head', body })).status).toBe(200);
  await host.advance('P7D');
  expect((await host.ask(`/api/projects/${projectId}/resume`, { as: 'head', body: {} })).status).toBe(200);
  const decision = openOne(await host.project(projectId), 'office-decision');
  await answer(host, decision, decisionOf('sent-back', 'office-decision', { to: 'contract-and-land' }));
  await host.ask(`/api/projects/${projectId}/notes`, { as: 'officer', body: { text: 'For all.', shared: true } });
  await host.ask(`/api/projects/${projectId}/notes`, { as: 'officer', body: { text: 'Ours alone.', shared: false } });
  await host.settle();
  officer = await visitorOf(host, 'officer');
});
afterAll(() => host.close());

const page = async (end: string, as: PageVisitor = officer) => {
  const { status, text } = await as.get(`/office/projects/${placed.projectId}${end}`);
  return { status, html: text, text: textOf(text).replaceAll(/\s+/g, ' ') };
};

describe('the history of a project', () => {
  it('goes on before an event, back to its beginning', async () => {
    const { html } = await page('/history?lang=en&after=15');
    const places = [...html.matchAll(/<li value="(\d+)"/g)].map(([, sequence]) => Number(sequence));
    expect(places).toEqual(Array.from({ length: 14 }, (_, at) => 14 - at));
  });

  it('is narrowed by an address that can be kept', async () => {
    const { html, text } = await page('/history?lang=en&kind=decisions&of=office');
    expect(text).toContain('The project was suspended');
    expect(text).toContain('sent back to an earlier stage');
    expect(html).not.toContain('class="history__email"');
    expect(html).toMatch(/<option value="decisions" selected/);
  });

  it('has its emails with address and subject, each to be read without a link in it', async () => {
    const { html } = await page('/history?lang=en&kind=emails');
    const addresses = [...html.matchAll(/href="\/office(\/projects\/[^/"]+\/emails\/[\d-]+)"/g)];
    expect(addresses.length).toBeGreaterThan(5);
    expect(html).toContain('power.aqtobe@example.org');
    const sent = await host.mailOf(placed.projectId);
    for (const [, path = ''] of addresses) {
      const { status, text } = await officer.get(`/office${path}?lang=en`);
      expect(status).toBe(200);
      expect(text).not.toMatch(/\/l\/[a-z]\./);
      const row = path.split('/').at(-1);
      expect(textOf(text)).toContain(sent.find(({ tags }) => tags['row'] === row)?.subject);
    }
  });
});

describe('a project as one print', () => {
  it.each(['kk', 'ru', 'en', 'uz', 'uz-cyrl'])('has everything, in %s', async (language) => {
    const { status, html, text } = await page(`/print?lang=${language}`);
    expect(status).toBe(200);
    const project = await host.project(placed.projectId);
    for (const part of [project.number, project.company, 'For all.', 'A new decree.']) expect(text).toContain(part);
    for (const part of ['class="plan"', 'plan__paused', 'class="govuk-list history"', 'printed__first'])
      expect(html).toContain(part);
    // Paper leaves the office.
    expect(text).not.toContain('Ours alone.');
  });

  it('tells leadership neither contact nor words', async () => {
    const { status, text } = await page('/print?lang=en', await visitorOf(host, 'leadership'));
    expect(status).toBe(200);
    expect(text).not.toMatch(/example\.org|For all|Ours alone|new decree/);
  });
});
