import { utilities, type Utility, type UtilityNeed } from '../kernel/common.ts';
import type { UtilityNeeds } from '../letter/letter-of-intent.ts';

export const utilityUnits: Readonly<Record<Utility, UtilityNeed['unit']>> = {
  power: 'kilowatts',
  gas: 'cubicMetresPerHour',
  water: 'cubicMetresPerDay',
  sewerage: 'cubicMetresPerDay',
  heat: 'gigacaloriesPerHour',
  telecom: 'megabitsPerSecond',
  road: 'trucksPerDay',
  rail: 'wagonsPerDay',
};

/** How much a plant needs of a line, with its unit, as far as it is known; undefined without a line or a need. */
export function needOf(needs: UtilityNeeds, line: Utility | undefined): UtilityNeed | undefined {
  const given = line && needs[line];
  if (line === undefined || given === undefined) return undefined;
  const unit = utilityUnits[line];
  const amount = (given as Readonly<Record<string, unknown>>)[unit];
  return typeof amount === 'number' ? { unit, amount } : { unit };
}

/** How much a plant needs of each line, as far as it is known. */
export const capacitiesOf = (needs: UtilityNeeds): Partial<Record<Utility, number>> =>
  Object.fromEntries(
    utilities.flatMap((utility) => {
      const amount = needOf(needs, utility)?.amount;
      return amount === undefined ? [] : [[utility, amount]];
    }),
  );
