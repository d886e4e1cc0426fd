import type { Core } from '../engine/core.ts';
import { ApiError } from '../faults.ts';
import type { Turn } from '../interpreter/turn.ts';
import { findExecution } from './find.ts';
import { optionalText, seconds, type Input, type Output } from './shapes.ts';

/** How long after its end an execution may be redriven. Source: developer guide, "Redriving executions". */
const redrivableFor = 14 * 24 * 3_600_000;
/** A token is known for so long, and only the last ten are. Source: API reference, RedriveExecution. */
const tokensFor = 15 * 60_000;
const mostTokens = 10;

/** With new retries and timeout. Of a Parallel or Map all branches run again, where AWS leaves out what succeeded. */
export async function redriveExecution(core: Core, input: Input): Promise<Output> {
  const { id } = findExecution(core, input);
  const token = optionalText(input, 'clientToken', 64);
  return core.executor.run(id, (turn) => redrive(turn, token));
}

function redrive(turn: Turn, token: string | undefined): Output {
  const { row } = turn.execution;
  const { body, stopped } = row;
  const known = (body.redriveTokens ?? []).filter(({ at }) => turn.now - at < tokensFor);
  const earlier = known.find((one) => one.token === token);
  if (earlier !== undefined) return { redriveDate: seconds(earlier.at) };
  if (row.status === 'RUNNING' || row.status === 'SUCCEEDED' || body.frozen === undefined) {
    throw new ApiError('ExecutionNotRedrivable', `Execution is ${row.status} and cannot be redriven`);
  }
  if (stopped !== undefined && turn.now - stopped > redrivableFor) {
    throw new ApiError('ExecutionNotRedrivable', 'Execution has exceeded the redrivable period and cannot be redriven');
  }
  body.redrives += 1;
  body.redriven = turn.now;
  if (token !== undefined) body.redriveTokens = [...known, { token, at: turn.now }].slice(-mostTokens);
  delete body.error;
  delete body.cause;
  delete row.stopped;
  row.status = 'RUNNING';
  row.due = turn.now + body.timeout;
  const thread = { ...body.frozen, attempts: [], retries: 0, phase: { kind: 'retry' as const } };
  delete body.frozen;
  turn.add(thread);
  turn.emit(
    thread,
    'ExecutionRedriven',
    { executionRedrivenEventDetails: { redriveCount: body.redrives } },
    body.events,
  );
  return { redriveDate: seconds(turn.now) };
}
