export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export interface JsonObject {
  [key: string]: Json;
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isJsonObject = (value: Json | undefined): value is JsonObject => isObject(value);

/** The compact text AWS writes: no white space, members in order of insertion. */
export function compact(value: Json): string {
  return JSON.stringify(value);
}

/** Bytes of a value's compact UTF-8 text, which is what AWS's 256 KiB limits count. */
export function bytesOf(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

export function typeName(value: Json): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
