import type { Act, Definition, Expected, FunctionAnswer, Json, Outcome, RowFunction } from './row.ts';

/** A JSONata machine of these states that starts at the first of them. */
export function machine(states: Record<string, Expected>, more: Expected = {}): Expected {
  return { QueryLanguage: 'JSONata', StartAt: Object.keys(states)[0] ?? '', States: states, ...more };
}

/** A machine of the one state `S`, which ends it. */
export function one(state: Expected, more: Expected = {}): Expected {
  const ends = state['Type'] === 'Succeed' || state['Type'] === 'Fail' || state['Type'] === 'Choice';
  return machine({ S: ends ? state : { ...state, End: true } }, more);
}

/** A Pass state with this output that ends the machine. */
export const passing = (output: unknown): Expected => one({ Type: 'Pass', Output: output });

/** The States of a branch or an item processor, starting at the first. */
export function processor(states: Record<string, Expected>, more: Expected = {}): Expected {
  return { StartAt: Object.keys(states)[0] ?? '', States: states, ...more };
}

/** A state that calls the function `name` by the optimized integration. */
export function invoking(name: string, more: Expected = {}): Expected {
  return {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Arguments: { FunctionName: name, Payload: '{% $states.input %}' },
    ...more,
  };
}

/** A state that calls the function `name` with a task token and waits for its answer. */
export function waiting(name: string, more: Expected = {}): Expected {
  return {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
    Arguments: { FunctionName: name, Payload: { token: '{% $states.context.Task.Token %}' } },
    ...more,
  };
}

/** A machine whose one state `S` is a Task on the function's own ARN. */
export const direct =
  (name: string, more: Expected = {}, top: Expected = {}): Definition =>
  (arns) =>
    one({ Type: 'Task', Resource: arns.functionArn(name), ...more }, top);

export const returns = (payload: Json): FunctionAnswer => ({ does: 'return', payload });
export const fails = (errorType: string, errorMessage = 'it failed'): FunctionAnswer => ({
  does: 'fail',
  errorType,
  errorMessage,
});
const hangs: FunctionAnswer = { does: 'hang' };

/** A function that answers what it is given. */
export const echo: RowFunction = (payload) => returns(payload);
/** A function that always fails so. */
export const failing =
  (errorType: string, errorMessage?: string): RowFunction =>
  () =>
    fails(errorType, errorMessage);
/** A function that fails so `times` times and then answers `then`. */
export const failingTimes =
  (times: number, errorType: string, then: Json = 'well'): RowFunction =>
  (_, call) =>
    call <= times ? fails(errorType) : returns(then);
/** A function that never comes back. */
export const hanging: RowFunction = () => hangs;

export const succeeded = (output: unknown, more: Partial<Outcome> = {}): Outcome => ({
  status: 'SUCCEEDED',
  output,
  ...more,
});
export const failed = (error: string | null, cause?: Outcome['cause'], more: Partial<Outcome> = {}): Outcome => ({
  status: 'FAILED',
  error,
  ...(cause === undefined ? {} : { cause }),
  ...more,
});

/** AWS's opening of the cause of a failure that the interpreter itself raises. */
export const during = (state: string, event: number): string =>
  `An error occurred while executing the state '${state}' (entered at the event id #${event}). `;
/** AWS's cause when an expression yields nothing. */
export const nothing = (state: string, event: number, expression: string, field: string): string =>
  `${during(state, event)}The JSONata expression '${expression}' specified for the field '${field}' returned nothing (undefined).`;
/** AWS's cause when an expression yields a value of another type than the field takes. */
export const mistyped = (
  state: string,
  event: number,
  expression: string,
  field: string,
  types: readonly [expected: string, was: string],
  value: string,
): string =>
  `${during(state, event)}The JSONata expression '${expression}' specified for the field '${field}' returned an unexpected result type. Expected '${types[0]}', but was '${types[1]}' for value: ${value}`;
/** AWS's cause when an expression throws, with JSONata's code and message. */
export const threw = (state: string, event: number, expression: string, field: string, message: string): string =>
  `${during(state, event)}The JSONata expression '${expression}' specified for the field '${field}' threw an error during evaluation. ${message}`;

export const advance = (seconds: number): Act => ({ act: 'advance', seconds });
export const answer = (output: Json): Act => ({ act: 'success', output });
