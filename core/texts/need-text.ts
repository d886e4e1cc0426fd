import type { Language, UtilityNeed } from '../kernel/common.ts';
import { fill } from './fill.ts';
import { textsOf } from './index.ts';
import { numberText } from './numbers.ts';

export function needText(language: Language, { unit, amount }: UtilityNeed): string {
  const { units, notKnown } = textsOf(language);
  return amount === undefined ? notKnown : fill(units[unit], { amount: numberText(language, amount) });
}
