import * as z from 'zod/mini';
import { DateText, Identifier, Utility } from '../kernel/common.ts';
import { DocumentKind } from '../documents/document-kind.ts';
import { Outcome, ReasonCode, StageName } from '../stages/decision.ts';
import { Holder } from '../project/event.ts';
import { AssignmentKind } from '../stages/facts.ts';
import { ReturnedFields } from '../letter/letter-correction.ts';

/** The purpose of a message. Each has its text in five languages. */
export const noticeKinds = [
  /** To the investor: the letter has arrived; confirm your address. */
  'receipt',
  /** To the office: a letter has come in. */
  'letter-received',
  /** To whoever holds it: an assignment, what is asked and until when. */
  'assignment',
  /** To a party or the investor: a new link in place of the earlier one. */
  'new-link',
  /** To the investor who has not confirmed the address: some days after they were first asked. */
  'confirm-reminder',
  /** To the investor, at the address the office has mended: confirm it. */
  'address-corrected',
  /** To the address that was the investor's until the office changed it: say so if that was wrong. */
  'address-changed',
  /** To the investor: something must be corrected, and why. */
  'correction',
  /** To a party or the investor: an assignment is no longer needed. */
  'assignment-closed',
  /** To a party or the investor: the office recorded your answer on paper. */
  'answer-recorded',
  /** To a party or the investor who answered by their link: the receipt of it. */
  'answer-received',
  /** To the investor: a utility line was answered (issued, refused, suspended by the supplier, not needed). */
  'line-answered',
  /** To the office: the investor has corrected what was asked. */
  'corrected',
  /** To the office: everything is in, the stage can be decided. */
  'ready-for-decision',
  /** To the investor: a stage is approved (with conditions), the next one begins. */
  'stage-approved',
  'sent-back',
  'rejected',
  'withdrawn',
  /** To the investor: the letter is about the same project as another one, and goes on under its number. */
  'merged',
  'terminated',
  /** To the investor, the office and the parties that were told of the end: it was taken back. */
  'reopened',
  'suspended',
  'resumed',
  'extended',
  /** To the office: whoever has to answer asks for a later day. */
  'time-asked',
  /** To them: the date stays as it is, and why. */
  'time-refused',
  /** To whoever brought it: the file of a document was refused and removed. */
  'document-refused',
  /** To the investor: the office says that a document is wrong, and why; another one is asked for. */
  'document-returned',
  /** To the investor: the day by which a stage was to be decided has gone by. */
  'stage-late',
  /** To the office: the investor or a party has put a new version in the place of a document. */
  'document-replaced',
  /** To the investor: the last stage is closed. */
  'construction-started',
  /** To the office or the investor: an obstacle was reported by the other. */
  'obstacle-raised',
  /** To whom an obstacle was handed over: what is asked. */
  'obstacle-asked',
  /** To the investor: who is to remove it now. */
  'obstacle-handed-over',
  /** To a party: it need do nothing more about an obstacle. */
  'obstacle-closed',
  /** To those concerned but its author: somebody wrote about an obstacle. */
  'obstacle-answered',
  'obstacle-resolved',
  /** To the investor: the office has something to say. */
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
  /** For `merged`: the number under which it goes on. */
  kept: z.optional(z.string()),
  appealNoteId: z.optional(z.string()),
  /** The party's own words with which it refused what is asked once more. */
  refusalNoteId: z.optional(z.string()),
  /** Of a correction: the fields of the letter that were returned. */
  fields: ReturnedFields,
});
export type ProjectNotice = z.infer<typeof ProjectNotice>;
