import type { DocumentKind } from './document-kind.ts';
import type { LetterOfIntent } from '../letter/letter-of-intent.ts';
import { assignmentSpecs } from '../stages/assignment-kind.ts';
import { isEntrepreneur } from '../kernel/company-number.ts';
import { companiesOnly, type ZoneType } from '../reference/zone-type.ts';
import {
  applicationDocuments,
  isInZone,
  stages,
  type DocumentDefinition,
  type StageAssignment,
  type StageDocument,
} from '../stages/definition.ts';
import { assignmentKinds, type AssignmentKind } from '../stages/facts.ts';
import { stageIds, stageIndex, type StageId } from '../stages/stage-id.ts';

export interface Answers {
  readonly isForeign: boolean;
  readonly isBorrowed: boolean;
  readonly isEntrepreneur?: boolean | undefined;
  /** By which law the zone was one on the day of the letter. */
  readonly zoneType?: ZoneType | undefined;
}

export const answersOf = (
  {
    company,
    financing,
  }: {
    readonly company: Pick<LetterOfIntent['company'], 'country'> & { readonly number?: string };
    readonly financing: LetterOfIntent['financing'];
  },
  zoneType?: ZoneType,
): Answers => ({
  ...(zoneType && { zoneType }),
  ...(isEntrepreneur(company) && { isEntrepreneur: true }),
  isForeign: company.country === 'other',
  isBorrowed: financing === 'bank-loan' || financing === 'development-institution' || financing === 'mixed',
});

/** By its law the zone takes companies only; what was not asked, or a zone that did not say, is no reason to doubt. */
export const isEntrepreneurInSez = (answers: Answers | undefined): boolean =>
  answers?.isEntrepreneur === true && companiesOnly(answers.zoneType);

export interface DocumentRule extends Pick<DocumentDefinition, 'when' | 'ofCompanies' | 'inZones' | 'notInZones'> {
  /** From this stage on it is asked of the investor; absent: it may be brought and is not asked. */
  readonly from?: StageId;
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
  {
    asked = true,
    byParty = [],
    toParty = [],
    many = false,
    optional: _,
    ...conditions
  }: DocumentDefinition<StageAssignment>,
): DocumentRule => ({
  ...(asked && { from: stage }),
  ...conditions,
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
  'ladder-paper': { byInvestor: true, byParty: [], many: true, toInvestor: true, toParty: [] },
  'electronic-signature': { byInvestor: true, byParty: [], many: true, toInvestor: true, toParty: [] },
  other: { byInvestor: true, byParty: partyAnswers, many: true, toInvestor: false, toParty: [] },
};

const kinds = Object.keys(documentRules) as readonly DocumentKind[];

/** Whether one who answered so is asked for it; of one who was not asked only what all bring. */
export const isAskedOf = (rule: DocumentRule, answers: Answers | undefined): boolean =>
  isInZone(rule, answers?.zoneType) &&
  !(rule.ofCompanies === true && answers?.isEntrepreneur === true) &&
  (rule.when === undefined || (answers !== undefined && rule.when(answers)));

export const askedKinds = (stage: StageId, answers: Answers): readonly DocumentKind[] =>
  kinds.filter((kind) => {
    const rule = documentRules[kind];
    return rule.from !== undefined && stageIndex(rule.from) <= stageIndex(stage) && isAskedOf(rule, answers);
  });

/** What an application to a zone of this type is made of, whoever applies. */
export const inApplication = (zoneType: ZoneType | undefined): readonly DocumentKind[] =>
  applicationDocuments.filter((kind) => isInZone(documentRules[kind], zoneType));

export const kindsOfParty = (assignment: AssignmentKind): readonly DocumentKind[] =>
  kinds.filter((kind) => documentRules[kind].byParty.includes(assignment));

export const kindsOfInvestor: readonly DocumentKind[] = kinds.filter((kind) => documentRules[kind].byInvestor);
