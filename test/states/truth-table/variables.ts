import type { Expected, Row } from '../row.ts';
import { sources as from } from '../sources.ts';
import {
  answer,
  echo,
  failed,
  failing,
  invoking,
  machine,
  nothing,
  one,
  processor,
  succeeded,
  waiting,
} from '../machines.ts';

const assigning = (Assign: unknown, Output: unknown = '{% $a %}'): Expected =>
  machine({ A: { Type: 'Pass', Assign, Next: 'B' }, B: { Type: 'Pass', Output, End: true } });
const branch = (state: Expected): Expected => processor({ I: { ...state, End: true } });

export const variableRows: readonly Row[] = [
  {
    kind: 'run',
    id: 'variable-next',
    title: 'a variable is seen from the next state on',
    source: from.guide.variables,
    definition: assigning({ a: '{% $states.input.n %}' }),
    input: { n: 1 },
    expect: succeeded(1, {
      events: {
        3: {
          stateExitedEventDetails: {
            name: 'A',
            output: { n: 1 },
            assignedVariables: { a: '1' },
            assignedVariablesDetails: { truncated: false },
          },
        },
      },
    }),
  },
  {
    kind: 'run',
    id: 'variable-texts',
    title: 'the history holds assigned values as JSON texts',
    source: from.recorded.assign,
    definition: assigning({ a: 'text', n: null, t: true, f: 0.1, l: [], o: { x: [1, '$no'] } }),
    expect: succeeded('text', {
      events: {
        3: {
          stateExitedEventDetails: {
            assignedVariables: { a: '"text"', n: 'null', t: 'true', f: '0.1', l: '[]', o: '{"x":[1,"$no"]}' },
          },
        },
      },
    }),
  },
  {
    kind: 'run',
    id: 'variable-not-yet',
    title: 'not in the state that assigns it: Output sees the old value',
    source: from.guide.variables,
    definition: machine({
      A: { Type: 'Pass', Assign: { a: 1 }, Next: 'B' },
      B: { Type: 'Pass', Assign: { a: 2 }, Output: '{% $a %}', Next: 'C' },
      C: { Type: 'Pass', Output: '{% [$states.input, $a] %}', End: true },
    }),
    expect: succeeded([1, 2]),
  },
  {
    kind: 'run',
    id: 'variable-parallel',
    title: 'all of one Assign see the old values: two variables can change places',
    source: from.guide.variables,
    definition: machine({
      A: { Type: 'Pass', Assign: { a: 1, b: 2 }, Next: 'B' },
      B: { Type: 'Pass', Assign: { a: '{% $b %}', b: '{% $a %}' }, Next: 'C' },
      C: { Type: 'Pass', Output: '{% [$a, $b] %}', End: true },
    }),
    expect: succeeded([2, 1]),
  },
  {
    kind: 'run',
    id: 'variable-deep',
    title: 'Assign replaces a whole value, a part cannot be assigned',
    source: from.guide.variables,
    definition: machine({
      A: { Type: 'Pass', Assign: { o: { x: 1, y: 2 } }, Next: 'B' },
      B: { Type: 'Pass', Assign: { o: { x: 3 } }, Next: 'C' },
      C: { Type: 'Pass', Output: '{% $o %}', End: true },
    }),
    expect: succeeded({ x: 3 }),
  },
  {
    kind: 'run',
    id: 'variable-null',
    title: 'a variable may be null',
    source: from.guide.variables,
    definition: assigning({ a: null }, '{% [$a, $exists($a)] %}'),
    expect: succeeded([null, true]),
  },
  {
    kind: 'run',
    id: 'variable-unset',
    title: 'a variable that was never assigned yields nothing',
    source: from.measured.nothing,
    definition: machine({
      A: {
        Type: 'Choice',
        Choices: [{ Condition: '{% $states.input.set %}', Assign: { a: 1 }, Next: 'B' }],
        Default: 'B',
      },
      B: { Type: 'Pass', Output: '{% $a %}', End: true },
    }),
    input: { set: false },
    expect: failed('States.QueryEvaluationError', nothing('B', 4, '$a', 'Output')),
  },
  {
    kind: 'run',
    id: 'variable-assign-undefined',
    title: 'an Assign that yields nothing fails the state',
    source: from.measured.nothing,
    definition: assigning({ a: '{% $states.input.no %}' }),
    expect: failed('States.QueryEvaluationError', nothing('A', 2, '$states.input.no', 'Assign/a')),
  },
  {
    kind: 'run',
    id: 'variable-inner-reads',
    title: 'a branch reads the variables around it',
    source: from.guide.variables,
    definition: machine({
      A: { Type: 'Pass', Assign: { a: 'outer' }, Next: 'P' },
      P: { Type: 'Parallel', Branches: [branch({ Type: 'Pass', Output: '{% $a %}' })], End: true },
    }),
    expect: succeeded(['outer']),
  },
  {
    kind: 'run',
    id: 'variable-map-reads',
    title: 'an iteration reads the variables around it and keeps its own',
    source: from.guide.variables,
    definition: machine({
      A: { Type: 'Pass', Assign: { a: 10 }, Next: 'M' },
      M: {
        Type: 'Map',
        Items: [1, 2, 3],
        ItemProcessor: processor({
          I: { Type: 'Pass', Assign: { mine: '{% $states.input * $a %}' }, Next: 'J' },
          J: { Type: 'Pass', Output: '{% $mine %}', End: true },
        }),
        End: true,
      },
    }),
    expect: succeeded([10, 20, 30]),
  },
  {
    kind: 'run',
    id: 'variable-inner-ends',
    title: 'a variable of a branch is gone when the Parallel ends',
    source: from.guide.variables,
    definition: machine({
      P: { Type: 'Parallel', Branches: [branch({ Type: 'Pass', Assign: { inner: 1 } })], Next: 'B' },
      B: { Type: 'Pass', Output: '{% $exists($inner) %}', End: true },
    }),
    expect: succeeded(false),
  },
  {
    kind: 'refused',
    id: 'variable-inner-assigns',
    title: 'a branch may not assign a name of the scope around it',
    source: from.guide.variables,
    definition: machine({
      A: { Type: 'Pass', Assign: { a: 1 }, Next: 'P' },
      P: { Type: 'Parallel', Branches: [branch({ Type: 'Pass', Assign: { a: 2 } })], End: true },
    }),
    diagnostics: [{ code: 'DUPLICATE_VARIABLE_NAME' }],
  },
  {
    kind: 'accepted',
    id: 'variable-siblings',
    title: 'two branches may use the same name, each its own',
    source: from.guide.variables,
    definition: one({
      Type: 'Parallel',
      Branches: [
        branch({ Type: 'Pass', Assign: { a: 1 } }),
        processor({ J: { Type: 'Pass', Assign: { a: 2 }, End: true } }),
      ],
    }),
  },
  {
    kind: 'run',
    id: 'variable-result',
    title: 'a Task assigns from its result',
    source: from.guide.variables,
    definition: machine({
      T: invoking('echo', {
        Assign: { got: '{% $states.result.Payload.x %}', gave: '{% $states.input.x %}' },
        Next: 'B',
      }),
      B: { Type: 'Pass', Output: '{% [$got, $gave] %}', End: true },
    }),
    input: { x: 4 },
    functions: { echo },
    expect: succeeded([4, 4]),
  },
  {
    kind: 'run',
    id: 'variable-parallel-result',
    title: "a Parallel assigns from its branches' results",
    source: from.guide.variables,
    definition: machine({
      P: {
        Type: 'Parallel',
        Branches: [branch({ Type: 'Pass', Output: 1 }), processor({ J: { Type: 'Pass', Output: 2, End: true } })],
        Assign: { total: '{% $sum($states.result) %}' },
        Next: 'B',
      },
      B: { Type: 'Pass', Output: '{% $total %}', End: true },
    }),
    expect: succeeded(3),
  },
  {
    kind: 'run',
    id: 'variable-catch',
    title: "a catcher assigns from the error, the state's own Assign is not done",
    source: from.recorded.errorOutput,
    definition: machine({
      T: invoking('broken', {
        Assign: { a: 'state' },
        Catch: [
          {
            ErrorEquals: ['States.ALL'],
            Assign: { a: '{% $states.errorOutput.Error %}', given: '{% $states.input %}' },
            Next: 'B',
          },
        ],
        Next: 'B',
      }),
      B: { Type: 'Pass', Output: '{% [$a, $given] %}', End: true },
    }),
    input: { inputData: 'dummy' },
    functions: { broken: failing('Kaboom') },
    expect: succeeded(['Kaboom', { inputData: 'dummy' }], {
      events: {
        6: {
          type: 'TaskStateExited',
          stateExitedEventDetails: { assignedVariables: { a: '"Kaboom"', given: '{"inputData":"dummy"}' } },
        },
      },
    }),
  },
  {
    kind: 'run',
    id: 'variable-token',
    title: 'a variable survives a wait for a token',
    source: from.guide.variables,
    definition: machine({
      A: { Type: 'Pass', Assign: { a: 'kept' }, Next: 'T' },
      T: waiting('ask', { Output: '{% [$a, $states.result] %}', End: true }),
    }),
    functions: { ask: echo },
    acts: [answer('yes')],
    expect: succeeded(['kept', 'yes']),
  },
  {
    kind: 'run',
    id: 'variable-unicode',
    title: 'a name may be of any script',
    source: from.guide.variables,
    definition: assigning({ жоба: 1 }, '{% $жоба %}'),
    expect: succeeded(1),
  },
  ...(
    [
      ['states', 'the reserved name'],
      ['1a', 'a name that starts with a digit'],
      ['a-b', 'a name with a hyphen'],
      ['', 'an empty name'],
      ['n'.repeat(81), 'a name of 81 characters'],
    ] as const
  ).map(([name, title], i): Row => ({
    kind: 'refused',
    id: `variable-name-${i}`,
    title: `${title} is refused`,
    source: from.guide.variables,
    definition: one({ Type: 'Pass', Assign: { [name]: 1 } }),
    diagnostics: [{ code: 'SCHEMA_VALIDATION_FAILED' }],
  })),
  {
    kind: 'accepted',
    id: 'variable-name-80',
    title: 'a name of 80 characters is taken',
    source: from.guide.variables,
    definition: one({ Type: 'Pass', Assign: { ['n'.repeat(80)]: 1 } }),
  },
  ...(['Succeed', 'Fail'] as const).map((Type): Row => ({
    kind: 'refused',
    id: `variable-${Type.toLowerCase()}`,
    title: `a ${Type} state has no Assign`,
    source: from.guide.variables,
    definition: one({ Type, Assign: { a: 1 } }),
    diagnostics: [
      { code: 'SCHEMA_VALIDATION_FAILED', message: "Field 'Assign' is not supported", location: '/States/S' },
    ],
  })),
];
