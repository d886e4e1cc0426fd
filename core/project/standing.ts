import type { Utility } from '../kernel/common.ts';
import type { AssignmentKind } from '../stages/facts.ts';
import type { Aggregate, Assignment, Project } from './project.ts';
import { isBesidePath, settling, stageSteps, type StageStep } from '../stages/assignment-kind.ts';
import { stageRecord } from './apply.ts';
import { later, type LocalDate } from '../calendar/local-date.ts';
import type { StageId } from '../stages/stage-id.ts';

export interface Need {
  readonly step: StageStep;
  readonly kind: AssignmentKind;
  readonly line?: Utility;
}

export const needsOf = (project: Project, stage: StageId): readonly Need[] =>
  stageSteps[stage].flatMap((step): Need[] => {
    if (stageRecord(project, stage).without?.includes(step.kind)) return [];
    return step.holder === 'line'
      ? project.lines.map((line) => ({ step, kind: step.kind, line }))
      : [{ step, kind: step.kind }];
  });

export const isOpen = ({ state }: Pick<Assignment, 'state'>): boolean => state === 'open' || state === 'paused';
export const openAssignments = ({ assignments }: Aggregate): readonly Assignment[] => assignments.filter(isOpen);

/** What is late of the path itself; an address that is to be found holds nothing up. */
export const lateOf = (aggregate: Aggregate): readonly Assignment[] =>
  openAssignments(aggregate).filter(({ overdue, kind }) => overdue && !isBesidePath(kind));

/** The latest of its own date, open assignments' (but for what is asked beside the path) and pauses'. Undefined: none runs. */
export function stageEnd({ project, assignments }: Pick<Aggregate, 'project' | 'assignments'>): LocalDate | undefined {
  const { phase, due, pause } = project;
  if (phase === 'entering' || phase === 'ended') return undefined;
  const awaited = assignments
    .filter((one) => isOpen(one) && !isBesidePath(one.kind))
    .flatMap((one) => [one.due, one.awaitedUntil ?? one.pausedUntil]);
  return [due, pause?.awaitedUntil ?? pause?.reviewOn, ...awaited].reduce((end, day) =>
    day !== undefined && end !== undefined ? later(end, day) : (day ?? end),
  );
}

/** After days of others (a pause, a correction) it is not due before what it waits for. Nothing while correcting. */
export const stageDueAfter = (
  { phase, due }: Aggregate['project'],
  after: LocalDate,
): { readonly stageDue?: LocalDate } =>
  phase === 'open' && due !== undefined && after > due ? { stageDue: after } : {};

/** Whether the running stage waits for days that are not the office's: the investor mends what was returned, or a supplier pauses. */
export const waitsForOthers = (aggregate: Aggregate): boolean =>
  openAssignments(aggregate).some(({ kind, state }) => kind === 'cure' || state === 'paused');

/** Its stage is to close later than planned, or stands open beyond that day, or a line of the zone keeps its start; told from the project alone. */
export function isBehind({ project }: Pick<Aggregate, 'project'>): boolean {
  const { stage, baseline, phase, due, stageEndsOn = due, ending, lateLine } = project;
  const planned = baseline?.[stage];
  if (planned === undefined || ending !== undefined) return false;
  return (
    lateLine !== undefined ||
    stageRecord(project, stage).behind === true ||
    (phase === 'open' && stageEndsOn !== undefined && stageEndsOn > planned)
  );
}

const subject = ({ kind, about }: Assignment): AssignmentKind => about ?? kind;

/** All that was asked for one need in the running round, oldest first: the assignment, its returns and refusals, its repeats. */
export function threadOf(
  { project, assignments }: Aggregate,
  need: Pick<Need, 'kind' | 'line'>,
): readonly Assignment[] {
  const { round, carried } = stageRecord(project, project.stage);
  return assignments.filter(
    (one) =>
      one.stage === project.stage &&
      (one.round === round || carried.includes(one.assignmentId)) &&
      subject(one) === need.kind &&
      one.line === need.line,
  );
}

const settles = ({ kind, answer }: Assignment): boolean =>
  kind !== 'cure' && answer !== undefined && settling.includes(answer.outcome);

/** The answer in the project's favour (or the waiver) that ends a need's thread: nothing is asked after it. */
export const settlementOf = (aggregate: Aggregate, need: Pick<Need, 'kind' | 'line'>): Assignment | undefined =>
  threadOf(aggregate, need).find(settles);

export const isSettled = (aggregate: Aggregate, need: Pick<Need, 'kind' | 'line'>): boolean =>
  settlementOf(aggregate, need) !== undefined;

export const unsettledLines = (aggregate: Aggregate): readonly Utility[] =>
  aggregate.project.lines.filter((line) => !isSettled(aggregate, { kind: 'technical-condition', line }));

/** Who holds the project now: those who owe an answer; the office's own decision counts only when nothing else is open. */
export function holdersOf(aggregate: Aggregate): readonly Assignment[] {
  const open = openAssignments(aggregate);
  const others = open.filter(({ kind }) => kind !== 'office-decision' && !isBesidePath(kind));
  return others.length > 0 ? others : open.filter(({ kind }) => kind === 'office-decision');
}

/** Epoch ms: opened or handed over; the office's own decision since the last answer that it waited for arrived. */
export function heldSince(
  { assignments }: Pick<Aggregate, 'assignments'>,
  { kind, stage, round, openedAt, heldSince: handedOver }: Assignment,
): number {
  const since = handedOver ?? openedAt;
  if (kind !== 'office-decision') return since;
  const arrived = assignments.flatMap(({ stage: ofStage, round: ofRound, holder, answer }) =>
    ofStage === stage && ofRound === round && holder.kind !== 'office' && answer !== undefined ? [answer.at] : [],
  );
  return Math.max(since, ...arrived);
}
