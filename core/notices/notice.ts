import * as z from 'zod/mini';
import { DateText, Identifier, Utility } from '../kernel/common.ts';
import { DocumentKind } from '../documents/document-kind.ts';
import { Outcome, ReasonCode, StageName } from '../stages/decision.ts';
import { Ground } from '../docket/docket-facts.ts';
import { Holder } from '../project/event.ts';
import { AssignmentKind } from '../stages/facts.ts';
import type { DigestContent, NoticeContent } from './notice-content.ts';
import { ReturnedFields } from '../letter/letter-correction.ts';

export type NoticeAudience = NoticeContent['audience'];
export type DigestAudience = DigestContent['audience'];

/** Every notice, and whom it may go to: a notice to the wrong person is worse than none. Texts have one entry a pair, the renderer refuses others. */
export const audiences = {
  /** The letter has arrived; confirm your address. */
  receipt: ['investor'],
  'letter-received': ['office'],
  assignment: ['party', 'office', 'investor'],
  'new-link': ['party', 'investor'],
  'confirm-reminder': ['investor'],
  /** At the address that the office has corrected: confirm it. */
  'address-corrected': ['investor'],
  /** At the address that was the investor's until the office changed it: say so if that was wrong. */
  'address-changed': ['investor'],
  /** To an address that the investor has named: confirm it. */
  invited: ['investor'],
  /** The letter and what was answered, as the investor asked for it. */
  'copy-sent': ['investor'],
  /** At the address before and at the one that the contact has put in its place. */
  'address-moved': ['investor'],
  correction: ['investor'],
  'assignment-closed': ['party', 'investor'],
  'answer-recorded': ['party', 'investor'],
  'answer-received': ['party', 'investor'],
  'line-answered': ['investor'],
  corrected: ['office'],
  'ready-for-decision': ['office'],
  'stage-approved': ['investor'],
  'sent-back': ['investor'],
  rejected: ['investor'],
  withdrawn: ['investor', 'office'],
  merged: ['investor'],
  terminated: ['investor'],
  reopened: ['investor', 'party', 'office'],
  // A pause stops the clock of whoever owes an answer, and may end by itself: each of them must learn of it.
  suspended: ['investor', 'party', 'office'],
  /** A supplier issues nothing for now: the clock of a line stands, and goes on again. */
  'moratorium-began': ['investor'],
  'moratorium-ended': ['investor'],
  'pause-renewed': ['investor', 'party', 'office'],
  /** Nobody renewed it by the day of its review. */
  'pause-ended': ['investor', 'party', 'office'],
  resumed: ['investor', 'party', 'office'],
  extended: ['investor', 'party', 'office'],
  'time-asked': ['office'],
  'time-refused': ['investor', 'party'],
  /** Somebody above is to accept or refuse it. */
  'road-map-change': ['office'],
  'document-refused': ['investor', 'party', 'office'],
  'document-returned': ['investor'],
  'stage-late': ['investor'],
  'document-replaced': ['office'],
  'question-answered': ['investor'],
  'construction-started': ['investor'],
  'obstacle-raised': ['office', 'investor'],
  'obstacle-asked': ['party', 'office', 'investor'],
  'obstacle-handed-over': ['investor'],
  'obstacle-closed': ['party'],
  'obstacle-answered': ['party', 'office', 'investor'],
  'obstacle-resolved': ['investor', 'office'],
  'note-shared': ['investor'],
  /** Half of the term until the start of construction has gone by. */
  'start-reminder': ['investor'],
  'breach-act': ['investor'],
  'docket-decided': ['investor'],
  'contract-ended': ['investor'],
  'docket-closed': ['investor'],
  /** A quarter or year is over: what was done of the contract? */
  'report-asked': ['investor'],
  'report-missing': ['investor', 'office'],
  /** Two are missing: somebody of the office goes there. */
  'report-visit': ['office'],
  'report-breach': ['investor'],
  /** To one person, once a working morning: reminders, overdue, escalation. */
  digest: ['investor', 'party', 'office', 'headquarters', 'leadership'],
} as const satisfies Readonly<Record<string, readonly DigestAudience[]>>;

export const noticeKinds = Object.keys(audiences) as (keyof typeof audiences)[];
export const NoticeKind = z.enum(noticeKinds);
export type NoticeKind = z.infer<typeof NoticeKind>;

/** To whom, by role; the address is looked up when the email is sent, so that an outbox row holds no personal data. */
export const Recipient = z.discriminatedUnion('to', [
  z.object({ to: z.literal('investor'), delegate: z.optional(z.int()) }),
  /** At the address to which the investor's links of this version went. */
  z.object({ to: z.literal('former-investor'), linkVersion: z.int() }),
  z.object({ to: z.literal('office') }),
  z.object({ to: z.literal('party'), partyId: Identifier }),
]);
export type Recipient = z.infer<typeof Recipient>;

/** Of a docket: the contract and its start, the paper that the notice tells of and what it settles. */
const DocketNotice = z.object({
  contract: z.string(),
  startBy: DateText,
  number: z.optional(z.string()),
  on: z.optional(DateText),
  cureUntil: z.optional(DateText),
  newStart: z.optional(DateText),
  ground: z.optional(Ground),
});

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
  /** Its reason is told. */
  moratoriumId: z.optional(z.string()),
  /** An obstacle and the words of its report, or those of a question; `who`: who has it now, or who wrote about it. */
  obstacleId: z.optional(z.string()),
  reportNoteId: z.optional(z.string()),
  who: z.optional(Holder),
  kept: z.optional(z.string()),
  appealNoteId: z.optional(z.string()),
  refusalNoteId: z.optional(z.string()),
  fields: ReturnedFields,
  docket: z.optional(DocketNotice),
});
export type ProjectNotice = z.infer<typeof ProjectNotice>;
