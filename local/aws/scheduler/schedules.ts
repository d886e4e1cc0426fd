import type { Clock } from '../../clock/clock.ts';
import type { DueWork } from '../../clock/timekeeper.ts';
import { readJson, writeWhole } from '../../kit/files.ts';
import { type Cron, nextFiring, parseCron } from './cron.ts';

export interface ScheduleSpec {
  readonly function: string;
  readonly cron: string;
}

interface Options {
  readonly schedules: readonly ScheduleSpec[];
  readonly clock: Clock;
  readonly file: string;
  readonly fire: (functionName: string, time: number) => Promise<void>;
  /** Since when a schedule has something to do, asked only while the clock is moved; `undefined` for nothing. Without it: always. */
  readonly worthFrom?: Readonly<Record<string, () => Promise<number | undefined>>>;
}

/** What was missed while the host was stopped is made up for by one firing, at the last missed time. */
export function openSchedules({ schedules, clock, file, fire, worthFrom = {} }: Options): DueWork[] {
  const saved = readJson(file);
  const last: Record<string, number> = typeof saved === 'object' && saved !== null ? { ...saved } : {};
  const known = new Set<string>();
  return schedules.map((schedule) => {
    const name = `${schedule.function} ${schedule.cron}`;
    if (known.has(name)) throw new Error(`The schedule "${name}" is there twice.`);
    known.add(name);
    const cron = parseCron(schedule.cron);
    const lastFired = (last[name] ??= clock.now());
    writeWhole(file, JSON.stringify(last));
    const isWorth = worthFrom[schedule.function];
    return dueWork({
      cron,
      clock,
      lastFired,
      isWorth,
      fire: async (time) => {
        await fire(schedule.function, time);
        last[name] = time;
        writeWhole(file, JSON.stringify(last));
      },
    });
  });
}

interface One {
  readonly cron: Cron;
  readonly clock: Clock;
  readonly lastFired: number;
  readonly isWorth: (() => Promise<number | undefined>) | undefined;
  readonly fire: (time: number) => Promise<void>;
}

function dueWork({ cron, clock, lastFired, isWorth, fire }: One): DueWork {
  let last = lastFired;
  return {
    async nextAt(advancing) {
      if (!advancing || !isWorth) return nextFiring(cron, last);
      const from = await isWorth();
      return from === undefined ? undefined : nextFiring(cron, Math.max(last, Math.ceil(from) - 1));
    },
    async run() {
      const time = latestBy(cron, last, clock.now());
      if (time === undefined) return;
      await fire(time);
      last = time;
    },
  };
}

/** Looked back in growing steps, so that a year of missed five-minute firings is not counted one by one. */
function latestBy(cron: Cron, after: number, now: number): number | undefined {
  for (let back = 60_000; ; back *= 2) {
    const from = Math.max(after, now - back);
    let latest = nextFiring(cron, from);
    if (latest !== undefined && latest <= now) {
      for (let next = nextFiring(cron, latest); next !== undefined && next <= now; next = nextFiring(cron, next))
        latest = next;
      return latest;
    }
    if (from === after) return undefined;
  }
}
