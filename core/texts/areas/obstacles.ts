import type { Said, Obstacle } from '../../obstacles/obstacle.ts';
import type { Plural } from '../count-text.ts';
import type { OutsideBody } from '../../obstacles/obstacle-facts.ts';
import type { ObstacleAction } from '../../obstacles/obstacle-rights.ts';
import { en } from '../en/obstacles.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/obstacles.ts';
import { ru } from '../ru/obstacles.ts';
import { uzCyrl } from '../uz-cyrl/obstacles.ts';

type Named<Key extends string> = Readonly<Record<Key, string>>;

export interface ObstacleTexts extends Named<
  | 'heading'
  | 'none'
  | 'earlier'
  | 'report'
  | 'record'
  | 'reportText'
  | 'recordText'
  | 'about'
  | 'stage'
  | 'line'
  | 'words'
  | 'wordsHint'
  | 'check'
  | 'toCheck'
  | 'mend'
  | 'against'
  | 'owner'
  | 'state'
  | 'since'
  | 'raisedOn'
  | 'resolvedOn'
  | 'you'
  | 'yourself'
  | 'thread'
  | 'erased'
  | 'yours'
  | 'withYou'
  | 'write'
  | 'writeHint'
  | 'writeOwnHint'
  | 'send'
  | 'resolve'
  | 'to'
  | 'due'
  | 'dueHint'
  | 'asked'
  | 'askedHint'
  | 'how'
  | 'howHint'
  | 'list'
  | 'noneOpen'
  | 'preview'
  /** `{number}` and `{date}` */
  | 'instruction'
  | 'partyLabel'
  | 'instructionLabel'
  | 'person'
  | 'body'
  | 'sentOn'
  | 'answeredOn'
  | 'referralWords'
  | 'referralAnswer'
  | 'referral'
  /** `{body}`, `{date}` and `{days}` */
  | 'referred'
  /** `{body}`, `{date}` and `{answered}` */
  | 'referralDone'
  | 'toldTo'
  /** `{about}` */
  | 'title'
  /** `{holder}` and `{date}` */
  | 'with'
  /** `{count}` */
  | 'listCount'
> {
  readonly workingDays: Plural;
  readonly bodies: Named<OutsideBody>;
  readonly states: Named<Obstacle['state']>;
  readonly said: Named<Said['as']>;
  readonly done: Named<'raised' | ObstacleAction>;
  readonly actions: Readonly<Record<ObstacleAction, Named<'title' | 'text' | 'button'>>>;
  /** Of one that stands in the way of many projects. */
  readonly zone: Named<
    | 'title'
    | 'text'
    | 'record'
    | 'recordText'
    | 'wordsHint'
    | 'none'
    | 'affected'
    | 'noneAffected'
    | 'whole'
    | 'all'
    | 'done'
    | 'actText'
  >;
  readonly notes: Named<
    | 'heading'
    | 'none'
    | 'all'
    | 'add'
    | 'text'
    | 'who'
    | 'internal'
    | 'internalHint'
    | 'shared'
    | 'sharedHint'
    | 'save'
    | 'check'
    | 'saved'
    | 'fromOffice'
    | 'internalTag'
    | 'sharedTag'
  >;
}

export const obstacleTexts = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });
