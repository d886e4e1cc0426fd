import { expect } from 'vitest';
import type { Expected, Row } from '../row.ts';
import { sources as from } from '../sources.ts';
import { advance, answer, direct, echo, failed, failing, failingTimes, hanging, invoking, machine, nothing, one, returns, succeeded, waiting } from '../machines.ts';

const retrying = (Retry: Expected[], more: Expected = {}): Expected => one(invoking('f', { Output: '{% $states.result.Payload %}', Retry, ...more }));
/** A Task `T` with these catchers; of `A` and `B`, which end with their own name as the key, those that a catcher leads to. */
const caught = (Catch: Expected[], more: Expected = {}): Expected => {
  const ends = ['A', 'B'].filter((name) => Catch.some(({ Next }) => Next === name));
  return machine({ T: invoking('f', { Catch, End: true, ...more }), ...Object.fromEntries(ends.map((name) => [name, { Type: 'Pass', Output: { [name.toLowerCase()]: '{% $states.input %}' }, End: true }])) });
};
const cause = expect.stringMatching(/^\{.*"errorType":\s?"Kaboom"/);
const boom = failing('Kaboom');

export const retryCatchRows: readonly Row[] = [
  {
    kind: 'run', id: 'retry-defaults', title: 'three more attempts after 1, 2 and 4 seconds', source: from.guide.errors,
    definition: retrying([{ ErrorEquals: ['Kaboom'] }]), functions: { f: boom }, expect: failed('Kaboom', undefined, { seconds: 7, calls: { f: 4 } }),
  },
  {
    kind: 'run', id: 'retry-events', title: 'each attempt is scheduled, started and failed anew', source: from.recorded.scenarios,
    definition: retrying([{ ErrorEquals: ['Kaboom'] }]), functions: { f: failingTimes(2, 'Kaboom') },
    expect: succeeded('well', {
      seconds: 3, history: ['ExecutionStarted', 'TaskStateEntered', 'TaskScheduled', 'TaskStarted', 'TaskFailed', 'TaskScheduled', 'TaskStarted', 'TaskFailed', 'TaskScheduled', 'TaskStarted', 'TaskSucceeded', 'TaskStateExited', 'ExecutionSucceeded'],
      previous: [0, 0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    }),
  },
  {
    kind: 'run', id: 'retry-direct', title: 'so it is with a function by its ARN', source: from.recorded.scenarios,
    definition: direct('f', { Retry: [{ ErrorEquals: ['Kaboom'], MaxAttempts: 1 }] }), functions: { f: boom },
    expect: failed('Kaboom', undefined, { seconds: 1, history: ['ExecutionStarted', 'TaskStateEntered', 'LambdaFunctionScheduled', 'LambdaFunctionStarted', 'LambdaFunctionFailed', 'LambdaFunctionScheduled', 'LambdaFunctionStarted', 'LambdaFunctionFailed', 'ExecutionFailed'], previous: [0, 0, 2, 3, 4, 5, 6, 7, 8] }),
  },
  { kind: 'run', id: 'retry-interval', title: 'IntervalSeconds and BackoffRate', source: from.guide.errors, definition: retrying([{ ErrorEquals: ['Kaboom'], IntervalSeconds: 3, BackoffRate: 1.5, MaxAttempts: 3 }]), functions: { f: boom }, expect: failed('Kaboom', undefined, { seconds: { from: 13, to: 15 }, calls: { f: 4 } }) },
  { kind: 'run', id: 'retry-constant', title: 'a BackoffRate of 1 keeps the interval', source: from.guide.errors, definition: retrying([{ ErrorEquals: ['Kaboom'], IntervalSeconds: 5, BackoffRate: 1, MaxAttempts: 4 }]), functions: { f: boom }, expect: failed('Kaboom', undefined, { seconds: 20, calls: { f: 5 } }) },
  { kind: 'run', id: 'retry-max-delay', title: 'MaxDelaySeconds bounds the interval', source: from.guide.errors, definition: retrying([{ ErrorEquals: ['Kaboom'], IntervalSeconds: 3, BackoffRate: 2, MaxDelaySeconds: 5, MaxAttempts: 4 }]), functions: { f: boom }, expect: failed('Kaboom', undefined, { seconds: 18, calls: { f: 5 } }) },
  { kind: 'run', id: 'retry-jitter', title: 'full jitter waits at most the interval', source: from.guide.errors, definition: retrying([{ ErrorEquals: ['Kaboom'], IntervalSeconds: 10, BackoffRate: 1, MaxAttempts: 3, JitterStrategy: 'FULL' }]), functions: { f: boom }, expect: failed('Kaboom', undefined, { seconds: { from: 0, to: 30 }, calls: { f: 4 } }) },
  { kind: 'run', id: 'retry-jitter-none', title: 'no jitter waits the interval', source: from.guide.errors, definition: retrying([{ ErrorEquals: ['Kaboom'], IntervalSeconds: 10, BackoffRate: 1, MaxAttempts: 3, JitterStrategy: 'NONE' }]), functions: { f: boom }, expect: failed('Kaboom', undefined, { seconds: 30 }) },
  { kind: 'run', id: 'retry-never', title: 'MaxAttempts 0 does not retry, and no later retrier does', source: from.guide.errors, definition: retrying([{ ErrorEquals: ['Kaboom'], MaxAttempts: 0 }, { ErrorEquals: ['States.ALL'] }]), functions: { f: boom }, expect: failed('Kaboom', undefined, { seconds: 0, calls: { f: 1 } }) },
  { kind: 'run', id: 'retry-other', title: 'an error that no retrier names is not retried', source: from.guide.errors, definition: retrying([{ ErrorEquals: ['Other'] }]), functions: { f: boom }, expect: failed('Kaboom', undefined, { calls: { f: 1 } }) },
  { kind: 'run', id: 'retry-first', title: 'the first retrier that names the error counts', source: from.spec.retry, definition: retrying([{ ErrorEquals: ['Kaboom'], IntervalSeconds: 7, MaxAttempts: 1 }, { ErrorEquals: ['States.TaskFailed'], IntervalSeconds: 100 }]), functions: { f: boom }, expect: failed('Kaboom', undefined, { seconds: 7, calls: { f: 2 } }) },
  {
    kind: 'run', id: 'retry-own-counts', title: 'each retrier counts its own attempts', source: from.spec.retry,
    definition: retrying([{ ErrorEquals: ['A'], IntervalSeconds: 1, MaxAttempts: 2, BackoffRate: 1 }, { ErrorEquals: ['B'], IntervalSeconds: 10, MaxAttempts: 2, BackoffRate: 1 }]),
    functions: { f: (_, call) => ({ does: 'fail', errorType: call % 2 === 1 ? 'A' : 'B', errorMessage: '' }) }, expect: failed('A', undefined, { seconds: 22, calls: { f: 5 } }),
  },
  {
    kind: 'run', id: 'retry-backoff-own', title: 'and its own backoff', source: from.spec.retry,
    definition: retrying([{ ErrorEquals: ['A'], IntervalSeconds: 1, MaxAttempts: 3, BackoffRate: 2 }, { ErrorEquals: ['B'], IntervalSeconds: 10, MaxAttempts: 3, BackoffRate: 2 }]),
    functions: { f: (_, call) => call > 4 ? returns('well') : { does: 'fail', errorType: call % 2 === 1 ? 'A' : 'B', errorMessage: '' } }, expect: succeeded('well', { seconds: 33 }),
  },
  { kind: 'run', id: 'retry-all', title: 'States.ALL retries what no earlier retrier names', source: from.guide.errors, definition: retrying([{ ErrorEquals: ['Other'] }, { ErrorEquals: ['States.ALL'], IntervalSeconds: 2 }]), functions: { f: failingTimes(1, 'Kaboom') }, expect: succeeded('well', { seconds: 2 }) },
  { kind: 'run', id: 'retry-timeout', title: 'a timeout is retried with a new clock', source: from.guide.errors, definition: one(invoking('f', { TimeoutSeconds: 10, Output: 1, Retry: [{ ErrorEquals: ['States.Timeout'], IntervalSeconds: 5, MaxAttempts: 1 }] })), functions: { f: hanging }, expect: failed('States.Timeout', null, { seconds: 25, calls: { f: 2 } }) },
  {
    kind: 'run', id: 'retry-count', title: 'Arguments are evaluated anew, with the count of retries', source: from.recorded.scenarios,
    definition: one({ Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Arguments: { FunctionName: 'f', Payload: '{% $states.context.State.RetryCount %}' }, Retry: [{ ErrorEquals: ['States.ALL'] }], Output: 'done' }),
    functions: { f: failingTimes(3, 'Kaboom') }, expect: succeeded('done', { payloads: { f: [0, 1, 2, 3] } }),
  },
  {
    kind: 'run', id: 'retry-token', title: 'a new attempt has a new token, the old one is of no use', source: from.guide.callback,
    definition: one(waiting('f', { TimeoutSeconds: 10, Retry: [{ ErrorEquals: ['States.Timeout'], IntervalSeconds: 1 }] })), functions: { f: echo },
    acts: [advance(12), { act: 'success', output: 'late', token: 0, refused: 'TaskTimedOut' }, { act: 'success', output: 'fresh', token: 1 }], expect: succeeded('fresh'),
  },
  {
    kind: 'run', id: 'retry-evaluation', title: 'a failed expression is retried too, one EvaluationFailed an attempt', source: from.measured.branches,
    definition: one({ Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Arguments: { FunctionName: 'f', Payload: '{% $states.input.missing %}' }, Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 1 }] }), functions: { f: echo },
    expect: failed('States.QueryEvaluationError', nothing('S', 2, '$states.input.missing', 'Arguments/Payload'), { history: ['ExecutionStarted', 'TaskStateEntered', 'EvaluationFailed', 'EvaluationFailed', 'ExecutionFailed'], previous: [0, 0, 2, 3, 4], seconds: 1 }),
  },
  { kind: 'run', id: 'retry-then-catch', title: 'Catch sees the error when the attempts are used up', source: from.guide.errors, definition: caught([{ ErrorEquals: ['Kaboom'], Output: 1, Next: 'A' }], { Retry: [{ ErrorEquals: ['Kaboom'], MaxAttempts: 2 }] }), functions: { f: boom }, expect: succeeded({ a: 1 }, { seconds: 3, calls: { f: 3 } }) },
  {
    kind: 'run', id: 'catch-output', title: 'without an Output the error is the next state\'s input', source: from.recorded.errorOutput,
    definition: caught([{ ErrorEquals: ['States.ALL'], Next: 'A' }]), functions: { f: boom },
    expect: succeeded({ a: { Error: 'Kaboom', Cause: cause } }, {
      history: ['ExecutionStarted', 'TaskStateEntered', 'TaskScheduled', 'TaskStarted', 'TaskFailed', 'TaskStateExited', 'PassStateEntered', 'PassStateExited', 'ExecutionSucceeded'], previous: [0, 0, 2, 3, 4, 5, 6, 7, 8],
      events: { 6: { stateExitedEventDetails: { name: 'T', output: { Error: 'Kaboom', Cause: cause } } } },
    }),
  },
  {
    kind: 'run', id: 'catch-own-output', title: 'a catcher\'s Output sees the input and the error', source: from.recorded.errorOutput,
    definition: caught([{ ErrorEquals: ['States.ALL'], Output: { stateInput: '{% $states.input %}', stateError: '{% $states.errorOutput %}' }, Next: 'A' }]), input: { inputData: 'dummy' }, functions: { f: boom },
    expect: succeeded({ a: { stateInput: { inputData: 'dummy' }, stateError: { Error: 'Kaboom', Cause: cause } } }),
  },
  { kind: 'run', id: 'catch-first', title: 'the first catcher that names the error is taken', source: from.spec.catch, definition: caught([{ ErrorEquals: ['Other'], Next: 'A' }, { ErrorEquals: ['X', 'Kaboom'], Output: 1, Next: 'B' }, { ErrorEquals: ['States.ALL'], Next: 'A' }]), functions: { f: boom }, expect: succeeded({ b: 1 }) },
  { kind: 'run', id: 'catch-none', title: 'an error that no catcher names ends the execution', source: from.spec.catch, definition: caught([{ ErrorEquals: ['Other'], Next: 'A' }]), functions: { f: boom }, expect: failed('Kaboom') },
  { kind: 'run', id: 'catch-success', title: 'catchers do nothing when the task succeeds', source: from.spec.catch, definition: caught([{ ErrorEquals: ['States.ALL'], Next: 'A' }], { Output: 'well' }), functions: { f: echo }, expect: succeeded('well') },
  {
    kind: 'run', id: 'catch-no-cause', title: 'the Cause of a timeout is an empty text', source: from.recorded.lambdaInvokeErrors, definition: caught([{ ErrorEquals: ['States.ALL'], Next: 'A' }], { TimeoutSeconds: 2 }), functions: { f: hanging },
    expect: succeeded({ a: { Error: 'States.Timeout', Cause: '' } }, { seconds: 2, history: ['ExecutionStarted', 'TaskStateEntered', 'TaskScheduled', 'TaskStarted', 'TaskTimedOut', 'TaskStateExited', 'PassStateEntered', 'PassStateExited', 'ExecutionSucceeded'] }),
  },
  {
    kind: 'run', id: 'catch-output-undefined', title: 'a catcher whose Output yields nothing fails the state', source: from.measured.branches,
    definition: caught([{ ErrorEquals: ['States.ALL'], Output: { v: '{% $states.input.no %}' }, Next: 'A' }]), functions: { f: boom }, expect: failed('States.QueryEvaluationError', nothing('T', 2, '$states.input.no', 'Catch[0]/Output/v')),
  },
  { kind: 'run', id: 'catch-loop', title: 'a catcher may lead back to its own state', source: from.spec.catch, definition: machine({ T: invoking('f', { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'W' }], Output: 'done', End: true }), W: { Type: 'Wait', Seconds: 30, Next: 'T' } }), functions: { f: failingTimes(2, 'Kaboom') }, expect: succeeded('done', { seconds: 60, calls: { f: 3 } }) },
  { kind: 'run', id: 'catch-failure-token', title: 'a failure sent for a token is caught by its name', source: from.guide.callback, definition: machine({ T: waiting('f', { Catch: [{ ErrorEquals: ['Rejected'], Next: 'A' }], End: true }), A: { Type: 'Pass', End: true } }), functions: { f: echo }, acts: [{ act: 'failure', error: 'Rejected', cause: 'by the officer' }], expect: succeeded({ Error: 'Rejected', Cause: 'by the officer' }) },
  { kind: 'run', id: 'catch-assign-undefined', title: 'a catcher whose Assign yields nothing fails the state', source: from.measured.nothing, definition: caught([{ ErrorEquals: ['States.ALL'], Assign: { v: '{% $states.input.no %}' }, Next: 'A' }]), functions: { f: boom }, expect: failed('States.QueryEvaluationError', nothing('T', 2, '$states.input.no', 'Catch[0]/Assign/v')) },
  { kind: 'run', id: 'catch-token-output', title: 'a caught wait goes on to wait again', source: from.guide.callback, definition: machine({ T: waiting('f', { TimeoutSeconds: 60, Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'U' }], End: true }), U: waiting('f', { End: true }) }), functions: { f: echo }, acts: [advance(61), answer('second')], expect: succeeded('second') },
];
