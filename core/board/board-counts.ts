import { contractOf } from '../docket/steps.ts';
import type { Count } from '../figures/figures.ts';
import type { Currency } from '../kernel/common.ts';
import { height, highestOf } from '../ladder/apply-ladder.ts';
import { rungs, type Rung } from '../ladder/ladder-facts.ts';
import type { Sector } from '../letter/sector.ts';
import type { Aggregate, Project } from '../project/project.ts';

/** `path`: before the start of construction; `not-stated`: started, and nobody has said how far it is. */
export const boardStates = ['path', 'not-stated', ...rungs] as const;
export type BoardState = (typeof boardStates)[number];

/** Under which forum a project is counted that came from none. */
export const noForum = '-';

/** Each project once by its sector and once by its forum. */
export type BuiltMember = `sector ${Sector} ${BoardState}` | `forum ${string} ${BoardState}`;

/** `area` in square metres; `unmeasured`: projects of which it is not known; `confirmed`: whose rung a second body has confirmed. */
export const builtWhats = ['projects', 'jobs', 'confirmed', 'area', 'unmeasured'] as const;

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
  return [
    ['projects', 1],
    ['jobs', jobs],
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
