import { StateFailed, type Failure } from '../faults.ts';
import type { JsonObject } from '../json.ts';
import type { Catcher, Retrier, State } from '../language/definition.ts';
import { childFailed } from './children.ts';
import { named } from './details.ts';
import { leave, shape } from './finish.ts';
import { scopeOf } from './scope.ts';
import type { Thread } from './thread.ts';
import { during, ExecutionOver, type Turn } from './turn.ts';

/** On AWS a catcher's States.ALL matches States.DataLimitExceeded (recorded, against the guide), a retrier's not. */
export function matches(names: readonly string[], failure: Failure, use: 'Retry' | 'Catch'): boolean {
  const error = failure.error ?? '';
  return names.some(
    (name) =>
      name === error ||
      (name === 'States.ALL' && (use === 'Catch' || error !== 'States.DataLimitExceeded')) ||
      (name === 'States.TaskFailed' && error !== 'States.Timeout') ||
      (name === 'States.HeartbeatTimeout' && failure.heartbeat === true),
  );
}

/** Milliseconds before the attempt after `used` earlier retries. */
export function delayOf(retrier: Retrier, used: number): number {
  const { IntervalSeconds = 1, BackoffRate = 2, MaxDelaySeconds = Infinity, JitterStrategy = 'NONE' } = retrier;
  const seconds = Math.min(IntervalSeconds * BackoffRate ** used, MaxDelaySeconds);
  return Math.round(seconds * 1000 * (JitterStrategy === 'FULL' ? Math.random() : 1));
}

export async function failState(turn: Turn, thread: Thread, failed: StateFailed, inTask = false): Promise<void> {
  const failure = recordEvaluation(turn, thread, failed);
  if (failure.error === 'States.Runtime') throw new ExecutionOver(failure.error, failure.cause ?? '');
  const state = turn.stateOf(thread);
  if (retry(turn, thread, state, failure)) return;
  const before = thread.last;
  recordStateFailed(turn, thread, state);
  const outcome = await caught(turn, thread, state, failure);
  if (outcome === true) return;
  if (outcome === false) return failScope(turn, thread, failure, inTask);
  thread.last = before;
  const second = recordEvaluation(turn, thread, outcome);
  recordStateFailed(turn, thread, state);
  return failScope(turn, thread, second, inTask);
}

function recordEvaluation(turn: Turn, thread: Thread, { failure, location, fromBefore }: StateFailed): Failure {
  if (location === undefined) return failure;
  const { error = '' } = failure;
  const cause = during(thread, failure.cause ?? '');
  turn.emit(
    thread,
    'EvaluationFailed',
    named('evaluationFailedEventDetails', { error, cause, location, state: thread.state }),
    fromBefore ? thread.before : thread.last,
  );
  return { error, cause };
}

function recordStateFailed(turn: Turn, thread: Thread, state: State): void {
  if (state.Type === 'Map' || state.Type === 'Parallel') turn.emit(thread, `${state.Type}StateFailed`);
}

function retry(turn: Turn, thread: Thread, state: State, failure: Failure): boolean {
  const retriers: readonly Retrier[] = 'Retry' in state ? (state.Retry ?? []) : [];
  const index = retriers.findIndex(({ ErrorEquals }) => matches(ErrorEquals, failure, 'Retry'));
  const retrier = retriers[index];
  const used = thread.attempts[index] ?? 0;
  if (retrier === undefined || used >= (retrier.MaxAttempts ?? 3)) return false;
  const until = turn.now + delayOf(retrier, used);
  thread.attempts = retriers.map((_, at) => (thread.attempts[at] ?? 0) + (at === index ? 1 : 0));
  thread.retries += 1;
  thread.phase = until > turn.now ? { kind: 'backoff', until } : { kind: 'retry' };
  turn.changed.add(thread);
  return true;
}

/** @returns whether a catcher took the failure, or what failed in the catcher itself */
async function caught(turn: Turn, thread: Thread, state: State, failure: Failure): Promise<boolean | StateFailed> {
  const catchers: readonly Catcher[] = 'Catch' in state ? (state.Catch ?? []) : [];
  const index = catchers.findIndex(({ ErrorEquals }) => matches(ErrorEquals, failure, 'Catch'));
  const catcher = catchers[index];
  if (catcher === undefined) return false;
  const errorOutput: JsonObject = { Error: failure.error ?? '', Cause: failure.cause ?? '' };
  const fields = { ...catcher, place: `Catch[${String(index)}]/` };
  try {
    leave(
      turn,
      thread,
      state.Type,
      fields,
      await shape(thread, fields, errorOutput, scopeOf(turn, thread, { errorOutput })),
    );
    return true;
  } catch (thrown) {
    if (thrown instanceof StateFailed) return thrown;
    throw thrown;
  }
}

async function failScope(turn: Turn, thread: Thread, failure: Failure, inTask: boolean): Promise<void> {
  if (thread.parent < 0) {
    failExecution(turn, thread.last, failure);
    return;
  }
  const failed = childFailed(turn, thread, failure, inTask);
  if (failed !== undefined) await failState(turn, failed.parent, new StateFailed(failed.failure));
}

export function failExecution(turn: Turn, previous: number, { error, cause }: Failure): void {
  const { body } = turn.execution.row;
  if (error !== undefined) body.error = error;
  if (cause !== undefined) body.cause = cause;
  turn.close('FAILED', previous, 'ExecutionFailed', named('executionFailedEventDetails', { error, cause }));
}
