import type { ForecastTexts } from '../areas/forecasts.ts';

export const en: ForecastTexts = {
  title: 'Forecasts of the start of construction',
  trend: 'How things stood at the start of each month',
  month: 'Month',
  projects: 'Projects with a road map',
  behind: 'Expected to start late',
  slip: 'Working days late (median)',
  soon: 'To start within three months',
  nothingKept: 'No forecast has been saved yet. Forecasts are saved on the first working day of each month.',
  good: 'How good earlier forecasts were',
  goodText:
    'Each forecast is compared with the day on which construction really started. Half of all projects should start by the first day of the range, four in five by the second.',
  forecasts: 'Forecasts compared',
  error: 'Error, working days (median)',
  later: 'Started later than forecast',
  byHalf: 'Started by the first day of the range',
  byFourInFive: 'Started by the second day of the range',
  byLead: 'How long before the start',
  byMonth: 'Month of the forecast',
  byZone: 'Zone',
  notWhole: 'The oldest starts are left out: there are too many of them.',
  leads: { quarter: 'up to three months', 'half-year': 'three to six months', longer: 'more than six months' },
};
