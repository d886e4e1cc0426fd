import type { Body, LadderRequest, Rung, rungStates } from '../../ladder/ladder-facts.ts';
import { en } from '../en/ladder.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/ladder.ts';
import { ru } from '../ru/ladder.ts';
import { uzCyrl } from '../uz-cyrl/ladder.ts';

type Named<Key extends string> = Readonly<Record<Key, string>>;
type Act = LadderRequest['act'];

/** Words of what is built after the start. */
export interface LadderTexts extends Named<
  | 'title'
  | 'intro'
  | 'notOpen'
  /** `{number}` */
  | 'phase'
  | 'phaseLabel'
  | 'phaseHint'
  | 'notStated'
  | 'rung'
  | 'on'
  | 'file'
  | 'fileHint'
  | 'noFiles'
  | 'addFile'
  | 'number'
  | 'numberHint'
  | 'words'
  | 'wordsHint'
  | 'reason'
  | 'said'
  | 'state'
  /** `{date}` */
  | 'tellBy'
  | 'older'
  /** `{rungs}` */
  | 'skipped'
  /** `{rung}`, `{phase}` */
  | 'fileUsed'
  | 'check'
  | 'takenOver'
> {
  readonly rungs: Named<Rung>;
  readonly bodies: Named<Body>;
  readonly states: Named<(typeof rungStates)[number]>;
  readonly acts: Readonly<Record<Act, Named<'title' | 'text' | 'button' | 'done'>>>;
}

export const ladderTexts = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });
