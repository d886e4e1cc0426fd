import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { countRows, milestoneColumns, type MilestoneRow } from '#core/open-data/open-data.ts';
import type { Line } from '#core/lines/line.ts';
import { packageFaults } from '#test/support/oc4ids.ts';
import { nightFiles, openFiles } from './files.ts';

const row: MilestoneRow = {
  id: 'alpha/ring road#opening',
  zone: 'alpha',
  project: '=Ring, "road"',
  milestone: 'Opening',
  baseline: '2026-01-10',
  target: '2026-02-01',
  actual: '',
  standing: 'late',
  days_late: '22',
  reason: 'Flood',
};

const line: Line = {
  lineId: 'line-1',
  zoneId: 'alpha',
  utility: 'power',
  names: { kk: 'Желі', ru: 'Линия', en: 'Line', uz: 'Liniya', 'uz-cyrl': 'Линия' },
  partyId: 'grid',
  milestones: {
    procurement: { baseline: '2026-01-01', actual: '2026-01-03', responsible: 'A. Person' },
    energised: { baseline: '2026-01-20', expected: '2026-03-01', reason: 'Poles came late' },
  },
  money: [],
  version: 1,
};

const company = {
  id: 'AQT-2026-0001',
  zone: 'alpha',
  company: '=Plant',
  sector: 'food',
  stage: 'expertise',
  investment: '120',
  currency: 'KZT',
  jobs: '40',
  agreed_on: '2026-01-05',
};

const files = (lines: readonly Line[] = [line]) =>
  new Map(
    openFiles({ day: '2026-02-01', counts: [], milestones: [row], lines }, [company], 'https://site.example').map(
      (one) => [one.name, one.text],
    ),
  );
const json = (name: string, of = files()): Record<string, unknown> =>
  JSON.parse(of.get(name) ?? 'null') as Record<string, unknown>;

describe('open data', () => {
  it.each<[string, Partial<MilestoneRow>, boolean]>([
    ['a row', {}, true],
    ['one that is reached', { actual: '2026-01-10', standing: 'on-time', days_late: '' }, true],
    ['one without a baseline', { baseline: '' }, false],
    ['a day that is none', { target: '1 February' }, false],
    ['another standing', { standing: 'slow' }, false],
    ['nought days', { days_late: '0' }, false],
  ])('the schema of projects.csv: %s', (_, change, isValid) => {
    expect(new Ajv().validate(json('projects.schema.json'), { ...row, ...change })).toBe(isValid);
  });

  it('is CSV in which a comma, a quote and a formula do no harm', () => {
    expect(files().get('projects.csv')).toBe(
      `${milestoneColumns.join(',')}\r\nalpha/ring road#opening,alpha,"'=Ring, ""road""",Opening,2026-01-10,2026-02-01,,late,22,Flood\r\n`,
    );
  });

  it('names companies that agreed among what stands now, and never in what a night keeps', () => {
    expect(files().get('companies.csv')).toContain("AQT-2026-0001,alpha,'=Plant,food,expertise,120,KZT,40,2026-01-05");
    const ofNight = nightFiles({ day: '2026-02-01', counts: [], milestones: [row], lines: [] }, 'https://site.example');
    expect(ofNight.map(({ file }) => file.name)).toEqual([
      'counts.csv',
      'projects.csv',
      'projects.schema.json',
      'catalog.jsonld',
    ]);
    expect(ofNight.map(({ text }) => text).join('')).not.toContain('companies.csv');
  });

  it('has lines as projects of a package, with missed days explained and no person', () => {
    expect(json('lines.oc4ids.json')).toMatchObject({
      uri: 'https://site.example/open-data/lines.oc4ids.json',
      version: '0.9',
      projects: [
        {
          id: 'line-1',
          status: 'implementation',
          sector: ['energy'],
          period: { endDate: '2026-03-01T00:00:00Z' },
          milestones: [
            { id: 'procurement', status: 'met' },
            { id: 'energised', status: 'notMet', description: 'Poles came late' },
          ],
        },
      ],
    });
    expect(files().get('lines.oc4ids.json')).not.toContain('Person');
  });

  it.each<[string, Line['milestones']]>([
    ['without a milestone', {}],
    ['whose milestone has no day first planned', { energised: { expected: '2026-03-01' } }],
    ['that is built, late and why', { energised: { baseline: '2026-01-01', actual: '2026-01-05', reason: 'Rain' } }],
    ['that is behind', line.milestones],
  ])('has a line %s as OC4IDS asks for', (_, milestones) => {
    expect(packageFaults(json('lines.oc4ids.json', files([{ ...line, milestones }])))).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['without projects', { projects: [] }, '/projects must NOT have fewer than 1 items'],
    ['of no version', { version: '0.9.5' }, String.raw`/version must match pattern "^\d+\.\d+$"`],
    ['with a day for an instant', { publishedDate: '2026-02-01' }, '/publishedDate must match format "date-time"'],
  ])('a package %s is none of OC4IDS', (_, change, fault) => {
    expect(packageFaults({ ...json('lines.oc4ids.json'), ...change })).toContain(fault);
  });

  it('has a catalogue that names each file of data with its size, and no package without lines', () => {
    const none = files([]);
    expect(none.has('lines.oc4ids.json')).toBe(false);
    const [counts, projects] = json('catalog.jsonld', none)['dcat:dataset'] as readonly unknown[];
    expect(counts).toMatchObject({ 'dct:identifier': 'counts.csv' });
    expect(projects).toMatchObject({
      'dcat:distribution': {
        'dcat:downloadURL': { '@id': 'https://site.example/open-data/projects.csv' },
        'dcat:byteSize': { '@value': String(Buffer.byteLength(none.get('projects.csv') ?? '')) },
      },
    });
  });

  it('tells money with its currency, members together, and nothing of what is not told', () => {
    const rows = countRows({
      total: undefined,
      started: undefined,
      zones: [
        {
          members: ['alpha', 'beta'],
          projects: 3,
          late: undefined,
          jobs: 100,
          investment: [{ currency: 'KZT', amountMinor: 12_000 }],
        },
      ],
      sectors: [],
      stages: [],
      late: [],
      lateFew: [],
      starts: [],
    });
    expect(rows.map(({ members, measure, currency, value }) => [members, measure, currency, value])).toEqual([
      ['alpha beta', 'projects', '', '3'],
      ['alpha beta', 'jobs', '', '100'],
      ['alpha beta', 'investment', 'KZT', '120'],
    ]);
  });
});
