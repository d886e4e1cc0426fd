import type { Core } from '../engine/core.ts';
import { startExecution as start } from '../engine/start.ts';
import { ApiError } from '../faults.ts';
import type { ExecutionRow } from '../interpreter/execution.ts';
import { findExecution, findMachine } from './find.ts';
import { checkName } from './machines.ts';
import { oneOf, optionalText, pageSize, pageToken, readPageToken, seconds, type Input, type Output } from './shapes.ts';

const statuses = ['SUCCEEDED', 'TIMED_OUT', 'PENDING_REDRIVE', 'ABORTED', 'FAILED', 'RUNNING'];

export function startExecution(core: Core, input: Input): Output {
  const name = optionalText(input, 'name', 80);
  if (name !== undefined) checkName(name);
  const machine = findMachine(core, input);
  const { row, isNew } = start(
    core.store,
    machine,
    { name, input: optionalText(input, 'input'), trace: optionalText(input, 'traceHeader') },
    core.now(),
  );
  if (isNew) core.began(row);
  return { executionArn: row.arn, startDate: seconds(row.started) };
}

/** Only Express machines run so, and this engine has none. */
export function startSyncExecution(core: Core, input: Input): Output {
  findMachine(core, input);
  throw new ApiError('StateMachineTypeNotSupported', 'This operation is not supported by this type of state machine');
}

/** One that is over stays as it is. */
export async function stopExecution(core: Core, input: Input): Promise<Output> {
  const { id } = findExecution(core, input);
  const [error, cause] = [optionalText(input, 'error', 256), optionalText(input, 'cause', 32_768)];
  return core.executor.run(id, (turn) => {
    const { row } = turn.execution;
    if (row.status === 'RUNNING') {
      const details = { ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) };
      Object.assign(row.body, details);
      turn.close('ABORTED', 0, 'ExecutionAborted', { executionAbortedEventDetails: details });
    }
    return { stopDate: seconds(row.stopped ?? turn.now) };
  });
}

export function describeExecution(core: Core, input: Input): Output {
  const { arn, machine, status, started, stopped, body } = findExecution(core, input);
  const whole = oneOf(input, 'includedData', ['ALL_DATA', 'METADATA_ONLY']) !== 'METADATA_ONLY';
  const data = (member: string, value: string | undefined): Output =>
    value === undefined ? {} : { ...(whole ? { [member]: value } : {}), [`${member}Details`]: { included: whole } };
  return {
    executionArn: arn,
    stateMachineArn: machine,
    name: body.name,
    status,
    startDate: seconds(started),
    ...data('input', body.input),
    ...(stopped === undefined ? {} : { stopDate: seconds(stopped) }),
    ...data('output', body.output),
    ...(body.error === undefined ? {} : { error: body.error }),
    ...(body.cause === undefined ? {} : { cause: body.cause }),
    ...(body.trace === undefined ? {} : { traceHeader: body.trace }),
    redriveCount: body.redrives,
    ...(body.redriven === undefined ? {} : { redriveDate: seconds(body.redriven) }),
    ...redriveStatus(status),
  };
}

function redriveStatus(status: ExecutionRow['status']): Output {
  if (status !== 'RUNNING' && status !== 'SUCCEEDED') return { redriveStatus: 'REDRIVABLE' };
  return { redriveStatus: 'NOT_REDRIVABLE', redriveStatusReason: `Execution is ${status} and cannot be redriven` };
}

/** Newest first. */
export function listExecutions(core: Core, input: Input): Output {
  const size = pageSize(input);
  const token = optionalText(input, 'nextToken', 3096);
  const status = oneOf(input, 'statusFilter', statuses);
  const redriven = oneOf(input, 'redriveFilter', ['REDRIVEN', 'NOT_REDRIVEN']);
  const machine = findMachine(core, input);
  const found = core.store.executionsOf(
    machine.arn,
    { status, redriven: redriven === undefined ? undefined : redriven === 'REDRIVEN' },
    token === undefined ? Number.MAX_SAFE_INTEGER : readPageToken(token, 'number'),
    size + 1,
  );
  const page = found.slice(0, size);
  const last = page.at(-1);
  return {
    executions: page.map((row) => ({
      executionArn: row.arn,
      stateMachineArn: row.machine,
      name: row.body.name,
      status: row.status,
      startDate: seconds(row.started),
      ...(row.stopped === undefined ? {} : { stopDate: seconds(row.stopped) }),
      redriveCount: row.body.redrives,
      ...(row.body.redriven === undefined ? {} : { redriveDate: seconds(row.body.redriven) }),
    })),
    ...(found.length > size && last !== undefined ? { nextToken: pageToken(last.id) } : {}),
  };
}

export function getExecutionHistory(core: Core, input: Input): Output {
  const row = findExecution(core, input);
  const size = pageSize(input);
  const token = optionalText(input, 'nextToken');
  const backwards = input['reverseOrder'] === true;
  const from = token === undefined ? (backwards ? Number.MAX_SAFE_INTEGER : 1) : readPageToken(token, 'number');
  const found = core.store.events(row.id, from, size + 1, backwards);
  const next = found[size];
  const hidden = input['includeExecutionData'] === false;
  return {
    events: found
      .slice(0, size)
      .map(({ id, type, previous, time, details }) => ({
        timestamp: seconds(time),
        type,
        id,
        previousEventId: previous,
        ...(hidden ? withoutData(details) : details),
      })),
    ...(next === undefined ? {} : { nextToken: pageToken(next.id) }),
  };
}

const data = new Set([
  'input',
  'inputDetails',
  'output',
  'outputDetails',
  'parameters',
  'assignedVariables',
  'assignedVariablesDetails',
]);

function withoutData(details: Readonly<Record<string, unknown>> | undefined): Output {
  return Object.fromEntries(
    Object.entries(details ?? {}).map(([member, fields]) => [
      member,
      Object.fromEntries(Object.entries(fields as Record<string, unknown>).filter(([name]) => !data.has(name))),
    ]),
  );
}
