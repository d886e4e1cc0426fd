import { currencies, type Currency } from '../kernel/common.ts';
import type { PipelineView } from '../api/views.ts';
import type { Sector } from '../letter/sector.ts';
import { stageIds, type StageId } from '../stages/stage-id.ts';
import { addUp } from './figures.ts';
import type { LateHolder } from './late-holders.ts';

type Investment = PipelineView['total']['investment'];
type Zones = PipelineView['zones'];

/** Of fewer projects than these nothing is told. */
export const fewest = 3;

/** A count that may be nought; undefined where it is too small to be told, or would tell one that is. */
export type Told = number | undefined;

/** Projects on their path. Jobs and money are rounded to two digits; money only in currencies that enough of the projects surely have. */
export interface PublicSum {
  readonly projects: number;
  readonly late: Told;
  readonly jobs: number;
  readonly investment: Investment;
}

/** `members`: one, or those that only together are enough to be told. */
export type PublicRow<Member extends string> = PublicSum & { readonly members: readonly Member[] };

export interface PublicStart {
  /** Quarters, '2026-4'; the same where one has enough starts of its own. */
  readonly from: string;
  readonly to: string;
  readonly projects: number;
  readonly behind: Told;
}

export interface PublicFigures {
  /** Undefined: there are too few projects to tell anything of. */
  readonly total: PublicSum | undefined;
  readonly started: Told;
  readonly zones: readonly PublicRow<string>[];
  readonly sectors: readonly PublicRow<Sector>[];
  readonly stages: readonly PublicRow<StageId>[];
  /** Late projects by whose answer is late; a project may wait for several. */
  readonly late: readonly { readonly holder: LateHolder; readonly projects: number }[];
  /** Who has too few to be counted apart. */
  readonly lateFew: readonly LateHolder[];
  readonly starts: readonly PublicStart[];
}

interface Cell {
  readonly projects: number;
  readonly jobs: number;
  readonly overdue: number;
  readonly investment: Investment;
}

interface Member<Name extends string> {
  readonly members: readonly Name[];
  readonly projects: number;
  readonly jobs: number;
  readonly overdue: number;
  readonly money: ReadonlyMap<Currency, { readonly amount: number; readonly atLeast: number }>;
}

const sum = (amounts: readonly number[]): number => amounts.reduce((so, one) => so + one, 0);

/** How many projects at least have a currency: all of a cell that knows no other, one of a cell that does. */
const atLeastIn = (cells: readonly Cell[], currency: Currency): number =>
  sum(
    cells.map(({ projects, investment }) => {
      if (!investment.some((one) => one.currency === currency)) return 0;
      return investment.length === 1 ? projects : 1;
    }),
  );

/** @param ways the same projects cut into cells in several ways, of which each tells how many at least have a currency */
function memberOf<Name extends string>(name: Name, ways: readonly (readonly Cell[])[]): Member<Name> {
  const [cells = []] = ways;
  const money = currencies.flatMap((currency): [Currency, { amount: number; atLeast: number }][] => {
    const amount = addUp(
      cells.flatMap(({ investment }) =>
        investment.filter((one) => one.currency === currency).map(({ amountMinor }) => amountMinor),
      ),
    );
    const atLeast = Math.max(...ways.map((way) => atLeastIn(way, currency)));
    return amount === 0 ? [] : [[currency, { amount, atLeast }]];
  });
  return {
    members: [name],
    projects: sum(cells.map(({ projects }) => projects)),
    jobs: sum(cells.map(({ jobs }) => jobs)),
    overdue: sum(cells.map(({ overdue }) => overdue)),
    money: new Map(money),
  };
}

function together<Name extends string>(some: readonly Member<Name>[]): Member<Name> {
  const money = currencies.flatMap((currency): [Currency, { amount: number; atLeast: number }][] => {
    const own = some.flatMap((one) => one.money.get(currency) ?? []);
    const atLeast = sum(own.map((one) => one.atLeast));
    return own.length === 0 ? [] : [[currency, { amount: addUp(own.map(({ amount }) => amount)), atLeast }]];
  });
  return {
    members: some.flatMap(({ members }) => members),
    projects: sum(some.map(({ projects }) => projects)),
    jobs: sum(some.map(({ jobs }) => jobs)),
    overdue: sum(some.map(({ overdue }) => overdue)),
    money: new Map(money),
  };
}

/** Which of some sizes are not told: the small ones, and as many of the next as the total beside them would tell a small one without. */
function hidden(sizes: readonly number[]): ReadonlySet<number> {
  const bySize = [...sizes.entries()].filter(([, size]) => size > 0).toSorted(([, a], [, b]) => a - b);
  const places = new Set<number>();
  let hiddenSum = 0;
  for (const [place, size] of bySize) {
    if (size >= fewest && (hiddenSum === 0 || hiddenSum >= fewest)) break;
    places.add(place);
    hiddenSum += size;
  }
  return places;
}

/** Members with too few projects are told as one, in which there are enough. */
function enough<Name extends string>(members: readonly Member<Name>[]): readonly Member<Name>[] {
  const some = members.filter(({ projects }) => projects > 0);
  const few = hidden(some.map(({ projects }) => projects));
  const others = together(some.filter((_, place) => few.has(place)));
  return [...some.filter((_, place) => !few.has(place)), ...(others.projects >= fewest ? [others] : [])];
}

/** Two digits of a figure: the difference of two looks is no figure of one company. */
function rounded(amount: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, amount))) - 1);
  return Math.round(amount / unit) * unit;
}

/** Counts beside their total: those that are not told are undefined. */
function told(counts: readonly number[]): readonly Told[] {
  const places = hidden(counts);
  return counts.map((count, place) => (places.has(place) ? undefined : count));
}

function rowsOf<Name extends string>(members: readonly Member<Name>[]): readonly PublicRow<Name>[] {
  const rows = enough(members);
  const late = told(rows.map(({ overdue }) => overdue));
  const untold = new Map(
    currencies.map((currency) => [currency, hidden(rows.map(({ money }) => money.get(currency)?.atLeast ?? 0))]),
  );
  return rows.map(({ members: names, projects, jobs, money }, place) => ({
    members: names,
    projects,
    late: late[place],
    jobs: rounded(jobs),
    investment: [...money]
      .filter(([currency]) => untold.get(currency)?.has(place) !== true)
      .map(([currency, { amount }]) => ({ currency, amountMinor: rounded(amount) })),
  }));
}

/** Quarters one after another, as many together as have enough starts. */
function startsOf(zones: Zones): readonly PublicStart[] {
  const quarters = [
    ...Map.groupBy(
      zones.flatMap(({ starts }) => starts),
      ({ quarter }) => quarter,
    ),
  ]
    .map(([quarter, some]) => ({
      from: quarter,
      to: quarter,
      projects: sum(some.map(({ projects }) => projects)),
      behind: sum(some.map(({ behind }) => behind)),
    }))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const spans: (typeof quarters)[number][] = [];
  for (const [place, quarter] of quarters.entries()) {
    const last = spans.at(-1);
    const left = sum(quarters.slice(place).map(({ projects }) => projects));
    if (last === undefined || (last.projects >= fewest && left >= fewest)) spans.push(quarter);
    else
      spans[spans.length - 1] = {
        from: last.from,
        to: quarter.to,
        projects: last.projects + quarter.projects,
        behind: last.behind + quarter.behind,
      };
  }
  return spans.filter(({ projects }) => projects >= fewest).map((one) => ({ ...one, behind: told([one.behind])[0] }));
}

function lateOf(zones: Zones): Pick<PublicFigures, 'late' | 'lateFew'> {
  const holders = [
    ...Map.groupBy(
      zones.flatMap(({ late }) => late),
      ({ holder }) => holder,
    ),
  ]
    .map(([holder, some]) => ({ holder, projects: sum(some.map(({ projects }) => projects)) }))
    .filter(({ projects }) => projects > 0)
    .toSorted((a, b) => b.projects - a.projects);
  return {
    late: holders.filter(({ projects }) => projects >= fewest),
    lateFew: holders.filter(({ projects }) => projects < fewest).map(({ holder }) => holder),
  };
}

const isStage = (bucket: string): bucket is StageId => stageIds.some((stage) => stage === bucket);

/** What anybody may know of the counters of all zones: nothing by which one company, or what it plans, could be told. */
export function publicFigures(zones: Zones): PublicFigures {
  const going = zones.map(({ buckets }) => buckets.filter(({ bucket }) => isStage(bucket)));
  const sectors = zones.flatMap((zone) => zone.sectors);
  const started = zones
    .flatMap(({ buckets }) => buckets)
    .filter(({ bucket }) => bucket === 'construction-started')
    .map(({ projects }) => projects);
  const [total] = rowsOf([memberOf('all', [going.flat(), sectors])]);
  return {
    total,
    started: told([sum(started)])[0],
    zones: rowsOf(zones.map((zone, at) => memberOf(zone.zoneId, [going[at] ?? [], zone.sectors]))),
    sectors: rowsOf(
      [...Map.groupBy(sectors, ({ sector }) => sector)].map(([sector, cells]) => memberOf(sector, [cells])),
    ).toSorted((a, b) => a.members.length - b.members.length || b.projects - a.projects),
    stages: rowsOf(stageIds.map((stage) => memberOf(stage, [going.flat().filter(({ bucket }) => bucket === stage)]))),
    ...lateOf(zones),
    starts: startsOf(zones),
  };
}
