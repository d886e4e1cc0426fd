import * as fc from 'fast-check';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { steps, type Step } from './machines.ts';

const folder = mkdtempSync(join(tmpdir(), 'states-kill-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const script = fileURLToPath(new URL('./child.ts', import.meta.url));

/** Runs the machine in a process of its own, which is killed so many milliseconds after it is ready, or left to end. */
async function run(file: string, list: readonly Step[], killAfter?: number): Promise<unknown> {
  const child = spawn(process.execPath, [script, file, JSON.stringify(list)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let end: unknown;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line !== 'ready') end = JSON.parse(line) as unknown;
    else if (killAfter !== undefined) void setTimeout(killAfter).then(() => child.kill('SIGKILL'));
  }
  await ended;
  return end;
}

/** Machines of enough steps that a kill meets them in the middle. */
const machines = fc.sample(
  fc.tuple(steps, steps, steps).map((lists) => lists.flat()),
  { numRuns: 3, seed: 7 },
);

describe('kill -9', () => {
  it.each(machines.map((list, index) => ({ list, index })))(
    'at any moment changes nothing, machine $index',
    async ({ list, index }) => {
      const expected = await run(join(folder, `${String(index)}-calm.db`), list);
      const file = join(folder, `${String(index)}-killed.db`);
      for (const delay of [0, 3, 7, 12, 20, 33]) await run(file, list, delay);
      expect(await run(file, list)).toEqual(expected);
      expect(expected).toMatchObject({ status: expect.stringMatching(/^(SUCCEEDED|FAILED)$/) as unknown });
    },
  );
});
