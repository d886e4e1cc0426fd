import { expect } from 'vitest';
import type { Call, Expected, Row } from '../row.ts';
import { bodyOfCreate, definitionText, roleArn } from '../bodies.ts';
import { sources as from } from '../sources.ts';
import { echo, machine, one, passing, waiting } from '../machines.ts';

const base = passing({ Arg1: 'argument1' });
const create = (definition: Expected = base, more: Expected = {}, rest: Partial<Call> = {}): Call => ({
  target: 'CreateStateMachine',
  body: { ...bodyOfCreate('machine', definition), ...more },
  ...rest,
});
const machineArn = (earlier: readonly Expected[]): unknown => earlier[0]?.['stateMachineArn'];
const executionArn = (earlier: readonly Expected[]): unknown => earlier[1]?.['executionArn'];
const ofMachine = (target: string, more: Expected = {}, rest: Partial<Call> = {}): Call => ({
  target,
  body: (earlier) => ({ stateMachineArn: machineArn(earlier), ...more }),
  ...rest,
});
const ofResource = (target: string, more: Expected = {}, rest: Partial<Call> = {}): Call => ({
  target,
  body: (earlier) => ({ resourceArn: machineArn(earlier), ...more }),
  ...rest,
});
const ofExecution = (target: string, more: Expected = {}, rest: Partial<Call> = {}): Call => ({
  target,
  body: (earlier) => ({ executionArn: executionArn(earlier), ...more }),
  ...rest,
});
const start = (more: Expected = {}, rest: Partial<Call> = {}): Call => ofMachine('StartExecution', more, rest);
const anyArn = expect.stringMatching(/^arn:aws:states:[a-z0-9-]+:\d{12}:stateMachine:machine$/);
const anyExecution = expect.stringMatching(/^arn:aws:states:[a-z0-9-]+:\d{12}:execution:machine:[\w-]+$/);
const date = expect.any(Number);
const sleeping = one({ Type: 'Wait', Seconds: 1000 });
const row = (id: string, title: string, source: Row['source'], calls: readonly Call[], functions = {}): Row => ({
  kind: 'calls',
  id: `protocol-${id}`,
  title,
  source,
  calls,
  functions,
});
const nobody = 'arn:aws:states:eu-central-1:123456789012:stateMachine:nobody';
const noRun = 'arn:aws:states:eu-central-1:123456789012:execution:machine:none';

export const protocolRows: readonly Row[] = [
  row('create', 'CreateStateMachine answers the ARN and the date', from.recorded.api, [
    create(base, {}, { answers: { stateMachineArn: anyArn, creationDate: date } }),
  ]),
  row('create-again', 'the same again is the same machine', from.recorded.api, [
    create(),
    create(base, {}, { answers: { stateMachineArn: anyArn } }),
    { target: 'ListStateMachines', body: {}, answers: { stateMachines: expect.objectContaining({ length: 1 }) } },
  ]),
  row('create-other', 'another definition of the same name is refused', from.recorded.api, [
    create(),
    create(
      passing(2),
      {},
      {
        refused: 'StateMachineAlreadyExists',
        message: /^State Machine Already Exists: 'arn:.*:stateMachine:machine'$/,
      },
    ),
  ]),
  row('create-format', 'definitions are compared as texts', from.recorded.api, [
    create(),
    create(base, { definition: JSON.stringify(base, null, 2) }, { refused: 'StateMachineAlreadyExists' }),
  ]),
  row('create-invalid', 'a definition that is not valid', from.recorded.api, [
    create(
      { QueryLanguage: 'JSONata', StartAt: 'S' },
      {},
      {
        refused: 'InvalidDefinition',
        message:
          "Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: These fields are required: [States] at /'",
      },
    ),
  ]),
  row('create-no-end', 'a diagnostic without a place is at null', from.measured.refusals, [
    create(
      machine({ A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Pass', Next: 'A' } }),
      {},
      {
        refused: 'InvalidDefinition',
        message: "Invalid State Machine Definition: 'MISSING_END_STATE: Workflow has no terminal state at null'",
      },
    ),
  ]),
  row('create-two', 'several diagnostics are listed with commas', from.measured.refusals, [
    create(
      machine({ pass1: { Type: 'Pass', Next: 'pass3' }, pass2: { Type: 'Pass', End: true } }),
      {},
      {
        refused: 'InvalidDefinition',
        message:
          "Invalid State Machine Definition: 'MISSING_TRANSITION_TARGET: Missing 'Next' target: pass3 at /States/pass1/Next, MISSING_TRANSITION_TARGET: State \"pass2\" is not reachable. at /States/pass2'",
      },
    ),
  ]),
  row('create-name', 'a name with a blank', from.recorded.activities, [
    create(base, { name: 'two words' }, { refused: 'InvalidName', message: "Invalid Name: 'two words'" }),
  ]),
  row('create-name-long', 'a name of more than 80 characters', from.api.create, [
    create(
      base,
      { name: 'n'.repeat(81) },
      {
        refused: 'ValidationException',
        message: `1 validation error detected: Value '${'n'.repeat(81)}' at 'name' failed to satisfy constraint: Member must have length less than or equal to 80`,
      },
    ),
  ]),
  row(
    'describe-references',
    'DescribeStateMachine names the variables each state refers to',
    from.recorded.references,
    [
      create(
        machine({
          A: { Type: 'Pass', Assign: { guess: 1, answer: 2 }, Next: 'B' },
          B: { Type: 'Choice', Choices: [{ Condition: '{% $guess = $answer %}', Next: 'Z' }], Default: 'C' },
          C: { Type: 'Pass', Assign: { guess: '{% $answer %}' }, Next: 'B' },
          Z: { Type: 'Succeed' },
        }),
      ),
      ofMachine(
        'DescribeStateMachine',
        {},
        {
          answers: {
            variableReferences: { B: ['answer', 'guess'], C: ['answer'] },
            encryptionConfiguration: { type: 'AWS_OWNED_KEY' },
          },
        },
      ),
    ],
  ),
  row('describe', 'DescribeStateMachine', from.recorded.api, [
    create(),
    ofMachine(
      'DescribeStateMachine',
      {},
      {
        answers: {
          stateMachineArn: anyArn,
          name: 'machine',
          status: 'ACTIVE',
          definition: definitionText(base),
          roleArn,
          type: 'STANDARD',
          creationDate: date,
          loggingConfiguration: { level: 'OFF', includeExecutionData: false },
          tracingConfiguration: { enabled: false },
        },
      },
    ),
  ]),
  row('describe-unknown', 'a machine that is not there', from.recorded.api, [
    {
      target: 'DescribeStateMachine',
      body: { stateMachineArn: nobody },
      refused: 'StateMachineDoesNotExist',
      message: `State Machine Does Not Exist: '${nobody}'`,
    },
  ]),
  row('describe-arn', 'what is no ARN', from.recorded.api, [
    {
      target: 'DescribeStateMachine',
      body: { stateMachineArn: 'not_a_valid_arn' },
      refused: 'InvalidArn',
      message: "Invalid Arn: 'Invalid ARN prefix: not_a_valid_arn'",
    },
  ]),
  row('update', 'UpdateStateMachine gives a revision, which the description then has', from.recorded.api, [
    create(),
    ofMachine(
      'UpdateStateMachine',
      { definition: definitionText(passing(2)) },
      { answers: { updateDate: date, revisionId: expect.any(String) } },
    ),
    ofMachine(
      'DescribeStateMachine',
      {},
      { answers: { definition: definitionText(passing(2)), revisionId: expect.any(String) } },
    ),
  ]),
  row('update-running', 'a running execution keeps the definition it started with', from.api.update, [
    create(one({ Type: 'Wait', Seconds: 1, Output: 'old' })),
    start({ name: 'run' }),
    ofMachine('UpdateStateMachine', { definition: definitionText(passing('new')) }),
    { target: 'DescribeExecution', body: (e) => ({ executionArn: executionArn(e) }), answers: { status: 'RUNNING' } },
    start({ name: 'next' }),
    {
      target: 'DescribeExecution',
      body: (e) => ({ executionArn: e[4]?.['executionArn'] }),
      answers: { output: '"new"' },
    },
  ]),
  row('update-nothing', 'an update of nothing is refused', from.api.update, [
    create(),
    ofMachine('UpdateStateMachine', {}, { refused: 'MissingRequiredParameter' }),
  ]),
  row('update-invalid', 'so is one to a definition that is not valid', from.api.update, [
    create(),
    ofMachine('UpdateStateMachine', { definition: '{}' }, { refused: 'InvalidDefinition' }),
  ]),
  row('list', 'ListStateMachines is in order of the names', from.recorded.api, [
    create(base, { name: 'b' }),
    create(base, { name: 'a' }),
    {
      target: 'ListStateMachines',
      body: {},
      answers: {
        stateMachines: [
          expect.objectContaining({
            name: 'a',
            type: 'STANDARD',
            creationDate: date,
            stateMachineArn: expect.any(String),
          }),
          expect.objectContaining({ name: 'b' }),
        ],
      },
    },
  ]),
  row(
    'describe-for-execution',
    'A2: an execution is described with its own revision: the first has none',
    from.recorded.api,
    [
      create(one({ Type: 'Wait', Seconds: 1000, Output: 'old' })),
      start({ name: 'run' }),
      ofMachine('UpdateStateMachine', { definition: definitionText(passing('new')) }),
      start({ name: 'next' }),
      ofExecution(
        'DescribeStateMachineForExecution',
        {},
        {
          answers: {
            definition: definitionText(one({ Type: 'Wait', Seconds: 1000, Output: 'old' })),
            updateDate: date,
          },
          lacks: ['revisionId'],
        },
      ),
      {
        target: 'DescribeStateMachineForExecution',
        body: (e) => ({ executionArn: e[3]?.['executionArn'] }),
        answers: (e) => ({
          definition: definitionText(passing('new')),
          revisionId: e[2]?.['revisionId'],
          updateDate: e[2]?.['updateDate'],
        }),
      },
    ],
  ),
  ...['ListStateMachines', 'ListExecutions', 'GetExecutionHistory'].flatMap((target) =>
    [{ x: 1 }, null, [], target === 'ListStateMachines' ? 1 : 'x'].map((token, i) =>
      row(
        `token-foreign-${target}-${i}`,
        `A7: ${target} refuses a page token that is JSON and not its own: ${JSON.stringify(token)}`,
        from.recorded.api,
        [
          create(),
          start({ name: 'run' }),
          {
            target,
            body: (e) => ({
              stateMachineArn: machineArn(e),
              executionArn: executionArn(e),
              nextToken: Buffer.from(JSON.stringify(token)).toString('base64'),
            }),
            refused: 'InvalidToken',
            message: "Invalid Token: 'Invalid token'",
          },
        ],
      ),
    ),
  ),
  ...[{ level: 'ALL' }, { level: 'ERROR', destinations: [] }, { level: 'FATAL', destinations: [{}, {}] }].map(
    (loggingConfiguration, i) =>
      row(
        `create-logging-${i}`,
        `A6: logging to ${['no destination', 'an empty list', 'two destinations'][i]} is refused`,
        from.recorded.api,
        [
          create(
            base,
            { loggingConfiguration },
            {
              refused: 'InvalidLoggingConfiguration',
              message: 'Invalid Logging Configuration: Must specify exactly one Log Destination.',
            },
          ),
        ],
      ),
  ),
  row(
    'create-version-description',
    'A6: a description of a version that is not published is refused',
    from.api.create,
    [
      create(
        base,
        { versionDescription: 'v' },
        { refused: 'ValidationException', message: 'Version description can only be set when publish is true' },
      ),
    ],
  ),
  row('tags-many', 'A6: more than fifty tags are refused', from.recorded.tags, [
    create(),
    ofResource(
      'TagResource',
      { tags: Array.from({ length: 51 }, (_, n) => ({ key: `k${String(n)}`, value: '' })) },
      { refused: 'TooManyTags' },
    ),
  ]),
  row('list-limit', 'maxResults has a limit', from.recorded.api, [
    {
      target: 'ListStateMachines',
      body: { maxResults: 1001 },
      refused: 'ValidationException',
      message:
        "1 validation error detected: Value '1001' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 1000",
    },
  ]),
  row('list-pages', 'pages of ListStateMachines', from.recorded.api, [
    create(base, { name: 'a' }),
    create(base, { name: 'b' }),
    {
      target: 'ListStateMachines',
      body: { maxResults: 1 },
      answers: { stateMachines: [expect.objectContaining({ name: 'a' })], nextToken: expect.any(String) },
    },
    {
      target: 'ListStateMachines',
      body: (e) => ({ maxResults: 1, nextToken: e[2]?.['nextToken'] }),
      answers: { stateMachines: [expect.objectContaining({ name: 'b' })] },
    },
  ]),
  row('delete', 'DeleteStateMachine, of what is not there too', from.recorded.api, [
    create(),
    ofMachine('DeleteStateMachine'),
    ofMachine('DeleteStateMachine'),
    ofMachine('DescribeStateMachine', {}, { refused: 'StateMachineDoesNotExist' }),
  ]),
  row('validate', 'ValidateStateMachineDefinition of a good definition makes nothing', from.recorded.validation, [
    {
      target: 'ValidateStateMachineDefinition',
      body: { definition: definitionText(base) },
      answers: { result: 'OK', diagnostics: [], truncated: false },
    },
    { target: 'ListStateMachines', body: {}, answers: { stateMachines: [] } },
  ]),
  row('validate-bad', 'and of a bad one', from.recorded.validation, [
    {
      target: 'ValidateStateMachineDefinition',
      body: { definition: '{}' },
      answers: {
        result: 'FAIL',
        truncated: false,
        diagnostics: [
          {
            severity: 'ERROR',
            code: 'SCHEMA_VALIDATION_FAILED',
            message: 'These fields are required: [States, StartAt]',
            location: '/',
          },
        ],
      },
    },
  ]),
  row('validate-most', 'maxResults of it cuts the diagnostics', from.api.validate, [
    {
      target: 'ValidateStateMachineDefinition',
      body: { definition: definitionText(one({ Type: 'Pass', InputPath: '$', OutputPath: '$' })), maxResults: 1 },
      answers: { result: 'FAIL', truncated: true, diagnostics: expect.objectContaining({ length: 1 }) },
    },
  ]),
  row('validate-limit', 'which is at most 100', from.api.validate, [
    {
      target: 'ValidateStateMachineDefinition',
      body: { definition: '{}', maxResults: 101 },
      refused: 'ValidationException',
    },
  ]),
  row('start', 'StartExecution answers the ARN and the date', from.recorded.api, [
    create(),
    start(
      { name: 'run' },
      { answers: { executionArn: expect.stringMatching(/:execution:machine:run$/), startDate: date } },
    ),
  ]),
  row('start-nameless', 'without a name it gets one', from.api.start, [
    create(),
    start({}, { answers: { executionArn: anyExecution } }),
  ]),
  row('start-again', 'the same name and input while it runs is the same execution', from.api.start, [
    create(sleeping),
    start({ name: 'run', input: '{"a":1}' }),
    start({ name: 'run', input: '{"a":1}' }, { answers: { executionArn: expect.stringMatching(/:run$/) } }),
    ofMachine('ListExecutions', {}, { answers: { executions: expect.objectContaining({ length: 1 }) } }),
  ]),
  row('start-other-input', 'the same name with another input is refused', from.api.start, [
    create(sleeping),
    start({ name: 'run', input: '{"a":1}' }),
    start(
      { name: 'run', input: '{"a":2}' },
      { refused: 'ExecutionAlreadyExists', message: /^Execution Already Exists: 'arn:.*:execution:machine:run'$/ },
    ),
  ]),
  row('start-closed', 'the name of an execution that is over is refused, with any input', from.api.start, [
    create(),
    start({ name: 'run' }),
    start({ name: 'run' }, { refused: 'ExecutionAlreadyExists' }),
  ]),
  row('start-after-90-days', 'ninety days later the name is free again', from.api.start, [
    create(),
    { ...start({ name: 'run' }), wait: 90 * 86_400 + 3_600 },
    start({ name: 'run' }, { answers: { executionArn: anyExecution } }),
  ]),
  row('start-name-long', 'a name of more than 80 characters for it', from.api.start, [
    create(),
    start(
      { name: 'n'.repeat(81) },
      {
        refused: 'ValidationException',
        message: `1 validation error detected: Value '${'n'.repeat(81)}' at 'name' failed to satisfy constraint: Member must have length less than or equal to 80`,
      },
    ),
  ]),
  row('start-unknown', 'StartExecution of a machine that is not there', from.recorded.api, [
    {
      target: 'StartExecution',
      body: { stateMachineArn: nobody },
      refused: 'StateMachineDoesNotExist',
      message: `State Machine Does Not Exist: '${nobody}'`,
    },
  ]),
  row('start-not-json', 'an input that is no JSON', from.recorded.api, [
    create(),
    start(
      { input: 'not some json' },
      {
        refused: 'InvalidExecutionInput',
        message:
          "Invalid State Machine Execution Input: 'Unrecognized token 'not': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')'",
      },
    ),
  ]),
  row('start-empty', 'an empty input', from.recorded.api, [
    create(),
    start(
      { input: '' },
      {
        refused: 'InvalidExecutionInput',
        message: "Invalid State Machine Execution Input: 'Invalid execution input.'",
      },
    ),
  ]),
  ...['2', '"text"', 'null', '[]'].map((input, i) =>
    row(`start-input-${i}`, `the input ${input} is taken`, from.recorded.api, [create(), start({ input })]),
  ),
  row('start-name', 'a name with a blank', from.api.start, [
    create(),
    start({ name: 'two words' }, { refused: 'InvalidName', message: "Invalid Name: 'two words'" }),
  ]),
  row('describe-execution', 'DescribeExecution of one that succeeded', from.recorded.api, [
    create(),
    start({ name: 'run' }),
    ofExecution(
      'DescribeExecution',
      {},
      {
        answers: {
          executionArn: anyExecution,
          stateMachineArn: anyArn,
          name: 'run',
          status: 'SUCCEEDED',
          startDate: date,
          stopDate: date,
          input: '{}',
          inputDetails: { included: true },
          output: '{"Arg1":"argument1"}',
          outputDetails: { included: true },
          redriveCount: 0,
          redriveStatus: 'NOT_REDRIVABLE',
          redriveStatusReason: 'Execution is SUCCEEDED and cannot be redriven',
        },
      },
    ),
  ]),
  row('describe-running', 'DescribeExecution of one that runs', from.recorded.api, [
    create(sleeping),
    start({ name: 'run' }),
    ofExecution(
      'DescribeExecution',
      {},
      {
        answers: {
          status: 'RUNNING',
          redriveStatus: 'NOT_REDRIVABLE',
          redriveStatusReason: 'Execution is RUNNING and cannot be redriven',
        },
      },
    ),
  ]),
  row('describe-failed', 'DescribeExecution of one that failed', from.api.describeExecution, [
    create(one({ Type: 'Fail', Error: 'E', Cause: 'c' })),
    start({ name: 'run' }),
    ofExecution(
      'DescribeExecution',
      {},
      { answers: { status: 'FAILED', error: 'E', cause: 'c', redriveStatus: 'REDRIVABLE' } },
    ),
  ]),
  row('describe-execution-unknown', 'an execution that is not there', from.recorded.api, [
    {
      target: 'DescribeExecution',
      body: { executionArn: noRun },
      refused: 'ExecutionDoesNotExist',
      message: `Execution Does Not Exist: '${noRun}'`,
    },
  ]),
  row('describe-execution-arn', 'what is no ARN of one', from.recorded.api, [
    {
      target: 'DescribeExecution',
      body: { executionArn: 'invalid_state_machine_arn' },
      refused: 'InvalidArn',
      message: "Invalid Arn: 'Invalid ARN prefix: invalid_state_machine_arn'",
    },
  ]),
  row('executions', 'ListExecutions has the newest first', from.recorded.api, [
    create(),
    start({ name: 'first' }),
    start({ name: 'second' }),
    ofMachine(
      'ListExecutions',
      {},
      {
        answers: {
          executions: [
            expect.objectContaining({
              name: 'second',
              status: 'SUCCEEDED',
              redriveCount: 0,
              startDate: date,
              stopDate: date,
              executionArn: anyExecution,
              stateMachineArn: anyArn,
            }),
            expect.objectContaining({ name: 'first' }),
          ],
        },
      },
    ),
  ]),
  row('executions-filter', 'by status', from.recorded.api, [
    create(),
    start({ name: 'run' }),
    ofMachine(
      'ListExecutions',
      { statusFilter: 'SUCCEEDED' },
      { answers: { executions: expect.objectContaining({ length: 1 }) } },
    ),
    ofMachine('ListExecutions', { statusFilter: 'RUNNING' }, { answers: { executions: [] } }),
  ]),
  row('executions-filter-bad', 'by a status that is none', from.recorded.api, [
    create(),
    ofMachine(
      'ListExecutions',
      { statusFilter: 'succeeded' },
      {
        refused: 'ValidationException',
        message:
          "1 validation error detected: Value 'succeeded' at 'statusFilter' failed to satisfy constraint: Member must satisfy enum value set: [SUCCEEDED, TIMED_OUT, PENDING_REDRIVE, ABORTED, FAILED, RUNNING]",
      },
    ),
  ]),
  row('executions-pages', 'in pages', from.recorded.api, [
    create(),
    start({ name: 'a' }),
    start({ name: 'b' }),
    ofMachine(
      'ListExecutions',
      { maxResults: 1 },
      { answers: { executions: [expect.objectContaining({ name: 'b' })], nextToken: expect.any(String) } },
    ),
    {
      target: 'ListExecutions',
      body: (e) => ({ stateMachineArn: machineArn(e), maxResults: 1, nextToken: e[3]?.['nextToken'] }),
      answers: { executions: [expect.objectContaining({ name: 'a' })] },
    },
  ]),
  row('executions-unknown', 'of a machine that is not there', from.recorded.api, [
    {
      target: 'ListExecutions',
      body: { stateMachineArn: nobody },
      refused: 'StateMachineDoesNotExist',
      message: `State Machine Does Not Exist: '${nobody}'`,
    },
  ]),
  row('executions-arn', 'of what is no ARN', from.recorded.api, [
    {
      target: 'ListExecutions',
      body: { stateMachineArn: 'invalid_state_machine_arn' },
      refused: 'InvalidArn',
      message: "Invalid Arn: 'Invalid ARN prefix: invalid_state_machine_arn'",
    },
  ]),
  row('stop', 'StopExecution ends a running one, with its error and cause', from.recorded.api, [
    create(sleeping),
    start({ name: 'run' }),
    ofExecution('StopExecution', { error: 'E', cause: 'c' }, { answers: { stopDate: date } }),
    ofExecution('DescribeExecution', {}, { answers: { status: 'ABORTED', error: 'E', cause: 'c' } }),
  ]),
  row('stop-bare', 'both may be left out', from.recorded.api, [
    create(sleeping),
    start({ name: 'run' }),
    ofExecution('StopExecution'),
    ofExecution(
      'GetExecutionHistory',
      {},
      {
        answers: {
          events: [
            expect.anything(),
            expect.anything(),
            { id: 3, previousEventId: 0, type: 'ExecutionAborted', executionAbortedEventDetails: {} },
          ],
        },
      },
    ),
  ]),
  row('stop-over', 'one that is over stays as it is', from.api.stop, [
    create(),
    start({ name: 'run' }),
    ofExecution('StopExecution', {}, { answers: { stopDate: date } }),
    ofExecution('DescribeExecution', {}, { answers: { status: 'SUCCEEDED' } }),
  ]),
  row('stop-unknown', 'one that is not there', from.api.stop, [
    { target: 'StopExecution', body: { executionArn: noRun }, refused: 'ExecutionDoesNotExist' },
  ]),
  ...(['SendTaskSuccess', 'SendTaskFailure', 'SendTaskHeartbeat'] as const).map((target) =>
    row(`token-${target}`, `${target} with a token that was never given`, from.api.success, [
      {
        target,
        body: { taskToken: 'AAAAKgAAAAIAAA', ...(target === 'SendTaskSuccess' ? { output: '{}' } : {}) },
        refused: 'InvalidToken',
        message: "Invalid Token: 'Invalid token'",
      },
    ]),
  ),
  row(
    'token-output',
    'SendTaskSuccess with an output that is no JSON',
    from.api.success,
    [
      create(one(waiting('f'))),
      start({ name: 'run' }),
      { target: 'GetExecutionHistory', body: (e) => ({ executionArn: executionArn(e) }) },
      {
        target: 'SendTaskSuccess',
        refused: 'InvalidOutput',
        body: (e) => ({
          taskToken: (
            JSON.parse(
              String(((e[2]?.['events'] as Expected[])[2]?.['taskScheduledEventDetails'] as Expected)['parameters']),
            ) as { Payload: { token: string } }
          ).Payload.token,
          output: 'not json',
        }),
      },
    ],
    { f: echo },
  ),
  row('tags', 'tags are added, replaced and taken away', from.recorded.tags, [
    create(),
    ofResource('TagResource', {
      tags: [
        { key: 'key1', value: 'value1' },
        { key: 'key2', value: '' },
      ],
    }),
    ofResource('TagResource', { tags: [{ key: 'key1', value: 'value2' }] }),
    ofResource('UntagResource', { tagKeys: ['key2', 'key3'] }),
    ofResource('ListTagsForResource', {}, { answers: { tags: [{ key: 'key1', value: 'value2' }] } }),
  ]),
  row('tags-unknown', 'tags of what is not there', from.recorded.tags, [
    {
      target: 'ListTagsForResource',
      body: { resourceArn: nobody },
      refused: 'ResourceNotFound',
      message: `Resource not found: '${nobody}'`,
    },
  ]),
  row('sync', 'StartSyncExecution of a standard machine', from.recorded.api, [
    create(),
    ofMachine(
      'StartSyncExecution',
      {},
      {
        refused: 'StateMachineTypeNotSupported',
        message: 'This operation is not supported by this type of state machine',
      },
    ),
  ]),
  row('redrive', 'RedriveExecution goes on from the state that failed', from.guide.redrive, [
    create(machine({ A: { Type: 'Pass', Next: 'F' }, F: { Type: 'Fail', Error: 'E' } })),
    start({ name: 'run' }),
    ofExecution('RedriveExecution', {}, { answers: { redriveDate: date } }),
    ofExecution(
      'DescribeExecution',
      {},
      { answers: { status: 'FAILED', redriveCount: 1, redriveDate: date, redriveStatus: 'REDRIVABLE' } },
    ),
    ofExecution(
      'GetExecutionHistory',
      {},
      {
        answers: {
          events: expect.arrayContaining([
            expect.objectContaining({ type: 'ExecutionRedriven', executionRedrivenEventDetails: { redriveCount: 1 } }),
          ]),
        },
      },
    ),
  ]),
  row('redrive-late', 'within fourteen days of its end', from.guide.redrive, [
    create(one({ Type: 'Fail' })),
    { ...start({ name: 'run' }), wait: 15 * 86_400 },
    ofExecution('RedriveExecution', {}, { refused: 'ExecutionNotRedrivable' }),
  ]),
  row('redrive-success', 'an execution that succeeded cannot be redriven', from.guide.redrive, [
    create(),
    start({ name: 'run' }),
    ofExecution(
      'RedriveExecution',
      {},
      { refused: 'ExecutionNotRedrivable', message: 'Execution is SUCCEEDED and cannot be redriven' },
    ),
  ]),
  row(
    'redrive-token',
    'A3: the same client token is answered as before, another one is a redrive of its own',
    from.api.redrive,
    [
      create(one({ Type: 'Wait', Seconds: 60 })),
      start({ name: 'run' }),
      ofExecution('StopExecution'),
      ofExecution('RedriveExecution', { clientToken: 'c' }, { answers: { redriveDate: date } }),
      {
        target: 'RedriveExecution',
        body: (e) => ({ executionArn: executionArn(e), clientToken: 'c' }),
        answers: (e) => ({ redriveDate: e[3]?.['redriveDate'] }),
      },
      ofExecution('DescribeExecution', {}, { answers: { redriveCount: 1, status: 'RUNNING' } }),
      ofExecution('RedriveExecution', { clientToken: 'd' }, { refused: 'ExecutionNotRedrivable' }),
    ],
  ),
  row('redrive-unknown', 'nor one that is not there', from.api.redrive, [
    { target: 'RedriveExecution', body: { executionArn: noRun }, refused: 'ExecutionDoesNotExist' },
  ]),
];
