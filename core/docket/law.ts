import type { ZoneType } from '../reference/zone-type.ts';
import type { Action } from '../project/permissions.ts';
import type { DocketRequest, DocketStep, Ground } from './docket-facts.ts';

/** Law 242-VI of 03.04.2019, articles 20 and 34; Uzbekistan's law leaves the steps to the contract: there they are the practice of this office. */
export interface DocketLaw {
  /** Calendar months for which a start may be late in a row before the contract is ended for that; absent: no ground. */
  readonly lateMonths?: number;
  /** Working days between the decision, which is the notice, and the end. */
  readonly notice: number;
  /** Whose term it is: of the law, or of this office. */
  readonly told: 'law' | 'practice';
  readonly grounds: readonly Ground[];
  /** Which article each part stands on. */
  readonly articles: Readonly<Record<'cure' | Ground | 'notice' | 'sublease' | 'told', Article>>;
}

export const articles = ['20-2', '20-3', '20-4', '20-5', '34-4', 'practice'] as const;
export type Article = (typeof articles)[number];

const practice: DocketLaw = {
  lateMonths: 6,
  notice: 0,
  told: 'practice',
  grounds: ['late', 'not-cured'],
  articles: {
    cure: 'practice',
    late: 'practice',
    'not-cured': 'practice',
    notice: 'practice',
    sublease: 'practice',
    told: 'practice',
  },
};

export const docketLaws: Readonly<Record<ZoneType, DocketLaw>> = {
  'kz-sez': {
    lateMonths: 6,
    notice: 0,
    told: 'law',
    grounds: ['late', 'not-cured'],
    articles: { cure: '20-2', late: '20-3', 'not-cured': '20-3', notice: 'practice', sublease: '20-4', told: '20-5' },
  },
  'kz-industrial': {
    notice: 10,
    told: 'practice',
    grounds: ['not-cured'],
    articles: {
      cure: '34-4',
      late: 'practice',
      'not-cured': '34-4',
      notice: '34-4',
      sublease: 'practice',
      told: 'practice',
    },
  },
  'uz-sez': practice,
  'uz-small': practice,
};

interface StepRule {
  /** Of the head alone; everything else is the office's. */
  readonly head?: true;
  /** What must be done before. */
  readonly after: readonly DocketStep[];
  /** Working days for it: two for the bodies by law (art. 20 p. 5), the others ours. */
  readonly within: number;
}

const told = ['tax-body-told', 'centre-told', 'akimat-told'] as const;

export const stepRules: Readonly<Record<DocketStep, StepRule>> = {
  'act-of-breach': { after: [], within: 10 },
  decision: { head: true, after: ['act-of-breach'], within: 10 },
  'contract-ended': { head: true, after: ['decision'], within: 10 },
  'tax-body-told': { after: ['contract-ended'], within: 2 },
  'centre-told': { after: ['contract-ended'], within: 2 },
  'akimat-told': { after: ['contract-ended'], within: 2 },
  'pledgee-told': { after: told, within: 5 },
  'entry-annulled': { after: [...told, 'pledgee-told'], within: 15 },
  'plot-free': { after: ['entry-annulled'], within: 5 },
};

/** The office works on it; to decide, to end and to close is the head's. */
export const docketAction = (step: DocketRequest['step']): Action =>
  step === 'close' || (step !== 'open' && stepRules[step].head) ? 'decide-docket' : 'work-on-docket';
