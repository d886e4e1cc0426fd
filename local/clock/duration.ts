const units = [
  ['W', 7 * 24 * 3_600_000],
  ['D', 24 * 3_600_000],
  ['H', 3_600_000],
  ['M', 60_000],
  ['S', 1_000],
] as const;
const form = /^P(?!$)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,3})?)S)?)?$/;

/** Weeks to seconds, in ms: `P7D`, `PT90M`, `P1DT12H`. Throws a RangeError for all else: years and months vary. */
export function parseDuration(text: string): number {
  if (/^P(?:\d+W|\d+D)*\d+[YM]/.test(text))
    throw new RangeError(`"${text}": years and months have no fixed length, give days: "P30D", "P365D".`);
  const match = form.exec(text);
  if (!match) throw new RangeError(`"${text}" is not an ISO 8601 duration like "P7D" or "PT90M".`);
  const milliseconds = units.reduce((sum, [, length], position) => sum + Number(match[position + 1] ?? 0) * length, 0);
  return Math.round(milliseconds);
}
