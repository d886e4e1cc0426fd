import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openClock } from './clock.ts';
import { type DueWork, keepTime } from './timekeeper.ts';

const newClock = (real = () => 0) =>
  openClock({ file: join(mkdtempSync(join(tmpdir(), 'time-')), 'clock.json'), real });
const fail = (error: unknown) => expect.fail(String(error));

/** Work due every `every` ms that notes when it ran. */
const every = (length: number, name: string, log: string[], now: () => number): DueWork => {
  let last = 0;
  return {
    nextAt: () => last + length,
    run: async () => {
      last = now();
      log.push(`${name}@${now()}`);
    },
  };
};

describe('moving the clock', () => {
  it('does what is due in order, each at its moment, and is idle between', async () => {
    const log: string[] = [];
    const clock = newClock();
    const time = keepTime({
      clock,
      work: [every(40, 'a', log, clock.now), every(30, 'b', log, clock.now)],
      idle: async () => void log.push('idle'),
      onError: fail,
    });
    expect(await time.advanceTo(100)).toEqual({ now: 100, ran: 5 });
    expect(log.filter((entry) => entry !== 'idle')).toEqual(['b@30', 'a@40', 'b@60', 'a@80', 'b@90']);
    expect(log.filter((entry) => entry === 'idle')).toHaveLength(6);
    expect(clock.now()).toBe(100);
    await time.close();
  });

  it('does one move after the other', async () => {
    const log: string[] = [];
    const clock = newClock();
    const time = keepTime({
      clock,
      work: [every(10, 'a', log, clock.now)],
      idle: async () => undefined,
      onError: fail,
    });
    await Promise.all([time.advanceTo(20), time.advanceTo(40)]);
    expect(log).toEqual(['a@10', 'a@20', 'a@30', 'a@40']);
    await time.close();
  });

  it('reckons a length from when its turn comes, not from when it was asked for', async () => {
    let real = 0;
    const clock = newClock(() => real);
    const time = keepTime({ clock, work: [], idle: async () => void (real += 3), onError: fail });
    const moves = await Promise.all([1, 2, 0].map((length) => time.advanceTo((now) => now + length)));
    expect(moves.map(({ now }) => now)).toEqual([1, 3, 3]);
    await time.close();
  });

  it('refuses to go back, and does not stay broken', async () => {
    const clock = newClock();
    const time = keepTime({ clock, work: [], idle: async () => undefined, onError: fail });
    await time.advanceTo(50);
    await expect(time.advanceTo(10)).rejects.toThrow('only goes forward');
    expect(await time.advanceTo(60)).toEqual({ now: 60, ran: 0 });
    await time.close();
  });

  it('R12: goes at most 400 days at once, and says so', async () => {
    const clock = newClock();
    const time = keepTime({ clock, work: [], idle: async () => undefined, onError: fail });
    const day = 86_400_000;
    for (const far of [401 * day, Infinity])
      await expect(time.advanceTo((now) => now + far)).rejects.toThrow('at most 400 days at once');
    expect(await time.advanceTo(400 * day)).toEqual({ now: 400 * day, ran: 0 });
    await time.close();
  });

  it('is broken off when the host stops, at the moment it has come to', async () => {
    const clock = newClock();
    let stopped: Promise<void> | undefined;
    const work: DueWork = {
      nextAt: () => clock.now() + 10,
      run: async () => {
        if (clock.now() === 30) stopped = time.close();
      },
    };
    const time = keepTime({ clock, work: [work], idle: async () => undefined, onError: fail });
    await expect(time.advanceTo(1_000)).rejects.toThrow('stopping');
    await stopped;
    expect(clock.now()).toBe(30);
  });

  it('gives up on work that is due again as soon as it ran', async () => {
    const clock = newClock();
    const time = keepTime({
      clock,
      work: [{ nextAt: () => 5, run: async () => undefined }],
      idle: async () => undefined,
      onError: fail,
    });
    await expect(time.advanceTo(10)).rejects.toThrow('due again and again');
    await time.close();
  });

  it('runs what falls due in real time, and reports work that throws', async () => {
    let real = 0;
    const clock = newClock(() => real);
    const errors: unknown[] = [];
    const ran = Promise.withResolvers<number>();
    let attempts = 0;
    const work: DueWork = {
      nextAt: () => 7,
      run: async () => {
        attempts += 1;
        if (attempts === 1) throw new Error('not yet');
        ran.resolve(clock.now());
      },
    };
    const time = keepTime({
      clock,
      work: [work],
      idle: async () => undefined,
      onError: (error) => errors.push(error),
      tick: 1,
    });
    real = 9;
    expect(await ran.promise).toBe(9);
    expect(errors).toEqual([new Error('not yet')]);
    await time.close();
  });

  it('R3: begins nothing while the disk is full but what makes room, and makes up for the rest', async () => {
    let real = 0;
    const clock = newClock(() => real);
    const [made, ran] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
    let paused = true;
    const log: string[] = [];
    const work: DueWork[] = [
      {
        nextAt: () => (log.includes('writes') ? undefined : 7),
        run: async () => {
          log.push('writes');
          ran.resolve(undefined);
        },
      },
      {
        makesRoom: true,
        nextAt: () => (log.includes('removes') ? undefined : 7),
        run: async () => {
          log.push('removes');
          made.resolve(undefined);
        },
      },
    ];
    const time = keepTime({ clock, work, idle: async () => undefined, isPaused: () => paused, onError: fail, tick: 1 });
    real = 9;
    await made.promise;
    expect(log).toEqual(['removes']);
    paused = false;
    await ran.promise;
    expect(log).toEqual(['removes', 'writes']);
    await time.close();
  });
});
