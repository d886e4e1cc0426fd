import * as z from 'zod/mini';
import { Country, DateText, Identifier, Instant, Language, Utility } from '../kernel/common.ts';
import { Outcome, PaperAnswer, ReasonCode, StageName } from '../stages/decision.ts';
import type { ProjectDocument } from '../documents/document.ts';
import { DocumentKind } from '../documents/document-kind.ts';
import {
  ActorRef,
  AddressEntered,
  DocumentAnswers,
  assignmentFacts,
  Corrected,
  DelegateAs,
  Ending,
  Figures,
  StageDates,
  StageTime,
} from './event.ts';
import { AnyFacts } from '../stages/facts.ts';
import { Contract } from '../docket/docket-facts.ts';
import { Docket, StartReminded, StartTerm } from '../docket/docket.ts';
import type { Obstacle } from '../obstacles/obstacle.ts';
import { ReturnedFields } from '../letter/letter-correction.ts';
import { careShape } from './care-facts.ts';
import { faults } from './project-action.ts';
import { Obligations } from '../obligations/obligation-facts.ts';
import { BuiltRung } from '../ladder/ladder-facts.ts';
import { LineNeed } from '../lines/need.ts';
import { ApprovedRoadMap } from '../road-map/road-map-facts.ts';
import { Sector } from '../letter/sector.ts';

export const Answer = z.object({
  outcome: Outcome,
  facts: AnyFacts,
  reasonCode: z.optional(ReasonCode),
  noteId: z.optional(z.string()),
  onBehalf: z.optional(PaperAnswer),
  corrected: z.optional(Corrected),
  at: Instant,
  actor: ActorRef,
});
export type Answer = z.infer<typeof Answer>;

export const Assignment = z.object({
  ...assignmentFacts,
  state: z.enum(['open', 'paused', 'answered', 'closed']),
  openedAt: Instant,
  /** The first due date, which never changes, beside the one that holds now. */
  baselineDue: DateText,
  overdue: z.boolean(),
  /** When its due date was last put off, and from which day. */
  extended: z.optional(z.object({ from: DateText, at: Instant })),
  pausedOn: z.optional(DateText),
  pausedUntil: z.optional(DateText),
  /** The moratorium because of which its clock stands, and until when its supplier's own pause lasts beside it. */
  moratorium: z.optional(
    z.object({ moratoriumId: Identifier, until: z.optional(DateText), ownUntil: z.optional(DateText) }),
  ),
  /** The day on which its clock last went on. */
  resumedOn: z.optional(DateText),
  /** While it stands still: by when it is awaited, if the pause ends on the day that was told. */
  awaitedUntil: z.optional(DateText),
  /** Its holder has asked for this day, and the office has not said yet. */
  timeAsked: z.optional(DateText),
  timeAskedNote: z.optional(z.string()),
  /** Since when its holder has it; absent: since it was opened. */
  heldSince: z.optional(Instant),
  answer: z.optional(Answer),
  closedAt: z.optional(Instant),
  /** The colleague of the office who works on it; nobody else is barred from answering. */
  assignee: z.optional(z.string()),
  /** How often its email was sent again: ever, and on the last day on which it was. */
  sentAgain: z.optional(z.object({ times: z.int(), on: DateText, onThatDay: z.int() })),
  /** The version of its link; 0 when absent. Links below it no longer open. */
  linkVersion: z.optional(z.int()),
  /** Links below this version were another party's. */
  ownLinksFrom: z.optional(z.int()),
});
export type Assignment = z.infer<typeof Assignment>;

/** What was last decided about a stage; answers a task token that comes late. */
export const StageRecord = z.object({
  round: z.int(),
  outcome: z.optional(Outcome),
  next: z.optional(StageName),
  openedAt: z.optional(Instant),
  decidedAt: z.optional(Instant),
  durationVersion: z.optional(z.string()),
  daysLeft: z.optional(z.int()),
  daysToCure: z.optional(z.int()),
  fields: ReturnedFields,
  reasonCode: z.optional(ReasonCode),
  noteId: z.optional(z.string()),
  carried: z.array(z.string()),
  /** What the zone leaves out of it: kinds of assignments and documents. */
  without: z.optional(z.array(z.string())),
  extensions: z.int(),
  /** Of the passing that runs: from which day, by which norm, and for how many working days it stood still so far. */
  begunOn: z.optional(DateText),
  norm: z.optional(z.int()),
  stood: z.int(),
  /** The day planned for its end has gone by. */
  behind: z.optional(z.boolean()),
  /** Each passing that was closed by an approval: more than one when the project was sent back. */
  passes: z.array(StageTime),
});
export type StageRecord = z.infer<typeof StageRecord>;

export const Pause = z.object({
  on: DateText,
  reviewOn: DateText,
  fault: z.enum(faults),
  reasonCode: ReasonCode,
  noteId: z.string(),
  /** By when the running stage is awaited, if the pause ends on the day of review. */
  awaitedUntil: z.optional(DateText),
  /** When its review was last moved; absent: never. */
  renewedOn: z.optional(DateText),
});
export type Pause = z.infer<typeof Pause>;

/** Whom emails go to beside the contact, by a number of their own; the name and address lie beside the log. */
export const Delegate = z.object({
  delegate: z.int(),
  as: DelegateAs,
  state: z.enum(['asked', 'confirmed', 'removed']),
});
export type Delegate = z.infer<typeof Delegate>;

export const ProjectName = z.object({ projectId: z.string(), number: z.string() });
export type ProjectName = z.infer<typeof ProjectName>;

/** No personal data: the letter and its contact are items of their own. `version`: the number of events in its log. */
export const Project = z.object({
  projectId: z.string(),
  version: z.int(),
  number: z.string(),
  /** What it was called before it had a number, and is found by ever after. Letters that had a number at once have none. */
  reference: z.optional(z.string()),
  zoneId: Identifier,
  regionId: Identifier,
  country: Country,
  language: Language,
  sector: Sector,
  forum: z.optional(Identifier),
  /** The plot that its letter asks for; whose a plot is, the plot says. */
  plotId: z.optional(Identifier),
  receivedOn: DateText,
  submittedAt: Instant,
  wantedStart: DateText,
  figures: Figures,
  lines: z.array(Utility),
  /** How much of each its letter asks for, in the unit of the kind; letters of earlier releases do not tell. */
  capacities: z.optional(z.partialRecord(Utility, z.number())),
  /** What the office has said that it needs of lines of the zone. */
  needs: z.optional(z.array(LineNeed)),
  /** Because of which line of the zone it is to start later than planned: its id, or the kind of one that was only reported. */
  lateLine: z.optional(z.string()),
  /** There is a signed letter that counts: scanned and clean, or where nobody scans; or the office holds the original. */
  signed: z.boolean(),
  /** What its letter says of the documents that go with it; absent: it does not tell, so what depends on it is not asked for. */
  answers: z.optional(DocumentAnswers),
  /** Documents of which the office holds the original on paper. */
  held: z.optional(z.array(DocumentKind)),
  confirmed: z.boolean(),
  /** The investor has no email address: nothing is emailed to them. */
  noAddress: z.optional(z.literal(true)),
  /** When the investor last had their letter and answers sent to them. */
  copySentAt: z.optional(Instant),
  /** Since when the investor lets open data name their company; absent: they do not. */
  namedSince: z.optional(Instant),
  /** When the address that is to be confirmed was asked first, and the latest reminder in days after it; absent: at the submission, none. */
  asked: z.optional(z.object({ on: DateText, reminded: z.int() })),
  accepted: z.boolean(),
  /** It came from a file, with many others. */
  imported: z.optional(z.literal(true)),
  stage: StageName,
  /** entering: decided, and the workflow has not arrived yet; correcting: the investor mends; ended: see `ending`. */
  phase: z.enum(['entering', 'open', 'correcting', 'ended']),
  ending: z.optional(Ending),
  mergedInto: z.optional(ProjectName),
  merged: z.optional(z.array(ProjectName)),
  pause: z.optional(Pause),
  endedAt: z.optional(Instant),
  /** The rounds that ended the project, where that was taken back: each time another execution went on (lives.ts). */
  reopened: z.optional(z.array(z.object({ stage: StageName, round: z.int() }))),
  /** The version of the investor's links; 0 when absent. Links below it no longer open. */
  linkVersion: z.optional(z.int()),
  /** Absent where the investor wrote the address. `corrected`: in the place of another one. */
  addressEntered: z.optional(z.extend(AddressEntered, { corrected: z.boolean() })),
  delegates: z.optional(z.array(Delegate)),
  due: z.optional(DateText),
  /** The day on which the running stage ends as things stand (standing.ts); absent while one is entered, and in what an earlier release wrote. */
  stageEndsOn: z.optional(DateText),
  stages: z.record(z.string(), StageRecord),
  baseline: z.optional(StageDates),
  roadMap: z.optional(ApprovedRoadMap),
  actual: z.record(z.string(), DateText),
  /** When personal data were last erased, and whether the company's name and the documents were at any time. */
  erased: z.optional(z.object({ at: Instant, company: z.boolean(), documents: z.boolean() })),
  /** How many obstacles are open: of lists, which read no more than the project. */
  openObstacles: z._default(z.int(), 0),
  /** Signed before the project was taken over; otherwise it is an answer of its stage. */
  contract: z.optional(Contract),
  docket: z.optional(Docket),
  startReminded: z.optional(StartReminded),
  startTerm: z.optional(StartTerm),
  /** What stands of its ladder since the start of construction. */
  built: z.optional(z.array(BuiltRung)),
  /** What its contract promises by year, and what is reported of it. */
  obligations: z.optional(Obligations),
  ...careShape,
  numbers: z.optional(careShape.numbers),
});
export type Project = z.infer<typeof Project>;

/** A project with all its assignments, documents and obstacles: what rules look at, what one transaction changes. */
export interface Aggregate {
  readonly project: Project;
  readonly assignments: readonly Assignment[];
  /** Every version, in the order in which they came. */
  readonly documents: readonly ProjectDocument[];
  readonly obstacles: readonly Obstacle[];
}
