import { fieldReading, typedNumber, type Reading, type TypedNumber } from '#core/kernel/typed-number.ts';

/* An empty field is absent; what cannot be read is NaN, which the contract refuses by the field's name. */

/** Trimmed text, or undefined when empty. */
export const textIn = (fields: URLSearchParams, name: string): string | undefined => {
  const text = fields.get(name)?.trim() ?? '';
  return text === '' ? undefined : text;
};

export const typedIn = (fields: URLSearchParams, name: string, reading: Reading = {}): TypedNumber =>
  typedNumber(fields.get(name) ?? '', { ...fieldReading((field) => fields.get(field) ?? '', name), ...reading });

/** A number as people write it (core/kernel/typed-number.ts); what may be two numbers is none until it is said which. */
export function numberIn(fields: URLSearchParams, name: string, reading: Reading = {}): number | undefined {
  const typed = typedIn(fields, name, reading);
  if (typed.kind === 'none') return undefined;
  return typed.kind === 'number' ? typed.value : Number.NaN;
}

/** A number that counts things or days: "1,200" is no fraction. */
export const wholeIn = (fields: URLSearchParams, name: string, reading: Reading = {}): number | undefined =>
  numberIn(fields, name, { ...reading, whole: true });

/** Money from the fields `{name}.amount` and `{name}.currency`; every currency here has a hundred minor units. */
export function moneyIn(
  fields: URLSearchParams,
  name: string,
  reading: Reading = {},
): { amountMinor: number; currency: string } | undefined {
  const amount = numberIn(fields, `${name}.amount`, reading);
  if (amount === undefined) return undefined;
  return { amountMinor: Math.round(amount * 100), currency: textIn(fields, `${name}.currency`) ?? '' };
}

/** An object without its undefined members: absent is not the same as undefined to a contract. */
export const present = <Value extends object>(
  value: Value,
): { [Name in keyof Value]: Exclude<Value[Name], undefined> } =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as {
    [Name in keyof Value]: Exclude<Value[Name], undefined>;
  };
