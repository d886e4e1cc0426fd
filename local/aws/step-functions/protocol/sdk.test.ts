import { randomUUID } from 'node:crypto';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  GetExecutionHistoryCommand,
  InvalidDefinition,
  InvalidExecutionInput,
  InvalidOutput,
  InvalidToken,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
  TagResourceCommand,
  ListTagsForResourceCommand,
  TaskTimedOut,
  RedriveExecutionCommand,
  UpdateStateMachineCommand,
} from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStates, type StatesEngine } from '../index.ts';

const roleArn = 'arn:aws:iam::000000000000:role/test';
const machine = (states: object): string =>
  JSON.stringify({ QueryLanguage: 'JSONata', StartAt: Object.keys(states)[0], States: states });

describe('the unmodified SDK', () => {
  let engine: StatesEngine;
  let client: SFNClient;
  let now = Date.UTC(2026, 0, 1);
  const tokens: string[] = [];

  beforeAll(async () => {
    const invoke = (name: string, payload: unknown): Promise<{ kind: 'ok'; payload: unknown }> => {
      const { token } = payload as { token?: string };
      if (token !== undefined) tokens.push(token);
      return Promise.resolve({ kind: 'ok', payload: { name, payload } });
    };
    engine = await openStates({ file: ':memory:', clock: { now: () => now }, invoke });
    const { url } = await engine.listen(0);
    client = new SFNClient({
      endpoint: url,
      region: 'eu-central-1',
      credentials: { accessKeyId: 'x', secretAccessKey: 'y' },
    });
  });
  afterAll(async () => {
    client.destroy();
    await engine.close();
  });

  const create = async (name: string, states: object): Promise<string> =>
    String(
      (await client.send(new CreateStateMachineCommand({ name, definition: machine(states), roleArn })))
        .stateMachineArn,
    );

  it('runs a machine and reads its history in pages', async () => {
    const stateMachineArn = await create('echo', {
      A: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke',
        Arguments: {
          FunctionName: 'arn:aws:lambda:eu-central-1:0:function:f:live',
          Payload: { x: '{% $states.input.x %}' },
        },
        Output: '{% $states.result.Payload %}',
        End: true,
      },
    });
    const { executionArn, startDate } = await client.send(
      new StartExecutionCommand({ stateMachineArn, name: 'one', input: '{"x":1}' }),
    );
    expect(startDate).toEqual(new Date(now));
    await engine.idle();
    const described = await client.send(new DescribeExecutionCommand({ executionArn }));
    expect(described).toMatchObject({
      status: 'SUCCEEDED',
      output: '{"name":"f","payload":{"x":1}}',
      stopDate: new Date(now),
    });
    const first = await client.send(new GetExecutionHistoryCommand({ executionArn, maxResults: 4 }));
    const rest = await client.send(
      new GetExecutionHistoryCommand({ executionArn, maxResults: 4, nextToken: first.nextToken }),
    );
    expect(
      [...(first.events ?? []), ...(rest.events ?? [])].map(({ id, type, previousEventId }) => [
        id,
        type,
        previousEventId,
      ]),
    ).toEqual([
      [1, 'ExecutionStarted', 0],
      [2, 'TaskStateEntered', 0],
      [3, 'TaskScheduled', 2],
      [4, 'TaskStarted', 3],
      [5, 'TaskSucceeded', 4],
      [6, 'TaskStateExited', 5],
      [7, 'ExecutionSucceeded', 6],
    ]);
    expect(rest.nextToken).toBeUndefined();
    const back = await client.send(new GetExecutionHistoryCommand({ executionArn, reverseOrder: true, maxResults: 1 }));
    expect(back.events?.[0]).toMatchObject({ id: 7, timestamp: new Date(now) });
    expect(
      (await client.send(new ListExecutionsCommand({ stateMachineArn, statusFilter: 'SUCCEEDED' }))).executions,
    ).toHaveLength(1);
    await expect(
      client.send(new StartExecutionCommand({ stateMachineArn, name: 'one', input: '{"x":1}' })),
    ).rejects.toThrow(ExecutionAlreadyExists);
  });

  it('answers by token, keeps a task alive and is told when it comes too late', async () => {
    const stateMachineArn = await create('asking', {
      A: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
        HeartbeatSeconds: 10,
        Arguments: { FunctionName: 'ask', Payload: { token: '{% $states.context.Task.Token %}' } },
        End: true,
      },
    });
    const { executionArn } = await client.send(new StartExecutionCommand({ stateMachineArn }));
    await engine.idle();
    const taskToken = tokens.at(-1);
    for (let beat = 0; beat < 3; beat += 1) {
      now += 8_000;
      await engine.runDue();
      await client.send(new SendTaskHeartbeatCommand({ taskToken }));
    }
    await client.send(new SendTaskSuccessCommand({ taskToken, output: '{"yes":true}' }));
    await engine.idle();
    expect((await client.send(new DescribeExecutionCommand({ executionArn }))).output).toBe('{"yes":true}');
    await expect(client.send(new SendTaskSuccessCommand({ taskToken, output: '1' }))).rejects.toThrow(TaskTimedOut);
    await expect(client.send(new SendTaskSuccessCommand({ taskToken: 'unknown', output: '1' }))).rejects.toThrow(
      InvalidToken,
    );
  });

  it('stops an execution, and redrives one that failed', async () => {
    const stateMachineArn = await create('waiting', {
      A: { Type: 'Wait', Seconds: 100, Next: 'B' },
      B: { Type: 'Pass', Output: '{% $states.context.Execution.RedriveCount %}', End: true },
    });
    const { executionArn } = await client.send(new StartExecutionCommand({ stateMachineArn }));
    await client.send(new StopExecutionCommand({ executionArn, error: 'Enough', cause: 'of it' }));
    expect(await client.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
      status: 'ABORTED',
      error: 'Enough',
      cause: 'of it',
      redriveStatus: 'REDRIVABLE',
    });
    await client.send(new RedriveExecutionCommand({ executionArn }));
    await engine.idle();
    now += 100_000;
    await engine.runDue();
    expect(await client.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
      status: 'SUCCEEDED',
      output: '1',
      redriveCount: 1,
    });
  });

  it("names AWS's exceptions", async () => {
    await expect(create('bad', { A: { Type: 'Pass' } })).rejects.toThrow(InvalidDefinition);
    const executionArn = 'arn:aws:states:eu-central-1:000000000000:execution:no:no';
    await expect(client.send(new DescribeExecutionCommand({ executionArn }))).rejects.toThrow(ExecutionDoesNotExist);
  });

  it.each(['{"a":1', '', '{"id":9007199254740993}'])('refuses %s as input and as output', async (bad) => {
    const stateMachineArn = await create(randomUUID(), { A: { Type: 'Pass', End: true } });
    await expect(client.send(new StartExecutionCommand({ stateMachineArn, input: bad }))).rejects.toThrow(
      InvalidExecutionInput,
    );
    await expect(client.send(new SendTaskSuccessCommand({ taskToken: 'any', output: bad }))).rejects.toThrow(
      InvalidOutput,
    );
  });

  it('updates, lists and tags machines', async () => {
    const stateMachineArn = await create('tagged', { A: { Type: 'Succeed' } });
    expect(await client.send(new UpdateStateMachineCommand({ stateMachineArn, roleArn }))).toMatchObject({
      revisionId: expect.any(String) as string,
    });
    await client.send(new TagResourceCommand({ resourceArn: stateMachineArn, tags: [{ key: 'zone', value: 'demo' }] }));
    expect((await client.send(new ListTagsForResourceCommand({ resourceArn: stateMachineArn }))).tags).toEqual([
      { key: 'zone', value: 'demo' },
    ]);
    expect((await client.send(new ListStateMachinesCommand({}))).stateMachines?.map(({ name }) => name)).toContain(
      'tagged',
    );
  });
});
