import type { OutboxRow } from '#core/contracts/outbox.ts';
import { emailClient } from '../adapters/aws/email-client.ts';
import { environment } from '../adapters/aws/environment.ts';
import { workflowClient } from '../adapters/aws/workflow-client.ts';
import { count, log } from '../observe.ts';
import { linkPorts, tablePorts } from '../ports.ts';

/** What working off the outbox needs: the table, the workflow, email, links. */
export const errandPorts = () => ({
  ...tablePorts(),
  ...linkPorts(),
  workflow: workflowClient(environment('STATE_MACHINE_ARN')),
  emails: emailClient(environment('EMAIL_FROM'), environment('EMAIL_CONFIGURATION_SET')),
});

/** An errand that failed is put off, and told of. */
export function onFailure({ laneId, rowId, errand, attempts }: OutboxRow, error: unknown): void {
  log('errand-put-off', { lane: laneId, row: rowId, kind: errand.kind, attempts, error });
  count('ErrandsPutOff');
}
