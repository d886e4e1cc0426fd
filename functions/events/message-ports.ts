import type { runImport } from '#core/imports/import-table.ts';
import type { OutboxRow } from '#core/notices/outbox.ts';
import type { Outbox } from '#core/kernel/ports.ts';
import { emailClient } from '../adapters/aws/email-client.ts';
import { environment } from '../adapters/aws/environment.ts';
import { workflowClient } from '../adapters/aws/workflow-client.ts';
import { count, log } from '../observe.ts';
import { importPorts, linkPorts, tablePorts, withForums, withHeadquarters, withLines } from '../ports.ts';

/** A row set aside stays undone for good: somebody has to know. */
function toldOf(outbox: Outbox): Outbox {
  const mark: Outbox['mark'] = async (row, state, because) => {
    await outbox.mark(row, state, because);
    if (state !== 'set-aside') return;
    log('row-set-aside', { lane: row.laneId, row: row.rowId });
    count('RowsSetAside');
  };
  return { ...outbox, mark };
}

export function errandPorts() {
  const table = {
    ...withForums(withHeadquarters(withLines(tablePorts()))),
    ...importPorts(),
    workflow: workflowClient(environment('STATE_MACHINE_ARN')),
  };
  type Import = Parameters<typeof runImport>;
  return {
    ...table,
    ...linkPorts(),
    /** Its code is loaded when there is one. */
    runImport: async (of: Import[1], now: Import[2]) =>
      (await import('#core/imports/import-table.ts')).runImport(table, of, now),
    outbox: toldOf(table.outbox),
    emails: emailClient(environment('EMAIL_FROM'), environment('EMAIL_CONFIGURATION_SET')),
  };
}

export function onFailure({ laneId, rowId, errand: message, attempts }: OutboxRow, error: unknown): void {
  log('errand-put-off', { lane: laneId, row: rowId, kind: message.kind, attempts, error });
  count('ErrandsPutOff');
}

export function onPartitionFailure(partition: string, error: unknown): void {
  log('lane-failed', { lane: partition, error });
  count('ErrandsPutOff');
}
