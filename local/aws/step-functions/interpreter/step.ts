import { StateFailed } from '../faults.ts';
import type { State } from '../language/definition.ts';
import { entered } from './details.ts';
import { failExecution, failState } from './recover.ts';
import { runChoice } from './states/choice.ts';
import { runFail } from './states/fail.ts';
import { endFanned, runMap, runParallel } from './states/fan.ts';
import { runPass, runSucceed } from './states/pass.ts';
import { beginTask, endTask, runTask } from './states/task.ts';
import { endWait, runWait } from './states/wait.ts';
import type { Answer, Thread } from './thread.ts';
import { ExecutionOver, type Turn } from './turn.ts';

export async function step(turn: Turn, thread: Thread): Promise<void> {
  try {
    await advance(turn, thread);
  } catch (thrown) {
    if (!(thrown instanceof ExecutionOver)) throw thrown;
    failExecution(turn, thread.last, thrown.failure);
  }
}

async function advance(turn: Turn, thread: Thread): Promise<void> {
  const { phase } = thread;
  turn.changed.add(thread);
  const state = turn.stateOf(thread);
  try {
    if (phase.kind === 'task') beginTask(turn, thread, phase);
    else if (phase.kind === 'settled') await settle(turn, thread, state, phase.answer);
    else await run(turn, thread, state, phase.kind === 'enter');
  } catch (thrown) {
    if (!(thrown instanceof StateFailed)) throw thrown;
    const inTask = state.Type === 'Task' && phase.kind === 'settled' && phase.answer.kind === 'failed';
    await failState(turn, thread, thrown, inTask);
  }
}

async function run(turn: Turn, thread: Thread, state: State, first: boolean): Promise<void> {
  if (first) {
    // AWS lets the first state of an execution follow no event, not ExecutionStarted.
    const previous = thread.parent < 0 && thread.last === 1 ? 0 : thread.last;
    thread.before = thread.last;
    thread.enteredTime = turn.now;
    thread.enteredEvent = turn.emit(thread, `${state.Type}StateEntered`, entered(thread.state, thread.input), previous);
  }
  switch (state.Type) {
    case 'Pass':
      return runPass(turn, thread, state);
    case 'Succeed':
      return runSucceed(turn, thread, state);
    case 'Fail':
      return runFail(turn, thread, state);
    case 'Choice':
      return runChoice(turn, thread, state);
    case 'Wait':
      return runWait(turn, thread, state);
    case 'Task':
      return runTask(turn, thread, state);
    case 'Parallel':
      return runParallel(turn, thread, state);
    case 'Map':
      return runMap(turn, thread, state);
  }
}

async function settle(turn: Turn, thread: Thread, state: State, answer: Answer): Promise<void> {
  if (answer.kind === 'failed') throw new StateFailed(answer.failure);
  if (state.Type === 'Wait') return endWait(turn, thread, state);
  if (state.Type === 'Task') return endTask(turn, thread, state, answer.output);
  if (state.Type === 'Map' || state.Type === 'Parallel') return endFanned(turn, thread, state, answer.output);
}
