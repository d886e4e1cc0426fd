import type { Utility } from '../../contracts/common.ts';
import type { AssignmentKind } from '../../contracts/facts.ts';
import type { Aggregate, Assignment, Project } from '../../contracts/project.ts';
import { settling, stageSteps, type StageStep } from '../assignment-kind.ts';
import { stageRecord } from '../project/apply.ts';
import type { StageId } from '../stage-id.ts';

/** One thing a stage needs: a step of the stage, for utility lines one each. */
export interface Need {
  readonly step: StageStep;
  readonly kind: AssignmentKind;
  readonly line?: Utility;
}

/** What a stage of this project needs beside the office's decision. */
export const needsOf = (project: Project, stage: StageId): readonly Need[] =>
  stageSteps[stage].flatMap((step): Need[] =>
    step.kind === 'technical-condition'
      ? project.lines.map((line) => ({ step, kind: step.kind, line }))
      : [{ step, kind: step.kind }]);

export const isOpen = ({ state }: Assignment): boolean => state === 'open' || state === 'paused';
export const openAssignments = ({ assignments }: Aggregate): readonly Assignment[] => assignments.filter(isOpen);

/** What is late of the path itself; an address that is to be found holds nothing up. */
export const lateOf = (aggregate: Aggregate): readonly Assignment[] =>
  openAssignments(aggregate).filter(({ overdue, kind }) => overdue && kind !== 'bounced-email');

/**
 * Whether a project is behind its road map: its stage is to be closed later than was planned, or stands open beyond the day
 * that was. Told from the project alone, so that it is counted with every change, the day's own among them.
 */
export function isBehind({ project }: Pick<Aggregate, 'project'>): boolean {
  const { stage, baseline, phase, due, ending } = project;
  const planned = baseline?.[stage];
  if (planned === undefined || ending !== undefined) return false;
  return stageRecord(project, stage).behind === true || (phase === 'open' && due !== undefined && due > planned);
}

const subject = ({ kind, about }: Assignment): AssignmentKind => about ?? kind;

/** All that was asked for one need in the running round, oldest first: the assignment, its returns and refusals, its repeats. */
export function threadOf({ project, assignments }: Aggregate, need: Pick<Need, 'kind' | 'line'>): readonly Assignment[] {
  const { round, carried } = stageRecord(project, project.stage);
  return assignments.filter((one) =>
    one.stage === project.stage
    && (one.round === round || carried.includes(one.assignmentId))
    && subject(one) === need.kind
    && one.line === need.line);
}

const settles = ({ kind, answer }: Assignment): boolean => kind !== 'cure' && answer !== undefined && settling.includes(answer.outcome);

/** The answer in the project's favour (or the waiver) that ends a need's thread: nothing is asked after it. */
export const settlementOf = (aggregate: Aggregate, need: Pick<Need, 'kind' | 'line'>): Assignment | undefined =>
  threadOf(aggregate, need).find(settles);

/** Whether a need of the running stage is answered in the project's favour (or waived). */
export const isSettled = (aggregate: Aggregate, need: Pick<Need, 'kind' | 'line'>): boolean =>
  settlementOf(aggregate, need) !== undefined;

/** Utility lines of the running round that are still to be settled. */
export const unsettledLines = (aggregate: Aggregate): readonly Utility[] =>
  aggregate.project.lines.filter((line) => !isSettled(aggregate, { kind: 'technical-condition', line }));

/** Who holds the project now: those who owe an answer; the office's own decision counts only when nothing else is open. */
export function holdersOf(aggregate: Aggregate): readonly Assignment[] {
  const open = openAssignments(aggregate);
  const others = open.filter(({ kind }) => kind !== 'office-decision' && kind !== 'bounced-email');
  return others.length > 0 ? others : open.filter(({ kind }) => kind === 'office-decision');
}
