import type { Outcome } from './decision.ts';
import { stages, type AssignmentDefinition, type StageAssignment } from './definition.ts';
import type { AssignmentKind } from './facts.ts';
import { stageIds, type StageId } from './stage-id.ts';

const plain: readonly Outcome[] = ['done'];

type AssignmentSpec = Pick<AssignmentDefinition, 'holder' | 'carried' | 'looksThrough'> & {
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
};

/** What is asked beside the path of the stages: it holds nothing up, and stays open until the project ends. */
export const isBesidePath = (kind: AssignmentKind): boolean => kind === 'bounced-email' || kind === 'question';

/** Outcomes that settle an assignment in the project's favour. */
export const settling: readonly Outcome[] = [
  'done',
  'issued',
  'issued-with-conditions',
  'not-needed',
  'approved',
  'approved-with-conditions',
];
