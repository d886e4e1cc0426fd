import type { DocumentKind } from './document-kind.ts';
import type { AssignmentKind } from '../stages/facts.ts';
import type { LetterOfIntent } from '../letter/letter-of-intent.ts';
import { stageIndex, type StageId } from '../stages/stage-id.ts';

/** What the answers of a letter say about the documents that go with it. */
export interface Answers {
  readonly isForeign: boolean;
  /** Some of the money is somebody else's. */
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
  /** Whether it is asked, by the answers of the letter. */
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

const asked = (from: StageId, rule: Partial<DocumentRule> = {}): DocumentRule => ({
  from,
  byInvestor: true,
  byParty: [],
  many: false,
  toInvestor: true,
  toParty: [],
  ...rule,
});

const application = (rule: Partial<DocumentRule> = {}): DocumentRule =>
  asked('council-approval', { toParty: ['council-protocol'], ...rule });

const ofParty = (kind: AssignmentKind, rule: Partial<DocumentRule> = {}): DocumentRule => ({
  byInvestor: false,
  byParty: [kind],
  many: false,
  toInvestor: true,
  toParty: [],
  ...rule,
});

const partyAnswers: readonly AssignmentKind[] = [
  'council-protocol',
  'plot',
  'technical-condition',
  'architectural-planning',
  'expertise',
  'financing',
];

/**
 * The one table of documents (docs/domain.md): which are asked for, by stage and answers; who brings them; whom they are
 * shown to. The signed letter is for the office alone.
 */
export const documentRules: Readonly<Record<DocumentKind, DocumentRule>> = {
  'signed-letter': asked('letter-of-intent'),
  'foreign-register-extract': asked('letter-of-intent', {
    when: ({ isForeign }) => isForeign,
    toParty: ['council-protocol'],
  }),
  'financing-confirmation': asked('letter-of-intent', {
    when: ({ isBorrowed }) => isBorrowed,
    byParty: ['financing'],
    toParty: ['council-protocol', 'financing'],
  }),
  application: application(),
  questionnaire: application(),
  'registration-certificate': application({ when: ({ isForeign }) => !isForeign }),
  charter: application(),
  'financial-statements': application({ toParty: ['council-protocol', 'financing'] }),
  'business-plan': application({ toParty: ['council-protocol', 'financing'] }),
  'bank-certificate': application(),
  'tax-certificate': application(),
  'technical-condition': ofParty('technical-condition'),
  'design-volumes': asked('design-documentation', { many: true, toParty: ['expertise'] }),
  'expertise-conclusion': ofParty('expertise'),
  'start-notification': asked('construction-start'),
  'site-photo': asked('construction-start', { many: true }),
  'paper-answer': { byInvestor: false, byParty: [], many: true, toInvestor: false, toParty: [] },
  'electronic-signature': { byInvestor: true, byParty: [], many: true, toInvestor: true, toParty: [] },
  other: { byInvestor: true, byParty: partyAnswers, many: true, toInvestor: false, toParty: [] },
};

const kinds = Object.keys(documentRules) as readonly DocumentKind[];

/** What is asked of the investor up to and with a stage, in the order of the path. */
export const askedKinds = (stage: StageId, answers: Answers): readonly DocumentKind[] =>
  kinds.filter((kind) => {
    const { from, when } = documentRules[kind];
    return from !== undefined && stageIndex(from) <= stageIndex(stage) && (when === undefined || when(answers));
  });

/** Kinds a party may bring with its answer to an assignment. */
export const kindsOfParty = (assignment: AssignmentKind): readonly DocumentKind[] =>
  kinds.filter((kind) => documentRules[kind].byParty.includes(assignment));

/** Kinds the investor may bring, asked for or not. */
export const kindsOfInvestor: readonly DocumentKind[] = kinds.filter((kind) => documentRules[kind].byInvestor);
