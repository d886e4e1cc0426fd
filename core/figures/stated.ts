import type { Stated } from '../reference/reference.ts';

/** What the named parts of a stated figure leave open (below zero: they are more than the total); undefined when it names none. */
export function unexplainedOf({ total, parts }: Pick<Stated, 'total' | 'parts'>): number | undefined {
  if (parts.length === 0) return undefined;
  // Sources state tenths of billions: what is left of a sum of decimals is rounded to the hundredth.
  return Math.round((total - parts.reduce((sum, { amount }) => sum + amount, 0)) * 100) / 100;
}
