import type { ChangeReason } from '../../road-map/road-map-facts.ts';
import type { Lack } from '../../road-map/rows.ts';
import { en } from '../en/road-map.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/road-map.ts';
import { ru } from '../ru/road-map.ts';
import { uzCyrl } from '../uz-cyrl/road-map.ts';

type Named<Key extends string> = Readonly<Record<Key, string>>;

/** Words of a project's road map. */
export interface RoadMapTexts extends Named<
  | 'title'
  | 'before'
  | 'drawn'
  /** `{date}`, `{who}` */
  | 'approved'
  | 'hash'
  | 'holds'
  | 'broken'
  | 'row'
  | 'wholeStage'
  | 'baseline'
  | 'target'
  | 'actual'
  | 'expected'
  | 'legal'
  | 'person'
  | 'deputy'
  | 'gone'
  | 'contact'
  /** `{half}`, `{fourInFive}`, `{known}` */
  | 'range'
  /** `{stage}`, `{known}`, `{needed}` */
  | 'noRange'
  | 'calendar'
  | 'print'
  | 'edit'
  | 'fill'
  | 'fillText'
  /** `{holder}` */
  | 'personOf'
  /** `{holder}` */
  | 'deputyOf'
  /** `{row}` */
  | 'dateOf'
  | 'asComputed'
  | 'asHolder'
  | 'one'
  | 'oneText'
  | 'approve'
  | 'approveText'
  | 'missing'
  | 'missingText'
  | 'nothingMissing'
  | 'change'
  | 'changeText'
  | 'reason'
  | 'words'
  | 'propose'
  | 'changes'
  | 'judge'
  | 'judgeText'
  | 'verdict'
  | 'accept'
  | 'refuse'
  | 'verdictWords'
  | 'waits'
  | 'accepted'
  | 'refused'
  | 'byHolder'
  | 'check'
> {
  readonly lacks: Named<Lack>;
  readonly reasons: Named<ChangeReason>;
  readonly done: Named<'fill' | 'approve' | 'change' | 'answer'>;
}

export const roadMapTexts = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });
