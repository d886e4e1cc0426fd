import * as fc from 'fast-check';

/** A step of a generated machine. All are deterministic, so that every run must come to the same end. */
export type Step =
  | { readonly kind: 'pass'; readonly add: number }
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'call'; readonly add: number; readonly fails: number }
  | { readonly kind: 'ask'; readonly add: number; readonly refused: boolean }
  | { readonly kind: 'fork'; readonly branches: readonly (readonly Step[])[] }
  | {
      readonly kind: 'each';
      readonly items: readonly number[];
      readonly limit: number;
      readonly steps: readonly Step[];
    }
  | { readonly kind: 'start'; readonly add: number; readonly fails: boolean };

const add = fc.integer({ min: 0, max: 9 });
const simple: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('pass' as const), add }),
  fc.record({ kind: fc.constant('wait' as const), seconds: fc.integer({ min: 0, max: 400 }) }),
  fc.record({ kind: fc.constant('call' as const), add, fails: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ kind: fc.constant('ask' as const), add, refused: fc.boolean() }),
  fc.record({ kind: fc.constant('start' as const), add, fails: fc.boolean() }),
);
const short = fc.array(simple, { minLength: 1, maxLength: 3 });

export const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: simple },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('fork' as const),
        branches: fc.array(short, { minLength: 1, maxLength: 3 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('each' as const),
        items: fc.array(add, { maxLength: 5 }),
        limit: fc.integer({ min: 0, max: 3 }),
        steps: short,
      }),
    },
  ),
  { minLength: 1, maxLength: 5 },
);

const plus = (amount: number): string => `{% $states.input + ${String(amount)} %}`;
const caught = { ErrorEquals: ['States.ALL'], Output: '{% $states.input - 1 %}' };
export const childName = 'child';
export const childDefinition = JSON.stringify({
  QueryLanguage: 'JSONata',
  StartAt: 'Odd',
  States: {
    Odd: {
      Type: 'Choice',
      Choices: [{ Condition: '{% $states.input.fails and $states.input.value % 2 = 1 %}', Next: 'No' }],
      Default: 'Rest',
    },
    Rest: { Type: 'Wait', Seconds: 7, Next: 'Yes' },
    Yes: { Type: 'Succeed', Output: '{% $states.input.value * 2 %}' },
    No: { Type: 'Fail', Error: 'Odd', Cause: 'an odd value' },
  },
});

type States = Record<string, Record<string, unknown>>;

export function definitionOf(list: readonly Step[], childArn: string): string {
  let names = 0;
  const scope = (inner: readonly Step[]): { StartAt: string; States: States } => {
    const named = inner.map((step) => ({ step, name: `S${String(names++)}` }));
    const States: States = {};
    named.forEach(({ step, name }, index) => {
      const next = named[index + 1]?.name;
      const way = next === undefined ? { End: true } : { Next: next };
      const after = `A${String(names++)}`;
      const recover = {
        Catch: [{ ...caught, Assign: { [`failure${name}`]: '{% $states.errorOutput.Error %}' }, Next: after }],
      };
      States[name] = {
        ...stateOf(step, name, scope, childArn),
        ...way,
        ...(['call', 'ask', 'start'].includes(step.kind) ? recover : {}),
      };
      if ('Catch' in States[name]) States[after] = { Type: 'Pass', ...way };
    });
    return { StartAt: named[0]?.name ?? '', States };
  };
  return JSON.stringify({ QueryLanguage: 'JSONata', ...scope(list) });
}

function stateOf(
  step: Step,
  name: string,
  scope: (steps: readonly Step[]) => unknown,
  childArn: string,
): Record<string, unknown> {
  const sum = (source: string): string => `{% $sum($append(0, ${source})) %}`;
  switch (step.kind) {
    case 'pass':
      return { Type: 'Pass', Assign: { [`seen${name}`]: '{% $states.input %}' }, Output: plus(step.add) };
    case 'wait':
      return { Type: 'Wait', Seconds: step.seconds };
    case 'call':
      return {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke',
        TimeoutSeconds: 60,
        Arguments: {
          FunctionName: 'add',
          Payload: {
            value: '{% $states.input %}',
            add: step.add,
            fails: step.fails,
            retries: '{% $states.context.State.RetryCount %}',
          },
        },
        Retry: [{ ErrorEquals: ['Flaky'], IntervalSeconds: 5, MaxAttempts: 2, BackoffRate: 2 }],
        Output: '{% $states.result.Payload %}',
      };
    case 'ask':
      return {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
        TimeoutSeconds: 100_000,
        Arguments: {
          FunctionName: 'ask',
          Payload: {
            token: '{% $states.context.Task.Token %}',
            value: '{% $states.input %}',
            add: step.add,
            refused: step.refused,
          },
        },
      };
    case 'start':
      return {
        Type: 'Task',
        Resource: 'arn:aws:states:::states:startExecution.sync:2',
        Arguments: { StateMachineArn: childArn, Input: { value: '{% $states.input %}', fails: step.fails } },
        Output: `{% $states.result.Output + ${String(step.add)} %}`,
      };
    case 'fork':
      return { Type: 'Parallel', Branches: step.branches.map(scope), Output: sum('$states.result') };
    case 'each':
      return {
        Type: 'Map',
        Items: step.items,
        MaxConcurrency: step.limit,
        ItemSelector: '{% $states.input + $states.context.Map.Item.Value %}',
        ItemProcessor: scope(step.steps),
        Output: sum('$states.result'),
      };
  }
}
