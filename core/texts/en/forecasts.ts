import type { ForecastTexts } from '../areas/forecasts.ts';

export const en: ForecastTexts = {
  title: 'Forecasts of starts',
  trend: 'How it stood when the month began',
  month: 'Month',
  projects: 'Projects with a road map',
  behind: 'Expected behind it',
  slip: 'By how many working days (median)',
  soon: 'To start within three months',
  nothingKept: 'No forecast has been kept yet. That happens on the first working day of each month.',
  good: 'How good earlier forecasts were',
  goodText:
    'Each forecast is compared with the day on which construction really started. The first day of a range should be right in half of all cases, the second in four of five.',
  forecasts: 'Forecasts compared',
  error: 'Missed by, working days (median)',
  later: 'Started later than forecast',
  byHalf: 'Started by the first day of the range',
  byFourInFive: 'Started by the second day of the range',
  byLead: 'How long before the start',
  byMonth: 'Month of the forecast',
  byZone: 'Zone',
  notWhole: 'The oldest starts are left out: there are more than can be looked at.',
  leads: { quarter: 'up to three months', 'half-year': 'three to six months', longer: 'more than six months' },
};
