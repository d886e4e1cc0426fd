/*
 * From what a person typed to what a contract takes. An empty field is absent; what cannot be read becomes NaN, which the
 * contract refuses with the field's name, and the page shows what was typed.
 */

/** Trimmed text, or undefined when empty. */
export const textIn = (fields: URLSearchParams, name: string): string | undefined => {
  const text = fields.get(name)?.trim() ?? '';
  return text === '' ? undefined : text;
};

/** A number as people write it: spaces between groups, a comma or a point before decimals. */
export function numberIn(fields: URLSearchParams, name: string): number | undefined {
  const text = textIn(fields, name);
  if (text === undefined) return undefined;
  const plain = text.replace(/[\s\u00a0\u202f']/g, '');
  // "1,200,000" and "1.200.000" are groups; "1,5" and "1.5" decimals.
  const groups = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})+$/.test(plain);
  const normal = groups ? plain.replace(/[.,]/g, '') : plain.replace(',', '.');
  return /^\d+(\.\d+)?$/.test(normal) ? Number(normal) : Number.NaN;
}

/** Money from the fields `{name}.amount` and `{name}.currency`; every currency here has a hundred minor units. */
export function moneyIn(fields: URLSearchParams, name: string): { amountMinor: number; currency: string } | undefined {
  const amount = numberIn(fields, `${name}.amount`);
  if (amount === undefined) return undefined;
  return { amountMinor: Math.round(amount * 100), currency: textIn(fields, `${name}.currency`) ?? '' };
}

/** An object without its undefined members: absent is not the same as undefined to a contract. */
export const present = <Value extends object>(value: Value): { [Name in keyof Value]: Exclude<Value[Name], undefined> } =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as { [Name in keyof Value]: Exclude<Value[Name], undefined> };
