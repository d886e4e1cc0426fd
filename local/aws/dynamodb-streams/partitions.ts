import { createHash } from 'node:crypto';

export interface Piece<T> {
  readonly record: T;
  readonly finish: () => void;
}

export interface Partitions<T> {
  add(key: string, piece: Piece<T>): void;
  /** Resolves when no partition has anything left, or all have stopped. */
  settled(): Promise<void>;
}

interface Options<T> {
  readonly count: number;
  readonly batchSize: number;
  /** Deals with a batch; a rejection stops the partition with the batch unfinished. */
  readonly process: (records: readonly T[]) => Promise<void>;
}

/** Lambda's parallelization factor: batches of different keys side by side, records of one key in order. */
export function openPartitions<T>({ count, batchSize, process }: Options<T>): Partitions<T> {
  const queues = Array.from({ length: count }, (): Piece<T>[] => []);
  const running = new Map<number, Promise<void>>();
  const work = async (queue: Piece<T>[]) => {
    while (queue.length > 0) {
      const batch = queue.slice(0, batchSize);
      await process(batch.map(({ record }) => record));
      queue.splice(0, batch.length);
      for (const { finish } of batch) finish();
    }
  };
  return {
    add(key, piece) {
      const partition = createHash('md5').update(key).digest().readUInt32BE() % count;
      const queue = queues[partition];
      if (!queue) return;
      queue.push(piece);
      if (running.has(partition)) return;
      // In the next turn, so that what arrives together travels together.
      const end = Promise.resolve()
        .then(() => work(queue))
        .then(
          () => void running.delete(partition),
          () => undefined,
        );
      running.set(partition, end);
    },
    async settled() {
      await Promise.all(running.values());
    },
  };
}
