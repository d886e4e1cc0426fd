import type { OutboxRow } from './outbox.ts';
import { runPartition } from './run-partition.ts';

const partitionsPerSweep = 500;

const sideBySide = 8;

/** What failed and is due, and what the stream forgot. `now` goes on meanwhile. Gives the number of messages done. */
export async function sweepOutbox(
  ports: Parameters<typeof runPartition>[0],
  now: () => number,
  onFailure: (row: OutboxRow, error: unknown) => void,
  onPartitionFailure: (laneId: string, error: unknown) => void,
): Promise<number> {
  const partitions = [...(await ports.outbox.dueLanes(now(), partitionsPerSweep))];
  let done = 0;
  const worker = async (): Promise<void> => {
    for (let laneId = partitions.shift(); laneId !== undefined; laneId = partitions.shift()) {
      try {
        done += await runPartition(ports, laneId, now(), onFailure);
      } catch (error) {
        onPartitionFailure(laneId, error);
      }
    }
  };
  await Promise.all(Array.from({ length: sideBySide }, worker));
  return done;
}
