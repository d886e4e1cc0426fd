import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSchedules } from './schedules.ts';

const at = (text: string) => Date.parse(text);
const daily = [{ function: 'run-day', cron: '30 1 * * ? *' }];
const newFile = () => join(mkdtempSync(join(tmpdir(), 'schedules-')), 'schedules.json');

/** Schedules on a clock that the test sets, and what they fired. */
function open(options: {
  file?: string;
  now: string;
  schedules?: typeof daily;
  worthFrom?: Record<string, () => Promise<number | undefined>>;
}) {
  const clock = { time: at(options.now), now: () => clock.time };
  const fired: string[] = [];
  const work = openSchedules({
    schedules: options.schedules ?? daily,
    clock,
    file: options.file ?? newFile(),
    fire: async (name, time) => void fired.push(`${name} ${new Date(time).toISOString().slice(0, 16)}`),
    ...(options.worthFrom ? { worthFrom: options.worthFrom } : {}),
  });
  return { clock, fired, work };
}

describe('schedules', () => {
  it('fire at their time, once', async () => {
    const { clock, fired, work } = open({ now: '2025-12-12T04:00:00Z' });
    expect(await work[0]?.nextAt(false)).toBe(at('2025-12-13T01:30:00Z'));
    await work[0]?.run();
    expect(fired).toEqual([]);
    clock.time = at('2025-12-13T01:30:00Z');
    await work[0]?.run();
    await work[0]?.run();
    expect(fired).toEqual(['run-day 2025-12-13T01:30']);
    expect(await work[0]?.nextAt(false)).toBe(at('2025-12-14T01:30:00Z'));
  });

  it('make up for what was missed by one firing at the last missed time', async () => {
    const file = newFile();
    open({ file, now: '2025-12-12T04:00:00Z' });
    const { fired, work } = open({ file, now: '2025-12-20T12:00:00Z' });
    await work[0]?.run();
    await work[0]?.run();
    expect(fired).toEqual(['run-day 2025-12-20T01:30']);
    const again = open({ file, now: '2025-12-20T12:00:00Z' });
    await again.work[0]?.run();
    expect(again.fired).toEqual([]);
  });

  it('fire again when the function failed', async () => {
    const clock = { now: () => at('2025-12-12T04:00:00Z') };
    const file = newFile();
    openSchedules({ schedules: daily, clock, file, fire: async () => undefined });
    const [work] = openSchedules({
      schedules: daily,
      clock: { now: () => at('2025-12-13T02:00:00Z') },
      file,
      fire: async () => Promise.reject(new Error('down')),
    });
    await expect(work?.run()).rejects.toThrow('down');
    expect(await work?.nextAt(false)).toBe(at('2025-12-13T01:30:00Z'));
  });

  it('leave out, while the clock is moved, firings that would find nothing', async () => {
    let due: number | undefined;
    const sweep = [{ function: 'sweep-outbox', cron: '0/5 * * * ? *' }];
    const { work } = open({
      now: '2025-12-12T04:01:00Z',
      schedules: sweep,
      worthFrom: { 'sweep-outbox': async () => due },
    });
    expect(await work[0]?.nextAt(true)).toBeUndefined();
    expect(await work[0]?.nextAt(false)).toBe(at('2025-12-12T04:05:00Z'));
    due = at('2025-12-14T10:02:00Z');
    expect(await work[0]?.nextAt(true)).toBe(at('2025-12-14T10:05:00Z'));
    due = at('2025-12-14T10:05:00Z');
    expect(await work[0]?.nextAt(true)).toBe(at('2025-12-14T10:05:00Z'));
    due = at('2025-12-01T00:00:00Z');
    expect(await work[0]?.nextAt(true)).toBe(at('2025-12-12T04:05:00Z'));
  });

  it('refuse the same schedule twice', () => {
    expect(() => open({ now: '2025-12-12T04:00:00Z', schedules: [...daily, ...daily] })).toThrow('twice');
  });
});
