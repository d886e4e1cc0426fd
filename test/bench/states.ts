import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { openStates, type StatesEngine } from '#local/aws/step-functions/index.ts';
import type { Figure } from './figure.ts';

const role = 'arn:aws:iam::000000000000:role/bench';
const loops = 200;
const starts = 2_000;
const waiting = 10_000;

const machine = (StartAt: string, States: Record<string, unknown>): string =>
  JSON.stringify({ QueryLanguage: 'JSONata', StartAt, States });

/** Counts a variable down, two transitions a round. */
const countdown = machine('Set', {
  Set: { Type: 'Pass', Assign: { left: '{% $states.input.rounds %}' }, Next: 'Step' },
  Step: { Type: 'Pass', Assign: { left: '{% $left - 1 %}' }, Next: 'More' },
  More: { Type: 'Choice', Choices: [{ Condition: '{% $left > 0 %}', Next: 'Step' }], Default: 'Done' },
  Done: { Type: 'Succeed' },
});
const short = machine('Only', { Only: { Type: 'Pass', Output: '{% $states.input %}', End: true } });
const asking = machine('Ask', {
  Ask: {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
    TimeoutSeconds: 28_512_000,
    Arguments: { FunctionName: 'ask', Payload: { token: '{% $states.context.Task.Token %}' } },
    End: true,
  },
});

async function ask(engine: StatesEngine, target: string, body: unknown): Promise<Record<string, unknown>> {
  const answer = await engine.handle(target, body);
  if (answer.status !== 200) throw new Error(`${target}: ${JSON.stringify(answer.body)}`);
  return answer.body as Record<string, unknown>;
}

async function create(engine: StatesEngine, name: string, definition: string): Promise<string> {
  return String((await ask(engine, 'CreateStateMachine', { name, definition, roleArn: role }))['stateMachineArn']);
}

async function startMany(
  engine: StatesEngine,
  stateMachineArn: string,
  count: number,
  input: unknown,
  inFlight: number,
): Promise<void> {
  let left = count;
  const one = async (): Promise<void> => {
    while (left-- > 0) await ask(engine, 'StartExecution', { stateMachineArn, input: JSON.stringify(input) });
  };
  await Promise.all(Array.from({ length: inFlight }, one));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const since = performance.now();
  await work();
  return performance.now() - since;
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** KiB of live objects, on V8's heap and off it. */
const memory = (): number => {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 10;
};

const whole = (name: string, value: number, unit: string): Figure => ({ name, value: Math.round(value), unit });

/**
 * Measures the local workflow engine on a file, every write synced to the disk.
 * @returns transitions and starts a second, the memory 10,000 waiting executions cost, and the time to open a store with them
 */
export async function benchStates(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'states-bench-'));
  const options = {
    file: join(folder, 'states.db'),
    clock: { now: () => Date.now() },
    invoke: () => Promise.resolve({ kind: 'ok' as const, payload: null }),
  };
  const figures: Figure[] = [];
  try {
    const engine = await openStates(options);
    const [counting, passing, tokens] = [
      await create(engine, 'countdown', countdown),
      await create(engine, 'short', short),
      await create(engine, 'ask', asking),
    ];
    const alone = await timed(async () => {
      await startMany(engine, counting, 1, { rounds: loops }, 1);
      await engine.idle();
    });
    figures.push(whole('states: transitions of one execution', ((2 * loops + 2) / alone) * 1000, '/s'));
    const together = await timed(async () => {
      await startMany(engine, counting, 32, { rounds: loops }, 32);
      await engine.idle();
    });
    figures.push(whole('states: transitions of 32 executions', ((32 * (2 * loops + 2)) / together) * 1000, '/s'));
    const single = await timed(async () => {
      await startMany(engine, passing, starts / 4, {}, 1);
      await engine.idle();
    });
    figures.push(whole('states: executions started and run, 1 client', (starts / 4 / single) * 1000, '/s'));
    const eight = await timed(async () => {
      await startMany(engine, passing, starts, {}, 8);
      await engine.idle();
    });
    figures.push(whole('states: executions started and run, 8 clients', (starts / eight) * 1000, '/s'));
    const before = memory();
    await startMany(engine, tokens, waiting, { project: 'demo' }, 32);
    await engine.idle();
    figures.push(whole('states: memory 10,000 waiting executions hold', memory() - before, 'KiB'));
    const cpu = process.cpuUsage();
    await setTimeout(1000);
    const used = process.cpuUsage(cpu);
    figures.push(whole('states: CPU while 10,000 wait', (used.user + used.system) / 1000, 'ms/s'));
    await engine.close();
    let again: StatesEngine | undefined;
    const opening = await timed(async () => {
      again = await openStates(options);
      await again.idle();
    });
    figures.push(whole('states: start with 10,000 waiting', opening, 'ms'));
    await again?.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return figures;
}
