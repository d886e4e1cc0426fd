import { addUp, type Count } from '../figures/figures.ts';
import { unexplainedOf } from '../figures/stated.ts';
import { rolesAt, type Actor } from '../kernel/actor.ts';
import { currencies, type Currency } from '../kernel/common.ts';
import type { Ports } from '../kernel/ports.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { sectors, type Sector } from '../letter/sector.ts';
import { today } from '../project/zone-context.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';
import type { Stated, Zone } from '../reference/reference.ts';
import { stageIds } from '../stages/stage-id.ts';
import { boardStates, isInConstruction, isRoofed, noForum, type BoardState, type OwedSide } from './board-counts.ts';
import type { BoardRow, BoardView, StatedView } from './board-view.ts';

export type BoardPorts = Pick<Ports, 'counts' | 'reference'>;

export interface ViewBoard {
  readonly actor: Actor;
  readonly now: number;
  readonly zoneId?: string | undefined;
}

/** What is counted of some projects, whichever counters it comes from. */
interface Counted {
  readonly state: BoardState;
  readonly sector?: Sector | undefined;
  /** The forum of one zone. */
  readonly forum?: string | undefined;
  readonly what: 'projects' | 'jobs' | 'confirmed' | 'area' | 'unmeasured' | 'there' | 'told' | Currency;
  readonly amount: number;
}

const isOfPath = (what: string): what is 'projects' | 'jobs' | Currency =>
  what === 'projects' || what === 'jobs' || (currencies as readonly string[]).includes(what);

/** Of projects on their path the zone's own counters tell how many there are; those of the board only what land they have. */
function ofBoard(counts: readonly Count[]): readonly Counted[] {
  return counts.flatMap((count): Counted[] => {
    if (count.group !== 'built') return [];
    const [by, of = '', state] = count.member.split(' ') as ['sector' | 'forum', string, BoardState];
    const { what, amount } = count;
    if (state === 'path' && what !== 'area' && what !== 'unmeasured') return [];
    return [{ state, what, amount, ...(by === 'sector' ? { sector: of as Sector } : { forum: of }) }];
  });
}

function ofPath(counts: readonly Count[]): readonly Counted[] {
  const own = counts.flatMap((count): Counted[] => {
    const { group, member, what, amount } = count;
    if (!isOfPath(what)) return [];
    if (group === 'sector') return [{ state: 'path', sector: member as Sector, what, amount }];
    return group === 'forum' ? [{ state: 'path', forum: member, what, amount }] : [];
  });
  const all = counts.filter(
    (count) =>
      count.group === 'stage' && (stageIds as readonly string[]).includes(count.member) && isOfPath(count.what),
  );
  // Those of no forum are the others.
  const rest = (['projects', 'jobs', ...currencies] as const).map((what): Counted => {
    const sum = (some: readonly { readonly what: string; readonly amount: number }[]) =>
      addUp(some.filter((one) => one.what === what).map(({ amount }) => amount));
    return { state: 'path', forum: noForum, what, amount: sum(all) - sum(own.filter(({ forum }) => forum)) };
  });
  return [...own, ...rest];
}

const hectares = (area: number): number => Math.round(area) / 10_000;

function rowsOf(counted: readonly Counted[]): BoardRow[] {
  return boardStates.flatMap((state): BoardRow[] => {
    const own = counted.filter((one) => one.state === state);
    const of = (what: Counted['what']) => addUp(own.filter((one) => one.what === what).map(({ amount }) => amount));
    const row: BoardRow = {
      state,
      count: of('projects'),
      confirmed: of('confirmed'),
      money: currencies
        .map((currency) => ({ amountMinor: of(currency), currency }))
        .filter(({ amountMinor }) => amountMinor !== 0),
      jobs: of('jobs'),
      hectares: hectares(of('area')),
      hectaresNotStated: of('unmeasured'),
    };
    return row.count === 0 ? [] : [row];
  });
}

const sumOver = (
  rows: readonly BoardRow[],
  is: (state: BoardState) => boolean,
  of: (row: BoardRow) => number,
): number => addUp(rows.filter(({ state }) => is(state)).map(of));

const every = () => true;
const isState = (wanted: BoardState) => (state: BoardState) => state === wanted;

function summaryOf(rows: readonly BoardRow[]): BoardView['summary'] {
  const of = (is: (state: BoardState) => boolean) => sumOver(rows, is, ({ count }) => count);
  return {
    count: of(every),
    roofed: of(isRoofed),
    inConstruction: of(isInConstruction),
    notStated: of(isState('not-stated')),
    beforeStart: of(isState('path')),
  };
}

function landOf(rows: readonly BoardRow[]): BoardView['land'] {
  const of = (is: (state: BoardState) => boolean) => hectares(sumOver(rows, is, (row) => row.hectares * 10_000));
  return {
    taken: of(every),
    built: of(isRoofed),
    inConstruction: of(isInConstruction),
    idle: of((state) => !isRoofed(state) && !isInConstruction(state)),
    notStated: sumOver(rows, every, (row) => row.hectaresNotStated),
  };
}

/** A money total of a source is in whole units. */
const wholeOf = (rows: readonly BoardRow[], unit: Stated['unit']): number =>
  addUp(rows.flatMap(({ money }) => money.filter(({ currency }) => currency === unit)).map((one) => one.amountMinor)) /
  100;

function computedOf({ beside, unit }: Stated, rows: readonly BoardRow[]): number | undefined {
  switch (beside) {
    case 'projects':
      return summaryOf(rows).count;
    case 'jobs':
      return sumOver(rows, every, ({ jobs }) => jobs);
    case 'investment':
      return wholeOf(rows, unit);
    case 'land':
      return landOf(rows).taken;
    default:
      return undefined;
  }
}

/** Confirmed output of a year, in whole units. */
const outputIn = (obligations: Obligations, year: number, unit: Stated['unit']): number =>
  addUp(
    obligations
      .filter((one) => one.year === year)
      .flatMap(({ confirmed }) => confirmed.output.filter(({ currency }) => currency === unit))
      .map(({ amountMinor }) => amountMinor),
  ) / 100;

function statedView(one: Stated, rows: readonly BoardRow[], obligations: Obligations): StatedView {
  const { roofed, inConstruction } = summaryOf(rows);
  const unexplained = unexplainedOf(one);
  const output = one.parts.flatMap(({ outputOf }) =>
    outputOf === undefined ? [] : [outputIn(obligations, outputOf, one.unit)],
  );
  const computed = one.beside === 'output' ? addUp(output) : computedOf(one, rows);
  const ofPart = { roofed, 'in-construction': inConstruction };
  return {
    ...one,
    parts: one.parts.map(({ names, amount, is, outputOf }) => ({
      names,
      amount,
      ...(is && { computed: ofPart[is] }),
      ...(outputOf !== undefined && { computed: outputIn(obligations, outputOf, one.unit) }),
    })),
    ...(unexplained !== undefined && { unexplained }),
    ...(computed !== undefined && { computed, difference: Math.round((one.total - computed) * 100) / 100 }),
  };
}

function jobsOf(rows: readonly BoardRow[], counted: readonly Counted[]): BoardView['jobs'] {
  const of = (what: 'there' | 'told') => addUp(counted.filter((one) => one.what === what).map(({ amount }) => amount));
  const told = of('told');
  const started = sumOver(
    rows,
    (state) => state !== 'path',
    ({ count }) => count,
  );
  return {
    promised: sumOver(rows, every, ({ jobs }) => jobs),
    ...(told > 0 && { there: of('there') }),
    notReported: started - told,
  };
}

type Obligations = BoardView['obligations'];

function sideOf(own: readonly Extract<Count, { group: 'owed' }>[], year: number, side: OwedSide) {
  const money = (field: string) =>
    currencies
      .map((currency) => ({
        currency,
        amountMinor: addUp(
          own
            .filter(({ member, what }) => member === `${year} ${field} ${side}` && what === currency)
            .map(({ amount }) => amount),
        ),
      }))
      .filter(({ amountMinor }) => amountMinor !== 0);
  return {
    investment: money('investment'),
    output: money('output'),
    export: money('export'),
    jobs: addUp(own.filter(({ member }) => member === `${year} jobs ${side}`).map(({ amount }) => amount)),
  };
}

function obligationsOf(counts: readonly Count[]): Obligations {
  const own = counts.filter((count) => count.group === 'owed');
  const years = [...new Set(own.map(({ member }) => Number(member.slice(0, 4))))].toSorted((a, b) => a - b);
  return years.map((year) => ({
    year,
    planned: sideOf(own, year, 'planned'),
    reported: sideOf(own, year, 'reported'),
    confirmed: sideOf(own, year, 'confirmed'),
    missing: addUp(own.filter(({ member }) => member === `${year} missing`).map(({ amount }) => amount)),
  }));
}

interface OfZone {
  readonly on: string;
  readonly zone: Zone;
  readonly counted: readonly Counted[];
  readonly board: readonly Count[];
  readonly stated: readonly Stated[];
}

async function lookAt(ports: BoardPorts, { zoneId }: Pick<Zone, 'zoneId'>, now: number): Promise<OfZone> {
  const [context, found, counts, board] = await Promise.all([
    zoneContextOf(ports, zoneId, now),
    ports.reference.setting(zoneId),
    ports.counts.of(zoneId),
    ports.counts.board(zoneId),
  ]);
  if (context === undefined || found === undefined) throw new Error(`Zone ${zoneId} is listed and has no setting`);
  return {
    on: today(context),
    zone: context.zone,
    counted: [...ofPath(counts), ...ofBoard(board)],
    board,
    stated: found.stated,
  };
}

function yearOf({ forums }: Zone, forum: string): number | undefined {
  const day = forums.find(({ forumId }) => forumId === forum)?.firstDay;
  return day === undefined ? undefined : Number(day.slice(0, 4));
}

function yearsOf(zones: readonly OfZone[]): BoardView['years'] {
  const all = zones.flatMap(({ zone, counted }) =>
    counted.flatMap((one) => (one.forum === undefined ? [] : [{ ...one, year: yearOf(zone, one.forum) }])),
  );
  return [...Map.groupBy(all, ({ year }) => year)]
    .toSorted(([a = 0], [b = 0]) => b - a)
    .map(([year, some]) => ({ ...(year !== undefined && { year }), rungs: rowsOf(some) }))
    .filter(({ rungs }) => rungs.length > 0);
}

/**
 * How far the projects of a zone, or of all that the reader has, are built: out of counters alone, so it costs the same at any number of
 * projects. Fails with `not-found` (no role in the zone that is named).
 */
export async function viewBoard(ports: BoardPorts, { actor, now, zoneId }: ViewBoard): Promise<Result<BoardView>> {
  const memberships = actor.kind === 'staff' ? actor.memberships : [];
  const shown = (await ports.reference.zones()).filter(
    (zone) => rolesAt(memberships, zone).length > 0 && (zoneId === undefined || zone.zoneId === zoneId),
  );
  if (shown.length === 0) return fail({ kind: 'not-found' });
  const zones = await Promise.all(shown.map((zone) => lookAt(ports, zone, now)));
  const bySector = zones.flatMap(({ counted }) => counted).filter(({ sector }) => sector !== undefined);
  const rungs = rowsOf(bySector);
  return ok({
    on: zones.map(({ on }) => on).reduce((a, b) => (a > b ? a : b)),
    zones: shown.map(({ zoneId: id, names }) => ({ zoneId: id, names })),
    rungs,
    summary: summaryOf(rungs),
    sectors: sectors
      .map((sector) => ({ sector, rungs: rowsOf(bySector.filter((one) => one.sector === sector)) }))
      .filter((one) => one.rungs.length > 0),
    years: yearsOf(zones),
    land: landOf(rungs),
    jobs: jobsOf(rungs, bySector),
    obligations: obligationsOf(zones.flatMap(({ board }) => board)),
    stated: zones.flatMap(({ stated, counted, board }) => {
      const rows = rowsOf(counted.filter(({ sector }) => sector !== undefined));
      return stated.map((one) => statedView(one, rows, obligationsOf(board)));
    }),
  });
}
