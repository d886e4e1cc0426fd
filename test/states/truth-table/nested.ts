import { expect } from 'vitest';
import type { Definition, Expected, Row } from '../row.ts';
import { sources as from } from '../sources.ts';
import { advance, echo, failed, machine, nothing, one, passing, succeeded, waiting } from '../machines.ts';

/** A machine whose one state `S` starts the machine `child` in this way. */
const starting =
  (how: '' | '.sync' | '.sync:2' | '.waitForTaskToken', more: Expected = {}, args: Expected = {}): Definition =>
  (arns) =>
    one({
      Type: 'Task',
      Resource: `arn:aws:states:::states:startExecution${how}`,
      Arguments: {
        StateMachineArn: arns.machineArn('child'),
        Input: '{% $states.input %}',
        Name: 'TestStartTarget',
        ...args,
      },
      ...more,
    });
const arn = expect.stringMatching(/:execution:child:TestStartTarget$/);
const child = passing({ Arg1: 'argument1' });
const sync = ['ExecutionStarted', 'TaskStateEntered', 'TaskScheduled', 'TaskStarted', 'TaskSubmitted'];
const described = {
  ExecutionArn: arn,
  InputDetails: { Included: true },
  Name: 'TestStartTarget',
  OutputDetails: { Included: true },
  StartDate: expect.anything(),
  StateMachineArn: expect.stringMatching(/:stateMachine:child$/),
  Status: 'SUCCEEDED',
  StopDate: expect.anything(),
};

export const nestedRows: readonly Row[] = [
  {
    kind: 'run',
    id: 'nested-start',
    title: "startExecution answers at once with the child's ARN",
    source: from.recorded.nested,
    definition: starting(''),
    machines: { child: one({ Type: 'Wait', Seconds: 60 }) },
    input: { Hello: 'World' },
    expect: succeeded(
      expect.objectContaining({
        ExecutionArn: arn,
        StartDate: expect.anything(),
        SdkHttpMetadata: expect.objectContaining({ HttpStatusCode: 200 }),
        SdkResponseMetadata: expect.objectContaining({ RequestId: expect.any(String) }),
      }),
      {
        seconds: 0,
        history: [
          'ExecutionStarted',
          'TaskStateEntered',
          'TaskScheduled',
          'TaskStarted',
          'TaskSucceeded',
          'TaskStateExited',
          'ExecutionSucceeded',
        ],
        previous: [0, 0, 2, 3, 4, 5, 6],
        events: {
          3: {
            taskScheduledEventDetails: {
              resourceType: 'states',
              resource: 'startExecution',
              region: expect.any(String),
              parameters: { Input: { Hello: 'World' }, Name: 'TestStartTarget' },
            },
          },
        },
      },
    ),
  },
  {
    kind: 'run',
    id: 'nested-sync',
    title: '.sync waits for the child and hands its input and output on as texts',
    source: from.recorded.callback,
    definition: starting('.sync'),
    machines: { child },
    input: {},
    expect: succeeded(expect.objectContaining({ ...described, Input: '{}', Output: '{"Arg1":"argument1"}' }), {
      history: [...sync, 'TaskSucceeded', 'TaskStateExited', 'ExecutionSucceeded'],
      previous: [0, 0, 2, 3, 4, 5, 6, 7],
      events: {
        4: { taskStartedEventDetails: { resourceType: 'states', resource: 'startExecution.sync' } },
        5: {
          taskSubmittedEventDetails: {
            resourceType: 'states',
            resource: 'startExecution.sync',
            output: expect.objectContaining({ ExecutionArn: arn }),
          },
        },
      },
    }),
  },
  {
    kind: 'run',
    id: 'nested-sync2',
    title: '.sync:2 hands them on as values',
    source: from.recorded.callback,
    definition: starting('.sync:2'),
    machines: { child },
    input: {},
    expect: succeeded(expect.objectContaining({ ...described, Input: {}, Output: { Arg1: 'argument1' } }), {
      history: [...sync, 'TaskSucceeded', 'TaskStateExited', 'ExecutionSucceeded'],
    }),
  },
  {
    kind: 'run',
    id: 'nested-input',
    title: "Input is the child's input",
    source: from.guide.nested,
    definition: starting(
      '.sync:2',
      { Output: '{% $states.result.Output %}' },
      { Input: { n: '{% $states.input.n + 1 %}' } },
    ),
    machines: { child: one({ Type: 'Pass' }) },
    input: { n: 1 },
    expect: succeeded({ n: 2 }),
  },
  {
    kind: 'run',
    id: 'nested-no-input',
    title: 'without Input it is an empty object',
    source: from.guide.nested,
    definition: (arns) =>
      one({
        Type: 'Task',
        Resource: 'arn:aws:states:::states:startExecution.sync:2',
        Arguments: { StateMachineArn: arns.machineArn('child') },
        Output: '{% $states.result.Output %}',
      }),
    machines: { child: one({ Type: 'Pass' }) },
    input: 3,
    expect: succeeded({}),
  },
  {
    kind: 'run',
    id: 'nested-waits',
    title: '.sync:2 ends when the child ends',
    source: from.guide.nested,
    definition: starting('.sync:2', { Output: '{% $states.result.Status %}' }),
    machines: { child: one({ Type: 'Wait', Seconds: 77 }) },
    expect: succeeded('SUCCEEDED', { seconds: 77 }),
  },
  {
    kind: 'run',
    id: 'nested-token',
    title: 'a child may wait for a token',
    source: from.guide.nested,
    definition: starting('.sync:2', { Output: '{% $states.result.Output %}' }),
    machines: { child: one(waiting('f')) },
    functions: { f: echo },
    acts: [advance(5), { act: 'success', output: 'yes' }],
    expect: succeeded('yes', { seconds: 5 }),
  },
  {
    kind: 'run',
    id: 'nested-fails',
    title: 'a child that fails fails the Task, with the child described in the cause',
    source: from.recorded.callback,
    definition: starting('.sync'),
    machines: { child: one({ Type: 'Fail', Error: 'SomeFailure', Cause: 'because' }) },
    expect: failed(
      'States.TaskFailed',
      /^\{"Cause":"because","Error":"SomeFailure","ExecutionArn":"[^"]+:child:TestStartTarget","Input":"\{\}","InputDetails":\{"Included":true\},"Name":"TestStartTarget",.*"Status":"FAILED"/,
      {
        history: [...sync, 'TaskFailed', 'ExecutionFailed'],
        previous: [0, 0, 2, 3, 4, 5, 6],
        events: {
          6: {
            taskFailedEventDetails: {
              resourceType: 'states',
              resource: 'startExecution.sync',
              error: 'States.TaskFailed',
            },
          },
        },
      },
    ),
  },
  {
    kind: 'run',
    id: 'nested-fails-2',
    title: 'so does .sync:2',
    source: from.guide.nested,
    definition: starting('.sync:2'),
    machines: { child: one({ Type: 'Fail', Error: 'SomeFailure' }) },
    expect: failed('States.TaskFailed', /"Error":"SomeFailure".*"Status":"FAILED"/),
  },
  {
    kind: 'run',
    id: 'nested-times-out',
    title: 'a child that times out',
    source: from.guide.nested,
    definition: starting('.sync:2'),
    machines: { child: one({ Type: 'Wait', Seconds: 60 }, { TimeoutSeconds: 5 }) },
    expect: failed('States.TaskFailed', /"Status":"TIMED_OUT"/, { seconds: 5 }),
  },
  {
    kind: 'run',
    id: 'nested-caught',
    title: 'States.TaskFailed is caught',
    source: from.guide.nested,
    definition: (arns) =>
      machine({
        S: {
          Type: 'Task',
          Resource: 'arn:aws:states:::states:startExecution.sync:2',
          Arguments: { StateMachineArn: arns.machineArn('child') },
          Catch: [
            { ErrorEquals: ['States.TaskFailed'], Output: '{% $parse($states.errorOutput.Cause).Error %}', Next: 'C' },
          ],
          End: true,
        },
        C: { Type: 'Pass', End: true },
      }),
    machines: { child: one({ Type: 'Fail', Error: 'SomeFailure' }) },
    expect: succeeded('SomeFailure'),
  },
  {
    kind: 'run',
    id: 'nested-child-fails-alone',
    title: 'a child started without .sync fails by itself',
    source: from.guide.nested,
    definition: starting('', { Output: 'started' }),
    machines: { child: one({ Type: 'Fail', Error: 'SomeFailure' }) },
    expect: succeeded('started'),
  },
  {
    kind: 'run',
    id: 'nested-unknown',
    title: 'a machine that is not there',
    source: from.recorded.nestedErrors,
    definition: starting('', {}, { StateMachineArn: 'arn:aws:states:eu-central-1:123456789012:stateMachine:nobody' }),
    machines: { child },
    expect: failed(
      'StepFunctions.StateMachineDoesNotExistException',
      /^State Machine Does Not Exist: 'arn:[^']+:nobody' \(Service: AWSStepFunctions; Status Code: 400; Error Code: StateMachineDoesNotExist; Request ID: [^;]+; Proxy: null\)$/,
      {
        history: [
          'ExecutionStarted',
          'TaskStateEntered',
          'TaskScheduled',
          'TaskStarted',
          'TaskFailed',
          'ExecutionFailed',
        ],
      },
    ),
  },
  {
    kind: 'run',
    id: 'nested-name-taken',
    title: 'a name that is taken by another input',
    source: from.guide.nested,
    definition: (arns) => {
      const start = (n: number, more: Expected): Expected => ({
        Type: 'Task',
        Resource: 'arn:aws:states:::states:startExecution.sync:2',
        Arguments: { StateMachineArn: arns.machineArn('child'), Name: 'one', Input: { n } },
        ...more,
      });
      return machine({ A: start(1, { Next: 'B' }), B: start(2, { End: true }) });
    },
    machines: { child: one({ Type: 'Pass' }) },
    expect: failed('StepFunctions.ExecutionAlreadyExistsException', /^Execution Already Exists: '/),
  },
  {
    kind: 'run',
    id: 'nested-timeout',
    title: 'TimeoutSeconds of the Task ends the wait for the child',
    source: from.guide.nested,
    definition: starting('.sync:2', { TimeoutSeconds: 9 }),
    machines: { child: one({ Type: 'Wait', Seconds: 60 }) },
    expect: { status: 'FAILED', error: 'States.Timeout', seconds: 9 },
  },
  {
    kind: 'run',
    id: 'nested-undefined',
    title: 'Arguments that yield nothing start no child',
    source: from.measured.nothing,
    definition: starting('.sync:2', {}, { Input: '{% $states.input.no %}' }),
    machines: { child },
    expect: failed('States.QueryEvaluationError', nothing('S', 2, '$states.input.no', 'Arguments/Input')),
  },
  {
    kind: 'run',
    id: 'nested-context',
    title: 'the child knows its own name',
    source: from.guide.context,
    definition: starting('.sync:2', { Output: '{% $states.result.Output %}' }),
    machines: { child: one({ Type: 'Pass', Output: '{% $states.context.[StateMachine.Name, Execution.Name] %}' }) },
    expect: succeeded(['child', 'TestStartTarget']),
  },
  {
    kind: 'refused',
    id: 'nested-token-resource',
    title: 'an integration that is not known is refused',
    source: from.guide.structure,
    definition: one({ Type: 'Task', Resource: 'arn:aws:states:::nosuch:thing', Arguments: {} }),
    diagnostics: [{ code: 'SCHEMA_VALIDATION_FAILED', location: '/States/S/Resource' }],
  },
];
