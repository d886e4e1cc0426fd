import type { Reading } from '#core/kernel/typed-number.ts';
import type { LetterField } from './steps/steps.ts';

/** How the letter's numbers are read: where drawn, where read. */
export const letterNumbers: Readonly<Partial<Record<LetterField, Reading>>> = {
  'investment.amount': { asksZero: true },
  jobs: { whole: true, asksZero: true },
  exportShare: { percent: true },
};
