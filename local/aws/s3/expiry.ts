import type { DueWork } from '../../clock/timekeeper.ts';
import type { ObjectStore } from './object-store.ts';

interface Rule {
  /** Below which objects are forgotten. */
  readonly prefix: string;
  readonly days: number;
}

const day = 86_400_000;
const portion = 500;

/** S3 rounds up to the next midnight in UTC. Source: S3 user guide, "Expiring objects". */
const goesAt = (cameAt: number, days: number): number => Math.ceil((cameAt + days * day) / day) * day;

/** Forgets, by the host's clock, what has stayed below a prefix for too long, as a lifecycle rule of the bucket does. */
export function expiry(
  store: Pick<ObjectStore, 'list' | 'remove'>,
  { prefix, days }: Rule,
  now: () => number,
): DueWork {
  return {
    makesRoom: true,
    nextAt: () => {
      const [oldest] = store.list(prefix, { limit: 1 });
      return oldest && goesAt(oldest.at, days);
    },
    run: () => {
      for (;;) {
        const gone = store.list(prefix, { limit: portion }).filter(({ at }) => goesAt(at, days) <= now());
        for (const { key } of gone) store.remove(key);
        if (gone.length < portion) return Promise.resolve();
      }
    },
  };
}
