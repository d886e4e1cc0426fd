import type { CorrectionTexts } from '../areas/correction.ts';

export const en: CorrectionTexts = {
  fields: {
    'company.name': 'Name of the company', 'company.number': 'Company registration number', production: 'Production', sector: 'Sector', investment: 'Investment',
    jobs: 'Jobs', exportShare: 'Share of output for export', financing: 'Source of financing',
    'utilities.power': 'Power', 'utilities.gas': 'Gas', 'utilities.water': 'Water', 'utilities.sewerage': 'Sewerage', 'utilities.heat': 'Heat',
    'utilities.telecom': 'Telecom', 'utilities.road': 'Road', 'utilities.rail': 'Rail', landHectares: 'Land', wantedStart: 'Start of construction',
  },
  mark: {
    label: 'What is wrong in the letter', hint: 'The investor can change only what you tick. If nothing is to be changed in the letter itself, tick nothing.',
    company: 'Company', production: 'Production and figures', utilities: 'Utilities', land: 'Land and dates',
  },
  toCorrect: 'To be corrected in the letter',
  hint: 'The fields show what the letter of intent says now. Change what is wrong.',
  changes: { caption: 'Changes in the letter', field: 'Field', was: 'Before', now: 'After', none: 'Nothing in the letter is changed.' },
  check: { title: 'Check the correction', button: 'Check the correction', send: 'Send the correction', mend: 'Change the correction' },
};
