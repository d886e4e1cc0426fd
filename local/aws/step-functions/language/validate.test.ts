import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openStates } from '../index.ts';
import { validate } from './validate.ts';

const branch = (name: string): object => ({ StartAt: name, States: { [name]: { Type: 'Pass', End: true } } });
const whole = {
  QueryLanguage: 'JSONata',
  StartAt: 'Pass',
  TimeoutSeconds: 600,
  Comment: 'all there is',
  States: {
    Pass: {
      Type: 'Pass',
      Assign: { x: '{% $states.input %}' },
      Output: { a: [1, '{% $states.context.State.Name %}'] },
      Next: 'Wait',
    },
    Wait: { Type: 'Wait', Seconds: '{% 0 %}', Next: 'Task' },
    Task: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: { FunctionName: 'f', Payload: '{% $x %}' },
      TimeoutSeconds: 60,
      HeartbeatSeconds: '{% 5 %}',
      Retry: [
        {
          ErrorEquals: ['A'],
          IntervalSeconds: 1,
          MaxAttempts: 1,
          BackoffRate: 1.5,
          MaxDelaySeconds: 9,
          JitterStrategy: 'FULL',
        },
      ],
      Catch: [{ ErrorEquals: ['States.ALL'], Assign: { e: '{% $states.errorOutput %}' }, Output: 1, Next: 'Fail' }],
      Next: 'Parallel',
    },
    Parallel: {
      Type: 'Parallel',
      Arguments: 1,
      Branches: [branch('B1'), branch('B2')],
      Output: '{% $states.result %}',
      Next: 'Map',
    },
    Map: {
      Type: 'Map',
      Items: [1, '{% 2 %}'],
      ItemSelector: '{% $states.context.Map.Item %}',
      MaxConcurrency: 1,
      ToleratedFailureCount: 1,
      ItemProcessor: { ProcessorConfig: { Mode: 'INLINE' }, ...branch('I') },
      Next: 'Choice',
    },
    Choice: {
      Type: 'Choice',
      Choices: [{ Condition: '{% $count($states.input) > 5 %}', Output: 1, Next: 'Fail' }],
      Default: 'End',
    },
    Fail: { Type: 'Fail', Error: '{% "E" %}', Cause: 'c' },
    End: { Type: 'Succeed', Output: '{% $x %}' },
  },
};

describe('a definition', () => {
  it('with everything in it is valid', () => {
    expect(validate(JSON.stringify(whole))).toEqual([]);
  });

  it.each<[string, object, string]>([
    [
      'Credentials',
      { Type: 'Task', Resource: 'arn:aws:lambda:eu-central-1:1:function:f', Credentials: { RoleArn: 'x' } },
      "Field 'Credentials' is not run by this engine",
    ],
    [
      'a distributed Map',
      {
        Type: 'Map',
        ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, ...branch('I') },
      },
      'Mode DISTRIBUTED is not run by this engine',
    ],
    [
      'an item reader',
      { Type: 'Map', ItemReader: {}, ItemProcessor: branch('I') },
      "Field 'ItemReader' is not run by this engine",
    ],
    [
      'an asynchronous call',
      {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke',
        Arguments: { FunctionName: 'f', InvocationType: 'Event' },
      },
      "The field 'InvocationType' is not run by this engine",
    ],
    [
      'JSONPath',
      { Type: 'Pass', QueryLanguage: 'JSONPath', InputPath: '$.a' },
      "Field 'InputPath' needs JSONPath, which this engine does not run: set QueryLanguage to JSONata",
    ],
  ])('that AWS would run is refused for %s', (_, state, message) => {
    const definition = { StartAt: 'S', States: { S: { QueryLanguage: 'JSONata', ...state, End: true } } };
    expect(validate(JSON.stringify(definition))).toContainEqual(
      expect.objectContaining({ code: 'UNSUPPORTED_BY_LOCAL_ENGINE', message }),
    );
  });

  it('that AWS would run is refused for a number that would be changed', () => {
    const text =
      '{"StartAt":"S","States":{"S":{"Type":"Succeed","QueryLanguage":"JSONata","Output":9007199254740993}}}';
    expect(validate(text)).toEqual([expect.objectContaining({ code: 'UNSUPPORTED_BY_LOCAL_ENGINE' })]);
  });

  it('of JSONPath runs where nothing depends on the language', () => {
    const definition = {
      StartAt: 'A',
      States: {
        A: { Type: 'Wait', Seconds: 1, Next: 'P' },
        P: { Type: 'Parallel', Branches: [branch('B')], Next: 'Z' },
        Z: { Type: 'Fail', Error: 'E' },
      },
    };
    expect(validate(JSON.stringify(definition))).toEqual([]);
  });
});

/** Puts something else in a place of a value, found by turns. */
function mutate(value: unknown, turns: readonly number[], other: unknown): unknown {
  const [turn, ...rest] = turns;
  if (turn === undefined || typeof value !== 'object' || value === null || Object.keys(value).length === 0)
    return other;
  const keys = Object.keys(value);
  const key = keys[turn % keys.length] ?? '';
  const member = mutate((value as Record<string, unknown>)[key], rest, other);
  return Array.isArray(value)
    ? value.map((item, index) => (String(index) === key ? member : item))
    : { ...value, [key]: member };
}

const others = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(
    '{% $x %}',
    '{% $states.input %}',
    '{% $states.',
    '{% 1 +',
    '{% $$ %}',
    '{% -1 %}',
    '{% "a" %}',
    '{% null %}',
    -1,
    0,
    1.5,
    [],
    {},
    '',
    'Pass',
    'End',
    null,
  ),
);

describe('a definition with something wrong in it', () => {
  const mutations = fc.tuple(fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 6 }), others);

  it('is judged, and if it is taken it runs to an end that is not our fault', async () => {
    const engine = await openStates({
      file: ':memory:',
      clock: { now: () => 0 },
      invoke: (_, payload) => Promise.resolve({ kind: 'ok', payload }),
    });
    let machines = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(mutations, { minLength: 1, maxLength: 2 }), async (changes) => {
        const definition = JSON.stringify(
          changes.reduce<unknown>((value, [turns, other]) => mutate(value, turns, other), whole),
        );
        if (validate(definition).length > 0) return;
        const made = await engine.handle('CreateStateMachine', {
          name: `m${String(machines++)}`,
          definition,
          roleArn: 'arn:aws:iam::000000000000:role/x',
        });
        expect(made.status, JSON.stringify(made.body)).toBe(200);
        const { executionArn } = (
          await engine.handle('StartExecution', {
            stateMachineArn: (made.body as { stateMachineArn: string }).stateMachineArn,
          })
        ).body as { executionArn: string };
        await engine.idle();
        const { cause = '' } = (await engine.handle('DescribeExecution', { executionArn })).body as { cause?: string };
        expect(cause).not.toContain('Internal error');
      }),
      { numRuns: 400 },
    );
    await engine.close();
  });
});
