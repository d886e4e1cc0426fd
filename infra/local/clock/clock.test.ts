import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openClock } from './clock.ts';

const newFile = () => join(mkdtempSync(join(tmpdir(), 'clock-')), 'clock.json');
const startAt = Date.parse('2025-12-12T09:00:00+05:00');

describe('the clock', () => {
  it('is real time unless told where to start', () => {
    expect(openClock({ file: newFile(), real: () => 5_000 }).now()).toBe(5_000);
    expect(openClock({ file: newFile(), real: () => 5_000, startAt }).now()).toBe(startAt);
  });

  it('runs on at normal speed after a move and after a restart', () => {
    const file = newFile();
    let real = 1_000;
    const clock = openClock({ file, startAt, real: () => real });
    clock.moveTo(startAt + 60_000);
    real += 7;
    expect(clock.now()).toBe(startAt + 60_007);
    real += 1_000_000;
    expect(openClock({ file, startAt, real: () => real }).now()).toBe(startAt + 1_060_007);
  });

  it('refuses to go back', () => {
    const clock = openClock({ file: newFile(), startAt, real: () => 0 });
    expect(() => clock.moveTo(startAt - 1)).toThrow('only goes forward');
    expect(clock.now()).toBe(startAt);
  });

  it('stands still while held and goes on from there', () => {
    let real = 0;
    const clock = openClock({ file: newFile(), startAt, real: () => real });
    clock.hold();
    real += 500;
    expect(clock.now()).toBe(startAt);
    clock.moveTo(startAt + 10);
    real += 500;
    expect(clock.now()).toBe(startAt + 10);
    clock.run();
    real += 3;
    expect(clock.now()).toBe(startAt + 13);
  });
});
