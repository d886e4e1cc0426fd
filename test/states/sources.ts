import type { Source } from './row.ts';

const guide = (page: string, title: string): Source => ({ title: `Step Functions Developer Guide, ${title}`, url: `https://docs.aws.amazon.com/step-functions/latest/dg/${page}.html` });
const api = (page: string): Source => ({ title: `Step Functions API Reference, ${page}`, url: `https://docs.aws.amazon.com/step-functions/latest/apireference/API_${page}.html` });
const spec = (anchor: string, title: string): Source => ({ title: `Amazon States Language, ${title}`, url: `https://states-language.net/spec.html#${anchor}` });
/** Results recorded on AWS by the tests of an emulator: only their facts are used. */
const recorded = (path: string, title: string): Source => ({
  title: `Recorded on AWS, ${title}`, url: `https://github.com/localstack/localstack/blob/master/tests/aws/services/stepfunctions/v2/${path}.snapshot.json`,
});
/** Measured against AWS by the reporters of an emulator's issues. */
const measured = (issue: number, title: string): Source => ({ title: `Measured on AWS, ${title}`, url: `https://github.com/floci-io/floci/issues/${issue}` });

/** The pages the table rests on. */
export const sources = {
  guide: {
    jsonata: guide('transforming-data', 'Transforming data with JSONata'),
    variables: guide('workflow-variables', 'Passing data between states with variables'),
    context: guide('input-output-contextobject', 'Context object'),
    errors: guide('concepts-error-handling', 'Handling errors'),
    quotas: guide('service-quotas', 'Service quotas'),
    pass: guide('state-pass', 'Pass'),
    task: guide('state-task', 'Task'),
    choice: guide('state-choice', 'Choice'),
    wait: guide('state-wait', 'Wait'),
    succeed: guide('state-succeed', 'Succeed'),
    fail: guide('state-fail', 'Fail'),
    parallel: guide('state-parallel', 'Parallel'),
    map: guide('state-map-inline', 'Map in inline mode'),
    lambda: guide('connect-lambda', 'Invoke Lambda functions'),
    nested: guide('connect-stepfunctions', 'Start a new execution'),
    callback: guide('connect-to-resource', 'Service integration patterns'),
    structure: guide('statemachine-structure', 'State machine structure'),
    redrive: guide('redrive-executions', 'Redriving executions'),
  },
  api: {
    create: api('CreateStateMachine'), update: api('UpdateStateMachine'), describe: api('DescribeStateMachine'),
    list: api('ListStateMachines'), remove: api('DeleteStateMachine'), validate: api('ValidateStateMachineDefinition'),
    start: api('StartExecution'), stop: api('StopExecution'), describeExecution: api('DescribeExecution'),
    listExecutions: api('ListExecutions'), history: api('GetExecutionHistory'), success: api('SendTaskSuccess'),
    failure: api('SendTaskFailure'), heartbeat: api('SendTaskHeartbeat'), redrive: api('RedriveExecution'),
    historyEvent: api('HistoryEvent'), evaluationFailed: api('EvaluationFailedEventDetails'),
  },
  spec: {
    errors: spec('errors', 'Errors'), retry: spec('retrying-after-error', 'Retrying after error'),
    catch: spec('fallback-states', 'Fallback states'), timeouts: spec('timeouts-heartbeats', 'Timeouts and heartbeats'),
    concurrency: spec('parallel-state', 'Parallel state'), map: spec('map-state', 'Map state'),
    choice: spec('choice-state', 'Choice state'), wait: spec('wait-state', 'Wait state'),
    states: spec('states-fields', 'States'), data: spec('data', 'Data'), transitions: spec('transition', 'Transitions'),
    jsonata: spec('using-jsonata-expressions', 'Using JSONata expressions'), appendix: spec('appendix-a', 'Predefined error codes'),
    assign: spec('assigning-variables', 'Assigning variables'), fail: spec('fail-state', 'Fail state'),
    pass: spec('pass-state', 'Pass state'), succeed: spec('succeed-state', 'Succeed state'),
  },
  recorded: {
    output: recorded('outputdecl/test_output', 'the Output field'),
    arguments: recorded('arguments/test_arguments', 'the Arguments field'),
    assign: recorded('assign/test_assign_base', 'the Assign field'),
    errorOutput: recorded('states_variables/test_error_output', '$states.errorOutput'),
    expressions: recorded('evaluate_jsonata/test_base_evaluate_expressions', 'expressions in fields'),
    scenarios: recorded('scenarios/test_base_scenarios', 'scenarios'),
    statesErrors: recorded('error_handling/test_states_errors', 'States errors'),
    heartbeats: recorded('timeouts/test_heartbeats', 'heartbeats'),
    timeouts: recorded('timeouts/test_timeouts', 'timeouts'),
    callback: recorded('callback/test_callback', 'callbacks and synchronous starts'),
    nestedErrors: recorded('error_handling/test_task_service_sfn', 'failed starts'),
    nested: recorded('services/test_sfn_task_service', 'nested starts'),
    api: recorded('test_sfn_api', 'the API'),
    references: recorded('test_sfn_api_variable_references', 'references to variables'),
    tolerance: recorded('test_state/test_state_configuration', 'failures a Map tolerates'),
    validation: recorded('test_sfn_api_validation', 'validation'),
    context: recorded('context_object/test_context_object', 'the context object'),
    partition: recorded('intrinsic_functions/test_array_jsonata', '$partition'),
    parse: recorded('intrinsic_functions/test_json_manipulation_jsonata', '$parse'),
    tags: recorded('test_sfn_api_tagging', 'tags'),
    activities: recorded('test_sfn_api_activities', 'activities'),
    lambda: recorded('services/test_lambda_task', 'Lambda by ARN'),
    lambdaInvoke: recorded('services/test_lambda_task_service', 'lambda:invoke'),
    lambdaErrors: recorded('error_handling/test_task_lambda', 'errors of Lambda by ARN'),
    lambdaInvokeErrors: recorded('error_handling/test_task_service_lambda', 'errors of lambda:invoke'),
  },
  measured: {
    sentence: measured(2736, 'the sentence of a failed expression'),
    whether: measured(2737, 'which expressions fail'),
    nothing: measured(2665, 'an expression that returns nothing'),
    functions: measured(2662, 'the functions of the dialect'),
    messages: measured(2668, 'JSONata messages in causes'),
    topLevel: measured(2670, 'references at the top level'),
    unparsed: measured(2745, 'expressions that do not parse'),
    refusals: measured(2735, 'definitions AWS refuses'),
    languages: measured(2968, 'query languages of states'),
    branches: measured(2868, 'the history of branches and iterations'),
    budget: measured(2782, 'the bounds of an execution'),
    caught: measured(2738, 'a bound that Catch sees'),
  },
} as const;
