import { reasonCodes, type Outcome, type ReasonCode } from '#core/stages/decision.ts';

/** What a party's answer brings, in the order of the form; `facts` are those of its assignment's kind. */
export type AnswerPart = 'facts' | 'reasonCode' | 'reason' | 'daysToCure' | 'until' | 'note';

export type PartyOutcome = Extract<
  Outcome,
  'done' | 'issued' | 'issued-with-conditions' | 'returned' | 'refused' | 'suspended'
>;

export const answerParts: Readonly<Record<PartyOutcome, readonly AnswerPart[]>> = {
  done: ['facts', 'note'],
  issued: ['facts'],
  'issued-with-conditions': ['facts'],
  returned: ['reasonCode', 'reason', 'daysToCure'],
  refused: ['reasonCode', 'reason'],
  suspended: ['reasonCode', 'reason', 'until'],
};

export const isPartyOutcome = (text: string | null): text is PartyOutcome =>
  text !== null && Object.hasOwn(answerParts, text);

const reasons: Readonly<Partial<Record<PartyOutcome, readonly ReasonCode[]>>> = {
  returned: ['incomplete', 'inaccurate', 'remarks', 'other'],
  refused: [
    'no-capacity',
    'no-plot',
    'master-plan',
    'not-priority',
    'financing',
    'incomplete',
    'law-changed',
    'force-majeure',
    'other',
  ],
  suspended: ['supplier-late', 'no-capacity', 'weather', 'investor-asked', 'law-changed', 'force-majeure', 'other'],
};

/** Reasons that make sense for an outcome, of all there are. */
export const reasonsFor = (outcome: PartyOutcome): readonly ReasonCode[] => reasons[outcome] ?? reasonCodes;
