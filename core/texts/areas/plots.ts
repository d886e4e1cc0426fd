import { en } from '../en/plots.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/plots.ts';
import { ru } from '../ru/plots.ts';
import { uzCyrl } from '../uz-cyrl/plots.ts';
import type { PlotState, RegisteredZone } from '../../plots/plot.ts';

/** `rent`: `{amount}`; `short`: `{what}`, `{count}`; `unsaid`: `{what}`; `later`, `priority`, `notPriority`: `{date}`; `stale`: `{lines}`; `newInYear`: `{year}`, `{count}`; `until`: `{state}`, `{date}`. */
export type PlotTexts = Readonly<
  Record<
    | 'title'
    | 'lead'
    | 'wish'
    | 'zone'
    | 'hectares'
    | 'powerKw'
    | 'gasM3'
    | 'waterM3'
    | 'rail'
    | 'railNeeded'
    | 'by'
    | 'sector'
    | 'search'
    | 'nothing'
    | 'now'
    | 'byDate'
    | 'near'
    | 'plot'
    | 'state'
    | 'from'
    | 'lacks'
    | 'size'
    | 'cost'
    | 'rent'
    | 'letter'
    | 'letterHint'
    | 'short'
    | 'unsaid'
    | 'land'
    | 'later'
    | 'priority'
    | 'notPriority'
    | 'stale'
    | 'register'
    | 'newInYear'
    | 'founder'
    | 'since'
    | 'plots'
    | 'free'
    | 'remainder'
    | 'map'
    | 'mapNote'
    | 'all'
    | 'until',
    string
  >
> & {
  readonly kinds: Readonly<Record<RegisteredZone['kind'], string>>;
  readonly founders: Readonly<Record<RegisteredZone['founder'], string>>;
  readonly states: Readonly<Record<PlotState, string>>;
};

export const plotTexts = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });
