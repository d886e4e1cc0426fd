import type { NoticeKind } from './notice.ts';
import type { DigestContent, NoticeContent } from './notice-content.ts';

export type NoticeAudience = NoticeContent['audience'];
export type DigestAudience = DigestContent['audience'];

/** The texts have one entry a pair, the renderer refuses others: a notice to the wrong person is worse than none. */
export const audiences = {
  receipt: ['investor'],
  'letter-received': ['office'],
  assignment: ['party', 'office', 'investor'],
  'new-link': ['party', 'investor'],
  'confirm-reminder': ['investor'],
  'address-corrected': ['investor'],
  'address-changed': ['investor'],
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
  resumed: ['investor', 'party', 'office'],
  extended: ['investor', 'party', 'office'],
  'time-asked': ['office'],
  'time-refused': ['investor', 'party'],
  'document-refused': ['investor', 'party', 'office'],
  'document-returned': ['investor'],
  'stage-late': ['investor'],
  'document-replaced': ['office'],
  'construction-started': ['investor'],
  'obstacle-raised': ['office', 'investor'],
  'obstacle-asked': ['party', 'office', 'investor'],
  'obstacle-handed-over': ['investor'],
  'obstacle-closed': ['party'],
  'obstacle-answered': ['party', 'office', 'investor'],
  'obstacle-resolved': ['investor', 'office'],
  'note-shared': ['investor'],
  digest: ['investor', 'party', 'office', 'headquarters'],
} as const satisfies Readonly<Record<NoticeKind, readonly DigestAudience[]>>;
