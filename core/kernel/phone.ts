/** Countries whose numbers people here write without the code: by how a number begins and how many digits it then has. */
const national: readonly (readonly [RegExp, string])[] = [
  // Kazakhstan and Russia share a code; 8 is what is dialled before it within the country.
  [/^8(\d{10})$/, '7'],
  [/^(7\d{9})$/, '7'],
];
/** Uzbekistan: nine digits, a mobile or regional code first. */
const uzbek = /^([2-9]\d{8})$/;

/** A telephone number as the world dials it (E.164: `+77010000000`); undefined where its country cannot be known. */
export function dialled(typed: string, country?: string): string | undefined {
  const bare = typed.normalize('NFKC').replace(/[^\d+]/g, '');
  const digits = bare.replace(/\D/g, '');
  if (bare.startsWith('+')) return /^[1-9]\d{6,14}$/.test(digits) ? `+${digits}` : undefined;
  if (digits.startsWith('00')) return dialled(`+${digits.slice(2)}`);
  if (/^(?:7\d{10}|998\d{9})$/.test(digits)) return `+${digits}`;
  if (country === 'UZ' && uzbek.test(digits)) return `+998${digits}`;
  const found = national.flatMap(([pattern, code]) =>
    pattern.test(digits) ? [`+${code}${pattern.exec(digits)?.[1] ?? ''}`] : [],
  );
  return found[0];
}
