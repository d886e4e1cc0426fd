import * as z from 'zod/mini';
import { DateText, paragraph } from './common.ts';
import { ReasonCode } from './decision.ts';

const Reason = { reasonCode: ReasonCode, reason: paragraph(2000) };

/** Whose fault a pause is: decides whose clock ran. */
export const faults = ['investor', 'office', 'third-party', 'force-majeure'] as const;

export const SuspendRequest = z.object({ ...Reason, fault: z.enum(faults), reviewOn: DateText });
export type SuspendRequest = z.infer<typeof SuspendRequest>;

export const ResumeRequest = z.object({ note: z.optional(paragraph(2000)) });
export type ResumeRequest = z.infer<typeof ResumeRequest>;

/** A later due date for one open assignment; without `assignmentId` for the stage as a whole. */
export const ExtendRequest = z.object({ ...Reason, assignmentId: z.optional(z.string()), to: DateText });
export type ExtendRequest = z.infer<typeof ExtendRequest>;

export const WithdrawRequest = z.object({ reason: z.optional(paragraph(2000)) });
export type WithdrawRequest = z.infer<typeof WithdrawRequest>;

export const TerminateRequest = z.object({ ...Reason });
export type TerminateRequest = z.infer<typeof TerminateRequest>;

/** What the zone engineer says of a utility line: ready, or ready by a committed date. */
export const LineReport = z.discriminatedUnion('state', [
  z.object({ state: z.literal('ready') }),
  z.object({ state: z.literal('committed'), readyBy: DateText }),
  z.object({ state: z.literal('not-ready') }),
]);
export type LineReport = z.infer<typeof LineReport>;
