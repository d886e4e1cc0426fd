import type { Scope } from '../expressions/evaluate.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Execution } from './execution.ts';
import type { Thread } from './thread.ts';
import type { Turn } from './turn.ts';

const stamp = (millis: number): string => new Date(millis).toISOString();

/** A thread and those it stands in, innermost first. */
function lineOf(execution: Execution, thread: Thread): Thread[] {
  const line: Thread[] = [];
  for (let at: Thread | undefined = thread; at !== undefined; at = execution.threads.get(at.parent)) line.push(at);
  return line;
}

function variablesOf(execution: Execution, thread: Thread): JsonObject {
  const line = lineOf(execution, thread).reverse();
  return Object.assign({}, ...line.map(({ variables }) => variables)) as JsonObject;
}

export interface ContextExtras {
  readonly token?: string;
  readonly item?: { readonly Index: number; readonly Value: Json };
}

function contextOf(turn: Turn, thread: Thread, extras: ContextExtras = {}): JsonObject {
  const { execution } = turn;
  const { row, machineName } = execution;
  const counts = ['Task', 'Parallel', 'Map'].includes(turn.stateOf(thread).Type);
  const item = extras.item ?? itemOf(execution, thread);
  return {
    Execution: {
      Id: row.arn,
      Input: execution.input,
      StartTime: stamp(row.started),
      Name: row.body.name,
      RoleArn: row.body.role,
      RedriveCount: row.body.redrives,
      ...(row.body.redriven === undefined ? {} : { RedriveTime: stamp(row.body.redriven) }),
    },
    StateMachine: { Id: row.machine, Name: machineName },
    State: {
      Name: thread.state,
      EnteredTime: stamp(thread.enteredTime),
      ...(counts ? { RetryCount: thread.retries } : {}),
    },
    ...(extras.token === undefined ? {} : { Task: { Token: extras.token } }),
    ...(item === undefined ? {} : { Map: { Item: { ...item } } }),
  };
}

function itemOf(execution: Execution, thread: Thread): ContextExtras['item'] {
  for (const inner of lineOf(execution, thread)) {
    const phase = execution.threads.get(inner.parent)?.phase;
    if (phase?.kind === 'fanned' && phase.items !== undefined)
      return { Index: inner.index, Value: phase.items[inner.index] ?? null };
  }
  return undefined;
}

/** What the expressions of a state may name. `more` adds `result` or `errorOutput` to `$states`. */
export function scopeOf(turn: Turn, thread: Thread, more: JsonObject = {}, extras: ContextExtras = {}): Scope {
  return {
    now: turn.now,
    variables: variablesOf(turn.execution, thread),
    states: { input: thread.input, context: contextOf(turn, thread, extras), ...more },
  };
}
