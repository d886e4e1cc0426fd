import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
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

  it.each([
    '{"offset":1e300}',
    '{"offset":-1e15}',
    '{"offset":9e12}',
    '{"offset":null}',
    '{"offset":"1"}',
    '{"off',
    '[]',
    '',
  ])('R12: does not go by a saved %s', (saved) => {
    const file = newFile();
    writeFileSync(file, saved);
    expect(() => openClock({ file, real: () => startAt })).toThrow(
      /clock\.json holds .*: put back the one of this folder/,
    );
    expect(readFileSync(file, 'utf8')).toBe(saved);
  });

  it('R12: ends with the century', () => {
    const clock = openClock({ file: newFile(), startAt, real: () => 0 });
    for (const moment of [Date.UTC(2100, 0, 2), Infinity, Number.NaN])
      expect(() => clock.moveTo(moment)).toThrow('ends with the year 2099');
    expect(clock.now()).toBe(startAt);
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
