import { describe, expect, it } from 'vitest';
import type { PipelineView } from '../api/views.ts';
import type { Currency } from '../kernel/common.ts';
import type { Sector } from '../letter/sector.ts';
import type { StageId } from '../stages/stage-id.ts';
import { publicFigures } from './public-figures.ts';

type Zone = PipelineView['zones'][number];

interface Plant {
  readonly zone: string;
  readonly stage: StageId;
  readonly sector: Sector;
  readonly currency: Currency;
  readonly amount: number;
  readonly jobs: number;
  readonly late: boolean;
}

const plant = (change: Partial<Plant> = {}): Plant => ({
  zone: 'alpha',
  stage: 'expertise',
  sector: 'food',
  currency: 'KZT',
  amount: 1_234_567,
  jobs: 123,
  late: false,
  ...change,
});
const times = (count: number, change: Partial<Plant> = {}): readonly Plant[] =>
  Array.from({ length: count }, () => plant(change));

const sumOf = (plants: readonly Plant[]) => ({
  projects: plants.length,
  jobs: plants.reduce((sum, { jobs }) => sum + jobs, 0),
  overdue: plants.filter(({ late }) => late).length,
  investment: [...Map.groupBy(plants, ({ currency }) => currency)].map(([currency, some]) => ({
    currency,
    amountMinor: some.reduce((sum, { amount }) => sum + amount, 0),
  })),
});

function zonesOf(plants: readonly Plant[], change: Partial<Zone> = {}): Zone[] {
  return [...Map.groupBy(plants, ({ zone }) => zone)].map(([zoneId, some]) => ({
    zoneId,
    names: { kk: zoneId, ru: zoneId, en: zoneId, uz: zoneId, 'uz-cyrl': zoneId },
    buckets: [...Map.groupBy(some, ({ stage }) => stage)].map(([bucket, of]) => ({ bucket, ...sumOf(of) })),
    sectors: [...Map.groupBy(some, ({ sector }) => sector)].map(([sector, of]) => ({
      sector,
      ...sumOf(of),
      started: 0,
      lost: 0,
    })),
    forums: [],
    late: [],
    starts: [],
    took: [],
    frozen: [],
    ...change,
  }));
}
const told = (...plants: readonly (readonly Plant[])[]) => publicFigures(zonesOf(plants.flat()));
const started = (projects: number) =>
  publicFigures([...zonesOf(times(3), { buckets: [{ bucket: 'construction-started', ...sumOf(times(projects)) }] })])
    .started;

describe('what anybody may know', () => {
  it('is nothing of fewer than three projects', () => {
    expect(told(times(2))).toMatchObject({ total: undefined, zones: [], sectors: [], stages: [] });
    expect(told(times(3)).total).toMatchObject({ projects: 3 });
  });

  it.each<[string, readonly [string, number][], readonly (readonly [string[], number])[]]>([
    [
      'zones with enough, apart',
      [
        ['a', 3],
        ['b', 4],
      ],
      [
        [['a'], 3],
        [['b'], 4],
      ],
    ],
    [
      'two small ones together, when that is enough',
      [
        ['a', 9],
        ['b', 1],
        ['c', 2],
      ],
      [
        [['a'], 9],
        [['b', 'c'], 3],
      ],
    ],
    // Of 9 and 1 the total would tell the one.
    [
      'a small one with the next, when it alone is not',
      [
        ['a', 9],
        ['b', 4],
        ['c', 1],
      ],
      [
        [['a'], 9],
        [['b', 'c'], 5],
      ],
    ],
    [
      'all together, when nothing else is left',
      [
        ['a', 9],
        ['b', 2],
      ],
      [[['a', 'b'], 11]],
    ],
  ])('merges %s', (_, zones, rows) => {
    const { zones: shown, total } = told(...zones.map(([zone, count]) => times(count, { zone })));
    expect(shown.map(({ members, projects }) => [members, projects])).toEqual(rows);
    expect(total?.projects).toBe(shown.reduce((sum, { projects }) => sum + projects, 0));
  });

  it('has jobs and money in two digits: two looks do not tell what came between', () => {
    expect(told(times(4)).total).toMatchObject({
      jobs: 490,
      investment: [{ currency: 'KZT', amountMinor: 4_900_000 }],
    });
  });

  it.each<[string, readonly (readonly Plant[])[], Currency[]]>([
    ['one plant in dollars beside others', [times(9), [plant({ currency: 'USD' })]], []],
    [
      'dollars of a stage of their own',
      [times(9), times(3, { currency: 'USD', stage: 'technical-conditions' })],
      ['KZT', 'USD'],
    ],
    ['dollars of a sector of their own', [times(9), times(3, { currency: 'USD', sector: 'textiles' })], ['KZT', 'USD']],
    ['two plants in dollars', [times(9), times(2, { currency: 'USD', stage: 'technical-conditions' })], ['KZT']],
  ])('tells a currency only of projects that are surely enough: %s', (_, plants, currencies) => {
    expect(told(...plants).total?.investment.map(({ currency }) => currency)).toEqual(currencies);
  });

  it('hides the amount of another zone too, where the total would tell the one that is hidden', () => {
    const { zones, total } = told(
      times(4, { zone: 'a', currency: 'USD' }),
      times(5, { zone: 'b', currency: 'USD' }),
      times(5, { zone: 'c' }),
      [plant({ zone: 'c', currency: 'USD', stage: 'construction-start' })],
    );
    expect(total?.investment.map(({ currency }) => currency)).toEqual(['KZT', 'USD']);
    expect(zones.map(({ investment }) => investment.map(({ currency }) => currency))).toEqual([[], ['USD'], ['KZT']]);
  });

  it.each<[string, readonly [number, number][], (number | undefined)[], number | undefined]>([
    [
      'none',
      [
        [4, 0],
        [5, 0],
      ],
      [0, 0],
      0,
    ],
    [
      'enough in each',
      [
        [4, 3],
        [5, 4],
      ],
      [3, 4],
      7,
    ],
    [
      'too few in all',
      [
        [4, 1],
        [5, 1],
      ],
      [undefined, undefined],
      undefined,
    ],
    [
      'too few in one: neither',
      [
        [4, 1],
        [5, 5],
      ],
      [undefined, undefined],
      6,
    ],
    [
      'too few in two that are enough together',
      [
        [4, 1],
        [4, 2],
        [5, 5],
      ],
      [undefined, undefined, 5],
      8,
    ],
  ])('counts what is late: %s', (_, zones, late, all) => {
    const figures = told(
      ...zones.map(([count, overdue], at) => [
        ...times(count - overdue, { zone: `z${String(at)}` }),
        ...times(overdue, { zone: `z${String(at)}`, late: true }),
      ]),
    );
    expect(figures.zones.map((row) => row.late)).toEqual(late);
    expect(figures.total?.late).toBe(all);
  });

  it('says through whom, and names those with too few without a number', () => {
    const zones = zonesOf(times(9), {
      late: [
        { holder: 'office', answers: 4, projects: 3 },
        { holder: 'gas', answers: 9, projects: 2 },
        { holder: 'power', answers: 5, projects: 5 },
      ],
    });
    expect(publicFigures(zones)).toMatchObject({
      late: [
        { holder: 'power', projects: 5 },
        { holder: 'office', projects: 3 },
      ],
      lateFew: ['gas'],
    });
  });

  it('puts quarters together until there are enough starts, and the rest with the last', () => {
    const starts = [
      ['2026-4', 1, 0],
      ['2027-1', 2, 1],
      ['2027-2', 5, 4],
      ['2027-3', 2, 2],
    ] as const;
    const zones = zonesOf(times(10), {
      starts: starts.map(([quarter, projects, behind]) => ({ quarter, projects, behind })),
    });
    expect(publicFigures(zones).starts).toEqual([
      { from: '2026-4', to: '2027-1', projects: 3, behind: undefined },
      { from: '2027-2', to: '2027-3', projects: 7, behind: 6 },
    ]);
    expect(
      publicFigures(zonesOf(times(10), { starts: [{ quarter: '2026-4', projects: 2, behind: 0 }] })).starts,
    ).toEqual([]);
  });

  it('tells how many build, when it is none or enough', () => {
    expect([started(0), started(1), started(2), started(3)]).toEqual([0, undefined, undefined, 3]);
  });
});
