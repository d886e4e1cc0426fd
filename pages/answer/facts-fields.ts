import type { AssignmentKind } from '#core/stages/facts.ts';
import type { FactsTexts } from '#core/texts/areas/facts.ts';

export interface FactField {
  readonly name: keyof FactsTexts['labels'];
  readonly kind: 'text' | 'paragraph' | 'date' | 'number' | 'money' | 'hectares' | 'statement' | 'documents' | 'phases';
  readonly optional?: boolean;
  /** Written by us with the answer: shown, never asked for. */
  readonly ours?: boolean;
}

const field = (kind: FactField['kind'], ...names: FactField['name'][]): FactField[] =>
  names.map((name) => ({ name, kind }));
const optional = (kind: FactField['kind'], name: FactField['name']): FactField => ({ name, kind, optional: true });

/** The fields by which an answer to each kind of assignment brings its facts, in the order people know them. */
export const factFields: Readonly<Record<AssignmentKind, readonly FactField[]>> = {
  'office-decision': [],
  'document-check': [
    { name: 'documents', kind: 'documents', ours: true },
    ...field('statement', 'matchesPriorityActivity', 'conformsToMasterPlan'),
  ],
  'council-protocol': [...field('text', 'protocolNumber'), ...field('date', 'protocolDate')],
  contract: [
    ...field('text', 'contractNumber'),
    ...field('date', 'contractDate', 'contractUntil'),
    ...field('money', 'committedInvestment'),
    ...field('number', 'committedJobs'),
    ...field('date', 'startBy'),
  ],
  plot: [
    ...field('text', 'cadastralNumber'),
    ...field('hectares', 'hectares'),
    ...field('text', 'leaseNumber'),
    optional('text', 'auctionLot'),
  ],
  'register-entry': [...field('text', 'registerNumber'), ...field('date', 'registerDate')],
  'technical-condition': [
    optional('text', 'requestNumber'),
    ...field('text', 'issuedNumber'),
    ...field('date', 'issuedDate', 'validUntil'),
    ...field('text', 'capacity', 'connectionPoint'),
    optional('money', 'cost'),
    optional('paragraph', 'conditions'),
  ],
  'architectural-planning': [...field('text', 'assignmentNumber'), ...field('date', 'assignmentDate')],
  documentation: [
    ...field('text', 'designer', 'designerLicence', 'sketchApprovalNumber'),
    ...field('number', 'volumes'),
    ...field('money', 'estimate'),
  ],
  'documentation-check': [],
  expertise: [
    ...field('text', 'expertiseNumber'),
    ...field('date', 'conclusionDate'),
    ...field('number', 'remarkRounds'),
  ],
  financing: [...field('text', 'confirmationNumber'), ...field('date', 'confirmationDate')],
  'line-readiness': [],
  'start-notification': [
    ...field('text', 'contractor', 'contractorLicence', 'supervision', 'notificationNumber'),
    ...field('date', 'notificationDate'),
    ...field('phases', 'phases'),
  ],
  'site-confirmation': field('date', 'inspectedOn'),
  documents: [],
  correction: [],
  cure: [],
  refusal: [],
  'bounced-email': [],
};

/** Phases a contract takes at most. */
export const mostPhases = 20;
