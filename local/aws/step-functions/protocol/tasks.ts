import { whileOpen } from '../engine/calls.ts';
import type { Core } from '../engine/core.ts';
import { inputFault } from '../engine/input-fault.ts';
import { ApiError, type Failure } from '../faults.ts';
import type { Json } from '../json.ts';
import { settleTask } from '../interpreter/states/task.ts';
import type { Running, Thread } from '../interpreter/thread.ts';
import type { Turn } from '../interpreter/turn.ts';
import { optionalText, text, type Input, type Output } from './shapes.ts';

const gone = (): ApiError => new ApiError('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'");

/** Does something to the task of a token. @throws ApiError InvalidToken, or TaskTimedOut when the task waits no longer */
async function withTask(
  core: Core,
  input: Input,
  act: (turn: Turn, thread: Thread, phase: Running) => void,
): Promise<Output> {
  const token = text(input, 'taskToken');
  const place = core.store.token(token);
  if (place === undefined) throw new ApiError('InvalidToken', "Invalid Token: 'Invalid token'");
  return core.executor.run(place.execution, (turn) => {
    const done = whileOpen(turn, place.thread, token, ({ thread, phase }) => {
      act(turn, thread, phase);
      return {};
    });
    if (done === undefined) throw gone();
    return done;
  });
}

export async function sendTaskSuccess(core: Core, input: Input): Promise<Output> {
  const output = text(input, 'output');
  const fault = inputFault(output);
  if (fault !== undefined) throw new ApiError('InvalidOutput', `Invalid Output: '${fault}'`);
  return withTask(core, input, (turn, thread) => {
    settleTask(turn, thread, { kind: 'succeeded', output: JSON.parse(output) as Json });
  });
}

export async function sendTaskFailure(core: Core, input: Input): Promise<Output> {
  const [error, cause] = [optionalText(input, 'error', 256), optionalText(input, 'cause', 32_768)];
  const failure: Failure = { ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) };
  return withTask(core, input, (turn, thread) => {
    settleTask(turn, thread, { kind: 'failed', failure });
  });
}

/** Sets the heartbeat's clock back. */
export async function sendTaskHeartbeat(core: Core, input: Input): Promise<Output> {
  return withTask(core, input, (turn, thread, phase) => {
    if (phase.heartbeatSeconds === undefined) return;
    thread.phase = { ...phase, heartbeatAt: turn.now + phase.heartbeatSeconds * 1000 };
    turn.changed.add(thread);
  });
}
