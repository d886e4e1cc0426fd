import { expect } from 'vitest';
import type { Expected, Json, Row, RowFunction } from '../row.ts';
import { sources as from } from '../sources.ts';
import { advance, during, echo, failed, failing, fails, invoking, machine, mistyped, nothing, one, processor, returns, succeeded, waiting } from '../machines.ts';

const process = (state: Expected): Expected => processor({ P: state['Type'] === 'Fail' ? state : { ...state, End: true } });
const mapping = (more: Expected, state: Expected = { Type: 'Pass' }): Expected => one({ Type: 'Map', ItemProcessor: process(state), ...more });
const odd: RowFunction = (payload) => payload === 'bad' ? fails('Odd') : returns(payload);
/** Recordings of November 2024 have the event before the state was entered here, those of December 2024 and of 2026 that it was entered. */
const entered = expect.any(Number) as unknown as number;
const iteration = (index: number) => ({ name: 'S', index });
const notAnArray: readonly Json[] = [1, 'string', true, { foo: 'bar' }, null];
const notItems = [['1', 'number', '1'], ["'string'", 'string', '"string"'], ['true', 'boolean', 'true'], ["{'foo': 'bar'}", 'object', '{"foo":"bar"}'], ['null', 'null', 'null']] as const;

export const mapRows: readonly Row[] = [
  { kind: 'refused', id: 'map-literal-object', title: 'A5: items that are written as an object are refused, for nobody knows what AWS makes of them', source: from.guide.map, definition: mapping({ Items: { a: 1, b: 2 } }), diagnostics: [{ code: 'UNSUPPORTED_BY_LOCAL_ENGINE', message: 'A Map over an object is not run by this engine', location: '/States/S/Items' }] },
  {
    kind: 'run', id: 'map-items', title: 'one at a time, event by event', source: from.recorded.expressions,
    definition: mapping({ Items: '{% $states.input.input_value %}', MaxConcurrency: 1 }), input: { input_value: [1, 2, 3] },
    expect: succeeded([1, 2, 3], {
      history: ['ExecutionStarted', 'MapStateEntered', 'MapStateStarted', ...Array.from({ length: 3 }, () => ['MapIterationStarted', 'PassStateEntered', 'PassStateExited', 'MapIterationSucceeded']).flat(), 'MapStateSucceeded', 'MapStateExited', 'ExecutionSucceeded'],
      previous: [0, 0, 2, 3, 4, 5, 6, 6, 8, 9, 10, 10, 12, 13, 14, 15, 15, 17],
      events: { 3: { mapStateStartedEventDetails: { length: 3 } }, 4: { mapIterationStartedEventDetails: iteration(0) }, 5: { stateEnteredEventDetails: { name: 'P', input: 1 } }, 7: { mapIterationSucceededEventDetails: iteration(0) }, 8: { mapIterationStartedEventDetails: iteration(1) }, 17: { stateExitedEventDetails: { name: 'S', output: [1, 2, 3] } } },
    }),
  },
  {
    kind: 'run', id: 'map-single', title: 'a single item', source: from.recorded.expressions, definition: mapping({ Items: [1], MaxConcurrency: '{% $states.input.input_value %}' }), input: { input_value: 1 },
    expect: succeeded([1], { history: ['ExecutionStarted', 'MapStateEntered', 'MapStateStarted', 'MapIterationStarted', 'PassStateEntered', 'PassStateExited', 'MapIterationSucceeded', 'MapStateSucceeded', 'MapStateExited', 'ExecutionSucceeded'], previous: [0, 0, 2, 3, 4, 5, 6, 7, 7, 9] }),
  },
  {
    kind: 'run', id: 'map-empty', title: 'an empty array is mapped at once', source: from.measured.branches, definition: mapping({ Items: [] }),
    expect: succeeded([], { history: ['ExecutionStarted', 'MapStateEntered', 'MapStateStarted', 'MapStateSucceeded', 'MapStateExited', 'ExecutionSucceeded'], previous: [0, 0, 2, 3, 3, 5], events: { 3: { mapStateStartedEventDetails: { length: 0 } } } }),
  },
  { kind: 'run', id: 'map-input', title: 'without Items the input is the array', source: from.guide.map, definition: mapping({}), input: ['a', 'b'], expect: succeeded(['a', 'b']) },
  {
    kind: 'run', id: 'map-variables', title: 'Items and ItemSelector read variables', source: from.recorded.scenarios,
    definition: machine({ A: { Type: 'Pass', Assign: { list: ['x', 'y'], greeting: 'hello' }, Next: 'M' }, M: { Type: 'Map', Items: '{% $list %}', ItemSelector: { said: "{% $greeting & ' ' & $states.context.Map.Item.Value %}" }, ItemProcessor: process({ Type: 'Pass' }), End: true } }),
    expect: succeeded([{ said: 'hello x' }, { said: 'hello y' }]),
  },
  { kind: 'run', id: 'map-items-mixed', title: 'Items may be an array with expressions in it', source: from.recorded.scenarios, definition: mapping({ Items: [1, "{% 'two' %}", 3] }), expect: succeeded([1, 'two', 3]) },
  ...notAnArray.map((value, i): Row => ({
    kind: 'run', id: `map-not-array-${i}`, title: `an input of ${JSON.stringify(value)} is no array`, source: from.recorded.scenarios,
    definition: machine({ Start: { Type: 'Pass', Output: '{% $states.input.items %}', Next: 'M' }, M: { Type: 'Map', ItemProcessor: process({ Type: 'Pass' }), End: true } }), input: { items: value },
    expect: failed('States.QueryEvaluationError', `${during('M', 4)}Map state input must be an array but was: ${JSON.stringify(value)}`, {
      history: ['ExecutionStarted', 'PassStateEntered', 'PassStateExited', 'MapStateEntered', 'EvaluationFailed', 'MapStateFailed', 'ExecutionFailed'], previous: [0, 0, 2, 3, entered, 5, 6],
      events: { 5: { evaluationFailedEventDetails: { error: 'States.QueryEvaluationError', state: 'M' } } },
    }),
  })),
  ...notItems.map(([expression, type, value], i): Row => ({
    kind: 'run', id: `map-items-type-${i}`, title: `Items that yield ${value} fail the Map`, source: from.recorded.scenarios,
    definition: mapping({ Items: `{% ${expression} %}` }),
    expect: failed('States.QueryEvaluationError', mistyped('S', 2, expression, 'Items', ['array', type], value), {
      history: ['ExecutionStarted', 'MapStateEntered', 'EvaluationFailed', 'MapStateFailed', 'ExecutionFailed'], previous: [0, 0, entered, 3, 4],
      events: { 3: { evaluationFailedEventDetails: { error: 'States.QueryEvaluationError', location: 'Items', state: 'S' } } },
    }),
  })),
  {
    kind: 'run', id: 'map-items-type-after', title: 'after another state as well', source: from.recorded.scenarios,
    definition: machine({ Start: { Type: 'Pass', Next: 'M' }, M: { Type: 'Map', Items: '{% 1 %}', ItemProcessor: process({ Type: 'Pass' }), End: true } }),
    expect: failed('States.QueryEvaluationError', mistyped('M', 4, '1', 'Items', ['array', 'number'], '1'), {
      history: ['ExecutionStarted', 'PassStateEntered', 'PassStateExited', 'MapStateEntered', 'EvaluationFailed', 'MapStateFailed', 'ExecutionFailed'], previous: [0, 0, 2, 3, entered, 5, 6],
    }),
  },
  {
    kind: 'run', id: 'map-items-undefined', title: 'Items that yield nothing fail the Map', source: from.measured.branches,
    definition: mapping({ Items: '{% $states.input.no %}' }),
    expect: failed('States.QueryEvaluationError', nothing('S', 2, '$states.input.no', 'Items'), {
      history: ['ExecutionStarted', 'MapStateEntered', 'EvaluationFailed', 'MapStateFailed', 'ExecutionFailed'], previous: [0, 0, 2, 3, 4],
      events: { 3: { evaluationFailedEventDetails: { location: 'Items', state: 'S' } } },
    }),
  },
  {
    kind: 'run', id: 'map-selector', title: 'ItemSelector makes each iteration\'s input from the item, its index and the Map\'s input', source: from.guide.map,
    definition: mapping({ Items: '{% $states.input.list %}', ItemSelector: { item: '{% $states.context.Map.Item.Value %}', index: '{% $states.context.Map.Item.Index %}', all: '{% $count($states.input.list) %}' } }),
    input: { list: ['x', 'y'] }, expect: succeeded([{ item: 'x', index: 0, all: 2 }, { item: 'y', index: 1, all: 2 }]),
  },
  {
    kind: 'run', id: 'map-context', title: 'the states of an iteration see the item in their context', source: from.guide.context,
    definition: mapping({ Items: ['x', 'y'], ItemSelector: {} }, { Type: 'Pass', Output: '{% $states.context.Map.Item %}' }), expect: succeeded([expect.objectContaining({ Index: 0, Value: 'x' }), expect.objectContaining({ Index: 1, Value: 'y' })]),
  },
  { kind: 'run', id: 'map-output', title: 'Output picks from the array of results', source: from.guide.map, definition: mapping({ Items: [1, 2, 3], Output: { total: '{% $sum($states.result) %}' } }, { Type: 'Pass', Output: '{% $states.input * 2 %}' }), expect: succeeded({ total: 12 }) },
  { kind: 'run', id: 'map-order', title: 'results are in order of the items, however long each takes', source: from.guide.map, definition: mapping({ Items: [3, 1, 2] }, { Type: 'Wait', Seconds: '{% $states.input %}' }), expect: succeeded([3, 1, 2], { seconds: 3 }) },
  { kind: 'run', id: 'map-concurrency-1', title: 'MaxConcurrency 1 runs them one after another', source: from.guide.map, definition: mapping({ Items: [3, 1, 2], MaxConcurrency: 1 }, { Type: 'Wait', Seconds: '{% $states.input %}' }), expect: succeeded([3, 1, 2], { seconds: 6 }) },
  { kind: 'run', id: 'map-concurrency-2', title: 'MaxConcurrency 2 runs two at a time, the next when one ends', source: from.guide.map, definition: mapping({ Items: [5, 1, 2, 1], MaxConcurrency: 2 }, { Type: 'Wait', Seconds: '{% $states.input %}' }), expect: succeeded([5, 1, 2, 1], { seconds: 5 }) },
  {
    kind: 'run', id: 'map-concurrency-all', title: 'without a limit all start before the first goes on', source: from.recorded.timeouts,
    definition: mapping({ Items: [1, 2] }, waiting('ask')), functions: { ask: echo }, acts: [{ act: 'success', output: 'a', token: 0 }, { act: 'success', output: 'b', token: 1 }],
    expect: { ...succeeded(['a', 'b']), events: { 4: { mapIterationStartedEventDetails: iteration(0), previousEventId: 3 }, 5: { mapIterationStartedEventDetails: iteration(1), previousEventId: 3 } } },
  },
  ...([['a text', '{% "2" %}'], ['a negative number', '{% -1 %}'], ['a fraction', '{% 1.5 %}']] as const).map(([name, MaxConcurrency], i): Row => ({
    kind: 'run', id: `map-concurrency-type-${i}`, title: `a MaxConcurrency that yields ${name} fails`, source: from.guide.jsonata, definition: mapping({ Items: [1], MaxConcurrency }), expect: failed('States.QueryEvaluationError', /MaxConcurrency/),
  })),
  {
    kind: 'run', id: 'map-fail', title: 'an iteration that fails fails the Map with its error', source: from.recorded.scenarios,
    definition: mapping({ Items: [1], MaxConcurrency: 1 }, { Type: 'Fail', Error: 'HandleItemFailError', Cause: 'HandleItemFailCause' }),
    expect: failed('HandleItemFailError', 'HandleItemFailCause', {
      history: ['ExecutionStarted', 'MapStateEntered', 'MapStateStarted', 'MapIterationStarted', 'FailStateEntered', 'MapIterationFailed', 'MapStateFailed', 'ExecutionFailed'], previous: [0, 0, 2, 3, 4, 5, 5, 7],
      events: { 6: { mapIterationFailedEventDetails: iteration(0) } },
    }),
  },
  {
    kind: 'run', id: 'map-fail-empty', title: 'a Fail without Error and Cause leaves both out', source: from.recorded.scenarios,
    definition: mapping({ Items: [1], MaxConcurrency: 1 }, { Type: 'Fail' }), expect: failed(null, null, { events: { 8: { type: 'ExecutionFailed', executionFailedEventDetails: {} } } }),
  },
  {
    kind: 'run', id: 'map-fail-rest', title: 'items not yet started are not started', source: from.guide.map,
    definition: mapping({ Items: [1, 2, 3], MaxConcurrency: 1 }, invoking('broken')), functions: { broken: failing('Kaboom') }, expect: failed('Kaboom', undefined, { calls: { broken: 1 } }),
  },
  {
    kind: 'run', id: 'map-timeout', title: 'when iterations time out, the first fails the Map and the others are aborted', source: from.recorded.timeouts,
    definition: mapping({ Items: [1, 2], MaxConcurrency: 0 }, waiting('ask', { TimeoutSeconds: 5 })), functions: { ask: echo },
    expect: { ...failed('States.Timeout', null, { seconds: 5 }), history: expect.arrayContaining(['TaskTimedOut', 'MapIterationFailed', 'TaskStateAborted', 'MapIterationAborted', 'MapStateFailed']) as unknown as string[] },
  },
  ...([['ToleratedFailureCount', 1], ['ToleratedFailurePercentage', 40], ['ToleratedFailureCount', '{% $states.input.most %}'], ['ToleratedFailurePercentage', '{% $states.input.most * 33.5 %}']] as const).flatMap(([field, value], i): Row[] => [
    {
      kind: 'run', id: `map-tolerated-${i}`, title: `${field} ${value} tolerates one of three`, source: from.spec.map,
      definition: mapping({ Items: ['bad', 'good', 'good'], [field]: value, Output: '{% $states.result %}' }, invoking('odd', { Output: '{% $states.result.Payload %}' })), input: { most: 1 },
      functions: { odd }, expect: { status: 'SUCCEEDED', calls: { odd: 3 } },
    },
    {
      kind: 'run', id: `map-tolerated-more-${i}`, title: `${field} ${value} does not tolerate two of three`, source: from.recorded.tolerance,
      definition: mapping({ Items: ['bad', 'bad', 'good'], [field]: value }, invoking('odd')), input: { most: 1 },
      functions: { odd }, expect: failed('States.ExceedToleratedFailureThreshold', 'The specified tolerated failure threshold was exceeded'),
    },
  ]),
  {
    kind: 'run', id: 'map-tolerated-both', title: 'of two thresholds the first to be passed counts', source: from.spec.map,
    definition: mapping({ Items: ['bad', 'bad', 'good'], ToleratedFailureCount: 1, ToleratedFailurePercentage: 100 }, invoking('odd')), functions: { odd }, expect: failed('States.ExceedToleratedFailureThreshold'),
  },
  {
    kind: 'run', id: 'map-tolerated-caught', title: 'Catch sees it by its name', source: from.recorded.tolerance,
    definition: machine({
      M: {
        Type: 'Map', Items: ['bad', 'bad'], ToleratedFailureCount: 1, ItemProcessor: process(invoking('odd')), Catch: [{ ErrorEquals: ['Odd'], Next: 'No' }, { ErrorEquals: ['States.ExceedToleratedFailureThreshold'], Next: 'Yes' }], End: true,
      },
      No: { Type: 'Fail' }, Yes: { Type: 'Pass', End: true },
    }),
    functions: { odd }, expect: succeeded({ Error: 'States.ExceedToleratedFailureThreshold', Cause: 'The specified tolerated failure threshold was exceeded' }),
  },
  {
    kind: 'run', id: 'map-retry', title: 'Retry starts the whole Map again', source: from.recorded.scenarios,
    definition: mapping({ Items: [1], MaxConcurrency: 1, Retry: [{ ErrorEquals: ['No'], IntervalSeconds: 2, MaxAttempts: 1 }] }, { Type: 'Fail', Error: 'No' }),
    expect: failed('No', null, {
      seconds: 2,
      history: ['ExecutionStarted', 'MapStateEntered', 'MapStateStarted', 'MapIterationStarted', 'FailStateEntered', 'MapIterationFailed', 'MapStateStarted', 'MapIterationStarted', 'FailStateEntered', 'MapIterationFailed', 'MapStateFailed', 'ExecutionFailed'],
      previous: [0, 0, 2, 3, 4, 5, 5, 7, 8, 9, 9, 11],
    }),
  },
  {
    kind: 'run', id: 'map-catch', title: 'Catch on the Map sees the iteration\'s error', source: from.guide.errors,
    definition: machine({ M: { Type: 'Map', Items: [1], ItemProcessor: process({ Type: 'Fail', Error: 'No', Cause: 'because' }), Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Z', Output: '{% $states.errorOutput %}' }], Next: 'Z' }, Z: { Type: 'Pass', End: true } }),
    expect: succeeded({ Error: 'No', Cause: 'because' }),
  },
  {
    kind: 'run', id: 'map-catch-inside', title: 'an iteration may catch its own error, the others go on', source: from.guide.errors,
    definition: one({ Type: 'Map', Items: [1, 2], ItemProcessor: processor({ P: invoking('odd', { Output: 'well', Catch: [{ ErrorEquals: ['Odd'], Next: 'C', Output: 'caught' }], Next: 'C' }), C: { Type: 'Pass', End: true } }) }),
    functions: { odd: (n) => n === 1 ? { does: 'fail', errorType: 'Odd', errorMessage: 'one' } : returns(n) }, expect: succeeded(['caught', 'well']),
  },
  {
    kind: 'run', id: 'map-inner-expression', title: 'a failed expression of an iteration names its own state', source: from.measured.branches,
    definition: mapping({ Items: [{}, {}], MaxConcurrency: 1 }, { Type: 'Pass', Output: '{% $states.input.no %}' }),
    expect: failed('States.QueryEvaluationError', nothing('P', 5, '$states.input.no', 'Output'), {
      history: ['ExecutionStarted', 'MapStateEntered', 'MapStateStarted', 'MapIterationStarted', 'PassStateEntered', 'EvaluationFailed', 'MapIterationFailed', 'MapStateFailed', 'ExecutionFailed'],
      previous: [0, 0, 2, 3, 4, 5, 6, 6, 8],
    }),
  },
  {
    kind: 'run', id: 'map-selector-undefined', title: 'an ItemSelector that yields nothing fails the Map', source: from.measured.nothing,
    definition: mapping({ Items: [1], ItemSelector: { x: '{% $states.input.no %}' } }), expect: failed('States.QueryEvaluationError', /The JSONata expression '\$states\.input\.no' specified for the field 'ItemSelector\/x' returned nothing \(undefined\)\.$/),
  },
  { kind: 'run', id: 'map-nested', title: 'a Map within a Map', source: from.guide.map, definition: mapping({ Items: [[1, 2], [3]] }, { Type: 'Map', ItemProcessor: processor({ Q: { Type: 'Pass', Output: '{% $states.input * 2 %}', End: true } }) }), expect: succeeded([[2, 4], [6]]) },
  {
    kind: 'run', id: 'map-tokens', title: 'iterations wait for tokens, answered in any order', source: from.guide.callback,
    definition: mapping({ Items: ['x', 'y', 'z'] }, waiting('ask')), functions: { ask: echo },
    acts: [{ act: 'success', output: 3, token: 2 }, advance(5), { act: 'success', output: 1, token: 0 }, { act: 'success', output: 2, token: 1 }], expect: succeeded([1, 2, 3], { seconds: 5 }),
  },
  { kind: 'run', id: 'map-inline-mode', title: 'ProcessorConfig may say INLINE', source: from.guide.map, definition: one({ Type: 'Map', Items: [1], ItemProcessor: { ...process({ Type: 'Pass' }), ProcessorConfig: { Mode: 'INLINE' } } }), expect: succeeded([1]) },
  { kind: 'run', id: 'map-iterator', title: 'Iterator is the old name of ItemProcessor', source: from.spec.map, definition: one({ Type: 'Map', Items: [1], Iterator: process({ Type: 'Pass' }) }), expect: succeeded([1]) },
  { kind: 'run', id: 'map-many', title: 'a hundred items, forty at a time on AWS', source: from.guide.quotas, definition: mapping({ Items: '{% [1..100] %}' }), expect: succeeded(Array.from({ length: 100 }, (_, i) => i + 1)) },
];
