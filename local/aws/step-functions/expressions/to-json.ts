import type { Json, JsonObject } from '../json.ts';

/** A function or another value that JSON has no form for. */
export class UnsupportedValue extends Error {}

/**
 * Copies what an expression yielded into plain JSON. AWS writes numbers that JSON cannot as strings: "Infinity", "NaN".
 * @throws UnsupportedValue on a function
 */
export function toJson(value: unknown): Json {
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value !== 'object' || '_jsonata_lambda' in value || '_jsonata_function' in value)
    throw new UnsupportedValue();
  if (Array.isArray(value)) return value.filter((item) => item !== undefined).map(toJson);
  const members: JsonObject = {};
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined) continue;
    Object.defineProperty(members, key, {
      value: toJson(member),
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
  return members;
}
