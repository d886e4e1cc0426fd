import * as z from 'zod/mini';
import { docketSteps } from '../docket/docket-facts.ts';
import { DateText, Identifier, Instant, Money, Utility } from '../kernel/common.ts';
import { ObstacleAbout, ObstacleId } from '../obstacles/obstacle-facts.ts';
import { StageName } from '../stages/decision.ts';
import { AssignmentKind } from '../stages/facts.ts';
import { HeadquartersName, Member } from '../headquarters/headquarters.ts';
import { ProjectNotice } from './notice.ts';
import { ShowcaseTell } from '../showcase/proposal.ts';
import { Membership, Scope } from '../reference/reference.ts';
import { WorkflowAnswer } from '../stages/workflow.ts';

/** One thing an execution waits for: one task token. */
export const Wait = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('stage'), stage: StageName, round: z.int() }),
  z.object({ kind: z.literal('line'), stage: StageName, round: z.int(), line: Utility }),
  z.object({ kind: z.literal('correction'), stage: StageName, round: z.int() }),
]);
export type Wait = z.infer<typeof Wait>;

export const DigestReader = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('staff'), personId: z.string() }),
  z.object({ kind: z.literal('party'), partyId: Identifier }),
  z.object({ kind: z.literal('investor'), projectId: z.string(), delegate: z.optional(z.int()) }),
]);
export type DigestReader = z.infer<typeof DigestReader>;

export const DigestItem = z.object({
  zoneId: Identifier,
  projectId: z.string(),
  assignmentId: z.string(),
  number: z.string(),
  stage: StageName,
  assignment: z.optional(AssignmentKind),
  /** In place of an assignment: a step of a docket. */
  docket: z.optional(z.enum([...docketSteps, 'reminder'])),
  line: z.optional(Utility),
  /** In place of an assignment: the review of a pause, which ends on that day where nobody renews it. */
  review: z.optional(z.literal(true)),
  /** In place of an assignment: an obstacle that is to be removed by a day. */
  obstacle: z.optional(z.object({ obstacleId: ObstacleId, about: ObstacleAbout })),
  due: DateText,
  overdueDays: z.int(),
  assignee: z.optional(z.string()),
  /** It was not in the digest of the working day before, or not in this list of it. */
  isNew: z.optional(z.boolean()),
  unconfirmed: z.optional(z.boolean()),
});
export type DigestItem = z.infer<typeof DigestItem>;

/** Money of a line that will stay unspent at the year's end: minor units, and how many projects wait for the line. */
export const UnspentItem = z.object({
  zoneId: Identifier,
  lineId: Identifier,
  year: z.int(),
  unspent: Money,
  projects: z.int(),
});
export type UnspentItem = z.infer<typeof UnspentItem>;

/** An instruction of a headquarters; `referred`: it is told to somebody above whoever answers for it. */
export const InstructionItem = z.object({
  zoneId: Identifier,
  ...HeadquartersName.shape,
  instructionId: Identifier,
  due: DateText,
  overdueDays: z.int(),
  referred: z.optional(z.boolean()),
});
export type InstructionItem = z.infer<typeof InstructionItem>;

/** What is past its day, or soon is, on the showcase of a zone: a request, or without one the answer to a proposal. */
export const ShowcaseItem = z.object({
  zoneId: Identifier,
  itemId: Identifier,
  proposalId: z.string(),
  askedId: z.optional(z.string()),
  due: DateText,
  overdueDays: z.int(),
});
export type ShowcaseItem = z.infer<typeof ShowcaseItem>;

/** What was signed at a forum and nobody looks after, and on whose list it has come. */
export const PromiseItem = z.object({
  zoneId: Identifier,
  forumId: Identifier,
  promiseId: Identifier,
  stale: z.enum(['owner', 'head', 'leadership']),
});
export type PromiseItem = z.infer<typeof PromiseItem>;

/** What is told beside assignments: an obstacle of the whole zone; one for which nobody answers any longer; what somebody of the office does today; how many projects nobody has verified for long. */
export const Matter = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('zone-obstacle'),
    zoneId: Identifier,
    obstacleId: ObstacleId,
    about: ObstacleAbout,
    due: z.optional(DateText),
    overdueDays: z.int(),
  }),
  z.object({
    kind: z.literal('nobody-answers'),
    zoneId: Identifier,
    projectId: z.optional(z.string()),
    number: z.optional(z.string()),
    obstacleId: ObstacleId,
    about: ObstacleAbout,
  }),
  z.object({
    kind: z.literal('follow-up'),
    zoneId: Identifier,
    projectId: z.string(),
    followUpId: Identifier,
    number: z.string(),
    due: DateText,
  }),
  z.object({ kind: z.literal('stale'), zoneId: Identifier, projects: z.int() }),
]);
export type Matter = z.infer<typeof Matter>;

/** `zoneId`: in whose name it goes out; staff of several zones find the assignments of the others in it too. */
export const Digest = z.object({
  zoneId: Identifier,
  date: DateText,
  reader: DigestReader,
  role: z.enum(['officer', 'head', 'headquarters', 'leadership', 'party', 'investor']),
  overdue: z.array(DigestItem),
  soon: z.array(DigestItem),
  escalated: z.array(DigestItem),
  /** Told once a quarter of each line. */
  unspent: z.optional(z.array(UnspentItem)),
  /** Each told once a step: given, due soon, past due, referred. */
  instructions: z.optional(z.array(InstructionItem)),
  showcase: z.optional(z.array(ShowcaseItem)),
  promises: z.optional(z.array(PromiseItem)),
  matters: z.optional(z.array(Matter)),
  /** How many there are of each, where the lists hold only the longest due; absent: as many as they hold. */
  counts: z.optional(z.object({ overdue: z.int(), soon: z.int(), escalated: z.int() })),
});
export type Digest = z.infer<typeof Digest>;

/** The agenda of a headquarters' next meeting, to one of its members. */
export const Pack = z.object({ ...HeadquartersName.shape, meetingOn: DateText, to: Member });
export type Pack = z.infer<typeof Pack>;

/** A party's address changed: all open goes there with new links, a page an email, while that version is theirs. */
export const PartyLinks = z.object({
  zoneId: Identifier,
  partyId: Identifier,
  addressVersion: z.int(),
  page: z.int(),
  after: z.optional(z.string()),
});
export type PartyLinks = z.infer<typeof PartyLinks>;

const ToldRole = z.pick(Membership, {
  scope: true,
  scopeId: true,
  role: true,
  from: true,
  until: true,
  insteadOf: true,
});

export const RolesTold = z.object({
  personId: z.string(),
  /** Who did it. */ by: z.string(),
  given: z.array(ToldRole),
  ended: z.array(ToldRole),
  /** What was given they held already: it has other days. */ held: z.optional(z.boolean()),
  /** They had asked for it. */ asked: z.optional(z.boolean()),
});
export type RolesTold = z.infer<typeof RolesTold>;

/** A line of a zone has another day: the starts of projects that can need it follow. Without an id: what is reported of its kind. */
const LineMoved = z.object({ zoneId: Identifier, utility: Utility, lineId: z.optional(Identifier) });
export type LineMoved = z.infer<typeof LineMoved>;

/** What must happen because of a change, but not within it; written with it, done afterwards. Ids only. */
export const OutboxMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('search') }),
  /** `generation`: of the execution; absent: the first. */
  z.object({ kind: z.literal('start'), stage: StageName, generation: z.optional(z.int()) }),
  z.object({ kind: z.literal('answer'), wait: Wait, answer: WorkflowAnswer }),
  z.object({ kind: z.literal('email'), notice: ProjectNotice }),
  z.object({ kind: z.literal('digest'), digest: Digest }),
  z.object({ kind: z.literal('pack'), pack: Pack }),
  z.object({ kind: z.literal('showcase'), of: ShowcaseTell }),
  z.object({ kind: z.literal('party-links'), of: PartyLinks }),
  /** What a project says of its land is another now: plots follow. */
  z.object({ kind: z.literal('land') }),
  /** A line of a zone has another day: the starts of projects that need its kind follow. */
  z.object({ kind: z.literal('line-moved'), ...LineMoved.shape }),
  /** Parts of an import, from one on. */
  z.object({ kind: z.literal('import'), importId: z.string(), next: z.int() }),
  /** A moratorium of a zone is another one now. */
  z.object({ kind: z.literal('moratorium'), zoneId: Identifier }),
  z.object({ kind: z.literal('roles'), told: RolesTold }),
  /** Guests of a forum are invited: each of a wave, and one of them. */
  z.object({ kind: z.literal('invitations'), zoneId: Identifier, forumId: Identifier, wave: z.int() }),
  z.object({ kind: z.literal('invitation'), zoneId: Identifier, forumId: Identifier, guestId: Identifier }),
  /** Somebody asks for a role: told `to` a person who can give it; without, the answer to whoever asked. */
  z.object({ kind: z.literal('access'), ...Scope.shape, requestId: z.string(), to: z.optional(z.string()) }),
  /** Somebody asked for their link: to a letter they have not handed in yet, or to their project. `refused`: a file of the letter was; `ending`: it is deleted soon; `all`: every project and letter of an address, by its hash. */
  z.object({ kind: z.literal('link'), to: z.enum(['draft', 'ending', 'all', 'project', 'refused']), id: z.string() }),
  /** Somebody asked for their links, to one project by its number or to all of an address: whether there is anything is found out here, unseen by who asks. */
  z.object({ kind: z.literal('link-asked'), number: z.optional(z.string()), addressHash: z.string() }),
]);
export type OutboxMessage = z.infer<typeof OutboxMessage>;

/** What became of a message. `unreached`: the mailbox could not take the email this once (full, too large, away); nothing says the address is wrong. `sending`: somebody has it until `nextAttemptAt`. An email's row stays as its record. */
export const OutboxMessageState = z.enum([
  'waiting',
  'sending',
  'sent',
  'delivered',
  'unreached',
  'bounced',
  'complained',
  'set-aside',
]);
export type OutboxMessageState = z.infer<typeof OutboxMessageState>;

/** One row of the outbox. A partition is worked off in order: a project's own, or a reader's digests. */
export const OutboxRow = z.object({
  laneId: z.string(),
  rowId: z.string(),
  errand: OutboxMessage,
  state: OutboxMessageState,
  attempts: z.int(),
  nextAttemptAt: Instant,
  createdAt: Instant,
  /** Not before that: what it tells of may still be taken back. */
  heldUntil: z.optional(Instant),
  because: z.optional(z.string()),
});
export type OutboxRow = z.infer<typeof OutboxRow>;

export const waitingRow = (
  { laneId, rowId }: Pick<OutboxRow, 'laneId' | 'rowId'>,
  errand: OutboxMessage,
  now: number,
): OutboxRow => ({ laneId, rowId, errand, state: 'waiting', attempts: 0, createdAt: now, nextAttemptAt: now });
