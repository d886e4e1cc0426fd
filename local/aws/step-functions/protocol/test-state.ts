import { Core } from '../engine/core.ts';
import { machineArn } from '../engine/arns.ts';
import { startExecution } from '../engine/start.ts';
import { ApiError, type Failure } from '../faults.ts';
import type { HistoryEvent } from '../interpreter/execution.ts';
import { matches } from '../interpreter/recover.ts';
import type { Answer } from '../interpreter/thread.ts';
import { isJsonObject, isObject, type Json, type JsonObject } from '../json.ts';
import type { Retrier } from '../language/definition.ts';
import { validate } from '../language/validate.ts';
import { definitionId } from '../store/definitions.ts';
import type { Machine } from '../store/machines.ts';
import { limits } from '../limits.ts';
import { oneOf, optionalText, text, type Input, type Output } from './shapes.ts';

const invalid = (message: string): ApiError =>
  new ApiError('InvalidDefinition', `Invalid State Machine Definition: '${message}'`);

function parsed(value: string, what: string): Json {
  try {
    return JSON.parse(value) as Json;
  } catch {
    throw new ApiError(what, `${what}: not JSON`);
  }
}

function stateOf(
  definition: string,
  stateName: string | undefined,
): { name: string; state: JsonObject; language: Json } {
  const whole = parsed(definition, 'InvalidDefinition') as JsonObject;
  const { States: states } = whole;
  if (!isObject(states))
    return { name: stateName ?? 'State', state: whole, language: whole['QueryLanguage'] ?? 'JSONPath' };
  const state = stateName === undefined ? undefined : states[stateName];
  if (stateName === undefined || !isObject(state))
    throw new ApiError('ValidationException', 'stateName must name a state of the definition');
  return { name: stateName, state, language: whole['QueryLanguage'] ?? 'JSONPath' };
}

/** Every state the tested one may go to, as an end. */
function endsFor(state: JsonObject): JsonObject {
  const holders = [
    state,
    ...['Choices', 'Catch'].flatMap((field) => (Array.isArray(state[field]) ? state[field].filter(isJsonObject) : [])),
  ];
  const names = [...holders.map((holder) => holder['Next']), state['Default']].filter(
    (name) => typeof name === 'string',
  );
  return Object.fromEntries(names.map((name) => [name, { Type: 'Succeed' }]));
}

/** Types whose result may be given instead of asked for. Source: API reference, TestState. */
const mockable = ['Task', 'Map', 'Parallel'];

function mockOf(input: Input, type: string): Answer | undefined {
  const { mock } = input;
  if (!isObject(mock)) return undefined;
  if (!mockable.includes(type))
    throw new ApiError('ValidationException', `State type '${type}' is not supported when a mock is specified`);
  if (mock['errorOutput'] !== undefined && mock['result'] !== undefined) {
    throw new ApiError(
      'ValidationException',
      'A test mock should have only one of the following fields: [result, errorOutput].',
    );
  }
  if (isObject(mock['errorOutput'])) {
    const { error, cause } = mock['errorOutput'];
    return {
      kind: 'failed',
      failure: { ...(typeof error === 'string' ? { error } : {}), ...(typeof cause === 'string' ? { cause } : {}) },
    };
  }
  return { kind: 'succeeded', output: parsed(text(mock, 'result'), 'ValidationException') };
}

function refuseUnknown(input: Input): void {
  for (const member of ['context', 'stateConfiguration', 'revealSecrets']) {
    if (input[member] !== undefined && input[member] !== false)
      throw new ApiError(
        'ValidationException',
        `UNSUPPORTED_BY_LOCAL_ENGINE: '${member}' is not looked at by this engine`,
      );
  }
}

/** Runs one state by itself, on a store of its own that is forgotten, at a clock that does not wait. */
export async function testState(core: Core, input: Input): Promise<Output> {
  refuseUnknown(input);
  const level = oneOf(input, 'inspectionLevel', ['INFO', 'DEBUG', 'TRACE']) ?? 'INFO';
  const {
    name,
    state: { Retry: retry, ...state },
    language,
  } = stateOf(text(input, 'definition', limits.definition), optionalText(input, 'stateName', 80));
  const definition = JSON.stringify({
    QueryLanguage: language,
    StartAt: name,
    States: { ...endsFor(state), [name]: state },
  });
  const [fault] = validate(definition);
  if (fault !== undefined) throw invalid(`${fault.code}: ${fault.message} at ${fault.location ?? 'null'}`);
  let now = core.now();
  const scratch = new Core(
    { file: ':memory:', clock: { now: () => now }, invoke: core.invoke, ...core.place },
    mockOf(input, String(state['Type'])),
  );
  try {
    const row = start(scratch, definition, input, now);
    await scratch.executor.run(row, (turn) => {
      const thread = turn.thread(0);
      thread.variables = parsed(optionalText(input, 'variables') ?? '{}', 'ValidationException') as JsonObject;
      turn.changed.add(thread);
    });
    await scratch.idle();
    for (
      let due = scratch.store.nextDue();
      scratch.store.execution(row)?.status === 'RUNNING' && due !== undefined;
      due = scratch.store.nextDue()
    ) {
      now = Math.max(now, due);
      await scratch.runDue();
      await scratch.idle();
    }
    return report(
      scratch.store.events(row, 1, limits.events, false),
      Array.isArray(retry) ? (retry as unknown as Retrier[]) : [],
      level !== 'INFO',
    );
  } finally {
    await scratch.close();
  }
}

function start(scratch: Core, definition: string, input: Input, now: number): number {
  const machine: Machine = {
    arn: machineArn(scratch.place, 'test'),
    name: 'test',
    status: 'ACTIVE',
    definition: definitionId(scratch.store, definition),
    body: { role: optionalText(input, 'roleArn') ?? '', type: 'STANDARD', created: now, updated: now, tags: {} },
  };
  return startExecution(scratch.store, machine, { input: optionalText(input, 'input') }, now).row.id;
}

const detailsOf = (event: HistoryEvent | undefined): Record<string, unknown> =>
  (Object.values(event?.details ?? {})[0] as Record<string, unknown> | undefined) ?? {};

function report(events: readonly HistoryEvent[], retriers: readonly Retrier[], inspect: boolean): Output {
  const find = (pattern: RegExp): HistoryEvent | undefined => events.find(({ type }) => pattern.test(type));
  const exited = find(/StateExited$/);
  const failed = find(
    /^(Task|LambdaFunction)(Failed|TimedOut)$|^EvaluationFailed$|^ExecutionFailed$|^ExecutionTimedOut$/,
  );
  const { error, cause } = detailsOf(failed) as Failure;
  const failure: Failure = { ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) };
  const data = {
    input: detailsOf(events[1])['input'],
    afterArguments: detailsOf(find(/Scheduled$/))['parameters'],
    result: detailsOf(find(/^(Task|LambdaFunction)Succeeded$/))['output'],
    variables: undefined as unknown,
  };
  const assigned = detailsOf(exited)['assignedVariables'];
  if (isObject(assigned))
    data.variables = JSON.stringify(
      Object.fromEntries(Object.entries(assigned).map(([name, value]) => [name, JSON.parse(String(value)) as unknown])),
    );
  const inspection = inspect
    ? { inspectionData: Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) }
    : {};
  if (
    failed !== undefined &&
    retriers.some(({ ErrorEquals, MaxAttempts }) => MaxAttempts !== 0 && matches(ErrorEquals, failure, 'Retry'))
  )
    return { ...failure, ...inspection, status: 'RETRIABLE' };
  if (exited === undefined) return { ...failure, ...inspection, status: 'FAILED' };
  const next = events.find(({ id, type }) => id > exited.id && type.endsWith('StateEntered'));
  return {
    output: detailsOf(exited)['output'],
    ...(failed === undefined ? {} : failure),
    ...inspection,
    ...(next === undefined ? {} : { nextState: detailsOf(next)['name'] }),
    status: failed === undefined ? 'SUCCEEDED' : 'CAUGHT_ERROR',
  };
}
