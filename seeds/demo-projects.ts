import type { LetterOfIntent } from '#core/letter/letter-of-intent.ts';
import type { Sector } from '#core/letter/sector.ts';
import type { Contract } from '#core/docket/docket-facts.ts';
import type { StageId } from '#core/stages/stage-id.ts';
import { letterOf } from './demo-letters.ts';
import type { Production } from './demo-words.ts';

export interface DemoProject {
  readonly letter: LetterOfIntent;
  readonly stage: StageId;
  readonly receivedOn: string;
  readonly contract?: Contract | undefined;
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
}

function projectsOf(group: Group): readonly DemoProject[] {
  const stages = group.stages.flatMap(([stage, count]) => Array.from({ length: count }, () => stage));
  const investments = split(group.investment, stages.length);
  const jobs = split(group.jobs, stages.length);
  return stages.map((stage, at) => ({
    stage,
    receivedOn: group.receivedOn,
    ...(group.contract && at === stages.length - 1 && { contract: group.contract }),
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
 * UZS, 2,500 jobs, 15 of them unexplained (here: still at technical conditions); Kyzylorda 11, 128.8 bn KZT. The rest
 * is ours.
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
    stages: [
      ['technical-conditions', 15],
      ['construction-start', 49],
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
      ['design-documentation', 4],
      ['expertise', 4],
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
