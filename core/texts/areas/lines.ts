import type { LineMilestone } from '../../lines/line.ts';
import type { Plural } from '../count-text.ts';
import { en } from '../en/lines.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/lines.ts';
import { ru } from '../ru/lines.ts';
import { uzCyrl } from '../uz-cyrl/lines.ts';

/** `unsaid`: `{count}`; `unspentText`: `{amount}`, `{year}`, `{party}`, `{count}`; `asOf`: `{date}`; `nameIn`: `{language}`; `codeHint`: `{example}`. */
export interface LineTexts extends Readonly<
  Record<
    | 'built'
    | 'enter'
    | 'name'
    | 'builder'
    | 'capacity'
    | 'waiting'
    | 'money'
    | 'jobs'
    | 'asked'
    | 'unsaid'
    | 'late'
    | 'milestones'
    | 'milestone'
    | 'baseline'
    | 'expected'
    | 'actual'
    | 'responsible'
    | 'after'
    | 'budget'
    | 'year'
    | 'allocated'
    | 'committed'
    | 'spent'
    | 'unspent'
    | 'unspentText'
    | 'asOf'
    | 'waitingTitle'
    | 'nobodyWaits'
    | 'changes'
    | 'why'
    | 'whyHint'
    | 'reportMilestone'
    | 'tellMoney'
    | 'changeLine'
    | 'code'
    | 'codeHint'
    | 'readyBy'
    | 'nameIn'
    | 'recorded'
    | 'noMoney'
    | 'keepHint'
    | 'currency'
    | 'because'
    | 'becauseHint',
    string
  >
> {
  readonly milestoneNames: Readonly<Record<LineMilestone, string>>;
  /** What a start waits for: `{name}`, `{utility}`, `{party}`, `{date}`; `{stage}`; `{count}` working days. */
  readonly reasons: {
    readonly late: Plural;
    readonly until: string;
    readonly reported: string;
    readonly stage: Plural;
  };
}

export const lineTexts = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });
