import { lawfulGrounds } from '../../answer/fields.ts';
import { reasonCodes, type Outcome, type ReasonCode } from '#core/stages/decision.ts';

/** What an answer brings, in the order of the form; `facts` are those of the assignment's kind. */
export type DecisionPart =
  'facts' | 'conditions' | 'to' | 'reasonCode' | 'reason' | 'daysToCure' | 'until' | 'appeal' | 'note';

export const decisionParts: Readonly<Record<Outcome, readonly DecisionPart[]>> = {
  approved: [],
  'approved-with-conditions': ['conditions'],
  returned: ['reasonCode', 'reason', 'daysToCure'],
  rejected: ['reasonCode', 'reason', 'appeal'],
  'sent-back': ['to', 'reasonCode', 'reason'],
  done: ['facts', 'note'],
  issued: ['facts'],
  'issued-with-conditions': ['facts'],
  'contract-of-connection': ['facts'],
  refused: ['reasonCode', 'facts', 'reason'],
  suspended: ['reasonCode', 'reason', 'until'],
  'not-needed': ['reasonCode', 'reason'],
  'asked-again': ['note'],
};

const reasons: Readonly<Partial<Record<Outcome, readonly ReasonCode[]>>> = {
  returned: ['incomplete', 'inaccurate', 'remarks', 'financing', 'other'],
  rejected: [
    'not-priority',
    'master-plan',
    'no-plot',
    'no-capacity',
    'financing',
    'inaccurate',
    'duplicate',
    'law-changed',
    'other',
  ],
  'not-needed': ['not-needed', 'investor-asked', 'no-capacity', 'other'],
  suspended: ['supplier-late', 'no-capacity', 'weather', 'investor-asked', 'law-changed', 'force-majeure', 'other'],
};

/** Reasons that make sense for an outcome, of all there are. */
export const reasonsFor = (outcome: Outcome, byLaw = false): readonly ReasonCode[] =>
  byLaw && outcome === 'refused' ? lawfulGrounds : (reasons[outcome] ?? reasonCodes);
