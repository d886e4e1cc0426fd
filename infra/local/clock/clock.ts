import { readJson, writeWhole } from '../files.ts';

/** The host's time: what handlers, schedules, the workflow and emails are stamped with. Tokens and sessions live in real time. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
}

export interface MovableClock extends Clock {
  /** Goes forward to a moment, which is saved before this returns; throws a RangeError for a moment that has passed. */
  moveTo(moment: number): void;
  /** Stands still until `run`, so that work that was due at a moment happens at that moment. */
  hold(): void;
  run(): void;
}

interface Options {
  readonly file: string;
  /** Where a new clock starts, in ms; without it, real time. */
  readonly startAt?: number | undefined;
  readonly real?: () => number;
}

/** The clock of a data folder: real time plus a saved offset, so that it runs on at normal speed over restarts. */
export function openClock({ file, startAt, real = Date.now }: Options): MovableClock {
  let offset = savedOffset(file) ?? (startAt === undefined ? 0 : startAt - real());
  let held: number | undefined;
  const save = () => writeWhole(file, JSON.stringify({ offset }));
  save();
  const now = () => held ?? real() + offset;
  return {
    now,
    moveTo(moment) {
      if (moment < now()) throw new RangeError('The clock only goes forward.');
      if (held !== undefined) held = moment;
      offset = moment - real();
      save();
    },
    hold() {
      held = now();
    },
    run() {
      if (held === undefined) return;
      offset = held - real();
      held = undefined;
      save();
    },
  };
}

function savedOffset(file: string): number | undefined {
  const saved = readJson(file);
  if (saved === undefined) return undefined;
  if (typeof saved === 'object' && saved !== null && 'offset' in saved && typeof saved.offset === 'number') return saved.offset;
  throw new Error(`${file} holds no clock offset.`);
}
