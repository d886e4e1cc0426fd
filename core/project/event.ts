import * as z from 'zod/mini';
import { Country, DateText, Identifier, Instant, Language, Money, Utility, utilities } from '../kernel/common.ts';
import {
  DocumentId,
  DocumentKind,
  FileBytes,
  FileId,
  MediaType,
  ScanResult,
  Sha256,
} from '../documents/document-kind.ts';
import { Outcome, PaperAnswer, ReasonCode, StageName } from '../stages/decision.ts';
import { AnyFacts, AssignmentKind } from '../stages/facts.ts';
import { LetterCorrection, ReturnedFields } from '../letter/letter-correction.ts';
import { Contract, docketEvents } from '../docket/docket-facts.ts';
import { ObstacleAbout, ObstacleId, OutsideBody, Rung } from '../obstacles/obstacle-facts.ts';
import { careEvents } from './care-facts.ts';
import { contactFields, faults } from './project-action.ts';
import { Scope, StaffRole } from '../reference/reference.ts';
import { zoneTypes } from '../reference/zone-type.ts';
import { ladderEvents, TakenOverBuilt } from '../ladder/ladder-facts.ts';
import { obligationEvents } from '../obligations/obligation-facts.ts';
import { PersonName, roadMapEvents } from '../road-map/road-map-facts.ts';
import { Sector } from '../letter/sector.ts';

export const Holder = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('office') }),
  z.object({ kind: z.literal('investor') }),
  z.object({ kind: z.literal('party'), partyId: Identifier }),
]);
export type Holder = z.infer<typeof Holder>;

/** That staff wrote an investor's address: who of them, and when. */
export const AddressEntered = z.object({ by: z.string(), at: Instant });
export type AddressEntered = z.infer<typeof AddressEntered>;

/** In which role, and of which zone or region, somebody of the staff did something: what they are later changes nothing of it. */
export const ActedAs = z.object({ ...Scope.shape, role: StaffRole });
export type ActedAs = z.infer<typeof ActedAs>;

/** Who did it. Staff by their subject, never by name; of what earlier releases wrote their role is not told. `entered`: the investor's link went to an address that staff had written; `delegate`: it was a colleague of the contact. */
export const ActorRef = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('investor'), entered: z.optional(AddressEntered), delegate: z.optional(z.int()) }),
  z.object({ kind: z.literal('party'), partyId: Identifier }),
  z.object({ kind: z.literal('staff'), personId: z.string(), as: z.optional(ActedAs) }),
  z.object({ kind: z.literal('system') }),
]);
export type ActorRef = z.infer<typeof ActorRef>;

export const Figures = z.object({
  investment: Money,
  jobs: z.int(),
  landHectares: z.number(),
  exportShare: z.number(),
});
export type Figures = z.infer<typeof Figures>;

export const endings = ['rejected', 'withdrawn', 'terminated', 'construction-started'] as const;
export const Ending = z.enum(endings);
export type Ending = z.infer<typeof Ending>;

/** Due dates of the stages that the path had then. */
export const StageDates = z.partialRecord(StageName, DateText);
export type StageDates = z.infer<typeof StageDates>;

/** A free text is kept beside the log under this id, where it can be erased; the log only points to it. */
const NoteId = z.string();

const Why = { reasonCode: ReasonCode, noteId: NoteId };

/** What a letter says of the documents that go with it: a company of another country; money that is somebody else's; one person; the zone's law. */
export const DocumentAnswers = z.object({
  isForeign: z.boolean(),
  isBorrowed: z.boolean(),
  isEntrepreneur: z.optional(z.boolean()),
  zoneType: z.optional(z.enum(zoneTypes)),
});
export type DocumentAnswers = z.infer<typeof DocumentAnswers>;

export const Corrected = z.extend(LetterCorrection, { answers: z.optional(DocumentAnswers) });
export type Corrected = z.infer<typeof Corrected>;

const letterSubmitted = z.object({
  type: z.literal('letter-submitted'),
  /** What the letter is called from then on: its number, or its reference until it has one. */
  number: z.string(),
  reference: z.optional(z.string()),
  zoneId: Identifier,
  regionId: Identifier,
  country: Country,
  language: Language,
  sector: Sector,
  forum: z.optional(Identifier),
  /** The plot that its letter asks for. */
  plotId: z.optional(Identifier),
  receivedOn: DateText,
  wantedStart: DateText,
  figures: Figures,
  lines: z.array(z.enum(utilities)),
  /** How much of each, in the unit of the kind. */
  capacities: z.optional(z.partialRecord(Utility, z.number())),
  /** What it says of the documents that go with it; letters of the first releases do not tell. */
  answers: z.optional(DocumentAnswers),
  /** Who of the staff typed it from paper, the address of its contact too. */
  enteredBy: z.optional(z.string()),
  /** On paper, from somebody who has no email address: they are told by telephone, and nothing is to be confirmed. */
  noAddress: z.optional(z.literal(true)),
});

/** An office that begins with projects already under way takes each over at the stage it has reached. */
const takenOver = z.object({
  type: z.literal('taken-over'),
  stage: StageName,
  baseline: StageDates,
  contract: z.optional(Contract),
  /** Its construction has started already. */
  built: z.optional(TakenOverBuilt),
  /** From a file, with many others: nobody is written to about the stage in which it is. */
  imported: z.optional(z.literal(true)),
});

const stageOpened = z.object({
  type: z.literal('stage-opened'),
  stage: StageName,
  round: z.int(),
  /** The version of the stage's duration that holds for this round to its end. */
  durationVersion: z.string(),
  due: DateText,
  /** The day from which the stage's days are counted, and the working days it may take. */
  on: DateText,
  norm: z.int(),
  /** Working days for which the stage stood still before this round: those of the investor's correction. */
  stood: z.int(),
  /** Assignments answered in an earlier round that still count. */
  carried: z.array(z.string()),
  /** What the zone leaves out of the stage, for this round to its end. */
  without: z.optional(z.array(z.string())),
});

/** What an assignment is from its opening on; only its due date may move. */
export const assignmentFacts = {
  assignmentId: z.string(),
  kind: AssignmentKind,
  stage: StageName,
  round: z.int(),
  attempt: z.int(),
  line: z.optional(Utility),
  /** For `cure` and `refusal`: the kind of the assignment that was returned or refused. */
  about: z.optional(AssignmentKind),
  holder: Holder,
  due: DateText,
  /** For `correction`: the fields of the letter that the office returned, which the investor may change with it. */
  fields: ReturnedFields,
  /** For `question`: its words. */
  noteId: z.optional(NoteId),
} as const;

/** While something stands still: by when it is awaited, if the pause ends on the day that was told. */
const AwaitedUntil = z.optional(DateText);
const Awaited = z.optional(z.record(z.string(), DateText));

/** The stage's own due date, where it follows: days that belong to others are not the office's. */
const StageDue = z.optional(DateText);

const assignmentOpened = z.object({
  type: z.literal('assignment-opened'),
  ...assignmentFacts,
  awaitedUntil: AwaitedUntil,
  stageDue: StageDue,
});

const assignmentAnswered = z.object({
  type: z.literal('assignment-answered'),
  assignmentId: z.string(),
  outcome: Outcome,
  facts: AnyFacts,
  reasonCode: z.optional(ReasonCode),
  noteId: z.optional(NoteId),
  onBehalf: z.optional(PaperAnswer),
  corrected: z.optional(Corrected),
  stageDue: StageDue,
});

/** What one passing of a stage took, in working days: on the office's clock, standing still (suspended, being corrected), by the norm. */
export const StageTime = z.object({ days: z.int(), stood: z.int(), norm: z.int() });
export type StageTime = z.infer<typeof StageTime>;

const stageDecided = z.object({
  type: z.literal('stage-decided'),
  stage: StageName,
  round: z.int(),
  outcome: Outcome,
  next: z.optional(StageName),
  /** With an approval, which closes the stage. */
  took: z.optional(StageTime),
  daysToCure: z.optional(z.int()),
  fields: ReturnedFields,
  /** Days the stage had left when it was returned: working days, or calendar days where its term is not in working days. */
  daysLeft: z.optional(z.int()),
  reasonCode: z.optional(ReasonCode),
  noteId: z.optional(NoteId),
  appealNoteId: z.optional(NoteId),
});

/** A document came, or a new version of one. Its file's name is not told: it can be a person's. */
const documentAdded = z.object({
  type: z.literal('document-added'),
  documentId: DocumentId,
  kind: DocumentKind,
  version: z.int(),
  fileId: FileId,
  sha256: Sha256,
  bytes: FileBytes,
  mediaType: MediaType,
  state: z.enum(['waiting', 'clean', 'not-scanned']),
  assignmentId: z.optional(z.string()),
});

const documentScanned = z.object({
  type: z.literal('document-scanned'),
  documentId: DocumentId,
  kind: DocumentKind,
  version: z.int(),
  result: ScanResult,
});
const documentReturned = z.object({
  type: z.literal('document-returned'),
  documentId: DocumentId,
  kind: DocumentKind,
  version: z.int(),
  ...Why,
});
export const DelegateAs = z.enum(['colleague', 'contact']);

const handling = [
  z.object({ type: z.literal('assignment-sent-again'), assignmentId: z.string() }),
  z.object({ type: z.literal('assignment-handed-over'), assignmentId: z.string(), holder: Holder, ...Why }),
  z.object({ type: z.literal('assignment-taken'), assignmentId: z.string(), personId: z.string() }),
  z.object({ type: z.literal('assignment-given-back'), assignmentId: z.string() }),
  /** The links made before no longer open: those of an assignment, or without one those of the investor. */
  z.object({ type: z.literal('link-renewed'), assignmentId: z.optional(z.string()) }),
  /** Which parts of the investor's contact were mended; what they are lies where it can be erased. */
  z.object({
    type: z.literal('contact-corrected'),
    fields: z.array(z.enum([...contactFields, 'language'])),
    language: z.optional(Language),
  }),
  /** What a file that was brought again says otherwise of its letter. */
  z.object({ type: z.literal('letter-changed'), corrected: Corrected }),
  /** Somebody is to get the project's emails, as a colleague of its contact or as its contact at another address; who, lies where it can be erased. */
  z.object({ type: z.literal('delegate-asked'), delegate: z.int(), as: DelegateAs }),
  z.object({ type: z.literal('delegate-confirmed'), delegate: z.int() }),
  z.object({ type: z.literal('delegate-removed'), delegate: z.int() }),
  /** The investor had the letter and their answers sent to the address of the letter. */
  z.object({ type: z.literal('copy-sent') }),
  /** The investor agreed that open data name their company, and took it back. */
  z.object({ type: z.literal('naming-agreed') }),
  z.object({ type: z.literal('naming-taken-back') }),
] as const;

const obstacle = [
  z.object({
    type: z.literal('obstacle-raised'),
    obstacleId: ObstacleId,
    about: ObstacleAbout,
    noteId: NoteId,
    due: z.optional(DateText),
  }),
  z.object({
    type: z.literal('obstacle-handed-over'),
    obstacleId: ObstacleId,
    to: Holder,
    person: z.optional(PersonName),
    noteId: z.optional(NoteId),
    due: z.optional(DateText),
  }),
  z.object({ type: z.literal('obstacle-answered'), obstacleId: ObstacleId, noteId: NoteId, due: z.optional(DateText) }),
  z.object({
    type: z.literal('obstacle-referred'),
    obstacleId: ObstacleId,
    body: OutsideBody,
    on: DateText,
    noteId: NoteId,
  }),
  z.object({
    type: z.literal('obstacle-referral-answered'),
    obstacleId: ObstacleId,
    body: OutsideBody,
    on: DateText,
    noteId: NoteId,
  }),
  /** Its day has gone by for so long that it is a matter of somebody above. */
  z.object({ type: z.literal('obstacle-escalated'), obstacleId: ObstacleId, rung: Rung, on: DateText }),
  z.object({ type: z.literal('obstacle-resolved'), obstacleId: ObstacleId, noteId: NoteId }),
] as const;

const others = [
  /** The office says that these lie with it on paper; without kinds it is the signed letter. */
  z.object({ type: z.literal('original-held'), kinds: z.optional(z.array(DocumentKind)) }),
  /** Contact, notes and names of files were erased; with the company's name and the documents where it says so. */
  z.object({ type: z.literal('personal-data-erased'), company: z.boolean(), documents: z.boolean() }),
  z.object({ type: z.literal('address-confirmed') }),
  z.object({ type: z.literal('number-given'), number: z.string() }),
  /** The investor was asked once more to confirm the address: so many days after they were first asked. */
  z.object({ type: z.literal('confirmation-reminded'), days: z.int() }),
  z.object({
    type: z.literal('assignment-closed'),
    assignmentId: z.string(),
    because: z.enum(['ended', 'sent-back', 'returned']),
  }),
  z.object({
    type: z.literal('assignment-paused'),
    assignmentId: z.string(),
    until: DateText,
    awaitedUntil: AwaitedUntil,
    ...Why,
    onBehalf: z.optional(PaperAnswer),
  }),
  z.object({ type: z.literal('assignment-unpaused'), assignmentId: z.string(), due: DateText, stageDue: StageDue }),
  /** A moratorium of its supplier stops its clock; its reason stands with the moratorium, for all that it holds up. */
  z.object({
    type: z.literal('moratorium-applied'),
    assignmentId: z.string(),
    moratoriumId: Identifier,
    on: DateText,
    until: z.optional(DateText),
    awaitedUntil: AwaitedUntil,
  }),
  /** It is over, and another pause goes on until a day. */
  z.object({
    type: z.literal('moratorium-lifted'),
    assignmentId: z.string(),
    until: DateText,
    awaitedUntil: AwaitedUntil,
  }),
  z.object({ type: z.literal('became-overdue'), assignmentId: z.string() }),
  /** The day for which the road map planned the end of the stage has gone by. */
  z.object({ type: z.literal('fell-behind'), stage: StageName }),
  /** Because of a line of the zone construction is to start later than the road map planned; without a line: no longer. */
  z.object({ type: z.literal('start-moved'), line: z.optional(z.string()), utility: z.optional(Utility) }),
  z.object({
    type: z.literal('suspended'),
    fault: z.enum(faults),
    reviewOn: DateText,
    on: DateText,
    awaitedUntil: AwaitedUntil,
    awaited: Awaited,
    ...Why,
  }),
  /** Its review has come: the pause goes on until another day. */
  z.object({
    type: z.literal('pause-renewed'),
    reviewOn: DateText,
    awaitedUntil: AwaitedUntil,
    awaited: Awaited,
    ...Why,
  }),
  z.object({
    type: z.literal('resumed'),
    /** New due dates of what was open while the clock stood. */
    dues: z.record(z.string(), DateText),
    stageDue: DateText,
    /** Of what its own supplier still pauses. */
    awaited: Awaited,
    /** Working days for which the running stage stood still. */
    stood: z.int(),
  }),
  z.object({
    type: z.literal('extended'),
    assignmentId: z.optional(z.string()),
    from: DateText,
    to: DateText,
    awaitedUntil: AwaitedUntil,
    ...Why,
  }),
  /** Whoever has to answer wishes to do so later; the office says yes (`extended`) or no. */
  z.object({ type: z.literal('time-asked'), assignmentId: z.string(), to: DateText, noteId: NoteId }),
  z.object({ type: z.literal('time-refused'), assignmentId: z.string(), ...Why }),
  z.object({ type: z.literal('merged-into'), into: z.string(), number: z.string() }),
  /** Another letter turned out to be about this project, and ended. */
  z.object({ type: z.literal('letter-merged'), merged: z.string(), number: z.string() }),
  z.object({ type: z.literal('ended'), as: Ending, reasonCode: z.optional(ReasonCode), noteId: z.optional(NoteId) }),
  /** The ending was a mistake: the project goes on at the stage in whose round it ended, in the next round. */
  z.object({
    type: z.literal('reopened'),
    from: Ending,
    stage: StageName,
    round: z.int(),
    /** The investor was correcting, and does so again. */
    correcting: z.optional(z.literal(true)),
    /** Assignments that were answered by then and still count. */
    carried: z.array(z.string()),
    /** The closing of the stage that is taken back with it. */
    unmade: z.optional(StageTime),
    noteId: NoteId,
  }),
  /** The events of these numbers never came to be: whoever did it took it back before anything was sent. */
  z.object({ type: z.literal('taken-back'), from: z.int(), to: z.int() }),
] as const;

export const EventBody = z.discriminatedUnion('type', [
  letterSubmitted,
  takenOver,
  stageOpened,
  assignmentOpened,
  assignmentAnswered,
  stageDecided,
  documentAdded,
  documentScanned,
  documentReturned,
  ...handling,
  ...obstacle,
  ...docketEvents,
  ...roadMapEvents,
  ...careEvents,
  ...ladderEvents,
  ...obligationEvents,
  z.object({ type: z.literal('note-added'), noteId: NoteId, shared: z.boolean() }),
  ...others,
]);
export type EventBody = z.infer<typeof EventBody>;
export type EventType = EventBody['type'];

/** One entry of a project's log: gapless from 1, never changed. */
export const ProjectEvent = z.object({
  projectId: z.string(),
  sequence: z.int(),
  at: Instant,
  actor: ActorRef,
  body: EventBody,
});
export type ProjectEvent = z.infer<typeof ProjectEvent>;
