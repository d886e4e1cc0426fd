const token = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/gs;

/** A whole number that a double would write otherwise: AWS keeps those up to 2⁶³; greater ones are doubles there. */
export function inexactNumber(text: string): string | undefined {
  if (!/\d{16}/.test(text)) return undefined;
  return text
    .match(token)
    ?.find(
      (written) => /^-?\d{16,19}$/.test(written) && String(Number(written)) !== written && isLong(BigInt(written)),
    );
}

const isLong = (number: bigint): boolean => BigInt.asIntN(64, number) === number;

export const inexact = (number: string): string =>
  `UNSUPPORTED_BY_LOCAL_ENGINE: the number ${number} would be changed: it is beyond 2⁵³`;
