import { randomUUID } from 'node:crypto';
import { ApiError } from '../faults.ts';
import { bytesOf } from '../json.ts';
import type { ExecutionRow, Watcher } from '../interpreter/execution.ts';
import { newThread } from '../interpreter/thread.ts';
import type { Json } from '../json.ts';
import type { Definition } from '../language/definition.ts';
import { limits } from '../limits.ts';
import { definitionText } from '../store/definitions.ts';
import type { Machine } from '../store/machines.ts';
import type { Store } from '../store/store.ts';
import { executionArn } from './arns.ts';
import { inputFault } from './input-fault.ts';

/** What a start may name; the input is a JSON text. */
export interface Start {
  readonly name?: string | undefined;
  readonly input?: string | undefined;
  readonly trace?: string | undefined;
  readonly watcher?: Watcher | undefined;
}

/** After this many milliseconds a closed execution's name may be used again. Source: API reference, StartExecution. */
const namesFreeAfter = 90 * 24 * 3_600_000;

/** The same name and input while it runs is the one that runs. Throws ApiError. */
export function startExecution(
  store: Store,
  machine: Machine,
  start: Start,
  now: number,
): { row: ExecutionRow; isNew: boolean } {
  const { name = randomUUID(), input = '{}' } = start;
  checkInput(input);
  const arn = executionArn(machine.arn, name);
  const earlier = store.executionByArn(arn);
  if (earlier !== undefined) {
    if (earlier.status === 'RUNNING' && earlier.body.input === input) return { row: earlier, isNew: false };
    if (earlier.stopped === undefined || now - earlier.stopped < namesFreeAfter) {
      throw new ApiError('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`);
    }
  }
  const {
    definition,
    body: { role, revision, updated },
  } = machine;
  const { StartAt, TimeoutSeconds } = JSON.parse(definitionText(store, definition)) as Definition;
  const timeout = Math.min(
    TimeoutSeconds === undefined || TimeoutSeconds === 0 ? Infinity : TimeoutSeconds * 1000,
    limits.execution,
  );
  const draft = {
    arn,
    machine: machine.arn,
    status: 'RUNNING' as const,
    started: now,
    due: now + timeout,
    body: {
      name,
      timeout,
      definition,
      role,
      revision: { at: updated, ...(revision === undefined ? {} : { id: revision }) },
      input,
      threads: 0,
      events: 1,
      redrives: 0,
      ...(start.trace === undefined ? {} : { trace: start.trace }),
      ...(start.watcher === undefined ? {} : { watcher: start.watcher }),
    },
  };
  let id = 0;
  store.batch.write(() => {
    if (earlier !== undefined) store.forget(earlier.id);
    id = store.insertExecution(draft);
    store.addEvent(id, {
      id: 1,
      type: 'ExecutionStarted',
      previous: 0,
      time: now,
      details: { executionStartedEventDetails: { input, inputDetails: { truncated: false }, roleArn: role } },
    });
    store.saveThread(id, newThread({ id: 0, parent: -1, index: 0, path: [] }, StartAt, JSON.parse(input) as Json, 1));
  });
  return { row: { id, ...draft }, isNew: true };
}

function checkInput(input: string): void {
  const fault =
    bytesOf(input) > limits.payload ? `Input exceeds the maximum number of bytes allowed.` : inputFault(input);
  if (fault !== undefined)
    throw new ApiError('InvalidExecutionInput', `Invalid State Machine Execution Input: '${fault}'`);
}
