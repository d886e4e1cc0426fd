import type { Page } from '#core/kernel/ports.ts';
import type { Item } from './items.ts';
import { encodeKey } from './paging.ts';

/** Index entries looked at for one page (ours): at some 250 bytes each 16 read units, and the items behind them. */
export const mostLooked = 500;
/** A batch read takes 100 items. */
export const batch = 100;

/** Entries of an index in order, and where they end for now; undefined at the end. */
export interface Batch {
  readonly items: readonly Item[];
  readonly last?: Record<string, unknown> | undefined;
}

/** A page begins after the last entry of the one before, so nothing comes twice. `load`: undefined: does not fit. */
export async function walk<Entry>(
  { limit, after }: { readonly limit: number; readonly after: Record<string, unknown> | undefined },
  read: (after: Record<string, unknown> | undefined) => Promise<Batch>,
  load: (items: readonly Item[]) => Promise<readonly (Entry | undefined)[]>,
): Promise<Page<Entry>> {
  const found: { readonly entry: Entry; readonly at: Item }[] = [];
  let from = after;
  for (let looked = 0; ;) {
    const { items, last } = await read(from);
    const loaded = await load(items);
    for (const [place, at] of items.entries()) {
      const entry = loaded[place];
      if (entry !== undefined) found.push({ entry, at });
    }
    looked += items.length;
    const entries = found.slice(0, limit).map(({ entry }) => entry);
    const end = found[limit - 1];
    if (found.length > limit && end) return { entries, next: encodeKey(end.at) };
    if (last === undefined) return { entries };
    if (looked >= mostLooked) return { entries, next: encodeKey(end && found.length === limit ? end.at : last) };
    from = last;
  }
}
