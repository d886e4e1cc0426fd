import type { Utility } from '../../kernel/common.ts';
import type { Outcome } from '../../stages/decision.ts';
import { en } from '../en/party.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/party.ts';
import { ru } from '../ru/party.ts';
import { uzCyrl } from '../uz-cyrl/party.ts';

type Named<Key extends string> = Readonly<Record<Key, string>>;

export interface PartyTexts extends Named<
  /** `{number}` */
  | 'title'
  | 'asked'
  | 'until'
  | 'overdue'
  | 'plant'
  | 'production'
  | 'investment'
  | 'jobs'
  | 'land'
  | 'exportShare'
  | 'wantedStart'
  | 'need'
  | 'needs'
  | 'answer'
  | 'question'
  | 'continue'
  | 'single'
  | 'check'
  | 'arrived'
  | 'mistake'
  | 'mend'
  | 'answered'
  | 'answeredBy'
  | 'paused'
  | 'given'
  | 'on'
  | 'onPaper'
  | 'details'
  | 'meanwhile'
  | 'notTaken'
  | 'ended'
  /** `{percent}` */
  | 'percent'
  /** `{amount}` */
  | 'hectares'
> {
  /** Of the page of all that a party is asked. `count`, `late`, `more`: `{count}` */
  readonly all: Named<
    | 'title'
    | 'open'
    | 'answered'
    | 'search'
    | 'find'
    | 'clear'
    | 'number'
    | 'amount'
    | 'count'
    | 'late'
    | 'csv'
    | 'xlsx'
    | 'more'
    | 'none'
    | 'questions'
    | 'anew'
    | 'keep'
    | 'daysLate'
  >;
  readonly choices: Named<
    Extract<
      Outcome,
      'done' | 'issued' | 'issued-with-conditions' | 'contract-of-connection' | 'returned' | 'refused' | 'suspended'
    >
  >;
  readonly hints: Named<
    Extract<Outcome, 'issued-with-conditions' | 'contract-of-connection' | 'returned' | 'refused' | 'suspended'>
  >;
  readonly fields: Named<'answer' | 'reasonCode' | 'reason' | 'daysToCure' | 'until' | 'note'>;
  readonly send: string;
  readonly lines: Named<Utility>;
}

export const partyTexts = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });
