import type { Expected, Row } from '../row.ts';
import { sources as from } from '../sources.ts';
import { during, failed, machine, nothing, succeeded } from '../machines.ts';

const ends = (output: unknown): Expected => ({ Type: 'Pass', Output: output, End: true });
/** A Choice `C` with these rules; `A`, `B` and `Else` end with their own names. */
const choosing = (Choices: Expected[], more: Expected = { Default: 'Else' }): Expected =>
  machine({ C: { Type: 'Choice', Choices, ...more }, A: ends('A'), B: ends('B'), Else: ends('Else') });
const both = (condition: unknown): Expected =>
  choosing([
    { Condition: condition, Next: 'A' },
    { Condition: '{% $states.input.never %}', Next: 'B' },
  ]);

export const choiceRows: readonly Row[] = [
  {
    kind: 'run',
    id: 'choice-first',
    title: 'the first rule whose condition is true is taken, later ones are not evaluated',
    source: from.spec.choice,
    definition: both('{% $states.input.n > 1 %}'),
    input: { n: 2 },
    expect: succeeded('A', {
      history: [
        'ExecutionStarted',
        'ChoiceStateEntered',
        'ChoiceStateExited',
        'PassStateEntered',
        'PassStateExited',
        'ExecutionSucceeded',
      ],
      previous: [0, 0, 2, 3, 4, 5],
    }),
  },
  {
    kind: 'run',
    id: 'choice-second',
    title: 'a false rule is passed over',
    source: from.guide.choice,
    definition: choosing([
      { Condition: '{% $states.input.n > 1 %}', Next: 'A' },
      { Condition: '{% $states.input.n = 1 %}', Next: 'B' },
    ]),
    input: { n: 1 },
    expect: succeeded('B'),
  },
  {
    kind: 'run',
    id: 'choice-default',
    title: 'Default is taken when no rule matches',
    source: from.guide.choice,
    definition: choosing([
      { Condition: '{% $states.input.n > 1 %}', Next: 'A' },
      { Condition: '{% false %}', Next: 'B' },
    ]),
    input: { n: 0 },
    expect: succeeded('Else'),
  },
  {
    kind: 'run',
    id: 'choice-literal',
    title: 'a condition may be the literal true',
    source: from.spec.choice,
    definition: choosing([
      { Condition: true, Next: 'A' },
      { Condition: false, Next: 'B' },
    ]),
    expect: succeeded('A'),
  },
  {
    kind: 'run',
    id: 'choice-none',
    title: 'no match and no Default ends in States.Runtime, whatever the specification calls it',
    source: from.measured.branches,
    definition: machine({ C: { Type: 'Choice', Choices: [{ Condition: '{% false %}', Next: 'A' }] }, A: ends('A') }),
    expect: failed(
      'States.Runtime',
      `${during('C', 2)}Failed to transition out of the state. The state does not point to a next state.`,
      { history: ['ExecutionStarted', 'ChoiceStateEntered', 'ExecutionFailed'], previous: [0, 0, 2] },
    ),
  },
  {
    kind: 'run',
    id: 'choice-undefined',
    title: 'a condition that yields nothing fails',
    source: from.measured.nothing,
    definition: both('{% $states.input.missing %}'),
    input: {},
    expect: failed('States.QueryEvaluationError', nothing('C', 2, '$states.input.missing', 'Choices[0]/Condition'), {
      history: ['ExecutionStarted', 'ChoiceStateEntered', 'EvaluationFailed', 'ExecutionFailed'],
      events: {
        3: {
          evaluationFailedEventDetails: {
            error: 'States.QueryEvaluationError',
            location: 'Choices[0]/Condition',
            state: 'C',
          },
        },
      },
    }),
  },
  {
    kind: 'run',
    id: 'choice-second-undefined',
    title: 'the rule that fails is named by its place',
    source: from.measured.nothing,
    definition: choosing([
      { Condition: '{% false %}', Next: 'A' },
      { Condition: '{% $states.input.missing %}', Next: 'B' },
    ]),
    expect: failed('States.QueryEvaluationError', nothing('C', 2, '$states.input.missing', 'Choices[1]/Condition')),
  },
  ...(
    [
      ['a number', '{% 1 %}'],
      ['a text', "{% 'true' %}"],
      ['null', '{% null %}'],
      ['an object', '{% {} %}'],
    ] as const
  ).map(([name, condition], i): Row => ({
    kind: 'run',
    id: `choice-type-${i}`,
    title: `a condition that yields ${name} is an error, not false`,
    source: from.spec.choice,
    definition: both(condition),
    expect: failed(
      'States.QueryEvaluationError',
      new RegExp(`^${during('C', 2).replace(/[().]/g, '\\$&')}.*Choices\\[0\\]/Condition`),
    ),
  })),
  {
    kind: 'run',
    id: 'choice-rule-output',
    title: "the matching rule's Output is the output",
    source: from.recorded.output,
    definition: machine({
      C: {
        Type: 'Choice',
        Choices: [{ Condition: '{% $states.input.condition %}', Next: 'Go', Output: 'Condition Output block' }],
        Default: 'Stop',
        Output: 'Default Output block',
      },
      Go: { Type: 'Pass', End: true },
      Stop: { Type: 'Fail', Cause: 'Condition is false' },
    }),
    input: { condition: true },
    expect: succeeded('Condition Output block', {
      events: { 3: { stateExitedEventDetails: { name: 'C', output: 'Condition Output block' } } },
    }),
  },
  {
    kind: 'run',
    id: 'choice-state-output',
    title: "the state's Output counts for Default",
    source: from.recorded.output,
    definition: machine({
      C: {
        Type: 'Choice',
        Choices: [{ Condition: '{% $states.input.condition %}', Next: 'Go', Output: 'Condition Output block' }],
        Default: 'Stop',
        Output: 'Default Output block',
      },
      Go: { Type: 'Pass', End: true },
      Stop: { Type: 'Fail', Cause: 'Condition is false' },
    }),
    input: { condition: false },
    expect: failed(null, 'Condition is false', {
      history: ['ExecutionStarted', 'ChoiceStateEntered', 'ChoiceStateExited', 'FailStateEntered', 'ExecutionFailed'],
      events: {
        4: { stateEnteredEventDetails: { name: 'Stop', input: 'Default Output block' } },
        5: { executionFailedEventDetails: { cause: 'Condition is false' } },
      },
    }),
  },
  {
    kind: 'run',
    id: 'choice-rule-without-output',
    title: 'a rule without an Output hands the input on',
    source: from.guide.choice,
    definition: machine({
      C: { Type: 'Choice', Choices: [{ Condition: '{% true %}', Next: 'Go' }] },
      Go: { Type: 'Pass', End: true },
    }),
    input: { kept: 1 },
    expect: succeeded({ kept: 1 }),
  },
  {
    kind: 'run',
    id: 'choice-rule-assign',
    title: "the matching rule assigns, the state's own Assign does not",
    source: from.guide.variables,
    definition: machine({
      C: {
        Type: 'Choice',
        Choices: [{ Condition: '{% true %}', Next: 'Go', Assign: { by: 'rule' } }],
        Default: 'Go',
        Assign: { by: 'state' },
      },
      Go: { Type: 'Pass', Output: '{% $by %}', End: true },
    }),
    expect: succeeded('rule', { events: { 3: { stateExitedEventDetails: { assignedVariables: { by: '"rule"' } } } } }),
  },
  {
    kind: 'run',
    id: 'choice-default-assign',
    title: "the state's Assign counts when Default is taken",
    source: from.guide.variables,
    definition: machine({
      C: {
        Type: 'Choice',
        Choices: [{ Condition: '{% false %}', Next: 'Go', Assign: { by: 'rule' } }],
        Default: 'Go',
        Assign: { by: 'state' },
      },
      Go: { Type: 'Pass', Output: '{% $by %}', End: true },
    }),
    expect: succeeded('state'),
  },
  {
    kind: 'run',
    id: 'choice-rule-output-undefined',
    title: 'an undefined Output of a rule is named under the rule',
    source: from.measured.nothing,
    definition: machine({
      C: {
        Type: 'Choice',
        Choices: [{ Condition: '{% true %}', Next: 'Go', Output: { v: '{% $states.input.no %}' } }],
      },
      Go: { Type: 'Pass', End: true },
    }),
    expect: failed('States.QueryEvaluationError', nothing('C', 2, '$states.input.no', 'Choices[0]/Output/v')),
  },
  {
    kind: 'run',
    id: 'choice-loop',
    title: 'a Choice may loop on a variable',
    source: from.guide.variables,
    definition: machine({
      Start: { Type: 'Pass', Assign: { n: 0 }, Next: 'C' },
      C: { Type: 'Choice', Choices: [{ Condition: '{% $n < 3 %}', Next: 'Add' }], Default: 'Done' },
      Add: { Type: 'Pass', Assign: { n: '{% $n + 1 %}' }, Next: 'C' },
      Done: { Type: 'Succeed', Output: '{% $n %}' },
    }),
    expect: succeeded(3),
  },
];
