import { StateFailed } from '../faults.ts';
import type { State } from '../language/definition.ts';
import { scopeAt } from '../language/definition.ts';
import { limits } from '../limits.ts';
import type { Execution, HistoryEvent, Status } from './execution.ts';
import type { Running, Thread } from './thread.ts';

export type Effect =
  | { readonly kind: 'call'; readonly thread: number; readonly task: Running }
  | { readonly kind: 'stop'; readonly execution: number }
  | { readonly kind: 'ended' };

/** Ends the whole execution at once, past every Retry and Catch. */
export class ExecutionOver extends Error {
  readonly failure: { readonly error: string; readonly cause: string };
  constructor(error: string, cause: string) {
    super(cause);
    this.failure = { error, cause };
  }
}

/** What one job does to an execution: changes in memory, gathered to be saved together. */
export class Turn {
  readonly execution: Execution;
  readonly now: number;
  readonly events: HistoryEvent[] = [];
  readonly changed = new Set<Thread>();
  readonly dropped = new Set<number>();
  readonly tokens: { readonly token: string; readonly thread: number }[] = [];
  readonly effects: Effect[] = [];
  rowChanged = false;

  constructor(execution: Execution, now: number) {
    this.execution = execution;
    this.now = now;
  }

  /** The caller says whether the thread goes on from it. Throws ExecutionOver when the history is full. */
  record(type: string, previous: number, details?: Readonly<Record<string, unknown>>): number {
    const { body } = this.execution.row;
    const closing = type.startsWith('Execution');
    if (body.events >= limits.events - 1 && !closing) {
      throw new ExecutionOver(
        'States.Runtime',
        `The execution reached the maximum number of history events (${String(limits.events)}).`,
      );
    }
    const id = ++body.events;
    this.events.push({ id, type, previous, time: this.now, ...(details === undefined ? {} : { details }) });
    this.rowChanged = true;
    return id;
  }

  emit(thread: Thread, type: string, details?: Readonly<Record<string, unknown>>, previous = thread.last): number {
    thread.last = this.record(type, previous, details);
    this.changed.add(thread);
    return thread.last;
  }

  add(thread: Thread): void {
    this.execution.threads.set(thread.id, thread);
    this.changed.add(thread);
  }

  /** Stops the execution a task waits for, if the task no longer does. One that is over stays as it is. */
  abandon({ phase }: Thread): void {
    if (phase.kind === 'task' && phase.child !== undefined) this.effects.push({ kind: 'stop', execution: phase.child });
  }

  drop(thread: Thread): void {
    this.abandon(thread);
    this.execution.threads.delete(thread.id);
    this.changed.delete(thread);
    this.dropped.add(thread.id);
  }

  newThreadId(): number {
    this.rowChanged = true;
    return ++this.execution.row.body.threads;
  }

  thread(id: number): Thread {
    const thread = this.execution.threads.get(id);
    if (thread === undefined) throw new Error(`No thread ${String(id)}`);
    return thread;
  }

  childrenOf(parent: Thread): Thread[] {
    return [...this.execution.threads.values()].filter((thread) => thread.parent === parent.id);
  }

  stateOf(thread: Thread): State {
    const state = scopeAt(this.execution.definition, thread.path).States[thread.state];
    if (state === undefined) throw new Error(`No state ${thread.state}`);
    return state;
  }

  close(status: Status, previous: number, type: string, details: Readonly<Record<string, unknown>>): void {
    const { row, threads } = this.execution;
    this.record(type, previous, details);
    const main = threads.get(0);
    if (status !== 'SUCCEEDED' && main !== undefined) row.body.frozen = { ...main };
    for (const thread of [...threads.values()]) this.drop(thread);
    row.status = status;
    row.stopped = this.now;
    delete row.due;
    this.rowChanged = true;
    this.effects.push({ kind: 'ended' });
  }
}

export function during(thread: Thread, text: string): string {
  return `An error occurred while executing the state '${thread.state}' (entered at the event id #${String(thread.enteredEvent)}). ${text}`;
}

/** Data beyond 256 KiB. `who` is the state or the resource that made it. */
export function tooLarge(who: string): StateFailed {
  return new StateFailed({
    error: 'States.DataLimitExceeded',
    cause: `The state/task '${who}' returned a result with a size exceeding the maximum number of bytes service limit.`,
  });
}
