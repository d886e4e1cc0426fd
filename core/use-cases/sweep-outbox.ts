import type { OutboxRow } from '../contracts/outbox.ts';
import type { Ports } from '../ports/index.ts';
import { runLane } from './run-lane.ts';

/** Lanes one sweep takes; the next sweep goes on. */
const lanesPerSweep = 500;

/** Tries again what failed and is due, and what the stream forgot. Gives the number of errands done. */
export async function sweepOutbox(
  ports: Parameters<typeof runLane>[0] & Pick<Ports, 'outbox'>,
  now: number,
  onFailure: (row: OutboxRow, error: unknown) => void,
  onLaneFailure: (laneId: string, error: unknown) => void,
): Promise<number> {
  let done = 0;
  for (const laneId of await ports.outbox.dueLanes(now, lanesPerSweep)) {
    try {
      done += await runLane(ports, laneId, now, onFailure);
    } catch (error) {
      onLaneFailure(laneId, error);
    }
  }
  return done;
}
