import { contractOf } from '../docket/steps.ts';
import type { Count } from '../figures/figures.ts';
import type { Currency } from '../kernel/common.ts';
import { height, highestOf } from '../ladder/apply-ladder.ts';
import { rungs, type Rung } from '../ladder/ladder-facts.ts';
import type { Sector } from '../letter/sector.ts';
import { owedMoney, type OwedFigures } from '../obligations/obligation-facts.ts';
import { addedFigures, inYear, jobsThere } from '../obligations/obligations.ts';
import type { Aggregate, Project } from '../project/project.ts';

/** `path`: before the start of construction; `not-stated`: started, and nobody has said how far it is. */
export const boardStates = ['path', 'not-stated', ...rungs] as const;
export type BoardState = (typeof boardStates)[number];

/** Under which forum a project is counted that came from none. */
export const noForum = '-';

/** Each project once by its sector and once by its forum. */
export type BuiltMember = `sector ${Sector} ${BoardState}` | `forum ${string} ${BoardState}`;

/** `area` in square metres; `unmeasured`: projects of which it is not known; `confirmed`: whose rung a second body has confirmed; `there`: jobs as last reported, by `told` projects. */
export const builtWhats = ['projects', 'jobs', 'confirmed', 'area', 'unmeasured', 'there', 'told'] as const;

export type BuiltCounter = {
  readonly group: 'built';
  readonly member: BuiltMember;
  readonly what: (typeof builtWhats)[number] | Currency;
};

export const isRoofed = (state: BoardState): boolean =>
  state !== 'path' && state !== 'not-stated' && height(state) >= height('roof');

export const isInConstruction = (state: BoardState): boolean =>
  state !== 'path' && state !== 'not-stated' && !isRoofed(state);

function startedAs({ ending, built }: Project): Rung | 'not-stated' | undefined {
  return ending === 'construction-started' ? (highestOf(built)?.rung ?? 'not-stated') : undefined;
}

const squareMetres = 10_000;

function amountsOf(aggregate: Aggregate): readonly (readonly [BuiltCounter['what'], number])[] {
  const { project } = aggregate;
  const contract = contractOf(aggregate);
  const area: readonly [BuiltCounter['what'], number] =
    contract?.hectares === undefined ? ['unmeasured', 1] : ['area', Math.round(contract.hectares * squareMetres)];
  // On its path a project is counted elsewhere; here only the land that it has by contract.
  if (project.ending === undefined) return contract ? [['projects', 1], area] : [];
  const { investment, jobs } = project.figures;
  const there = project.obligations && jobsThere(project.obligations);
  return [
    ['projects', 1],
    ['jobs', jobs],
    ...(there === undefined
      ? []
      : ([
          ['there', there],
          ['told', 1],
        ] as const)),
    ['confirmed', highestOf(project.built)?.confirmed ? 1 : 0],
    [investment.currency, investment.amountMinor],
    area,
  ];
}

/** How far the projects of a zone are built. What ended otherwise is on no board. */
export function builtCounts(aggregate: Aggregate): readonly Count[] {
  const { project } = aggregate;
  const state = project.ending === undefined ? 'path' : startedAs(project);
  if (state === undefined) return [];
  const members: readonly BuiltMember[] = [
    `sector ${project.sector} ${state}`,
    `forum ${project.forum ?? noForum} ${state}`,
  ];
  return amountsOf(aggregate).flatMap(([what, amount]) =>
    members.map((member): Count => ({ group: 'built', member, what, amount })),
  );
}

export const owedSides = ['planned', 'reported', 'confirmed'] as const;
export type OwedSide = (typeof owedSides)[number];

/** By year: `2026 output confirmed`; `2026 missing`: projects of which a report is. */
export type OwedCounter = {
  readonly group: 'owed';
  readonly member: `${number} ${(typeof owedMoney)[number] | 'jobs'} ${OwedSide}` | `${number} missing`;
  readonly what: 'projects' | 'jobs' | Currency;
};

function sideCounts(year: number, side: OwedSide, figures: OwedFigures | undefined): readonly Count[] {
  if (figures === undefined) return [];
  const money = owedMoney.flatMap((field): Count[] => {
    const amount = figures[field];
    return amount
      ? [{ group: 'owed', member: `${year} ${field} ${side}`, what: amount.currency, amount: amount.amountMinor }]
      : [];
  });
  return figures.jobs === undefined
    ? money
    : [...money, { group: 'owed', member: `${year} jobs ${side}`, what: 'jobs', amount: figures.jobs }];
}

/** What the contracts of projects that are being built, or are, promise by year, and what is reported and confirmed of it. */
export function owedCounts({ project }: Aggregate): readonly Count[] {
  const { obligations, ending } = project;
  if (obligations === undefined || ending !== 'construction-started') return [];
  return obligations.years.flatMap(({ year, planned }): readonly Count[] => {
    const own = inYear(obligations, year);
    const isMissing = obligations.missing.some((one) => one.rung !== undefined && one.period.startsWith(String(year)));
    return [
      ...sideCounts(year, 'planned', planned),
      ...sideCounts(year, 'reported', addedFigures(own.map(({ reported }) => reported))),
      ...sideCounts(year, 'confirmed', addedFigures(own.flatMap(({ confirmed }) => confirmed ?? []))),
      ...(isMissing
        ? [{ group: 'owed' as const, member: `${year} missing` as const, what: 'projects' as const, amount: 1 }]
        : []),
    ];
  });
}
