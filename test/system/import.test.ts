import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportView } from '#core/imports/import.ts';
import { csv, type Cell } from '#pages/kit/csv.ts';
import { xlsx } from '#pages/kit/xlsx.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { visitorOf } from '#test/support/staff-session.ts';

let host: TestHost;
beforeAll(async () => {
  host = await openHost();
});
afterAll(() => host.close());

const ask = async (body: object, as = 'head') => host.ask<ImportView>('/api/imports', { as, body });
const state = async (importId: string) => (await host.ask<ImportView>(`/api/imports/${importId}`, { as: 'head' })).body;

/** Looked at, confirmed, and everything that follows done. */
async function bring(body: object): Promise<{ readonly looked: ImportView; readonly done: ImportView }> {
  const { status, body: looked } = await ask({ zoneId: 'aqtobe', ...body });
  expect(status).toBe(200);
  await ask({ importId: looked.importId, confirm: true });
  await host.advance('PT1M');
  return { looked, done: await state(looked.importId) };
}

const day = (offset: number): string => new Date(Date.UTC(2025, 11, 12 + offset)).toISOString().slice(0, 10);
/** The same numbers each time, without a pattern that the count shares. */
const spread = (seed: number, below: number): number => (seed * 7919 + 104_729) % below;

describe('an import', () => {
  it('of five thousand milestones is written whole; late, on time and ahead agree with a count by hand', async () => {
    const slips: { slip: number; explained: boolean }[] = [];
    const rows = Array.from({ length: 5000 }, (_, at): readonly Cell[] => {
      const baseline = spread(at, 160) - 80;
      const actual = at % 3 === 0 ? -spread(at + 11, 90) - 1 : undefined;
      const target = at % 4 === 0 ? baseline + spread(at + 5, 21) - 10 : undefined;
      const reason = at % 7 === 0 ? `Flood no. ${String(at)}` : '';
      slips.push({ slip: (actual ?? Math.max(0, target ?? baseline)) - baseline, explained: reason !== '' });
      const dayOf = (offset: number | undefined): Cell => (offset === undefined ? '' : { day: day(offset) });
      return [`Works ${String(at % 50)}`, `Part ${String(at)}`, dayOf(baseline), dayOf(target), dayOf(actual), reason];
    });
    const table = [['Проект', 'Milestone', 'Baseline', 'Target date', 'Actual', 'Reason for the delay'], ...rows];
    const file = Buffer.from(xlsx([{ name: 'Plan', rows: table }])).toString('base64');
    const { looked, done } = await bring({ kind: 'milestones', isPublic: true, file });
    expect(looked.counts).toEqual({ new: 5000, changed: 0, same: 0, refused: 0 });
    expect(done).toMatchObject({ state: 'done', written: 100, failed: [] });
    const counted = {
      milestones: 5000,
      late: slips.filter(({ slip }) => slip > 0).length,
      onTime: slips.filter(({ slip }) => slip === 0).length,
      ahead: slips.filter(({ slip }) => slip < 0).length,
      unexplained: slips.filter(({ slip, explained }) => slip > 0 && !explained).length,
    };
    expect(done.timetable).toEqual(counted);

    // Every late one on the public file has its reason or says that none was given.
    const figures = await fetch(`${host.endpoints.site}/figures.csv?lang=en`);
    const late = (await figures.text()).split('\r\n').filter((line) => /^[^,]+,Works \d+,/.test(line));
    expect(late.length).toBe(counted.late);
    expect(late.filter((line) => line.endsWith('No reason was given.')).length).toBe(counted.unexplained);
    expect(late.filter((line) => /,Flood no\. \d+$/.test(line)).length).toBe(counted.late - counted.unexplained);

    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(csv('ru', table));
    expect((await ask({ zoneId: 'aqtobe', kind: 'milestones', isPublic: true, text })).body.counts).toEqual({
      new: 0,
      changed: 0,
      same: 5000,
      refused: 0,
    });
  }, 120_000);

  it('of projects takes each over where it is, emails nobody, and does so once', async () => {
    const heads = [
      'company',
      'companyNumber',
      'contact',
      'email',
      'production',
      'sector',
      'worth',
      'currency',
      'jobs',
      'exportShare',
      'hectares',
      'financing',
      'wantedStart',
      'stage',
      'received',
      'needs.power',
      'number',
    ];
    const rows = Array.from({ length: 60 }, (_, at) => [
      `Plant ${String(at)}`,
      `9012400${String(10_000 + at)}`,
      'Representative',
      `p${String(at)}@example.org`,
      'Bricks',
      'construction-materials',
      '1200000,5',
      'KZT',
      '12',
      '0',
      '1,5',
      'mixed',
      '2026-06-01',
      at % 2 === 0 ? 'technical-conditions' : 'design-documentation',
      '2025-06-02',
      '450',
      `OLD-${String(at)}`,
    ]);
    const text = [heads, ...rows].map((row) => row.join(';')).join('\n');
    const before = (await host.mail()).length;
    const { looked, done } = await bring({ kind: 'projects', text });
    expect(looked.issues).toEqual([]);
    expect(done).toMatchObject({ state: 'done', counts: { new: 60 }, failed: [] });
    const found = await host.ask<{ entries: { number: string; stage: string; phase: string }[] }>(
      '/api/projects?zone=aqtobe&limit=100&stage=technical-conditions',
      { as: 'head' },
    );
    const taken = found.body.entries.filter(({ number }) => number.startsWith('AQT-2025-'));
    expect(taken.length).toBeGreaterThanOrEqual(30);
    expect((await host.mail()).length).toBe(before);
    expect((await ask({ zoneId: 'aqtobe', kind: 'projects', text })).body.counts).toMatchObject({ new: 0, same: 60 });

    const renamed = text.replace('Plant 7;', 'Brickworks 7;');
    const { body: again } = await ask({ zoneId: 'aqtobe', kind: 'projects', text: renamed });
    expect(again).toMatchObject({
      counts: { new: 0, changed: 1, same: 59, refused: 0 },
      changes: [{ row: 9, column: 'company', was: 'Plant 7', now: 'Brickworks 7' }],
    });
    const head = await visitorOf(host, 'head');
    const page = await head.get(`/office/import?id=${again.importId}`);
    expect(page.text).toMatch(/<td[^>]*>Plant 7<\/td>\s*<td[^>]*>Brickworks 7<\/td>/);
    await ask({ importId: again.importId, confirm: true });
    await host.advance('PT1M');
    expect(await state(again.importId)).toMatchObject({ state: 'done', failed: [] });
    const search = await host.ask<{ entries: { company: string }[] }>(
      '/api/projects?zone=aqtobe&q=Brickworks&limit=100',
      { as: 'head' },
    );
    expect(search.body.entries.map(({ company }) => company)).toEqual(['Brickworks 7']);
  }, 120_000);

  it('is refused for officers, for files that cannot be read, and where another zone is meant', async () => {
    const text = 'project,milestone,baseline,zone\na,b,2026-01-12,kokand\na,c,2026-01-12,';
    expect((await ask({ zoneId: 'aqtobe', kind: 'milestones', text }, 'officer')).status).toBe(403);
    expect((await ask({ zoneId: 'kokand', kind: 'milestones', text })).status).toBe(404);
    expect((await ask({ zoneId: 'aqtobe', kind: 'milestones', text })).body).toMatchObject({
      counts: { new: 1, refused: 1 },
      issues: [{ row: 2, column: 'zone' }],
    });
    expect((await ask({ zoneId: 'aqtobe', kind: 'milestones', text: 'a,"b' })).status).toBe(400);
    expect((await ask({ zoneId: 'aqtobe', kind: 'milestones' })).status).toBe(400);
  });
});
