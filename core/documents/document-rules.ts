import type { DocumentKind } from './document-kind.ts';
import type { LetterOfIntent } from '../letter/letter-of-intent.ts';
import { assignmentSpecs } from '../stages/assignment-kind.ts';
import { stages, type DocumentDefinition, type StageAssignment, type StageDocument } from '../stages/definition.ts';
import { assignmentKinds, type AssignmentKind } from '../stages/facts.ts';
import { stageIds, stageIndex, type StageId } from '../stages/stage-id.ts';

export interface Answers {
  readonly isForeign: boolean;
  readonly isBorrowed: boolean;
}

export const answersOf = ({
  company,
  financing,
}: {
  readonly company: Pick<LetterOfIntent['company'], 'country'>;
  readonly financing: LetterOfIntent['financing'];
}): Answers => ({
  isForeign: company.country === 'other',
  isBorrowed: financing === 'bank-loan' || financing === 'development-institution' || financing === 'mixed',
});

export interface DocumentRule {
  /** From this stage on it is asked of the investor; absent: it may be brought and is not asked. */
  readonly from?: StageId;
  readonly when?: (answers: Answers) => boolean;
  /** Whether the investor may bring it. The office may bring anything. */
  readonly byInvestor: boolean;
  /** Parties may bring it with their answer to these. */
  readonly byParty: readonly AssignmentKind[];
  /** There can be several beside each other; otherwise another one is a new version. */
  readonly many: boolean;
  /** Whether the investor sees what somebody else brought. */
  readonly toInvestor: boolean;
  /** Parties see it while they answer these. */
  readonly toParty: readonly AssignmentKind[];
}

const ofStage = (
  stage: StageId,
  { asked = true, when, byParty = [], toParty = [], many = false }: DocumentDefinition<StageAssignment>,
): DocumentRule => ({
  ...(asked && { from: stage }),
  ...(when && { when }),
  byInvestor: asked,
  byParty,
  many,
  toInvestor: true,
  toParty,
});

const partyAnswers = assignmentKinds.filter((kind) => !['office', 'investor'].includes(assignmentSpecs[kind].holder));

/** Which documents are asked for, who brings them, who sees them. The signed letter is for the office alone. */
export const documentRules: Readonly<Record<DocumentKind, DocumentRule>> = {
  ...(Object.fromEntries(
    stageIds.flatMap((stage) =>
      Object.entries(stages[stage].documents).map(([kind, one]) => [kind, ofStage(stage, one)]),
    ),
  ) as Readonly<Record<StageDocument, DocumentRule>>),
  'paper-answer': { byInvestor: false, byParty: [], many: true, toInvestor: false, toParty: [] },
  'docket-paper': { byInvestor: false, byParty: [], many: true, toInvestor: false, toParty: [] },
  'electronic-signature': { byInvestor: true, byParty: [], many: true, toInvestor: true, toParty: [] },
  other: { byInvestor: true, byParty: partyAnswers, many: true, toInvestor: false, toParty: [] },
};

const kinds = Object.keys(documentRules) as readonly DocumentKind[];

export const askedKinds = (stage: StageId, answers: Answers): readonly DocumentKind[] =>
  kinds.filter((kind) => {
    const { from, when } = documentRules[kind];
    return from !== undefined && stageIndex(from) <= stageIndex(stage) && (when === undefined || when(answers));
  });

export const kindsOfParty = (assignment: AssignmentKind): readonly DocumentKind[] =>
  kinds.filter((kind) => documentRules[kind].byParty.includes(assignment));

export const kindsOfInvestor: readonly DocumentKind[] = kinds.filter((kind) => documentRules[kind].byInvestor);
