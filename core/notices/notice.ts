import * as z from 'zod/mini';
import { DateText, Identifier, Utility } from '../kernel/common.ts';
import { DocumentKind } from '../documents/document-kind.ts';
import { Outcome, ReasonCode, StageName } from '../stages/decision.ts';
import { Holder } from '../project/event.ts';
import { AssignmentKind } from '../stages/facts.ts';
import { ReturnedFields } from '../letter/letter-correction.ts';

export const noticeKinds = [
  /** To the investor: the letter has arrived; confirm your address. */
  'receipt',
  'letter-received',
  'assignment',
  'new-link',
  'confirm-reminder',
  /** To the investor, at the address the office has mended: confirm it. */
  'address-corrected',
  /** To the address that was the investor's until the office changed it: say so if that was wrong. */
  'address-changed',
  'correction',
  /** To a party or the investor: an assignment is no longer needed. */
  'assignment-closed',
  /** To a party or the investor: the office recorded your answer on paper. */
  'answer-recorded',
  'answer-received',
  'line-answered',
  'corrected',
  /** To the office: everything is in, the stage can be decided. */
  'ready-for-decision',
  'stage-approved',
  'sent-back',
  'rejected',
  'withdrawn',
  'merged',
  'terminated',
  'reopened',
  'suspended',
  'resumed',
  'extended',
  'time-asked',
  'time-refused',
  'document-refused',
  'document-returned',
  'stage-late',
  'document-replaced',
  'construction-started',
  'obstacle-raised',
  'obstacle-asked',
  'obstacle-handed-over',
  'obstacle-closed',
  'obstacle-answered',
  'obstacle-resolved',
  'note-shared',
  /** To one person, once a working morning: reminders, overdue, escalation. */
  'digest',
] as const;
export const NoticeKind = z.enum(noticeKinds);
export type NoticeKind = z.infer<typeof NoticeKind>;

/** To whom, by role; the address is looked up when the email is sent, so that an outbox row holds no personal data. */
export const Recipient = z.discriminatedUnion('to', [
  z.object({ to: z.literal('investor') }),
  /** At the address to which the investor's links of this version went. */
  z.object({ to: z.literal('former-investor'), linkVersion: z.int() }),
  z.object({ to: z.literal('office') }),
  z.object({ to: z.literal('party'), partyId: Identifier }),
]);
export type Recipient = z.infer<typeof Recipient>;

/** A notice about a project, as it waits in the outbox: ids and dates only. */
export const ProjectNotice = z.object({
  notice: NoticeKind,
  recipient: Recipient,
  stage: StageName,
  due: z.optional(DateText),
  assignmentId: z.optional(z.string()),
  assignment: z.optional(AssignmentKind),
  about: z.optional(AssignmentKind),
  document: z.optional(DocumentKind),
  line: z.optional(Utility),
  outcome: z.optional(Outcome),
  reasonCode: z.optional(ReasonCode),
  from: z.optional(DateText),
  to: z.optional(DateText),
  noteId: z.optional(z.string()),
  /** An obstacle and the words of its report; `who`: who has it now, or who wrote about it. */
  obstacleId: z.optional(z.string()),
  reportNoteId: z.optional(z.string()),
  who: z.optional(Holder),
  kept: z.optional(z.string()),
  appealNoteId: z.optional(z.string()),
  refusalNoteId: z.optional(z.string()),
  fields: ReturnedFields,
});
export type ProjectNotice = z.infer<typeof ProjectNotice>;
