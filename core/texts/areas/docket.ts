import type { closings, DocketRequest, DocketStep, Ground } from '../../docket/docket-facts.ts';
import type { Article } from '../../docket/law.ts';
import { en } from '../en/docket.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/docket.ts';
import { ru } from '../ru/docket.ts';
import { uzCyrl } from '../uz-cyrl/docket.ts';

type Named<Key extends string> = Readonly<Record<Key, string>>;

export interface DocketTexts extends Named<
  | 'heading'
  | 'contract'
  | 'startBy'
  | 'plot'
  | 'area'
  | 'half'
  | 'frozenSince'
  | 'next'
  | 'from'
  | 'until'
  | 'what'
  | 'paper'
  | 'who'
  | 'itself'
  | 'cureUntil'
  | 'newStart'
  | 'pledgee'
  | 'law'
  | 'grounds'
  | 'noGround'
  | 'closed'
  | 'done'
  | 'number'
  | 'on'
  | 'cureDays'
  | 'cureDaysHint'
  | 'decision'
  | 'newSchedule'
  | 'newScheduleDay'
  | 'newScheduleHint'
  | 'pledged'
  | 'pledgedHint'
  | 'because'
  | 'words'
  | 'wordsHint'
  | 'file'
  | 'fileHint'
  | 'addFile'
  | 'preview'
  | 'check'
  | 'list'
  | 'listText'
  | 'none'
  | 'company'
  | 'state'
  | 'daysLate'
  | 'csv'
  | 'xlsx'
  | 'frozen'
  /** `{date}` */
  | 'holdsFrom'
  /** `{date}` */
  | 'notYet'
  /** `{number}` of the lease. */
  | 'sublease'
  /** `{days}` */
  | 'notice'
  /** `{count}` and `{month}` */
  | 'frozenMore'
  /** `{number}` and `{date}` */
  | 'paperOf'
  /** `{hectares}` */
  | 'hectares'
> {
  readonly steps: Named<DocketStep | 'reminder'>;
  readonly groundNames: Named<Ground>;
  readonly articles: Named<Article>;
  readonly closings: Named<(typeof closings)[number] | 'new-schedule' | 'started' | 'ended'>;
  readonly acts: Readonly<Record<'open' | 'close' | 'step', Named<'title' | 'text' | 'button'>>>;
  readonly texts: Readonly<Partial<Record<DocketRequest['step'], string>>>;
}

export const docketTexts = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });
