import * as z from 'zod/mini';
import { dayNumberOf, type LocalDate } from '../calendar/local-date.ts';
import { DateText, Email, Identifier, Language, line, Money, paragraph } from '../kernel/common.ts';
import type { OutboxRow } from '../notices/outbox.ts';
import { ProjectName } from '../project/project.ts';
import { meetingRequests, type Meeting, type MeetingChange } from './meetings.ts';
import { Hall, Session, Stated, type Plan } from './plan.ts';

export const guestSteps = ['invited', 'accepted', 'declined', 'came', 'met'] as const;
const GuestStep = z.enum(guestSteps);
export type GuestStep = z.infer<typeof GuestStep>;

/** What is done next with a guest or a promise: by whom of the staff, until when. */
const Next = z.object({ step: z.string(), owner: z.string(), due: DateText });

/** `owner`: of the staff; nobody else writes to them. `days`: when each step happened, in zone time. `version` counts changes. */
export const Guest = z.object({
  guestId: Identifier,
  zoneId: Identifier,
  forumId: Identifier,
  /** Empty once it was erased, and its email gone. */
  name: z.string(),
  company: z.string(),
  email: z.optional(Email),
  /** In which they are written to; absent: that of the zone's letters abroad, English. */
  language: z.optional(Language),
  owner: z.string(),
  /** Invitations that went out together. */
  wave: z.int(),
  days: z.partialRecord(GuestStep, DateText),
  reason: z.optional(z.string()),
  outcome: z.optional(z.string()),
  /** Of the last notes from the hall: each is done once, however often a phone sends it. */
  keys: z.optional(z.array(z.string())),
  next: z.optional(Next),
  erased: z.optional(z.literal(true)),
  version: z.int(),
});
export type Guest = z.infer<typeof Guest>;

export const promiseKinds = ['letter-of-intent', 'memorandum', 'agreement', 'contract'] as const;
export type PromiseKind = (typeof promiseKinds)[number];

/** What was signed at a forum. Its money is promised until a contract carries it. `verifiedOn`: the last day on which somebody said how it stands. */
export const Promised = z.object({
  promiseId: Identifier,
  zoneId: Identifier,
  forumId: Identifier,
  guestId: z.optional(Identifier),
  kind: z.enum(promiseKinds),
  /** Who signed it with us. */
  parties: z.string(),
  signedOn: DateText,
  money: z.optional(Money),
  jobs: z.optional(z.int()),
  owner: z.string(),
  next: z.optional(Next),
  verifiedOn: DateText,
  /** The letter it became. */
  project: z.optional(ProjectName),
  lost: z.optional(z.object({ on: DateText, reason: z.string() })),
  version: z.int(),
});
export type Promised = z.infer<typeof Promised>;

/** An entry of a forum's log: ids alone, the words lie in what it is about. */
export interface ForumEvent {
  readonly at: number;
  readonly by: string;
  readonly what: ForumRequest['action'];
  readonly about: string;
}

/** Emails of a forum are the rows of one lane. */
const forumLanePrefix = 'forum-';
export const forumLane = (zoneId: string, forumId: string): string => `${forumLanePrefix}${zoneId}_${forumId}`;
export const isForumLane = (laneId: string): boolean => laneId.startsWith(forumLanePrefix);
/** The row of a guest's invitation: one a guest, whoever queues it. */
export const invitationRowId = (guestId: string): string => `guest-${guestId}`;

export interface ForumChange {
  readonly zoneId: string;
  readonly forumId: string;
  readonly guests: readonly Guest[];
  readonly promises: readonly Promised[];
  readonly meeting?: MeetingChange;
  readonly plan?: Plan;
  readonly event: ForumEvent;
  readonly rows?: readonly OutboxRow[];
}

export interface Forums {
  readonly guest: (zoneId: string, forumId: string, guestId: string) => Promise<Guest | undefined>;
  readonly guests: (zoneId: string, forumId: string) => Promise<readonly Guest[]>;
  /** Of one forum of a zone, or of all. */
  readonly promises: (zoneId: string, forumId?: string) => Promise<readonly Promised[]>;
  readonly plan: (zoneId: string, forumId: string) => Promise<Plan | undefined>;
  readonly meetings: (zoneId: string, forumId: string) => Promise<readonly Meeting[]>;
  /** At once; `conflict`: something of it was changed meanwhile, nothing is written. */
  readonly commit: (change: ForumChange) => Promise<'committed' | 'conflict'>;
}

const person = z.string().check(z.minLength(1), z.maxLength(128));
const Of = z.object({ version: z.int().check(z.nonnegative()) });
const ofGuest = { guestId: Identifier, ...Of.shape };
const ofPromise = { promiseId: Identifier, ...Of.shape };
const nextShape = { step: line(300), owner: person, due: DateText };
const Invited = z.object({
  name: line(200),
  company: line(200),
  email: z.optional(Email),
  language: z.optional(Language),
});

/** Guests of one wave (ours). */
const mostInvited = 500;

/** What is done at a forum. `version`: that of the guest or promise it is done with. */
export const ForumRequest = z.discriminatedUnion('action', [
  z.object({
    action: z.literal('invite'),
    /** Of the staff; whoever invites, unless another is named. */
    owner: z.optional(person),
    /** Of those guests of whom none is named. */
    language: z.optional(Language),
    guests: z.array(Invited).check(z.minLength(1), z.maxLength(mostInvited)),
  }),
  z.object({ action: z.literal('accepted'), ...ofGuest }),
  z.object({ action: z.literal('declined'), ...ofGuest, reason: paragraph(500) }),
  z.object({ action: z.literal('came'), ...ofGuest }),
  z.object({ action: z.literal('met'), ...ofGuest, outcome: line(300), next: z.optional(z.object(nextShape)) }),
  /** From the hall: what came of a meeting, whatever happened to the guest meanwhile. `key`: the same note once more is done already. */
  z.object({
    action: z.literal('note'),
    guestId: Identifier,
    key: z.string().check(z.regex(/^[\w-]{8,64}$/)),
    /** On which day; absent: today. */
    on: z.optional(DateText),
    outcome: line(300),
    next: z.optional(z.object(nextShape)),
  }),
  z.object({ action: z.literal('erase'), ...ofGuest }),
  z.object({
    action: z.literal('sign'),
    kind: z.enum(promiseKinds),
    parties: line(300),
    signedOn: DateText,
    money: z.optional(Money),
    jobs: z.optional(z.int().check(z.nonnegative(), z.maximum(1_000_000))),
    /** Of the staff; whoever enters it, unless another is named. */
    owner: z.optional(person),
    guestId: z.optional(Identifier),
  }),
  z.object({ action: z.literal('next'), ...ofPromise, ...nextShape }),
  /** It became a letter: the number of its project, or its id. */
  z.object({ action: z.literal('letter'), ...ofPromise, project: line(40) }),
  z.object({ action: z.literal('lose'), ...ofPromise, reason: paragraph(500) }),
  z.extend(meetingRequests.ask, { guestId: Identifier }),
  meetingRequests.take,
  meetingRequests.move,
  meetingRequests.end,
  /** Of the plan: programme, tasks and tables; `version`: that of the plan, 0 before there is one. */
  z.object({ action: z.literal('hall'), ...Of.shape, ...Hall.shape }),
  z.object({ action: z.literal('session'), ...Of.shape, ...Session.shape }),
  z.object({ action: z.literal('drop-session'), ...Of.shape, sessionId: Identifier }),
  z.object({
    action: z.literal('task'),
    ...Of.shape,
    text: line(300),
    daysBefore: z.int().check(z.nonnegative(), z.maximum(730)),
    owner: person,
  }),
  z.object({ action: z.literal('stated'), ...Of.shape, ...Stated.shape }),
  z.object({ action: z.literal('task-done'), ...Of.shape, taskId: Identifier }),
]);
export type ForumRequest = z.infer<typeof ForumRequest>;

/** Calendar days without a next step after which a promise is on the list of its owner, of the head, of leadership. */
export const staleAfter = { owner: 30, head: 60, leadership: 90 } as const;
export type Stale = keyof typeof staleAfter;

/** On whose list a promise has come; absent: something is to happen with it, it went on as a letter, or it is over. */
export function staleOf({ kind, verifiedOn, next, project, lost }: Promised, day: LocalDate): Stale | undefined {
  if (kind === 'contract' || project !== undefined || lost !== undefined) return undefined;
  // A step that was to be done by a day says nothing of the days after it.
  const since = next === undefined || next.due < verifiedOn ? verifiedOn : next.due;
  const days = dayNumberOf(day) - dayNumberOf(since);
  return (['leadership', 'head', 'owner'] as const).find((one) => days >= staleAfter[one]);
}
