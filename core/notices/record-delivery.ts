import type { OutboxMessageState } from './outbox.ts';
import { changeBuilder } from '../project/change-builder.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import { today } from '../project/zone-context.ts';
import { ok } from '../kernel/result.ts';
import { ownDays } from '../stages/deadlines.ts';
import { isDigestPartition } from '../digests/digest-place.ts';
import { isForumLane } from '../forums/forum-record.ts';
import { openAssignment } from '../stages/opening.ts';
import type { Ports, RowKey } from '../kernel/ports.ts';
import { changeProject, type ChangePorts } from '../project/change-project.ts';

export interface Delivery {
  readonly row: RowKey;
  readonly state: Extract<OutboxMessageState, 'delivered' | 'unreached' | 'bounced' | 'complained' | 'set-aside'>;
  readonly because?: string | undefined;
  readonly now: number;
}

/** An address that was replaced, or is not confirmed yet, may well take no email: nobody of the office need look for a better one. */
async function isNobodys({ outbox }: Pick<Ports, 'outbox'>, { laneId, rowId }: RowKey): Promise<boolean> {
  const row = (await outbox.emails(laneId)).find((one) => one.rowId === rowId);
  if (row?.errand.kind !== 'email') return false;
  return row.errand.notice.recipient.to === 'former-investor' || row.errand.notice.notice === 'invited';
}

/** One not arrived opens an assignment to find the address, once at a time; not for a full mailbox, nor for what is of no project. */
export async function recordDelivery(
  ports: ChangePorts & Pick<Ports, 'outbox'>,
  { row, state, because, now }: Delivery,
): Promise<void> {
  await ports.outbox.mark(row, state, because);
  if (state === 'delivered' || state === 'unreached') return;
  if (isDigestPartition(row.laneId) || isForumLane(row.laneId) || (await isNobodys(ports, row))) return;
  await changeProject(ports, { projectId: row.laneId, now, actor: { kind: 'system' } }, (aggregate, context) => {
    const asked = aggregate.assignments.some(
      ({ kind, state: standing }) => kind === 'bounced-email' && standing === 'open',
    );
    if (asked || aggregate.project.phase === 'ended') return ok(undefined);
    const change = changeBuilder(aggregate, now, { kind: 'system' });
    const due = addWorkingDays(context.calendar, today(context), ownDays['bounced-email']);
    openAssignment(change, context, { kind: 'bounced-email', due });
    return ok(change.change());
  });
}
