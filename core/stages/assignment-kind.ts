import type { Utility } from '../kernel/common.ts';
import type { Outcome } from './decision.ts';
import type { Project } from '../project/project.ts';
import { stages, type AssignmentDefinition, type Since, type StageAssignment } from './definition.ts';
import type { AssignmentKind } from './facts.ts';
import { stageIds, type StageId } from './stage-id.ts';

const plain: readonly Outcome[] = ['done'];

type AssignmentSpec = Pick<AssignmentDefinition, 'holder' | 'carried' | 'looksThrough' | 'notByLaw' | 'alsoByLaw'> & {
  readonly outcomes: readonly Outcome[];
};

export type StageStep = AssignmentDefinition<StageAssignment> &
  AssignmentSpec & { readonly kind: StageAssignment; readonly after: readonly StageAssignment[] };

const stepsOf = (stage: StageId): readonly StageStep[] =>
  Object.entries(stages[stage].assignments).map(([kind, asked]) => ({
    after: [],
    outcomes: plain,
    ...asked,
    kind: kind as StageAssignment,
  }));

export const stageSteps = Object.fromEntries(stageIds.map((stage) => [stage, stepsOf(stage)])) as Readonly<
  Record<StageId, readonly StageStep[]>
>;

export const assignmentSpecs: Readonly<Record<AssignmentKind, AssignmentSpec>> = {
  'office-decision': {
    holder: 'office',
    outcomes: ['approved', 'approved-with-conditions', 'returned', 'rejected', 'sent-back'],
  },
  ...(Object.fromEntries(stageIds.flatMap((stage) => stageSteps[stage].map((step) => [step.kind, step]))) as Readonly<
    Record<StageAssignment, StageStep>
  >),
  documents: { holder: 'investor', outcomes: plain },
  correction: { holder: 'investor', outcomes: plain },
  cure: { holder: 'investor', outcomes: plain },
  refusal: { holder: 'office', outcomes: ['asked-again', 'not-needed'] },
  'bounced-email': { holder: 'office', outcomes: plain },
  question: { holder: 'office', outcomes: plain },
  'regulator-word': { holder: 'office', outcomes: plain },
};

/** Whether a stage that began on a day began under a law; what an earlier release wrote of it does not tell. */
export const holdsIn = (
  { country, stages: records }: Pick<Project, 'country' | 'stages'>,
  stage: StageId,
  law: Since | undefined,
): boolean => {
  const begunOn = records[stage]?.begunOn;
  return law !== undefined && country === law.country && begunOn !== undefined && begunOn >= law.from;
};

interface AskedIn {
  readonly kind: AssignmentKind;
  readonly stage: StageId;
  readonly line?: Utility | undefined;
}

/** What may be answered, by the law under which the stage began. */
export function outcomesOf(
  project: Pick<Project, 'country' | 'stages'>,
  { kind, stage, line }: AskedIn,
): readonly Outcome[] {
  const { outcomes, notByLaw, alsoByLaw } = assignmentSpecs[kind];
  const gone = holdsIn(project, stage, notByLaw) ? (notByLaw?.outcomes ?? []) : [];
  const isNew = line === alsoByLaw?.line && holdsIn(project, stage, alsoByLaw);
  const notYet = isNew ? [] : (alsoByLaw?.outcomes ?? []);
  return outcomes.filter((one) => !gone.includes(one) && !notYet.includes(one));
}

/** Law 204-VI: suppliers that are natural monopolies. */
const monopolies: readonly Utility[] = ['power', 'gas', 'water', 'sewerage', 'heat'];

/** What the law of natural monopolies asks of a supplier's answer; nothing of others, and of stages that began before it. */
export function supplierLaw(
  project: Pick<Project, 'country' | 'stages'>,
  { kind, stage, line }: AskedIn,
): Readonly<{ [Law in 'termByLaw' | 'refusalByLaw']?: StageStep[Law] | undefined }> {
  const step = stageSteps[stage].find((one) => one.kind === kind);
  const holds = line !== undefined && monopolies.includes(line) && holdsIn(project, stage, step?.termByLaw);
  return holds && step ? { termByLaw: step.termByLaw, refusalByLaw: step.refusalByLaw } : {};
}

/** What is asked beside the path of the stages: it holds nothing up, and stays open until the project ends. */
const besidePath: readonly AssignmentKind[] = ['bounced-email', 'question', 'regulator-word'];
export const isBesidePath = (kind: AssignmentKind): boolean => besidePath.includes(kind);

/** Outcomes that settle an assignment in the project's favour. */
export const settling: readonly Outcome[] = [
  'done',
  'issued',
  'issued-with-conditions',
  'contract-of-connection',
  'not-needed',
  'approved',
  'approved-with-conditions',
];
