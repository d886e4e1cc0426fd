import { expect } from 'vitest';
import type { Call, Expected, Row } from '../row.ts';
import { bodyOfCreate } from '../bodies.ts';
import { sources as from } from '../sources.ts';
import { echo, machine, one, passing, waiting } from '../machines.ts';

const create = (definition: Expected): Call => ({
  target: 'CreateStateMachine',
  body: bodyOfCreate('machine', definition),
});
const start = (more: Expected = {}): Call => ({
  target: 'StartExecution',
  body: ([made]) => ({ stateMachineArn: made?.['stateMachineArn'], name: 'run', ...more }),
});
const history = (more: Expected, rest: Partial<Call>): Call => ({
  target: 'GetExecutionHistory',
  body: (earlier) => ({ executionArn: earlier[1]?.['executionArn'], ...more }),
  ...rest,
});
const type = (name: string) => expect.objectContaining({ type: name });
const loop = machine({
  A: { Type: 'Pass', Assign: { n: 0 }, Next: 'B' },
  B: { Type: 'Choice', Choices: [{ Condition: '{% $n < 10 %}', Next: 'C' }], Default: 'D' },
  C: { Type: 'Pass', Assign: { n: '{% $n + 1 %}' }, Next: 'B' },
  D: { Type: 'Succeed' },
});

export const historyRows: readonly Row[] = [
  {
    kind: 'calls',
    id: 'history-text',
    title: 'inputs and outputs are JSON texts without blanks, with their details',
    source: from.recorded.api,
    calls: [
      create(passing({ Arg1: 'argument1', list: [1, 2] })),
      start({ input: '{ "a" : 1 }' }),
      history(
        {},
        {
          answers: {
            events: [
              {
                id: 1,
                previousEventId: 0,
                type: 'ExecutionStarted',
                timestamp: expect.any(Number),
                executionStartedEventDetails: {
                  input: expect.stringMatching(/^\{\s?"a"\s?:\s?1\s?\}$/),
                  inputDetails: { truncated: false },
                  roleArn: 'arn:aws:iam::123456789012:role/states',
                },
              },
              {
                id: 2,
                previousEventId: 0,
                type: 'PassStateEntered',
                stateEnteredEventDetails: { name: 'S', inputDetails: { truncated: false } },
              },
              {
                id: 3,
                previousEventId: 2,
                type: 'PassStateExited',
                stateExitedEventDetails: {
                  name: 'S',
                  output: '{"Arg1":"argument1","list":[1,2]}',
                  outputDetails: { truncated: false },
                },
              },
              {
                id: 4,
                previousEventId: 3,
                type: 'ExecutionSucceeded',
                executionSucceededEventDetails: {
                  output: '{"Arg1":"argument1","list":[1,2]}',
                  outputDetails: { truncated: false },
                },
              },
            ],
          },
        },
      ),
    ],
  },
  {
    kind: 'calls',
    id: 'history-reverse',
    title: 'reverseOrder turns the events round',
    source: from.recorded.api,
    calls: [
      create(passing(1)),
      start(),
      history(
        { reverseOrder: true },
        {
          answers: {
            events: [
              type('ExecutionSucceeded'),
              type('PassStateExited'),
              type('PassStateEntered'),
              type('ExecutionStarted'),
            ],
          },
        },
      ),
    ],
  },
  {
    kind: 'calls',
    id: 'history-pages',
    title: 'maxResults makes pages that nextToken goes through',
    source: from.api.history,
    calls: [
      create(loop),
      start(),
      history(
        { maxResults: 3 },
        {
          answers: {
            events: [type('ExecutionStarted'), type('PassStateEntered'), type('PassStateExited')],
            nextToken: expect.any(String),
          },
        },
      ),
      {
        target: 'GetExecutionHistory',
        body: (earlier) => ({
          executionArn: earlier[1]?.['executionArn'],
          maxResults: 3,
          nextToken: earlier[2]?.['nextToken'],
        }),
        answers: {
          events: [
            expect.objectContaining({ id: 4 }),
            expect.objectContaining({ id: 5 }),
            expect.objectContaining({ id: 6 }),
          ],
        },
      },
    ],
  },
  {
    kind: 'calls',
    id: 'history-hundred',
    title: 'a page holds a hundred events when nothing is said',
    source: from.api.history,
    calls: [
      create(
        machine({
          M: {
            Type: 'Map',
            Items: '{% [1..50] %}',
            ItemProcessor: { StartAt: 'P', States: { P: { Type: 'Pass', End: true } } },
            End: true,
          },
        }),
      ),
      start(),
      history({}, { answers: { events: expect.objectContaining({ length: 100 }), nextToken: expect.any(String) } }),
    ],
  },
  {
    kind: 'calls',
    id: 'history-without-data',
    title: 'includeExecutionData false leaves inputs and outputs out',
    source: from.api.history,
    calls: [
      create(passing({ secret: 1 })),
      start({ input: '{"secret":1}' }),
      history(
        { includeExecutionData: false },
        {
          answers: {
            events: [
              {
                type: 'ExecutionStarted',
                id: 1,
                previousEventId: 0,
                timestamp: expect.any(Number),
                executionStartedEventDetails: { roleArn: expect.any(String) },
              },
              expect.objectContaining({ stateEnteredEventDetails: { name: 'S' } }),
              expect.objectContaining({ stateExitedEventDetails: { name: 'S' } }),
              type('ExecutionSucceeded'),
            ],
          },
        },
      ),
    ],
  },
  {
    kind: 'calls',
    id: 'history-running',
    title: 'a running execution has a history so far',
    source: from.api.history,
    functions: { f: echo },
    calls: [
      create(one(waiting('f'))),
      start(),
      history(
        {},
        {
          answers: {
            events: [
              type('ExecutionStarted'),
              type('TaskStateEntered'),
              type('TaskScheduled'),
              type('TaskStarted'),
              type('TaskSubmitted'),
            ],
          },
        },
      ),
    ],
  },
  {
    kind: 'calls',
    id: 'history-too-many',
    title: 'maxResults has a limit of 1000',
    source: from.api.history,
    calls: [
      create(passing(1)),
      start(),
      history(
        { maxResults: 1001 },
        { refused: 'ValidationException', message: /'1001' at 'maxResults'.* less than or equal to 1000/ },
      ),
    ],
  },
  {
    kind: 'calls',
    id: 'history-token',
    title: 'a page token that was never given',
    source: from.api.history,
    calls: [create(passing(1)), start(), history({ nextToken: 'bm90aGluZw==' }, { refused: 'InvalidToken' })],
  },
  {
    kind: 'calls',
    id: 'history-unknown',
    title: 'an execution that is not there',
    source: from.recorded.api,
    calls: [
      {
        target: 'GetExecutionHistory',
        body: { executionArn: 'arn:aws:states:eu-central-1:123456789012:execution:machine:none' },
        refused: 'ExecutionDoesNotExist',
        message: "Execution Does Not Exist: 'arn:aws:states:eu-central-1:123456789012:execution:machine:none'",
      },
    ],
  },
  {
    kind: 'calls',
    id: 'history-arn',
    title: 'what is no ARN',
    source: from.recorded.api,
    calls: [
      {
        target: 'GetExecutionHistory',
        body: { executionArn: 'invalid_state_machine_arn' },
        refused: 'InvalidArn',
        message: "Invalid Arn: 'Invalid ARN prefix: invalid_state_machine_arn'",
      },
    ],
  },
];
