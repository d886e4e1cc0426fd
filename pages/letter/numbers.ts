import type { Reading } from '#core/kernel/typed-number.ts';
import type { LetterField } from './steps/steps.ts';

export const letterNumbers: Readonly<Partial<Record<LetterField, Reading>>> = {
  'investment.amount': { asksZero: true },
  jobs: { whole: true, asksZero: true },
  exportShare: { percent: true },
};
