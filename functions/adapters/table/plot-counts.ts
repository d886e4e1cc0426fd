import { countedAs } from '#core/plots/fit.ts';
import { plotStates, type CountedAs, type Plot, type PlotCount, type PlotState } from '#core/plots/plot.ts';
import type { Item } from './items.ts';
import { keys } from './keys.ts';

/** One attribute for the plots of a state and day, one for their square metres: `p free`, `m held 2026-03-02`. */
const nameOf = ({ state, on }: CountedAs): string => (on === undefined ? state : `${state} ${on}`);
const squareMetres = ({ hectares }: Pick<Plot, 'hectares'>): number => Math.round(hectares * 10_000);

/** Amounts to be added to what is counted of a zone. */
function amounts(plots: readonly (readonly [plot: Plot, sign: 1 | -1])[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  const add = (name: string, amount: number) => sums.set(name, (sums.get(name) ?? 0) + amount);
  for (const [plot, sign] of plots) {
    const name = nameOf(countedAs(plot));
    add(`p ${name}`, sign);
    add(`m ${name}`, sign * squareMetres(plot));
  }
  return sums;
}

/** What is counted of a zone from scratch. */
export const countItem = (registerId: string, plots: readonly Plot[]): Item => ({
  ...keys.registerCount(registerId),
  registerId,
  whole: true,
  ...Object.fromEntries(amounts(plots.map((plot) => [plot, 1]))),
});

/** What a plot that is written moves in its zone's counts: in the same transaction, or it is wrong for ever. */
export function movedCount(TableName: string, plot: Plot, before: Plot | undefined): readonly object[] {
  const moved = [...amounts([[plot, 1], ...(before ? [[before, -1] as const] : [])])].filter(([, by]) => by !== 0);
  if (moved.length === 0) return [];
  const at = moved.map((_, place) => String(place));
  return [
    {
      Update: {
        TableName,
        Key: keys.registerCount(plot.registerId),
        UpdateExpression: `ADD ${at.map((place) => `#n${place} :n${place}`).join(', ')}`,
        ExpressionAttributeNames: Object.fromEntries(moved.map(([name], place) => [`#n${String(place)}`, name])),
        ExpressionAttributeValues: Object.fromEntries(moved.map(([, by], place) => [`:n${String(place)}`, by])),
      },
    },
  ];
}

/** Of a zone that was counted from its beginning; of another nothing. */
export function countsIn(item: Item): readonly (readonly [registerId: string, counts: readonly PlotCount[]])[] {
  if (item['whole'] !== true) return [];
  const counts = Object.entries(item).flatMap(([name, amount]): PlotCount[] => {
    const [kind, state, on] = name.split(' ');
    if (kind !== 'p' || !plotStates.includes(state as PlotState) || typeof amount !== 'number' || amount === 0)
      return [];
    const metres = item[`m ${name.slice(2)}`];
    return [
      {
        state: state as PlotState,
        ...(on !== undefined && { on }),
        plots: amount,
        hectares: typeof metres === 'number' ? metres / 10_000 : 0,
      },
    ];
  });
  return [[String(item['SK']), counts]];
}
