import { expect } from 'vitest';
import type { Row } from '../row.ts';
import { sources as from } from '../sources.ts';
import { failed, nothing, passing, succeeded, threw } from '../machines.ts';

const yields: readonly (readonly [string, unknown])[] = [
  [
    '$partition([1,2,3,4], 2)',
    [
      [1, 2],
      [3, 4],
    ],
  ],
  ['$partition([1,2,3,4,5], 2)', [[1, 2], [3, 4], [5]]],
  ['$partition([0], 3)', [[0]]],
  ['$partition([0,1], 1)', [[0], [1]]],
  ['$partition([1,2,3])', [[1, 2, 3]]],
  ['$partition([1,2,3,4,5], 2.9)', [[1, 2], [3, 4], [5]]],
  ['$range(0, 6, 2)', [0, 2, 4, 6]],
  ['$range(0, 5, 2)', [0, 2, 4]],
  ['$range(10, 0, -2)', [10, 8, 6, 4, 2, 0]],
  ['$range(3, 3, 1)', 3],
  ['$range(1.7, 5, 1)', [1, 2, 3, 4, 5]],
  ['$range(-1.7, 2, 1)', [-1, 0, 1, 2]],
  ['$range(5, 1, -1.5)', [5, 4, 3, 2, 1]],
  ['$count($range(1, 360145, 1))', 360145],
  ['$hash("Hello", "MD5")', '8b1a9953c4611296a827abf8c47804d7'],
  ['$hash("input", "SHA-1")', '140f86aae51ab9e1cda9b4254fe98a74eb54c1a1'],
  ['$hash("Hello", "SHA-256")', '185f8db32271fe25f561a6fc938b2e264306ec304eda518007d1764826381969'],
  [
    '$hash("Hello", "SHA-384")',
    '3519fe5ad2c596efe3e276a6f351b8fc0b03db861782490d45f7598ebd0ab5fd5520ed102f38c4a5ec834e98668035fc',
  ],
  [
    '$hash("Hello", "SHA-512")',
    '3615f80c9d293ed7402687f94b22d58e529b8cc7916f8fac7fddf7fbd5af4cf777d3d795a7a00a16bf7e7f3fb9561ee9baae480da9fe7a18769e71886b03f315',
  ],
  ['$hash("ñ", "MD5")', '94e9342ecbb1458b6043ecd3bfcbc192'],
  ['$random(42)', 0.7275636800328681],
  ['$random(0)', 0.730967787376657],
  ['$random(7)', 0.7306990420600421],
  ['$random(0.9) = $random(0)', true],
  ['$random() = $random()', false],
  ['$random() >= 0 and $random() < 1', true],
  ['$uuid()', expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)],
  ['$uuid() = $uuid()', false],
  ['$parse(\'{"a":1,"b":[1,2,3]}\')', { a: 1, b: [1, 2, 3] }],
  ['$parse(\'{"a":1}\').a', 1],
  ["$exists($parse('null'))", true],
  ["$parse('1.0')", 1],
  ["$parse('-0')", 0],
  ["$parse('1.1')", 1.1],
  ["$parse('true')", true],
  ['$parse(\'"HelloWorld"\')', 'HelloWorld'],
  ['$parse(\'[1, 2, "HelloWorld"]\')', [1, 2, 'HelloWorld']],
  ['$parse(\'{"Arg1": 1, "Arg2": []}\')', { Arg1: 1, Arg2: [] }],
  ['$map([\'{"a":1}\', \'{"a":2}\'], $parse).a', [1, 2]],
];

const undefinedOnes = [
  '$partition([], 2)',
  '$partition([1,2,3], 0)',
  '$range(5, 1, 1)',
  '$range(1, 5, 0)',
  '$range(1, 5)',
  '$hash("Hello")',
  '$parse()',
];

const coded: readonly (readonly [string, string])[] = [
  ['$partition([1,2,3], -1)', 'D3137: Second argument must be zero or greater'],
  ['$partition(null, 2)', 'T0412:'],
  ['$range(1)', 'T0410:'],
  ['$hash("Hello", "md5")', 'D3137:'],
  ['$hash("Hello", "SHA3-256")', 'D3137:'],
  ['$hash(42, "MD5")', 'T0410:'],
  ['$hash("a", 5)', 'T0410:'],
  ['$uuid("seed")', 'T0410:'],
  ['$random(1, 2)', 'T0410:'],
  ['$parse(null)', 'T0410:'],
  ["$parse('not valid json')", 'D3137:'],
  ["$parse('')", 'D3137: Invalid JSON'],
  ['$parse(\'{"a":1}{"b":2}\')', 'D3137: Invalid JSON'],
  ['$parse(\'{"a":1,"a":2}\')', 'D3137: Invalid JSON'],
  ["$parse('{}', 'x')", 'T0410:'],
  ['$randomSeeded($states.input.fst)', 'T1006: Attempted to invoke a non-function'],
];

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const sourceOf = (expression: string) => {
  if (expression.startsWith('$parse')) return from.recorded.parse;
  return expression.startsWith('$partition') ? from.recorded.partition : from.measured.functions;
};

export const functionRows: readonly Row[] = [
  ...yields.map(([expression, output], i): Row => ({
    kind: 'run',
    id: `function-yields-${i}`,
    title: expression,
    source: sourceOf(expression),
    definition: passing({ v: `{% ${expression} %}` }),
    expect: succeeded({ v: output }),
  })),
  ...undefinedOnes.map((expression, i): Row => ({
    kind: 'run',
    id: `function-nothing-${i}`,
    title: `${expression} yields nothing`,
    source: from.measured.functions,
    definition: passing({ v: `{% ${expression} %}` }),
    expect: failed('States.QueryEvaluationError', nothing('S', 2, expression, 'Output/v')),
  })),
  ...coded.map(([expression, message], i): Row => ({
    kind: 'run',
    id: `function-throws-${i}`,
    title: `${expression} fails with ${message.slice(0, 5)}`,
    source: from.measured.functions,
    definition: passing({ v: `{% ${expression} %}` }),
    expect: failed(
      'States.QueryEvaluationError',
      new RegExp(`^${escaped(threw('S', 2, expression, 'Output/v', message))}`),
    ),
  })),
];
