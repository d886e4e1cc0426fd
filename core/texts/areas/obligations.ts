import type { ObligationRequest, OwedField, everies, periodStates } from '../../obligations/obligation-facts.ts';
import { en } from '../en/obligations.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/obligations.ts';
import { ru } from '../ru/obligations.ts';
import { uzCyrl } from '../uz-cyrl/obligations.ts';

type Named<Key extends string> = Readonly<Record<Key, string>>;

/** Words of what a contract promises by year, and what is reported of it. */
export interface ObligationTexts extends Named<
  | 'title'
  | 'intro'
  | 'notOpen'
  | 'nonePlanned'
  | 'year'
  | 'every'
  | 'launchBy'
  | 'period'
  | 'days'
  | 'due'
  | 'state'
  | 'figures'
  | 'planned'
  | 'reported'
  | 'confirmed'
  | 'rest'
  | 'yearBefore'
  | 'notStated'
  | 'byYear'
  | 'byPeriod'
  | 'start'
  | 'launch'
  /** `{date}` */
  | 'promised'
  /** `{date}` */
  | 'actual'
  | 'money'
  /** `{due}`, `{large}` */
  | 'moneyDue'
  /** `{number}`, `{date}` */
  | 'moneyProven'
  | 'moneyLate'
  /** `{count}` */
  | 'behind'
  /** `{date}` */
  | 'visitUntil'
  /** `{date}` */
  | 'visitMade'
  /** `{number}`, `{date}`, `{until}` */
  | 'breach'
  | 'number'
  | 'on'
  | 'cureDays'
  | 'words'
  | 'wordsHint'
  /** `{currency}` */
  | 'moneyHint'
  | 'check'
  | 'expansion'
  | 'expansionText'
  | 'expansionButton'
> {
  readonly fields: Named<OwedField>;
  readonly everies: Named<(typeof everies)[number]>;
  readonly states: Named<(typeof periodStates)[number]>;
  readonly acts: Readonly<Record<ObligationRequest['act'], Named<'title' | 'text' | 'button' | 'done'>>>;
}

export const obligationTexts = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });
