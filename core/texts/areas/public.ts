import type { MilestoneRow } from '../../open-data/open-data.ts';
import { en } from '../en/public.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/public.ts';
import { ru } from '../ru/public.ts';
import { uzCyrl } from '../uz-cyrl/public.ts';

type Named<Key extends string> = Readonly<Record<Key, string>>;

export interface PublicTexts {
  readonly figures: Named<
    | 'title'
    | 'lead'
    /** `{moment}` */
    | 'asOf'
    | 'late'
    /** `{count}` */
    | 'lateCount'
    | 'lateWhy'
    | 'lateNote'
    /** `{names}`, `{fewest}` */
    | 'few'
    /** `{fewest}` */
    | 'fewer'
    /** `{fewest}` */
    | 'nothing'
    | 'byZone'
    | 'started'
    | 'starts'
    | 'planned'
    | 'behind'
    /** `{fewest}` */
    | 'note'
    | 'counted'
  >;
  /** Milestones of public works. `more`: `{count}`. */
  readonly milestones: Named<
    | 'title'
    | 'lead'
    | 'late'
    | 'onTime'
    | 'ahead'
    | 'unexplained'
    | 'lateTitle'
    | 'what'
    | 'milestone'
    | 'planned'
    | 'when'
    | 'reached'
    | 'expected'
    | 'days'
    | 'reason'
    | 'noReason'
    | 'more'
  >;
  /** `lead`: `{fewest}`; `filesOf`: `{date}`. */
  readonly openData: Named<
    | 'title'
    | 'lead'
    | 'filesOf'
    | 'file'
    | 'about'
    | 'size'
    | 'license'
    | 'columnsOf'
    | 'column'
    | 'meaning'
    | 'nights'
    /** `{word}`: that stands for the last night in an address. */
    | 'nightsText'
    | 'noNights'
    | 'night'
    | 'earlier'
  > & {
    readonly files: Named<'counts' | 'companies' | 'projects' | 'lines' | 'schema' | 'catalog'>;
    readonly columns: Named<keyof MilestoneRow>;
  };
  /** Whether open data name an investor's company. */
  readonly naming: Named<
    | 'title'
    | 'text'
    | 'company'
    | 'zone'
    | 'sector'
    | 'stage'
    | 'investment'
    | 'jobs'
    | 'isNot'
    /** `{date}` */
    | 'is'
    | 'agree'
    | 'takeBack'
  >;
  readonly start: Named<
    | 'description'
    | 'figures'
    | 'allFigures'
    | 'track'
    | 'forums'
    /** `{lines}`: names of utilities. */
    | 'ready'
    /** `{line}`, `{date}` */
    | 'committed'
    /** `{lines}` */
    | 'notReady'
    /** `{date}` */
    | 'reported'
  >;
}

export const publicTexts = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });
