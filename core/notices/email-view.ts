import type { EmailView } from '../api/email-view.ts';
import type { OutboxRow } from './outbox.ts';

/** An email of a project as its row tells; undefined of a row that is none. */
export function emailView({ rowId, errand, state, attempts, createdAt }: OutboxRow): EmailView | undefined {
  if (errand.kind !== 'email') return undefined;
  const { notice, recipient } = errand.notice;
  const { to } = recipient;
  return {
    rowId,
    notice,
    to: to === 'former-investor' ? 'investor' : to,
    ...(to === 'party' && { partyId: recipient.partyId }),
    state,
    attempts,
    createdAt,
  };
}

/** The event that brought an email, by its sequence. */
export const sequenceOf = ({ rowId }: Pick<OutboxRow, 'rowId'>): number => Number(rowId.split('-')[0]);
