import type { LetterOfIntent } from '#core/letter/letter-of-intent.ts';
import type { Sector } from '#core/letter/sector.ts';
import type { Contract } from '#core/docket/docket-facts.ts';
import type { Rung, TakenOverBuilt } from '#core/ladder/ladder-facts.ts';
import type { StageId } from '#core/stages/stage-id.ts';
import { letterOf } from './demo-letters.ts';
import type { Production } from './demo-words.ts';

export interface DemoProject {
  readonly letter: LetterOfIntent;
  readonly stage: StageId;
  readonly receivedOn: string;
  readonly contract?: Contract | undefined;
  readonly built?: TakenOverBuilt | undefined;
  /** Confirmed output by year, in whole units. */
  readonly output?: Readonly<Record<number, number>> | undefined;
  /** Whether the docket of its contract is open. */
  readonly frozen?: boolean;
}

function split(total: number, parts: number): readonly number[] {
  const weights = Array.from({ length: parts }, (_, at) => 1 + ((at * 37) % 17) / 4);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const shares = weights.map((weight) => Math.floor((total * weight) / sum));
  const rest = total - shares.reduce((all, share) => all + share, 0);
  return shares.map((share, at) => (at === 0 ? share + rest : share));
}

const productions: readonly (readonly [Production, Sector])[] = [
  ['floors', 'construction-materials'],
  ['rebar', 'metals'],
  ['laminate', 'wood'],
  ['lifts', 'machinery'],
  ['packaging', 'paper'],
  ['garments', 'textiles'],
  ['furniture', 'wood'],
  ['juices', 'food'],
  ['bricks', 'construction-materials'],
  ['cement-additives', 'chemicals'],
];

const productionAt = (at: number): { readonly production: Production; readonly sector: Sector } => {
  const [production, sector] = productions[at % productions.length] ?? ['floors', 'construction-materials'];
  return { production, sector };
};

interface Group {
  readonly zoneId: string;
  readonly currency: 'KZT' | 'UZS';
  readonly investment: number;
  readonly jobs: number;
  readonly receivedOn: string;
  readonly wantedStart: string;
  /** Where the first letters of the group came from, and how many. */
  readonly forum?: { readonly forumId: string; readonly letters: number };
  readonly stages: readonly (readonly [StageId, number])[];
  /** Of the last of them: signed, and its construction has not begun in time. */
  readonly contract?: Contract;
  /** Whose construction has started, by the rung that the office's list knows: how many, and the hectares of each. */
  readonly built?: readonly (readonly [Rung | undefined, number, number])[];
  readonly startedOn?: string;
  /** Of the first of these. */
  readonly output?: readonly Readonly<Record<number, number>>[];
}

function builtOf(
  { receivedOn, startedOn = receivedOn, zoneId }: Group,
  one: { readonly rung: Rung | undefined; readonly hectares: number } | undefined,
  at: number,
): Partial<DemoProject> {
  if (one === undefined) return {};
  return {
    receivedOn: startedOn,
    built: { on: startedOn, ...(one.rung && { rung: one.rung }) },
    contract: {
      number: `${zoneId.slice(0, 3).toUpperCase()}-${String(at + 1)}`,
      date: startedOn,
      from: startedOn,
      startBy: startedOn,
      until: `${String(Number(startedOn.slice(0, 4)) + 25)}${startedOn.slice(4)}`,
      hectares: one.hectares,
    },
  };
}

function projectsOf(group: Group): readonly DemoProject[] {
  const stages = group.stages.flatMap(([stage, count]) => Array.from({ length: count }, () => stage));
  const built = (group.built ?? []).flatMap(([rung, count, hectares]) =>
    Array.from({ length: count }, () => ({ rung, hectares })),
  );
  const all = stages.length + built.length;
  const investments = split(group.investment, all);
  const jobs = split(group.jobs, all);
  return Array.from({ length: all }, (_, at) => ({
    stage: stages[at] ?? ('construction-start' as const),
    receivedOn: group.receivedOn,
    ...(group.contract && at === stages.length - 1 && { contract: group.contract, frozen: true }),
    ...builtOf(group, built[at - stages.length], at),
    ...(at >= stages.length && { output: group.output?.[at - stages.length] }),
    letter: letterOf({
      ...productionAt(at),
      zoneId: group.zoneId,
      place: at + 1,
      investment: investments[at] ?? 0,
      currency: group.currency,
      jobs: jobs[at] ?? 0,
      language: group.currency === 'UZS' ? 'uz' : 'kk',
      utilities:
        at % 3 === 0
          ? { power: { kilowatts: 400 + at * 10 }, gas: { cubicMetresPerHour: 120 } }
          : { power: { kilowatts: 250 + at * 10 }, water: { cubicMetresPerDay: 20 } },
      wantedStart: group.wantedStart,
      ...(group.forum && at < group.forum.letters && { forum: group.forum.forumId }),
    }),
  }));
}

/**
 * Facts of five public sources; totals are computed from them: Turkistan 82 projects, 120 bn KZT; Kokand 64, 266 bn
 * UZS, 2,500 jobs, of which 16 roofed and 33 in construction, so 15 are not stated; Kyzylorda 11, 128.8 bn KZT, output of three years. Which rung,
 * how many hectares and the rest is ours.
 */
export const demoProjects: readonly DemoProject[] = [
  ...projectsOf({
    zoneId: 'turkistan',
    currency: 'KZT',
    investment: 120_000_000_000,
    jobs: 6200,
    receivedOn: '2025-09-15',
    wantedStart: '2026-09-01',
    forum: { forumId: 'turkistan-invest-2025', letters: 18 },
    stages: [
      ['council-approval', 18],
      ['contract-and-land', 24],
      ['technical-conditions', 22],
      ['design-documentation', 18],
    ],
  }),
  ...projectsOf({
    zoneId: 'kokand',
    currency: 'UZS',
    investment: 266_000_000_000,
    jobs: 2500,
    receivedOn: '2025-06-02',
    wantedStart: '2026-06-01',
    stages: [],
    startedOn: '2021-03-15',
    built: [
      ['production', 4, 1.2],
      ['equipment', 5, 0.8],
      ['roof', 7, 0.9],
      ['frame', 14, 0.7],
      ['foundation', 12, 0.6],
      ['site', 7, 0.5],
      [undefined, 15, 0.5],
    ],
  }),
  ...projectsOf({
    zoneId: 'kyzylorda',
    currency: 'KZT',
    investment: 128_800_000_000,
    jobs: 1900,
    receivedOn: '2025-07-01',
    wantedStart: '2026-07-01',
    stages: [
      ['contract-and-land', 3],
      ['design-documentation', 3],
      ['expertise', 1],
    ],
    startedOn: '2017-04-03',
    built: [
      ['full-capacity', 1, 118],
      ['production', 2, 46],
      ['frame', 1, 42],
    ],
    // 1.2 bn of 2018, 9.2 of 2019, 12.5 of 2020: 22.9 of the 23.8 that the source states. Which plant it was is ours.
    output: [
      { 2018: 1_200_000_000, 2019: 5_200_000_000, 2020: 6_000_000_000 },
      { 2019: 4_000_000_000, 2020: 4_500_000_000 },
      { 2020: 2_000_000_000 },
    ],
    contract: {
      number: 'D-14',
      date: '2025-08-11',
      until: '2050-08-11',
      from: '2025-08-11',
      startBy: '2025-11-14',
      hectares: 6.2,
      cadastralNumber: '10-155-042-318',
      leaseNumber: 'Z-96',
    },
  }),
];
