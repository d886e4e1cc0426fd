import type { Lead } from '../../figures/forecasts.ts';
import { en } from '../en/forecasts.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/forecasts.ts';
import { ru } from '../ru/forecasts.ts';
import { uzCyrl } from '../uz-cyrl/forecasts.ts';

/** What was forecast of starts month by month, and how good it was. */
export interface ForecastTexts extends Readonly<
  Record<
    | 'title'
    | 'trend'
    | 'month'
    | 'projects'
    | 'behind'
    | 'slip'
    | 'soon'
    | 'nothingKept'
    | 'good'
    | 'goodText'
    | 'forecasts'
    | 'error'
    | 'later'
    | 'byHalf'
    | 'byFourInFive'
    | 'byLead'
    | 'byMonth'
    | 'byZone'
    | 'notWhole',
    string
  >
> {
  readonly leads: Readonly<Record<Lead, string>>;
}

export const forecastTexts = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });
