import type { MovableClock } from './clock.ts';

export interface DueWork {
  /** When the next of it is due, in ms; `undefined` for never. `advancing` allows leaving out firings that would find nothing to do. */
  nextAt(advancing: boolean): Promise<number | undefined> | number | undefined;
  run(): Promise<void>;
  /** It removes more than it writes: a full disk is when it is wanted most. */
  readonly makesRoom?: true;
}

/** Where a clock is to go, in ms: a moment, or reckoned from the time at which its turn comes. */
export type Moment = number | ((now: number) => number);

export interface Timekeeper {
  /** Moves the clock, doing everything due on the way, in order; `ran` counts the moments at which something was due. */
  advanceTo(moment: Moment): Promise<{ now: number; ran: number }>;
  /** Breaks off a move that is under way, at the moment it has come to, and stops the timer. */
  close(): Promise<void>;
}

interface Options {
  readonly clock: MovableClock;
  readonly work: readonly DueWork[];
  /** Resolves when nothing runs and nothing is queued. */
  readonly idle: () => Promise<void>;
  readonly onError: (error: unknown) => void;
  readonly isPaused?: () => boolean;
  /** How often real time looks for due work, in ms. */
  readonly tick?: number;
}

/** A longer way, taken at once, would hold a request for longer than anybody waits. */
const longestMove = 400 * 86_400_000;

/** More turns at one moment than any real day needs: work that is due again as soon as it ran would never end. */
const endless = 1_000;

export function keepTime({ clock, work, idle, onError, isPaused = () => false, tick = 1_000 }: Options): Timekeeper {
  let turn: Promise<unknown> = Promise.resolve();
  let closed = false;
  const alone = <T>(task: () => Promise<T>): Promise<T> => {
    const next = turn.then(task);
    turn = next.catch(() => undefined);
    return next;
  };
  const runDue = async () => {
    for (const one of work) {
      if (isPaused() && one.makesRoom !== true) continue;
      const at = await one.nextAt(false);
      if (at !== undefined && at <= clock.now()) await one.run();
    }
  };
  let timer = setTimeout(look, tick);
  function look(): void {
    void alone(() => (closed ? Promise.resolve() : runDue()))
      .catch(onError)
      .then(() => {
        if (!closed) timer = setTimeout(look, tick);
      });
  }
  return {
    advanceTo: (moment) => alone(() => advance({ clock, work, idle, moment, isClosed: () => closed })),
    async close() {
      closed = true;
      clearTimeout(timer);
      await turn;
    },
  };
}

interface Advance extends Pick<Options, 'clock' | 'work' | 'idle'> {
  readonly moment: Moment;
  readonly isClosed: () => boolean;
}

async function advance({
  clock,
  work,
  idle,
  moment: wanted,
  isClosed,
}: Advance): Promise<{ now: number; ran: number }> {
  clock.hold();
  try {
    const moment = typeof wanted === 'number' ? wanted : wanted(clock.now());
    if (moment < clock.now()) throw new RangeError('The clock only goes forward.');
    if (moment - clock.now() > longestMove)
      throw new RangeError('The clock goes at most 400 days at once: go further in several steps.');
    let ran = 0;
    for (let turns = 0; ; ran++) {
      await idle();
      if (isClosed()) throw new Error('The host is stopping.');
      const next = await earliest(work);
      if (next === undefined || next.at > moment) break;
      turns = next.at > clock.now() ? 0 : turns + 1;
      if (turns > endless)
        throw new Error(
          `Work is due again and again at ${new Date(clock.now()).toISOString()}; the clock stays there.`,
        );
      clock.moveTo(Math.max(next.at, clock.now()));
      await next.one.run();
    }
    clock.moveTo(moment);
    return { now: moment, ran };
  } finally {
    clock.run();
  }
}

async function earliest(work: readonly DueWork[]): Promise<{ at: number; one: DueWork } | undefined> {
  let first: { at: number; one: DueWork } | undefined;
  for (const one of work) {
    const at = await one.nextAt(true);
    if (at !== undefined && (first === undefined || at < first.at)) first = { at, one };
  }
  return first;
}
