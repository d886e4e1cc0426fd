import type { Utility, UtilityNeed } from '../contracts/common.ts';
import type { UtilityNeeds } from '../contracts/letter-of-intent.ts';

/** How much a plant needs of a line, with its unit; undefined without a line or a need. */
export function needOf(needs: UtilityNeeds, line: Utility | undefined): UtilityNeed | undefined {
  const [entry] = Object.entries((line && needs[line]) ?? {});
  return entry && { unit: entry[0] as UtilityNeed['unit'], amount: entry[1] };
}
