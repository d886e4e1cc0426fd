import { setTimeout as pause } from 'node:timers/promises';
import type { Engine } from './engine.ts';

export interface KeptEngine extends Engine {
  /** Resolves when it answers; also when it never will again. */
  up(): Promise<void>;
  readonly losses: number;
}

interface Options {
  readonly start: (before?: Engine) => Promise<Engine>;
  readonly onLoss: (said: string) => void;
  /** Before each try to start it again, ms. */
  readonly pauses?: readonly number[];
  /** Real time, ms. */
  readonly now?: () => number;
}

const pausesBetween = [0, 100, 500, 2_000, 8_000];
/** An engine that is lost more often than that is not lost by accident. */
const mostLosses = { count: 20, within: 600_000 } as const;

/** Starts an engine and keeps it running on its address: what it acknowledged is on disk, so a new one goes on where it was. `died` settles only when that fails. */
export async function keepEngine({
  start,
  onLoss,
  pauses = pausesBetween,
  now = Date.now,
}: Options): Promise<KeptEngine> {
  let engine = await start();
  const { endpoint, at } = engine;
  const lost: number[] = [];
  const died = Promise.withResolvers<string>();
  let isStopping = false;
  let returning: Promise<void> | undefined;
  const startAgain = async (said: string): Promise<void> => {
    let last = said;
    for (const wait of pauses) {
      await pause(wait);
      if (isStopping) return;
      try {
        engine = await instead(engine, start);
        watch();
        return;
      } catch (error) {
        last = error instanceof Error ? error.message : String(error);
      }
    }
    died.resolve(
      `The DynamoDB engine ended and could not be started again. What it acknowledged is on disk: see that the disk has room and start the host again. ${last}`,
    );
  };
  const onEnd = (said: string): void => {
    lost.push(now());
    onLoss(said);
    const recently = lost.filter((at) => now() - at < mostLosses.within).length;
    if (recently > mostLosses.count) {
      died.resolve(
        `The DynamoDB engine ended ${String(recently)} times within ten minutes: keep a copy of the data folder, run npm run check, and start the host again. ${said}`,
      );
      return;
    }
    returning = startAgain(said);
  };
  const watch = () => {
    void engine.died.then((said) => {
      if (!isStopping) onEnd(said);
    });
  };
  watch();
  return {
    endpoint,
    at,
    died: died.promise,
    async up() {
      while (returning !== undefined) {
        const waited: Promise<void> = returning;
        await waited;
        if (returning === waited) returning = undefined;
      }
    },
    get losses() {
      return lost.length;
    },
    async stop() {
      isStopping = true;
      await returning;
      await engine.stop();
    },
  };
}

/** Everybody knows the engine by its address: one at another is of no use. */
async function instead(before: Engine, start: Options['start']): Promise<Engine> {
  const engine = await start(before);
  if (engine.endpoint === before.endpoint) return engine;
  await engine.stop();
  throw new Error(`The address ${before.endpoint} of the DynamoDB engine has been taken by another process.`);
}
