import type { Expected, Row } from '../row.ts';
import { sources as from } from '../sources.ts';
import { advance, during, echo, failed, failing, hanging, invoking, machine, nothing, one, processor, returns, succeeded, waiting } from '../machines.ts';

/** A Task that calls `f`, whose catcher for `names` ends with `caught`. */
const catching = (names: string[], state: Expected): Expected =>
  machine({ T: { ...state, Catch: [{ ErrorEquals: names, Output: { caught: '{% $states.errorOutput.Error %}' }, Next: 'C' }], End: true }, C: { Type: 'Pass', End: true } });
const tooLarge = 'x'.repeat(262_145);

const lingering = processor({ W: { Type: 'Wait', Seconds: 100, End: true } });
/** What the machine's time runs out in, and the history of it until then. */
const timedOut: readonly (readonly [string, Expected, readonly string[]])[] = [
  ['a branch', { Type: 'Parallel', Branches: [lingering] }, ['ParallelStateEntered', 'ParallelStateStarted', 'WaitStateEntered']],
  ['an iteration', { Type: 'Map', Items: [1], ItemProcessor: lingering }, ['MapStateEntered', 'MapStateStarted', 'MapIterationStarted', 'WaitStateEntered']],
  ['two iterations', { Type: 'Map', Items: [1, 2], ItemProcessor: lingering }, ['MapStateEntered', 'MapStateStarted', 'MapIterationStarted', 'MapIterationStarted', 'WaitStateEntered', 'WaitStateEntered']],
  ['a task that waits for its token', waiting('echo', { TimeoutSeconds: 60 }), ['TaskStateEntered', 'TaskScheduled', 'TaskStarted', 'TaskSubmitted']],
  ['the pause before an attempt', invoking('f', { Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 10 }] }), ['TaskStateEntered', 'TaskScheduled', 'TaskStarted', 'TaskFailed']],
];

export const errorRows: readonly Row[] = [
  {
    kind: 'run', id: 'fail-both', title: 'a Fail state ends the execution with its Error and Cause', source: from.guide.fail,
    definition: one({ Type: 'Fail', Error: 'ErrorA', Cause: 'Kaiju attack' }),
    expect: failed('ErrorA', 'Kaiju attack', { history: ['ExecutionStarted', 'FailStateEntered', 'ExecutionFailed'], previous: [0, 0, 2], events: { 3: { executionFailedEventDetails: { error: 'ErrorA', cause: 'Kaiju attack' } } } }),
  },
  { kind: 'run', id: 'fail-none', title: 'both may be left out', source: from.recorded.scenarios, definition: one({ Type: 'Fail' }), expect: failed(null, null, { events: { 3: { executionFailedEventDetails: {} } } }) },
  { kind: 'run', id: 'fail-cause', title: 'a Cause alone', source: from.recorded.output, definition: one({ Type: 'Fail', Cause: 'Condition is false' }), expect: failed(null, 'Condition is false') },
  { kind: 'run', id: 'fail-error', title: 'an Error alone', source: from.guide.fail, definition: one({ Type: 'Fail', Error: 'E' }), expect: failed('E', null) },
  {
    kind: 'run', id: 'fail-expressions', title: 'Error and Cause may be expressions', source: from.guide.fail,
    definition: one({ Type: 'Fail', Error: "{% 'E' & $states.input.n %}", Cause: '{% $string($states.input) %}' }), input: { n: 1 }, expect: failed('E1', '{"n":1}'),
  },
  ...(['Error', 'Cause'] as const).map((field, i): Row => ({
    kind: 'run', id: `fail-undefined-${i}`, title: `a Fail whose ${field} yields nothing fails by that`, source: from.measured.nothing,
    definition: one({ Type: 'Fail', Error: 'E', Cause: 'c', [field]: '{% $states.input.no %}' }), expect: failed('States.QueryEvaluationError', nothing('S', 2, '$states.input.no', field)),
  })),
  ...(['Error', 'Cause'] as const).map((field, i): Row => ({
    kind: 'run', id: `fail-type-${i}`, title: `a Fail whose ${field} yields no text fails by that`, source: from.guide.jsonata,
    definition: one({ Type: 'Fail', Error: 'E', Cause: 'c', [field]: '{% 1 %}' }), expect: failed('States.QueryEvaluationError', new RegExp(`^${during('S', 2).replace(/[().]/g, '\\$&')}.*'${field}'`)),
  })),
  {
    kind: 'run', id: 'error-task-failed', title: 'States.TaskFailed matches the error of a function', source: from.guide.errors,
    definition: catching(['States.TaskFailed'], invoking('f')), functions: { f: failing('Kaboom') }, expect: succeeded({ caught: 'Kaboom' }),
  },
  {
    kind: 'run', id: 'error-task-failed-not-timeout', title: 'but not a timeout', source: from.guide.errors,
    definition: catching(['States.TaskFailed'], invoking('f', { TimeoutSeconds: 3 })), functions: { f: hanging }, expect: failed('States.Timeout', null, { seconds: 3 }),
  },
  { kind: 'run', id: 'error-timeout', title: 'States.Timeout matches a timeout', source: from.guide.errors, definition: catching(['States.Timeout'], invoking('f', { TimeoutSeconds: 3 })), functions: { f: hanging }, expect: succeeded({ caught: 'States.Timeout' }, { seconds: 3 }) },
  {
    kind: 'run', id: 'error-heartbeat', title: 'States.HeartbeatTimeout matches a heartbeat that did not come', source: from.guide.errors,
    definition: catching(['States.HeartbeatTimeout'], waiting('f', { HeartbeatSeconds: 3, TimeoutSeconds: 60 })), functions: { f: echo }, expect: { status: 'SUCCEEDED', seconds: 3 },
  },
  {
    kind: 'run', id: 'error-heartbeat-timeout', title: 'States.Timeout matches it too', source: from.guide.errors,
    definition: catching(['States.Timeout'], waiting('f', { HeartbeatSeconds: 3, TimeoutSeconds: 60 })), functions: { f: echo }, expect: { status: 'SUCCEEDED', seconds: 3 },
  },
  {
    kind: 'run', id: 'error-heartbeat-not-timeout', title: 'States.HeartbeatTimeout does not match a plain timeout', source: from.guide.errors,
    definition: catching(['States.HeartbeatTimeout'], waiting('f', { TimeoutSeconds: 3 })), functions: { f: echo }, expect: failed('States.Timeout', null, { seconds: 3 }),
  },
  { kind: 'run', id: 'error-all', title: 'States.ALL matches any error of a task', source: from.guide.errors, definition: catching(['States.ALL'], invoking('f')), functions: { f: failing('Anything') }, expect: succeeded({ caught: 'Anything' }) },
  {
    kind: 'run', id: 'error-query', title: 'States.QueryEvaluationError matches a failed expression of the Task', source: from.guide.jsonata,
    definition: catching(['States.QueryEvaluationError'], invoking('f', { Output: '{% $states.result.no %}' })), functions: { f: echo }, expect: succeeded({ caught: 'States.QueryEvaluationError' }),
  },
  { kind: 'run', id: 'error-query-all', title: 'so does States.ALL', source: from.guide.jsonata, definition: catching(['States.ALL'], invoking('f', { Output: '{% $states.result.no %}' })), functions: { f: echo }, expect: succeeded({ caught: 'States.QueryEvaluationError' }) },
  {
    kind: 'run', id: 'error-query-task-failed', title: 'and States.TaskFailed, which stands for every error but a timeout', source: from.guide.errors,
    definition: catching(['States.TaskFailed'], { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Arguments: '{% $states.input.no %}' }), expect: succeeded({ caught: 'States.QueryEvaluationError' }),
  },
  {
    kind: 'run', id: 'error-data-limit', title: 'States.DataLimitExceeded when the answer is too large', source: from.recorded.statesErrors,
    definition: catching(['States.DataLimitExceeded'], invoking('f')), functions: { f: () => returns(tooLarge) }, expect: succeeded({ caught: 'States.DataLimitExceeded' }),
  },
  {
    kind: 'run', id: 'error-data-limit-all', title: 'which States.ALL matches', source: from.recorded.statesErrors,
    definition: catching(['States.ALL'], invoking('f')), functions: { f: () => returns(tooLarge) }, expect: succeeded({ caught: 'States.DataLimitExceeded' }),
  },
  {
    kind: 'run', id: 'error-runtime', title: 'States.Runtime of a branch is caught by nothing', source: from.guide.errors,
    definition: catching(['States.ALL'], { Type: 'Parallel', Branches: [processor({ X: { Type: 'Choice', Choices: [{ Condition: '{% false %}', Next: 'Y' }] }, Y: { Type: 'Succeed' } })] }),
    expect: failed('States.Runtime', `${during('X', 4)}Failed to transition out of the state. The state does not point to a next state.`),
  },
  {
    kind: 'run', id: 'error-branch-failed', title: 'the error of a branch keeps its own name: States.BranchFailed does not match it', source: from.measured.branches,
    definition: catching(['States.BranchFailed'], { Type: 'Parallel', Branches: [processor({ X: { Type: 'Fail', Error: 'Own' } })] }), expect: failed('Own', null),
  },
  {
    kind: 'accepted', id: 'error-names', title: 'every name of the language may be caught and retried', source: from.spec.appendix,
    definition: one({
      Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Arguments: { FunctionName: 'f' },
      Retry: [{ ErrorEquals: ['States.HeartbeatTimeout', 'States.Timeout', 'States.TaskFailed', 'States.Permissions', 'States.QueryEvaluationError', 'States.BranchFailed', 'States.NoChoiceMatched', 'States.ExceedToleratedFailureThreshold', 'States.ItemReaderFailed', 'States.ResultWriterFailed', 'States.DataLimitExceeded', 'Lambda.TooManyRequestsException'] }, { ErrorEquals: ['States.ALL'] }],
    }),
  },
  {
    kind: 'run', id: 'error-own-name', title: 'a Fail may raise an error of any name, which Catch matches', source: from.guide.fail,
    definition: catching(['My.Own Error'], { Type: 'Parallel', Branches: [processor({ X: { Type: 'Fail', Error: 'My.Own Error' } })] }), expect: succeeded({ caught: 'My.Own Error' }),
  },
  { kind: 'run', id: 'error-machine-timeout', title: 'the machine\'s TimeoutSeconds is caught by nothing', source: from.guide.structure, definition: { ...catching(['States.ALL'], waiting('f')), TimeoutSeconds: 9 }, functions: { f: echo }, expect: { status: 'TIMED_OUT', error: null, seconds: 9 } },
  {
    kind: 'run', id: 'error-machine-timeout-inside', title: 'it ends branches and iterations too', source: from.guide.structure,
    definition: one({ Type: 'Map', Items: [1, 2], ItemProcessor: processor({ W: { Type: 'Wait', Seconds: 100, End: true } }) }, { TimeoutSeconds: 9 }), expect: { status: 'TIMED_OUT', seconds: 9 },
  },
  ...timedOut.map(([name, state, history], i): Row => ({
    kind: 'run', id: `error-machine-timeout-history-${i}`, title: `it cuts ${name} and says nothing of it`, source: from.measured.budget, definition: one(state, { TimeoutSeconds: 5 }), functions: { echo, f: failing('Kaboom') },
    expect: { status: 'TIMED_OUT', seconds: 5, history: ['ExecutionStarted', ...history, 'ExecutionTimedOut'], events: { [history.length + 2]: { previousEventId: 0, executionTimedOutEventDetails: { error: 'States.Timeout' } } } },
  })),
  {
    kind: 'run', id: 'error-machine-timeout-nested', title: 'but not the execution it started', source: from.measured.budget, machines: { child: one({ Type: 'Wait', Seconds: 20, Output: 'later' }) },
    definition: (arns) => one({ Type: 'Task', Resource: 'arn:aws:states:::states:startExecution.sync:2', Arguments: { StateMachineArn: arns.machineArn('child') } }, { TimeoutSeconds: 5 }), expect: { status: 'TIMED_OUT', seconds: 5 },
  },
  { kind: 'run', id: 'error-machine-timeout-not', title: 'an execution that ends in time is not timed out later', source: from.guide.structure, definition: one({ Type: 'Wait', Seconds: 5 }, { TimeoutSeconds: 9 }), acts: [advance(20)], expect: succeeded({}, { seconds: 5 }) },
];
