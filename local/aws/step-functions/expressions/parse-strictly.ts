import type { Json } from '../json.ts';

/**
 * Reads JSON as AWS's `$parse` does: one document, no repeated key, no number beyond a double.
 * @throws SyntaxError on anything else
 */
export function parseStrictly(text: string): Json {
  const value = JSON.parse(text, (_, member: unknown) => {
    if (typeof member === 'number' && !Number.isFinite(member)) throw new SyntaxError('Number out of range');
    return member;
  }) as Json;
  if (keysOf(text) !== membersOf(value)) throw new SyntaxError('Repeated key');
  return value;
}

/** Counts the members a text writes: a repeated one is written twice and kept once. */
function keysOf(text: string): number {
  return text.match(/"(?:[^"\\]|\\.)*"\s*:?/gs)?.filter((token) => token.endsWith(':')).length ?? 0;
}

function membersOf(value: Json): number {
  if (typeof value !== 'object' || value === null) return 0;
  const members = Object.values(value);
  return members.reduce<number>((sum, member) => sum + membersOf(member), Array.isArray(value) ? 0 : members.length);
}
