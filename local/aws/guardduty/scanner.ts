import type { StoredObject } from '../s3/object-index.ts';
import type { ObjectStore } from '../s3/object-store.ts';
import type { Verdict } from './clamd.ts';

export interface Scanner {
  readonly wake: () => void;
  /** Resolves when nothing is looked at and what waits waits for the scanner to come back. */
  readonly settled: () => Promise<void>;
  /** Ends the look under way and leaves the others for the next start. */
  readonly close: () => Promise<void>;
}

interface Options {
  readonly store: ObjectStore;
  readonly prefix: string;
  /** Looks at an object; rejects when the scanner is away. */
  readonly look: (object: StoredObject) => Promise<Verdict>;
  /** Hands on what the scanner said; when it resolves, it is handed on for good. */
  readonly publish: (object: StoredObject, verdict: Verdict) => Promise<void>;
  readonly onError: (error: unknown) => void;
  /** How long to wait until a scanner that is away is asked again, ms of real time; twice as long each time, up to `longest`. */
  readonly pause?: number;
}

const longest = 5 * 60_000;
/** A file clamd cannot look at is tried so often before that is said of it. */
const attempts = 3;

/** One after the other, oldest first. Noted after the result is handed on: a killed host looks and tells again. */
export function openScanner({ store, prefix, look, publish, onError, pause = 2_000 }: Options): Scanner {
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let [wanted, closed, wait] = [false, false, pause];
  const scanOne = async (object: StoredObject): Promise<void> => {
    const verdict = await look(object);
    await publish(object, verdict);
    store.scanned(object);
  };
  const scanAll = async (): Promise<void> => {
    for (;;) {
      const [object] = store.list(prefix, { unscanned: true, limit: 1 });
      if (!object || closed) return;
      await scanOne(object);
      wait = pause;
    }
  };
  const wake = (): void => {
    clearTimeout(timer);
    wanted = true;
    if (closed) return;
    running ??= (async () => {
      while (wanted && !closed) {
        wanted = false;
        await scanAll();
      }
    })()
      .catch((error: unknown) => {
        onError(error);
        timer = setTimeout(wake, wait);
        wait = Math.min(longest, wait * 2);
      })
      .finally(() => {
        running = undefined;
        if (wanted) wake();
      });
  };
  return {
    wake,
    settled: async () => {
      while (running) await running;
    },
    close: async () => {
      closed = true;
      clearTimeout(timer);
      await running;
    },
  };
}

export async function persistent(ask: () => Promise<Verdict>): Promise<Verdict> {
  let verdict = await ask();
  for (let count = 1; verdict.kind === 'failed' && count < attempts; count += 1) verdict = await ask();
  return verdict;
}
