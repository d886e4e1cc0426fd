import type { Row } from '../row.ts';
import { sources as from } from '../sources.ts';
import { machine, nothing, one, passing, succeeded, failed } from '../machines.ts';

const values: readonly (readonly [string, unknown])[] = [
  ['null', null], ['a whole number', 0], ['a fraction', 0.1], ['a boolean', true], ['a text', 'string literal'], ['an empty array', []], ['an empty object', {}],
];

export const passRows: readonly Row[] = [
  {
    kind: 'run', id: 'pass-input', title: 'without Output the input goes on', source: from.guide.pass,
    definition: one({ Type: 'Pass' }), input: { a: [1, { b: null }] },
    expect: succeeded({ a: [1, { b: null }] }, { history: ['ExecutionStarted', 'PassStateEntered', 'PassStateExited', 'ExecutionSucceeded'], previous: [0, 0, 2, 3] }),
  },
  ...values.map(([name, value], i): Row => ({
    kind: 'run', id: `pass-output-${i}`, title: `Output may be ${name}`, source: from.recorded.output,
    definition: passing(value), input: { input_value: 'stringliteral' }, expect: succeeded(value),
  })),
  {
    kind: 'run', id: 'pass-output-array', title: 'expressions are evaluated inside an array, all else stays as it is', source: from.recorded.output,
    definition: passing([null, 0, 0.1, true, 'string', [], '$nosuchvar', '$.no.such.path', '{% $states.input %}', { key: '{% true %}' }]),
    input: { input_value: 'stringliteral' },
    expect: succeeded([null, 0, 0.1, true, 'string', [], '$nosuchvar', '$.no.such.path', { input_value: 'stringliteral' }, { key: true }]),
  },
  {
    kind: 'run', id: 'pass-output-look-alikes', title: 'what looks like a JSONPath, an intrinsic function or a padded expression is a plain text', source: from.recorded.output,
    definition: passing({ padded: ' {% states.input %} ', variable: '$states.input', root: '$', 'root.$': '$', path: '$.input_value', context: '$$', intrinsic: "States.Format('Format:{}', 101)" }),
    expect: succeeded({ padded: ' {% states.input %} ', variable: '$states.input', root: '$', 'root.$': '$', path: '$.input_value', context: '$$', intrinsic: "States.Format('Format:{}', 101)" }),
  },
  {
    kind: 'run', id: 'pass-output-expression', title: 'Output may be one expression', source: from.recorded.output,
    definition: passing('{% $states.input.input_values[0] + 6 %}'), input: { input_values: [1, 2, 3] }, expect: succeeded(7),
  },
  {
    kind: 'run', id: 'pass-output-keys', title: 'keys of Output are never evaluated', source: from.guide.jsonata,
    definition: passing({ "{% 'k' %}": '{% 1 %}' }), expect: succeeded({ "{% 'k' %}": 1 }),
  },
  {
    kind: 'run', id: 'pass-next', title: 'Output is the next state\'s input', source: from.guide.pass,
    definition: machine({ A: { Type: 'Pass', Output: { n: '{% $states.input.n + 1 %}' }, Next: 'B' }, B: { Type: 'Pass', Output: '{% $states.input.n * 10 %}', End: true } }),
    input: { n: 1 },
    expect: succeeded(20, { history: ['ExecutionStarted', 'PassStateEntered', 'PassStateExited', 'PassStateEntered', 'PassStateExited', 'ExecutionSucceeded'], previous: [0, 0, 2, 3, 4, 5] }),
  },
  {
    kind: 'run', id: 'pass-undefined', title: 'a field of the input that is not there fails the state, and nothing can catch it there', source: from.measured.nothing,
    definition: passing({ v: '{% $states.input.missing %}' }),
    expect: failed('States.QueryEvaluationError', nothing('S', 2, '$states.input.missing', 'Output/v'), {
      history: ['ExecutionStarted', 'PassStateEntered', 'EvaluationFailed', 'ExecutionFailed'], previous: [0, 0, 2, 3],
    }),
  },
  {
    kind: 'run', id: 'succeed-input', title: 'a Succeed state ends with its input', source: from.guide.succeed,
    definition: one({ Type: 'Succeed' }), input: { done: true },
    expect: succeeded({ done: true }, { history: ['ExecutionStarted', 'SucceedStateEntered', 'SucceedStateExited', 'ExecutionSucceeded'], previous: [0, 0, 2, 3] }),
  },
  {
    kind: 'run', id: 'succeed-output', title: 'a Succeed state may have an Output', source: from.guide.jsonata,
    definition: one({ Type: 'Succeed', Output: { lastName: "{% 'Last=>' & $states.input.customer.lastName %}", orderValue: '{% $states.input.order.total %}' } }),
    input: { customer: { firstName: 'Martha', lastName: 'Rivera' }, order: { items: 7, total: 27.91 } },
    expect: succeeded({ lastName: 'Last=>Rivera', orderValue: 27.91 }),
  },
  {
    kind: 'run', id: 'succeed-undefined', title: 'a Succeed state whose Output yields nothing fails', source: from.measured.nothing,
    definition: one({ Type: 'Succeed', Output: '{% $states.input.missing %}' }),
    expect: failed('States.QueryEvaluationError', nothing('S', 2, '$states.input.missing', 'Output')),
  },
];
