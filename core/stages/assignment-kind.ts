import type { Outcome } from './decision.ts';
import { factsByKind, type AssignmentKind } from './facts.ts';
import type { PartyKind } from '../reference/reference.ts';
import type { StageId } from './stage-id.ts';

/** Who an assignment goes to, before the zone's parties are known. `line`: the party of the assignment's utility line. */
export type HolderKind =
  | 'office'
  | 'investor'
  | 'line'
  | Extract<PartyKind, 'council-secretary' | 'land-department' | 'architecture' | 'expertise-body' | 'bank'>;

export interface AssignmentSpec {
  readonly holder: HolderKind;
  /** Outcomes an answer may have. */
  readonly outcomes: readonly Outcome[];
  /** Whether an answer given before a correction still counts after it. */
  readonly carried: boolean;
}

const plain: readonly Outcome[] = ['done'];

/** Each kind of assignment: whom it asks and what may be answered (docs/domain.md). */
export const assignmentSpecs: Readonly<Record<AssignmentKind, AssignmentSpec>> = {
  'office-decision': {
    holder: 'office',
    outcomes: ['approved', 'approved-with-conditions', 'returned', 'rejected', 'sent-back'],
    carried: false,
  },
  'document-check': { holder: 'office', outcomes: plain, carried: false },
  'council-protocol': { holder: 'council-secretary', outcomes: plain, carried: true },
  contract: { holder: 'office', outcomes: plain, carried: true },
  plot: { holder: 'land-department', outcomes: [...plain, 'refused'], carried: true },
  'register-entry': { holder: 'office', outcomes: plain, carried: true },
  'technical-condition': {
    holder: 'line',
    outcomes: ['issued', 'issued-with-conditions', 'returned', 'refused', 'suspended', 'not-needed'],
    carried: true,
  },
  'architectural-planning': { holder: 'architecture', outcomes: [...plain, 'refused'], carried: true },
  documentation: { holder: 'investor', outcomes: plain, carried: false },
  'documentation-check': { holder: 'office', outcomes: plain, carried: false },
  expertise: { holder: 'expertise-body', outcomes: [...plain, 'refused', 'returned'], carried: true },
  financing: { holder: 'bank', outcomes: [...plain, 'refused'], carried: true },
  'line-readiness': { holder: 'office', outcomes: plain, carried: false },
  'start-notification': { holder: 'investor', outcomes: plain, carried: false },
  'site-confirmation': { holder: 'office', outcomes: plain, carried: false },
  documents: { holder: 'investor', outcomes: plain, carried: false },
  correction: { holder: 'investor', outcomes: plain, carried: false },
  cure: { holder: 'investor', outcomes: plain, carried: false },
  refusal: { holder: 'office', outcomes: ['asked-again', 'not-needed'], carried: false },
  'bounced-email': { holder: 'office', outcomes: plain, carried: false },
};

export interface StageStep {
  readonly kind: AssignmentKind;
  /** Opens when these are answered; empty: with the stage. */
  readonly after: readonly AssignmentKind[];
  /** Its part of the stage's working days. */
  readonly share: number;
}

const step = (kind: AssignmentKind, share: number, ...after: AssignmentKind[]): StageStep => ({ kind, after, share });

/** What must be answered in each stage beside the office's decision, and in which order. */
export const stageSteps: Readonly<Record<StageId, readonly StageStep[]>> = {
  'letter-of-intent': [],
  'council-approval': [step('document-check', 1 / 3), step('council-protocol', 2 / 3, 'document-check')],
  'contract-and-land': [
    step('contract', 1 / 2),
    step('plot', 3 / 4),
    step('register-entry', 1 / 4, 'contract', 'plot'),
  ],
  'technical-conditions': [step('technical-condition', 1), step('architectural-planning', 1)],
  'design-documentation': [step('documentation', 8 / 9), step('documentation-check', 1 / 9, 'documentation')],
  expertise: [step('expertise', 1), step('financing', 1), step('line-readiness', 1)],
  'construction-start': [step('start-notification', 1 / 2), step('site-confirmation', 1 / 2, 'start-notification')],
};

/** Outcomes that settle an assignment in the project's favour. */
export const settling: readonly Outcome[] = [
  'done',
  'issued',
  'issued-with-conditions',
  'not-needed',
  'approved',
  'approved-with-conditions',
];

/** The zod schema of an answer's facts for a kind. */
export const factsOf = (kind: AssignmentKind): (typeof factsByKind)[AssignmentKind] => factsByKind[kind];
