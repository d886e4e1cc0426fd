import { describe, expect, it } from 'vitest';
import { openStates } from '../index.ts';

const task = {
  Type: 'Task',
  QueryLanguage: 'JSONata',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: 'f', Payload: '{% $states.input.x + $y %}' },
  Output: '{% $states.result.Payload %}',
  End: true,
};
const caught = { ...task, Catch: [{ ErrorEquals: ['Odd'], Next: 'Rescue' }] };
const pass = { Type: 'Pass', QueryLanguage: 'JSONata' };
const odd = { mock: { errorOutput: { error: 'Odd', cause: 'it is' } } };

describe('TestState', () => {
  it.each<[string, object, object, object]>([
    [
      'a Pass',
      { ...pass, Output: '{% $states.input.x %}', Next: 'B' },
      {},
      { status: 'SUCCEEDED', output: '1', nextState: 'B' },
    ],
    [
      'a Choice',
      { ...pass, Type: 'Choice', Choices: [{ Condition: '{% $states.input.x = 1 %}', Next: 'One' }], Default: 'Other' },
      {},
      { status: 'SUCCEEDED', nextState: 'One' },
    ],
    [
      'a Wait, without waiting',
      { ...pass, Type: 'Wait', Seconds: 1_000_000, Next: 'B' },
      {},
      { status: 'SUCCEEDED', output: '{"x":1}', nextState: 'B' },
    ],
    [
      'a Fail',
      { Type: 'Fail', QueryLanguage: 'JSONata', Error: 'No', Cause: '{% "x" & $states.input.x %}' },
      {},
      { status: 'FAILED', error: 'No', cause: 'x1' },
    ],
    ['a Task, called', task, { variables: '{"y":2}' }, { status: 'SUCCEEDED', output: '30' }],
    [
      'a Task, mocked',
      task,
      { variables: '{"y":2}', mock: { result: '{"Payload":7}' } },
      { status: 'SUCCEEDED', output: '7' },
    ],
    [
      'an error that is caught',
      caught,
      { variables: '{"y":2}', ...odd },
      { status: 'CAUGHT_ERROR', error: 'Odd', nextState: 'Rescue', output: '{"Error":"Odd","Cause":"it is"}' },
    ],
    [
      'an error that would be retried',
      { ...caught, Retry: [{ ErrorEquals: ['Odd'] }] },
      { variables: '{"y":2}', ...odd },
      { status: 'RETRIABLE', error: 'Odd', cause: 'it is' },
    ],
    [
      'what it looked at',
      { ...task, Assign: { z: 1 } },
      { variables: '{"y":2}', inspectionLevel: 'DEBUG' },
      {
        inspectionData: { input: '{"x":1}', afterArguments: '{"FunctionName":"f","Payload":3}', variables: '{"z":1}' },
      },
    ],
    [
      'a state of a machine',
      {
        QueryLanguage: 'JSONata',
        StartAt: 'A',
        States: { A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Succeed', Output: 5 } },
      },
      { stateName: 'B' },
      { status: 'SUCCEEDED', output: '5' },
    ],
  ])('%s', async (_, definition, more, expected) => {
    const engine = await openStates({
      file: ':memory:',
      clock: { now: () => 0 },
      invoke: (__, payload) => Promise.resolve({ kind: 'ok', payload: Number(payload) * 10 }),
    });
    const answer = await engine.handle('TestState', {
      definition: JSON.stringify(definition),
      input: '{"x":1}',
      ...more,
    });
    expect(answer).toMatchObject({ status: 200, body: expected });
    expect((await engine.handle('ListStateMachines', {})).body).toEqual({ stateMachines: [] });
    await engine.close();
  });

  it.each<[string, object, object, string]>([
    [
      'context',
      pass,
      { context: '{"Execution":{"Name":"mine"}}' },
      "UNSUPPORTED_BY_LOCAL_ENGINE: 'context' is not looked at by this engine",
    ],
    [
      'a configuration of the state',
      task,
      { stateConfiguration: { retrierRetryCount: 2 } },
      "UNSUPPORTED_BY_LOCAL_ENGINE: 'stateConfiguration' is not looked at by this engine",
    ],
    [
      'a mock of a Pass',
      pass,
      { mock: { result: '1' } },
      "State type 'Pass' is not supported when a mock is specified",
    ],
    [
      'a mock of both kinds',
      task,
      { mock: { result: '1', errorOutput: { error: 'E' } } },
      'A test mock should have only one of the following fields: [result, errorOutput].',
    ],
  ])('A4: refuses %s', async (_, definition, more, message) => {
    const engine = await openStates({
      file: ':memory:',
      clock: { now: () => 0 },
      invoke: () => Promise.reject(new Error()),
    });
    const answer = await engine.handle('TestState', {
      definition: JSON.stringify({ ...definition, End: true }),
      input: '{}',
      variables: '{"y":2}',
      ...more,
    });
    expect(answer).toMatchObject({
      status: 400,
      body: { message, __type: expect.stringContaining('ValidationException') as string },
    });
    await engine.close();
  });

  it('refuses what is no state', async () => {
    const engine = await openStates({
      file: ':memory:',
      clock: { now: () => 0 },
      invoke: () => Promise.reject(new Error()),
    });
    expect(await engine.handle('TestState', { definition: '{"Type":"Nap"}' })).toMatchObject({ status: 400 });
    await engine.close();
  });
});
