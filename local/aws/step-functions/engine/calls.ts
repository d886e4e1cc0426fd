import { randomUUID } from 'node:crypto';
import { ApiError, type Failure } from '../faults.ts';
import { compact, isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Execution, ExecutionRow } from '../interpreter/execution.ts';
import { resourceOf, settleTask, submitTask } from '../interpreter/states/task.ts';
import type { Answer, Running } from '../interpreter/thread.ts';
import type { Turn } from '../interpreter/turn.ts';
import { scopeAt, type TaskState } from '../language/definition.ts';
import { functionNameOf } from '../language/resource.ts';
import { machineByArn } from '../store/machines.ts';
import type { Core } from './core.ts';
import { startExecution } from './start.ts';

const memberOf = (request: Json, member: string): string => (isJsonObject(request) ? String(request[member]) : '');

/** An answer after the task's end changes nothing. */
export async function makeCall(core: Core, execution: Execution, threadId: number, task: Running): Promise<void> {
  const thread = execution.threads.get(threadId);
  if (thread === undefined || thread.phase.kind !== 'task' || thread.phase.token !== task.token) return;
  const state = scopeAt(execution.definition, thread.path).States[thread.state] as TaskState;
  const resource = resourceOf(state);
  const { id } = execution.row;
  const { mock } = core;
  if (mock !== undefined) {
    await core.executor.run(id, (turn) => {
      whileOpen(turn, threadId, task.token, (open) => {
        settleTask(turn, open.thread, mock);
      });
    });
    return;
  }
  if (resource.service === 'states') {
    await core.executor.run(id, (turn) => {
      startChild(core, turn, threadId, task, resource.pattern);
    });
    return;
  }
  core.executor.holdForCall(id, 1);
  const answer = await invoke(core, resource.functionName, task.request);
  core.executor.holdForCall(id, -1);
  await core.executor.run(id, (turn) => {
    whileOpen(turn, threadId, task.token, (open) => {
      if (resource.pattern === 'token' && answer.kind === 'succeeded')
        submitTask(turn, open.thread, open.phase, answer.output);
      else settleTask(turn, open.thread, answer);
    });
  });
}

export function whileOpen<T>(
  turn: Turn,
  threadId: number,
  token: string,
  act: (open: { thread: ReturnType<Turn['thread']>; phase: Running }) => T,
): T | undefined {
  const thread = turn.execution.threads.get(threadId);
  return thread?.phase.kind === 'task' && thread.phase.token === token
    ? act({ thread, phase: thread.phase })
    : undefined;
}

async function invoke(core: Core, functionName: string | undefined, request: Json): Promise<Answer> {
  const name = functionName ?? functionNameOf(memberOf(request, 'FunctionName'));
  const payload = functionName !== undefined ? request : isJsonObject(request) ? (request['Payload'] ?? {}) : {};
  try {
    const result = await core.invoke(name, payload);
    if (result.kind === 'function-error') {
      const { errorType, errorMessage, stackTrace: trace } = result;
      return {
        kind: 'failed',
        failure: { error: errorType, cause: JSON.stringify({ errorType, errorMessage, trace }) },
      };
    }
    const output = JSON.parse(JSON.stringify(result.payload ?? null)) as Json;
    return { kind: 'succeeded', output: functionName === undefined ? lambdaResponse(output) : output };
  } catch (thrown) {
    return { kind: 'failed', failure: failureOf(thrown) };
  }
}

function failureOf(thrown: unknown): Failure {
  const { name, message } = thrown instanceof Error ? thrown : { name: '', message: String(thrown) };
  return { error: /^[A-Z]\w+Exception$/.test(name) ? `Lambda.${name}` : 'Lambda.SdkClientException', cause: message };
}

function lambdaResponse(payload: Json): JsonObject {
  return {
    ExecutedVersion: '$LATEST',
    Payload: payload,
    ...metadata(compact(payload).length, 'application/json'),
    StatusCode: 200,
  };
}

function metadata(length: number, type: string): JsonObject {
  const RequestId = randomUUID();
  const headers = {
    Connection: 'keep-alive',
    'Content-Length': String(length),
    'Content-Type': type,
    'x-amzn-RequestId': RequestId,
  };
  const AllHttpHeaders = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]));
  return {
    SdkHttpMetadata: { AllHttpHeaders, HttpHeaders: headers, HttpStatusCode: 200 },
    SdkResponseMetadata: { RequestId },
  };
}

/** Starts the execution a `states:startExecution` task asks for, in the same group of writes as what becomes of the task. */
function startChild(core: Core, turn: Turn, threadId: number, task: Running, pattern: string): void {
  whileOpen(turn, threadId, task.token, ({ thread, phase }) => {
    try {
      const arn = memberOf(task.request, 'StateMachineArn');
      const machine = machineByArn(core.store, arn);
      if (machine === undefined)
        throw new ApiError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
      const { Input: input, Name: name } = task.request as JsonObject;
      const watched = pattern === 'sync' || pattern === 'sync2';
      const { row, isNew } = startExecution(
        core.store,
        machine,
        {
          name: typeof name === 'string' ? name : undefined,
          input: input === undefined ? undefined : typeof input === 'string' ? input : compact(input),
          ...(watched ? { watcher: { execution: turn.execution.row.id, thread: threadId, token: task.token } } : {}),
        },
        turn.now,
      );
      const output = { ExecutionArn: row.arn, ...metadata(160, 'application/x-amz-json-1.0'), StartDate: row.started };
      if (watched || pattern === 'token') submitTask(turn, thread, phase, output, watched ? row.id : undefined);
      else settleTask(turn, thread, { kind: 'succeeded', output });
      if (isNew) core.began(row);
    } catch (thrown) {
      settleTask(turn, thread, { kind: 'failed', failure: startFailure(thrown) });
    }
  });
}

function startFailure(thrown: unknown): Failure {
  if (!(thrown instanceof ApiError)) throw thrown;
  const details = `(Service: AWSStepFunctions; Status Code: 400; Error Code: ${thrown.code}; Request ID: ${randomUUID()}; Proxy: null)`;
  return { error: `StepFunctions.${thrown.code}Exception`, cause: `${thrown.message} ${details}` };
}

export async function stopChild(core: Core, id: number): Promise<void> {
  if (core.store.execution(id)?.status !== 'RUNNING') return;
  await core.executor.run(id, (turn) => {
    if (turn.execution.row.status === 'RUNNING')
      turn.close('ABORTED', 0, 'ExecutionAborted', { executionAbortedEventDetails: {} });
  });
}

export async function tellWatcher(core: Core, row: ExecutionRow): Promise<void> {
  const { watcher } = row.body;
  if (watcher === undefined || core.store.execution(watcher.execution) === undefined) return;
  await core.executor.run(watcher.execution, (turn) => {
    whileOpen(turn, watcher.thread, watcher.token, ({ thread }) => {
      const isSync2 = resourceOf(turn.stateOf(thread) as TaskState).pattern === 'sync2';
      const value = (text: string): Json => (isSync2 ? (JSON.parse(text) as Json) : text);
      const { output, error, cause, input, name } = row.body;
      const description: JsonObject = {
        ...(cause === undefined ? {} : { Cause: cause }),
        ...(error === undefined ? {} : { Error: error }),
        ExecutionArn: row.arn,
        Input: value(input),
        InputDetails: { Included: true },
        Name: name,
        ...(output === undefined ? {} : { Output: value(output), OutputDetails: { Included: true } }),
        RedriveCount: row.body.redrives,
        RedriveStatus: row.status === 'SUCCEEDED' ? 'NOT_REDRIVABLE' : 'REDRIVABLE',
        ...(row.status === 'SUCCEEDED' ? { RedriveStatusReason: 'Execution is SUCCEEDED and cannot be redriven' } : {}),
        StartDate: row.started,
        StateMachineArn: row.machine,
        Status: row.status,
        StopDate: row.stopped ?? turn.now,
      };
      const answer: Answer =
        row.status === 'SUCCEEDED'
          ? { kind: 'succeeded', output: description }
          : {
              kind: 'failed',
              failure: { error: 'States.TaskFailed', cause: compact({ ...description, Input: input }) },
            };
      settleTask(turn, thread, answer);
    });
  });
  await core.executor.run(row.id, (turn) => {
    delete turn.execution.row.body.watcher;
    turn.rowChanged = true;
  });
}
