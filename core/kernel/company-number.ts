/** The digits of a number, without the spaces, hyphens and invisible marks that people and PDFs put between them; other letters stay, to be refused. */
export const bareDigits = (text: string): string => text.normalize('NFKC').replace(/[\s\p{Pd}\p{Cf}\u2212]/gu, '');

const modulo = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, at) => sum + weight * (digits[at] ?? 0), 0) % 11;

/** The digit that follows eleven: weights 1 to 11, when ten is left weights 3 to 11, 1, 2; still ten: there is no such number. */
export function checkDigit(eleven: string): string | undefined {
  const digits = [...eleven].map(Number);
  const first = modulo(digits, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  const check = first === 10 ? modulo(digits, [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]) : first;
  return check < 10 ? String(check) : undefined;
}

/**
 * Whether a number is that of a person in business: an IIN (day of birth, century) or the BIN of a joint enterprise of
 * persons (year, month, 6); in Uzbekistan the 14 digits of a person. Of other countries nothing is known.
 */
export function isEntrepreneur({
  country,
  number = '',
}: {
  readonly country: string;
  readonly number?: string;
}): boolean {
  const bare = bareDigits(number);
  return country === 'KZ'
    ? /^\d\d(?:0[1-9]|1[0-2])(?:(?:0[1-9]|[12]\d|3[01])[0-6]|6\d\d)\d{5}$/.test(bare)
    : country === 'UZ' && /^\d{14}$/.test(bare);
}

/** BIN and IIN by check digit and month. Asked about, never refused: registers hold a few. Other countries: never. */
export function isDoubtful({ country, number }: { readonly country: string; readonly number: string }): boolean {
  const bare = bareDigits(number);
  if (country !== 'KZ' || !/^\d{12}$/.test(bare)) return false;
  const month = Number(bare.slice(2, 4));
  return month < 1 || month > 12 || checkDigit(bare.slice(0, 11)) !== bare[11];
}
