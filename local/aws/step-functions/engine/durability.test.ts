import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask } from '../crash/world.ts';
import { openStates, type StatesEngine } from '../index.ts';

const folder = mkdtempSync(join(tmpdir(), 'states-durability-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const roleArn = 'arn:aws:iam::000000000000:role/test';
const call = (pattern: string, name: string, Payload: unknown): object => ({
  Type: 'Task',
  Resource: `arn:aws:states:::lambda:invoke${pattern}`,
  Arguments: { FunctionName: name, Payload },
});

/** What another process reads of the file: only what is committed. */
let disk: DatabaseSync;
let engine: StatesEngine;
let files = 0;
/** What the disk held when a function was called. */
let atCall: { name: string; events: string[] }[];
let token = '';

const events = (): string[] =>
  disk
    .prepare('SELECT type FROM events ORDER BY execution, id')
    .all()
    .map((row) => String(row['type']));

beforeEach(async () => {
  const file = join(folder, `${String(files++)}.db`);
  atCall = [];
  engine = await openStates({
    file,
    clock: { now: () => Date.UTC(2026, 0, 1) },
    invoke: (name, payload) => {
      atCall.push({ name, events: events() });
      if (typeof payload === 'string') token = payload;
      return Promise.resolve({ kind: 'ok', payload: null });
    },
  });
  disk = new DatabaseSync(file, { readOnly: true });
});
afterEach(async () => {
  await engine.close();
  disk.close();
});

async function start(states: Record<string, object>): Promise<string> {
  const definition = JSON.stringify({ QueryLanguage: 'JSONata', StartAt: Object.keys(states)[0], States: states });
  const { stateMachineArn } = await ask(engine, 'CreateStateMachine', { name: 'm', definition, roleArn });
  expect(disk.prepare('SELECT name FROM machines').all()).toMatchObject([{ name: 'm' }]);
  return String((await ask(engine, 'StartExecution', { stateMachineArn }))['executionArn']);
}

describe('on the disk', () => {
  it('is a task before its function is called, and what the last one came to', async () => {
    await start({ A: { ...call('', 'a', 1), Next: 'B' }, B: { ...call('', 'b', 1), End: true } });
    expect(events()[0]).toBe('ExecutionStarted');
    await engine.idle();
    const first = ['ExecutionStarted', 'TaskStateEntered', 'TaskScheduled', 'TaskStarted'];
    expect(atCall).toEqual([
      { name: 'a', events: first },
      {
        name: 'b',
        events: [...first, 'TaskSucceeded', 'TaskStateExited', 'TaskStateEntered', 'TaskScheduled', 'TaskStarted'],
      },
    ]);
  });

  it('is an answer before its sender hears that it was taken', async () => {
    await start({
      A: { ...call('.waitForTaskToken', 'a', '{% $states.context.Task.Token %}'), Next: 'W' },
      W: { Type: 'Wait', Seconds: 9, End: true },
    });
    await engine.idle();
    await ask(engine, 'SendTaskSuccess', { taskToken: token, output: '1' });
    expect(events()).toContain('TaskSucceeded');
  });

  it('is a stop before it is confirmed', async () => {
    const executionArn = await start({ W: { Type: 'Wait', Seconds: 9, End: true } });
    await ask(engine, 'StopExecution', { executionArn });
    expect(events()).toContain('ExecutionAborted');
  });

  it('is all that anybody reads of an execution under way', async () => {
    const executionArn = await start({
      A: { Type: 'Pass', Assign: { n: 0 }, Next: 'B' },
      B: { Type: 'Pass', Assign: { n: '{% $n + 1 %}' }, Next: 'C' },
      C: { Type: 'Choice', Choices: [{ Condition: '{% $n < 200 %}', Next: 'B' }], Default: 'D' },
      D: { Type: 'Succeed' },
    });
    for (let status: unknown = 'RUNNING'; status === 'RUNNING';) {
      const history = await ask(engine, 'GetExecutionHistory', { executionArn, maxResults: 1, reverseOrder: true });
      expect(history['events']).toMatchObject([
        { id: expect.toSatisfy((id: number) => id <= events().length) as number },
      ]);
      ({ status } = await ask(engine, 'DescribeExecution', { executionArn }));
    }
    expect(events().at(-1)).toBe('ExecutionSucceeded');
  });
});
