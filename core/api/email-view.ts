import * as z from 'zod/mini';
import { Identifier, Instant } from '../kernel/common.ts';
import { NoticeKind } from '../notices/notice.ts';
import { OutboxMessageState } from '../notices/outbox.ts';

export const EmailView = z.object({
  rowId: z.string(),
  notice: NoticeKind,
  to: z.enum(['investor', 'office', 'party']),
  partyId: z.optional(Identifier),
  state: OutboxMessageState,
  attempts: z.int(),
  createdAt: Instant,
});
export type EmailView = z.infer<typeof EmailView>;
