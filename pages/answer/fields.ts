import { reasonCodes, type Outcome, type ReasonCode } from '#core/stages/decision.ts';
import { stageOfLines, stages } from '#core/stages/definition.ts';
import type { Language } from '#core/kernel/common.ts';
import { partyTexts } from '#core/texts/areas/party.ts';
import { textsOf } from '#core/texts/index.ts';
import type { Field } from '../components/fields.tsx';

type AnswerPart = 'facts' | 'reasonCode' | 'reason' | 'daysToCure' | 'until' | 'note';

export type PartyOutcome = Extract<
  Outcome,
  'done' | 'issued' | 'issued-with-conditions' | 'contract-of-connection' | 'returned' | 'refused' | 'suspended'
>;

export const answerParts: Readonly<Record<PartyOutcome, readonly AnswerPart[]>> = {
  done: ['facts', 'note'],
  issued: ['facts'],
  'issued-with-conditions': ['facts'],
  'contract-of-connection': ['facts'],
  returned: ['reasonCode', 'reason', 'daysToCure'],
  refused: ['reasonCode', 'facts', 'reason'],
  suspended: ['reasonCode', 'reason', 'until'],
};

export const partyOutcomes = Object.keys(answerParts) as readonly PartyOutcome[];

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

/** The only grounds that the law leaves a supplier. */
export const lawfulGrounds: readonly ReasonCode[] =
  stages[stageOfLines].assignments['technical-condition']?.refusalByLaw?.grounds ?? [];

export function answerFields(language: Language, outcome: PartyOutcome, byLaw = false): readonly Field[] {
  const { fields: labels } = partyTexts(language);
  const names = textsOf(language).reasons;
  const grounds = byLaw && outcome === 'refused' ? lawfulGrounds : (reasons[outcome] ?? reasonCodes);
  const choices = grounds.map((value) => ({ value, text: names[value] }));
  const parts: Readonly<Record<Exclude<AnswerPart, 'facts'>, Omit<Field, 'name' | 'label'>>> = {
    reasonCode: { kind: 'select', choices },
    reason: { kind: 'text' },
    daysToCure: { kind: 'whole' },
    until: { kind: 'date' },
    note: { kind: 'text', optional: true, rows: 3 },
  };
  return answerParts[outcome]
    .filter((part) => part !== 'facts')
    .map((name) => ({ name, label: labels[name], ...parts[name] }));
}

/** Whether it brings the facts of its assignment's kind; they come first. */
export const bringsFacts = (outcome: PartyOutcome): boolean => answerParts[outcome].includes('facts');
