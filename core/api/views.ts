import * as z from 'zod/mini';
import { DateText, Identifier, Instant, Language, MoneySum, Utility } from '../kernel/common.ts';
import { Outcome, PaperAnswer, ReasonCode, StageName } from '../stages/decision.ts';
import { DocumentId, DocumentKind } from '../documents/document-kind.ts';
import { ActorRef, Ending, EventBody, Figures, Holder } from '../project/event.ts';
import { AnyFacts } from '../stages/facts.ts';
import { Company, financingSources, UtilityNeeds } from '../letter/letter-of-intent.ts';
import { CorrectionView, LetterParts } from '../letter/letter-correction.ts';
import { DocketLineView, DocketView } from '../docket/docket.ts';
import { ObstacleAbout, ObstacleId, Rung } from '../obstacles/obstacle-facts.ts';
import { Obstacle, Referral, Said } from '../obstacles/obstacle.ts';
import { obstacleActs } from '../obstacles/obstacle-rights.ts';
import { OfficeNote } from '../work/office-note.ts';
import { MoratoriumView } from '../moratoria/moratorium.ts';
import { careView } from '../project/care-facts.ts';
import { Handling } from '../project/project-action.ts';
import { Assignment, Pause, ProjectName } from '../project/project.ts';
import { KnownPerson, Names, OfficeContact, PartyKind } from '../reference/reference.ts';
import { Sector } from '../letter/sector.ts';
import { StageDuration, termAmounts } from '../calendar/stage-duration.ts';
import { legalClocks } from '../stages/legal-clock.ts';
import { EmailView } from './email-view.ts';

export const AssignmentView = z.object({
  ...z.omit(Assignment, {
    attempt: true,
    pausedOn: true,
    resumedOn: true,
    moratorium: true,
    heldSince: true,
    answer: true,
    closedAt: true,
    sentAgain: true,
    linkVersion: true,
    ownLinksFrom: true,
    timeAskedNote: true,
    noteId: true,
  }).shape,
  /** Why its clock stands, where its supplier issues nothing; without `pausedUntil` nobody knows until when. */
  moratorium: z.optional(MoratoriumView),
  timeReason: z.optional(z.string()),
  /** Of `question`, as `timeReason`: the investor's words. */
  question: z.optional(z.string()),
  projectId: z.string(),
  answer: z.optional(
    z.object({
      outcome: Outcome,
      at: Instant,
      by: z.enum(['investor', 'party', 'staff', 'system']),
      /** Of staff, and only for staff. */
      personId: z.optional(z.string()),
      facts: AnyFacts,
      onBehalf: z.boolean(),
      receivedOn: z.optional(DateText),
      paper: z.optional(PaperAnswer),
      corrected: z.optional(CorrectionView),
      reasonCode: z.optional(ReasonCode),
      /** The words that went with it, where one project is shown to those who may read them; absent when they were erased. */
      note: z.optional(z.string()),
    }),
  ),
  files: z.array(z.object({ documentId: DocumentId, kind: DocumentKind, version: z.int() })),
  allowedOutcomes: z.array(Outcome),
  /** A refusal carries one of the two grounds of the law, the deficit, an alternative and the day of connection. */
  byLaw: z.optional(z.literal(true)),
  /** Outcomes of an open decision of the office that this reader may not choose now, and why; only for staff. */
  impossible: z.optional(z.array(z.object({ outcome: Outcome, because: z.enum(['gate', 'head', 'stage']) }))),
  /** What this reader may do with it now beside answering; only for staff, as are the next two and `assignee`. */
  allowedHandlings: z.array(Handling),
  sentAgain: z.optional(z.int()),
  linkVersion: z.optional(z.int()),
});
export type AssignmentView = z.infer<typeof AssignmentView>;

export const AssignmentLineView = z.omit(AssignmentView, {
  answer: true,
  moratorium: true,
  timeReason: true,
  question: true,
  files: true,
  impossible: true,
  allowedOutcomes: true,
  allowedHandlings: true,
  sentAgain: true,
  linkVersion: true,
});
export type AssignmentLineView = z.infer<typeof AssignmentLineView>;

const Named = { kind: z.enum(['office', 'investor', 'party']), names: z.optional(Names) };

export const ObstacleView = z.object({
  obstacleId: ObstacleId,
  /** One record of the zone for all that it stands in the way of. */ zoneWide: z.optional(z.literal(true)),
  about: ObstacleAbout,
  owner: z.object({ ...Named, partyId: z.optional(Identifier) }),
  /** Who of them answers for it; only for staff. */
  ...{ person: z.optional(z.string()), personName: z.optional(z.string()) },
  ...{ referrals: z.optional(z.array(z.extend(Referral, { days: z.int() }))), toldTo: z.optional(Rung) },
  ...{ ownedSince: Instant, due: z.optional(DateText) },
  /** Of an open one: working days past that day; absent while there is still time. */
  late: z.optional(z.int()),
  state: Obstacle.shape.state,
  ...{ raisedAt: Instant, resolvedAt: z.optional(Instant) },
  said: z.array(
    z.object({
      ...z.pick(Said, { noteId: true, as: true, at: true }).shape,
      by: z.object({ ...Named, personId: z.optional(z.string()) }),
      /** Absent in lists, and when it was erased. */
      text: z.optional(z.string()),
    }),
  ),
  actions: z.array(z.enum(obstacleActs)),
});
export type ObstacleView = z.infer<typeof ObstacleView>;

export const StageView = z.object({
  stage: StageName,
  state: z.enum(['done', 'running', 'ahead']),
  round: z.int(),
  /** As planned when the letter was accepted; never changes. */
  baseline: z.optional(DateText),
  /** As it stands now: extended or moved by what is late. */
  target: DateText,
  actual: z.optional(DateText),
  /** Of the running stage past its due date: which that was, and by how many working days. */
  late: z.optional(z.object({ due: DateText, days: z.int() })),
  /** Of the running stage: the day of review while the project is suspended. */
  suspendedUntil: z.optional(DateText),
  /** The day by which the law wants it done, together with others (`legal` of the project). */
  legalBy: z.optional(DateText),
});
export type StageView = z.infer<typeof StageView>;

/** The term that the law in force at the application gives some stages together. Nothing stops it, no return for correction and no suspension. */
const LegalClockView = z.object({
  clock: z.enum(legalClocks),
  stages: z.array(StageName),
  from: DateText,
  by: DateText,
  doneOn: z.optional(DateText),
  /** Working days past `by`, until today or until it was done. */
  late: z.int(),
});
export type LegalClockView = z.infer<typeof LegalClockView>;

/** The start of construction: as planned, as it stands now, as the investor wants it. Slack in working days; below zero, it no longer fits. */
const StartOfProjectView = z.object({
  planned: z.optional(DateText),
  expected: DateText,
  wanted: DateText,
  slack: z.int(),
  /** What it waits for, where it is later than planned or wanted. Days: working days, of a line after the day first planned. */
  because: z.optional(
    z.discriminatedUnion('by', [
      z.object({
        by: z.literal('line'),
        utility: Utility,
        lineId: z.optional(Identifier),
        names: z.optional(Names),
        party: z.optional(Names),
        readyBy: DateText,
        days: z.optional(z.int()),
      }),
      z.object({ by: z.literal('stage'), stage: StageName, days: z.int() }),
    ]),
  ),
});

export const MissingView = z.object({
  what: z.enum(['assignment', 'line', 'signed-letter', 'being-scanned', 'line-readiness', 'document', 'outdated']),
  name: z.string(),
});

/** One document that the project needs now. `held`: the office has the original; `waiting`: being scanned. */
const NeededDocumentView = z.object({
  kind: DocumentKind,
  state: z.enum(['there', 'held', 'waiting', 'missing', 'refused', 'returned']),
  reasonCode: z.optional(ReasonCode),
});

export const ProjectLineView = z.object({
  projectId: z.string(),
  number: z.string(),
  company: z.string(),
  sector: Sector,
  stage: StageName,
  phase: z.enum(['entering', 'open', 'correcting', 'ended']),
  ending: z.optional(Ending),
  suspended: z.boolean(),
  suspendedUntil: z.optional(DateText),
  /** Whether leadership's figures count it: its address is confirmed or an officer accepted it. */
  counted: z.boolean(),
  /** By when the running stage is to be decided; absent while one is being entered. */
  due: z.optional(DateText),
  /** When it ends as things stand: with its open assignments and pauses. */
  endsOn: z.optional(DateText),
  receivedOn: DateText,
  figures: Figures,
  openObstacles: z.int(),
});
export type ProjectLineView = z.infer<typeof ProjectLineView>;

/** Another letter of the zone that seems to be of the same company: by its number, or by its name in whatever script and without legal form. */
export const DuplicateView = z.object({
  ...z.pick(ProjectLineView, {
    projectId: true,
    number: true,
    company: true,
    stage: true,
    phase: true,
    ending: true,
    suspended: true,
    counted: true,
    receivedOn: true,
  }).shape,
  by: z.enum(['number', 'name']),
  sameContact: z.boolean(),
});
export type DuplicateView = z.infer<typeof DuplicateView>;

/** Another project under way whose letter asks for the same plot. */
export const SamePlotView = z.omit(DuplicateView, { by: true, sameContact: true, ending: true });
export type SamePlotView = z.infer<typeof SamePlotView>;

export const ProjectView = z.object({
  ...ProjectLineView.shape,
  version: z.int(),
  zoneId: Identifier,
  forum: z.optional(Identifier),
  /** Of the forum; absent when the zone no longer lists it. */
  forumNames: z.optional(Names),
  confirmed: z.boolean(),
  linkVersion: z.int(),
  /** Whether the investor's address was changed so lately that this reader may not change it once more. */
  addressRests: z.boolean(),
  pause: z.optional(Pause),
  wantedStart: DateText,
  /** Absent once it has begun to build, or ended otherwise. */
  start: z.optional(StartOfProjectView),
  lines: z.array(Utility),
  stages: z.array(StageView),
  legal: z.optional(LegalClockView),
  /** By which act the running stage has its working days: the version with which it began. Absent while it is being entered. */
  term: z.optional(z.object({ ...termAmounts, source: StageDuration.shape.source })),
  assignments: z.array(AssignmentView),
  obstacles: z.array(ObstacleView),
  holders: z.array(
    z.object({
      holder: Holder,
      names: z.optional(Names),
      since: Instant,
      due: DateText,
      pausedUntil: z.optional(DateText),
      /** Its clock stands, and nobody knows until when. */
      endless: z.optional(z.literal(true)),
      assignmentId: z.string(),
    }),
  ),
  missing: z.array(MissingView),
  allowedActions: z.array(z.string()),
  companyDetails: z.optional(Company),
  /** A person in business wants to take part in a zone that by law takes companies only. */
  entrepreneurInSez: z.optional(z.literal(true)),
  production: z.optional(z.string()),
  utilities: z.optional(UtilityNeeds),
  financing: z.optional(z.enum(financingSources)),
  /** Only for staff who work with the investor. */
  contact: z.optional(
    z.object({ name: z.string(), email: z.optional(z.string()), phone: z.optional(z.string()), language: Language }),
  ),
  /** Of a duplicate: the project it went on as; and the duplicates that went on as this one. */
  mergedInto: z.optional(ProjectName),
  merged: z.optional(z.array(ProjectName)),
  duplicates: z.optional(z.array(DuplicateView)),
  /** The plot that its letter asks for. */
  plotId: z.optional(Identifier),
  /** Others under way that ask for it too, the earliest first; for staff who work with the investor. */
  samePlot: z.optional(z.array(SamePlotView)),
  /** Once the contract is signed. */
  docket: z.optional(DocketView),
  ...careView,
});
export type ProjectView = z.infer<typeof ProjectView>;

export const EventView = z.object({ sequence: z.int(), at: Instant, actor: ActorRef, body: EventBody });

export const ObstacleLineView = z.object({
  ...z.pick(ObstacleView, {
    obstacleId: true,
    zoneWide: true,
    about: true,
    owner: true,
    ownedSince: true,
    due: true,
    late: true,
    person: true,
    referrals: true,
    toldTo: true,
    raisedAt: true,
  }).shape,
  /** Absent of one of the whole zone. */ project: z.optional(ProjectLineView),
});
export type ObstacleLineView = z.infer<typeof ObstacleLineView>;

const page = <Entry extends z.ZodMiniType>(entry: Entry) =>
  z.object({ entries: z.array(entry), next: z.optional(z.string()) });
export const ProjectPage = page(ProjectLineView);
export const EventPage = page(EventView);
export const ObstaclePage = page(ObstacleLineView);
export const DocketPage = page(DocketLineView);
export const NotePage = page(OfficeNote);
export const AssignmentPage = page(AssignmentLineView);
export const EmailPage = page(EmailView);

export const LinkView = z.object({
  kind: z.enum(['track', 'confirm', 'assignment']),
  number: z.string(),
  zone: Names,
  /** Whom questions go to. */
  office: OfficeContact,
  language: Language,
  stage: StageName,
  phase: z.enum(['entering', 'open', 'correcting', 'ended']),
  ending: z.optional(Ending),
  mergedInto: z.optional(z.string()),
  due: z.optional(DateText),
  confirmed: z.boolean(),
  /** For the investor alone, as are the holders. */
  stages: z.array(StageView),
  legal: z.optional(LegalClockView),
  /** Assignments this reader has to answer, then those that concern them. */
  assignments: z.array(AssignmentView),
  lines: z.array(Utility),
  documents: z.array(NeededDocumentView),
  offsetMinutes: z.int(),
  /** The investor's project has them; a party sees those that are with it. */
  obstacles: z.array(ObstacleView),
  holders: z.array(
    z.object({
      holder: z.enum(['office', 'investor', 'party']),
      names: z.optional(Names),
      due: DateText,
      pausedUntil: z.optional(DateText),
    }),
  ),
  /** For a party: what the plant needs; without an amount nobody knows it yet. */
  need: z.optional(z.object({ unit: z.string(), amount: z.optional(z.number()) })),
  company: z.string(),
  /** For an investor to whom fields of the letter were returned: what it says now. */
  letter: z.optional(LetterParts),
  actions: z.array(z.enum(['confirm', 'decision', 'correction', 'withdraw', 'obstacle', 'question', 'people'])),
});
export type LinkView = z.infer<typeof LinkView>;

const sum = { projects: z.int(), jobs: z.int(), overdue: z.int(), investment: z.array(MoneySum) };
const member = { ...sum, started: z.int(), lost: z.int() };

export const BucketView = z.object({ bucket: z.union([StageName, Ending]), ...sum });
/** Names are absent for a forum the zone no longer lists. */
const ForumView = z.object({ forum: Identifier, names: z.optional(Names), ...member });
const LateView = z.object({
  holder: z.union([z.literal('office'), z.literal('investor'), PartyKind]),
  answers: z.int(),
  projects: z.int(),
});
/** What closing a stage took: sums of working days on the office's clock and standing still; how many took up to so many days. */
export const StageTimeView = z.object({
  stage: StageName,
  closings: z.int(),
  days: z.int(),
  stood: z.int(),
  within: z.int(),
  upTo: z.array(z.object({ days: z.optional(z.int()), closings: z.int() })),
});
export type StageTimeView = z.infer<typeof StageTimeView>;

/** Plots under contract past the term of their start, by the month since when ('2026-05'). */
const FrozenView = z.object({ since: z.string(), projects: z.int(), hectares: z.number() });

export const PipelineView = z.object({
  zones: z.array(
    z.object({
      zoneId: Identifier,
      names: Names,
      buckets: z.array(BucketView),
      sectors: z.array(z.object({ sector: Sector, ...member })),
      forums: z.array(ForumView),
      late: z.array(LateView),
      /** Starts of construction that the road maps plan in a quarter ('2026-4'), and those of them behind the plan. */
      starts: z.array(z.object({ quarter: z.string(), projects: z.int(), behind: z.int() })),
      took: z.array(StageTimeView),
      frozen: z.array(FrozenView),
    }),
  ),
  /** Sums over the zones above; money by currency, never across. */
  total: z.object(sum),
});
export type PipelineView = z.infer<typeof PipelineView>;

/** RFC 9457, with what went wrong by field, what is missing, or the state that won. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.optional(z.string()),
  /** Names this one answer in the logs. */
  reference: z.string(),
  issues: z.optional(z.array(z.object({ path: z.string(), code: z.string(), message: z.string() }))),
  missing: z.optional(z.array(MissingView)),
  version: z.optional(z.int()),
  state: z.optional(z.string()),
  known: z.optional(KnownPerson),
});
export type Problem = z.infer<typeof Problem>;
