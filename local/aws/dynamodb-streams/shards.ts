import type { Checkpoint } from './checkpoint.ts';
import type { StreamClient } from './client.ts';
import type { OpenShard } from './shard.ts';

export interface Shards {
  /** Reads one page of each; returns how much came of it, 0 when there was nothing new. */
  look(): Promise<number>;
  readonly open: number;
  settled(): Promise<void>;
  only(): string | undefined;
}

interface Options {
  readonly client: StreamClient;
  readonly checkpoint: Checkpoint;
  readonly openShard: (id: string) => OpenShard;
}

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
      let count = 0;
      for (const [id, shard] of reading) {
        const read = await shard.read();
        count += read === 'end' ? await end(id, shard) : read;
      }
      return count;
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
