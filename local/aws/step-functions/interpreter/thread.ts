import type { Failure } from '../faults.ts';
import type { Json, JsonObject } from '../json.ts';

export type Answer =
  { readonly kind: 'succeeded'; readonly output: Json } | { readonly kind: 'failed'; readonly failure: Failure };

/** A task under way. Times are epoch milliseconds. */
export interface Running {
  readonly kind: 'task';
  /** Names this attempt: an answer that carries another comes too late. */
  readonly token: string;
  readonly request: Json;
  /** TaskStarted has been recorded: the call may be made. */
  readonly started: boolean;
  /** The call has been made and only the answer by token is awaited. */
  readonly submitted: boolean;
  readonly child?: number;
  readonly timeoutAt?: number;
  readonly heartbeatAt?: number;
  readonly heartbeatSeconds?: number;
}

/** What a thread does next. `enter`, `retry`, `settled` and a task not started can go on at once; the others wait. */
export type Phase =
  | { readonly kind: 'enter' }
  | { readonly kind: 'retry' }
  | { readonly kind: 'settled'; readonly answer: Answer }
  | { readonly kind: 'waiting'; readonly until: number }
  | { readonly kind: 'backoff'; readonly until: number }
  | Running
  | Fanned
  | { readonly kind: 'ended'; readonly output: Json }
  | { readonly kind: 'lost' };

export interface Fanned {
  readonly kind: 'fanned';
  readonly total: number;
  readonly limit: number;
  readonly items?: readonly Json[];
  readonly inputs?: readonly Json[];
  /** Iterations that may fail before the Map does, if it says so: then it fails by passing that threshold. */
  readonly tolerated?: number;
}

/** The machine's scope, a branch's or an iteration's; saved as it is, as JSON, after every step. */
export interface Thread {
  readonly id: number;
  /** The thread whose Parallel or Map state started this one; -1 for the execution itself. */
  readonly parent: number;
  /** Branch number or item index. */
  readonly index: number;
  /** From the definition to the `States` of this scope. */
  readonly path: readonly (string | number)[];
  variables: JsonObject;
  state: string;
  input: Json;
  enteredEvent: number;
  enteredTime: number;
  /** The event before the current state was entered, and the one that the next event follows. */
  before: number;
  last: number;
  /** By each retrier of the current state. */
  attempts: number[];
  retries: number;
  phase: Phase;
}

export function dueOf({ phase }: Thread): number | undefined {
  if (phase.kind === 'waiting' || phase.kind === 'backoff') return phase.until;
  if (phase.kind !== 'task') return undefined;
  const moments = [phase.timeoutAt, phase.heartbeatAt].filter((at) => at !== undefined);
  return moments.length === 0 ? undefined : Math.min(...moments);
}

export function isRunnable({ phase }: Thread): boolean {
  return (
    phase.kind === 'enter' ||
    phase.kind === 'retry' ||
    phase.kind === 'settled' ||
    (phase.kind === 'task' && !phase.started)
  );
}

/** Whether a start must take a thread up again: it can step, or its task's call may not have been made. */
export function isUnfinished(thread: Thread): boolean {
  return isRunnable(thread) || (thread.phase.kind === 'task' && !thread.phase.submitted);
}

export function newThread(
  place: Pick<Thread, 'id' | 'parent' | 'index' | 'path'>,
  state: string,
  input: Json,
  last: number,
): Thread {
  return {
    ...place,
    variables: {},
    state,
    input,
    enteredEvent: 0,
    enteredTime: 0,
    before: last,
    last,
    attempts: [],
    retries: 0,
    phase: { kind: 'enter' },
  };
}
