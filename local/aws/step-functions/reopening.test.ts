import { describe, expect, it } from 'vitest';
import type { StatesEngine } from './index.ts';
import { openReopening } from './reopening.ts';

/** Engines that can be told to break; what was opened and closed, in order. */
function engines() {
  const log: string[] = [];
  const faults = new Map<number, Error>();
  let count = 0;
  const open = async (): Promise<StatesEngine> => {
    const number = (count += 1);
    log.push(`open ${String(number)}`);
    return {
      fault: () => faults.get(number),
      handle: async () => ({ status: 200, body: number }),
      nextDueAt: () => number,
      runDue: async () => {
        log.push(`due ${String(number)}`);
      },
      idle: async () => undefined,
      still: async () => undefined,
      listen: async () => ({ port: 0, url: '' }),
      close: async () => {
        log.push(`close ${String(number)}`);
        if (faults.has(number)) throw new Error('cannot be closed whole');
      },
    };
  };
  return { open, log, breakDown: () => faults.set(count, new Error('database or disk is full')) };
}

describe('R3: a workflow engine whose store could not be written', () => {
  it('says so while the disk is full, and is opened anew, once, when there is room', async () => {
    let writable = false;
    const reported: unknown[] = [];
    const made = engines();
    const engine = await openReopening({
      open: made.open,
      isWritable: () => writable,
      onError: (error) => reported.push(error),
    });
    made.breakDown();
    await expect(engine.handle('StartExecution', {})).rejects.toThrow('disk is full');
    expect(engine.nextDueAt()).toBeUndefined();
    writable = true;
    const answers = await Promise.all([engine.handle('a', {}), engine.handle('b', {}), engine.runDue()]);
    expect(answers.slice(0, 2)).toEqual([
      { status: 200, body: 2 },
      { status: 200, body: 2 },
    ]);
    expect(engine.nextDueAt()).toBe(2);
    expect(made.log).toEqual(['open 1', 'close 1', 'open 2', 'due 2']);
    expect(reported).toEqual([new Error('database or disk is full')]);
    await engine.close();
  });

  it('comes back by the look at what is due, with nobody asking', async () => {
    const made = engines();
    const engine = await openReopening({ open: made.open, isWritable: () => true, onError: () => undefined });
    made.breakDown();
    expect(engine.nextDueAt()).toBeUndefined();
    await engine.runDue();
    expect(engine.nextDueAt()).toBe(2);
  });

  it('that cannot be opened yet is tried again', async () => {
    const made = engines();
    let refuse = 0;
    const open = async () => {
      if (refuse > 0) {
        refuse -= 1;
        throw new Error('not yet');
      }
      return made.open();
    };
    const engine = await openReopening({ open, isWritable: () => true, onError: () => undefined });
    made.breakDown();
    refuse = 1;
    await expect(engine.handle('a', {})).rejects.toThrow('not yet');
    expect(await engine.handle('a', {})).toEqual({ status: 200, body: 2 });
  });
});
