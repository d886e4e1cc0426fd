import { draftFileDays } from '#core/domain/rules/upload-budgets.ts';
import type { DueWork } from '../../clock/timekeeper.ts';
import type { Shelf } from './shelf.ts';

/** What is brought lies here until a use case keeps it. */
export const incoming = 'incoming/';

const day = 86_400_000;
/** A day longer than the table knows of it (as the bucket's lifecycle rule has it): what has a record has its bytes. */
export const daysIncoming = draftFileDays + 1;
const portion = 500;

/** S3 rounds up to the next midnight in UTC. Source: S3 user guide, "Expiring objects". */
const goesAt = (cameAt: number): number => Math.ceil((cameAt + daysIncoming * day) / day) * day;

/** Forgets, by the host's clock, what was brought and has stayed below `incoming/` for too long. */
export function expiry(shelf: Pick<Shelf, 'list' | 'remove'>, now: () => number): DueWork {
  return {
    makesRoom: true,
    nextAt: () => {
      const [oldest] = shelf.list(incoming, { limit: 1 });
      return oldest && goesAt(oldest.at);
    },
    run: () => {
      for (;;) {
        const gone = shelf.list(incoming, { limit: portion }).filter(({ at }) => goesAt(at) <= now());
        for (const { key } of gone) shelf.remove(key);
        if (gone.length < portion) return Promise.resolve();
      }
    },
  };
}
