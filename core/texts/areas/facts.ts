import { en } from '../en/facts.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/facts.ts';
import { ru } from '../ru/facts.ts';
import { uzCyrl } from '../uz-cyrl/facts.ts';

type Named<Key extends string> = Readonly<Record<Key, string>>;

/** Labels of what an answer to an assignment brings: numbers, dates, quantities (core/stages/facts.ts). */
export interface FactsTexts {
  readonly labels: Named<
    | 'documents'
    | 'matchesPriorityActivity'
    | 'conformsToMasterPlan'
    | 'protocolNumber'
    | 'protocolDate'
    | 'contractNumber'
    | 'contractDate'
    | 'contractUntil'
    | 'committedInvestment'
    | 'committedJobs'
    | 'startBy'
    | 'cadastralNumber'
    | 'hectares'
    | 'leaseNumber'
    | 'auctionLot'
    | 'registerNumber'
    | 'registerDate'
    | 'requestNumber'
    | 'issuedNumber'
    | 'issuedDate'
    | 'validUntil'
    | 'capacity'
    | 'connectionPoint'
    | 'cost'
    | 'conditions'
    | 'assignmentNumber'
    | 'assignmentDate'
    | 'designer'
    | 'designerLicence'
    | 'sketchApprovalNumber'
    | 'volumes'
    | 'estimate'
    | 'expertiseNumber'
    | 'conclusionDate'
    | 'remarkRounds'
    | 'confirmationNumber'
    | 'confirmationDate'
    | 'contractor'
    | 'contractorLicence'
    | 'supervision'
    | 'notificationNumber'
    | 'notificationDate'
    | 'phases'
    | 'inspectedOn'
  >;
  readonly phase: Named<'name' | 'from' | 'to' | 'more'> & {
    /** `{number}` */
    readonly heading: string;
  };
  readonly hectares: string;
}

/** Labels of the facts of answers. */
export const factsTexts = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });
