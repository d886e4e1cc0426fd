const multiplier = 0x5deece66dn;
const mask = (1n << 48n) - 1n;

/**
 * The first `nextDouble()` of `java.util.Random` for a seed: what AWS's `$random(seed)` gives, the same each time.
 * @param seed rounded towards zero
 * @returns a number from 0 inclusive to 1 exclusive
 */
export function javaRandom(seed: number): number {
  let state = (BigInt(Math.trunc(seed)) ^ multiplier) & mask;
  const next = (bits: bigint): bigint => {
    state = (state * multiplier + 0xbn) & mask;
    return state >> (48n - bits);
  };
  const high = next(26n);
  const low = next(27n);
  return Number((high << 27n) + low) / 2 ** 53;
}
