import type { Checkpoint } from './checkpoint.ts';
import type { StreamClient } from './client.ts';
import type { OpenShard } from './shard.ts';

export interface Shards {
  /** Reads one page of each; tells how much came of it, and whether there may be more. */
  look(): Promise<{ readonly found: number; readonly more: boolean }>;
  readonly open: number;
  settled(): Promise<void>;
  only(): string | undefined;
}

interface Options {
  readonly client: StreamClient;
  readonly checkpoint: Checkpoint;
  readonly openShard: (id: string) => OpenShard;
}

/** Records; a page with fewer than these was the last one of what was there. Source: GetRecords gives at most 1,000, or 1 MB, and no record of keys is larger than 8 KB. */
const fullPage = 125;

/** Reads a shard only when its parent is read to the end and dealt with: a child continues its parent's keys. */
export function openShards({ client, checkpoint, openShard }: Options): Shards {
  const reading = new Map<string, OpenShard>();
  let isStale = true;
  const find = async () => {
    const found = await client.shards();
    const isOver = (id: string | undefined) =>
      id === undefined || checkpoint.of(id).finished === true || !found.some((shard) => shard.id === id);
    for (const { id, parent } of found) {
      if (!reading.has(id) && !checkpoint.of(id).finished && isOver(parent)) reading.set(id, openShard(id));
    }
    isStale = false;
  };
  const end = async (id: string, shard: OpenShard): Promise<number> => {
    await shard.settled();
    if (shard.open > 0) return 0;
    checkpoint.save(id, { ...checkpoint.of(id), finished: true });
    reading.delete(id);
    isStale = true;
    return 1;
  };
  return {
    async look() {
      if (isStale) await find();
      let [found, more] = [0, false];
      for (const [id, shard] of reading) {
        const read = await shard.read();
        found += read === 'end' ? await end(id, shard) : read;
        more ||= read === 'end' || read >= fullPage;
      }
      return { found, more };
    },
    get open() {
      return [...reading.values()].reduce((sum, shard) => sum + shard.open, 0);
    },
    async settled() {
      await Promise.all([...reading.values()].map((shard) => shard.settled()));
    },
    only: () => (reading.size === 1 ? [...reading.keys()][0] : undefined),
  };
}
