import { expect } from 'vitest';
import type { Expected, Row } from '../row.ts';
import { sources as from } from '../sources.ts';
import { advance, answer, during, echo, failed, failing, invoking, machine, nothing, one, processor, succeeded, waiting } from '../machines.ts';

const branch = (name: string, state: Expected): Expected => processor({ [name]: state['Type'] === 'Fail' || state['Type'] === 'Succeed' ? state : { ...state, End: true } });
const parallel = (Branches: Expected[], more: Expected = {}): Expected => one({ Type: 'Parallel', Branches, ...more });

export const parallelRows: readonly Row[] = [
  {
    kind: 'run', id: 'parallel-results', title: 'the output is the branches\' outputs in order of the branches', source: from.recorded.scenarios,
    definition: parallel([branch('A', { Type: 'Wait', Seconds: 9, Output: 'slow' }), branch('B', { Type: 'Pass', Output: 'fast' })]), expect: succeeded(['slow', 'fast'], { seconds: 9 }),
  },
  {
    kind: 'run', id: 'parallel-one', title: 'a single branch, event by event: leaving follows the branch\'s last event', source: from.recorded.scenarios,
    definition: parallel([branch('A', { Type: 'Pass' })]), input: [1, 2],
    expect: succeeded([[1, 2]], {
      history: ['ExecutionStarted', 'ParallelStateEntered', 'ParallelStateStarted', 'PassStateEntered', 'PassStateExited', 'ParallelStateSucceeded', 'ParallelStateExited', 'ExecutionSucceeded'],
      previous: [0, 0, 2, 3, 4, 5, 5, 7], events: { 2: { stateEnteredEventDetails: { name: 'S', input: [1, 2] } }, 4: { stateEnteredEventDetails: { name: 'A', input: [1, 2] } }, 7: { stateExitedEventDetails: { name: 'S', output: [[1, 2]] } } },
    }),
  },
  { kind: 'run', id: 'parallel-input', title: 'every branch is given the input', source: from.guide.parallel, definition: parallel([branch('A', { Type: 'Pass' }), branch('B', { Type: 'Pass' })]), input: { a: 1 }, expect: succeeded([{ a: 1 }, { a: 1 }]) },
  {
    kind: 'run', id: 'parallel-arguments', title: 'Arguments are what the branches are given instead', source: from.guide.parallel,
    definition: parallel([branch('A', { Type: 'Pass' }), branch('B', { Type: 'Pass', Output: '{% $states.input.n + 1 %}' })], { Arguments: { n: '{% $states.input.a * 10 %}' } }), input: { a: 1 }, expect: succeeded([{ n: 10 }, 11]),
  },
  {
    kind: 'run', id: 'parallel-output', title: 'Output picks from the array of results', source: from.guide.parallel,
    definition: parallel([branch('A', { Type: 'Pass', Output: 1 }), branch('B', { Type: 'Pass', Output: 2 })], { Output: { sum: '{% $sum($states.result) %}', of: '{% $states.input %}' } }), input: 'x', expect: succeeded({ sum: 3, of: 'x' }),
  },
  {
    kind: 'run', id: 'parallel-branch-length', title: 'a branch may have several states and end in Succeed', source: from.guide.parallel,
    definition: parallel([processor({ A: { Type: 'Pass', Output: 1, Next: 'B' }, B: { Type: 'Pass', Output: '{% $states.input + 1 %}', Next: 'C' }, C: { Type: 'Succeed' } }), branch('D', { Type: 'Succeed', Output: 'done' })]), expect: succeeded([2, 'done']),
  },
  {
    kind: 'run', id: 'parallel-fail', title: 'a branch that fails fails the Parallel with its error', source: from.measured.branches,
    definition: parallel([branch('A', { Type: 'Fail', Error: 'No', Cause: 'because' })]),
    expect: failed('No', 'because', { history: ['ExecutionStarted', 'ParallelStateEntered', 'ParallelStateStarted', 'FailStateEntered', 'ParallelStateFailed', 'ExecutionFailed'], previous: [0, 0, 2, 3, 4, 5] }),
  },
  {
    kind: 'run', id: 'parallel-fail-stops', title: 'the others are stopped at once', source: from.spec.concurrency,
    definition: parallel([branch('A', { Type: 'Wait', Seconds: 3600 }), processor({ B: { Type: 'Wait', Seconds: 5, Next: 'C' }, C: { Type: 'Fail', Error: 'No' } })]),
    expect: failed('No', null, { seconds: 5 }),
  },
  {
    kind: 'run', id: 'parallel-aborted', title: 'a state stopped in a sibling branch is aborted in the history', source: from.recorded.timeouts,
    definition: parallel([branch('A', waiting('ask')), processor({ B: { Type: 'Wait', Seconds: 5, Next: 'C' }, C: { Type: 'Fail', Error: 'No' } })]), functions: { ask: echo },
    expect: { ...failed('No', null), history: expect.arrayContaining(['TaskStateAborted', 'ParallelStateFailed', 'ExecutionFailed']) as unknown as string[] },
  },
  {
    kind: 'run', id: 'parallel-late-token', title: 'the token of a stopped branch is of no use any more', source: from.guide.callback,
    definition: machine({
      P: { Type: 'Parallel', Branches: [branch('A', waiting('ask')), processor({ B: { Type: 'Wait', Seconds: 5, Next: 'C' }, C: { Type: 'Fail', Error: 'No' } })], Catch: [{ ErrorEquals: ['No'], Next: 'W' }], Next: 'W' },
      W: { Type: 'Wait', Seconds: 100, End: true },
    }),
    functions: { ask: echo }, acts: [advance(10), { act: 'success', output: 1, refused: 'TaskTimedOut' }], expect: { status: 'SUCCEEDED', seconds: 105 },
  },
  {
    kind: 'run', id: 'parallel-catch', title: 'Catch on the Parallel sees the branch\'s error', source: from.measured.branches,
    definition: machine({ P: { Type: 'Parallel', Branches: [branch('A', { Type: 'Fail', Error: 'No', Cause: 'because' })], Catch: [{ ErrorEquals: ['No'], Next: 'Z' }], Next: 'Z' }, Z: { Type: 'Pass', End: true } }),
    expect: succeeded({ Error: 'No', Cause: 'because' }, {
      history: ['ExecutionStarted', 'ParallelStateEntered', 'ParallelStateStarted', 'FailStateEntered', 'ParallelStateFailed', 'ParallelStateExited', 'PassStateEntered', 'PassStateExited', 'ExecutionSucceeded'],
      previous: [0, 0, 2, 3, 4, 5, 6, 7, 8],
    }),
  },
  {
    kind: 'run', id: 'parallel-catch-evaluation', title: 'a failed expression of a branch is caught around it', source: from.measured.branches,
    definition: machine({
      P: { Type: 'Parallel', Branches: [branch('Undef', { Type: 'Pass', Output: { v: '{% $states.input.missing %}' } })], Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Handled' }], End: true },
      Handled: { Type: 'Pass', End: true },
    }),
    input: { x: 'a' },
    expect: succeeded({ Error: 'States.QueryEvaluationError', Cause: nothing('Undef', 4, '$states.input.missing', 'Output/v') }, {
      history: ['ExecutionStarted', 'ParallelStateEntered', 'ParallelStateStarted', 'PassStateEntered', 'EvaluationFailed', 'ParallelStateFailed', 'ParallelStateExited', 'PassStateEntered', 'PassStateExited', 'ExecutionSucceeded'],
      previous: [0, 0, 2, 3, 4, 5, 6, 7, 8, 9], events: { 5: { evaluationFailedEventDetails: { location: 'Output/v', state: 'Undef' } } },
    }),
  },
  {
    kind: 'run', id: 'parallel-task-aborted', title: 'a Task that ends its branch by failing is aborted in the history', source: from.measured.branches,
    definition: machine({
      P: { Type: 'Parallel', Branches: [branch('Send', invoking('broken'))], Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Handled', Output: 'handled' }], End: true },
      Handled: { Type: 'Pass', End: true },
    }),
    functions: { broken: failing('Kaboom') },
    expect: succeeded('handled', {
      history: ['ExecutionStarted', 'ParallelStateEntered', 'ParallelStateStarted', 'TaskStateEntered', 'TaskScheduled', 'TaskStarted', 'TaskFailed', 'TaskStateAborted', 'ParallelStateFailed', 'ParallelStateExited', 'PassStateEntered', 'PassStateExited', 'ExecutionSucceeded'],
      previous: [0, 0, 2, 3, 4, 5, 6, 7, 7, 9, 10, 11, 12],
    }),
  },
  {
    kind: 'run', id: 'parallel-retry-events', title: 'a Parallel that is tried again starts again, and fails once', source: from.measured.branches,
    definition: parallel([branch('Boom', { Type: 'Fail', Error: 'MyError', Cause: 'my cause' })], { Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 1, IntervalSeconds: 1 }] }),
    expect: failed('MyError', 'my cause', {
      history: ['ExecutionStarted', 'ParallelStateEntered', 'ParallelStateStarted', 'FailStateEntered', 'ParallelStateStarted', 'FailStateEntered', 'ParallelStateFailed', 'ExecutionFailed'],
      previous: [0, 0, 2, 3, 4, 5, 6, 7], seconds: 1,
    }),
  },
  {
    kind: 'run', id: 'parallel-catch-output', title: 'a catcher whose own Output fails fails the state a second time', source: from.measured.branches,
    definition: machine({
      P: {
        Type: 'Parallel', Branches: [branch('Boom', { Type: 'Fail', Error: 'MyError', Cause: 'my cause' })],
        Catch: [{ ErrorEquals: ['Other'], Next: 'Done' }, { ErrorEquals: ['States.ALL'], Output: { v: '{% $states.input.missing %}' }, Next: 'Done' }], End: true,
      },
      Done: { Type: 'Pass', End: true },
    }),
    expect: failed('States.QueryEvaluationError', nothing('P', 2, '$states.input.missing', 'Catch[1]/Output/v'), {
      history: ['ExecutionStarted', 'ParallelStateEntered', 'ParallelStateStarted', 'FailStateEntered', 'ParallelStateFailed', 'EvaluationFailed', 'ParallelStateFailed', 'ExecutionFailed'],
      previous: [0, 0, 2, 3, 4, 4, 6, 7],
    }),
  },
  {
    kind: 'run', id: 'parallel-own-output', title: 'an Output of the Parallel that fails does so after its branches succeeded', source: from.measured.branches,
    definition: parallel([branch('Ok', { Type: 'Pass' })], { Output: '{% $states.result[5] %}' }),
    expect: failed('States.QueryEvaluationError', nothing('S', 2, '$states.result[5]', 'Output')),
  },
  {
    kind: 'run', id: 'parallel-catch-inside', title: 'an error caught within its branch concerns no other', source: from.guide.errors,
    definition: parallel([processor({ A: invoking('broken', { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'C', Output: 'caught' }], Next: 'C' }), C: { Type: 'Pass', End: true } }), branch('B', { Type: 'Pass', Output: 'well' })]),
    functions: { broken: failing('Kaboom') }, expect: succeeded(['caught', 'well']),
  },
  {
    kind: 'run', id: 'parallel-retry', title: 'Retry on the Parallel runs all branches again', source: from.guide.errors,
    definition: parallel([branch('A', invoking('flaky', { Output: 'a' })), branch('B', invoking('steady', { Output: 'b' }))], { Retry: [{ ErrorEquals: ['Flaky'], IntervalSeconds: 4 }] }),
    functions: { flaky: (_, call) => call === 1 ? { does: 'fail', errorType: 'Flaky', errorMessage: 'once' } : { does: 'return', payload: 1 }, steady: echo },
    expect: succeeded(['a', 'b'], { seconds: 4, calls: { flaky: 2, steady: 2 } }),
  },
  {
    kind: 'run', id: 'parallel-inner-expression', title: 'a failed expression in a branch names the branch\'s state', source: from.measured.sentence,
    definition: parallel([branch('I', { Type: 'Pass', Output: '{% $states.input.no %}' })]), expect: failed('States.QueryEvaluationError', nothing('I', 4, '$states.input.no', 'Output')),
  },
  {
    kind: 'run', id: 'parallel-arguments-undefined', title: 'Arguments that yield nothing fail before any branch', source: from.measured.nothing,
    definition: parallel([branch('I', { Type: 'Pass' })], { Arguments: '{% $states.input.no %}' }), expect: failed('States.QueryEvaluationError', `${during('S', 2)}The JSONata expression '$states.input.no' specified for the field 'Arguments' returned nothing (undefined).`),
  },
  {
    kind: 'run', id: 'parallel-nested', title: 'a Parallel within a Parallel', source: from.guide.parallel,
    definition: parallel([processor({ P: { Type: 'Parallel', Branches: [branch('X', { Type: 'Pass', Output: 1 }), branch('Y', { Type: 'Pass', Output: 2 })], End: true } }), branch('Z', { Type: 'Pass', Output: 3 })]), expect: succeeded([[1, 2], 3]),
  },
  {
    kind: 'run', id: 'parallel-tokens', title: 'branches wait for tokens side by side, answered in any order', source: from.guide.callback,
    definition: parallel([branch('A', waiting('first')), branch('B', waiting('second'))]), functions: { first: echo, second: echo },
    acts: [{ act: 'success', output: 'b', token: 1 }, { act: 'success', output: 'a', token: 0 }], expect: succeeded(['a', 'b']),
  },
  { kind: 'run', id: 'parallel-token-pending', title: 'the Parallel ends with its last branch', source: from.guide.parallel, definition: parallel([branch('A', waiting('ask')), branch('B', { Type: 'Pass' })]), functions: { ask: echo }, acts: [advance(50), answer(1)], expect: succeeded([1, {}], { seconds: 50 }) },
];
