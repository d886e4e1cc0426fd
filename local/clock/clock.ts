import { readText, writeWhole } from '../kit/files.ts';

/** The host's time: what handlers, schedules, the workflow and emails are stamped with. Tokens and sessions live in real time. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
}

export interface MovableClock extends Clock {
  /** Goes forward to a moment, which is saved before this returns; throws a RangeError for a moment that has passed or lies beyond the year 2099. */
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
  let offset = savedOffset(file, real) ?? (startAt === undefined ? 0 : startAt - real());
  let held: number | undefined;
  const save = () => writeWhole(file, JSON.stringify({ offset }));
  save();
  const now = () => held ?? real() + offset;
  return {
    now,
    moveTo(moment) {
      if (moment < now()) throw new RangeError('The clock only goes forward.');
      if (!(moment <= latest)) throw new RangeError('The clock ends with the year 2099.');
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

/** A saved clock that tells another time was not written by a host. */
const earliest = Date.UTC(2000);
const latest = Date.UTC(2100);
const toBeRight = 'put back the one of this folder; or, where the clock was never moved, write {"offset":0} into it';

/** Why a folder's clock cannot be gone on with, in words for the operator; `undefined` when it can. @param expected whether there must be one */
export function savedClockIssue(file: string, expected: boolean, real: () => number = Date.now): string | undefined {
  const text = readText(file);
  if (text === undefined) return expected ? `${file} is missing: ${toBeRight}.` : undefined;
  const offset = offsetIn(text);
  if (offset === undefined) return `${file} holds no clock offset: ${toBeRight}.`;
  const tells = real() + offset;
  return tells >= earliest && tells < latest
    ? undefined
    : `${file} holds the offset ${String(offset)} ms, by which no host was ever ahead: ${toBeRight}.`;
}

function savedOffset(file: string, real: () => number): number | undefined {
  const issue = savedClockIssue(file, false, real);
  if (issue !== undefined) throw new Error(issue);
  const text = readText(file);
  return text === undefined ? undefined : offsetIn(text);
}

function offsetIn(text: string): number | undefined {
  try {
    const saved: unknown = JSON.parse(text);
    return typeof saved === 'object' && saved !== null && 'offset' in saved && typeof saved.offset === 'number'
      ? saved.offset
      : undefined;
  } catch {
    return undefined;
  }
}
