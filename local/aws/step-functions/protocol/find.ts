import type { Core } from '../engine/core.ts';
import { ApiError } from '../faults.ts';
import type { ExecutionRow } from '../interpreter/execution.ts';
import { machineByArn, type Machine } from '../store/machines.ts';
import { text, type Input } from './shapes.ts';

function arnOf(input: Input, member: string): string {
  const arn = text(input, member);
  if (!arn.startsWith('arn:')) throw new ApiError('InvalidArn', `Invalid Arn: 'Invalid ARN prefix: ${arn}'`);
  return arn;
}

export function findMachine(core: Core, input: Input): Machine {
  const arn = arnOf(input, 'stateMachineArn');
  const machine = machineByArn(core.store, arn);
  if (machine === undefined) throw new ApiError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
  return machine;
}

export function findExecution(core: Core, input: Input): ExecutionRow {
  const arn = arnOf(input, 'executionArn');
  const row = core.store.executionByArn(arn);
  if (row === undefined) throw new ApiError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
  return row;
}
