import * as z from 'zod/mini';
import type { Page } from '#core/ports/index.ts';
import type { Item } from './items.ts';

const StartKey = z.record(z.string().check(z.maxLength(64)), z.string().check(z.maxLength(1024)));

/** The place where a page ended, as opaque text for the next request. */
export const encodeKey = (key: Record<string, unknown>): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/** Thrown for a page token we did not make. */
export class BadPageToken extends Error {}

/** The start of the next page of a partition. Throws BadPageToken for a token we did not make, or made for another partition. */
export function startKey(after: string | undefined, partition: { readonly name: string; readonly value: string }): { ExclusiveStartKey?: Record<string, string> } {
  if (after === undefined) return {};
  try {
    const key = StartKey.parse(JSON.parse(Buffer.from(after, 'base64url').toString('utf8')));
    if (key[partition.name] === partition.value) return { ExclusiveStartKey: key };
  } catch {
    // Falls through: no JSON, or no key.
  }
  throw new BadPageToken();
}

/** A place that is no key of one partition. Throws BadPageToken for one we did not make. */
export function decodeKey<Schema extends z.ZodMiniType>(schema: Schema, after: string): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(Buffer.from(after, 'base64url').toString('utf8')));
  } catch {
    throw new BadPageToken();
  }
}

export function pageOf<Entry>(
  { Items, LastEvaluatedKey }: { Items?: Item[] | undefined; LastEvaluatedKey?: Record<string, unknown> | undefined },
  parse: (item: Item) => Entry,
): Page<Entry> {
  const entries = (Items ?? []).map(parse);
  return LastEvaluatedKey ? { entries, next: encodeKey(LastEvaluatedKey) } : { entries };
}
