import { randomBytes } from 'node:crypto';
import { evaluateTemplate } from '../../expressions/evaluate.ts';
import { bytesOf, compact, isJsonObject, type Json } from '../../json.ts';
import type { TaskState } from '../../language/definition.ts';
import { requestFaults } from '../../language/request.ts';
import { readResource, type Resource } from '../../language/resource.ts';
import { limits } from '../../limits.ts';
import { named, withInput, withOutput } from '../details.ts';
import { leave, shape } from '../finish.ts';
import { integerOf } from '../numbers.ts';
import { scopeOf } from '../scope.ts';
import type { Answer, Running, Thread } from '../thread.ts';
import { during, ExecutionOver, tooLarge, type Turn } from '../turn.ts';

export function resourceOf(state: TaskState): Resource {
  const resource = readResource(state.Resource);
  if (resource === undefined) throw new Error(`Resource ${state.Resource} has passed validation`);
  return resource;
}

/** Evaluates a task's fields and schedules it; the call is made when this is saved. */
export async function runTask(turn: Turn, thread: Thread, state: TaskState): Promise<void> {
  const resource = resourceOf(state);
  const token = randomBytes(96).toString('base64');
  const scope = scopeOf(turn, thread, {}, resource.pattern === 'token' ? { token } : {});
  const request =
    state.Arguments === undefined ? thread.input : await evaluateTemplate(state.Arguments, 'Arguments', scope);
  const seconds = async (field: 'TimeoutSeconds' | 'HeartbeatSeconds'): Promise<number | undefined> => {
    const template = state[field];
    return template === undefined ? undefined : integerOf(template, field, scope, 1, limits.seconds);
  };
  const timeoutInSeconds = await seconds('TimeoutSeconds');
  const heartbeatInSeconds = await seconds('HeartbeatSeconds');
  checkRequest(thread, resource, request);
  if (bytesOf(compact(request)) > limits.payload)
    throw tooLarge(resource.service === 'function' ? resource.resource : resource.resourceType);
  schedule(turn, thread, state, resource, { request, timeoutInSeconds, heartbeatInSeconds });
  if (resource.pattern === 'token') turn.tokens.push({ token, thread: thread.id });
  thread.phase = {
    kind: 'task',
    token,
    request,
    started: false,
    submitted: false,
    ...(timeoutInSeconds === undefined ? {} : { timeoutAt: turn.now + timeoutInSeconds * 1000 }),
    ...(heartbeatInSeconds === undefined
      ? {}
      : { heartbeatSeconds: heartbeatInSeconds, heartbeatAt: turn.now + heartbeatInSeconds * 1000 }),
  };
}

/** A request that cannot be made ends the execution: it is the machine's own fault. */
function checkRequest(thread: Thread, resource: Resource, request: Json): void {
  if (resource.service === 'function') return;
  const faults = isJsonObject(request)
    ? requestFaults(resource, request).map(({ message }) => message)
    : ['Arguments must be a JSON object'];
  if (faults.length === 0) return;
  throw new ExecutionOver(
    'States.Runtime',
    during(thread, `The Arguments '${compact(request)}' could not be used to start the Task: [${faults.join(', ')}]`),
  );
}

interface Scheduling {
  readonly request: Json;
  readonly timeoutInSeconds: number | undefined;
  readonly heartbeatInSeconds: number | undefined;
}

function schedule(turn: Turn, thread: Thread, state: TaskState, resource: Resource, scheduling: Scheduling): void {
  const { request, ...bounds } = scheduling;
  if (resource.service === 'function') {
    turn.emit(
      thread,
      'LambdaFunctionScheduled',
      named('lambdaFunctionScheduledEventDetails', {
        ...withInput(request),
        resource: state.Resource,
        timeoutInSeconds: bounds.timeoutInSeconds,
      }),
    );
    return;
  }
  const region = turn.execution.row.arn.split(':')[3];
  const { resourceType, resource: action } = resource;
  turn.emit(
    thread,
    'TaskScheduled',
    named('taskScheduledEventDetails', {
      resourceType,
      resource: action,
      region,
      parameters: compact(request),
      ...bounds,
    }),
  );
}

export function beginTask(turn: Turn, thread: Thread, phase: Running): void {
  const { service, resourceType, resource } = resourceOf(turn.stateOf(thread) as TaskState);
  if (service === 'function') turn.emit(thread, 'LambdaFunctionStarted');
  else turn.emit(thread, 'TaskStarted', { taskStartedEventDetails: { resourceType, resource } });
  const task = { ...phase, started: true };
  thread.phase = task;
  turn.effects.push({ kind: 'call', thread: thread.id, task });
}

export function settleTask(turn: Turn, thread: Thread, answer: Answer): void {
  turn.abandon(thread);
  const state = turn.stateOf(thread) as TaskState;
  const { service, resourceType, resource } = resourceOf(state);
  const result: Answer =
    answer.kind === 'succeeded' && bytesOf(compact(answer.output)) > limits.payload
      ? { kind: 'failed', failure: tooLarge(service === 'function' ? resource : resourceType).failure }
      : answer;
  const timedOut = result.kind === 'failed' && result.failure.error === 'States.Timeout';
  const verb = result.kind === 'succeeded' ? 'Succeeded' : timedOut ? 'TimedOut' : 'Failed';
  const details =
    result.kind === 'succeeded'
      ? withOutput(result.output)
      : { error: result.failure.error, cause: result.failure.cause };
  if (service === 'function')
    turn.emit(thread, `LambdaFunction${verb}`, named(`lambdaFunction${verb}EventDetails`, details));
  else turn.emit(thread, `Task${verb}`, named(`task${verb}EventDetails`, { resourceType, resource, ...details }));
  thread.phase = { kind: 'settled', answer: result };
}

export function submitTask(turn: Turn, thread: Thread, phase: Running, output: Json, child?: number): void {
  const { resourceType, resource } = resourceOf(turn.stateOf(thread) as TaskState);
  turn.emit(thread, 'TaskSubmitted', { taskSubmittedEventDetails: { resourceType, resource, ...withOutput(output) } });
  thread.phase = { ...phase, submitted: true, ...(child === undefined ? {} : { child }) };
}

export async function endTask(turn: Turn, thread: Thread, state: TaskState, result: Json): Promise<void> {
  leave(turn, thread, 'Task', state, await shape(thread, state, result, scopeOf(turn, thread, { result })));
}
