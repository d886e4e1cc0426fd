/** A string, or a number as it is written. */
const token = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/gs;

/**
 * Looks in a JSON text for a whole number that a double would silently write otherwise. AWS keeps such numbers up to 2⁶³; greater
 * ones are doubles there too.
 */
export function inexactNumber(text: string): string | undefined {
  if (!/\d{16}/.test(text)) return undefined;
  return text
    .match(token)
    ?.find(
      (written) => /^-?\d{16,19}$/.test(written) && String(Number(written)) !== written && isLong(BigInt(written)),
    );
}

const isLong = (number: bigint): boolean => BigInt.asIntN(64, number) === number;

/** What the engine says of such a number. */
export const inexact = (number: string): string =>
  `UNSUPPORTED_BY_LOCAL_ENGINE: the number ${number} would be changed: it is beyond 2⁵³`;
