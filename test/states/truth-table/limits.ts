import type { Row } from '../row.ts';
import { bodyOfCreate } from '../bodies.ts';
import { sources as from } from '../sources.ts';
import { direct, echo, failed, invoking, machine, one, passing, processor, returns, succeeded } from '../machines.ts';

/** A JSON text of a string of exactly so many bytes, quotes counted. */
const textOf = (bytes: number): string => 'x'.repeat(bytes - 2);
const most = 262_144;
const limit = 'States.DataLimitExceeded';

export const limitRows: readonly Row[] = [
  {
    kind: 'run',
    id: 'limit-input',
    title: 'an input of 256 KiB is taken',
    source: from.guide.quotas,
    definition: passing('{% $length($states.input) %}'),
    input: textOf(most),
    expect: succeeded(most - 2),
  },
  {
    kind: 'calls',
    id: 'limit-input-more',
    title: 'one byte more is refused',
    source: from.api.start,
    calls: [
      { target: 'CreateStateMachine', body: bodyOfCreate('machine', passing(1)) },
      {
        target: 'StartExecution',
        body: ([made]) => ({ stateMachineArn: made?.['stateMachineArn'], input: JSON.stringify(textOf(most + 1)) }),
        refused: 'InvalidExecutionInput',
      },
    ],
  },
  {
    kind: 'run',
    id: 'limit-output',
    title: 'an output of 256 KiB is taken',
    source: from.guide.quotas,
    definition: passing(`{% $pad('', ${most - 2}, 'x') %}`),
    expect: succeeded(textOf(most)),
  },
  {
    kind: 'run',
    id: 'limit-output-more',
    title: 'one byte more is States.DataLimitExceeded',
    source: from.recorded.statesErrors,
    definition: passing(`{% $pad('', ${most - 1}, 'x') %}`),
    expect: failed(
      limit,
      "The state/task 'S' returned a result with a size exceeding the maximum number of bytes service limit.",
      { history: ['ExecutionStarted', 'PassStateEntered', 'ExecutionFailed'], previous: [0, 0, 2] },
    ),
  },
  {
    kind: 'run',
    id: 'limit-answer',
    title: "a function's answer that is too large, by the optimized integration",
    source: from.recorded.statesErrors,
    definition: one(invoking('f')),
    functions: { f: () => returns(textOf(most + 1)) },
    expect: failed(
      limit,
      "The state/task 'lambda' returned a result with a size exceeding the maximum number of bytes service limit.",
      {
        history: [
          'ExecutionStarted',
          'TaskStateEntered',
          'TaskScheduled',
          'TaskStarted',
          'TaskFailed',
          'ExecutionFailed',
        ],
        previous: [0, 0, 2, 3, 4, 5],
        events: { 5: { taskFailedEventDetails: { resourceType: 'lambda', resource: 'invoke', error: limit } } },
      },
    ),
  },
  {
    kind: 'run',
    id: 'limit-answer-direct',
    title: "and by the function's ARN, which the cause names",
    source: from.recorded.statesErrors,
    definition: direct('f'),
    functions: { f: () => returns(textOf(most + 1)) },
    expect: failed(
      limit,
      /^The state\/task 'arn:aws:lambda:[^']+:function:f' returned a result with a size exceeding the maximum number of bytes service limit\.$/,
      {
        history: [
          'ExecutionStarted',
          'TaskStateEntered',
          'LambdaFunctionScheduled',
          'LambdaFunctionStarted',
          'LambdaFunctionFailed',
          'ExecutionFailed',
        ],
      },
    ),
  },
  {
    kind: 'run',
    id: 'limit-answer-utf8',
    title: 'bytes are counted, not characters',
    source: from.recorded.statesErrors,
    definition: direct('f'),
    functions: { f: () => returns('ә'.repeat(most / 2)) },
    expect: failed(limit),
  },
  {
    kind: 'run',
    id: 'limit-answer-fits',
    title: 'an answer of 256 KiB is taken',
    source: from.guide.quotas,
    definition: direct('f', { Output: '{% $length($states.result) %}' }),
    functions: { f: () => returns(textOf(most)) },
    expect: succeeded(most - 2),
  },
  {
    kind: 'run',
    id: 'limit-results',
    title: 'the results of a Map together may be too large',
    source: from.guide.quotas,
    definition: one({
      Type: 'Map',
      Items: [1, 2, 3],
      ItemProcessor: processor({ P: { Type: 'Pass', Output: "{% $pad('', 100000, 'x') %}", End: true } }),
    }),
    expect: failed(limit),
  },
  {
    kind: 'run',
    id: 'limit-variable',
    title: 'a variable of nearly 256 KiB is taken',
    source: from.guide.variables,
    definition: machine({
      A: { Type: 'Pass', Assign: { a: `{% $pad('', ${most - 102}, 'x') %}` }, Next: 'B' },
      B: { Type: 'Pass', Output: '{% $length($a) %}', End: true },
    }),
    expect: succeeded(most - 102),
  },
  {
    kind: 'run',
    id: 'limit-variable-more',
    title: 'one byte more is not',
    source: from.guide.variables,
    definition: one({ Type: 'Pass', Assign: { a: `{% $pad('', ${most - 1}, 'x') %}` } }),
    expect: failed(limit),
  },
  {
    kind: 'run',
    id: 'limit-assign',
    title: 'nor are several variables of one Assign that are larger together',
    source: from.guide.variables,
    definition: one({ Type: 'Pass', Assign: { a: "{% $pad('', 150000, 'x') %}", b: "{% $pad('', 150000, 'x') %}" } }),
    expect: failed(limit),
  },
  {
    kind: 'run',
    id: 'limit-variables',
    title: 'all variables of an execution together may be 10 MiB',
    source: from.guide.variables,
    definition: machine(
      Object.fromEntries(
        Array.from({ length: 43 }, (_, i) => [
          `S${i}`,
          {
            Type: 'Pass',
            Assign: { [`v${i}`]: "{% $pad('', 250000, 'x') %}" },
            ...(i === 42 ? { End: true } : { Next: `S${i + 1}` }),
          },
        ]),
      ),
    ),
    expect: failed(limit),
  },
  {
    kind: 'run',
    id: 'limit-history',
    title: 'an execution ends at 25,000 events',
    source: from.guide.quotas,
    definition: machine({
      A: { Type: 'Pass', Next: 'C' },
      C: { Type: 'Choice', Choices: [{ Condition: '{% false %}', Next: 'Z' }], Default: 'A' },
      Z: { Type: 'Succeed' },
    }),
    expect: failed('States.Runtime', 'The execution reached the maximum number of history events (25000).'),
  },
  {
    kind: 'run',
    id: 'limit-concurrency',
    title: 'of an inline Map forty iterations run at a time',
    source: from.guide.map,
    definition: one({
      Type: 'Map',
      Items: '{% [1..41] %}',
      ItemProcessor: processor({ W: { Type: 'Wait', Seconds: 1, End: true } }),
      Output: 'done',
    }),
    expect: succeeded('done', { seconds: 2 }),
  },
  ...(['Seconds', 'TimeoutSeconds', 'HeartbeatSeconds'] as const).map((field): Row => ({
    kind: 'refused',
    id: `limit-${field}`,
    title: `${field} of more than 99,999,999`,
    source: field === 'Seconds' ? from.guide.wait : from.guide.task,
    definition:
      field === 'Seconds' ? one({ Type: 'Wait', Seconds: 100_000_000 }) : one(invoking('f', { [field]: 100_000_000 })),
    diagnostics: [{ code: 'SCHEMA_VALIDATION_FAILED' }],
  })),
  {
    kind: 'run',
    id: 'limit-Seconds-expression',
    title: 'by an expression as well',
    source: from.guide.wait,
    definition: one({ Type: 'Wait', Seconds: '{% 100000000 %}' }),
    expect: failed('States.QueryEvaluationError', /Seconds/),
  },
  {
    kind: 'accepted',
    id: 'limit-name',
    title: 'a state name of 80 characters is taken',
    source: from.spec.states,
    definition: machine({ ['n'.repeat(80)]: { Type: 'Succeed' } }),
  },
  {
    kind: 'refused',
    id: 'limit-name-more',
    title: 'one of 81 is not',
    source: from.spec.states,
    definition: machine({ ['n'.repeat(81)]: { Type: 'Succeed' } }),
    diagnostics: [{ code: 'INVALID_STATE_NAME' }],
  },
  {
    kind: 'calls',
    id: 'limit-definition',
    title: 'a definition of more than 1 MiB is refused',
    source: from.guide.quotas,
    calls: [
      {
        target: 'CreateStateMachine',
        body: bodyOfCreate('machine', one({ Type: 'Pass', Comment: 'x'.repeat(1_048_577) })),
        refused: 'ValidationException',
      },
    ],
  },
  {
    kind: 'run',
    id: 'limit-year',
    title: 'an execution ends after a year',
    source: from.guide.quotas,
    definition: machine({
      A: { Type: 'Wait', Seconds: 31_536_000, Next: 'B' },
      B: { Type: 'Wait', Seconds: 31_536_000, End: true },
    }),
    expect: { status: 'TIMED_OUT', seconds: { from: 31_536_000, to: 31_622_400 } },
  },
  {
    kind: 'run',
    id: 'limit-token-output',
    title: 'the payload for a function may be 256 KiB',
    source: from.guide.quotas,
    definition: direct('echo', { Output: '{% $length($states.result) %}' }),
    input: textOf(most),
    functions: { echo },
    expect: succeeded(most - 2),
  },
];
