import { setImmediate as nextTurn } from 'node:timers/promises';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openStates, type InvokeResult, type StatesEngine } from '../index.ts';

const folder = mkdtempSync(join(tmpdir(), 'states-engine-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const roleArn = 'arn:aws:iam::000000000000:role/test';
const machine = (states: object): string =>
  JSON.stringify({ QueryLanguage: 'JSONata', StartAt: Object.keys(states)[0], States: states });
const call = (name: string, more: object = { End: true }): object => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: name, Payload: '{% $states.input %}' },
  ...more,
});

async function ask(engine: StatesEngine, target: string, body: unknown): Promise<Record<string, unknown>> {
  const { status, body: answer } = await engine.handle(target, body);
  if (status !== 200) throw new Error(`${target}: ${JSON.stringify(answer)}`);
  return answer as Record<string, unknown>;
}
async function start(engine: StatesEngine, name: string, states: object, input = '{}'): Promise<string> {
  const { stateMachineArn } = await ask(engine, 'CreateStateMachine', { name, definition: machine(states), roleArn });
  return String((await ask(engine, 'StartExecution', { stateMachineArn, input }))['executionArn']);
}
const statusOf = async (engine: StatesEngine, executionArn: string): Promise<unknown> =>
  (await ask(engine, 'DescribeExecution', { executionArn }))['status'];
const done = (payload: unknown = null): Promise<InvokeResult> => Promise.resolve({ kind: 'ok', payload });
const fixed = { now: () => Date.UTC(2026, 0, 1) };

describe('the engine', () => {
  it('wakes by the clock on its own', async () => {
    const reached = Promise.withResolvers<unknown>();
    const engine = await openStates({
      file: ':memory:',
      clock: { now: () => Date.now() },
      invoke: (name) => {
        reached.resolve(name);
        return done();
      },
    });
    await start(engine, 'wait', {
      W: { Type: 'Wait', Timestamp: new Date(Date.now() + 30).toISOString(), Next: 'C' },
      C: call('after'),
    });
    expect(await reached.promise).toBe('after');
    await engine.close();
  });

  it('lets a loop and a wide Map starve no other execution', async () => {
    const order: string[] = [];
    const engine = await openStates({
      file: ':memory:',
      clock: fixed,
      invoke: (name) => {
        order.push(name);
        return done();
      },
    });
    await start(engine, 'loop', {
      A: { Type: 'Pass', Assign: { n: 2_000 }, Next: 'B' },
      B: { Type: 'Pass', Assign: { n: '{% $n - 1 %}' }, Next: 'C' },
      C: { Type: 'Choice', Choices: [{ Condition: '{% $n > 0 %}', Next: 'B' }], Default: 'Z' },
      Z: call('loop'),
    });
    await start(engine, 'wide', {
      M: {
        Type: 'Map',
        Items: '{% [1..1500] %}',
        ItemProcessor: { StartAt: 'P', States: { P: { Type: 'Pass', End: true } } },
        Next: 'Y',
      },
      Y: call('wide'),
    });
    await start(engine, 'short', { S: call('short') });
    await engine.idle();
    expect(order[0]).toBe('short');
    expect(order).toHaveLength(3);
    await engine.close();
  });

  it('fails only the execution whose expression never ends', async () => {
    const engine = await openStates({ file: ':memory:', clock: fixed, invoke: () => done() });
    const endless = await start(engine, 'endless', {
      S: { Type: 'Pass', Output: '{% ($f := function($x){ $f($x+1) }; $f(1)) %}', End: true },
    });
    const other = await start(engine, 'other', { S: { Type: 'Pass', End: true } });
    while ((await statusOf(engine, other)) === 'RUNNING')
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    expect(await statusOf(engine, endless)).toBe('RUNNING');
    await engine.idle();
    expect(await ask(engine, 'DescribeExecution', { executionArn: endless })).toMatchObject({
      status: 'FAILED',
      error: 'States.QueryEvaluationError',
    });
    await engine.close();
  });

  it('is not idle while something is due', async () => {
    let now = Date.UTC(2026, 0, 1);
    const engine = await openStates({ file: ':memory:', clock: { now: () => now }, invoke: () => done() });
    const arn = await start(engine, 'due', { W: { Type: 'Wait', Seconds: 9, End: true } });
    await engine.idle();
    expect(await statusOf(engine, arn)).toBe('RUNNING');
    now += 9_000;
    await engine.idle();
    expect(await statusOf(engine, arn)).toBe('SUCCEEDED');
    await engine.close();
  });

  it('closes in the middle of anything, and goes on from there', async () => {
    const file = join(folder, 'closed.db');
    const reached = Promise.withResolvers<undefined>();
    let result: unknown;
    let engine = await openStates({
      file,
      clock: fixed,
      invoke: () => {
        reached.resolve(undefined);
        return done();
      },
    });
    const arn = await start(engine, 'loop', {
      A: call('f', { Assign: { n: 0 }, Next: 'B' }),
      B: { Type: 'Pass', Assign: { n: '{% $n + 1 %}' }, Next: 'C' },
      C: { Type: 'Choice', Choices: [{ Condition: '{% $n < 300 %}', Next: 'B' }], Default: 'D' },
      D: { Type: 'Succeed', Output: '{% $n %}' },
    });
    const other = await start(engine, 'other', { W: { Type: 'Wait', Seconds: 9, End: true } });
    await reached.promise;
    for (let turns = 0; result === undefined; turns += 1) {
      for (let turn = 0; turn < turns; turn += 1) await nextTurn();
      await Promise.allSettled([engine.handle('StopExecution', { executionArn: other }), engine.close()]);
      engine = await openStates({ file, clock: fixed, invoke: () => done() });
      await nextTurn();
      result = (await ask(engine, 'DescribeExecution', { executionArn: arn }))['output'];
    }
    expect(result).toBe('300');
    await engine.close();
  });

  it('refuses a second engine on its file and gives it up when closed', async () => {
    const file = join(folder, 'locked.db');
    const options = { file, clock: fixed, invoke: () => done() };
    const engine = await openStates(options);
    await expect(openStates(options)).rejects.toThrow('Another workflow engine runs on');
    await engine.close();
    await (await openStates(options)).close();
  });

  it('calls a function again whose answer was not saved, with the same request', async () => {
    const file = join(folder, 'again.db');
    const calls: unknown[] = [];
    const never = new Promise<InvokeResult>(() => undefined);
    const called = Promise.withResolvers<undefined>();
    const first = await openStates({
      file,
      clock: fixed,
      invoke: (_, payload) => {
        calls.push(payload);
        called.resolve(undefined);
        return never;
      },
    });
    const arn = await start(
      first,
      'again',
      { S: call('f', { Output: '{% $states.result.Payload %}', End: true }) },
      '{"n":1}',
    );
    await called.promise;
    await first.close();
    const second = await openStates({
      file,
      clock: fixed,
      invoke: (_, payload) => {
        calls.push(payload);
        return done('well');
      },
    });
    await second.idle();
    expect(await ask(second, 'DescribeExecution', { executionArn: arn })).toMatchObject({
      status: 'SUCCEEDED',
      output: '"well"',
    });
    expect(calls).toEqual([{ n: 1 }, { n: 1 }]);
    await second.close();
  });

  it('waits a year, through a restart, in whatever steps the clock moves', async () => {
    const file = join(folder, 'year.db');
    let now = Date.UTC(2026, 0, 1);
    const options = { file, clock: { now: () => now }, invoke: () => done() };
    const first = await openStates(options);
    const arn = await start(first, 'year', { W: { Type: 'Wait', Seconds: 31_000_000, End: true } });
    await first.idle();
    expect(first.nextDueAt()).toBe(now + 31_000_000_000);
    now += 30_999_999_000;
    await first.runDue();
    expect(await statusOf(first, arn)).toBe('RUNNING');
    await first.close();
    now += 1_000;
    const second = await openStates(options);
    await second.runDue();
    expect(await statusOf(second, arn)).toBe('SUCCEEDED');
    await second.close();
  });

  it('lets what was due happen in its order when the clock jumps', async () => {
    let now = Date.UTC(2026, 0, 1);
    const engine = await openStates({ file: ':memory:', clock: { now: () => now }, invoke: () => done() });
    const arn = await start(engine, 'jump', {
      P: {
        Type: 'Parallel',
        Branches: [
          {
            StartAt: 'Late',
            States: {
              Late: { Type: 'Wait', Seconds: 20, Next: 'LateFail' },
              LateFail: { Type: 'Fail', Error: 'Late' },
            },
          },
          {
            StartAt: 'Early',
            States: {
              Early: { Type: 'Wait', Seconds: 10, Next: 'EarlyFail' },
              EarlyFail: { Type: 'Fail', Error: 'Early' },
            },
          },
        ],
        End: true,
      },
    });
    await engine.idle();
    now += 400 * 24 * 3_600_000;
    await engine.runDue();
    expect(await ask(engine, 'DescribeExecution', { executionArn: arn })).toMatchObject({
      status: 'FAILED',
      error: 'Early',
    });
    await engine.close();
  });

  it('stops an execution that nobody waits for any more', async () => {
    const engine = await openStates({ file: ':memory:', clock: fixed, invoke: () => done() });
    const { stateMachineArn } = await ask(engine, 'CreateStateMachine', {
      name: 'inner',
      definition: machine({ W: { Type: 'Wait', Seconds: 100, End: true } }),
      roleArn,
    });
    const outer = await start(engine, 'outer', {
      S: {
        Type: 'Task',
        Resource: 'arn:aws:states:::states:startExecution.sync',
        Arguments: { StateMachineArn: stateMachineArn, Name: 'run' },
        End: true,
      },
    });
    await engine.idle();
    const inner = `${String(stateMachineArn).replace(':stateMachine:', ':execution:')}:run`;
    expect(await statusOf(engine, inner)).toBe('RUNNING');
    await ask(engine, 'StopExecution', { executionArn: outer });
    await engine.idle();
    expect(await statusOf(engine, inner)).toBe('ABORTED');
    await engine.close();
  });

  it("names a function that cannot be called as AWS's client would", async () => {
    const missing = Object.assign(new Error('Function not found'), { name: 'ResourceNotFoundException' });
    const engine = await openStates({
      file: ':memory:',
      clock: fixed,
      invoke: (name) => Promise.reject(name === 'missing' ? missing : new Error('no line')),
    });
    const [first, second] = [
      await start(engine, 'a', { S: call('missing') }),
      await start(engine, 'b', { S: call('broken') }),
    ];
    await engine.idle();
    expect(await ask(engine, 'DescribeExecution', { executionArn: first })).toMatchObject({
      error: 'Lambda.ResourceNotFoundException',
      cause: 'Function not found',
    });
    expect(await ask(engine, 'DescribeExecution', { executionArn: second })).toMatchObject({
      error: 'Lambda.SdkClientException',
      cause: 'no line',
    });
    await engine.close();
  });
});
