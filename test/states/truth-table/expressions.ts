import type { Json, Row } from '../row.ts';
import { sources as from } from '../sources.ts';
import { expect } from 'vitest';
import { during, failed, machine, nothing, one, passing, succeeded, threw } from '../machines.ts';

/** The input of the measurements that the messages below come from. */
const input: Json = {
  n: 5,
  objs: [{ o: { z: 1 } }, { o: { z: 2 } }],
  mixed: [1, 'a'],
  obj: { a: 1 },
  arr: [1, 2, 3],
  s: 'abc',
  none: null,
};

const yields: readonly (readonly [
  string,
  string,
  unknown,
  (typeof from.measured)[keyof typeof from.measured] | typeof from.guide.jsonata,
])[] = [
  ['arithmetic', '$states.input.n * 2 + 1', 11, from.guide.jsonata],
  ['a text', "'n=' & $states.input.n", 'n=5', from.guide.jsonata],
  ['a path over an array', '$states.input.objs.o.z', [1, 2], from.guide.jsonata],
  ['a filter', '$states.input.arr[$ > 1]', [2, 3], from.guide.jsonata],
  ['a filter that leaves one item, which is no array', '$states.input.arr[$ > 2]', 3, from.guide.jsonata],
  ['an array that is kept one', '[$states.input.arr[$ > 2]]', [3], from.guide.jsonata],
  ['null, which is a value', '$states.input.none', null, from.measured.nothing],
  [
    'an object without the keys that are undefined',
    "{'k': $states.input.missing, 'n': $states.input.n}",
    { n: 5 },
    from.measured.nothing,
  ],
  ['a sorted array', '$sort($states.input.arr, function($a, $b) { $a < $b })', [3, 2, 1], from.guide.jsonata],
  ['a block', '($x := 2; $y := 3; $x * $y)', 6, from.guide.jsonata],
  ['a regular expression', '$contains($states.input.s, /^a.c$/)', true, from.recorded.expressions],
  ['a merge of parts', '$merge([$states.input.obj, {"b": 2}])', { a: 1, b: 2 }, from.recorded.expressions],
  ['a large whole number as a text', '$string(1e20)', '100000000000000000000', from.measured.functions],
  ['a larger one with an exponent', '$string(1e21)', '1e+21', from.measured.functions],
  ['infinity as a text', '1/0', 'Infinity', from.measured.whether],
  ['minus infinity as a text', '-1/0', '-Infinity', from.measured.whether],
  ['an overflow as a text', '1e308 * 10', 'Infinity', from.measured.whether],
  ['a number that is none as a text', '0/0', 'NaN', from.measured.whether],
  ['infinity within an array', '[1/0]', ['Infinity'], from.measured.whether],
  ['an addition a hundred levels deep', `1${'+1'.repeat(99)}`, 100, from.measured.whether],
  ['parentheses ninety-nine levels deep', `${'('.repeat(99)}1${')'.repeat(99)}`, 1, from.measured.whether],
  ['the largest range that fits', '[1..873782] ~> $count()', 873782, from.measured.whether],
  [
    'a recursion that still fits',
    '($f := function($x){ $x <= 0 ? 0 : 1 + $f($x-1) }; $f(31))',
    31,
    from.measured.whether,
  ],
];

const throws: readonly (readonly [string, string, string])[] = [
  ['a wrong argument', '$abs("a")', 'T0410: Argument 1 of function "abs" does not match function signature'],
  ['a wrong item', '$sum(["a"])', 'T0412: Argument 1 of function "sum" must be an array of "numbers"'],
  ['$eval, which is not there', '$eval("1+1")', 'T1006: Attempted to invoke a non-function'],
  ['an unknown function', '$nosuch(1)', 'T1006: Attempted to invoke a non-function'],
  ['a text in arithmetic', '$states.input.s + 1', 'T2001: The left side of the "+" operator must evaluate to a number'],
  ['a text at the right', '1 - $states.input.s', 'T2002: The right side of the "-" operator must evaluate to a number'],
  [
    'a comparison of a text and a number',
    '$states.input.s > 1',
    'T2009: The values "abc" and 1 either side of operator ">" must be of the same data type',
  ],
  [
    'a picture without a digit',
    '$formatNumber(1, "x")',
    'D3086: The sub-picture must not contain a passive character that is preceded by an active character and that is followed by another active character',
  ],
  ['an error the expression raises', '$error("no stock")', 'D3137: no stock'],
  ['a text that is no number', '$number("abc")', 'D3030: Unable to cast value to a number: "abc"'],
];

const bounds: readonly (readonly [string, string, string])[] = [
  [
    'one level too deep',
    `1${'+1'.repeat(100)}`,
    'Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive',
  ],
  [
    'parentheses too deep',
    `${'('.repeat(100)}1${')'.repeat(100)}`,
    'Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive',
  ],
  [
    'a recursion too deep',
    '($f := function($x){ $x <= 0 ? 0 : 1 + $f($x-1) }; $f(32))',
    'Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive',
  ],
  [
    'a range too long',
    '[1..873783] ~> $count()',
    'Expression evaluation memory limit exceeded: Check for excessive memory usage',
  ],
  [
    '$range too long',
    '$range(1, 360146, 1)',
    'Expression evaluation memory limit exceeded: Check for excessive memory usage',
  ],
  [
    'a recursion without an end',
    '($f := function($x){ $f($x+1) }; $f(1))',
    'Expression evaluation timeout: Check for infinite loop',
  ],
];

export const expressionRows: readonly Row[] = [
  ...yields.map(([name, expression, output, source], i): Row => ({
    kind: 'run',
    id: `expression-yields-${i}`,
    title: `yields ${name}`,
    source,
    definition: passing({ r: `{% ${expression} %}` }),
    input,
    expect: succeeded({ r: output }),
  })),
  ...throws.map(([name, expression, message], i): Row => ({
    kind: 'run',
    id: `expression-throws-${i}`,
    title: `${name} fails with JSONata's message`,
    source: from.measured.sentence,
    definition: passing({ r: `{% ${expression} %}` }),
    input,
    expect: failed('States.QueryEvaluationError', threw('S', 2, expression, 'Output/r', message), {
      history: ['ExecutionStarted', 'PassStateEntered', 'EvaluationFailed', 'ExecutionFailed'],
      events: {
        3: {
          evaluationFailedEventDetails: {
            error: 'States.QueryEvaluationError',
            cause: threw('S', 2, expression, 'Output/r', message),
            location: 'Output/r',
            state: 'S',
          },
        },
      },
    }),
  })),
  ...bounds.map(([name, expression, message], i): Row => ({
    kind: 'run',
    id: `expression-bound-${i}`,
    title: `${name} is cut off`,
    source: from.measured.whether,
    definition: passing({ r: `{% ${expression} %}` }),
    expect: failed(
      'States.QueryEvaluationError',
      `${during('S', 2)}The JSONata expression '${expression}' specified for the field 'Output/r' threw an error during evaluation: ${message}`,
    ),
  })),
  {
    kind: 'run',
    id: 'expression-bound-caught',
    title: 'a bound is an error that Catch sees',
    source: from.measured.caught,
    definition: machine({
      P: {
        Type: 'Parallel',
        Branches: [{ StartAt: 'E', States: { E: { Type: 'Pass', Output: `{% 1${'+1'.repeat(600)} %}`, End: true } } }],
        Catch: [{ ErrorEquals: ['States.QueryEvaluationError'], Next: 'Done' }],
        Next: 'Done',
      },
      Done: { Type: 'Succeed', Output: { caught: '{% $exists($states.input.Error) %}' } },
    }),
    expect: succeeded({ caught: true }),
  },
  {
    kind: 'run',
    id: 'expression-trimmed',
    title: 'the cause names the expression without the blanks around it',
    source: from.measured.sentence,
    definition: passing({ deep: [{ x: '{%    $states.input.no    %}' }] }),
    expect: failed('States.QueryEvaluationError', nothing('S', 2, '$states.input.no', 'Output/deep[0]/x')),
  },
  {
    kind: 'run',
    id: 'expression-array-undefined',
    title: 'an item of an array that yields nothing is named by its index',
    source: from.measured.nothing,
    definition: passing([1, '{% $states.input.no %}']),
    expect: failed('States.QueryEvaluationError', nothing('S', 2, '$states.input.no', 'Output[1]')),
  },
  {
    kind: 'run',
    id: 'expression-function',
    title: 'a function is no JSON value',
    source: from.guide.jsonata,
    definition: passing('{% function($x) { $x } %}'),
    expect: failed('States.QueryEvaluationError', /Output/),
  },
  {
    kind: 'run',
    id: 'expression-whole',
    title: 'a whole number has no fraction whatever it was computed from',
    source: from.measured.functions,
    definition: passing({ half: '{% 5 / 2 %}', whole: '{% 10 / 2 %}', given: '{% $states.input.amount %}' }),
    input: { amount: 1.0 },
    expect: succeeded({ half: 2.5, whole: 5, given: 1 }),
  },
  {
    kind: 'run',
    id: 'expression-context',
    title: 'the context object of a Pass state',
    source: from.recorded.context,
    definition: passing('{% $states.context %}'),
    input: { 'input-value': 0 },
    expect: succeeded({
      Execution: {
        Id: expect.stringMatching(/^arn:aws:states:[a-z0-9-]+:\d{12}:execution:machine:run$/),
        Input: { 'input-value': 0 },
        StartTime: '2026-01-01T00:00:00.000Z',
        Name: 'run',
        RoleArn: 'arn:aws:iam::123456789012:role/states',
        RedriveCount: 0,
      },
      StateMachine: { Id: expect.stringMatching(/:stateMachine:machine$/), Name: 'machine' },
      State: { Name: 'S', EnteredTime: '2026-01-01T00:00:00.000Z' },
    }),
  },
  {
    kind: 'run',
    id: 'expression-entered',
    title: 'EnteredTime is when the state was entered',
    source: from.guide.context,
    definition: machine({
      W: { Type: 'Wait', Seconds: 61, Next: 'P' },
      P: {
        Type: 'Pass',
        Output: '{% $states.context.[Execution.StartTime, State.EnteredTime, State.Name] %}',
        End: true,
      },
    }),
    expect: succeeded(['2026-01-01T00:00:00.000Z', '2026-01-01T00:01:01.000Z', 'P']),
  },
  {
    kind: 'run',
    id: 'expression-input-null',
    title: 'the input may be any JSON value',
    source: from.recorded.api,
    definition: passing('{% $type($states.input) %}'),
    input: null,
    expect: succeeded('null'),
  },
  {
    kind: 'run',
    id: 'expression-keys',
    title: "the order of an object's keys is kept",
    source: from.measured.functions,
    definition: one({ Type: 'Pass', Output: "{% $string({'b': 1, 'a': 2}) %}" }),
    expect: succeeded('{"b":1,"a":2}'),
  },
  {
    kind: 'run',
    id: 'expression-now',
    title: '$now is the clock',
    source: from.guide.jsonata,
    definition: passing('{% $substring($now(), 0, 16) %}'),
    expect: succeeded('2026-01-01T00:00'),
  },
];
