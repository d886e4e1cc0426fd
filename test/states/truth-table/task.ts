import { expect } from 'vitest';
import type { Json, Row } from '../row.ts';
import { sources as from } from '../sources.ts';
import { direct, echo, failed, failing, hanging, invoking, machine, nothing, one, returns, succeeded } from '../machines.ts';

const invoked = ['ExecutionStarted', 'TaskStateEntered', 'TaskScheduled', 'TaskStarted', 'TaskSucceeded', 'TaskStateExited', 'ExecutionSucceeded'];
const called = ['ExecutionStarted', 'TaskStateEntered', 'LambdaFunctionScheduled', 'LambdaFunctionStarted', 'LambdaFunctionSucceeded', 'TaskStateExited', 'ExecutionSucceeded'];
const chain = [0, 0, 2, 3, 4, 5, 6];
const lambda = { resourceType: 'lambda', resource: 'invoke' };
const answered = (payload: unknown) => expect.objectContaining({ ExecutedVersion: '$LATEST', Payload: payload, StatusCode: 200, SdkHttpMetadata: expect.objectContaining({ HttpStatusCode: 200 }), SdkResponseMetadata: expect.objectContaining({ RequestId: expect.any(String) }) });
const literals: Json = { n: null, i: 0, f: 0.1, t: true, s: 'constant string', padded: ' {% states.input %} ', v: '$states.input', l: [null, [], { c: 0 }], o: {} };

export const taskRows: readonly Row[] = [
  {
    kind: 'run', id: 'task-invoke', title: 'lambda:invoke hands Payload to the function and wraps its answer', source: from.recorded.output,
    definition: one(invoking('echo')), input: { a: 1 }, functions: { echo },
    expect: succeeded(answered({ a: 1 }), {
      history: invoked, previous: chain, payloads: { echo: [{ a: 1 }] },
      events: {
        3: { taskScheduledEventDetails: { ...lambda, region: expect.any(String), parameters: { FunctionName: 'echo', Payload: { a: 1 } } } },
        4: { taskStartedEventDetails: lambda },
        5: { taskSucceededEventDetails: { ...lambda, output: answered({ a: 1 }), outputDetails: { truncated: false } } },
      },
    }),
  },
  {
    kind: 'run', id: 'task-output', title: 'Output picks from $states.result and $states.input', source: from.recorded.output,
    definition: one(invoking('echo', { Output: { got: '{% $states.result.Payload %}', gave: '{% $states.input %}' } })), input: { x: [1] }, functions: { echo }, expect: succeeded({ got: { x: [1] }, gave: { x: [1] } }),
  },
  {
    kind: 'run', id: 'task-direct', title: 'a function by its own ARN is given the input and its answer is the result', source: from.recorded.arguments,
    definition: direct('echo'), input: { a: 1 }, functions: { echo },
    expect: succeeded({ a: 1 }, {
      history: called, previous: chain,
      events: {
        3: { lambdaFunctionScheduledEventDetails: { resource: expect.stringMatching(/:function:echo$/), input: { a: 1 }, inputDetails: { truncated: false } } },
        5: { lambdaFunctionSucceededEventDetails: { output: { a: 1 }, outputDetails: { truncated: false } } },
      },
    }),
  },
  {
    kind: 'run', id: 'task-direct-arguments', title: 'Arguments replace the input, literals as they are', source: from.recorded.arguments,
    definition: direct('echo', { Arguments: literals }), input: { a: 1 }, functions: { echo }, expect: succeeded(literals, { payloads: { echo: [literals] } }),
  },
  {
    kind: 'run', id: 'task-direct-empty', title: 'empty Arguments are an empty object', source: from.recorded.arguments, definition: direct('echo', { Arguments: {} }), input: { a: 1 }, functions: { echo }, expect: succeeded({}),
  },
  {
    kind: 'run', id: 'task-direct-expression', title: 'Arguments may be one expression', source: from.recorded.arguments,
    definition: direct('echo', { Arguments: '{% $states.input.input_values %}', Output: '{% $states.result[0] %}' }), input: { input_values: [1, 2, 3] }, functions: { echo }, expect: succeeded(1, { payloads: { echo: [[1, 2, 3]] } }),
  },
  {
    kind: 'run', id: 'task-no-payload', title: 'without Payload the function gets an empty object', source: from.guide.lambda,
    definition: one({ Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Arguments: { FunctionName: 'echo' }, Output: '{% $states.result.Payload %}' }), input: { a: 1 }, functions: { echo }, expect: succeeded({}, { payloads: { echo: [{}] } }),
  },
  {
    kind: 'run', id: 'task-name-expression', title: 'FunctionName may be an expression and an ARN', source: from.guide.lambda,
    definition: one({ Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Arguments: { FunctionName: '{% $states.input.f %}', Payload: 1 }, Output: '{% $states.result.Payload %}' }),
    input: { f: 'arn:aws:lambda:eu-central-1:123456789012:function:echo' }, functions: { echo }, expect: succeeded(1),
  },
  ...([null, 3, 'text', [1, { a: null }], false] as Json[]).map((value, i): Row => ({
    kind: 'run', id: `task-answer-${i}`, title: `the function may answer ${JSON.stringify(value)}`, source: from.guide.lambda,
    definition: one(invoking('f', { Output: '{% $states.result.Payload %}' })), functions: { f: () => returns(value) }, expect: succeeded(value),
  })),
  {
    kind: 'run', id: 'task-fails', title: 'a function that fails gives its type as the error and its payload as the cause', source: from.recorded.lambdaInvokeErrors,
    definition: one(invoking('broken')), functions: { broken: failing('Exception', 'Some exception was raised.') },
    expect: failed('Exception', /"errorMessage":\s?"Some exception was raised\."/, {
      history: ['ExecutionStarted', 'TaskStateEntered', 'TaskScheduled', 'TaskStarted', 'TaskFailed', 'ExecutionFailed'], previous: [0, 0, 2, 3, 4, 5],
      events: { 5: { taskFailedEventDetails: { ...lambda, error: 'Exception', cause: expect.stringMatching(/^\{.*"errorType":\s?"Exception"/) } }, 6: { executionFailedEventDetails: { error: 'Exception' } } },
    }),
  },
  {
    kind: 'run', id: 'task-direct-fails', title: 'so does one called by its ARN', source: from.recorded.lambdaErrors,
    definition: direct('broken'), functions: { broken: failing('Exception', 'Some exception was raised.') },
    expect: failed('Exception', /"errorMessage":\s?"Some exception was raised\."/, {
      history: ['ExecutionStarted', 'TaskStateEntered', 'LambdaFunctionScheduled', 'LambdaFunctionStarted', 'LambdaFunctionFailed', 'ExecutionFailed'], previous: [0, 0, 2, 3, 4, 5],
      events: { 5: { lambdaFunctionFailedEventDetails: { error: 'Exception' } } },
    }),
  },
  {
    kind: 'run', id: 'task-timeout', title: 'TimeoutSeconds ends a call that does not come back, with no cause', source: from.recorded.timeouts,
    definition: one(invoking('hanging', { TimeoutSeconds: 5 })), functions: { hanging },
    expect: failed('States.Timeout', null, {
      seconds: 5, history: ['ExecutionStarted', 'TaskStateEntered', 'TaskScheduled', 'TaskStarted', 'TaskTimedOut', 'ExecutionFailed'], previous: [0, 0, 2, 3, 4, 5],
      events: { 3: { taskScheduledEventDetails: { timeoutInSeconds: 5 } }, 5: { taskTimedOutEventDetails: { ...lambda, error: 'States.Timeout' } }, 6: { executionFailedEventDetails: { error: 'States.Timeout' } } },
    }),
  },
  {
    kind: 'run', id: 'task-direct-timeout', title: 'TimeoutSeconds of a function called by its ARN', source: from.recorded.timeouts,
    definition: direct('hanging', { TimeoutSeconds: 5 }), functions: { hanging },
    expect: failed('States.Timeout', null, {
      seconds: 5, history: ['ExecutionStarted', 'TaskStateEntered', 'LambdaFunctionScheduled', 'LambdaFunctionStarted', 'LambdaFunctionTimedOut', 'ExecutionFailed'],
      events: { 3: { lambdaFunctionScheduledEventDetails: { timeoutInSeconds: 5 } }, 5: { lambdaFunctionTimedOutEventDetails: { error: 'States.Timeout' } } },
    }),
  },
  {
    kind: 'run', id: 'task-timeout-expression', title: 'TimeoutSeconds may be an expression, which the history shows as a number', source: from.recorded.expressions,
    definition: one(invoking('echo', { TimeoutSeconds: '{% $states.input.limit %}', Output: 1 })), input: { limit: 1 }, functions: { echo }, expect: succeeded(1, { history: invoked, events: { 3: { taskScheduledEventDetails: { timeoutInSeconds: 1 } } } }),
  },
  {
    kind: 'run', id: 'task-heartbeat-expression', title: 'so may HeartbeatSeconds', source: from.recorded.expressions,
    definition: one(invoking('echo', { HeartbeatSeconds: '{% $states.input.input_value %}', Output: 1 })), input: { input_value: 1 }, functions: { echo }, expect: succeeded(1, { events: { 3: { taskScheduledEventDetails: { heartbeatInSeconds: 1 } } } }),
  },
  ...([['a text', '{% "5" %}'], ['a negative number', '{% -1 %}'], ['a fraction', '{% 1.5 %}']] as const).map(([name, TimeoutSeconds], i): Row => ({
    kind: 'run', id: `task-timeout-type-${i}`, title: `a TimeoutSeconds that yields ${name} fails before the call`, source: from.guide.jsonata,
    definition: one(invoking('echo', { TimeoutSeconds })), functions: { echo }, expect: failed('States.QueryEvaluationError', /TimeoutSeconds/, { calls: { echo: 0 } }),
  })),
  {
    kind: 'run', id: 'task-arguments-undefined', title: 'Arguments that yield nothing fail before the call', source: from.measured.nothing,
    definition: one({ Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Arguments: { FunctionName: 'echo', Payload: { x: '{% $states.input.no %}' } } }), functions: { echo },
    expect: failed('States.QueryEvaluationError', nothing('S', 2, '$states.input.no', 'Arguments/Payload/x'), {
      calls: { echo: 0 }, history: ['ExecutionStarted', 'TaskStateEntered', 'EvaluationFailed', 'ExecutionFailed'],
    }),
  },
  {
    kind: 'run', id: 'task-output-undefined', title: 'an Output that yields nothing fails after the call', source: from.measured.nothing,
    definition: one(invoking('echo', { Output: '{% $states.result.Payload.no %}' })), functions: { echo },
    expect: failed('States.QueryEvaluationError', nothing('S', 2, '$states.result.Payload.no', 'Output'), {
      calls: { echo: 1 }, history: ['ExecutionStarted', 'TaskStateEntered', 'TaskScheduled', 'TaskStarted', 'TaskSucceeded', 'EvaluationFailed', 'ExecutionFailed'], previous: [0, 0, 2, 3, 4, 5, 6],
    }),
  },
  {
    kind: 'run', id: 'task-context', title: 'the context object of a Task counts its retries', source: from.recorded.scenarios,
    definition: one({ Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Arguments: { FunctionName: 'echo', Payload: '{% $states.context.State %}' }, Output: '{% $states.result.Payload %}' }), functions: { echo },
    expect: succeeded({ Name: 'S', EnteredTime: '2026-01-01T00:00:00.000Z', RetryCount: 0 }),
  },
  {
    kind: 'run', id: 'task-no-token', title: 'a Task that waits for no token has none in its context', source: from.guide.context,
    definition: one({ Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Arguments: { FunctionName: 'echo', Payload: '{% $exists($states.context.Task) %}' }, Output: '{% $states.result.Payload %}' }), functions: { echo }, expect: succeeded(false),
  },
  {
    kind: 'run', id: 'task-two', title: 'two Tasks in a row', source: from.guide.task,
    definition: machine({ A: invoking('add', { Output: '{% $states.result.Payload %}', Next: 'B' }), B: invoking('add', { Output: '{% $states.result.Payload %}', End: true }) }),
    input: 1, functions: { add: (n) => returns(Number(n) + 1) }, expect: succeeded(3, { calls: { add: 2 }, payloads: { add: [1, 2] } }),
  },
];
