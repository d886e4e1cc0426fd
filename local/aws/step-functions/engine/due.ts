import { settleTask } from '../interpreter/states/task.ts';
import type { Thread } from '../interpreter/thread.ts';
import type { Turn } from '../interpreter/turn.ts';

/** Lets what is due happen: a wait ends, a retry begins, a task or the execution runs out of time. */
export function fire(turn: Turn, threadId: number | undefined): void {
  const { row, threads } = turn.execution;
  if (row.status !== 'RUNNING') return;
  if (threadId === undefined) {
    if (row.due !== undefined && row.due <= turn.now) timeOut(turn);
    return;
  }
  const thread = threads.get(threadId);
  if (thread !== undefined) fireThread(turn, thread);
}

function timeOut(turn: Turn): void {
  turn.close('TIMED_OUT', 0, 'ExecutionTimedOut', { executionTimedOutEventDetails: { error: 'States.Timeout' } });
}

function fireThread(turn: Turn, thread: Thread): void {
  const { phase } = thread;
  const { now } = turn;
  if (phase.kind === 'waiting' && phase.until <= now)
    thread.phase = { kind: 'settled', answer: { kind: 'succeeded', output: null } };
  else if (phase.kind === 'backoff' && phase.until <= now) thread.phase = { kind: 'retry' };
  else if (phase.kind === 'task') {
    const timedOut = phase.timeoutAt !== undefined && phase.timeoutAt <= now;
    const missed = phase.heartbeatAt !== undefined && phase.heartbeatAt <= now;
    if (timedOut || missed)
      settleTask(turn, thread, {
        kind: 'failed',
        failure: { error: 'States.Timeout', ...(timedOut ? {} : { heartbeat: true as const }) },
      });
  }
  turn.changed.add(thread);
}
