import middy from '@middy/core';
import * as z from 'zod/mini';
import { recordDelivery, type Delivery } from '#core/notices/record-delivery.ts';
import { log } from '../observe.ts';
import { tablePorts } from '../ports.ts';

const ports = tablePorts();

const states = {
  'Email Delivered': 'delivered',
  'Email Bounced': 'bounced',
  'Email Complaint Received': 'complained',
  'Email Rejected': 'set-aside',
} as const satisfies Record<string, Delivery['state']>;

const tag = z.tuple([z.string()]);

const DeliveryEvent = z.object({
  'detail-type': z.enum(Object.keys(states) as [keyof typeof states, ...(keyof typeof states)[]]),
  time: z.iso.datetime({ offset: true }),
  detail: z.object({
    mail: z.object({
      tags: z.object({ lane: tag, row: tag }),
      commonHeaders: z.optional(z.object({ to: z.optional(z.array(z.string())) })),
    }),
    bounce: z.optional(
      z.object({
        bounceType: z.enum(['Permanent', 'Transient', 'Undetermined']),
        bouncedRecipients: z.optional(z.array(z.object({ emailAddress: z.string() }))),
      }),
    ),
  }),
});

/** Whether only colleagues of the one who was written to could not be reached. */
const isOfCopies = (to: readonly string[] = [], bounced: readonly { readonly emailAddress: string }[] = []): boolean =>
  to.length > 0 &&
  bounced.length > 0 &&
  bounced.every(({ emailAddress }) => !to.some((one) => one.toLowerCase().includes(emailAddress.toLowerCase())));

/** What became of an email: kept with its row; one that did not arrive opens an assignment for the office. */
export const handler = middy<unknown, undefined>().handler(async (event) => {
  const {
    'detail-type': type,
    time,
    detail: {
      mail: { tags, commonHeaders },
      bounce,
    },
  } = DeliveryEvent.parse(event);
  const row = { laneId: tags.lane[0], rowId: tags.row[0] };
  if (isOfCopies(commonHeaders?.to, bounce?.bouncedRecipients)) {
    log('copy-bounced', { lane: row.laneId, row: row.rowId });
    return undefined;
  }
  // A full mailbox or an absent owner: nothing says that the address is wrong. Source: SES developer guide, "Bounce types".
  const state = bounce?.bounceType === 'Transient' ? 'unreached' : states[type];
  await recordDelivery(ports, { row, state, now: Date.parse(time) });
  log('delivery-recorded', { lane: row.laneId, row: row.rowId, state });
  return undefined;
});
