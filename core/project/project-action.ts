import * as z from 'zod/mini';
import { DateText, Identifier, paragraph } from '../kernel/common.ts';
import { ReasonCode } from '../stages/decision.ts';
import { DocumentKind } from '../documents/document-kind.ts';
import { PaperContact } from '../letter/letter-of-intent.ts';

const Reason = { reasonCode: ReasonCode, reason: paragraph(2000) };

export const ReturnDocumentRequest = z.object({ ...Reason });
export type ReturnDocumentRequest = z.infer<typeof ReturnDocumentRequest>;

/** What the office holds on paper; without kinds it is the signed letter. */
export const HoldOriginalRequest = z.object({
  kinds: z.optional(z.array(DocumentKind).check(z.minLength(1), z.maxLength(20))),
});

/** Whose fault a pause is: decides whose clock ran. */
export const faults = ['investor', 'office', 'third-party', 'force-majeure'] as const;

export const SuspendRequest = z.object({ ...Reason, fault: z.enum(faults), reviewOn: DateText });
export type SuspendRequest = z.infer<typeof SuspendRequest>;

export const RenewPauseRequest = z.object({ ...Reason, reviewOn: DateText });
export type RenewPauseRequest = z.infer<typeof RenewPauseRequest>;

export const ResumeRequest = z.object({ note: z.optional(paragraph(2000)) });
export type ResumeRequest = z.infer<typeof ResumeRequest>;

/** Without `assignmentId`: the stage as a whole. `refuse`, in place of a date: no more time is given. */
export const ExtendRequest = z.object({
  ...Reason,
  assignmentId: z.optional(z.string()),
  to: z.optional(DateText),
  refuse: z.optional(z.boolean()),
});
export type ExtendRequest = z.infer<typeof ExtendRequest>;

export const AskTimeRequest = z.object({ to: DateText, reason: paragraph(2000) });
export type AskTimeRequest = z.infer<typeof AskTimeRequest>;

/** Body of `POST /api/links/{link}/questions`. */
export const AskOfficeRequest = z.object({ question: paragraph(2000) });
export type AskOfficeRequest = z.infer<typeof AskOfficeRequest>;

export const WithdrawRequest = z.object({ reason: z.optional(paragraph(2000)) });
export type WithdrawRequest = z.infer<typeof WithdrawRequest>;

export const TerminateRequest = z.object({ ...Reason });
export type TerminateRequest = z.infer<typeof TerminateRequest>;

export const ReopenRequest = z.object({ reason: paragraph(2000) });
export type ReopenRequest = z.infer<typeof ReopenRequest>;

export const MergeRequest = z.object({ into: z.string().check(z.minLength(1), z.maxLength(64)) });
export type MergeRequest = z.infer<typeof MergeRequest>;

/** What of an investor's contact an office can mend; the language is the investor's own choice. */
export const contactFields = ['name', 'email', 'phone'] as const;

/** The contact as it should have been, whole; without an email address only where there is none yet. */
export const ContactRequest = z.pick(PaperContact, { name: true, email: true, phone: true });
export type ContactRequest = z.infer<typeof ContactRequest>;

export const handlings = ['send-again', 'hand-over', 'take', 'give-back', 'renew-link'] as const;
export const Handling = z.enum(handlings);
export type Handling = z.infer<typeof Handling>;

/** How often it had been sent again when the reader looked: with another number in between nothing is sent twice. */
export const SendAgainRequest = z.object({ sentAgain: z.optional(z.int()) });
export type SendAgainRequest = z.infer<typeof SendAgainRequest>;

export const HandOverRequest = z.object({ ...Reason, partyId: Identifier });
export type HandOverRequest = z.infer<typeof HandOverRequest>;

/** `from`: the colleague who works on it, when it is taken over from somebody; `to`: the colleague who is given it, in place of the reader. */
export const TakeRequest = z.object({
  from: z.optional(z.string().check(z.maxLength(128))),
  to: z.optional(z.string().check(z.maxLength(128))),
});
export type TakeRequest = z.infer<typeof TakeRequest>;

/** The version of the link that the reader saw: one that was renewed meanwhile is not renewed once more. */
export const RenewLinkRequest = z.object({ linkVersion: z.optional(z.int()) });
export type RenewLinkRequest = z.infer<typeof RenewLinkRequest>;

/** What the zone engineer says of a utility line: ready, or ready by a committed date. */
export const LineReport = z.discriminatedUnion('state', [
  z.object({ state: z.literal('ready') }),
  z.object({ state: z.literal('committed'), readyBy: DateText }),
  z.object({ state: z.literal('not-ready') }),
]);
export type LineReport = z.infer<typeof LineReport>;
