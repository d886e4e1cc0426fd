import type { Row } from '../row.ts';
import { sources as from } from '../sources.ts';
import { advance, during, failed, machine, nothing, one, succeeded } from '../machines.ts';

const events = ['ExecutionStarted', 'WaitStateEntered', 'WaitStateExited', 'ExecutionSucceeded'];
const unparsed = [
  '2016-12-05 21:29:29Z',
  '2016-12-05T21:29:29',
  '2016-13-05T21:29:29Z',
  '2016-12-05T25:29:29Z',
  '05-12-2016T21:29:29Z',
];

export const waitRows: readonly Row[] = [
  {
    kind: 'run',
    id: 'wait-seconds',
    title: 'waits so many seconds and hands its input on',
    source: from.guide.wait,
    definition: one({ Type: 'Wait', Seconds: 90 }),
    input: { a: 1 },
    expect: succeeded({ a: 1 }, { seconds: 90, history: events, previous: [0, 0, 2, 3] }),
  },
  {
    kind: 'run',
    id: 'wait-zero',
    title: 'zero seconds do not wait',
    source: from.spec.wait,
    definition: one({ Type: 'Wait', Seconds: 0 }),
    expect: succeeded({}, { seconds: 0 }),
  },
  {
    kind: 'run',
    id: 'wait-expression',
    title: 'Seconds may be an expression',
    source: from.guide.wait,
    definition: one({ Type: 'Wait', Seconds: '{% $states.input.minutes * 60 %}' }),
    input: { minutes: 2 },
    expect: succeeded({ minutes: 2 }, { seconds: 120 }),
  },
  {
    kind: 'run',
    id: 'wait-output',
    title: 'Output and Assign are evaluated when the wait is over',
    source: from.guide.wait,
    definition: machine({
      W: { Type: 'Wait', Seconds: 5, Assign: { seen: '{% $states.input.a %}' }, Output: 'waited', Next: 'Z' },
      Z: { Type: 'Pass', Output: '{% [$states.input, $seen] %}', End: true },
    }),
    input: { a: 7 },
    expect: succeeded(['waited', 7], { seconds: 5 }),
  },
  {
    kind: 'run',
    id: 'wait-timestamp',
    title: 'waits until a timestamp',
    source: from.guide.wait,
    definition: one({ Type: 'Wait', Timestamp: '2026-01-01T01:00:00Z' }),
    expect: succeeded({}, { seconds: 3600 }),
  },
  {
    kind: 'run',
    id: 'wait-timestamp-expression',
    title: 'Timestamp may be an expression, with an offset and a fraction',
    source: from.recorded.scenarios,
    definition: one({ Type: 'Wait', Timestamp: '{% $states.input.at %}' }),
    input: { at: '2026-01-01T05:00:10.5+05:00' },
    expect: succeeded({ at: '2026-01-01T05:00:10.5+05:00' }, { seconds: { from: 10, to: 11 } }),
  },
  {
    kind: 'run',
    id: 'wait-nanoseconds',
    title: 'a timestamp may have nine digits of a second',
    source: from.recorded.scenarios,
    definition: one({ Type: 'Wait', Timestamp: '{% $states.input %}' }),
    input: '2026-01-01T00:00:07.000000000Z',
    expect: succeeded('2026-01-01T00:00:07.000000000Z', { seconds: 7 }),
  },
  {
    kind: 'run',
    id: 'wait-past',
    title: 'a timestamp in the past does not wait',
    source: from.guide.wait,
    definition: one({ Type: 'Wait', Timestamp: '2016-03-14T01:59:00Z' }),
    expect: succeeded({}, { seconds: 0, history: events }),
  },
  {
    kind: 'run',
    id: 'wait-start-time',
    title: "the context's times are timestamps of the clock",
    source: from.guide.context,
    definition: one({
      Type: 'Wait',
      Timestamp: '{% $fromMillis($toMillis($states.context.Execution.StartTime) + 1500000) %}',
    }),
    expect: succeeded({}, { seconds: 1500 }),
  },
  ...unparsed.map((at, i): Row => ({
    kind: 'run',
    id: `wait-unparsed-${i}`,
    title: `an expression that yields ${at} fails`,
    source: from.recorded.scenarios,
    definition: one({ Type: 'Wait', Timestamp: '{% $states.input.TimestampValue %}' }),
    input: { TimestampValue: at },
    expect: failed(
      'States.QueryEvaluationError',
      `${during('S', 2)}The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: ${at}`,
      {
        history: ['ExecutionStarted', 'WaitStateEntered', 'EvaluationFailed', 'ExecutionFailed'],
        previous: [0, 0, 2, 3],
        events: {
          3: {
            evaluationFailedEventDetails: { error: 'States.QueryEvaluationError', location: 'Timestamp', state: 'S' },
          },
        },
      },
    ),
  })),
  ...unparsed.map((at, i): Row => ({
    kind: 'refused',
    id: `wait-refused-${i}`,
    title: `the literal ${at} is refused`,
    source: from.recorded.scenarios,
    definition: one({ Type: 'Wait', Timestamp: at }),
    diagnostics: [
      {
        code: 'SCHEMA_VALIDATION_FAILED',
        message: 'String does not match RFC3339 timestamp',
        location: '/States/S/Timestamp',
      },
    ],
  })),
  {
    kind: 'run',
    id: 'wait-seconds-undefined',
    title: 'Seconds that yield nothing fail',
    source: from.measured.nothing,
    definition: one({ Type: 'Wait', Seconds: '{% $states.input.s %}' }),
    expect: failed('States.QueryEvaluationError', nothing('S', 2, '$states.input.s', 'Seconds')),
  },
  ...(
    [
      ['a text', '5'],
      ['a negative number', -1],
      ['a fraction', 1.5],
    ] as const
  ).map(([name, value], i): Row => ({
    kind: 'run',
    id: `wait-seconds-type-${i}`,
    title: `Seconds that yield ${name} fail`,
    source: from.guide.jsonata,
    definition: one({ Type: 'Wait', Seconds: '{% $states.input %}' }),
    input: value,
    expect: failed(
      'States.QueryEvaluationError',
      /^An error occurred while executing the state 'S' \(entered at the event id #2\)\. .*Seconds/,
      { seconds: 0 },
    ),
  })),
  {
    kind: 'run',
    id: 'wait-year',
    title: 'a wait of most of a year ends in time',
    source: from.guide.quotas,
    definition: one({ Type: 'Wait', Seconds: 31_000_000 }),
    expect: succeeded({}, { seconds: 31_000_000 }),
  },
  {
    kind: 'run',
    id: 'wait-running',
    title: 'until then the execution runs, between entering and leaving',
    source: from.guide.wait,
    definition: one({ Type: 'Wait', Seconds: 100 }),
    acts: [advance(99), { act: 'stop' }],
    expect: {
      status: 'ABORTED',
      error: null,
      cause: null,
      seconds: 99,
      history: ['ExecutionStarted', 'WaitStateEntered', 'ExecutionAborted'],
      previous: [0, 0, 0],
    },
  },
  {
    kind: 'run',
    id: 'wait-machine-timeout',
    title: "the machine's TimeoutSeconds ends a wait",
    source: from.recorded.timeouts,
    definition: one({ Type: 'Wait', Seconds: 60 }, { TimeoutSeconds: 5 }),
    expect: {
      status: 'TIMED_OUT',
      error: null,
      cause: null,
      seconds: 5,
      history: ['ExecutionStarted', 'WaitStateEntered', 'ExecutionTimedOut'],
      previous: [0, 0, 0],
      events: { 3: { executionTimedOutEventDetails: { error: 'States.Timeout' } } },
    },
  },
];
