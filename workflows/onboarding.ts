import { stageIds, stageOfLines, type StageId } from '#core/stages/stage-id.ts';

type Json = Readonly<Record<string, unknown>>;

const nameOf = (stage: StageId): string => {
  const words = stage.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** The state by which a stage is entered: one with utility lines first asks which. */
const entryOf = (stage: StageId): string => (stage === stageOfLines ? 'Utility lines needed' : nameOf(stage));

const when = (condition: string, next: string) => ({ Condition: `{% $states.input.${condition} %}`, Next: next });

const aWeek = {
  ErrorEquals: ['States.ALL'],
  IntervalSeconds: 2,
  MaxAttempts: 400,
  BackoffRate: 2,
  MaxDelaySeconds: 3600,
  JitterStrategy: 'FULL',
};
const never = (error: string) => ({ ErrorEquals: [error], MaxAttempts: 0 });

const project = { schemaVersion: 1, projectId: '{% $states.context.Execution.Input.projectId %}' };
const call = { ...project, enteredAt: '{% $states.context.State.EnteredTime %}' };
const task = {
  token: '{% $states.context.Task.Token %}',
  generation: '{% $states.context.Execution.Input.generation %}',
  redrive: '{% $exists($states.context.Execution.RedriveCount) ? $states.context.Execution.RedriveCount : 0 %}',
  attempt: '{% $states.context.State.RetryCount %}',
};

/** Waits for a token to be answered, at most for what is left of an execution's 330 days; then rolls over to `rollsTo`. */
const wait = (comment: string, asked: Json, stage: string, rollsTo: string, onward: Json): Json => ({
  Type: 'Task',
  Comment: comment,
  Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
  Arguments: { FunctionName: '${OpenAssignment}', Payload: { ...call, task, ...asked } },
  TimeoutSeconds:
    '{% $max([60, 28512000 + $floor(($toMillis($states.context.Execution.StartTime) - $millis()) / 1000)]) %}',
  Retry: [never('States.Timeout'), aWeek],
  Catch: [{ ErrorEquals: ['States.Timeout'], Output: { outcome: 'rollover', stage }, Next: rollsTo }],
  ...onward,
});

const renew = 'Continue as new execution';
const offPath = 'Off the straight path';

/** Every needed line waits for itself before the stage waits for its decision. */
const linesOf = (stage: StageId): Json => ({
  'Utility lines needed': {
    Type: 'Task',
    Comment: 'Opens the stage; tells which utility lines are to be waited for.',
    Resource: 'arn:aws:states:::lambda:invoke',
    Arguments: { FunctionName: '${OpenAssignment}', Payload: { ...call, wait: 'none', stage } },
    TimeoutSeconds: 60,
    Retry: [aWeek],
    Output: { lines: '{% $states.result.Payload.lines %}' },
    Next: 'Utility lines',
  },
  'Utility lines': {
    Type: 'Map',
    Comment: 'Every needed line waits for itself, side by side.',
    Items: '{% $states.input.lines %}',
    ItemProcessor: {
      ProcessorConfig: { Mode: 'INLINE' },
      StartAt: 'Utility line',
      States: {
        'Utility line': wait(
          'One line: its party answers, is asked again, or the office waives it.',
          { wait: 'line', line: '{% $states.input %}' },
          stage,
          'Line rolls over',
          { End: true },
        ),
        'Line rolls over': { Type: 'Pass', Comment: 'An uncaught timeout would cancel the other lines.', End: true },
      },
    },
    Output: `{% $append($states.result[outcome != 'settled'], [{'outcome': 'settled', 'stage': '${stage}'}])[0] %}`,
    Next: 'Lines settled?',
  },
  'Lines settled?': { Type: 'Choice', Choices: [when("outcome = 'settled'", nameOf(stage))], Default: offPath },
});

const statesOf = (stage: StageId, at: number): Json => {
  const next = stageIds[at + 1];
  const decided = `${nameOf(stage)} decided?`;
  return {
    ...(stage === stageOfLines && linesOf(stage)),
    [nameOf(stage)]: wait(
      "Opens the stage's assignments; waits for the office's decision.",
      { wait: 'stage', stage },
      stage,
      renew,
      { Next: decided },
    ),
    [decided]: {
      Type: 'Choice',
      Choices: [when("outcome = 'approved'", next ? entryOf(next) : 'Construction started')],
      Default: offPath,
    },
  };
};

const onboarding = {
  Comment: 'One project on its way, stage by stage. Each wait has one task token; data stay in the table.',
  QueryLanguage: 'JSONata',
  StartAt: 'Resume',
  States: {
    Resume: {
      Type: 'Choice',
      Comment: 'An execution can begin, and go on, at any stage.',
      Choices: stageIds.map((stage) => when(`stage = '${stage}'`, entryOf(stage))),
      Default: 'Unknown stage',
    },
    ...Object.assign({}, ...stageIds.map(statesOf)),
    [offPath]: {
      Type: 'Choice',
      Choices: [
        when("outcome = 'returned'", 'Correction by the investor'),
        when("outcome in ['corrected', 'sent-back', 'approved']", 'Resume'),
        when("outcome = 'rollover'", renew),
        when("outcome = 'ended'", 'Ended before construction'),
      ],
      Default: 'Unknown outcome',
    },
    'Correction by the investor': wait(
      'The investor mends what was returned.',
      { wait: 'correction' },
      '{% $states.input.stage %}',
      renew,
      { Next: offPath },
    ),
    [renew]: {
      Type: 'Task',
      Comment: 'An execution may last a year: the next one goes on at the same stage.',
      Resource: 'arn:aws:states:::states:startExecution',
      Arguments: {
        StateMachineArn: '${StateMachineArn}',
        Name: "{% $states.context.Execution.Input.projectId & '-' & ($states.context.Execution.Input.generation + 1) %}",
        Input: {
          ...project,
          generation: '{% $states.context.Execution.Input.generation + 1 %}',
          stage: '{% $states.input.stage %}',
        },
      },
      TimeoutSeconds: 60,
      Retry: [never('StepFunctions.ExecutionAlreadyExistsException'), aWeek],
      Catch: [{ ErrorEquals: ['StepFunctions.ExecutionAlreadyExistsException'], Next: 'Continued' }],
      Next: 'Continued',
    },
    Continued: { Type: 'Succeed', Comment: 'The next execution has the project.' },
    'Construction started': { Type: 'Succeed' },
    'Ended before construction': {
      Type: 'Succeed',
      Comment: 'Rejected, withdrawn or terminated: the table says which.',
    },
    'Unknown stage': { Type: 'Fail', Error: 'UnknownStage', Cause: 'The input names no stage of the path.' },
    'Unknown outcome': {
      Type: 'Fail',
      Error: 'UnknownOutcome',
      Cause: 'A task token was answered with an outcome that the path does not know.',
    },
  },
};

/** The process in Amazon States Language: the stages one after the other, each with the ways back and out. `${Name}` is what a host fills in. */
export const onboardingDefinition = `${JSON.stringify(onboarding, undefined, 2)}\n`;
