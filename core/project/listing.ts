import { contractOf, frozenSince, halfOf, isFrozen, isSigned } from '../docket/steps.ts';
import { isBesidePath } from '../stages/assignment-kind.ts';
import { startOfConstruction, type StageId } from '../stages/stage-id.ts';
import { later, type LocalDate } from '../calendar/local-date.ts';
import { isCounted, refusalOf, standingOf, type Bucket, type Refusal, type Standing } from '../figures/figures.ts';
import { heldBy, type LateHolder } from '../figures/late-holders.ts';
import type { PlannedStart } from '../figures/start-ports.ts';
import { isNumbered } from '../letter/number.ts';
import { obligationsDayOf } from '../obligations/obligations.ts';
import { nextReminder } from '../notices/reminders.ts';
import { onItsWay } from '../stages/expected-start.ts';
import { workRow, type WorkRow } from '../work/work-row.ts';
import type { Aggregate, Assignment, Project } from './project.ts';
import { isBehind, isOpen, lateOf, waitsForOthers } from './standing.ts';

export interface ProjectListing {
  readonly bucket: Bucket;
  readonly standing: Standing;
  /** Letters without a number come before those that have one, in the order in which they came. */
  readonly numbered: boolean;
  readonly due?: LocalDate;
  /** The due date of its answer that is late the longest. */
  readonly lateSince?: LocalDate;
  readonly start?: { readonly standing: 'unconfirmed' } | (PlannedStart & { readonly standing: 'plan' | 'behind' });
  /** The day on which time next brings something to it as a whole. */
  readonly comesUp?: { readonly on: LocalDate; readonly as: 'review' | 'reminder' };
  /** Since when its plot is frozen; until that is free, whatever became of the project. */
  readonly frozenSince?: LocalDate;
  /** Its row in the work list, while anything is open. */
  readonly work?: WorkRow;
}

export interface AssignmentListing {
  /** 'office', 'investor' or a party's id; absent where it lies among refusals alone. */
  readonly holder?: string;
  readonly assignee?: string;
  readonly lateThrough?: LateHolder;
  readonly comesUpOn?: LocalDate;
  /** Epoch ms; it lies among what its holder has answered, and nowhere else. */
  readonly answeredAt?: number;
  /** Why it was said no to; only with `answeredAt`. */
  readonly refused?: { readonly stage: StageId; readonly what: Refusal };
}

export interface ListedAssignment {
  readonly assignment: Assignment;
  readonly listing: AssignmentListing | undefined;
}

function startOf(aggregate: Aggregate): ProjectListing['start'] {
  const { project } = aggregate;
  const { number, ending, baseline, wantedStart } = project;
  if (ending !== undefined) return undefined;
  if (!isCounted(project)) return { standing: 'unconfirmed' };
  const planned = baseline?.[startOfConstruction];
  if (planned === undefined) return undefined;
  const standing = isBehind(aggregate) ? 'behind' : 'plan';
  return { standing, planned, number, wanted: wantedStart, ...onItsWay(project) };
}

/** The review of its pause, a reminder to confirm the address, the first report that is missing, or what a contract brings that was signed before it was taken over. */
function comesUpOf(aggregate: Aggregate): ProjectListing['comesUp'] {
  const { project } = aggregate;
  if (project.pause) return { on: project.pause.reviewOn, as: 'review' };
  const reminder = nextReminder(project);
  if (reminder !== undefined) return { on: reminder, as: 'reminder' };
  const day = obligationsDayOf(project) ?? (aggregate.assignments.some(isSigned) ? undefined : docketDayOf(aggregate));
  return day === undefined ? undefined : { on: day, as: 'review' };
}

export function listingOf(aggregate: Aggregate): ProjectListing {
  const { project } = aggregate;
  const [lateSince] = lateOf(aggregate)
    .map(({ due }) => due)
    .toSorted();
  const [start, comesUp, work] = [startOf(aggregate), comesUpOf(aggregate), workRow(aggregate)];
  return {
    bucket: project.ending ?? project.stage,
    standing: standingOf(project),
    numbered: isNumbered(project),
    ...(project.due !== undefined && { due: project.due }),
    ...(lateSince !== undefined && { lateSince }),
    ...(start && { start }),
    ...(comesUp && { comesUp }),
    ...(project.docket && isFrozen(project) && { frozenSince: frozenSince(project.docket) }),
    ...(work && { work }),
  };
}

/** Among what a party has answered, and among refusals. */
function answeredListing(project: Project, assignment: Assignment): AssignmentListing | undefined {
  const { answer, holder, stage } = assignment;
  const what = isCounted(project) ? refusalOf(assignment) : undefined;
  return answer && (holder.kind === 'party' || what !== undefined)
    ? {
        answeredAt: answer.at,
        ...(holder.kind === 'party' && { holder: holder.partyId }),
        ...(what !== undefined && { refused: { stage, what } }),
      }
    : undefined;
}

/** Undefined for one that nobody has to answer any more, unless it lies among answers. @param waits whether the running stage waits for days that belong to others */
export function assignmentListing(
  project: Project,
  assignment: Assignment,
  waits: boolean,
): AssignmentListing | undefined {
  if (!isOpen(assignment)) return answeredListing(project, assignment);
  const { holder, kind, due, pausedUntil, assignee, overdue, moratorium } = assignment;
  // Nobody knows when it goes on.
  const isEndless = moratorium !== undefined && pausedUntil === undefined;
  const { pause, phase, stageEndsOn } = project;
  // The office's own decision is not late while it waits for days that belong to others.
  const comesUpOn = waits && kind === 'office-decision' ? later(due, stageEndsOn ?? due) : (pausedUntil ?? due);
  return {
    holder: holder.kind === 'party' ? holder.partyId : holder.kind,
    ...(assignee !== undefined && { assignee }),
    ...(isCounted(project) && overdue && !isBesidePath(kind) && { lateThrough: heldBy(assignment) }),
    ...(pause === undefined && phase !== 'ended' && !isEndless && { comesUpOn }),
  };
}

/** The next step of its docket; before there is one half of the term until the start, and its end. */
function docketDayOf(aggregate: Aggregate): LocalDate | undefined {
  const { project } = aggregate;
  if (project.pause !== undefined) return undefined;
  if (project.docket?.state === 'open') return project.docket.until;
  const contract = project.ending === undefined ? contractOf(aggregate) : undefined;
  if (contract === undefined) return undefined;
  return project.startReminded?.startBy === contract.startBy ? frozenSince({ contract }) : halfOf(contract);
}

/** What a contract brings comes up at the place of its answer: the project's own is taken by pauses and reminders. */
export function listedAssignments(aggregate: Aggregate): readonly ListedAssignment[] {
  const waits = waitsForOthers(aggregate);
  const day = docketDayOf(aggregate);
  const signed = day === undefined ? undefined : aggregate.assignments.findLast(isSigned);
  return aggregate.assignments.map((assignment) => {
    const listing = assignmentListing(aggregate.project, assignment, waits);
    return {
      assignment,
      listing: day !== undefined && assignment === signed ? { ...listing, comesUpOn: day } : listing,
    };
  });
}
